"""A program that runs from a removable drive offers once to keep the reader's things there."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot

from crmo_desktop.gui.errors import start_log
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.services.keeping import Keeping

_DRIVE, _HERE, _ON_COMPUTER = "drive", "here", "on computer"  # what is asked, and the answers to it
NOTICE: Final = _DRIVE


class DriveOffer(QObject):
    """Asks above the page, in no dialog, and leaves the same in the File menu."""

    def __init__(self, window: MainWindow, keeping: Keeping, log_file: Path | None) -> None:
        """`log_file` is where the log is now; None where there is none."""
        super().__init__(window)
        self._window, self._keeping, self._log_file = window, keeping, log_file
        window.table["keep_here"].setVisible(True)
        window.dialogs.moved.connect(self._on_moved)
        if keeping.should_ask():
            words = self.tr(
                "CRMO Desktop runs from a removable drive, and keeps your things on this computer."
            )
            answers = (
                (_HERE, self.tr("Keep on this drive…")),
                (_ON_COMPUTER, self.tr("Keep on this computer")),
            )
            window.notice.ask(NOTICE, words, answers)
            window.notice.answered.connect(self._on_answered)

    @Slot(str, str)
    def _on_answered(self, question: str, answer: str) -> None:
        """However the offer was ended, it is not made again: the menu has it still."""
        if question == NOTICE:
            self._keeping.stay()
            if answer == _HERE:
                self._window.dialogs.ask_to_keep_here()

    @Slot()
    def _on_moved(self) -> None:
        """What goes wrong from now on is told where everything else is kept."""
        self._window.notice.take_back(NOTICE)
        folder, old = self._keeping.folder, self._log_file
        if folder is not None and old is not None:
            start_log(folder / old.parent.name / old.name)
