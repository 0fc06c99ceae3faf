import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.own_things import Colour
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.colour_row import EDGES, FILLS, ColourNames, ColourRow
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, has_colour, picture_of, press


@pytest.fixture
def row(show: Show, look: Look, icons: IconShelf) -> ColourRow:
    holder = QWidget()
    row = ColourRow(look, icons, holder, can_be_none=True)
    show(holder, 300, 60)
    row.adjustSize()
    return row


def pressed(row: ColourRow) -> list[str]:
    return [button.accessibleName() for button in row.findChildren(QToolButton) if button.isChecked()]


def test_colours_are_told_by_name_and_number(row: ColourRow) -> None:
    names = [button.accessibleName() for button in row.findChildren(QToolButton)]

    assert names == ["Only yellow, 1", "Only green, 2", "Only blue, 3", "Only pink, 4"]
    assert [ColourNames().of(colour) for colour in Colour] == ["yellow", "green", "blue", "pink"]


def test_a_click_chooses_and_a_second_one_takes_it_back(row: ColourRow, qtbot: QtBot) -> None:
    told: list[int] = []
    row.chosen.connect(told.append)
    green = button_called(row, "Only green, 2", QToolButton)

    click(green)
    assert (row.colour(), pressed(row)) == (2, ["Only green, 2"])
    click(green)
    assert (row.colour(), pressed(row)) == (0, [])
    assert told == [2, 0]


def test_the_keyboard_chooses(row: ColourRow, qtbot: QtBot) -> None:
    button_called(row, "Only pink, 4", QToolButton).setFocus()

    with qtbot.waitSignal(row.chosen) as chosen:
        press(row, Qt.Key.Key_Space)

    assert chosen.args == [4]


def test_where_one_has_to_be_chosen_a_second_click_does_nothing(
    show: Show, look: Look, icons: IconShelf, qtbot: QtBot
) -> None:
    holder = QWidget()
    row = ColourRow(look, icons, holder, can_be_none=False)
    show(holder, 300, 60)
    row.set_colour(3)

    with qtbot.assertNotEmitted(row.chosen):
        click(button_called(row, "Colour: blue, 3", QToolButton))

    assert pressed(row) == ["Colour: blue, 3"]


def test_setting_from_code_is_silent(row: ColourRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.set_colour(1)

    assert pressed(row) == ["Only yellow, 1"]


@pytest.mark.parametrize("theme", NAMES)
def test_every_theme_has_its_colours_on_them(theme: str, row: ColourRow, look_of: LookOf) -> None:
    look = look_of(theme)
    row.set_look(look)

    for colour, button in zip(Colour, row.findChildren(QToolButton), strict=True):
        image = picture_of(button)
        assert has_colour(image, look.colour(FILLS[colour]), least=100)
        assert has_colour(image, look.colour(EDGES[colour]), least=20)
