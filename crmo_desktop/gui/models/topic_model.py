"""The topic tree as Qt's views read it: chapters, topics within them."""

import itertools

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crmo_desktop.domain.content import Chapter, TopicEntry

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1  # the TopicEntry; None for a chapter
FINISHED_ROLE = Qt.ItemDataRole.UserRole + 2  # whether the reader is done with the topic


class TopicModel(QAbstractItemModel):
    """Two levels; a topic's internal id is its chapter's row + 1, a chapter's is 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chapters: tuple[Chapter, ...] = ()
        self._finished: frozenset[str] = frozenset()

    def set_finished(self, topics: frozenset[str]) -> None:
        """Tell which topics the reader is done with, by their ids; other ids say nothing."""
        changed, self._finished = self._finished ^ topics, topics
        for topic in changed:
            index = self.index_of(topic)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def set_chapters(self, chapters: tuple[Chapter, ...]) -> None:
        """Show these chapters."""
        self.beginResetModel()
        self._chapters = chapters
        self.endResetModel()

    def index_of(self, topic: str) -> QModelIndex:
        """Where a topic stands; an invalid index if it is not in the tree."""
        for row, chapter in enumerate(self._chapters):
            for place, entry in enumerate(chapter.topics):
                if entry.id == topic:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    def find(self, start: str, after: Index, *, stay: bool) -> QModelIndex:
        """The next row whose title begins with `start`, in folded chapters too; else one with such a word.

        The search goes round from `after`; with `stay` that row itself may be the one. An invalid index
        if there is none.
        """
        rows = [
            self.createIndex(place, 0, row)
            for row, chapter in enumerate(self._chapters, start=1)
            for place in range(len(chapter.topics))
        ]
        here = next((n for n, index in enumerate(rows) if index == after), -1)
        first = here if stay else here + 1
        ordered = [rows[(max(0, first) + n) % len(rows)] for n in range(len(rows))]
        wanted = start.lower()
        titled = [(index, str(self.data(index)).lower()) for index in ordered]
        begins = (index for index, title in titled if title.startswith(wanted))
        within = (index for index, title in titled if f" {wanted}" in title)
        return next(itertools.chain(begins, within), QModelIndex())

    def entry(self, index: Index) -> TopicEntry | None:
        """The topic at `index`; None for a chapter."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._chapters[index.internalId() - 1].topics[index.row()]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Where the row stands."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # Qt's two overloads
        """The chapter of a topic; nothing for a chapter."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are below `parent`."""
        if not parent.isValid():
            return len(self._chapters)
        if parent.column() > 0 or parent.internalId() != 0:
            return 0
        return len(self._chapters[parent.row()].topics)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns there are."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a row: its words, or its value under our own role."""
        if not index.isValid():
            return None
        entry = self.entry(index)
        title = entry.title if entry else self._chapters[index.row()].title
        is_finished = entry is not None and entry.id in self._finished
        if role == Qt.ItemDataRole.AccessibleTextRole and is_finished:
            return self.tr("{topic}, finished").format(topic=title)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return title
        if role == FINISHED_ROLE:
            return is_finished
        return entry if role == ENTRY_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
