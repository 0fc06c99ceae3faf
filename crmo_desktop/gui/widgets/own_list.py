"""The list of what the reader has made or read, and how its rows are drawn."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import line_option, placed, placed_point
from crmo_desktop.gui.models.own_rows import OwnRow
from crmo_desktop.gui.models.rows import ROW_ROLE
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.colour_row import EDGES, FILLS
from crmo_desktop.gui.widgets.row_delegate import RowDelegate, break_lines

Index = QModelIndex | QPersistentModelIndex
_LONG_LINE: Final = 10_000  # pixels: nothing wraps
_MOST_ROWS: Final = 300  # laid out and kept
_LEFT: Final = 50  # pixels at 100% before the words
_ICON: Final = 20
_NEW_LINE: Final = "\u2028"  # a layout knows no other
_QUOTE: Final = 16  # before a quote, after its bar began
_INKS: Final = {"bookmark": "accent", "note": "evidence_title"}

Paragraph = tuple[str, QTextLayout]


class OwnList(QListView):
    """Several rows can be chosen at once; says when the keyboard leaves it."""

    opened = Signal(QModelIndex)  # Enter on a row
    delete_wanted = Signal()  # of the rows chosen
    typing_wanted = Signal()  # Up on the first row: to the field

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, Up on the first row goes to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_Up and not event.modifiers() & ~_KEYPAD and self._is_at_top():
            self.typing_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _is_at_top(self) -> bool:
        """Whether no row that can be chosen is above the current one."""
        rows = range(self.currentIndex().row())
        return not any(self.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled for row in rows)

    def shown_rows(self) -> range:
        """The numbers of the rows that can be seen."""
        count = self.model().rowCount() if self.model() is not None else 0
        if not count:
            return range(0)
        middle = self.viewport().width() // 2
        first, last = self.indexAt(QPointF(middle, 2).toPoint()), self.viewport().height() - 2
        end = self.indexAt(QPointF(middle, last).toPoint())
        start = first.row() if first.isValid() else 0
        return range(start, (end.row() if end.isValid() else count - 1) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap to the new width."""
        super().resizeEvent(event)
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class OwnRowDelegate(RowDelegate):
    """Icon of the kind, title and date, the words quoted on their colour, the reader's own, where it is."""

    def __init__(self, look: Look, icons: IconShelf, parent: QListView) -> None:
        super().__init__(look, parent=parent)
        self._icons, self._list = icons, parent
        self._rows: dict[tuple[OwnRow, int], list[Paragraph]] = {}

    def set_look(self, look: Look) -> None:
        """Paint with another look from now on."""
        super().set_look(look)
        self._rows.clear()

    def is_current(self, index: Index) -> bool:
        """A row that is chosen."""
        return self._list.selectionModel().isSelected(index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the paragraphs need."""
        width = self._width(option)
        height = sum(layout.boundingRect().height() for _, layout in self._parts(index, width))
        row = index.data(ROW_ROLE)
        around = 26 if isinstance(row, OwnRow) and row.icon else 16
        return QSize(width, round(height) + self.look.ui(around))

    def _parts(self, index: Index, width: int) -> list[Paragraph]:
        """The row's paragraphs, laid out once, each with what it is."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OwnRow):
            return []
        key = (row, width)
        if key not in self._rows:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            self._rows[key] = self._lay_out_row(row, width)
        return self._rows[key]

    def _lay_out_row(self, row: OwnRow, width: int) -> list[Paragraph]:
        look = self.look
        if not row.icon:
            return [("heading", self._words(row.title, look.ui_font(14, 600), width - look.ui(40)))]
        room = width - look.ui(_LEFT + 16)
        parts = [("title", self._words(row.title, look.ui_font(16.5, 600), room - self._date_width(row)))]
        if row.quote:
            quote = self._words(row.quote, look.ui_font(15), room - look.ui(_QUOTE), colour=row.colour)
            parts.append(("quote", quote))
        if row.words:
            parts.append(("words", self._words(row.words, look.ui_font(15), room)))
        if row.foot:
            parts.append(("foot", self._words(row.foot, look.ui_font(14), room)))
        return parts

    def _date_width(self, row: OwnRow) -> int:
        if not row.when:
            return 0
        line = self._words(row.when, self.look.ui_font(14), _LONG_LINE)
        return round(line.lineAt(0).naturalTextWidth()) + self.look.ui(16)

    def _words(self, text: str, font: QFont, width: float, *, colour: int = 0) -> QTextLayout:
        text = text.replace("\n", _NEW_LINE)
        layout = QTextLayout(text, font)
        layout.setTextOption(line_option(text, mirrored=self.is_mirrored))
        if colour:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = 0, len(text.encode("utf-16-le")) // 2
            shape = QTextCharFormat()
            shape.setBackground(self.look.colour(FILLS[colour]))
            shape.setForeground(self.look.colour("text"))
            shape.setFontUnderline(self.look.is_high_contrast)
            shape.setUnderlineColor(self.look.colour(EDGES[colour]))
            piece.format = shape
            layout.setFormats([piece])
        break_lines(layout, max(40.0, width))
        return layout

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, OwnRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect
        parts = self._parts(index, area.width())
        if not row.icon:
            self._paint_heading(painter, QRectF(area), parts[0][1])
            painter.restore()
            return
        ground, _ = self.paint_ground(painter, option, area, index)
        on_current = ground == "row_current" and self.look.is_high_contrast
        if row.when:
            self._paint_date(painter, QRectF(area), row, on_current=on_current)
        self._paint_icon(painter, QRectF(area), row, on_current=on_current)
        self._paint_parts(painter, QRectF(area), row, parts, on_current=on_current)
        if ground != "row_current":
            painter.setPen(self.look.colour("border"))
            painter.drawLine(area.left() + 12, area.bottom(), area.right() - 12, area.bottom())
        self.paint_ring(painter, option, area, ground, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, layout: QTextLayout) -> None:
        painter.setPen(self.look.colour("muted"))
        place = QPointF(area.left() + self.look.ui(20), area.top() + self.look.ui(11))
        layout.draw(painter, placed_point(place, layout.lineAt(0).width(), area, mirrored=self.is_mirrored))

    def _paint_parts(
        self, painter: QPainter, area: QRectF, row: OwnRow, parts: list[Paragraph], *, on_current: bool
    ) -> None:
        look = self.look
        top = area.top() + look.ui(11)
        roles = {"title": "text", "quote": "text", "words": "text", "foot": "muted"}
        for kind, layout in parts:
            height = layout.boundingRect().height()
            shift = 0
            if kind == "quote":
                shift = look.ui(_QUOTE)
                bar = QRectF(area.left() + look.ui(_LEFT), top, look.ui(4), height)
                edge = look.colour("on_row_current" if on_current else EDGES[row.colour])
                painter.fillRect(placed(bar, area, mirrored=self.is_mirrored), edge)
                self._paint_number(painter, area, top, row.colour, on_current=on_current)
            painter.setPen(look.colour("on_row_current" if on_current else roles[kind]))
            place = QPointF(area.left() + look.ui(_LEFT) + shift, top)
            width = layout.lineAt(0).width()
            layout.draw(painter, placed_point(place, width, area, mirrored=self.is_mirrored))
            top += height

    def _paint_number(
        self, painter: QPainter, area: QRectF, top: float, colour: int, *, on_current: bool
    ) -> None:
        """The colour's number, for those who cannot tell the colours apart."""
        look = self.look
        painter.setPen(look.colour("on_row_current" if on_current else EDGES[colour]))
        painter.setFont(look.ui_font(14, 700))
        box = QRectF(area.left() + look.ui(16), top, look.ui(_ICON), look.ui(21))
        box = placed(box, area, mirrored=self.is_mirrored)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(colour))

    def _paint_icon(self, painter: QPainter, area: QRectF, row: OwnRow, *, on_current: bool) -> None:
        look = self.look
        role = EDGES[row.colour] if row.colour else _INKS.get(row.icon, "muted")
        size = look.ui(_ICON)
        colour = look.name_of("on_row_current" if on_current else role)
        pixmap = self._icons.pixmap(row.icon, colour, size, self._list.devicePixelRatioF())
        box = QRectF(area.left() + look.ui(16), area.top() + look.ui(12), size, size)
        box = placed(box, area, mirrored=self.is_mirrored)
        painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))

    def _paint_date(self, painter: QPainter, area: QRectF, row: OwnRow, *, on_current: bool) -> None:
        look, width = self.look, self._date_width(row)
        line = self._words(row.when, look.ui_font(14), _LONG_LINE)
        painter.setPen(look.colour("on_row_current" if on_current else "muted"))
        place = QPointF(area.right() - width, area.top() + look.ui(13))
        if self.is_mirrored:
            words = placed_point(place, width, area, mirrored=True)
            place = QPointF(words.x() + width - _LONG_LINE, words.y())
        line.draw(painter, place)
