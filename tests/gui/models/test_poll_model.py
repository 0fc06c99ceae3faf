"""Tests of `crmo_desktop.gui.models.poll_model`."""

from PySide6.QtCore import Qt

from crmo_desktop.gui.models.poll_model import PollModel
from tests.gui.conftest import CheckModel

ROWS = [("26 November 2026, 12:00", "Evening", "What is it?", "14 of 17 hands")]


def test_it_is_what_views_rely_on(check_model: CheckModel) -> None:
    model = PollModel()
    model.set_rows(ROWS)

    check_model(model)


def test_it_has_a_row_for_each_poll() -> None:
    model = PollModel()
    model.set_rows(ROWS)

    assert [model.data(model.index(0, column)) for column in range(4)] == list(ROWS[0])
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert headers == ["When", "Session", "Question", "Right"]
    alignment = model.data(model.index(0, 0), Qt.ItemDataRole.TextAlignmentRole)
    assert alignment == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
