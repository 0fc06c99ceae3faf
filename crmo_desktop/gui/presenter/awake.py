"""Keeps screens from going dark while a talk is held."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess
from PySide6.QtGui import QGuiApplication

_WITHOUT_SCREEN: Final = ("offscreen", "minimal", "vnc")  # of Qt's platforms
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002  # ES_… of Windows
_ENDS_WITHIN: Final = 1000  # ms
_WHO: Final = "CRMO Desktop"
# Each ends with us, too, whatever ends us: nothing is kept awake for longer.
_OURS: Final = str(os.getpid())
_UNTIL_WE_END: Final = ("tail", f"--pid={_OURS}", "-f", os.devnull)
_MAC: Final = (("caffeinate", "-d", "-i", "-w", _OURS),)
_SCREENSAVER: Final = "xdg-screensaver"


class Awake(Protocol):
    """Keeps the screens awake between `hold` and `release`."""

    def hold(self, window: int) -> None:
        """From now on no screen sleeps; `window` is the wall's, as the system numbers it."""

    def release(self) -> None:
        """They may sleep again."""


class Nothing:
    """Where there is no screen that could sleep."""

    def hold(self, window: int) -> None:
        """Nothing is needed."""

    def release(self) -> None:
        """Nothing was done."""


class OnWindows:
    """Asks Windows, which forgets it with the program."""

    def __init__(self, call: Callable[[int], object]) -> None:
        """`call` is SetThreadExecutionState."""
        self._call = call

    def hold(self, window: int) -> None:
        """From now on no screen sleeps."""
        self._call(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """They may sleep again."""
        self._call(_CONTINUOUS)


class ByPrograms(QObject):
    """Asks programs of the system, each of which keeps awake until it is ended."""

    def __init__(
        self,
        commands: Sequence[Sequence[str]],
        screensaver: str = "",
        parent: QObject | None = None,
    ) -> None:
        """`screensaver` is the path of xdg-screensaver; "" for none."""
        super().__init__(parent)
        self.commands, self.screensaver = tuple(commands), screensaver
        self._running: list[QProcess] = []
        self._window = 0

    def running(self) -> tuple[QProcess, ...]:
        """Those that keep awake now."""
        return tuple(self._running)

    def hold(self, window: int) -> None:
        """From now on no screen sleeps."""
        self.release()
        for program, *arguments in self.commands:
            process = QProcess(self)
            process.setStandardOutputFile(QProcess.nullDevice())
            process.setStandardErrorFile(QProcess.nullDevice())
            process.start(program, arguments)
            self._running.append(process)
        if self.screensaver:
            self._window = window
            self._tell("suspend")

    def release(self) -> None:
        """They may sleep again."""
        for process in self._running:
            process.kill()
            process.waitForFinished(_ENDS_WITHIN)  # at once; Qt complains of one that is not ended
            process.deleteLater()
        self._running.clear()
        if self._window:
            self._tell("resume")
            self._window = 0

    def _tell(self, what: str) -> None:
        """It ends at once, and keeps watch of the window by itself; what it has to say nobody needs."""
        process = QProcess()
        process.setProgram(self.screensaver)
        process.setArguments([what, hex(self._window)])
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.startDetached()


def make_awake(
    platform: str = "", system: str = sys.platform, find: Callable[[str], str | None] = shutil.which
) -> Awake:
    """What keeps screens awake on this system.

    Args:
        platform: of Qt; "" for the one that runs.
        system: as Python calls it.
        find: gives the path of a program, or None.
    """
    platform = platform or QGuiApplication.platformName()
    if platform in _WITHOUT_SCREEN:
        return Nothing()
    if system == "win32":
        return OnWindows(_set_thread_execution_state())
    if system == "darwin":
        return ByPrograms(_found(_MAC, find))
    screensaver = find(_SCREENSAVER) if platform == "xcb" else None
    return ByPrograms(_found(_on_linux(), find), screensaver or "")


def _on_linux() -> tuple[tuple[str, ...], ...]:
    """Each asks another keeper of sleep, and holds it until its process ends: a desktop listens to one."""
    why = QCoreApplication.translate("Awake", "A talk is being held")  # the desktop may show it
    return (
        ("systemd-inhibit", "--what=idle:sleep", f"--who={_WHO}", f"--why={why}", *_UNTIL_WE_END),
        ("gnome-session-inhibit", "--inhibit", "idle", "--reason", why, *_UNTIL_WE_END),
    )


def _found(
    commands: Sequence[tuple[str, ...]], find: Callable[[str], str | None]
) -> tuple[tuple[str, ...], ...]:
    paths = [(find(name), arguments) for name, *arguments in commands]
    return tuple((path, *arguments) for path, arguments in paths if path)


def _set_thread_execution_state() -> Callable[[int], object]:
    windll: Any = getattr(ctypes, "windll")  # noqa: B009 - only Windows has it
    call: Callable[[int], object] = windll.kernel32.SetThreadExecutionState
    return call
