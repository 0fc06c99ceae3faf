import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from tests.gui.conftest import CheckModel

ROWS = [(("a", 1), "The first"), (("b", 2), "The second")]


@pytest.fixture
def model() -> RowModel[tuple[str, int]]:
    model: RowModel[tuple[str, int]] = RowModel()
    model.set_rows(ROWS)
    return model


def test_it_is_a_model_as_qt_wants_them(model: RowModel[tuple[str, int]], check_model: CheckModel) -> None:
    check_model(model)
    model.set_rows([])
    check_model(model)


def test_a_row_has_its_value_and_the_words_for_it(model: RowModel[tuple[str, int]]) -> None:
    index = model.index(1, 0)

    assert model.row(index) == ("b", 2)
    assert index.data(ROW_ROLE) == ("b", 2)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "The second"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "The second"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_where_there_is_no_row_there_is_no_value(model: RowModel[tuple[str, int]]) -> None:
    last = model.index(1, 0)
    model.set_rows(ROWS[:1])

    assert model.row(QModelIndex()) is None
    assert model.row(last) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_new_rows_take_the_place_of_the_old(model: RowModel[tuple[str, int]], qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_rows([(("c", 3), "The third")])

    assert [model.row(model.index(n, 0)) for n in range(model.rowCount())] == [("c", 3)]


def test_the_model_keeps_rows_of_its_own() -> None:
    rows = list(ROWS)
    model: RowModel[tuple[str, int]] = RowModel()
    model.set_rows(rows)

    rows.clear()

    assert model.rowCount() == 2
