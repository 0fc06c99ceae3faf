import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.arrangement import Arrangement, arrange
from crmo_desktop.gui.widgets.panes import Panes, step_pane
from tests.gui.conftest import LookOf, Show


@pytest.fixture
def wide(look_of: LookOf) -> Arrangement:
    return arrange(1366, look_of())


@pytest.fixture
def small(look_of: LookOf) -> Arrangement:
    return arrange(800, look_of())


class Three:
    """Panes with something to type into in each."""

    def __init__(self, show: Show) -> None:
        self.left, self.middle, self.right = QLineEdit("left"), QTextEdit("middle"), QLineEdit("right")
        self.panes = Panes(self.middle)
        self.panes.set_left(self.left)
        self.panes.set_right(self.right)
        show(self.panes, 1366, 600)

    def visible(self) -> tuple[bool, bool, bool]:
        return self.panes.sidebar.isVisible(), self.middle.isVisible(), self.right.isVisible()


@pytest.fixture
def three(show: Show) -> Three:
    return Three(show)


def test_there_is_room_for_all_three(three: Three, wide: Arrangement, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(three.panes.moved):
        three.panes.arrange(wide, left=True, right=True)

    assert three.visible() == (True, True, True)
    assert three.panes.sidebar.width() == wide.left
    assert three.right.width() == wide.right
    assert three.middle.width() >= 1366 - wide.left - wide.right - 4


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("right", [False, True])
def test_a_pane_is_there_if_it_is_wanted(left: bool, right: bool, three: Three, wide: Arrangement) -> None:
    three.panes.arrange(wide, left=left, right=right)

    assert three.visible() == (left, True, right)


def test_without_room_the_tree_lies_over_the_page_and_the_right_pane_goes(
    three: Three, small: Arrangement
) -> None:
    three.panes.resize(800, 600)

    three.panes.arrange(small, left=True, right=True)
    QApplication.processEvents()

    assert three.visible() == (True, True, False)
    assert three.middle.width() == 800, "the page keeps its width"
    drawer = three.panes.sidebar
    assert drawer.objectName() == "drawer"
    assert (drawer.x(), drawer.y(), drawer.height()) == (0, 0, 600)
    assert small.left <= drawer.width() < 800
    assert three.panes.childAt(QPoint(20, 300)) in [drawer, *drawer.findChildren(QWidget)]


def test_the_drawer_is_as_high_as_the_page(three: Three, small: Arrangement) -> None:
    three.panes.resize(800, 600)
    three.panes.arrange(small, left=True, right=False)

    three.panes.resize(800, 420)

    assert three.panes.sidebar.height() == 420


def test_the_tree_comes_back_beside_the_page(three: Three, small: Arrangement, wide: Arrangement) -> None:
    three.panes.arrange(small, left=False, right=False)

    three.panes.arrange(wide, left=True, right=True)
    QApplication.processEvents()

    assert three.panes.sidebar.objectName() == "sidebar"
    assert three.visible() == (True, True, True)
    assert three.panes.sidebar.width() == wide.left
    assert three.middle.mapTo(three.panes, QPoint(0, 0)).x() == wide.left + 1


def test_a_width_that_the_reader_chose_is_kept(three: Three, wide: Arrangement, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(three.panes.moved):
        three.panes.arrange(wide, left=True, right=True, chosen=(350, 260))

    assert (three.panes.sidebar.width(), three.right.width()) == (350, 260)


def test_dragging_a_border_tells_the_widths(three: Three, wide: Arrangement, qtbot: QtBot) -> None:
    three.panes.arrange(wide, left=True, right=True)
    splitter = three.panes.findChild(QSplitter)
    assert isinstance(splitter, QSplitter)
    handle = splitter.handle(1)

    with qtbot.waitSignal(three.panes.moved) as moved:
        QTest.mousePress(handle, Qt.MouseButton.LeftButton)
        QTest.mouseMove(handle, QPoint(60, 5))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(60, 5))

    assert moved.args == [three.panes.sidebar.width(), three.right.width()]
    assert three.panes.sidebar.width() > wide.left + 40


def test_a_hidden_pane_keeps_the_width_it_would_have(three: Three, wide: Arrangement, qtbot: QtBot) -> None:
    three.panes.arrange(wide, left=True, right=False)
    splitter = three.panes.findChild(QSplitter)
    assert isinstance(splitter, QSplitter)
    handle = splitter.handle(1)

    with qtbot.waitSignal(three.panes.moved) as moved:
        QTest.mousePress(handle, Qt.MouseButton.LeftButton)
        QTest.mouseMove(handle, QPoint(60, 5))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(60, 5))

    assert moved.args is not None
    assert moved.args[1] == wide.right


# --- from pane to pane


@pytest.fixture
def row(show: Show) -> list[QWidget]:
    """Four panes: two fields, one that can be hidden, none, one."""
    window = QWidget()
    layout = QHBoxLayout(window)
    panes = [QWidget(window) for _ in range(4)]
    for pane, parts in zip(panes, (2, 1, 0, 1), strict=True):
        layout.addWidget(pane)
        inner = QHBoxLayout(pane)
        for _ in range(parts):
            inner.addWidget(QLineEdit(pane))
    show(window, 600, 100)
    return panes


def pane_with_keyboard(row: list[QWidget]) -> int:
    focus = QApplication.focusWidget()
    assert focus is not None
    return next(number for number, pane in enumerate(row) if pane.isAncestorOf(focus))


def test_steps_go_round_all_panes_that_can_have_the_keyboard(row: list[QWidget]) -> None:
    row[0].findChildren(QLineEdit)[1].setFocus()

    def walk(step: int) -> list[int]:
        reached = []
        for _ in range(3):
            step_pane(row, step)
            reached.append(pane_with_keyboard(row))
        return reached

    assert walk(1) == [1, 3, 0]
    assert walk(-1) == [3, 1, 0]


def test_a_pane_that_is_hidden_or_cannot_be_used_is_left_out(row: list[QWidget]) -> None:
    row[0].findChildren(QLineEdit)[0].setFocus()
    row[1].hide()
    for field in row[3].findChildren(QLineEdit):
        field.setEnabled(False)

    step_pane(row, 1)

    assert pane_with_keyboard(row) == 0


def test_without_a_keyboard_anywhere_it_begins_at_an_end(row: list[QWidget]) -> None:
    for step, reached in ((1, 0), (-1, 3)):
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        step_pane(row, step)
        assert pane_with_keyboard(row) == reached


def test_a_pane_that_has_the_keyboard_itself_is_a_pane(show: Show) -> None:
    window = QWidget()
    panes: list[QWidget] = [QTextEdit(window), QPushButton("Press", window)]
    QHBoxLayout(window).addWidget(panes[0])
    show(window, 300, 100)
    panes[0].setFocus()

    step_pane(panes, 1)

    assert QApplication.focusWidget() is panes[1], "a lone button is a pane, too"


def test_without_panes_nothing_happens(row: list[QWidget]) -> None:
    row[3].findChildren(QLineEdit)[0].setFocus()

    step_pane([], 1)

    assert pane_with_keyboard(row) == 3
