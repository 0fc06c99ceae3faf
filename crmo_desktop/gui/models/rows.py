"""A plain list of rows: what the search results, the outline and the recent pages have in common."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1  # the row's value
Row = TypeVar("Row")


class RowModel(QAbstractListModel, Generic[Row]):
    """Rows of one kind of value, each with the words that stand for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Row, str]] = []

    def set_rows(self, rows: Sequence[tuple[Row, str]]) -> None:
        """Show these values, each with the words that a screen reader says for it."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The value at `index`; None if there is none."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        return self._rows[index.row()][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are below `parent`."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a row: its words, or its value under our own role."""
        if not index.isValid():
            return None
        value, words = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        return value if role == ROW_ROLE else None
