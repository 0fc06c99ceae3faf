"""A picture as a table: its columns, its rows, where each cell leads."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from crmo_desktop.domain.picture import PictureTable, Words

Index = QModelIndex | QPersistentModelIndex
_EMPTY = PictureTable(columns=(), numeric=(), rows=())


class PictureTableModel(QAbstractTableModel):
    """Cells of words; those that lead somewhere look like links."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = _EMPTY

    def set_table(self, table: PictureTable) -> None:
        """Show `table`."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def words(self, index: Index) -> Words | None:
        """What a cell says and where it leads; None where there is no cell."""
        if not index.isValid() or index.row() >= len(self._table.rows):
            return None
        return self._table.rows[index.row()][index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are below `parent`."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, to a screen reader with the head of its column."""
        words = self.words(index)
        if words is None:
            return None
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.text
            case Qt.ItemDataRole.AccessibleTextRole:
                said = words.text or self.tr("empty")
                return f"{self._table.columns[column]}: {said}" if column > 0 or not words.text else said
            case Qt.ItemDataRole.AccessibleDescriptionRole if words.target:
                return self.tr("Enter opens the topic")
            case Qt.ItemDataRole.TextAlignmentRole:
                side = (
                    Qt.AlignmentFlag.AlignRight if self._table.numeric[column] else Qt.AlignmentFlag.AlignLeft
                )
                return side | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.FontRole if words.target or column == 0:
                font = QFont()
                font.setUnderline(bool(words.target))
                font.setBold(column == 0)
                return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._table.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:  # a number, as Qt's two kinds of flags do not mix
            side = Qt.AlignmentFlag.AlignRight if self._table.numeric[section] else Qt.AlignmentFlag.AlignLeft
            return (side | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
        return None
