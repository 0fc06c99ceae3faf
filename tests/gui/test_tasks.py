"""Work beside the window: the latest only, told in the window's thread, ended cleanly."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.tasks import LatestOnly

SOON_S = 5.0  # only a test that fails waits as long


class Gate:
    """A job that goes on when it is let."""

    def __init__(self, result: object = "done") -> None:
        self.began, self.go = threading.Event(), threading.Event()
        self.result = result
        self.thread: threading.Thread | None = None

    def __call__(self) -> object:
        self.thread = threading.current_thread()
        self.began.set()
        assert self.go.wait(SOON_S)
        return self.result


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[LatestOnly]:
    tasks = LatestOnly("crmo-test")
    yield tasks
    tasks.close()


@pytest.fixture
def told() -> list[object]:
    return []


def names() -> list[str]:
    return [thread.name for thread in threading.enumerate()]


def returning(value: object) -> Callable[[], object]:
    return lambda: value


def test_what_a_job_returns_is_told_in_the_windows_own_thread(
    tasks: LatestOnly, told: list[object], qtbot: QtBot
) -> None:
    def job() -> threading.Thread:
        return threading.current_thread()

    tasks.run(job, on_success=lambda thread: told.extend([thread, threading.current_thread()]))

    assert tasks.is_busy()
    qtbot.waitUntil(lambda: bool(told))
    assert not tasks.is_busy()
    assert isinstance(told[0], threading.Thread)
    assert told[0].name == "crmo-test"
    assert told[1] is threading.main_thread()


def test_without_a_job_there_is_no_thread(tasks: LatestOnly) -> None:
    tasks.forget()
    tasks.finish()

    assert "crmo-test" not in names()


def test_of_those_that_wait_only_the_latest_is_done_and_told(
    tasks: LatestOnly, told: list[object], qtbot: QtBot
) -> None:
    first, done = Gate("first"), []

    def note(number: int) -> int:
        done.append(number)
        return number

    tasks.run(first, on_success=told.append)
    assert first.began.wait(SOON_S)
    for number in range(5):
        tasks.run(lambda number=number: note(number), on_success=told.append)  # type: ignore[misc]  # the number of now
    first.go.set()

    qtbot.waitUntil(lambda: bool(told))
    assert (told, done) == ([4], [4]), "the first is done and not told, the others are not even done"


def test_what_is_done_but_not_told_yet_gives_way_too(
    tasks: LatestOnly, told: list[object], qtbot: QtBot
) -> None:
    """Its signal waits in the event loop when the next job is asked for."""
    first = Gate("first")
    tasks.run(first, on_success=told.append)
    first.go.set()
    assert first.began.wait(SOON_S)
    second = Gate("second")
    tasks.run(second, on_success=told.append)
    assert second.began.wait(SOON_S), "the first is over now"

    second.go.set()
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["second"]


def test_what_is_forgotten_is_never_told(tasks: LatestOnly, told: list[object], qtbot: QtBot) -> None:
    gate = Gate()
    tasks.run(gate, on_success=told.append)
    assert gate.began.wait(SOON_S)
    tasks.forget()
    assert not tasks.is_busy()
    gate.go.set()

    tasks.run(returning("next"), on_success=told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["next"]


def test_one_can_wait_for_what_was_asked(tasks: LatestOnly, told: list[object], qtbot: QtBot) -> None:
    tasks.run(returning(1), on_success=told.append)

    tasks.finish()
    assert told == [1]

    with qtbot.waitSignal(tasks._ended):  # the thread's own word comes later, and tells nothing twice
        tasks.run(returning(2), on_success=told.append)
    assert told == [1, 2]


def test_an_error_goes_to_whoever_asked(tasks: LatestOnly, told: list[object], qtbot: QtBot) -> None:
    tasks.run(fail, on_success=told.append, on_error=told.append)

    qtbot.waitUntil(lambda: bool(told))

    assert isinstance(told[0], ZeroDivisionError)
    assert not tasks.is_busy()


def test_an_error_that_nobody_expects_is_a_bug_of_the_window(
    tasks: LatestOnly, told: list[object], qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as caught:
        tasks.run(fail, on_success=told.append)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError
    assert told == []

    tasks.run(returning("well"), on_success=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["well"], "the thread has gone on"


def fail() -> object:
    return 1 // 0


def test_closing_waits_for_the_job_under_way_and_tells_nothing(
    tasks: LatestOnly, told: list[object], qtbot: QtBot
) -> None:
    gate = Gate()
    tasks.run(gate, on_success=told.append)
    assert gate.began.wait(SOON_S)
    threading.Timer(0.02, gate.go.set).start()

    tasks.close()

    assert gate.thread is not None
    assert not gate.thread.is_alive()
    qtbot.waitUntil(lambda: "crmo-test" not in names())
    assert told == []


def test_after_closing_a_new_job_starts_a_new_thread(
    tasks: LatestOnly, told: list[object], qtbot: QtBot
) -> None:
    tasks.run(returning(1), on_success=told.append)
    tasks.close()
    tasks.close()

    tasks.run(returning(2), on_success=told.append)

    qtbot.waitUntil(lambda: bool(told))
    assert told == [2]


def test_what_is_done_after_the_end_is_told_to_nobody(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crmo_desktop.gui.tasks._ENDS_WITHIN", 0.01)
    told: list[object] = []
    tasks, gate = LatestOnly("crmo-test"), Gate()
    tasks._ended.connect(told.append)
    tasks.run(gate, on_success=told.append)
    assert gate.began.wait(SOON_S)

    tasks.close()  # gives up waiting: a file on a stick that was pulled out may never answer
    gate.go.set()
    assert gate.thread is not None
    gate.thread.join(SOON_S)
    qtbot.waitUntil(lambda: gate.thread is not None and not gate.thread.is_alive())

    assert told == []
