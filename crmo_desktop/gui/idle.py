"""Whether anybody is there: how long nobody has touched keyboard, mouse or screen."""

import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

_LOOKS_EVERY_MS: Final = 5000
_WARNS_BEFORE: Final = 60.0  # seconds
_TOUCHES: Final = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
}


def seconds_passed() -> float:
    """Seconds since some moment, those of a computer asleep included; nobody can set this clock."""
    clock = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform)
    return time.monotonic() if clock is None else time.clock_gettime(getattr(time, clock))


class IdleWatch(QObject):
    """Warns when nobody has touched anything for a while, then tells that the time is up.

    Install it on the application. After the end of a time it waits for somebody to come: where nobody was,
    there is nothing to tell.
    """

    warned = Signal(int)  # the seconds that are left
    resumed = Signal()  # somebody is there, after a warning
    expired = Signal()

    def __init__(
        self, minutes: int, parent: QObject | None = None, *, now: Callable[[], float] = seconds_passed
    ) -> None:
        """`now` gives seconds, as `seconds_passed` does."""
        super().__init__(parent)
        self._limit = minutes * 60.0
        self._lead = min(_WARNS_BEFORE, self._limit / 2)
        self._now = now
        self._touched: float | None = None  # when; None while nobody has come
        self._has_warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever presses, moves or turns something is there."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._now()
        if self._has_warned:
            self._has_warned = False
            self.resumed.emit()

    @Slot()
    def look(self) -> None:
        """See how long nobody has been there."""
        if self._touched is None:
            return
        passed = self._now() - self._touched
        if passed >= self._limit:
            self._touched, self._has_warned = None, False
            self.expired.emit()
        elif passed >= self._limit - self._lead and not self._has_warned:
            self._has_warned = True
            self.warned.emit(round(self._lead))
