"""What leaves a page: copies with their source, HTML, reports of errors."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.desk import Desk


class OutCommands(QObject):
    """What leaves a page: copies with their source, HTML, reports of errors."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def copy_with_source(self) -> None:
        """To be written."""
        raise NotImplementedError

    def save_html(self) -> None:
        """To be written."""
        raise NotImplementedError

    def report_error(self) -> None:
        """To be written."""
        raise NotImplementedError
