"""Tests of `crmo_desktop.gui.widgets.radio_card`."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.radio_card import RadioCard
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, has_colour, picture_of, press

LONG = "774 children, by the places that were found in the clinic in the first year in the database"


@pytest.fixture
def cards(show: Show, look: Look) -> list[RadioCard]:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    made = [
        RadioCard(name, f"Children, {name}", under, look, holder) for name, under in (("a", ""), ("b", LONG))
    ]
    for card in made:
        layout.addWidget(card)
    layout.addStretch(1)
    show(holder, 360, 260)
    QApplication.processEvents()
    return made


def test_it_says_what_it_stands_for(cards: list[RadioCard]) -> None:
    assert [card.value for card in cards] == ["a", "b"]
    assert cards[1].accessibleName() == "Children, b"
    assert cards[1].accessibleDescription() == LONG


def test_one_of_the_cards_is_checked(cards: list[RadioCard]) -> None:
    click(cards[0])
    assert [card.isChecked() for card in cards] == [True, False]
    click(cards[1])
    assert [card.isChecked() for card in cards] == [False, True]


def test_all_of_it_can_be_pressed(cards: list[RadioCard]) -> None:
    click(cards[1], cards[1].rect().bottomRight() - QPoint(4, 4))

    assert cards[1].isChecked()


def test_arrows_go_to_the_next_card_and_check_it(cards: list[RadioCard]) -> None:
    cards[0].setChecked(True)
    cards[0].setFocus()

    press(cards[0], Qt.Key.Key_Down)

    assert cards[1].isChecked()


def test_words_are_broken_and_never_cut(cards: list[RadioCard], look_of: LookOf) -> None:
    card = cards[1]
    narrow, wide = card.heightForWidth(220), card.heightForWidth(438)

    assert card.hasHeightForWidth()
    assert narrow > wide >= 44
    assert cards[0].heightForWidth(438) < wide
    assert card.height() >= card.heightForWidth(card.width())
    assert card.sizeHint().height() == wide
    card.set_look(look_of("light", 200))
    assert card.minimumSizeHint().height() > 2 * wide


@pytest.mark.parametrize("theme", ["light", "dark", "hc_black", "hc_white"])
def test_the_checked_one_is_told_apart(cards: list[RadioCard], look_of: LookOf, theme: str) -> None:
    look = look_of(theme)
    for card in cards:
        card.set_look(look)
    cards[0].setChecked(True)

    assert has_colour(picture_of(cards[0]), look.colour("accent"), least=40)
    assert has_colour(picture_of(cards[0]), look.colour("accent_soft"), least=40)
    assert not has_colour(picture_of(cards[1]), look.colour("focus")) or look.is_high_contrast


def test_the_keyboard_has_a_ring(cards: list[RadioCard], look: Look) -> None:
    cards[1].setFocus()

    assert has_colour(picture_of(cards[1]), look.colour("focus"), least=40)


def test_it_turns_round_where_one_reads_from_the_right(cards: list[RadioCard], look: Look) -> None:
    card = cards[1]
    card.setChecked(True)
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    picture = picture_of(card)
    assert has_colour(picture.copy(card.width() - 40, 4, 30, 36), look.colour("accent"), least=40)
    assert not has_colour(picture.copy(8, 6, 30, 30), look.colour("accent"), least=10)
