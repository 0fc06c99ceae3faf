"""How long the parts of a talk took, as a table of words."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands beside each other."""

    PART = 0
    PLANNED = 1
    TAKEN = 2
    DIFFERENCE = 3


class TimeRow(NamedTuple):
    """A part in words."""

    part: str
    planned: str
    taken: str
    difference: str


class PartTimes(QAbstractTableModel):
    """Parts in order."""

    def __init__(
        self, rows: Sequence[TimeRow], parent: QObject | None = None, *, all_in_one: bool = False
    ) -> None:
        """With `all_in_one` the last column tells all times, and is called so."""
        super().__init__(parent)
        self._rows = tuple(rows)
        self._titles = TimeRow(self.tr("Part"), self.tr("Planned"), self.tr("Taken"), self.tr("Difference"))
        if all_in_one:
            self._titles = self._titles._replace(difference=self.tr("Time"))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many parts there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As many as `Column` has."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell: its words, and that times stand at the end of theirs."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (Column.PLANNED, Column.TAKEN):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._titles[section]
        return None
