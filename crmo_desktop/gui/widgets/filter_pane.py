"""What of the results is shown: one chapter or all, whose words; and what was searched for lately."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import Choice, ChoiceList
from crmo_desktop.gui.widgets.side_pane import SidePane

ALL = ""  # the value of "All chapters"
BOTH, OWN = "both", "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the pane shows.

    Attributes:
        chapters: (id, title, number of results) of those that can be chosen.
        in_all: results in all chapters.
        in_both: results of the chosen chapter in anybody's words.
        in_own: those of them in the reader's own.
        chapter: the id of the one chosen; "" for all.
        own_only: only the reader's own words are shown.
        audience: the reader's own.
    """

    chapters: Sequence[tuple[str, str, int]] = ()
    in_all: int = 0
    in_both: int = 0
    in_own: int = 0
    chapter: str = ALL
    own_only: bool = False
    audience: Audience = Audience.PATIENT


class FilterPane(SidePane):
    """Stands where the topics stand while there are results; Escape shows everything again."""

    chapter_chosen = Signal(str)  # its id; "" for all
    own_only_chosen = Signal(bool)  # whether only the reader's own words are wanted
    everything_wanted = Signal()
    results_wanted = Signal()  # Enter: into the list
    query_chosen = Signal(str)  # one of the recent searches
    forget_wanted = Signal()  # the recent searches

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterPane")
        self.setAccessibleName(self.tr("Which results are shown"))
        self._counts = Counts()
        self._chapters = ChoiceList(look, icons, self.body)
        self._words = ChoiceList(look, icons, self.body)
        self._lately = ChoiceList(look, icons, self.body, icon="history", follows=False)
        self._chapters.setAccessibleName(self.tr("Chapters"))
        self._words.setAccessibleName(self.tr("Written for"))
        self._lately.setAccessibleName(self.tr("Searched lately"))
        self._everything, self._everything_box = self._link(self.tr("Show everything"))
        self._forget, self._forget_box = self._link(self.tr("Forget recent searches"))
        self._lately_title = self.title(self.tr("Searched lately"))
        self._lay_out()
        self._chapters.chosen.connect(self.chapter_chosen)
        self._words.chosen.connect(self._on_words_chosen)
        self._lately.chosen.connect(self.query_chosen)
        for part in (self._chapters, self._words):
            part.confirmed.connect(self.results_wanted)
        self._everything.clicked.connect(self.everything_wanted)
        self._forget.clicked.connect(self.forget_wanted)
        self.setFocusProxy(self._chapters)
        self.set_lately(())

    def _link(self, words: str) -> tuple[QPushButton, QWidget]:
        """A link, and a box that sets it where the words of the rows begin."""
        box = QWidget(self.body)
        link = QPushButton(words, box)
        link.setProperty("kind", "link")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(*margins(15, 0, 8, 0))
        layout.addWidget(link)
        return link, box

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        left = Qt.AlignmentFlag.AlignLeft
        inner.addWidget(self.title(self.tr("Show")))
        inner.addWidget(self._chapters)
        inner.addSpacing(10)
        inner.addWidget(self.title(self.tr("Written for")))
        inner.addWidget(self._words)
        inner.addWidget(self._everything_box, 0, left)
        inner.addSpacing(10)
        inner.addWidget(self._lately_title)
        inner.addWidget(self._lately)
        inner.addWidget(self._forget_box, 0, left)
        inner.addStretch(1)
        self.show_body()

    def set_counts(self, counts: Counts) -> None:
        """Show these numbers and what is chosen, without reporting it."""
        self._counts = counts
        chapters = [(ALL, self.tr("All chapters"), counts.in_all), *counts.chapters]
        self._chapters.set_choices([self._choice(*chapter) for chapter in chapters], counts.chapter)
        families = counts.audience is Audience.PATIENT
        both = self.tr("Both, families first") if families else self.tr("Both, clinicians first")
        own = self.tr("Families only") if families else self.tr("Clinicians only")
        rows = [self._choice(BOTH, both, counts.in_both), self._choice(OWN, own, counts.in_own)]
        self._words.set_choices(rows, OWN if counts.own_only else BOTH)
        self._everything_box.setVisible(self.is_filtering())

    def _choice(self, value: str, words: str, number: int) -> Choice:
        spoken = (
            self.tr("{words}, 1 result") if number == 1 else self.tr("{words}, {n} results", None, number)
        )
        return Choice(value, words, str(number), spoken.format(words=words, n=number))

    def set_lately(self, queries: Sequence[str]) -> None:
        """Offer these searches again; none takes their part away."""
        self._lately.set_choices([Choice(query, query) for query in queries])
        for part in (self._lately, self._lately_title, self._forget_box):
            part.setVisible(bool(queries))

    def is_filtering(self) -> bool:
        """Whether anything is left out."""
        return self._counts.chapter != ALL or self._counts.own_only

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        for part in (self._chapters, self._words, self._lately):
            part.set_look(look)

    @Slot(str)
    def _on_words_chosen(self, value: str) -> None:
        self.own_only_chosen.emit(value == OWN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows everything; where that is shown already, it is for whoever holds the pane."""
        if event.key() == Qt.Key.Key_Escape and self.is_filtering():
            self.everything_wanted.emit()
        else:
            super().keyPressEvent(event)
