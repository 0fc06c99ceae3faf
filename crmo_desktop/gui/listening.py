"""Joins reading aloud to the window; what reads is loaded when it is first wanted."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.actions import ActionTable, connect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.navigator import Navigator
    from crmo_desktop.gui.pages.stack import PageStack
    from crmo_desktop.gui.read_aloud import ReadAloud
    from crmo_desktop.gui.speech.choice import Make
    from crmo_desktop.gui.theme import Appearance
    from crmo_desktop.services.preferences import Preferences
    from crmo_desktop.services.reading import ReadingService


class Window(Protocol):
    """What is used of the window."""

    table: ActionTable
    pages: "PageStack"
    navigator: "Navigator"
    reading: "ReadingService"
    preferences: "Preferences"

    def show_error(self, error: UserError, *, passing: bool = False) -> None:
        """Tell what went wrong."""


class Listening(QObject):
    """What the two actions of reading aloud do."""

    def __init__(self, window: Window, parent: QObject, icons: "IconShelf", appearance: "Appearance") -> None:
        """`parent` is the window, too, as Qt knows it."""
        super().__init__(parent)
        self._window, self._icons, self._appearance = window, icons, appearance
        self.aloud: ReadAloud | None = None
        connect(window.table, {"read_aloud": self._read, "stop_aloud": self.stop})
        window.table["stop_aloud"].setEnabled(False)
        window.navigator.arrived.connect(self._on_arrived)

    def panes(self) -> list[QWidget]:
        """The bar, once there is one, for who goes through the panes by key."""
        return [] if self.aloud is None else [self.aloud.bar]

    def makers(self) -> "Sequence[Make]":
        """What this system may speak by."""
        from crmo_desktop.gui.speech.choice import engines

        return engines(self._window.reading.edition.language)

    def stop(self) -> None:
        """Be silent."""
        if self.aloud is not None:
            self.aloud.stop()

    def _read(self) -> None:
        if self.aloud is None:
            from crmo_desktop.gui.read_aloud import ReadAloud

            window = self._window
            self.aloud = ReadAloud(
                window.pages.reader,
                window.reading,
                window.preferences,
                self._icons,
                self._appearance,
                self.makers,
            )
            self.aloud.changed.connect(window.table["stop_aloud"].setEnabled)
            self.aloud.failed.connect(self._on_failed)
        self.aloud.toggle()

    @Slot(object)
    def _on_failed(self, error: UserError) -> None:
        self._window.show_error(error, passing=True)

    @Slot()
    def _on_arrived(self) -> None:
        if self.aloud is not None:
            self.aloud.check_page()
