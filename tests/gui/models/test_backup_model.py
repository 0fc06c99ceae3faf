import pytest
from PySide6.QtCore import QModelIndex, Qt

from crmo_desktop.gui.models.backup_model import BackupModel
from tests.gui.conftest import CheckModel

ROWS = [
    ("today, 09:02", "one of the last five starts", "3 bookmarks"),
    ("yesterday, 08:00", "made by you", ""),
]


@pytest.fixture
def model() -> BackupModel:
    model = BackupModel()
    model.set_rows(ROWS)
    return model


def test_it_is_a_model_as_qt_wants_them(model: BackupModel, check_model: CheckModel) -> None:
    check_model(model)
    model.set_rows([])
    check_model(model)


def test_a_cell_has_its_words_at_its_top(model: BackupModel) -> None:
    cells = [tuple(model.index(row, column).data() for column in range(3)) for row in range(2)]

    assert cells == ROWS
    alignment = model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    assert model.data(QModelIndex(), Qt.ItemDataRole.TextAlignmentRole) is None


def test_columns_say_what_they_hold(model: BackupModel) -> None:
    across = Qt.Orientation.Horizontal

    assert [model.headerData(column, across) for column in range(3)] == ["Made", "Kept as", "What is in it"]
