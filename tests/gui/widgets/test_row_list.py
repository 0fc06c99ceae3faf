"""Tests of `crmo_desktop.gui.widgets.row_list`."""

import pytest
from PySide6.QtCore import Qt

from crmo_desktop.gui.models.rows import RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_list import CurrentRowDelegate, Index, RowList
from tests.gui.conftest import Show
from tests.gui.hands import press

_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Words(RowModel[str]):
    """What begins with a capital is a head."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index) or "A"
        return Qt.ItemFlag.NoItemFlags if row[0].isupper() else _ENABLED


class List(RowList[str]):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.chosen: list[str] = []
        model = Words(self)
        model.set_rows([(word, word) for word in ("Head", "one", "two", "Other", "three")])
        self.show_rows(model, CurrentRowDelegate(look, parent=self))
        self.setCurrentIndex(model.index(1, 0))

    def choose(self, row: str) -> None:
        self.chosen.append(row)


@pytest.fixture
def rows(look: Look, show: Show) -> List:
    made = List(look)
    show(made, 300, 300)
    return made


@pytest.mark.parametrize(
    ("steps", "at"),
    [((1,), "two"), ((1, 1), "three"), ((9,), "three"), ((-1,), "one"), ((1, 1, -2), "one")],
)
def test_steps_go_over_heads_and_end_at_the_ends(rows: List, steps: tuple[int, ...], at: str) -> None:
    for by in steps:
        rows.step(by)

    assert rows.current() == at


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose_the_row_that_they_are_on(rows: List, key: Qt.Key) -> None:
    rows.setFocus()
    press(rows, key)

    assert rows.chosen == ["one"]
