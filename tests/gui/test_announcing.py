from types import SimpleNamespace

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.announcing import announce


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[QAccessibleAnnouncementEvent]:
    """What a screen reader is told; none runs on the offscreen screen."""
    told: list[QAccessibleAnnouncementEvent] = []
    stand_in = SimpleNamespace(isActive=lambda: True, updateAccessibility=told.append)
    monkeypatch.setattr(QtGui, "QAccessible", stand_in)
    return told


def test_a_screen_reader_is_told_the_words(heard: list[QAccessibleAnnouncementEvent], qtbot: QtBot) -> None:
    label = QLabel("Words")
    qtbot.addWidget(label)

    announce(label, "3 results in 2 topics")

    assert [(event.message(), event.object()) for event in heard] == [("3 results in 2 topics", label)]
    assert heard[0].type() == QAccessible.Event.Announcement


def test_nothing_is_announced_as_nothing(heard: list[QAccessibleAnnouncementEvent], qtbot: QtBot) -> None:
    label = QLabel("Words")
    qtbot.addWidget(label)

    announce(label, "")

    assert heard == []


def test_without_a_screen_reader_nobody_is_told(
    heard: list[QAccessibleAnnouncementEvent], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QtGui.QAccessible, "isActive", lambda: False)
    label = QLabel("Words")
    qtbot.addWidget(label)

    announce(label, "3 results in 2 topics")

    assert heard == []
