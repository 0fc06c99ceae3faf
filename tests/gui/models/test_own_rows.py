"""Rows are made as a view asks for them."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.own_rows import AT_ONCE, OwnRow, OwnRowModel
from crmo_desktop.gui.models.rows import ROW_ROLE
from tests.gui.conftest import CheckModel

MANY = AT_ONCE * 3 + 5


@pytest.fixture
def made() -> list[int]:
    """For which numbers rows were made."""
    return []


@pytest.fixture
def model(made: list[int]) -> OwnRowModel[int]:
    def make(number: int) -> OwnRow:
        made.append(number)
        icon = "" if number % 10 == 0 else "note"
        return OwnRow(icon=icon, title=f"Row {number}", spoken=f"Note, row {number}" if icon else "")

    return OwnRowModel(make)


@pytest.mark.parametrize("count", [0, 3, MANY])
def test_it_is_what_views_rely_on(count: int, model: OwnRowModel[int], check_model: CheckModel) -> None:
    model.set_sources(range(count))

    check_model(model)


def test_only_as_many_rows_are_made_as_are_asked_for(model: OwnRowModel[int], made: list[int]) -> None:
    model.set_sources(range(MANY))
    assert len(made) == model.rowCount() == AT_ONCE
    assert model.canFetchMore(QModelIndex())

    model.fetchMore(QModelIndex())
    assert len(made) == model.rowCount() == 2 * AT_ONCE

    model.fetch_to(MANY + 10)
    assert model.rowCount() == MANY
    assert made == list(range(MANY)), "each once"
    assert not model.canFetchMore(QModelIndex())
    assert len(model.sources()) == MANY


def test_rows_below_a_row_there_are_none(model: OwnRowModel[int]) -> None:
    model.set_sources(range(MANY))
    index = model.index(0, 0)

    assert model.rowCount(index) == 0
    assert not model.canFetchMore(index)
    model.fetchMore(index)
    assert model.rowCount() == AT_ONCE


def test_as_many_at_once_as_were_there_before(model: OwnRowModel[int]) -> None:
    model.set_sources(range(MANY), at_least=AT_ONCE + 7)

    assert model.rowCount() == AT_ONCE + 7


def test_what_a_row_says(model: OwnRowModel[int]) -> None:
    model.set_sources(range(4))
    heading, row = model.index(0, 0), model.index(1, 0)

    assert row.data(Qt.ItemDataRole.DisplayRole) == "Row 1"
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Note, row 1"
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Row 0"
    assert isinstance(row.data(ROW_ROLE), OwnRow)
    assert row.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert (model.source(row), model.source(QModelIndex())) == (1, None)
    assert heading.flags() == Qt.ItemFlag.NoItemFlags
    assert row.flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_row_is_made_again_where_more_is_known(model: OwnRowModel[int], qtbot: QtBot) -> None:
    titles = ["before"]
    told: OwnRowModel[int] = OwnRowModel(lambda _number: OwnRow(icon="note", title=titles[-1]))
    told.set_sources([1])

    with qtbot.assertNotEmitted(told.dataChanged):
        told.renew(0)
    titles.append("after")
    with qtbot.waitSignal(told.dataChanged):
        told.renew(0)

    assert told.index(0, 0).data() == "after"
