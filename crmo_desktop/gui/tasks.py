"""The one door to background work: a thread that does jobs of one kind, of those that wait only the latest.

A job is a function without arguments that knows no widget; what it returns is handed over in the thread of
the window.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")
_ENDS_WITHIN: Final = 5.0  # seconds that the end of the program waits for a job


class LatestOnly(QObject):
    """Does what is asked for last; whatever was asked for before and is not told yet never is.

    The thread is started by the first job, and waits for the next one until `close`.
    """

    _ended = Signal(object)  # a _Job; sent by the thread, received in the window's own

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """`name` is what the thread is called in a crash report."""
        super().__init__(parent)
        self._name = name
        self._worker: _Worker | None = None
        self._latest: _Job | None = None
        self._ended.connect(self._on_ended)

    def run(
        self,
        job: Callable[[], T],
        *,
        on_success: Callable[[T], object],
        on_error: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do `job` beside the window, in place of whatever was asked for before.

        Args:
            job: runs in the other thread; knows no widget.
            on_success: gets what the job returned.
            on_error: gets what the job raised; without it that is raised again here, as a bug.
        """
        self._latest = _Job(job, on_success, on_error)
        if self._worker is None:
            self._worker = _Worker(self._name, self._tell)
        self._worker.do(self._latest)

    def is_busy(self) -> bool:
        """Whether something was asked for that is not told yet."""
        return self._latest is not None

    def forget(self) -> None:
        """Tell nothing of what was asked for."""
        self._latest = None
        if self._worker is not None:
            self._worker.drop_waiting()

    def finish(self) -> None:
        """Wait until what was asked for is done, and tell it at once."""
        if self._worker is not None and self._latest is not None:
            self._worker.wait()
            self._on_ended(self._latest)

    def close(self) -> None:
        """Forget everything and end the thread, after the job that is under way; a new job starts another."""
        self.forget()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _tell(self, job: "_Job") -> None:
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._ended.emit(job)

    @Slot(object)
    def _on_ended(self, job: "_Job") -> None:
        if job is not self._latest or not job.is_done:
            return
        self._latest = None
        if job.error is None:
            job.on_success(job.result)
        elif job.on_error is not None:
            job.on_error(job.error)
        else:
            raise job.error


class _Job:
    """One thing to do, and what came of it."""

    def __init__(
        self,
        job: Callable[[], Any],
        on_success: Callable[[Any], object],
        on_error: Callable[[Exception], object] | None,
    ) -> None:
        self._job = job
        self.on_success, self.on_error = on_success, on_error
        self.result: Any = None
        self.error: Exception | None = None
        self.is_done = False

    def do(self) -> None:
        try:
            self.result = self._job()
        except Exception as error:  # noqa: BLE001 - told in the window's thread, by whoever asked or as a bug
            self.error = error
        self.is_done = True


class _Worker:
    """The thread, and what it is to do next."""

    def __init__(self, name: str, tell: Callable[[_Job], None]) -> None:
        self._tell = tell
        self._changed = Condition()
        self._waiting: _Job | None = None
        self._is_working = self._is_ending = False
        # a daemon: a file on a stick that was pulled out may never answer, and the program ends all the same
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def do(self, job: _Job) -> None:
        with self._changed:
            self._waiting = job
            self._changed.notify_all()

    def drop_waiting(self) -> None:
        with self._changed:
            self._waiting = None

    def wait(self) -> None:
        with self._changed:
            self._changed.wait_for(self._is_idle)

    def end(self) -> None:
        with self._changed:
            self._is_ending = True
            self._changed.notify_all()
        self._thread.join(_ENDS_WITHIN)

    def _is_idle(self) -> bool:
        return self._waiting is None and not self._is_working

    def _has_to_act(self) -> bool:
        return self._is_ending or self._waiting is not None

    def _tell_unless_ending(self, job: _Job) -> None:
        """Under the lock: whoever ends this waits for it, and may be gone after."""
        if not self._is_ending:
            self._tell(job)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_to_act)
                job, self._waiting = self._waiting, None
                if self._is_ending or job is None:
                    return
                self._is_working = True
            job.do()
            with self._changed:
                self._is_working = False
                self._changed.notify_all()
                self._tell_unless_ending(job)
            del job  # what it found is not kept until the next one comes
