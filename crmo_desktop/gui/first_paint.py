"""The first paint of a window: when it is over, how long it took, what it looks like."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Waits until the page has been painted once."""

    def __init__(self, target: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.callback: Callable[[], None] | None = None
        self._target = target
        self._target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The paint is over when the event loop comes round again."""
        if event.type() == QEvent.Type.Paint and self.callback is not None:
            self._target.removeEventFilter(self)
            QTimer.singleShot(0, self.callback)
            self.callback = None
        return False


def save_picture(window: QWidget, file: Path) -> int:
    """Draw the window into a PNG; returns the exit status."""
    picture = window.grab()
    if picture.save(str(file), "PNG"):
        return 0
    sys.stderr.write(f"The picture cannot be written to “{file}”.\nChoose a place that you may write to.\n")
    return 2


def process_start(fallback: float) -> float:
    """When the system started this process, seconds since the epoch; `fallback` where it does not tell.

    Source:
        proc(5): field 22 of /proc/self/stat is the start after boot in clock ticks,
        of 10 ms on most systems.
    """
    try:
        fields = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        uptime = float(Path("/proc/uptime").read_text(encoding="utf-8").split()[0])
    except (OSError, ValueError, IndexError):
        return fallback
    age = uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return min(fallback, time.time() - age)
