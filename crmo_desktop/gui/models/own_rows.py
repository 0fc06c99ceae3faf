"""What the reader has made or read, row by row: rows are made as they are needed, however many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crmo_desktop.gui.models.rows import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
Source = TypeVar("Source")
AT_ONCE: Final = 60  # rows: more than the largest window shows


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """What a row shows.

    Attributes:
        icon: its kind; "" for a heading, which cannot be chosen.
        title: of the page; of a heading all that it says.
        when: at the end of the title's line.
        quote: words of the page that are highlighted; "" for none.
        colour: theirs, 1 to 4; 0 for none.
        words: the reader's own; "" for none.
        foot: where it is.
        is_gone: what it stands at is no longer there; `foot` tells so.
        spoken: all of it, for a screen reader.
    """

    icon: str
    title: str
    when: str = ""
    quote: str = ""
    colour: int = 0
    words: str = ""
    foot: str = ""
    is_gone: bool = False
    spoken: str = ""


class OwnRowModel(QAbstractListModel, Generic[Source]):
    """Rows for values of one kind, of which a view fetches more as it is scrolled."""

    def __init__(self, make: Callable[[Source], OwnRow], parent: QObject | None = None) -> None:
        """`make` makes the row for a value."""
        super().__init__(parent)
        self._make = make
        self._sources: Sequence[Source] = ()
        self._rows: list[OwnRow] = []

    def set_sources(self, sources: Sequence[Source], *, at_least: int = 0) -> None:
        """Show these values, `at_least` so many of them at once."""
        self.beginResetModel()
        self._sources = sources
        self._rows = [self._make(source) for source in sources[: max(AT_ONCE, at_least)]]
        self.endResetModel()

    def source(self, index: Index) -> Source | None:
        """The value of a row; None if there is none."""
        is_row = index.isValid() and 0 <= index.row() < len(self._rows)
        return self._sources[index.row()] if is_row else None

    def sources(self) -> Sequence[Source]:
        """All values, also those whose rows have not been fetched."""
        return self._sources

    def renew(self, row: int) -> None:
        """Make a row again, as more is known of its value."""
        made = self._make(self._sources[row])
        if made != self._rows[row]:
            self._rows[row] = made
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)

    def fetch_to(self, row: int) -> None:
        """Have at least the rows up to `row`."""
        end = min(len(self._sources), row + 1)
        if end > len(self._rows):
            self.beginInsertRows(QModelIndex(), len(self._rows), end - 1)
            self._rows += [self._make(source) for source in self._sources[len(self._rows) : end]]
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are values without a row."""
        return not parent.isValid() and len(self._rows) < len(self._sources)

    def fetchMore(self, parent: Index) -> None:
        """Make the next rows."""
        if not parent.isValid():
            self.fetch_to(len(self._rows) + AT_ONCE - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows have been made."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a row: its words, or its value under our own role."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or row.title
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and not self._rows[index.row()].icon:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
