"""Chapters, topics and sections as a tree of which parts are chosen."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class Branch(NamedTuple):
    """A chapter, topic or section.

    Attributes:
        key: what is told when it is chosen; "" for a chapter, which cannot be.
        parts: what is in it.
    """

    key: str
    title: str
    parts: tuple["Branch", ...] = ()


class Node(NamedTuple):
    """A branch in the tree.

    Attributes:
        level: 0 chapter, 1 topic, 2 section.
        row: its place among its neighbours.
        parent: number of the node above; -1 for none.
        below: numbers of the nodes below.
    """

    branch: Branch
    level: int
    row: int
    parent: int
    below: tuple[int, ...]


class PartModel(QAbstractItemModel):
    """Shows what is chosen and tells what the reader wants; whoever hears that says what is chosen then."""

    wanted = Signal(str, bool)  # a key; in or out

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._roots: list[int] = []
        self._chosen: frozenset[str] = frozenset()

    def set_branches(self, branches: Sequence[Branch]) -> None:
        """Show these chapters."""
        self.beginResetModel()
        self._nodes = []
        self._roots = [self._grow(branch, 0, row, -1) for row, branch in enumerate(branches)]
        self.endResetModel()

    def _grow(self, branch: Branch, level: int, row: int, parent: int) -> int:
        number = len(self._nodes)
        self._nodes.append(Node(branch, level, row, parent, ()))
        below = tuple(self._grow(part, level + 1, place, number) for place, part in enumerate(branch.parts))
        self._nodes[number] = self._nodes[number]._replace(below=below)
        return number

    def set_chosen(self, keys: frozenset[str]) -> None:
        """Show these as chosen, without telling anybody."""
        if keys == self._chosen:
            return
        self._chosen = keys
        for number, node in enumerate(self._nodes):
            if node.branch.key:
                index = self.createIndex(node.row, 0, number)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])

    def node(self, index: Index) -> Node | None:
        """What stands at `index`."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def state(self, node: Node) -> Qt.CheckState:
        """Whether a topic or section is chosen; of a topic perhaps only some of it."""
        above = self._nodes[node.parent].branch.key if node.level == 2 else ""
        if node.branch.key in self._chosen or (above and above in self._chosen):
            return Qt.CheckState.Checked
        inside = [part.key in self._chosen for part in node.branch.parts]
        if node.level == 1 and any(inside):
            return Qt.CheckState.Checked if all(inside) else Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Unchecked

    # --- Qt

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Where the row stands."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        numbers = self._nodes[parent.internalId()].below if parent.isValid() else self._roots
        return self.createIndex(row, column, numbers[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # Qt's two overloads
        """What a row stands below."""
        node = self.node(index)
        if node is None or node.parent < 0:
            return QModelIndex()
        return self.createIndex(self._nodes[node.parent].row, 0, node.parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many rows there are below `parent`."""
        if parent.column() > 0:
            return 0
        node = self.node(parent)
        return len(self._roots) if node is None else len(node.below)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """How many columns there are."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a row: its words, whether it is chosen, or its node under our own role."""
        node = self.node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return node.branch.title
        if role == Qt.ItemDataRole.CheckStateRole and node.branch.key:
            return self.state(node)
        return node if role == NODE_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that the reader, or an assistive program, wants a part in or out."""
        node = self.node(index)
        if role != Qt.ItemDataRole.CheckStateRole or node is None or not node.branch.key:
            return False
        self.wanted.emit(node.branch.key, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Topics and sections can be ticked."""
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if node.branch.key else flags
