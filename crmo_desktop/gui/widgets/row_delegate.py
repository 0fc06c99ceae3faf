"""Paints the rows of trees and lists: one style everywhere, titles wrapped, never cut."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter, QPainterPath, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from crmo_desktop.gui.mirroring import line_option, placed, placed_point
from crmo_desktop.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
_BAR: Final = 3
_MOST_LAID_OUT: Final = 500


class RowDelegate(QStyledItemDelegate):
    """Rows of words: hover and current ground, accent bar, focus ring drawn inwards.

    The current row is the one whose value the page shows; the selected one is where the keyboard is.
    """

    def __init__(
        self, look: Look, *, size: float = 15, indent: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._laid_out: dict[tuple[str, int, int], tuple[QTextLayout, float]] = {}
        self._size = size
        # The view tells both: asking it for every row would take longer than painting, and asking the style
        # whether a row is hovered would load all of the style's names at the start.
        self.view_width = 0  # pixels
        self.hovered = QPersistentModelIndex()
        self._indent = indent

    def set_look(self, look: Look) -> None:
        """Paint with another look from now on."""
        self.look = look
        self._laid_out.clear()

    def follow_pointer(self, view: QAbstractItemView) -> None:
        """Have `view` tell which row the pointer is on."""
        view.setMouseTracking(True)
        view.entered.connect(self._on_entered)
        view.viewportEntered.connect(self._on_viewport_entered)
        view.installEventFilter(self)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        self.hovered = QPersistentModelIndex(index)

    @Slot()
    def _on_viewport_entered(self) -> None:
        self.hovered = QPersistentModelIndex()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No row is under a pointer that has left the view."""
        if event.type() == QEvent.Type.Leave:
            self.hovered = QPersistentModelIndex()
        return False

    @property
    def is_mirrored(self) -> bool:
        """Whether rows begin at the right: their places are told as if from the left, and turned round."""
        view = self.parent()
        return isinstance(view, QWidget) and view.layoutDirection() == Qt.LayoutDirection.RightToLeft

    # what subclasses change

    def is_current(self, index: Index) -> bool:
        """Whether this row is the one the page shows."""
        return False

    def is_heading(self, index: Index) -> bool:
        """Whether this row heads others."""
        return False

    def left_of_text(self, index: Index) -> int:
        """Pixels between the edge where the row begins and its words."""
        return self.look.ui(12 + self._indent)

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row's height follows its words; one line while the view has no width yet."""
        if self.view_width <= 0 and option.rect.width() <= 0:
            return QSize(0, self.look.ui(29))
        width = self._width(option)
        _, height = self._lay_out(index, width)
        return QSize(width, max(self.look.ui(29), round(height) + self.look.ui(9)))

    def _width(self, option: QStyleOptionViewItem) -> int:
        return max(60, self.view_width or option.rect.width())

    def _lay_out(self, index: Index, width: int) -> tuple[QTextLayout, float]:
        weight = 600 if self.is_heading(index) or self.is_current(index) else 400
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = self._room(index, width)
        key = (words, weight, room)
        if key not in self._laid_out:
            if len(self._laid_out) > _MOST_LAID_OUT:
                self._laid_out.clear()
            self._laid_out[key] = self._lay_out_words(words, weight, room)
        return self._laid_out[key]

    def _room(self, index: Index, width: int) -> int:
        return max(20, width - self.left_of_text(index) - self.look.ui(10))

    def _lay_out_words(self, words: str, weight: int, room: int) -> tuple[QTextLayout, float]:
        font = self.look.ui_font(self._size, weight)
        layout = QTextLayout(words, font)
        layout.setTextOption(line_option(words, mirrored=self.is_mirrored))
        return layout, break_lines(layout, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._row_rect(option)
        ground, ink = self.paint_ground(painter, option, row, index)
        layout, height = self._lay_out(index, self._width(option))
        painter.setPen(self.look.colour(ink))
        layout.draw(painter, self.words_at(row, index, height, self._width(option)))
        self.paint_decoration(painter, option, row, index, ink)
        self.paint_ring(painter, option, row, ground, index)
        painter.restore()

    def words_at(self, row: QRect, index: Index, height: float, width: int) -> QPointF:
        """Where the words of a row, `height` high, are drawn; they have as much room as in `width` pixels."""
        point = QPointF(row.left() + self.left_of_text(index), row.top() + (row.height() - height) / 2)
        return placed_point(point, self._room(index, width), QRectF(row), mirrored=self.is_mirrored)

    def _row_rect(self, option: QStyleOptionViewItem) -> QRect:
        view = option.widget
        if isinstance(view, QTreeView):  # the whole width: the delegate draws the branches' room as well
            return QRect(0, option.rect.top(), self.view_width, option.rect.height())
        return option.rect

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index
    ) -> tuple[str, str]:
        """The row's ground; returns the roles of ground and ink."""
        inside = QRectF(row).adjusted(8, 1, -8, -1)
        path = QPainterPath()
        path.addRoundedRect(inside, 5, 5)
        ground, ink = "page", "text"
        if self.is_current(index):
            ground, ink = "row_current", "on_row_current"
            painter.fillPath(path, self.look.colour(ground))
            bar = QRectF(inside.left(), inside.top(), _BAR, inside.height())
            painter.fillRect(placed(bar, inside, mirrored=self.is_mirrored), self.look.colour("accent"))
        elif index == self.hovered:
            painter.fillPath(path, self.look.colour("row_hover"))
            if self.look.is_high_contrast:
                painter.setPen(self.look.colour("accent"))
                painter.drawPath(path)
        return ground, ink

    def paint_decoration(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index, ink: str
    ) -> None:
        """Whatever stands beside the words."""

    def paint_ring(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, ground: str, index: Index
    ) -> None:
        """The ring on the row where the keyboard is, drawn inwards."""
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus() or index != view.currentIndex():
            return
        pen = painter.pen()
        on_current = ground == "row_current" and self.look.is_high_contrast
        pen.setColor(self.look.colour("on_row_current" if on_current else "focus"))
        pen.setWidthF(self.look.focus_width)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(9.5, 2.5, -9.5, -2.5), 5, 5)


def break_lines(layout: QTextLayout, width: float) -> float:
    """Set the words of `layout` in lines of `width` pixels; returns how high they are together."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height
