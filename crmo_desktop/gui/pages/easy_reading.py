"""How much of a page for families is shown: what the reader has set, and the page opened beyond that."""

from typing import Final

from PySide6.QtCore import QObject

from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.short_form import ShortForm, can_be_short, shorten
from crmo_desktop.gui.depth_row import Choice, DepthWords

DEPTH_LINK: Final = "depth:"  # then a depth, or REST
REST: Final = "rest"
RED_FLAGS: Final = TopicId("red-flags")


class EasyReading(QObject):
    """Decides what is shown of a page, and has the words for it.

    The depth holds for every page. One that the reader follows a link into is shown whole; so it is again
    when the reader comes back to it, until another depth is chosen.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._depth = Depth.EVERYTHING
        self._keys = dict(zip(Depth, "123", strict=True))
        self._page: Page | None = None
        self._is_open = False
        self._opened: set[TopicId] = set()
        self.form: ShortForm | None = None

    @property
    def depth(self) -> Depth:
        """How much is shown of the page now."""
        return Depth.EVERYTHING if self.form is None else self.form.depth

    @property
    def chosen(self) -> Depth:
        """How much is shown of every page that the reader does not open beyond it."""
        return self._depth

    def applies(self) -> bool:
        """Whether the page has short forms."""
        return self._page is not None and can_be_short(self._page)

    def set_depth(self, depth: Depth) -> None:
        """Show every page this deep."""
        self._depth, self._is_open = depth, False
        self._opened.clear()
        self._shorten()

    def set_keys(self, keys: dict[Depth, str]) -> None:
        """The keys that choose each depth, as they are shown; "" for none."""
        self._keys = keys

    def set_page(self, page: Page) -> None:
        """Another page is shown."""
        self._page, self._is_open = page, False
        self._shorten()

    def open(self) -> bool:
        """Show all of this page, whatever is set; returns whether more is shown than before."""
        if self.form is None or self._page is None:
            return False
        self._is_open = True
        self._opened.add(self._page.topic.id)
        self._shorten()
        return True

    def was_opened(self) -> bool:
        """Whether all of the page was shown when the reader was there last."""
        return self._page is not None and self._page.topic.id in self._opened

    def _shorten(self) -> None:
        page = self._page
        self.form = None if page is None or self._is_open else shorten(page, self._depth)

    # --- words

    def words(self, *, has_red_flags: bool) -> DepthWords | None:
        """What stands round the page; None for a page that has no short forms."""
        page = self._page
        if page is None or not can_be_short(page):
            return None
        names = {
            Depth.SENTENCE: self.tr("One sentence"),
            Depth.SHORT: self.tr("30 seconds"),
            Depth.EVERYTHING: self.tr("Everything"),
        }
        choices = tuple(
            Choice(f"{DEPTH_LINK}{depth}", name, self._tip(depth), depth is self.depth)
            for depth, name in names.items()
        )
        elsewhere = has_red_flags and page.topic.id != RED_FLAGS
        return DepthWords(
            label=self.tr("How much:"),
            choices=choices,
            warned=self.tr("When to get help at once, see:"),
            all_warnings=(str(TopicAddress(RED_FLAGS)), self.tr("All red flags")) if elsewhere else None,
            ending=self.tr("This was the topic in one sentence.")
            if self.depth is Depth.SENTENCE
            else self.tr("This was the topic in thirty seconds."),
            rest=(f"{DEPTH_LINK}{REST}", self.tr("Show everything on this page")),
        )

    def _tip(self, depth: Depth) -> str:
        key = self._keys[depth]
        return self.tr("Key {key}").format(key=key) if key else ""

    def name(self) -> str:
        """How much is shown, for the name of the page; "" for all of it."""
        return {Depth.SENTENCE: self.tr("one sentence"), Depth.SHORT: self.tr("thirty seconds")}.get(
            self.depth, ""
        )

    def said(self) -> str:
        """How much is shown, for the status bar and for screen readers."""
        if self.form is None:
            whole = self.tr("Everything, for this page only") if self._is_open else self.tr("Everything")
            return whole + "."
        shown = self.tr("One sentence.") if self.depth is Depth.SENTENCE else self.tr("Thirty seconds.")
        key = self._keys[Depth.EVERYTHING]
        more = (
            self.tr("Shortened: press {key} for everything.").format(key=key)
            if key
            else self.tr("Shortened.")
        )
        return f"{shown} {more}"
