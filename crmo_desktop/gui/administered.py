"""What an administrator has set: controls that are locked, and why they are."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from crmo_desktop.domain.policy import AUDIENCE, THEME
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.theme import NAMES, SYSTEM

_OF_AUDIENCE: Final = ("for_patient", "for_clinician")
_OF_THEME: Final = tuple(f"theme_{name}" for name in (SYSTEM, *NAMES))


class Administered(QObject):
    """Locks what a reader of this computer cannot change."""

    def __init__(self, window: MainWindow, locked: frozenset[str]) -> None:
        super().__init__(window)
        self._why = self.tr("Set by whoever looks after this computer")
        if AUDIENCE in locked:
            self._lock(window, _OF_AUDIENCE)
            window.toolbar.lock_audience(self._why)
        if THEME in locked:
            self._lock(window, _OF_THEME)

    def _lock(self, window: MainWindow, names: tuple[str, ...]) -> None:
        for name in names:
            action = window.table[name]
            action.setEnabled(False)
            action.setToolTip(self._why)
            action.setStatusTip(self._why)
            for menu in action.associatedObjects():
                if isinstance(menu, QMenu):
                    menu.setToolTipsVisible(True)
