import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.key_model import KeyModel
from tests.gui.conftest import CheckModel

ROWS = [("Go", "Back", "Alt+Left"), ("Edit", "Find in this page", "Ctrl+F")]


@pytest.fixture
def model() -> KeyModel:
    model = KeyModel()
    model.set_rows(ROWS)
    return model


def test_it_is_a_model_as_qt_wants_them(model: KeyModel, check_model: CheckModel) -> None:
    check_model(model)
    model.set_rows([])
    check_model(model)


def test_a_cell_has_its_words(model: KeyModel) -> None:
    cells = [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]

    assert cells == ROWS
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_columns_say_what_they_hold(model: KeyModel) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

    assert [model.headerData(column, across) for column in range(3)] == ["Where", "What it does", "Keys"]
    assert model.headerData(0, down) is None


def test_a_cell_holds_no_others(model: KeyModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_new_rows_take_the_place_of_the_old(model: KeyModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(ROWS[1:])

    assert model.rowCount() == 1
    assert model.index(0, 2).data() == "Ctrl+F"


def test_a_row_whose_first_column_has_no_room_is_called_by_what_it_does(model: KeyModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    model.set_rows([("", "Back", "Alt+Left"), ROWS[1]])

    assert [model.index(row, 0).data(role) for row in range(2)] == ["Back", "Edit"]
    assert [model.index(row, 1).data(role) for row in range(2)] == [
        "Back: Alt+Left",
        "Find in this page: Ctrl+F. Edit",
    ]
