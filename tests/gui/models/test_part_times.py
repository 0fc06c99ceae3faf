"""Tests of `crmo_desktop.gui.models.part_times`."""

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.part_times import Column, PartTimes, TimeRow
from tests.gui.conftest import CheckModel

ROWS = (
    TimeRow("1. Names", "2 min", "2:40", "0:40 longer"),
    TimeRow("2. Signs", "3 min", "3:00", "as planned"),
)


def test_it_is_a_model_that_views_can_rely_on(check_model: CheckModel, qtbot: QtBot) -> None:
    check_model(PartTimes(ROWS))


def test_cells_stand_below_their_titles(qtbot: QtBot) -> None:
    model = PartTimes(ROWS)
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]

    assert titles == ["Part", "Planned", "Taken", "Difference"]
    assert model.index(0, Column.DIFFERENCE).data() == "0:40 longer"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_times_stand_at_the_end_of_their_cells(qtbot: QtBot) -> None:
    model = PartTimes(ROWS)
    role = Qt.ItemDataRole.TextAlignmentRole

    assert model.index(0, Column.TAKEN).data(role) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, Column.PART).data(role) is None
