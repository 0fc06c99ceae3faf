"""The tree from which parts of a handout are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored, placed_point
from crmo_desktop.gui.models.part_model import NODE_ROLE, Branch, Node, PartModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_BOXES = {
    Qt.CheckState.Checked: "square-check",
    Qt.CheckState.PartiallyChecked: "minus",
    Qt.CheckState.Unchecked: "square",
}


class PartTree(QTreeView):
    """A click or Space ticks a topic or a section; arrows, or a click on the sign before it, open it."""

    wanted = Signal(str, bool)  # a key; in or out

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partTree")
        self.setAccessibleName(self.tr("Topics and their parts"))
        self._model = PartModel(self)
        self._delegate = _PartDelegate(look, icons, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)  # the delegate indents, as in the tree of topics
        self.setExpandsOnDoubleClick(False)
        self._delegate.follow_pointer(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._model.wanted.connect(self.wanted)

    def set_branches(self, branches: Sequence[Branch], *, open_topics: bool = False) -> None:
        """Show these chapters, folded; with `open_topics` all that is in them."""
        self._model.set_branches(branches)
        if open_topics:
            self.expandAll()
        if branches:
            self.setCurrentIndex(self._model.index(0, 0))

    def set_chosen(self, keys: frozenset[str]) -> None:
        """Show these as ticked, without telling anybody."""
        self._model.set_chosen(keys)
        self.viewport().update()

    def open_topic(self, key: str) -> None:
        """Go to a topic and show its sections."""
        model = self._model
        for row in range(model.rowCount()):
            chapter = model.index(row, 0)
            for place in range(model.rowCount(chapter)):
                topic = model.index(place, 0, chapter)
                node = model.node(topic)
                if node is not None and node.branch.key == key:
                    self.expand(chapter)
                    self.expand(topic)
                    self.setCurrentIndex(topic)
                    self.scrollTo(topic, QAbstractItemView.ScrollHint.PositionAtTop)

    def _tick(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if node is None:
            return
        if not node.branch.key:
            self.setExpanded(index, not self.isExpanded(index))
            return
        on = self._model.state(node) is not Qt.CheckState.Checked
        value = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self._model.setData(index, value, Qt.ItemDataRole.CheckStateRole)
        announce(self, self.tr("ticked") if on else self.tr("not ticked"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick, or open a chapter; all else is as in any tree."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the sign before a topic it opens that, elsewhere it ticks."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        across = event.position().x()
        across = self.viewport().width() - across if is_mirrored(self) else across
        if across < self._delegate.left_of_sign(index) and self._model.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._tick(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap to the new width."""
        super().resizeEvent(event)
        self._delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _PartDelegate(RowDelegate):
    """Chapters bold, topics and sections with a box to tick."""

    def __init__(self, look: Look, icons: IconShelf, model: PartModel, parent: QTreeView) -> None:
        super().__init__(look, parent=parent)
        self._icons, self._model, self._tree = icons, model, parent

    def _node(self, index: Index) -> Node | None:
        node = index.data(NODE_ROLE)
        return node if isinstance(node, Node) else None

    def _level(self, index: Index) -> int:
        node = self._node(index)
        return 0 if node is None else node.level

    def is_heading(self, index: Index) -> bool:
        return self._level(index) == 0

    def left_of_sign(self, index: Index) -> int:
        """Pixels from the edge to where ticking begins."""
        return self.look.ui((35, 42, 66)[self._level(index)])

    def left_of_text(self, index: Index) -> int:
        return self.look.ui((35, 68, 92)[self._level(index)])

    def paint_decoration(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index, ink: str
    ) -> None:
        node = self._node(index)
        if node is None:
            return
        if node.below:
            own = self._model.index(index.row(), 0, index.parent())
            name = "chevron-down" if self._tree.isExpanded(own) else "chevron-right"
            self._paint_sign(painter, row, name, 11 if node.level == 0 else 18, 16, "muted")
        if node.branch.key:
            state = self._model.state(node)
            role = "muted" if state is Qt.CheckState.Unchecked else "accent"
            self._paint_sign(painter, row, "square", (0, 42, 66)[node.level], 19, role)
            if state is not Qt.CheckState.Unchecked:
                self._paint_sign(painter, row, _BOXES[state], (0, 42, 66)[node.level], 19, role)

    def _paint_sign(self, painter: QPainter, row: QRect, name: str, left: int, size: int, role: str) -> None:
        size = self.look.ui(size)
        pixmap = self._icons.pixmap(name, self.look.name_of(role), size, self._tree.devicePixelRatioF())
        place = QPointF(row.left() + self.look.ui(left), row.top() + (row.height() - size) / 2)
        painter.drawPixmap(placed_point(place, size, QRectF(row), mirrored=self.is_mirrored), pixmap)
