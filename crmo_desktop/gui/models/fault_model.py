"""The files that are not as they were made, as a table: file, what is wrong, size."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class FaultModel(QAbstractTableModel):
    """Three columns of words; the first says the whole row to a screen reader."""

    def __init__(self, rows: list[tuple[str, str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._headers = (self.tr("File"), self.tr("What is wrong"), self.tr("Size"))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are below `parent`."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, whole where they are cut short."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(row) if index.column() == 0 else row[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headers[section]
        return None
