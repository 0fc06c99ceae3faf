"""Tells that something of the reader's own has changed, in this window or in another one."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

_LOOKS_EVERY_MS: Final = 2000


class OwnSignal(QObject):
    """Whoever changes something of the reader's own emits `changed`; whoever shows such things listens."""

    changed = Signal()

    def __init__(self, changed_elsewhere: Callable[[], bool], window: QWidget) -> None:
        """Watch the file from now on.

        Args:
            changed_elsewhere: whether another window has written since this was last asked.
            window: while it is active, the file is looked at every two seconds.
        """
        super().__init__(window)
        self._changed_elsewhere, self._window = changed_elsewhere, window
        self._changed_elsewhere()  # what stands in the file now is no news
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    @Slot()
    def _on_time(self) -> None:
        if self._window.isActiveWindow():
            self.look()

    def look(self) -> None:
        """See whether another window has written, and tell."""
        if self._changed_elsewhere():
            self.changed.emit()
