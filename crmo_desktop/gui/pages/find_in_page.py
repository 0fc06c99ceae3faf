"""Finds words in the page shown and marks them: the find bar and the view, brought together."""

from PySide6.QtCore import QObject, Signal, Slot

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.widgets.find_bar import FindBar
from crmo_desktop.gui.widgets.page_view import PageView


class FindInPage(QObject):
    """Which places are marked, and which of them the reader is at.

    Of a page in its short form what is left out is looked through as well: a step beyond the last place
    that is shown asks for it.
    """

    rest_wanted = Signal()  # the words stand in what is left out, and the reader goes there

    def __init__(self, view: PageView, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._bar = view, bar
        self._matches: list[tuple[int, int]] = []
        self._match: int | None = None
        self._marked: list[str] = []  # what stands at the matches
        self._rest = ""
        self._is_beyond = False

    def matches(self) -> tuple[int | None, int]:
        """Which match the reader is at, from 0, and how many there are."""
        return self._match, len(self._matches)

    def set_rest(self, text: str) -> None:
        """What is left out of the page; "" if nothing is."""
        self._rest = _folded(text)

    def forget(self) -> None:
        """Another page is shown; an open bar looks for its words there."""
        self._matches, self._match, self._marked = [], None, []
        if self._bar.isVisible():
            self.find(self._bar.words(), scroll=False)

    def clear(self) -> None:
        """Take all marks off the page."""
        self._matches, self._match, self._marked = [], None, []
        self._view.mark([], None)

    def mark_again(self) -> None:
        """The page was set anew: its marks stay on their words, wherever those stand now."""
        count = len(self._matches)
        self._look_for(self._marked)
        self._match = self._match if len(self._matches) == count else None
        self._view.mark(self._matches, self._match, scroll=False)
        self._count()

    def mark_words(self, words: list[str]) -> None:
        """Mark every place where one of `words` stands, as a search found them."""
        self._look_for(words)
        top = self._view.top_position()
        self._match = next((n for n, (start, _) in enumerate(self._matches) if start >= top), None)
        self._view.mark(self._matches, self._match, scroll=False)
        self._stand_at_match()

    @Slot(int)
    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match, round the ends."""
        shown = len(self._matches)
        if self._is_beyond and step > 0 and (self._match is None or self._match == shown - 1):
            self.rest_wanted.emit()
            self._match = min(shown, len(self._matches)) - 1
        if not self._matches:
            return
        self._match = 0 if self._match is None else (self._match + step) % len(self._matches)
        self._view.mark(self._matches, self._match)
        self._stand_at_match()
        self._count()
        if self._bar.isVisible():
            announce(self._bar, self._bar.count_text())

    @Slot(str)
    def find(self, words: str, *, scroll: bool = True) -> None:
        """Mark every place where `words` stand, and go to the first from where the reader is."""
        # from the match the reader is at: what scrolled to it may have left matches above it in sight
        top = self._view.top_position() if self._match is None else self._matches[self._match][0]
        self._look_for([words])
        self._match = next(
            (n for n, (start, _) in enumerate(self._matches) if start >= top), 0 if self._matches else None
        )
        self._view.mark(self._matches, self._match, scroll=scroll)
        self._count()
        if words:
            announce(self._bar, self._bar.count_text())

    def _stand_at_match(self) -> None:
        """Who reads by the caret reads on from the match."""
        if self._match is not None and self._view.has_caret():
            self._view.walk.stand_at(self._matches[self._match][0])

    def _count(self) -> None:
        self._bar.set_count(self._match, len(self._matches), is_beyond=self._is_beyond)

    def _look_for(self, words: list[str]) -> None:
        """Find where any of `words` stands; of places that overlap, the first."""
        self._marked = words
        self._is_beyond = any(_folded(word) in self._rest for word in words if word.strip())
        places = sorted({place for word in words for place in self._view.find_all(word)})
        self._matches = [place for n, place in enumerate(places) if n == 0 or place[0] >= places[n - 1][1]]


def _folded(text: str) -> str:
    return " ".join(text.split()).lower()
