"""A picture as a table: as wide as the page, as high as its rows; Enter opens what a cell leads to."""

from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from crmo_desktop.domain.picture import PictureTable
from crmo_desktop.gui.mirroring import direction_of
from crmo_desktop.gui.models.picture_table import PictureTableModel
from crmo_desktop.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
_SIZE: Final = 16.0  # pixels at 100%
_ABOVE, _BESIDE = 7, 10  # pixels at 100%, round the words of a cell
_HEAD_PADDING: Final = 8  # pixels, above and below
_NO_END: Final = 100_000  # pixels: as high as words may become
_FRAME: Final = 2  # the ring of the keyboard


class PictureTableView(QTableView):
    """Shows the figures of a picture cell by cell."""

    target_chosen = Signal(str)  # the address that a chosen cell opens
    cell_reached = Signal(QRect)  # where it is, in the widget, so that it can be brought into sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PictureTableModel(self)
        self._look: Look | None = None
        self._columns = 0
        self._cells = _Cells(self)
        self.setModel(self._model)
        self.setItemDelegate(self._cells)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def set_table(self, table: PictureTable, name: str, look: Look) -> None:
        """Show `table`, which a screen reader calls `name`, without reporting it."""
        self._look = self._cells.look = look
        self._columns = len(table.columns)
        self.setAccessibleName(name)
        here = self.currentIndex()
        row, column = max(0, here.row()), max(0, here.column())
        self._model.set_table(table)
        side, size = round(look.px(_BESIDE)), look.px(_SIZE)
        self.setStyleSheet(
            f"QTableView, QHeaderView::section {{ font-size: {size:g}px; }}"
            f"QHeaderView::section {{ padding: {_HEAD_PADDING}px {side}px; }}"
        )
        if self.hasFocus() and table.rows:
            row, column = min(row, len(table.rows) - 1), min(column, self._columns - 1)
            self.setCurrentIndex(self._model.index(row, column))

    def set_room(self, width: int) -> None:
        """Be `width` pixels wide, and as high as the rows: whoever holds the table scrolls."""
        self.ensurePolished()
        inner = width - 2 * _FRAME
        widths = spread(self._natural(), self._least(), inner)
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self.resizeRowsToContents()
        head = self._head_height(widths)
        self.horizontalHeader().setFixedHeight(head)
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > inner else 0
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        self.setFixedSize(width, head + rows + 2 * _FRAME + bar)

    def _texts(self, column: int) -> list[str]:
        rows = range(self._model.rowCount())
        return [str(self._model.data(self._model.index(row, column)) or "") for row in rows]

    def _metrics(self) -> QFontMetricsF:
        font = self.font()
        font.setBold(True)  # heads and the first column are
        return QFontMetricsF(font)

    def _extra(self) -> int:
        return 0 if self._look is None else 2 * round(self._look.px(_BESIDE)) + 4

    def _natural(self) -> list[int]:
        return [self._widest(column, whole=True) for column in range(self._columns)]

    def _least(self) -> list[int]:
        return [self._widest(column, whole=False) for column in range(self._columns)]

    def _widest(self, column: int, *, whole: bool) -> int:
        metrics = self._metrics()
        head = str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")
        texts = [head, *self._texts(column)]
        parts = texts if whole else [word for text in texts for word in text.split()]
        return round(max((metrics.horizontalAdvance(part) for part in parts), default=20)) + self._extra()

    def _head_height(self, widths: list[int]) -> int:
        metrics, extra = self._metrics(), self._extra()
        high = metrics.height()
        for column, wide in enumerate(widths):
            head = str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")
            room = QRectF(0, 0, wide - extra, 10_000)
            high = max(high, metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, head).height())
        return round(high) + 2 * _HEAD_PADDING + 2

    # --- what the reader does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open what the cell leads to."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say where the keyboard is now."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._tell_place()

    def _tell_place(self) -> None:
        place = self.visualRect(self.currentIndex())
        self.cell_reached.emit(place.translated(self.viewport().pos()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight no cell is the one that the keyboard is on, or a screen reader would find it there."""
        super().hideEvent(event)
        self.setCurrentIndex(QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a cell that the arrow keys start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        self._tell_place()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        words = self._model.words(index)
        if words is not None and words.target:
            self.target_chosen.emit(words.target)


class _Cells(QStyledItemDelegate):
    """The words of a cell, wrapped and never cut; a ring round the one where the keyboard is."""

    def __init__(self, table: PictureTableView) -> None:
        super().__init__(table)
        self._table = table
        self.look: Look | None = None

    def _room(self, index: Index) -> tuple[int, int]:
        """What is kept above and beside the words."""
        look = self.look
        return (0, 0) if look is None else (round(look.px(_ABOVE)), round(look.px(_BESIDE)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as its column and as high as its words."""
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        above, beside = self._room(index)
        width = self._table.columnWidth(index.column())
        room = QRectF(0, 0, max(1, width - 2 * beside), _NO_END)
        words = QFontMetricsF(full.font).boundingRect(room, Qt.TextFlag.TextWordWrap.value, full.text)
        return QSize(width, ceil(words.height()) + 2 * above)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, ring."""
        look = self.look
        if look is None:
            return
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        above, beside = self._room(index)
        is_here = index == self._table.currentIndex() and self._table.hasFocus()
        painter.save()
        painter.fillRect(option.rect, look.colour("zebra" if index.row() % 2 else "page"))
        words = self._table.model().words(index)  # type: ignore[attr-defined]  # the model is ours
        painter.setPen(look.colour("link" if words.target else "text"))
        painter.setFont(full.font)
        painter.setLayoutDirection(direction_of(full.text))
        side = QStyle.visualAlignment(full.direction, full.displayAlignment)
        room = QRectF(option.rect).adjusted(beside, above, -beside, _NO_END)
        painter.drawText(room, side.value | Qt.TextFlag.TextWordWrap.value, full.text)
        if is_here:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("focus"), look.focus_width))
            inset = look.focus_width / 2 + 1
            painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.restore()


def spread(natural: list[int], least: list[int], width: int) -> list[int]:
    """Widths of columns in a table `width` pixels wide.

    Args:
        natural: how wide each is with all of its words on one line.
        least: how wide its longest word is; no column becomes narrower, even if the table has to scroll.
        width: what there is.
    """
    if not natural:
        return []
    if sum(natural) <= width:
        widths = list(natural)
        widths[-1] += width - sum(natural)
        return widths
    spare = max(0, width - sum(least))
    wishes = [max(0, whole - word) for whole, word in zip(natural, least, strict=True)]
    asked = sum(wishes) or 1
    widths = [word + spare * wish // asked for word, wish in zip(least, wishes, strict=True)]
    widths[-1] += max(0, width - sum(widths))
    return widths
