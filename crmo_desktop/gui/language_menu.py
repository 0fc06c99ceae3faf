"""View > Language, where the program speaks more than one."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from crmo_desktop.domain.language import SYSTEM
from crmo_desktop.gui.actions import add_after
from crmo_desktop.gui.languages import name_of
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.services.preferences import Preferences

_NOTICE: Final = "language"


class LanguageMenu(QObject):
    """Offers the languages by what they call themselves; the one chosen holds from the next start on."""

    def __init__(self, window: MainWindow, languages: tuple[str, ...], preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self.menu = QMenu(self.tr("Lan&guage"), window)
        self.menu.aboutToShow.connect(self._tick)
        group = QActionGroup(self.menu)
        for tag in (SYSTEM, *languages):
            words = self.tr("As the &system") if tag == SYSTEM else name_of(tag)
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setData(tag)
            action.triggered.connect(partial(self._choose, tag))
            group.addAction(action)
        self._tick()
        add_after(window, window.table["for_clinician"], [self.menu])

    @Slot()
    def _tick(self) -> None:
        """Tick what is chosen: the settings' dialog may have changed it."""
        for action in self.menu.actions():
            action.setChecked(action.data() == self._preferences.language)

    def _choose(self, tag: str, _checked: bool = True) -> None:
        self._preferences.language = tag
        self._window.notice.say_first(
            _NOTICE, self.tr("The language changes when CRMO Desktop is opened the next time.")
        )
