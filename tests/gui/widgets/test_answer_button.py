"""Tests of `crmo_desktop.gui.widgets.answer_button`."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.answer_button import AnswerButton
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, press

LONG = "Single lesion outside the clavicle, or a child who looks ill, or anything else that is not typical"


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder)
    return holder


@pytest.fixture
def button(holder: QWidget, look: Look) -> AnswerButton:
    button = AnswerButton("biopsy", LONG, "Biopsy", holder)
    button.set_look(look)
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(button)
    return button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_and_clicks_choose_it(
    button: AnswerButton, holder: QWidget, qtbot: QtBot, show: Show, key: Qt.Key
) -> None:
    show(holder)

    with qtbot.waitSignal(button.chosen) as pressed:
        press(button, key)
    assert pressed.args == ["biopsy"]
    with qtbot.waitSignal(button.chosen):
        click(button)


@pytest.mark.parametrize("width", [200, 438, 900])
def test_all_its_words_are_there_at_any_width(
    button: AnswerButton, holder: QWidget, show: Show, width: int
) -> None:
    show(holder, width, 400)

    for label in button.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert button.rect().contains(label.geometry())
    assert button.height() >= 36


def test_it_has_a_name_and_says_where_it_leads(button: AnswerButton) -> None:
    assert button.accessibleName() == f"{LONG}: Biopsy"
    assert button.hasHeightForWidth()
    assert button.sizeHint().height() >= button.minimumSizeHint().height() > 0


def test_it_tells_when_keys_come_to_it_and_not_when_code_does(
    button: AnswerButton, holder: QWidget, qtbot: QtBot, show: Show
) -> None:
    show(holder)
    button.clearFocus()
    with qtbot.waitSignal(button.reached):
        button.setFocus(Qt.FocusReason.TabFocusReason)
    button.clearFocus()
    with qtbot.assertNotEmitted(button.reached):
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def test_it_shows_that_it_is_pointed_at_elsewhere(button: AnswerButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(button.chosen):
        button.set_pointed(pointed=True)
    assert button.property("pointed") is True
    button.set_pointed(pointed=False)
    assert button.property("pointed") is False


def test_it_grows_with_the_text(button: AnswerButton, look_of: LookOf) -> None:
    before = button.heightForWidth(400)
    button.set_look(look_of("light", 200))

    assert button.heightForWidth(400) > before
    assert button.minimumHeight() == 72


def test_without_a_second_line_there_is_one_label(holder: QWidget) -> None:
    button = AnswerButton("x", "Yes", "", holder)

    assert len(button.findChildren(QLabel)) == 1
