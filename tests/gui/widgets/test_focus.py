from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.gui.widgets.focus import AFTER, BEHIND, FocusBefore, in_order, is_behind, step_focus
from tests.gui.conftest import Show

Part = TypeVar("Part", bound=QWidget)


def button(name: str, parent: QWidget) -> QPushButton:
    made = QPushButton(name, parent)
    made.setObjectName(name)
    return made


def the(root: QWidget, kind: type[Part], name: str = "") -> Part:
    found = root.findChild(kind, name) if name else root.findChild(kind)
    assert found is not None
    return found


def focused() -> str:
    focus = QApplication.focusWidget()
    return "" if focus is None else focus.objectName()


def names(root: QWidget) -> list[str]:
    return [part.objectName() for part in in_order(root)]


@pytest.fixture
def root(show: Show) -> QWidget:
    """A window with a splitter between two lines; what comes last was made first."""
    root = QWidget()
    last, first = button("last", root), button("first", root)
    splitter = QSplitter(root)
    for name in ("left", "right"):
        side = QWidget(splitter)
        inner = QVBoxLayout(side)
        for number in (2, 1):
            button(f"{name}{number}", side)
        for number in (1, 2):
            inner.addWidget(the(side, QPushButton, f"{name}{number}"))
        splitter.addWidget(side)
    layout = QVBoxLayout(root)
    line = QHBoxLayout()
    line.addWidget(first)
    line.addWidget(QLabel("no part"))
    layout.addLayout(line)
    layout.addWidget(splitter)
    layout.addWidget(last)
    show(root, 500, 300)
    return root


ALL = ["first", "left1", "left2", "right1", "right2", "last"]


def test_the_order_is_that_of_layouts_and_not_of_making(root: QWidget) -> None:
    assert names(root) == ALL


def test_what_cannot_be_used_is_left_out(root: QWidget) -> None:
    the(root, QPushButton, "left1").hide()
    the(root, QPushButton, "left2").setEnabled(False)
    the(root, QPushButton, "right1").setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    assert names(root) == ["first", "right2", "last"]


def test_what_lies_behind_something_is_left_out(root: QWidget) -> None:
    splitter = the(root, QSplitter)
    splitter.setProperty(BEHIND, True)

    assert names(root) == ["first", "last"]
    assert is_behind(the(root, QPushButton, "left1"))
    assert not is_behind(the(root, QPushButton, "last"))
    assert not is_behind(None)


def test_what_lies_over_the_layout_comes_before_what_it_covers(root: QWidget) -> None:
    over = button("over", root)
    over.move(300, the(root, QSplitter).y() + 5)
    over.show()

    assert names(root) == ["first", "over", *ALL[1:]]


def test_what_says_so_comes_after_all_that_it_lies_over(root: QWidget) -> None:
    over = button("over", root)
    over.setProperty(AFTER, True)
    over.move(300, the(root, QSplitter).y() + 5)
    over.show()

    assert names(root) == [*ALL, "over"]


def test_without_a_layout_the_eye_goes_line_by_line(show: Show) -> None:
    root = QWidget()
    for name, x, y in (("d", 0, 80), ("b", 100, 0), ("c", 200, 0), ("a", 0, 0)):
        button(name, root).move(x, y)
    show(root)
    assert names(root) == ["a", "b", "c", "d"]

    root.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert names(root) == ["c", "b", "a", "d"]


def test_of_pages_in_a_stack_only_the_one_on_top_counts(show: Show) -> None:
    stack = QStackedWidget()
    assert names(stack) == []
    for name in ("under", "top"):
        page = QWidget()
        QVBoxLayout(page).addWidget(button(name, page))
        stack.addWidget(page)
    stack.setCurrentIndex(1)
    show(stack)

    assert names(stack) == ["top"]


def test_lists_and_fields_are_one_part_each(show: Show) -> None:
    root = QWidget()
    layout = QVBoxLayout(root)
    for part, name in ((QListView(root), "list"), (QLineEdit(root), "field"), (QScrollArea(root), "area")):
        part.setObjectName(name)
        layout.addWidget(part)
    the(root, QLineEdit).setClearButtonEnabled(True)
    show(root)

    assert names(root) == ["list", "field", "area"]


def test_of_those_that_exclude_each_other_the_one_that_is_on_counts(show: Show) -> None:
    root = QWidget()
    layout, group = QVBoxLayout(root), QButtonGroup(root)
    for name in ("one", "two"):
        part = QToolButton(root)
        part.setObjectName(name)
        part.setCheckable(True)
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        group.addButton(part)
        layout.addWidget(part)
    show(root)
    the(root, QToolButton, "two").setChecked(True)

    assert names(root) == ["two"]


def test_steps_go_round_both_ways(root: QWidget) -> None:
    the(root, QPushButton, "first").setFocus()

    forth = [(step_focus(root, forward=True), focused())[1] for _ in ALL]
    back = [(step_focus(root, forward=False), focused())[1] for _ in ALL]

    assert forth == [*ALL[1:], "first"]
    assert back == ["last", *reversed(ALL[:-1])]


@pytest.mark.parametrize(("forward", "reached"), [(True, "right1"), (False, "right2")])
def test_from_what_tab_does_not_reach_it_goes_to_its_neighbours(
    forward: bool, reached: str, root: QWidget
) -> None:
    apart = QLineEdit(the(root, QPushButton, "right1").parentWidget())
    apart.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    apart.show()
    apart.setFocus()

    step_focus(root, forward=forward)

    assert focused() == reached


def test_from_nowhere_it_begins_at_an_end(root: QWidget) -> None:
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()

    step_focus(root, forward=False)

    assert focused() == "last"


def test_where_nothing_can_be_used_nothing_happens(show: Show) -> None:
    root = QLabel("words")
    show(root)

    assert not step_focus(root, forward=True)


def test_what_is_reached_is_scrolled_to(show: Show) -> None:
    area, body = QScrollArea(), QWidget()
    body.resize(100, 2000)
    button("top", body).move(0, 0)
    button("bottom", body).move(0, 1900)
    area.setWidget(body)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    show(area)
    the(body, QPushButton, "top").setFocus()

    step_focus(area, forward=True)

    assert area.verticalScrollBar().value() > 1500


# --- and back


def test_the_keyboard_goes_back_to_where_it_was(root: QWidget) -> None:
    before, opened = FocusBefore(), the(root, QPushButton, "last")
    first = the(root, QPushButton, "first")
    first.setFocus()
    before.remember(opened)
    opened.setFocus()
    before.remember(opened)  # opened again while it is open

    assert before.give_back()

    assert QApplication.focusWidget() is first
    assert not before.give_back(), "once"


@pytest.mark.parametrize("how", ["hidden", "disabled", "deleted", "forgotten"])
def test_what_is_gone_does_not_get_it_back(how: str, root: QWidget) -> None:
    before, opened = FocusBefore(), the(root, QPushButton, "last")
    gone = QPushButton(root)
    gone.show()
    gone.setFocus()
    before.remember(opened)
    opened.setFocus()
    match how:
        case "hidden":
            gone.hide()
        case "disabled":
            gone.setEnabled(False)
        case "forgotten":
            before.forget()
        case _:
            import shiboken6

            shiboken6.delete(gone)

    assert not before.give_back()
    assert QApplication.focusWidget() is opened
