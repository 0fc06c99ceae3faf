from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.idle import IdleWatch, seconds_passed
from tests.gui.conftest import Show
from tests.gui.hands import click, move_mouse, press, wheel


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def watch(clock: Clock, minutes: int = 10) -> tuple[IdleWatch, list[str]]:
    """A watch, and what it tells."""
    watch, told = IdleWatch(minutes, now=clock), list[str]()
    watch.warned.connect(lambda left: told.append(f"warned {left}"))
    watch.resumed.connect(lambda: told.append("resumed"))
    watch.expired.connect(lambda: told.append("expired"))
    return watch, told


def pass_time(watch: IdleWatch, clock: Clock, seconds: float) -> None:
    clock.seconds += seconds
    watch.look()


def test_it_warns_a_minute_before_the_time_is_up_and_once(clock: Clock, qapp: QApplication) -> None:
    idle, told = watch(clock)
    idle.touch()

    for seconds in (0, 539, 1, 5, 54, 1, 5):
        pass_time(idle, clock, seconds)

    assert told == ["warned 60", "expired"]


def test_of_one_minute_it_warns_half_before(clock: Clock, qapp: QApplication) -> None:
    idle, told = watch(clock, minutes=1)
    idle.touch()

    for seconds in (29, 1, 30):
        pass_time(idle, clock, seconds)

    assert told == ["warned 30", "expired"]


def test_whoever_comes_back_in_time_stays(clock: Clock, qapp: QApplication) -> None:
    idle, told = watch(clock)
    idle.touch()
    pass_time(idle, clock, 550)

    idle.touch()
    idle.touch()
    pass_time(idle, clock, 539)

    assert told == ["warned 60", "resumed"]


def test_where_nobody_has_come_nothing_ends(clock: Clock, qapp: QApplication) -> None:
    idle, told = watch(clock)

    pass_time(idle, clock, 10_000)
    idle.touch()
    pass_time(idle, clock, 600)
    pass_time(idle, clock, 10_000)

    assert told == ["expired"]


def test_a_computer_that_was_asleep_starts_over_at_once(clock: Clock, qapp: QApplication) -> None:
    idle, told = watch(clock)
    idle.touch()

    pass_time(idle, clock, 8 * 3600)

    assert told == ["expired"]


def test_keys_mouse_and_wheel_are_somebody(clock: Clock, qapp: QApplication, show: Show) -> None:
    idle, told = watch(clock)
    field = QLineEdit()
    show(field)
    qapp.installEventFilter(idle)
    try:
        touches: list[Callable[[], None]] = [
            partial(press, field, Qt.Key.Key_Shift),
            partial(click, field),
            partial(move_mouse, field, QPoint(3, 3)),
            partial(wheel, field, 120),
        ]
        for touch in touches:
            idle.touch()
            pass_time(idle, clock, 550)
            told.clear()
            touch()
            assert told == ["resumed"]
        told.clear()
        pass_time(idle, clock, 550)
        field.update()
        qapp.processEvents()
        assert told == ["warned 60"]  # what the window does by itself is nobody
    finally:
        qapp.removeEventFilter(idle)


def test_it_only_listens(clock: Clock, qapp: QApplication) -> None:
    idle, _ = watch(clock)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")

    assert idle.eventFilter(qapp, event) is False


def test_it_looks_by_itself(qtbot: QtBot) -> None:
    idle = IdleWatch(1)
    timers = idle.findChildren(QTimer)

    assert [timer.isActive() for timer in timers] == [True]


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_the_clock_only_goes_on(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)

    before = seconds_passed()

    assert seconds_passed() >= before > 0
