"""Tests of `crmo_desktop.gui.presenter.console_live`."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_live import HandCounts, LiveButtons
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, press_keys

OPTIONS = ("A. Wait", "B. Ring the clinic", "C. Go to bed")


@pytest.fixture
def box(show: Show) -> QWidget:
    box = QWidget()
    show(box, 500, 300)
    return box


@pytest.fixture
def hands(look: Look, icons: IconShelf, box: QWidget) -> HandCounts:
    hands = HandCounts(look, icons, box)
    hands.set_question(OPTIONS, (), is_counting=False, is_answered=False)
    hands.show()
    return hands


def test_every_option_has_a_field_of_its_own(hands: HandCounts) -> None:
    assert [field.accessibleName() for field in hands.fields] == [f"Hands for {words}" for words in OPTIONS]
    assert [field.value() for field in hands.fields] == [0, 0, 0]


def test_typed_hands_are_told(hands: HandCounts) -> None:
    told: list[tuple[int, int]] = []
    hands.counted.connect(lambda option, count: told.append((option, count)))
    hands.fields[1].setFocus()
    hands.fields[1].selectAll()

    press_keys(hands.fields[1], "7")
    press_keys(hands.fields[1], "Up")

    assert told == [(1, 7), (1, 8)]


def test_showing_hands_is_silent(hands: HandCounts, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(hands.counted):
        hands.set_question(OPTIONS, (3, 0, 12), is_counting=True, is_answered=True)

    assert [field.value() for field in hands.fields] == [3, 0, 12]
    assert button_called(hands, "Count by keys", QPushButton).isChecked()
    assert not button_called(hands, "Show the answer", QPushButton).isEnabled()


def test_another_question_has_other_fields(hands: HandCounts) -> None:
    before = hands.fields
    hands.set_question(("True", "False"), (1, 2), is_counting=False, is_answered=False)

    assert len(hands.fields) == 2
    assert not any(field.isVisible() for field in before)
    assert hands.fields[1].accessibleName() == "Hands for False"


def test_its_buttons_tell_what_is_wanted(hands: HandCounts, look_of: LookOf) -> None:
    wanted: list[str] = []
    hands.counting_wanted.connect(lambda: wanted.append("count"))
    hands.answer_wanted.connect(lambda: wanted.append("answer"))
    hands.set_look(look_of("dark", 150))
    for name in ("Count by keys", "Show the answer"):
        button_called(hands, name, QPushButton).click()

    assert wanted == ["count", "answer"]


def test_a_live_picture_has_the_keys_of_the_wall_as_buttons(
    look: Look, icons: IconShelf, box: QWidget, look_of: LookOf
) -> None:
    live = LiveButtons(look, icons, box)
    pressed: list[str] = []
    live.pressed.connect(pressed.append)
    live.set_look(look_of("dark"))
    for button in live.buttons:
        button.click()

    assert pressed == ["up", "down", "choose", "undo"]
    assert [button.text() for button in live.buttons] == ["Up", "Down", "Choose", "A step back"]
