"""Tests of `crmo_desktop.gui.widgets.quiz_option`."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.quiz_option import QuizOption
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, has_colour, picture_of, press

LONG = "An option of so many words that they take two lines of a narrow window, if not three of them"


@pytest.fixture
def options(show: Show, look: Look, icons: IconShelf) -> list[QuizOption]:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    made = [
        QuizOption(place, "AB"[place], words, look, icons, holder)
        for place, words in enumerate(("Short", LONG))
    ]
    for option in made:
        layout.addWidget(option)
    layout.addStretch(1)
    show(holder, 360, 260)
    QApplication.processEvents()
    return made


def test_it_says_its_letter_and_its_words(options: list[QuizOption]) -> None:
    assert [option.accessibleName() for option in options] == ["A. Short", f"B. {LONG}"]
    assert options[0].words() == "Short"


@pytest.mark.parametrize("way", ["mouse", "Return", "Enter", "Space"])
def test_it_is_pressed(way: str, options: list[QuizOption]) -> None:
    spy = QSignalSpy(options[1].clicked)
    if way == "mouse":
        click(options[1], options[1].rect().bottomRight() - QPoint(4, 4))
    else:
        options[1].setFocus()
        press(options[1], Qt.Key[f"Key_{way}"])

    assert spy.count() == 1


def test_words_are_broken_and_never_cut(options: list[QuizOption]) -> None:
    assert options[1].heightForWidth(220) > options[1].heightForWidth(438)
    assert options[1].height() >= options[1].heightForWidth(options[1].width())
    assert options[1].minimumSizeHint().height() >= options[1].heightForWidth(options[1].width())


def test_what_is_chosen_shows_its_number(options: list[QuizOption], look: Look) -> None:
    options[0].set_chosen("1", is_chosen=True)

    assert options[0].accessibleName() == "1. Short"
    assert has_colour(picture_of(options[0]), look.colour("accent"))
    assert not has_colour(picture_of(options[1]), look.colour("accent"))


def test_the_right_one_is_filled_and_says_so(options: list[QuizOption], look: Look) -> None:
    before = options[0].heightForWidth(300)
    options[0].close_as("", "Right answer", is_right=True)

    assert options[0].accessibleName() == "Right answer: Short"
    picture = picture_of(options[0])
    assert has_colour(picture, look.colour("good_bg"))
    assert has_colour(picture, look.colour("good"))
    assert options[0].heightForWidth(300) >= before


def test_a_wrong_one_keeps_its_look(options: list[QuizOption], look: Look) -> None:
    options[0].close_as("A", "Your answer", is_right=False)

    assert options[0].accessibleName() == "Your answer: A. Short"
    assert not has_colour(picture_of(options[0]), look.colour("good"))


def test_once_answered_it_cannot_be_pressed(options: list[QuizOption]) -> None:
    spy = QSignalSpy(options[0].clicked)
    options[0].setFocus()
    options[0].close_as("A", "", is_right=False)

    click(options[0])
    press(options[0], Qt.Key.Key_Return)

    assert spy.count() == 0
    assert not options[0].is_open()
    assert options[1].is_open()


def test_the_keyboard_is_seen(options: list[QuizOption], look: Look) -> None:
    assert not has_colour(picture_of(options[1]), look.colour("focus"))
    options[1].setFocus(Qt.FocusReason.TabFocusReason)

    assert has_colour(picture_of(options[1]), look.colour("focus"))


@pytest.mark.parametrize("theme", ["dark", "hc_black", "hc_white", "sepia"])
def test_it_is_drawn_in_every_theme(theme: str, show: Show, look_of: LookOf, icons: IconShelf) -> None:
    look, holder = look_of(theme, 150), QWidget()
    option = QuizOption(0, "A", "Words", look, icons, holder)
    option.close_as("", "Right answer", is_right=True)
    QVBoxLayout(holder).addWidget(option)
    show(holder, 400, 120)

    assert has_colour(picture_of(option), look.colour("good"))


def test_from_right_to_left_it_is_turned_round(options: list[QuizOption]) -> None:
    before = picture_of(options[0])
    options[0].setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    after = picture_of(options[0])
    assert after != before
