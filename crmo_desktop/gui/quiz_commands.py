"""The quiz: taken alone, the answers of rooms, its questions as files."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.desk import Desk


class QuizCommands(QObject):
    """The quiz; what each command needs is loaded with the first of its kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def quiz(self) -> None:
        """Take the quiz alone, or go on with one that was begun."""

    def results(self) -> None:
        """Show how rooms answered, and save it as CSV."""

    def questions_out(self) -> None:
        """Save quiz questions as an Anki package or as text."""
