"""Things beside each other as a table that can be sorted: the titles of the lines first, then the columns."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from crmo_desktop.domain.picture import SideBySide, Words

Index = QModelIndex | QPersistentModelIndex
_TITLE_WEIGHT: Final = 600


class SideBySideModel(QAbstractTableModel):
    """The lines of a comparison, in the order that was asked for last."""

    def __init__(self, drawing: SideBySide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._order = drawing.order(None)

    def sort_by(self, column: int | None, *, falls: bool = False) -> None:
        """Sort by `column`, from 0; None for the order that the lines were made in."""
        order = self._drawing.order(column, falls=falls)
        if order == self._order:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        after = [self.index(order.index(self._order[one.row()]), one.column()) for one in before]
        self._order = order
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def number(self, index: Index) -> int | None:
        """Which line stands at `index`, as a number in the order that they were made in; None for none."""
        return self._order[index.row()] if index.isValid() else None

    def index_of(self, number: int, column: int = 0) -> QModelIndex:
        """Where a cell of the line that was made as `number` stands now; not valid if there is none."""
        return self.index(self._order.index(number), column) if number in self._order else QModelIndex()

    def words(self, index: Index) -> Words | None:
        """The words of a cell."""
        if not index.isValid():
            return None
        row = self._drawing.rows[self._order[index.row()]]
        return (row.title, *row.cells)[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are below `parent`."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._drawing.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, at the top; a title also says its whole line."""
        words = self.words(index)
        if words is None:
            return None
        is_title = index.column() == 0
        if role == Qt.ItemDataRole.AccessibleTextRole and is_title:
            return self._drawing.said(self._order[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.FontRole and is_title:
            font = QFont()
            font.setWeight(QFont.Weight(_TITLE_WEIGHT))
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._drawing.columns[section]
        return None
