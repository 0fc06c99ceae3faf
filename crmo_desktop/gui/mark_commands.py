"""What bookmarks, highlights, notes and finished topics do on the page."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.desk import Desk


class MarkCommands(QObject):
    """What bookmarks, highlights, notes and finished topics do on the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def bookmark(self) -> None:
        """To be written."""
        raise NotImplementedError

    def note(self) -> None:
        """To be written."""
        raise NotImplementedError

    def finished(self) -> None:
        """To be written."""
        raise NotImplementedError

    def highlight_1(self) -> None:
        """To be written."""
        raise NotImplementedError

    def highlight_2(self) -> None:
        """To be written."""
        raise NotImplementedError

    def highlight_3(self) -> None:
        """To be written."""
        raise NotImplementedError

    def highlight_4(self) -> None:
        """To be written."""
        raise NotImplementedError
