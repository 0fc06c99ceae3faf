"""What stands round the page: the bars above it, the topics at its left, its headings at its right.

And what tells the parts of the window that show the reader's own things of changes.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.own_signal import OwnSignal
    from crmo_desktop.gui.widgets.outline_pane import OutlinePane
    from crmo_desktop.gui.widgets.topic_tree import TopicTree
    from crmo_desktop.services.own import Own


def make_tree(reading: ReadingService, look: Look, icons: "IconShelf", parent: QWidget) -> "TopicTree":
    """The topics of the edition."""
    from crmo_desktop.gui.widgets.topic_tree import TopicTree

    tree = TopicTree(look, icons, parent)
    tree.set_chapters(reading.chapters())
    return tree


def make_outline(look: Look, icons: "IconShelf", parent: QWidget) -> "OutlinePane":
    """The pane of headings, empty."""
    from crmo_desktop.gui.widgets.outline_pane import OutlinePane

    outline = OutlinePane(look, icons, parent)
    outline.set_look(look)
    return outline


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
