"""What a search found, as a list that the keyboard drives, with a preview beside it."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.search import SearchAnswer, SearchHit
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.rows import RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import Words, page_css, page_html
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.result_list import HitDelegate, ResultList
from crmo_desktop.services.reading import ReadingService

Index = QModelIndex | QPersistentModelIndex
_PREVIEW_FROM = 900  # pixels of this page at 100% from which the preview has room
_NO_WORDS = Words(call_outs={}, audience="", minutes="", sources="", source_count="", reviewed="")


class SearchPage(QWidget):
    """Hits best first; Enter opens one."""

    hit_chosen = Signal(object)  # a SearchHit
    query_wanted = Signal(str)  # another spelling
    left = Signal()  # Escape: back to the page as it was
    typing_wanted = Signal()  # Up on the first row: back to the field

    def __init__(
        self, reading: ReadingService, icons: IconShelf, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reading, self._icons, self._look = reading, icons, look
        self._answer = SearchAnswer(query="", hits=())
        self._audience = Audience.PATIENT
        self._model: RowModel[SearchHit] = RowModel(self)
        self._box = QFrame(self)
        self._box.setObjectName("didYouMean")
        self._said = QLabel(self._box)
        self._said.setWordWrap(True)
        self._offers = QHBoxLayout()
        self._list = ResultList(self)
        self._list.setModel(self._model)
        self._delegate = HitDelegate(look, icons, self._list)
        self._list.setItemDelegate(self._delegate)
        self._delegate.follow_pointer(self._list)
        self._preview = PageView(self._pixmap, self)
        self._preview.setAccessibleName(self.tr("Preview"))
        self._preview.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self._list.opened.connect(self._on_opened)
        self._list.left.connect(self.left)
        self._list.typing_wanted.connect(self.typing_wanted)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._preview.link_activated.connect(self._on_preview_link)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self._box)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(4)
        box.addWidget(self._said)
        box.addLayout(self._offers)
        found = QVBoxLayout()
        found.setContentsMargins(16, 14, 8, 0)
        found.setSpacing(8)
        found.addWidget(self._box)
        found.addWidget(self._list, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(found, 56)
        layout.addWidget(self._preview, 50)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self._list)

    # --- what is shown

    def show_answer(self, answer: SearchAnswer, audience: Audience) -> None:
        """Show what was found, the first hit chosen."""
        self._answer, self._audience = answer, audience
        self._delegate.audience = audience
        self._model.set_rows([(hit, self._spoken(hit)) for hit in answer.hits])
        self._fill_box(answer)
        if answer.hits:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._show_preview()

    def answer(self) -> SearchAnswer:
        """The answer that is shown."""
        return self._answer

    def current_hit(self) -> SearchHit | None:
        """The hit chosen; the first if none was."""
        return self._model.row(self._list.currentIndex()) or (
            self._answer.hits[0] if self._answer.hits else None
        )

    def enter(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def summary(self) -> str:
        """How much was found, for the status bar and for screen readers."""
        hits = self._answer.hits
        topics = len({hit.topic for hit in hits})
        if not hits:
            return self.tr("No results")
        if len(hits) == 1:
            return self.tr("1 result")
        words = (
            self.tr("{hits} results in 1 topic")
            if topics == 1
            else self.tr("{hits} results in {topics} topics")
        )
        return words.format(hits=len(hits), topics=topics)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._delegate.set_look(look)
        self._box.setStyleSheet(
            f"#didYouMean {{ background: {look.name_of('unknown_bg')}; border-radius: 8px; }}"
        )
        self._list.scheduleDelayedItemsLayout()
        self._preview.setStyleSheet(f"border-left: 1px solid {look.name_of('border')};")
        self._show_preview()

    def _spoken(self, hit: SearchHit) -> str:
        parts = [
            f"{hit.topic_title}, {hit.section_title}" if hit.section else hit.topic_title,
            hit.excerpt,
            hit.why,
        ]
        if hit.audience is not self._audience and not hit.is_help:
            parts.append(self._other_audience(hit.audience))
        return ". ".join(part for part in parts if part)

    def _other_audience(self, audience: Audience) -> str:
        return self.tr("For families") if audience is Audience.PATIENT else self.tr("For clinicians")

    def _fill_box(self, answer: SearchAnswer) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        words = ""
        if answer.searched_for:
            words = self.tr("Nothing was found for “{query}”. Showing results for “{found}”.")
            words = words.format(query=_short(answer.query), found=answer.searched_for)
        elif not answer.hits and answer.query:
            words = self.tr("No topic contains “{query}”.").format(query=_short(answer.query))
        elif answer.suggestions:
            words = self.tr("Did you mean:")
        self._said.setText(words)
        for suggestion in answer.suggestions:
            if suggestion == answer.searched_for:
                continue
            button = QPushButton(suggestion, self._box)
            button.setProperty("kind", "link")
            button.setAccessibleName(self.tr("Search for {words}").format(words=suggestion))
            button.clicked.connect(self._on_suggestion)
            self._offers.addWidget(button)
        self._offers.addStretch(1)
        self._box.setVisible(bool(words))

    # --- the preview

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview shows where there is room."""
        super().resizeEvent(event)
        self._preview.setVisible(self.width() >= self._look.ui(_PREVIEW_FROM))

    def _show_preview(self) -> None:
        hit = self._model.row(self._list.currentIndex())
        if hit is None and not self._answer.query:
            return  # nothing has been searched yet
        if hit is None:
            self._preview.set_page("", page_css(self._look), self._look, name=self.tr("Preview"))
            return
        page = self._reading.page(hit.topic, hit.audience)
        sections = (
            tuple(section for section in page.sections if section.id == hit.section) or page.sections[:1]
        )
        shown = replace(page, sections=sections, sources=())
        words = replace(_NO_WORDS, call_outs=_CallOutTitles(self))
        html = page_html(shown, self._look, words, narrow=True)
        name = self.tr("Preview of {title}").format(title=hit.topic_title)
        self._preview.set_page(html, page_css(self._look), self._look, name=name)
        marked = {hit.excerpt[start : start + length] for start, length in hit.marks}
        places = sorted({place for word in marked for place in self._preview.find_all(word)})
        self._preview.mark(places, None)

    def _pixmap(self, name: str, ratio: float) -> QPixmap | None:
        kind, icon, role = [*name.split(":"), "", ""][:3]
        if kind != "ic" or not role:
            return None
        return self._icons.pixmap(
            icon, self._look.name_of(role), self._look.px(18 if icon == "square" else 20), ratio
        )

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        hit = self._model.row(index)
        if hit is not None:
            self.hit_chosen.emit(hit)

    @Slot()
    def _on_current_changed(self) -> None:
        self._show_preview()

    @Slot(str, QRect)
    def _on_preview_link(self, _target: str, _place: QRect) -> None:
        hit = self.current_hit()
        if hit is not None:
            self.hit_chosen.emit(hit)

    @Slot()
    def _on_suggestion(self) -> None:
        self.query_wanted.emit(self.sender().text())  # type: ignore[attr-defined]  # the sender is a button


class _CallOutTitles(dict[str, str]):
    """The titles of call-outs in a preview."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(
            {
                "key": page.tr("In short"),
                "red-flag": page.tr("Get help fast"),
                "caution": page.tr("Caution"),
                "evidence": page.tr("What this rests on"),
                "unknown": page.tr("Not known"),
            }
        )


def _short(query: str) -> str:
    return query if len(query) <= 60 else query[:60] + "…"
