"""What a search found, as a list that the keyboard drives, with a preview beside it."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPixmap, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.search import SearchAnswer, SearchHit
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import Words, page_css, page_html
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.row_delegate import RowDelegate
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

    def __init__(self, reading: ReadingService, icons: IconShelf, look: Look, parent: QWidget | None = None) -> None:
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
        self._list = _ResultList(self)
        self._list.setModel(self._model)
        self._delegate = _HitDelegate(look, icons, self._list)
        self._list.setItemDelegate(self._delegate)
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
        return self._model.row(self._list.currentIndex()) or (self._answer.hits[0] if self._answer.hits else None)

    def enter(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def summary(self) -> str:
        """How much was found, for the status bar and for screen readers."""
        hits = self._answer.hits
        topics = len({hit.topic for hit in hits})
        if not hits:
            return self.tr("No results")
        return self.tr("{hits} results in {topics} topics").format(hits=len(hits), topics=topics)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._delegate.set_look(look)
        self._box.setStyleSheet(f"#didYouMean {{ background: {look.name_of('unknown_bg')}; border-radius: 8px; }}")
        self._list.scheduleDelayedItemsLayout()
        self._preview.setStyleSheet(f"border-left: 1px solid {look.name_of('border')};")
        self._show_preview()

    def _spoken(self, hit: SearchHit) -> str:
        parts = [f"{hit.topic_title}, {hit.section_title}" if hit.section else hit.topic_title, hit.excerpt, hit.why]
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
            words = self.tr("Nothing contains “{query}”. Showing results for “{found}”.")
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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
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
        sections = tuple(section for section in page.sections if section.id == hit.section) or page.sections[:1]
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
        return self._icons.pixmap(icon, self._look.name_of(role), self._look.px(18 if icon == "square" else 20), ratio)

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


class _ResultList(QListView):
    """The list; says when the keyboard leaves it."""

    opened = Signal(QModelIndex)
    left = Signal()
    typing_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Search results"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.typing_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _HitDelegate(RowDelegate):
    """Topic › section, chapter at the right, excerpt with marks, why it matched."""

    def __init__(self, look: Look, icons: IconShelf, parent: QListView) -> None:
        super().__init__(look, parent=parent)
        self._icons, self._list = icons, parent
        self.audience = Audience.PATIENT

    def is_current(self, index: Index) -> bool:
        return bool(index == self._list.currentIndex())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        width = self._width(option)
        height = sum(layout.boundingRect().height() for layout, _ in self._parts(index, width))
        return QSize(width, round(height) + self.look.ui(26))

    def _parts(self, index: Index, width: int) -> list[tuple[QTextLayout, str]]:
        """The row's paragraphs, laid out, each with the role of its ink."""
        hit = index.data(ROW_ROLE)
        if not isinstance(hit, SearchHit):
            return []
        room = width - self.look.ui(32)
        title = f"{hit.topic_title} › {hit.section_title}" if hit.section else hit.topic_title
        chapter_room = self._chapter_width(hit)
        parts = [(self._lines(title, self.look.ui_font(16.5, 600), room - chapter_room, ()), "heading")]
        parts.append((self._lines(hit.excerpt, self.look.ui_font(15), room, hit.marks), "text"))
        if hit.why:
            parts.append((self._lines(hit.why, self.look.ui_font(14), room - self.look.ui(24), ()), "evidence_title"))
        if hit.audience is not self.audience and not hit.is_help:
            words = self.tr("For families") if hit.audience is Audience.PATIENT else self.tr("For clinicians")
            role = "aud_family" if hit.audience is Audience.PATIENT else "aud_clinician"
            parts.append((self._lines(words, self.look.ui_font(14), room - self.look.ui(24), ()), role))
        return parts

    def _chapter_width(self, hit: SearchHit) -> int:
        layout = self._lines(hit.chapter_title, self.look.ui_font(14), 10_000, ())
        return round(layout.lineAt(0).naturalTextWidth()) + self.look.ui(16)

    def _lines(self, text: str, font: QFont, width: float, marks: tuple[tuple[int, int], ...]) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        formats = []
        for start, length in marks:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, length
            shape = QTextCharFormat()
            shape.setBackground(self.look.colour("find"))
            shape.setForeground(self.look.colour("on_find"))
            piece.format = shape
            formats.append(piece)
        layout.setFormats(formats)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(ROW_ROLE)
        if not isinstance(hit, SearchHit):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect
        ground, _ = self.paint_ground(painter, option, row, index)
        on_current = ground == "row_current" and self.look.is_high_contrast
        left, top = row.left() + self.look.ui(20), row.top() + self.look.ui(11)
        chapter = self._lines(hit.chapter_title, self.look.ui_font(14), 10_000, ())
        painter.setPen(self.look.colour("on_row_current" if on_current else "muted"))
        chapter.draw(painter, QPointF(row.right() - self._chapter_width(hit), top + self.look.ui(2)))
        for number, (layout, role) in enumerate(self._parts(index, row.width())):
            painter.setPen(self.look.colour("on_row_current" if on_current else role))
            shift = 0
            if number >= 2:
                shift = self.look.ui(24)
                self._draw_icon(painter, role, QPointF(left, top + 1), on_current)
            layout.draw(painter, QPointF(left + shift, top))
            top += layout.boundingRect().height()
        if ground != "row_current":
            painter.setPen(self.look.colour("border"))
            painter.drawLine(row.left() + 12, row.bottom(), row.right() - 12, row.bottom())
        self.paint_ring(painter, option, row, ground)
        painter.restore()

    def _draw_icon(self, painter: QPainter, role: str, place: QPointF, on_current: bool) -> None:
        name = {"evidence_title": "vocabulary", "aud_family": "users"}.get(role, "stethoscope")
        colour = self.look.name_of("on_row_current" if on_current else role)
        pixmap = self._icons.pixmap(name, colour, self.look.ui(17), self._list.devicePixelRatioF())
        painter.drawPixmap(QRectF(place.x(), place.y(), self.look.ui(17), self.look.ui(17)), pixmap, QRectF(pixmap.rect()))
