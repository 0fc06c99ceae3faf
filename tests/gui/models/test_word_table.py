import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.word_table import WordTable


class ThreeColumns(WordTable):
    _headers = ("First", "Second", "Third")


@pytest.fixture
def table(qtbot: QtBot) -> WordTable:
    table = ThreeColumns()
    table.set_rows([("a", "b", "c"), ("d", "e", "f")])
    return table


def test_it_has_a_row_for_each_and_nothing_below_them(table: WordTable) -> None:
    assert (table.rowCount(), table.columnCount()) == (2, 3)
    assert (table.rowCount(table.index(0, 0)), table.columnCount(table.index(0, 0))) == (0, 0)


def test_a_cell_has_its_words_and_nothing_else(table: WordTable) -> None:
    assert table.data(table.index(1, 2)) == "f"
    assert table.data(table.index(1, 2), Qt.ItemDataRole.ToolTipRole) is None
    assert table.data(QModelIndex()) is None


def test_other_rows_take_their_place(table: WordTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.modelReset):
        table.set_rows([])

    assert table.rowCount() == 0
