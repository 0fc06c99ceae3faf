"""What a search found, as a list that the keyboard drives, with a preview beside it."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId
from crmo_desktop.domain.search import SearchAnswer, SearchHit
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.models.rows import RowModel
from crmo_desktop.gui.pages.hit_preview import HitPreview
from crmo_desktop.gui.pages.result_words import ResultWords
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.filter_pane import FilterPane
from crmo_desktop.gui.widgets.link_flow import LinkFlow
from crmo_desktop.gui.widgets.nothing_found import NothingFound
from crmo_desktop.gui.widgets.result_list import HitDelegate, ResultList
from crmo_desktop.services.finding import Finding
from crmo_desktop.services.narrowing import EVERYTHING, Filter, Narrowed, narrow
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.trainer_questions import TrainerQuestions

HITS_SHOWN: Final = 30  # in the list; all of them stand on the page that Ctrl+Shift+F makes
_PREVIEW_FROM: Final = 900  # pixels of this page at 100% from which the preview has room


class SearchPage(QWidget):
    """Hits best first; Enter opens one.

    Attributes:
        filters: stands beside the page, wherever the window has room for it.
        nothing: stands in the place of the list where there are no hits.
    """

    hit_chosen = Signal(object)  # a SearchHit
    query_wanted = Signal(str)  # another spelling, or other words
    completion_chosen = Signal(str)  # what the last word is to become
    everything_wanted = Signal()  # all hits on one page
    filters_wanted = Signal()  # the pane, where it is not beside
    said = Signal(str)  # what a filter has left, for the status bar and for screen readers
    left = Signal()  # Escape: back to the page as it was
    typing_wanted = Signal()  # Up on the first row: back to the field

    def __init__(
        self,
        reading: ReadingService,
        questions: TrainerQuestions,
        icons: IconShelf,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading, self._questions = reading, questions
        self._icons, self._look = icons, look
        self._finding = Finding(SearchAnswer(query="", hits=()), Audience.PATIENT, HITS_SHOWN)
        self._filter, self._has_filters_beside = EVERYTHING, False
        self._narrowed: Narrowed = narrow((), self._filter, Audience.PATIENT, ())
        self._words = ResultWords(self)
        self._model: RowModel[SearchHit] = RowModel(self)
        self.filters = FilterPane(look, icons, self)
        self.filters.hide()
        self.nothing = NothingFound(self)
        self._head, self._foot = QWidget(self), QWidget(self)
        self._completions = LinkFlow(self._head, lines=1, keeps_line=True)
        self._filter_button = QToolButton(self._head)
        self._filter_button.setProperty("kind", "menu")
        self._filter_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._filter_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_all = QPushButton(self.tr("Show everything"), self._head)
        self._show_all.setProperty("kind", "link")
        self._box = QFrame(self)
        self._box.setObjectName("didYouMean")
        self._said = QLabel(self._box)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._offers = LinkFlow(self._box)
        self._list = ResultList(self)
        self._list.setModel(self._model)
        self._delegate = HitDelegate(look, icons, self._list)
        self._list.setItemDelegate(self._delegate)
        self._delegate.follow_pointer(self._list)
        self._summary = QLabel(self._foot)
        self._summary.setProperty("kind", "muted")
        self._everything = QPushButton(self.tr("Show all on one page"), self._foot)
        self._everything.setProperty("kind", "link")
        self.preview = HitPreview(reading, icons, look, self)
        self._later = QTimer(self)  # keys that wait come before the preview of what they leave
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._middle = QStackedLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(*margins(6, 0, 0, 0))
        head.setSpacing(8)
        head.addWidget(self._completions, 1)
        head.addWidget(self._show_all)
        head.addWidget(self._filter_button)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(*margins(6, 0, 0, 0))
        foot.setSpacing(12)
        foot.addWidget(self._summary)
        foot.addWidget(self._everything)
        foot.addStretch(1)
        box = QVBoxLayout(self._box)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(4)
        box.addWidget(self._said)
        box.addWidget(self._offers)
        self._middle.addWidget(self._list)
        self._middle.addWidget(self.nothing)
        found = QVBoxLayout()
        found.setContentsMargins(*margins(16, 8, 8, 4))
        found.setSpacing(4)
        found.addWidget(self._head)
        found.addWidget(self._box)
        found.addLayout(self._middle, 1)
        found.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(found, 56)
        layout.addWidget(self.preview, 50)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._list.opened.connect(self._on_opened)
        self._list.left.connect(self.left)
        self._list.typing_wanted.connect(self.typing_wanted)
        self._list.selectionModel().currentChanged.connect(self._later.start)
        self._later.timeout.connect(self._show_preview)
        self.preview.opened.connect(self._on_preview_opened)
        self.preview.left.connect(self.enter)
        self._offers.chosen.connect(self.query_wanted)
        self._completions.chosen.connect(self.completion_chosen)
        self._everything.clicked.connect(self.everything_wanted)
        self._filter_button.clicked.connect(self.filters_wanted)
        self._show_all.clicked.connect(self.show_everything)
        self.nothing.query_chosen.connect(self.query_wanted)
        self.nothing.everything_wanted.connect(self.show_everything)
        self.nothing.keep_wanted.connect(self._on_keep)
        self.nothing.left.connect(self.left)
        self.filters.chapter_chosen.connect(self._on_chapter_chosen)
        self.filters.own_only_chosen.connect(self._on_own_only_chosen)
        self.filters.everything_wanted.connect(self.show_everything)
        self.filters.query_chosen.connect(self.query_wanted)

    # --- what is shown

    def show_finding(self, finding: Finding) -> None:
        """Show what was found and passes the filter, the first hit chosen."""
        self._finding = finding
        self._delegate.audience = finding.audience
        self._show()

    def _show(self) -> None:
        finding = self._finding
        hits = finding.answer.hits
        self._narrowed = narrow(hits, self._filter, finding.audience, self._reading.chapters())
        shown = self._narrowed.hits[:HITS_SHOWN]
        rows = [(hit, self._words.spoken(hit, finding.audience)) for hit in shown]
        self._model.set_rows(rows)
        if shown:
            self._list.setCurrentIndex(self._model.index(0, 0))
        if not shown:
            self._show_nothing()
        self._middle.setCurrentWidget(self._list if shown else self.nothing)
        self._fill_head()
        self._later.start()

    def _show_nothing(self) -> None:
        nothing = self._words.nothing(self._finding, self._filter)
        if not self._questions.is_offered:
            nothing = replace(nothing, question="")
        is_kept = bool(nothing.question) and self._questions.has(nothing.question)
        self.nothing.set_nothing(nothing, is_kept=is_kept)

    def _fill_head(self) -> None:
        answer, words = self._finding.answer, self._words
        chosen = words.filter_words(self._filter, self._narrowed, self._finding.audience)
        self._summary.setText(self.summary())
        self._show_all.setVisible(self._filter != EVERYTHING and not self._has_filters_beside)
        self._filter_button.setText(" " + chosen)
        self._filter_button.setAccessibleName(self.tr("Filter: {words}").format(words=chosen))
        self._completions.set_links(self.tr("Go on with:"), words.completions(answer))
        box = words.box(answer)
        self._said.setText(box)
        self._offers.set_links("", words.offers(answer) if answer.hits else ())
        self._offers.setVisible(bool(answer.hits) and bool(words.offers(answer)))
        self._box.setVisible(bool(box))
        self._foot.setVisible(bool(self._narrowed.hits))
        self.filters.set_counts(words.counts(self._filter, self._narrowed, self._finding.audience))

    def answer(self) -> SearchAnswer:
        """The answer that is shown, or of which the filter shows a part."""
        return self._finding.answer

    def finding(self) -> Finding:
        """The answer with what belongs to it."""
        return self._finding

    def shown_hits(self) -> tuple[SearchHit, ...]:
        """The rows of the list."""
        return self._narrowed.hits[:HITS_SHOWN]

    def current_hit(self) -> SearchHit | None:
        """The hit chosen; None if there is none."""
        return self._model.row(self._list.currentIndex())

    def place(self) -> float:
        """Which row is chosen, as a share of them, 0 to 1."""
        return max(0, self._list.currentIndex().row()) / HITS_SHOWN

    def set_place(self, place: float) -> None:
        """Choose the row that `place` told."""
        row = min(round(place * HITS_SHOWN), self._model.rowCount() - 1)
        self._list.setCurrentIndex(self._model.index(row, 0))

    def enter(self) -> None:
        """Put the keyboard into the list; where it is empty, to what is offered instead."""
        if self._narrowed.hits:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.nothing.enter()

    def look_beside(self) -> None:
        """Put the keyboard into the preview; where that has no room, open the page."""
        hit = self.current_hit()
        if hit is None:
            return
        if self.preview.isVisible():
            self._show_preview()
            self.preview.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.hit_chosen.emit(hit)

    def summary(self) -> str:
        """How much was found, for the status bar and for screen readers."""
        return self._words.summary(self._finding, self._narrowed, most=HITS_SHOWN)

    def spoken(self) -> str:
        """What a screen reader says of an answer that has come."""
        return self.summary() if self._narrowed.hits else self.nothing.words()

    def chosen_filter(self) -> Filter:
        """What is shown of the hits."""
        return self._filter

    def set_filters_beside(self, beside: bool) -> None:
        """Where the pane stands beside, no button is needed that opens it."""
        self._has_filters_beside = beside
        self._filter_button.setVisible(not beside)
        self._show_all.setVisible(self._filter != EVERYTHING and not beside)

    def has_filters_beside(self) -> bool:
        """Whether the pane stands beside, not over the page."""
        return self._has_filters_beside

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._delegate.set_look(look)
        edge = f"border: 2px solid {look.name_of('unknown_bar')};" if look.is_high_contrast else ""
        self._box.setStyleSheet(
            f"#didYouMean {{ background: {look.name_of('unknown_bg')}; border-radius: 8px; {edge} }}"
        )
        self._filter_button.setIcon(self._icons.icon("filter", look, "text", 18, self.devicePixelRatioF()))
        self._filter_button.setIconSize(QSize(look.ui(18), look.ui(18)))
        self._list.scheduleDelayedItemsLayout()
        self.filters.set_look(look)
        self.preview.set_look(look)
        self._place_preview()

    @Slot(str)
    def _on_keep(self, question: str) -> None:
        is_kept = self._questions.keep(question, self._finding.audience)
        words = self._words.kept(is_kept=is_kept, trouble=self._questions.trouble())
        self.nothing.set_state(words, is_kept=is_kept)
        announce(self.nothing, words)

    # --- the filter

    @Slot()
    def show_everything(self) -> None:
        """Show all hits again."""
        self._set_filter(EVERYTHING)

    def _set_filter(self, chosen: Filter) -> None:
        if chosen != self._filter:
            self._filter = chosen
            self._show()
            self.said.emit(self.spoken())

    @Slot(str)
    def _on_chapter_chosen(self, chapter: str) -> None:
        self._set_filter(self._filter._replace(chapter=ChapterId(chapter) if chapter else None))

    @Slot(bool)
    def _on_own_only_chosen(self, own_only: bool) -> None:
        self._set_filter(self._filter._replace(own_words_only=own_only))

    # --- the preview

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview shows where there is room."""
        super().resizeEvent(event)
        self._place_preview()

    def _place_preview(self) -> None:
        self.preview.setVisible(self.width() >= self._look.ui(_PREVIEW_FROM))

    @Slot()
    def _show_preview(self) -> None:
        self._later.stop()
        hit = self.current_hit()
        if hit is not self.preview.hit():
            self.preview.show_hit(hit)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        hit = self._model.row(index)
        if hit is not None:
            self.hit_chosen.emit(hit)

    @Slot()
    def _on_preview_opened(self) -> None:
        hit = self.preview.hit()
        if hit is not None:
            self.hit_chosen.emit(hit)
