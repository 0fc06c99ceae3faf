import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.page_structure import Kind, Part
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.part_list import PartList
from tests.gui.conftest import CheckModel, LookOf, Show
from tests.gui.hands import click, has_colour, picture_of, press

ROWS = [
    (Part(Kind.HEADING, n * 10, n * 10 + 5, name=name, level=level), name, f"{name}, level {level}")
    for n, (name, level) in enumerate([("Title", 1), ("First", 2), ("Within", 3), ("Second", 2)])
]


@pytest.fixture
def parts(look: Look, show: Show) -> PartList:
    holder = QWidget()
    parts = PartList(look, holder)
    parts.resize(400, 300)
    show(holder, 400, 300)
    parts.set_parts(ROWS, current=1)
    parts.setFocus()
    return parts


def test_rows_are_read_with_more_than_they_show(parts: PartList, check_model: CheckModel) -> None:
    model: QAbstractItemModel = parts.model()

    check_model(model)
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert shown == ["Title", "First", "Within", "Second"]
    assert said[2] == "Within, level 3"


def test_it_begins_where_it_is_told_and_arrows_choose_nothing(parts: PartList, qtbot: QtBot) -> None:
    assert parts.current() is ROWS[1][0]

    with qtbot.assertNotEmitted(parts.chosen):
        press(parts, Qt.Key.Key_Down)

    assert parts.current() is ROWS[2][0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose(key: Qt.Key, parts: PartList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.chosen) as chosen:
        press(parts, key)

    assert chosen.args == [ROWS[1][0]]


def test_a_click_chooses(parts: PartList, qtbot: QtBot) -> None:
    place = parts.visualRect(parts.model().index(3, 0)).center()

    with qtbot.waitSignal(parts.chosen) as chosen:
        click(parts.viewport(), place)

    assert chosen.args == [ROWS[3][0]]


def test_steps_end_at_the_ends(parts: PartList) -> None:
    parts.step(1)
    assert parts.current() is ROWS[2][0]
    parts.step(10)
    assert parts.current() is ROWS[3][0]
    parts.step(-10)
    assert parts.current() is ROWS[0][0]


def test_an_empty_list_has_no_current_row_and_takes_keys(parts: PartList, qtbot: QtBot) -> None:
    parts.set_parts([])

    assert parts.parts() == []
    assert parts.current() is None
    with qtbot.assertNotEmitted(parts.chosen):
        press(parts, Qt.Key.Key_Return)
        parts.step(1)


@pytest.mark.parametrize("theme", NAMES)
def test_the_row_that_enter_chooses_is_seen_without_the_keyboard(
    theme: str, look_of: LookOf, show: Show
) -> None:
    look = look_of(theme)
    holder = QWidget()
    parts = PartList(look, holder)
    parts.resize(400, 300)
    show(holder, 400, 300)
    parts.set_parts(ROWS, current=1)
    holder.setFocus()

    assert has_colour(picture_of(parts.viewport()), look.colour("row_current"))
