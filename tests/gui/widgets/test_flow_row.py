"""Parts that break into lines like words."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.flow_row import FlowRow


def row_of(qtbot: QtBot, *sizes: tuple[int, int]) -> tuple[QWidget, FlowRow, list[QLabel]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    row, parts = FlowRow(holder, gap=10), []
    for size in sizes:
        part = QLabel(holder)
        part.setFixedSize(*size)
        row.addWidget(part)
        parts.append(part)
        part.show()
    return holder, row, parts


def places(row: FlowRow, parts: list[QLabel], width: int) -> list[tuple[int, int]]:
    row.setGeometry(QRect(0, 0, width, 500))
    return [(part.x(), part.y()) for part in parts]


def test_what_has_no_room_goes_on_the_next_line(qtbot: QtBot) -> None:
    _holder, row, parts = row_of(qtbot, (50, 20), (50, 20), (50, 20))

    assert places(row, parts, 170) == [(0, 0), (60, 0), (120, 0)]
    assert row.heightForWidth(170) == 20
    assert places(row, parts, 169) == [(0, 0), (60, 0), (0, 30)]
    assert row.heightForWidth(169) == 50
    assert row.heightForWidth(50) == 80


def test_the_parts_of_a_line_stand_about_its_middle(qtbot: QtBot) -> None:
    _holder, row, parts = row_of(qtbot, (50, 40), (50, 20))

    assert places(row, parts, 200) == [(0, 0), (60, 10)]


def test_it_asks_for_one_line_and_needs_its_widest_part(qtbot: QtBot) -> None:
    _holder, row, parts = row_of(qtbot, (50, 20), (80, 30))

    assert row.sizeHint().toTuple() == (140, 30)
    assert row.minimumSize().toTuple() == (80, 30)
    parts[1].hide()
    assert row.sizeHint().toTuple() == (50, 20)
    assert row.hasHeightForWidth()
    assert not row.expandingDirections()


def test_in_a_mirrored_window_lines_begin_at_the_right(qtbot: QtBot) -> None:
    holder, row, parts = row_of(qtbot, (50, 20), (50, 20))
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert places(row, parts, 200) == [(150, 0), (90, 0)]


def test_parts_can_be_counted_and_taken_out(qtbot: QtBot) -> None:
    _holder, row, parts = row_of(qtbot, (50, 20), (50, 20))

    assert row.count() == 2
    assert row.itemAt(2) is None
    taken = row.takeAt(0)
    assert taken is not None
    assert taken.widget() is parts[0]
    assert row.takeAt(5) is None
    assert row.count() == 1


def test_an_empty_one_has_no_height(qtbot: QtBot) -> None:
    holder, row, _ = row_of(qtbot)
    assert holder.layout() is row
    assert row.heightForWidth(100) == 0
    assert row.sizeHint().toTuple() == (0, 0)
