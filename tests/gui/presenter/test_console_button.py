"""Tests of `crmo_desktop.gui.presenter.console_button`."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_button import KeyButton
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf
from tests.gui.hands import colours_in, picture_of


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def button(look: Look, icons: IconShelf, parent: QWidget) -> KeyButton:
    return KeyButton("Black", "eye-off", "B", look, icons, parent, can_be_on=True)


def test_it_is_called_by_its_words_and_its_key(button: KeyButton) -> None:
    assert button.accessibleName() == button.toolTip() == "Black (B)"


def test_without_a_key_it_is_called_by_its_words(look: Look, icons: IconShelf, parent: QWidget) -> None:
    button = KeyButton("Pause", "player-pause", "", look, icons, parent, can_be_on=False)
    narrow = button.sizeHint().width()
    button.set_words("Go on", "player-play")

    assert (button.text(), button.accessibleName()) == ("Go on", "Go on")
    assert not button.isCheckable()
    assert narrow > 40


def test_whether_it_is_on_is_set_in_silence_and_never_by_itself(button: KeyButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(button.toggled), qtbot.assertNotEmitted(button.clicked):
        button.set_on(True)
    assert button.isChecked()
    with qtbot.waitSignal(button.clicked):
        button.click()
    assert button.isChecked()


def test_words_come_before_the_key_where_letters_are_large(button: KeyButton, look_of: LookOf) -> None:
    button.resize(button.sizeHint())
    has_hint = colours_in(picture_of(button))
    with_hint = button.sizeHint().width()
    button.set_look(look_of("light", 150))

    assert button.sizeHint().width() < with_hint * 1.5
    assert button.minimumSizeHint() == button.sizeHint()
    assert has_hint[look_of("light").name_of("muted").lower()] > 0


def test_it_is_turned_round_where_words_run_from_the_right(button: KeyButton) -> None:
    button.resize(200, 36)
    before = picture_of(button)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert picture_of(button) != before
