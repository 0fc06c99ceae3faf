"""The parts of a handout in order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_list import PictureList, PictureRow


class ChosenList(PictureList):
    """Alt+Up and Alt+Down move a part, Delete takes it out, Enter changes own words."""

    move_wanted = Signal(int)  # 1 down, -1 up
    removal_wanted = Signal()
    change_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("plainList")

    def set_parts(self, rows: Sequence[tuple[str, str]], current: int) -> None:
        """Show these titles and what is to be said of each, one of them as current; nobody is told."""
        self.set_pictures([PictureRow(str(n), title, note) for n, (title, note) in enumerate(rows)])
        if rows:
            index = self._pictures.index(max(0, min(current, len(rows) - 1)), 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def place(self) -> int:
        """The place of the current part; -1 where there is none."""
        return self.currentIndex().row()

    def choose(self, row: PictureRow) -> None:
        """A click only makes a part the current one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, change; all else is as in any list."""
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if has_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_wanted.emit()
        else:
            super().keyPressEvent(event)
