"""The line below a picture: what the pointer or the keyboard is on, else what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from crmo_desktop.gui.drawing.scene import Mark
from crmo_desktop.gui.mirroring import align_to_beginning
from crmo_desktop.gui.theme import Look


class PictureName(QLabel):
    """Always in sight, however far the page is scrolled, and never over the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureName")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        align_to_beginning(self)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self.setStyleSheet(
            f"#pictureName {{ color: {look.name_of('text')}; font-size: {look.ui(15)}px;"
            f" padding: {look.ui(5)}px {look.ui(28)}px; border-top: 1px solid {look.name_of('border')}; }}"
        )
        self.say(None)

    def say(self, mark: Mark | None) -> None:
        """Name `mark`; without one say what keys do here."""
        hint = self.tr("Arrow keys go through the picture, Enter opens a place. + and - change its size.")
        self.setText(hint if mark is None else mark.name)
