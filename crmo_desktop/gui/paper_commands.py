"""What goes onto paper: printing, PDF, handouts."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.desk import Desk


class PaperCommands(QObject):
    """What goes onto paper: printing, PDF, handouts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def print(self) -> None:
        """Print what is shown."""
        if self._desk.stack.is_picture():
            self._desk.stack.picture.send_out("print")

    def save_pdf(self) -> None:
        """To be written."""
        raise NotImplementedError

    def handout(self) -> None:
        """To be written."""
        raise NotImplementedError
