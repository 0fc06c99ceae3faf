"""Tests of `crmo_desktop.gui.models.part_model`."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.part_model import Branch, PartModel
from tests.gui.conftest import CheckModel

CHECK, ON, SOME, OFF = (
    Qt.ItemDataRole.CheckStateRole,
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)
BRANCHES = (
    Branch(
        "",
        "Diagnosis",
        (
            Branch("mri", "MRI", (Branch("mri#when", "When"), Branch("mri#how", "How"))),
            Branch("biopsy", "Biopsy", (Branch("biopsy#why", "Why"),)),
        ),
    ),
    Branch("", "Treatment", (Branch("drips", "Drips"),)),
)


@pytest.fixture
def model() -> PartModel:
    model = PartModel()
    model.set_branches(BRANCHES)
    return model


def at(model: PartModel, *rows: int) -> QModelIndex:
    index = QModelIndex()
    for row in rows:
        index = model.index(row, 0, index)
    return index


def states(model: PartModel) -> list[object]:
    places = ((0, 0), (0, 0, 0), (0, 0, 1), (0, 1), (0, 1, 0), (1, 0))
    return [at(model, *rows).data(CHECK) for rows in places]


def test_it_is_what_views_rely_on(model: PartModel, check_model: CheckModel) -> None:
    check_model(model)


def test_rows_say_their_titles(model: PartModel) -> None:
    assert [at(model, *rows).data() for rows in ((0,), (0, 1), (0, 0, 1))] == ["Diagnosis", "Biopsy", "How"]
    assert model.parent(at(model, 0, 1)) == at(model, 0)
    assert at(model, 0).data(CHECK) is None


def test_what_is_chosen_is_ticked(model: PartModel) -> None:
    model.set_chosen(frozenset({"mri#how", "biopsy"}))
    assert states(model) == [SOME, OFF, ON, ON, ON, OFF]

    model.set_chosen(frozenset({"mri#how", "mri#when", "drips"}))
    assert states(model) == [ON, ON, ON, OFF, OFF, ON]


def test_ticking_only_tells_what_is_wanted(model: PartModel) -> None:
    wanted: list[tuple[str, bool]] = []
    model.wanted.connect(lambda key, on: wanted.append((key, on)))

    assert model.setData(at(model, 0, 0), ON, CHECK)
    assert model.setData(at(model, 0, 0, 1), OFF.value, CHECK)
    assert not model.setData(at(model, 0), ON, CHECK)
    assert not model.setData(at(model, 0, 0), "MRI")

    assert wanted == [("mri", True), ("mri#how", False)]
    assert states(model) == [OFF] * 6


def test_code_ticks_silently(model: PartModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.wanted), qtbot.waitSignal(model.dataChanged):
        model.set_chosen(frozenset({"mri"}))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_chosen(frozenset({"mri"}))


def test_chapters_cannot_be_ticked(model: PartModel) -> None:
    tickable = Qt.ItemFlag.ItemIsUserCheckable
    assert not at(model, 0).flags() & tickable
    assert at(model, 0, 0).flags() & tickable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
