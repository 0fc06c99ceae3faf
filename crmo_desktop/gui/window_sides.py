"""What stands round the page: the bars above it, the topics at its left, its headings at its right.

And what tells the parts of the window that show the reader's own things of changes.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.gui.widgets.panes import Panes
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.own_signal import OwnSignal
    from crmo_desktop.gui.widgets.outline_pane import OutlinePane
    from crmo_desktop.gui.widgets.topic_tree import TopicTree
    from crmo_desktop.services.own import Own


class Sides(QObject):
    """The panes beside the page, each made when it is first wanted: a start paints none of them."""

    topic_chosen = Signal(str)  # its id
    section_chosen = Signal(str)  # its name
    address_chosen = Signal(str)  # what the pinned box leads to

    def __init__(
        self,
        reading: ReadingService,
        stack: PageStack,
        panes: Panes,
        appearance: Appearance,
        icons: "IconShelf",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reading, self._stack, self._panes = reading, stack, panes
        self._appearance, self._icons, self._window = appearance, icons, window
        self._tree: TopicTree | None = None
        self._right: OutlinePane | None = None
        self._topic = ""

    @property
    def tree(self) -> "TopicTree":
        """The topics at the left."""
        if self._tree is None:
            from crmo_desktop.gui.widgets.topic_tree import TopicTree

            self._tree = TopicTree(self._appearance.look, self._icons, self._window)
            self._tree.set_chapters(self._reading.chapters())
            self._tree.topic_chosen.connect(self.topic_chosen)
            self._tree.show_topic(self._topic)
            self._panes.set_left(self._tree)
        return self._tree

    @property
    def right(self) -> "OutlinePane":
        """The pane beside a topic; comes with the reader."""
        if self._right is None:
            from crmo_desktop.gui.widgets.outline_pane import OutlinePane

            look = self._appearance.look
            self._right = right = OutlinePane(look, self._icons, self._window)
            right.set_look(look)
            right.topic_chosen.connect(self.topic_chosen)
            right.section_chosen.connect(self.section_chosen)
            right.address_chosen.connect(self.address_chosen)
            self._stack.reader.section_reached.connect(right.set_current)
            self._panes.set_right(right)
        return self._right

    def at_right(self) -> "list[OutlinePane]":
        """The pane beside a topic, if it has been made."""
        return [] if self._right is None else [self._right]

    def left(self) -> QWidget:
        """What stands at the left of what is on top."""
        if self._stack.is_searching():
            return self._stack.results.filters
        return self._stack.mine.side if self._stack.is_mine() else self.tree

    def show_topic(self, topic: str) -> None:
        """Mark a topic in the tree; "" for none."""
        self._topic = topic
        if self._tree is not None:
            self._tree.show_topic(topic)

    def show_left(self, *, beside: bool) -> None:
        """Have at the left what belongs to the page on top.

        Args:
            beside: whether it stands beside the page, not over it.
        """
        stack = self._stack
        if self._tree is not None:
            self._tree.setVisible(not stack.is_searching() and not stack.is_mine())
        if stack.has_results():
            stack.results.filters.setVisible(stack.is_searching())
            stack.results.set_filters_beside(beside)
        if stack.has_mine():
            stack.mine.side.setVisible(stack.is_mine())
            stack.mine.set_side_beside(beside)

    def set_look(self) -> None:
        """Draw with the look of now."""
        if self._tree is not None:
            self._tree.set_look(self._appearance.look)
        if self._right is not None:
            self._right.set_look(self._appearance.look)


def stacked(toolbar: QWidget, notice: QWidget, panes: QWidget, parent: QWidget) -> QWidget:
    """The bars, and below them the panes, which have what room is left."""
    central = QWidget(parent)
    layout = QVBoxLayout(central)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(toolbar)
    layout.addWidget(notice)
    layout.addWidget(panes, 1)
    return central


def watch_own(own: "Own", window: QWidget) -> "OwnSignal":
    """What tells that something of the reader's own has changed."""
    from crmo_desktop.gui.own_signal import OwnSignal

    return OwnSignal(own.things.changed_elsewhere, window)
