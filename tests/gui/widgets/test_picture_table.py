"""A picture as a table under hands: as wide as its room, nothing cut, cells that open."""

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_table import PictureTableView, spread
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, press
from tests.gui.measure import faults
from tests.gui.sample_pictures import TARGET, empty_table, picture_of_rows

Key = Qt.Key


def table_of(look: Look, width: int = 700) -> PictureTableView:
    table = PictureTableView()
    table.setStyleSheet("")
    table.set_table(picture_of_rows().table, "Side by side, as a table", look)
    table.set_room(width)
    return table


@pytest.mark.parametrize(("size", "width"), [(100, 900), (100, 420), (200, 900), (250, 960)])
def test_nothing_is_cut(look_of: LookOf, show: Show, size: int, width: int) -> None:
    table = table_of(look_of("light", size), width)
    show(table, width, table.height())
    table.set_room(width)

    assert table.width() == width
    assert table.verticalScrollBar().maximum() == 0, "all rows are there"
    assert faults(table) == []
    assert [what for what in faults(table) if "cell" in what] == []


def test_it_has_a_name_and_begins_at_its_first_cell(look: Look, show: Show) -> None:
    table = table_of(look)
    show(table)
    table.setFocus()

    assert table.accessibleName() == "Side by side, as a table"
    assert table.currentIndex().data() == "Fever"


def test_the_cell_stays_while_the_table_is_drawn_anew(look_of: LookOf, show: Show) -> None:
    table = table_of(look_of())
    show(table, 700, 400)
    table.setFocus()
    press(table, Key.Key_Down)
    press(table, Key.Key_Right)

    table.set_table(picture_of_rows().table, "in the dark", look_of("dark", 150))

    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    table.hide()
    assert not table.currentIndex().isValid(), "nobody finds the keyboard there"


def test_cells_open_what_they_lead_to(look: Look, show: Show) -> None:
    table = table_of(look)
    opened: list[str] = []
    show(table, 700, 400)
    table.target_chosen.connect(opened.append)

    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        press(table, key)
    assert opened == [TARGET] * 3
    press(table, Key.Key_Right)
    press(table, Key.Key_Return)
    assert len(opened) == 3, "that cell leads nowhere"
    click(table.viewport(), table.visualRect(table.model().index(1, 0)).center())
    assert opened[3:] == ["crmo://topic/mri"]


def test_the_cell_that_keys_come_to_is_told(look: Look, show: Show) -> None:
    table = table_of(look)
    told: list[QRect] = []
    show(table, 700, 400)
    table.setFocus()
    table.cell_reached.connect(told.append)

    press(table, Key.Key_Down)

    assert told[-1].top() >= table.visualRect(table.model().index(1, 0)).top()


def test_setting_a_table_reports_nothing(look: Look, qtbot: QtBot) -> None:
    table = table_of(look)
    qtbot.addWidget(table)
    with (
        qtbot.assertNotEmitted(table.target_chosen, wait=1),
        qtbot.assertNotEmitted(table.cell_reached, wait=1),
    ):
        table.set_table(picture_of_rows().table, "again", look)
        table.set_room(500)


def test_an_empty_table_has_only_a_frame(look: Look, show: Show) -> None:
    table = PictureTableView()
    table.set_table(empty_table(), "Nothing", look)
    table.set_room(300)
    show(table, 300, 60)

    assert not table.currentIndex().isValid()


@pytest.mark.parametrize(
    ("natural", "least", "width", "expected"),
    [
        ([], [], 100, []),
        ([50, 50], [20, 20], 140, [50, 90]),  # what is left goes to the last
        ([200, 100], [40, 60], 200, [120, 80]),  # each gives way as it can
        ([200, 100], [80, 60], 100, [80, 60]),  # but no word is cut: it scrolls
    ],
)
def test_columns_share_the_room(
    natural: list[int], least: list[int], width: int, expected: list[int]
) -> None:
    found = spread(natural, least, width)
    assert found == expected or sum(found) == sum(expected)
    assert all(wide >= word for wide, word in zip(found, least, strict=True))
