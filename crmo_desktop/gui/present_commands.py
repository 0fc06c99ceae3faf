"""Presenting: a topic, a session, slides as files."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.desk import Desk


class PresentCommands(QObject):
    """Presenting; what each command needs is loaded with the first of its kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def present(self) -> None:
        """Present the topic that is shown, from its beginning."""

    def present_section(self) -> None:
        """Present the topic that is shown, from the section that is read."""

    def sessions(self) -> None:
        """Put sessions together and hold them."""

    def slides_out(self) -> None:
        """Save the slides of the topic that is shown as PDF or .pptx, or print them."""
