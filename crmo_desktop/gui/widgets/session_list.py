"""The trainer's sessions, one below the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_list import PictureList, PictureRow


class SessionList(PictureList):
    """Enter or a double click changes a session, Delete deletes it, F2 renames it."""

    change_wanted = Signal()
    removal_wanted = Signal()
    renaming_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("plainList")

    def set_sessions(self, rows: list[PictureRow], current: str) -> None:
        """Show these, the one whose id is `current` as the current one; nobody is told."""
        self.set_pictures(rows)
        place = next((place for place, row in enumerate(rows) if row.id == current), -1)
        if place >= 0:
            index = self._pictures.index(place, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def choose(self, row: PictureRow) -> None:
        """A click only makes a session the current one."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As Enter."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.change_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change, delete, rename; all else is as in any list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.renaming_wanted.emit()
        else:
            super().keyPressEvent(event)
