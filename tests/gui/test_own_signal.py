from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.own_signal import OwnSignal
from tests.gui.conftest import Desk


class File:
    """One that another window writes to when it is told to."""

    def __init__(self) -> None:
        self.is_new = True
        self.asked = 0

    def changed_elsewhere(self) -> bool:
        self.asked += 1
        new, self.is_new = self.is_new, False
        return new


class Window(QWidget):
    """Active or not, as the test wants it."""

    is_active = True

    def isActiveWindow(self) -> bool:
        return self.is_active


@pytest.fixture
def file() -> File:
    return File()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    yield window
    window.deleteLater()


def heard(signal: OwnSignal) -> list[bool]:
    told: list[bool] = []
    signal.changed.connect(lambda: told.append(True))
    return told


def test_what_stands_in_the_file_at_first_is_no_news(file: File, window: Window) -> None:
    signal = OwnSignal(file.changed_elsewhere, window)
    told = heard(signal)

    signal.look()

    assert file.asked == 2
    assert told == []


def test_what_another_window_has_written_is_told_once(file: File, window: Window) -> None:
    signal = OwnSignal(file.changed_elsewhere, window)
    told = heard(signal)
    file.is_new = True

    signal.look()
    signal.look()

    assert told == [True]


def test_the_file_is_looked_at_while_the_window_is_active(qtbot: QtBot, file: File, window: Window) -> None:
    signal = OwnSignal(file.changed_elsewhere, window)
    signal._timer.setInterval(1)
    file.is_new = True

    with qtbot.waitSignal(signal.changed):
        pass


def test_the_file_is_left_alone_while_the_window_is_not_active(file: File, window: Window) -> None:
    signal = OwnSignal(file.changed_elsewhere, window)
    window.is_active = False

    signal._on_time()

    assert file.asked == 1


def test_two_windows_on_one_file_tell_each_other(desk: Desk) -> None:
    first = desk.open()
    told = heard(first.own_signal)
    second = desk.open()

    second._services.own.things.set_finished("spine", is_finished=True)
    first.own_signal.look()

    assert told == [True]
    assert first._services.own.things.finished() == {"spine"}
