"""Tests of `crmo_desktop.gui.widgets.session_list`."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_list import PictureRow
from crmo_desktop.gui.widgets.session_list import SessionList
from tests.gui.conftest import CheckModel, Show
from tests.gui.hands import click, press_keys

ROWS = [PictureRow("1", "Evening", "45 minutes"), PictureRow("2", "Class", "20 minutes")]


@pytest.fixture
def sessions(look: Look, show: Show) -> SessionList:
    made = SessionList(look)
    made.set_sessions(ROWS, "2")
    show(made)
    return made


def test_the_session_asked_for_is_current(sessions: SessionList, check_model: CheckModel) -> None:
    assert sessions.current() == ROWS[1]
    sessions.set_sessions(ROWS, "gone")
    assert sessions.current() == ROWS[0]
    check_model(sessions.model())


@pytest.mark.parametrize(
    ("keys", "signal"),
    [
        ("Return", "change_wanted"),
        ("Enter", "change_wanted"),
        ("Del", "removal_wanted"),
        ("F2", "renaming_wanted"),
    ],
)
def test_keys_tell_what_is_wanted(sessions: SessionList, qtbot: QtBot, keys: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(sessions, signal)):
        press_keys(sessions, keys)


def test_a_click_chooses_and_two_change(sessions: SessionList, qtbot: QtBot) -> None:
    place = sessions.visualRect(sessions.model().index(0, 0)).center()
    with qtbot.assertNotEmitted(sessions.chosen), qtbot.assertNotEmitted(sessions.change_wanted):
        click(sessions.viewport(), place)
    assert sessions.current() == ROWS[0]

    with qtbot.waitSignal(sessions.change_wanted):
        QTest.mouseDClick(sessions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.assertNotEmitted(sessions.change_wanted):
        below = QPointF(20, sessions.viewport().height() - 5).toPoint()
        QTest.mouseDClick(sessions.viewport(), Qt.MouseButton.LeftButton, pos=below)
