"""Tests of `crmo_desktop.gui.presenter.heard`."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.presenter.heard import Heard
from crmo_desktop.gui.presenter.show import Cover, Show, Tool


@pytest.fixture
def said(running: Show, qtbot: QtBot) -> list[str]:
    window = QWidget()
    qtbot.addWidget(window)
    heard, words = Heard(running, lambda: window), list[str]()
    heard.said.connect(words.append)
    heard.look()
    assert words == ["Slide 1: First"]
    words.clear()
    return words


def test_a_slide_is_told_with_its_number_and_each_step_by_what_is_new(said: list[str], running: Show) -> None:
    for _ in range(3):
        running.forward()
    running.back()

    assert said == ["Slide 2: Built", "Point 1", "Point 2"]


def test_covers_are_told_and_the_slide_below_is_not(said: list[str], running: Show) -> None:
    running.set_cover(Cover.BLACK)
    running.set_cover(Cover.WHITE)
    running.forward()

    assert said == ["Wall black.", "Wall white.", "Slide shown again."]


def test_tools_and_the_picture_are_told(said: list[str], running: Show) -> None:
    running.go_to(2)
    said.clear()
    for tool in (Tool.SPOTLIGHT, Tool.DRAW, Tool.ERASE, Tool.ERASE):
        running.set_tool(tool)
    running.set_zoomed(True)
    running.set_zoomed(False)

    assert said == ["Light.", "Pen.", "Eraser.", "Put down.", "Picture large.", "All of the slide."]


def test_another_room_is_told(said: list[str], running: Show) -> None:
    for theme in ("dark", "contrast", "light"):
        running.set_room(running.deck.room._replace(theme=theme))
    running.set_type_step(1)
    running.set_type_step(0)
    running.set_room(running.deck.room._replace(width=960.0))

    assert said == ["Dark room.", "High contrast.", "Light room.", "Larger words.", "Smaller words."]
