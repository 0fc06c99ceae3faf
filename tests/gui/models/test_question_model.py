from PySide6.QtCore import QModelIndex, Qt

from crmo_desktop.gui.models.question_model import QuestionModel
from tests.gui.conftest import CheckModel

ROWS = [
    ("why do my wrists click", "25 November 2026", "for families"),
    ("xyzzy", "24 November 2026", "for clinicians"),
]


def test_it_is_what_views_rely_on(check_model: CheckModel) -> None:
    model = QuestionModel()
    model.set_rows(ROWS)

    check_model(model)


def test_it_has_a_row_for_each_question() -> None:
    model = QuestionModel()
    model.set_rows(ROWS)

    assert (model.rowCount(), model.columnCount()) == (2, 3)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert [model.data(model.index(1, column)) for column in range(3)] == list(ROWS[1])
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert headers == ["Question", "Kept on", "Words"]


def test_it_has_nothing_else_to_say() -> None:
    model = QuestionModel()
    model.set_rows(ROWS)

    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    alignment = model.data(model.index(0, 0), Qt.ItemDataRole.TextAlignmentRole)
    assert alignment == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def test_rows_are_replaced() -> None:
    model = QuestionModel()
    model.set_rows(ROWS)

    model.set_rows(ROWS[1:])

    assert model.rowCount() == 1
