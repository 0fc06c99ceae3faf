"""The list of pictures: chapters head it and are passed over, rows open."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_list import PictureList, PictureRow
from tests.gui.conftest import CheckModel, Show
from tests.gui.hands import click, press

ROWS = (
    PictureRow("", "Bones"),
    PictureRow("bone-map", "Bone map", "Where it strikes.", "For clinicians"),
    PictureRow("long-bone", "Long bone", "Where lesions sit."),
    PictureRow("", "Diagnosis"),
    PictureRow("path", "Path", "A way."),
)


@pytest.fixture
def listed(look: Look, show: Show) -> PictureList:
    listed = PictureList(look)
    listed.set_pictures(ROWS)
    show(listed, 400, 400)
    listed.setFocus()
    return listed


def current(listed: PictureList) -> str:
    row = listed.current()
    return "" if row is None else row.id


def test_the_model_is_as_qt_wants_it(listed: PictureList, check_model: CheckModel) -> None:
    check_model(listed.model())


def test_it_begins_at_the_first_picture_and_passes_over_chapters(listed: PictureList) -> None:
    assert current(listed) == "bone-map"
    press(listed, Qt.Key.Key_Down)
    press(listed, Qt.Key.Key_Down)
    assert current(listed) == "path"
    press(listed, Qt.Key.Key_Up)
    assert current(listed) == "long-bone"


def test_it_can_be_led_from_the_field_above(listed: PictureList) -> None:
    for step, there in ((1, "long-bone"), (1, "path"), (1, "path"), (-1, "long-bone"), (-1, "bone-map")):
        listed.step(step)
        assert current(listed) == there
    listed.step(-1)
    assert current(listed) == "bone-map"


def test_rows_open_and_chapters_do_not(listed: PictureList, qtbot: QtBot) -> None:
    chosen: list[str] = []
    listed.chosen.connect(chosen.append)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        press(listed, key)
    click(listed.viewport(), listed.visualRect(listed.model().index(4, 0)).center())
    click(listed.viewport(), listed.visualRect(listed.model().index(0, 0)).center())

    assert chosen == ["bone-map"] * 3 + ["path"]


def test_a_row_is_said_in_one_breath(listed: PictureList) -> None:
    spoken = listed.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == listed.spoken() == "Bone map. Where it strikes. For clinicians."


def test_title_and_caption_stand_below_each_other(listed: PictureList) -> None:
    heights = [listed.sizeHintForRow(row) for row in range(5)]
    assert heights[1] > heights[2] > heights[0]


def test_without_pictures_nothing_is_current(listed: PictureList) -> None:
    listed.set_pictures([])
    assert listed.current() is None
    listed.step(1)
    assert listed.current() is None
