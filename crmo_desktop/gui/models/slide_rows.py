"""The slides of a talk as a list: parts as headings, slides below them."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from crmo_desktop.gui.models.rows import RowModel

Index = QModelIndex | QPersistentModelIndex


class SlideRow(NamedTuple):
    """A slide, or the part that the next ones belong to.

    Attributes:
        place: of the slide, from 0; -1 of a part.
        title: of either.
        time: beside it, "3 min"; "" for none.
        is_passed: it was shown, and another is shown now.
    """

    place: int
    title: str
    time: str = ""
    is_passed: bool = False


class SlideRows(RowModel[SlideRow]):
    """Rows in order; parts cannot be chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Slides can be chosen."""
        row = self.row(index)
        if row is None or row.place < 0:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's title; what a screen reader says tells more."""
        row = self.row(index)
        if row is not None and role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return super().data(index, role)

    def index_of(self, place: int) -> QModelIndex:
        """The row of the slide at `place`; none where there is no such slide."""
        found = next((number for number, (row, _) in enumerate(self._rows) if row.place == place), -1)
        return self.index(found, 0) if found >= 0 else QModelIndex()

    def renew(self, number: int, row: SlideRow, words: str) -> None:
        """Show another value in a row, from 0; nothing where it is the same."""
        if self._rows[number] != (row, words):
            self._rows[number] = (row, words)
            index = self.index(number, 0)
            self.dataChanged.emit(index, index)
