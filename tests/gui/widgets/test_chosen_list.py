"""Tests of `crmo_desktop.gui.widgets.chosen_list`."""

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.chosen_list import ChosenList
from tests.gui.conftest import Show
from tests.gui.hands import click, press_keys

ROWS = (
    ("MRI › When", "For families"),
    ("Red flags", "For families · the whole topic"),
    ("Room 4", "Own words"),
)


@pytest.fixture
def chosen(look: Look, show: Show) -> ChosenList:
    chosen = ChosenList(look)
    chosen.set_parts(ROWS, 1)
    show(chosen, 320, 300)
    chosen.setFocus()
    return chosen


def test_parts_are_shown_one_of_them_current(chosen: ChosenList) -> None:
    model = chosen.model()

    assert [str(model.index(n, 0).data()).partition("\u2028")[0] for n in range(3)] == [
        row for row, _ in ROWS
    ]
    assert chosen.place() == 1
    assert chosen.spoken() == "Red flags. For families · the whole topic."
    chosen.set_parts(ROWS, 9)
    assert chosen.place() == 2
    chosen.set_parts((), 0)
    assert chosen.place() == -1


def test_keys_say_what_is_to_be_done_with_a_part(chosen: ChosenList) -> None:
    told: list[object] = []
    chosen.move_wanted.connect(told.append)
    chosen.removal_wanted.connect(lambda: told.append("out"))
    chosen.change_wanted.connect(lambda: told.append("change"))

    for keys in ("Alt+Down", "Alt+Up", "Del", "Return"):
        press_keys(chosen, keys)

    assert told == [1, -1, "out", "change"]
    press_keys(chosen, "Down")
    assert chosen.place() == 2


def test_a_click_only_makes_a_part_current(chosen: ChosenList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chosen.chosen), qtbot.assertNotEmitted(chosen.change_wanted):
        click(chosen.viewport(), chosen.visualRect(chosen.model().index(2, 0)).center())

    assert chosen.place() == 2
