"""Makes pages while the window stays alive: letters can only be set in the thread in which it is drawn."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, Signal, Slot

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.printing import Pages

TYPING: Final = 400  # milliseconds without a key, until pages are made anew
_SLICE: Final = 40  # milliseconds that the window waits at most, as long as one topic does not take longer
_PAUSE: Final = 250  # milliseconds, after which it is told how far it is

Progress = Callable[[int, int], bool]  # told how many of how many parts are set; False stops it


class Leaves(Pages, Protocol):
    """Pages that can be painted, printed and told."""

    def told(self, number: int) -> str:
        """What stands on a page, the first is 0, in the order of reading."""


# What pages are made of is the window's own, e.g. a Publication; None where it was stopped.
Make = Callable[[Any, Progress], Leaves | None]


class BookMaking(QObject):
    """Makes the pages of what is asked for last."""

    progressed = Signal(int, int)  # how many of how many parts are set
    ended = Signal()  # no pages are being made any more
    made = Signal(object)  # the Leaves
    failed = Signal(object)  # a UserError

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._wanted: object | None = None
        self._is_making = self._is_stopped = False
        self._since, self._slice = QElapsedTimer(), QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def ask(self, wanted: object, *, after: int = 0) -> None:
        """Make the pages of `wanted`, in `after` milliseconds, in place of what was asked before."""
        self.cancel()
        self._wanted = wanted
        self._timer.start(after)

    def is_busy(self) -> bool:
        """Whether pages are still to be made."""
        return self._wanted is not None or (self._is_making and not self._is_stopped)

    @Slot()
    def cancel(self) -> None:
        """Make no pages any more."""
        self._timer.stop()
        self._wanted = None
        self._is_stopped = True

    @Slot()
    def _on_time(self) -> None:
        if self._is_making:  # it is stopped, and will be over when the next of its parts is set
            self._timer.start(_SLICE)
            return
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self._is_making, self._is_stopped = True, False
        self._since.start()
        self._slice.start()
        try:
            book = self._make(wanted, self._go_on)
        except UserError as error:
            book = None
            if not self._is_stopped:
                self._end()
                self.failed.emit(error)
        finally:
            self._is_making = False
        if book is not None and not self._is_stopped:
            self._end()
            self.made.emit(book)
        elif self._wanted is None:
            self.ended.emit()

    def _end(self) -> None:
        self._is_making = False
        self.ended.emit()

    def _go_on(self, done: int, count: int) -> bool:
        """Let the window live now and then; whether to go on."""
        if not self._is_stopped and self._slice.hasExpired(_SLICE):
            if self._since.hasExpired(_PAUSE):
                self.progressed.emit(done, count)
            QCoreApplication.processEvents()
            self._slice.start()
        return not self._is_stopped
