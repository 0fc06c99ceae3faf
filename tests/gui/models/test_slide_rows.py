"""Tests of `crmo_desktop.gui.models.slide_rows`."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.slide_rows import SlideRow, SlideRows
from tests.gui.conftest import CheckModel

ROWS = [
    (SlideRow(-1, "What it is", "2 min"), "What it is, 2 min"),
    (SlideRow(0, "Names"), "1: Names"),
    (SlideRow(1, "Signs"), "2: Signs"),
]


@pytest.fixture
def model(qtbot: QtBot) -> SlideRows:
    model = SlideRows()
    model.set_rows(ROWS)
    return model


def test_it_is_a_model_that_views_can_rely_on(model: SlideRows, check_model: CheckModel) -> None:
    check_model(model)


def test_a_row_shows_its_title_and_says_more(model: SlideRows) -> None:
    index = model.index(1, 0)

    assert index.data() == "Names"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1: Names"
    assert model.data(QModelIndex()) is None


def test_parts_cannot_be_chosen(model: SlideRows) -> None:
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_a_slide_is_found_by_its_place(model: SlideRows) -> None:
    assert model.index_of(1).row() == 2
    assert not model.index_of(7).isValid()


def test_only_what_changed_is_told(model: SlideRows, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.renew(1, *ROWS[1])
    with qtbot.waitSignal(model.dataChanged):
        model.renew(1, SlideRow(0, "Names", "0:10"), "1: Names")
    assert model.row(model.index(1, 0)) == SlideRow(0, "Names", "0:10")
