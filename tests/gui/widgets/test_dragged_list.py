"""Tests of `crmo_desktop.gui.widgets.dragged_list`."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.dragged_list import DraggedList
from tests.gui.conftest import Show

LEFT = Qt.MouseButton.LeftButton
ROWS = [("1.  Welcome", "5 minutes"), ("2.  MRI", "10 minutes"), ("3.  A break", "")]


@pytest.fixture
def parts(look: Look, show: Show) -> DraggedList:
    made = DraggedList(look)
    made.set_parts(ROWS, 0)
    show(made)
    return made


def middle(parts: DraggedList, row: int) -> QPoint:
    return parts.visualRect(parts.model().index(row, 0)).center()


def drag(parts: DraggedList, row: int, to: QPoint) -> list[int]:
    """Where the part was wanted when it was let go."""
    wanted: list[int] = []
    parts.place_wanted.connect(wanted.append)
    view = parts.viewport()
    QTest.mousePress(view, LEFT, pos=middle(parts, row))
    QTest.mouseMove(view, to)
    parts.grab()  # the line is painted while it is dragged
    QTest.mouseRelease(view, LEFT, pos=to)
    parts.place_wanted.disconnect(wanted.append)
    return wanted


def test_a_part_is_dragged_down_and_up(parts: DraggedList) -> None:
    assert drag(parts, 0, middle(parts, 1) + QPoint(0, 4)) == [1]
    assert drag(parts, 0, QPoint(30, parts.viewport().height() - 2)) == [2]
    assert drag(parts, 2, QPoint(30, 1)) == [0]


def test_let_go_where_it_stood_it_stays(parts: DraggedList) -> None:
    assert drag(parts, 1, middle(parts, 1) + QPoint(14, 2)) == []
    assert drag(parts, 1, middle(parts, 0) + QPoint(0, 6)) == []


def test_a_click_or_the_other_button_drags_nothing(parts: DraggedList, qtbot: QtBot) -> None:
    view = parts.viewport()
    with qtbot.assertNotEmitted(parts.place_wanted):
        QTest.mouseClick(view, LEFT, pos=middle(parts, 2))
        QTest.mousePress(view, Qt.MouseButton.RightButton, pos=middle(parts, 0))
        QTest.mouseMove(view, middle(parts, 2))
        QTest.mouseRelease(view, Qt.MouseButton.RightButton, pos=middle(parts, 2))

    assert parts.place() in (0, 2)
