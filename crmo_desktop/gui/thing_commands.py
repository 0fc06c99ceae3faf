"""What the reader's own things do as a whole: shown, kept, brought back, forgotten."""

from PySide6.QtCore import QObject

from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.undo import undo_typing


class ThingCommands(QObject):
    """What the reader's own things do as a whole: shown, kept, brought back, forgotten."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def undo(self) -> None:
        """Have back what was deleted last; in a field, what was typed."""
        if not undo_typing():
            self._desk.undo().take_back()

    def my_things(self) -> None:
        """To be written."""
        raise NotImplementedError

    def history(self) -> None:
        """To be written."""
        raise NotImplementedError

    def export_things(self) -> None:
        """To be written."""
        raise NotImplementedError

    def import_things(self) -> None:
        """To be written."""
        raise NotImplementedError

    def backups(self) -> None:
        """Show the backups of all this, to look into and to put back."""
        self._desk.dialogs.own_file.show_backups()

    def forget_history(self) -> None:
        """To be written."""
        raise NotImplementedError

    def forget_everything(self) -> None:
        """To be written."""
        raise NotImplementedError
