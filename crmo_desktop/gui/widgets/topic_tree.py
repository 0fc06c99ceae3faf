"""The topic tree at the left: follows the page shown, opens a topic, finds one by its first letters."""

from PySide6.QtCore import (
    QElapsedTimer,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyleOptionViewItem, QTreeView, QWidget

from crmo_desktop.domain.content import Chapter, TopicEntry
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import placed_point
from crmo_desktop.gui.models.topic_model import ENTRY_ROLE, FINISHED_ROLE, TopicModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_TICK = 16  # pixels at 100%, of a tick and of an arrow


class TopicTree(QTreeView):
    """Chapters and their topics; a click or Enter opens a topic, arrows fold chapters."""

    topic_chosen = Signal(str)  # the topic's id

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topicTree")
        self.setAccessibleName(self.tr("Topics"))
        self._model = TopicModel(self)
        self._delegate = _TopicDelegate(look, icons, self)
        self._typed = ""
        self._last_key = QElapsedTimer()
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)  # the delegate indents: a current row reaches across the whole pane
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self._delegate.follow_pointer(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    def set_chapters(self, chapters: tuple[Chapter, ...]) -> None:
        """Show these chapters, the first one open."""
        self._model.set_chapters(chapters)
        if chapters:
            self.expand(self._model.index(0, 0))

    def set_finished(self, topics: frozenset[str]) -> None:
        """Tick these topics, by their ids."""
        self._model.set_finished(topics)
        self.scheduleDelayedItemsLayout()  # a tick takes room from the words

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._delegate.set_look(look)
        self.scheduleDelayedItemsLayout()  # draws the rows again, too

    def show_topic(self, topic: str) -> None:
        """Mark `topic` as the one the page shows and unfold its chapter; "" marks none."""
        before, index = self._model.index_of(self._delegate.shown), self._model.index_of(topic)
        heights = self._heights(before, index)
        self._delegate.shown = topic
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()
        if self._heights(before, index) != heights:  # bold, a row may need one line more
            self.scheduleDelayedItemsLayout()
        elif before != index:
            self.viewport().update()

    def _heights(self, *indexes: QModelIndex) -> list[int]:
        option = QStyleOptionViewItem()
        return [self._delegate.sizeHint(option, index).height() for index in indexes if index.isValid()]

    def shown_topic(self) -> str:
        """The topic marked as shown."""
        return self._delegate.shown

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(index)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, TopicEntry):
            self.topic_chosen.emit(entry.id)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def keyboardSearch(self, search: str) -> None:
        """Go to the topic that begins with what is typed, whether or not its chapter is open."""
        if not self._is_typing():
            self._typed = ""
        self._typed += search
        self._last_key.start()
        index = self._model.find(self._typed, self.currentIndex(), stay=len(self._typed) > 1)
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)

    def _is_typing(self) -> bool:
        """Whether the last letter was typed so lately that the next one belongs to it."""
        pause = QApplication.keyboardInputInterval()
        return bool(self._typed) and self._last_key.isValid() and not self._last_key.hasExpired(pause)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open, except for a Space within words that are typed; else as in any tree."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            event.key() == Qt.Key.Key_Space and not self._is_typing()
        ):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap to the new width."""
        super().resizeEvent(event)
        self._delegate.view_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _TopicDelegate(RowDelegate):
    """Chapters bold with an arrow, topics indented, the shown one marked."""

    def __init__(self, look: Look, icons: IconShelf, parent: QTreeView) -> None:
        super().__init__(look, parent=parent)
        self._icons = icons
        self._tree = parent
        self.shown = ""

    def is_heading(self, index: Index) -> bool:
        return index.data(ENTRY_ROLE) is None

    def is_current(self, index: Index) -> bool:
        entry = index.data(ENTRY_ROLE)
        return isinstance(entry, TopicEntry) and entry.id == self.shown

    def left_of_text(self, index: Index) -> int:
        return self.look.ui(35)

    def _room(self, index: Index, width: int) -> int:
        return super()._room(index, width) - (self.look.ui(_TICK + 6) if index.data(FINISHED_ROLE) else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index)

    def _is_open(self, index: Index) -> bool:
        chapter = self._tree.model().index(index.row(), 0)
        return self._tree.isExpanded(chapter)

    def paint_decoration(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index, ink: str
    ) -> None:
        if index.data(FINISHED_ROLE):
            on_ground = self.is_current(index) and self.look.is_high_contrast
            self._paint_icon(
                painter, row, "check", ink if on_ground else "good", row.width() - self.look.ui(_TICK + 16)
            )
        if self.is_heading(index):
            name = "chevron-down" if self._is_open(index) else "chevron-right"
            self._paint_icon(painter, row, name, "muted", self.look.ui(11))

    def _paint_icon(self, painter: QPainter, row: QRect, name: str, role: str, left: int) -> None:
        size = self.look.ui(_TICK)
        pixmap = self._icons.pixmap(name, self.look.name_of(role), size, self._tree.devicePixelRatioF())
        place = QPointF(row.left() + left, row.top() + (row.height() - size) / 2)
        painter.drawPixmap(placed_point(place, size, QRectF(row), mirrored=self.is_mirrored), pixmap)
