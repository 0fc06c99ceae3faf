from PySide6.QtCore import QModelIndex, Qt

from crmo_desktop.gui.models.fault_model import FaultModel
from tests.gui.conftest import CheckModel

ROWS = [("_internal/a.so", "changed", "3 of 4 bytes"), ("b", "missing", "9 bytes")]


def test_it_is_what_views_rely_on(check_model: CheckModel) -> None:
    model = FaultModel(ROWS)
    check_model(model)

    assert (model.rowCount(), model.columnCount()) == (2, 3)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_a_cell_has_its_words_and_the_row_is_said_whole() -> None:
    model = FaultModel(ROWS)
    first, second = model.index(0, 0), model.index(0, 1)

    assert (first.data(), second.data(), second.data(Qt.ItemDataRole.ToolTipRole)) == (
        "_internal/a.so", "changed", "changed",
    )  # fmt: skip
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "_internal/a.so, changed, 3 of 4 bytes"
    assert second.data(Qt.ItemDataRole.AccessibleTextRole) == "changed"
    assert first.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_columns_have_titles() -> None:
    model = FaultModel(ROWS)

    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]

    assert titles == ["File", "What is wrong", "Size"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
