"""The list of search results and how its rows are drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from crmo_desktop.domain import bidi
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.search import SearchHit
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import line_option, placed, placed_point
from crmo_desktop.gui.models.rows import ROW_ROLE
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import RowDelegate, break_lines

Index = QModelIndex | QPersistentModelIndex
_LONG_LINE = 10_000  # pixels: nothing wraps
_MOST_ROWS = 300  # laid out and kept: while somebody types, many hits come again


class ResultList(QListView):
    """The list; says when the keyboard leaves it."""

    opened = Signal(QModelIndex)  # the row
    left = Signal()
    typing_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Search results"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; Escape and Up on the first row leave the list."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.typing_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap to the new width."""
        super().resizeEvent(event)
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class HitDelegate(RowDelegate):
    """Topic › section, chapter at the end, excerpt with marks, why it matched."""

    def __init__(self, look: Look, icons: IconShelf, parent: QListView) -> None:
        super().__init__(look, parent=parent)
        self._icons, self._list = icons, parent
        self._audience = Audience.PATIENT
        self._rows: dict[tuple[SearchHit, int], list[tuple[QTextLayout, str]]] = {}

    @property
    def audience(self) -> Audience:
        """The reader's own; rows written for the other say so."""
        return self._audience

    @audience.setter
    def audience(self, audience: Audience) -> None:
        if audience is not self._audience:
            self._audience = audience
            self._rows.clear()

    def set_look(self, look: Look) -> None:
        """Paint with another look from now on."""
        super().set_look(look)
        self._rows.clear()

    def is_current(self, index: Index) -> bool:
        """The hit that Enter would open."""
        return bool(index == self._list.currentIndex())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the paragraphs need."""
        width = self._width(option)
        height = sum(layout.boundingRect().height() for layout, _ in self._parts(index, width))
        return QSize(width, round(height) + self.look.ui(26))

    def _parts(self, index: Index, width: int) -> list[tuple[QTextLayout, str]]:
        """The row's paragraphs, laid out once, each with the role of its ink."""
        hit = index.data(ROW_ROLE)
        if not isinstance(hit, SearchHit):
            return []
        key = (hit, width)
        if key not in self._rows:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            self._rows[key] = self._lay_out_hit(hit, width)
        return self._rows[key]

    def _lay_out_hit(self, hit: SearchHit, width: int) -> list[tuple[QTextLayout, str]]:
        room = width - self.look.ui(32)
        between = "‹" if self.is_mirrored else "›"
        title = f"{hit.topic_title} {between} {hit.section_title}" if hit.section else hit.topic_title
        chapter_room = self._chapter_width(hit)
        parts = [(self._lines(title, self.look.ui_font(16.5, 600), room - chapter_room, ()), "heading")]
        parts.append((self._lines(hit.excerpt, self.look.ui_font(15), room, hit.marks), "text"))
        if hit.why:
            parts.append(
                (self._lines(hit.why, self.look.ui_font(14), room - self.look.ui(24), ()), "evidence_title")
            )
        if hit.audience is not self.audience and not hit.is_help:
            words = self.tr("For families") if hit.audience is Audience.PATIENT else self.tr("For clinicians")
            role = "aud_family" if hit.audience is Audience.PATIENT else "aud_clinician"
            parts.append((self._lines(words, self.look.ui_font(14), room - self.look.ui(24), ()), role))
        return parts

    def _chapter_width(self, hit: SearchHit) -> int:
        layout = self._lines(hit.chapter_title, self.look.ui_font(14), _LONG_LINE, ())
        return round(layout.lineAt(0).naturalTextWidth()) + self.look.ui(16)

    def _lines(self, text: str, font: QFont, width: float, marks: tuple[tuple[int, int], ...]) -> QTextLayout:
        if self.is_mirrored:
            ends = [(start, start + length) for start, length in marks]
            places = [tuple(bidi.place_in_isolated(text, at) for at in pair) for pair in ends]
            marks = tuple((start, end - start) for start, end in places)
            text = bidi.isolated(text)
        layout = QTextLayout(text, font)
        layout.setTextOption(line_option(text, mirrored=self.is_mirrored))
        formats = []
        for start, length in marks:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, length
            shape = QTextCharFormat()
            shape.setBackground(self.look.colour("find"))
            shape.setForeground(self.look.colour("on_find" if self.look.is_high_contrast else "text"))
            shape.setFontUnderline(self.look.is_high_contrast)
            piece.format = shape
            formats.append(piece)
        layout.setFormats(formats)
        break_lines(layout, max(40.0, width))
        return layout

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One hit."""
        hit = index.data(ROW_ROLE)
        if not isinstance(hit, SearchHit):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect
        ground, _ = self.paint_ground(painter, option, row, index)
        on_current = ground == "row_current" and self.look.is_high_contrast
        left = row.left() + self.look.ui(20)
        top = float(row.top() + self.look.ui(11))
        chapter = self._lines(hit.chapter_title, self.look.ui_font(14), _LONG_LINE, ())
        painter.setPen(self.look.colour("on_row_current" if on_current else "muted"))
        chapter.draw(painter, self._chapter_at(hit, row, top))
        for number, (layout, role) in enumerate(self._parts(index, row.width())):
            painter.setPen(self.look.colour("on_row_current" if on_current else role))
            shift = 0
            if number >= 2:
                shift = self.look.ui(24)
                self._draw_icon(painter, role, QRectF(row), QPointF(left, top + 1), on_current)
            place, wide = QPointF(left + shift, top), layout.lineAt(0).width()
            layout.draw(painter, placed_point(place, wide, QRectF(row), mirrored=self.is_mirrored))
            top += layout.boundingRect().height()
        if ground != "row_current":
            painter.setPen(self.look.colour("border"))
            painter.drawLine(row.left() + 12, row.bottom(), row.right() - 12, row.bottom())
        self.paint_ring(painter, option, row, ground, index)
        painter.restore()

    def _chapter_at(self, hit: SearchHit, row: QRect, top: float) -> QPointF:
        """Where the chapter's line is drawn: its words are at one end of it."""
        room = self._chapter_width(hit)
        place = QPointF(row.right() - room, top + self.look.ui(2))
        if not self.is_mirrored:
            return place
        words = placed_point(place, room, QRectF(row), mirrored=True)
        return QPointF(words.x() + room - _LONG_LINE, words.y())

    def _draw_icon(self, painter: QPainter, role: str, row: QRectF, place: QPointF, on_current: bool) -> None:
        name = {"evidence_title": "vocabulary", "aud_family": "users"}.get(role, "stethoscope")
        colour = self.look.name_of("on_row_current" if on_current else role)
        pixmap = self._icons.pixmap(name, colour, self.look.ui(17), self._list.devicePixelRatioF())
        size = self.look.ui(17)
        area = placed(QRectF(place.x(), place.y(), size, size), row, mirrored=self.is_mirrored)
        painter.drawPixmap(area, pixmap, QRectF(pixmap.rect()))
