"""A list of rows that wrap: what the parts of a page and the pictures of an edition have in common."""

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from crmo_desktop.gui.models.rows import RowModel
from crmo_desktop.gui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class RowList(QListView, Generic[Row]):
    """A click, Enter or Space chooses a row; which ones can be, whoever inherits it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, model: RowModel[Row], delegate: RowDelegate) -> None:
        """Show the rows of `model`, painted by `delegate`."""
        self._model, self._delegate = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.follow_pointer(self)

    def current(self) -> Row | None:
        """The row that the keyboard is on."""
        return self._model.row(self.currentIndex())

    def step(self, by: int) -> None:
        """Go `by` rows down that can be chosen, no further than the ends."""
        rows = range(self._model.rowCount())
        indexes = [self._model.index(row, 0) for row in (rows if by > 0 else reversed(rows))]
        here = self.currentIndex().row()
        ahead = [index for index in indexes if (index.row() - here) * by > 0 and _can_be_chosen(index)]
        if ahead:
            self.setCurrentIndex(ahead[min(abs(by), len(ahead)) - 1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap to the new width."""
        super().resizeEvent(event)
        self._delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.choose(row)

    def choose(self, row: Row) -> None:
        """Tell that `row` was chosen."""
        raise NotImplementedError


def _can_be_chosen(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)


class CurrentRowDelegate(RowDelegate):
    """Marks the row that Enter chooses, also while the keyboard is in the field above."""

    def is_current(self, index: Index) -> bool:
        """Whether it is the list's current row, with the keyboard or without."""
        view = self.parent()
        return isinstance(view, QListView) and view.currentIndex() == index
