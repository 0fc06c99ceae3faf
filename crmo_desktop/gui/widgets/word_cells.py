"""A table of words to be read: cells and heads wrap and are never cut short, rows are as high as needed."""

from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from crmo_desktop.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
_WRAPPED: Final = Qt.TextFlag.TextWordWrap.value
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_BESIDE, _ABOVE = 10, 6  # pixels at 100%: round the words of a cell
_HEAD_BESIDE, _HEAD_ABOVE = 10, 7  # and of a head, as the style sheet has it
_SORTED: Final = 22  # for the sign of sorting
_NO_END: Final = 100_000  # pixels: as high as words may become
_LEAST_COLUMN: Final = 110  # pixels at 100%: below it the table scrolls sideways


class WordCells(QTableView):
    """Whole rows are chosen; Enter, Space and a double click open a cell."""

    opened = Signal(QModelIndex)  # the cell

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cells = _Cells(look, self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(_LEFT | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(_WRAPPED))
        self.doubleClicked.connect(self.opened)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = self._cells.look = look
        self.horizontalHeader().setMinimumSectionSize(look.ui(_LEAST_COLUMN))
        self.verticalHeader().setMinimumSectionSize(look.ui(28))
        self.fit()

    def fit(self) -> None:
        """Make rows and heads as high as their words need now."""
        model, header = self.model(), self.horizontalHeader()
        if not header.count():  # it has no model yet
            return
        font, ui = self._look.ui_font(15, 600), self._look.ui
        heights = [
            _height(
                str(model.headerData(column, Qt.Orientation.Horizontal) or ""),
                font,
                self.columnWidth(column) - 2 * ui(_HEAD_BESIDE) - ui(_SORTED),
            )
            for column in range(model.columnCount())
        ]
        header.setFixedHeight(max(heights, default=0) + 2 * ui(_HEAD_ABOVE) + 4)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap to the new width."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the cell; all other keys are the table's own."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if is_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    """The words of a cell, wrapped; a ring round the one where the keyboard is."""

    def __init__(self, look: Look, parent: WordCells) -> None:
        super().__init__(parent)
        self.look, self._table = look, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as its column and as high as its words."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        width = self._table.columnWidth(index.column())
        room = width - 2 * self.look.ui(_BESIDE)
        return QSize(width, _height(full.text, full.font, room) + 2 * self.look.ui(_ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, ring."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        painter.save()
        style = self._table.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, full, painter, self._table)
        is_chosen = bool(full.state & QStyle.StateFlag.State_Selected)
        painter.setPen(self.look.colour("on_selection" if is_chosen else "text"))
        painter.setFont(full.font)
        side = QStyle.visualAlignment(full.direction, _LEFT)
        beside, above = self.look.ui(_BESIDE), self.look.ui(_ABOVE)
        painter.drawText(
            option.rect.adjusted(beside, above, -beside, _NO_END), side.value | _WRAPPED, full.text
        )
        if index == self._table.currentIndex() and self._table.hasFocus():
            width = self.look.focus_width
            painter.setPen(QPen(self.look.colour("on_selection" if is_chosen else "focus"), width))
            inset = width / 2 + 1
            painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.restore()


def _height(text: str, font: QFont, width: int) -> int:
    """How high `text` is, wrapped at `width`."""
    room = QRect(0, 0, max(1, width), _NO_END)
    return ceil(QFontMetrics(font).boundingRect(room, _WRAPPED, text).height())
