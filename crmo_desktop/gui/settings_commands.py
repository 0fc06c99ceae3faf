"""The settings, in their dialog."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.desk import Desk


class SettingsCommands(QObject):
    """The settings, in their dialog."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def settings(self) -> None:
        """To be written."""
        raise NotImplementedError
