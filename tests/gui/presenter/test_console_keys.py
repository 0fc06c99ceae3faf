"""Tests of `crmo_desktop.gui.presenter.console_keys`."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from crmo_desktop.gui.presenter.console_keys import ConsoleKeys, keeps
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.slide_list import SlideList
from tests.gui.conftest import Show
from tests.gui.hands import press_keys, type_words


class Box(QWidget):
    """One part of each kind, and what came to the wall."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.came: list[str] = []
        self.home, self.button, self.list = QWidget(), QPushButton("Black"), SlideList(look)
        self.field, self.hands, self.notes = QPlainTextEdit(), QSpinBox(), QWidget()
        self.home.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notes.setObjectName("consoleNotes")
        self.parts = (self.home, self.button, self.list, self.field, self.hands, self.notes)
        layout = QVBoxLayout(self)
        for part in self.parts:
            layout.addWidget(part)
        self.keys = ConsoleKeys(self.answer, self.home, self)
        self.keys.watch(*self.parts)

    def answer(self, event: QKeyEvent) -> bool:
        self.came.append(QKeySequence(event.key()).toString())
        return True


@pytest.fixture
def box(look: Look, show: Show) -> Box:
    box = Box(look)
    show(box, 400, 500)
    return box


def press_in(box: Box, part: QWidget, *keys: str) -> list[str]:
    """What came to the wall of `keys`."""
    part.setFocus()
    box.came.clear()
    for key in keys:
        press_keys(box, key)
    return list(box.came)


CLICKER = ("PgDown", "PgUp", "F5")
ALL = ("Right", "Left", "Space", "Home", "End", "B", "3", "Esc", *CLICKER)


def test_where_nothing_needs_a_key_all_are_the_walls(box: Box) -> None:
    assert press_in(box, box.home, *ALL, "Down", "Up", "Return") == [*ALL, "Down", "Up", "Return"]


def test_a_button_needs_space_and_enter_only(box: Box) -> None:
    pressed: list[str] = []
    box.button.clicked.connect(lambda: pressed.append("black"))

    assert press_in(box, box.button, "Space", "Return", "Right", "Down", "B") == ["Right", "Down", "B"]
    assert len(pressed) == 2
    assert box.button.hasFocus()


def test_the_list_needs_up_down_and_enter_only(box: Box) -> None:
    assert press_in(box, box.list, "Up", "Down", "Return", *ALL) == list(ALL)


def test_a_field_of_words_needs_all_but_what_clickers_send(box: Box) -> None:
    box.field.setFocus()
    type_words(box, "Black and w3 ")

    assert press_in(box, box.field, "Right", "Home", "Return", *CLICKER) == list(CLICKER)
    assert box.field.toPlainText().strip() == "Black and w3"


def test_a_field_of_hands_needs_figures_and_arrows(box: Box) -> None:
    box.hands.selectAll()

    assert press_in(box, box.hands, "4", "Up", "Down", "Up", "B", "PgDown", "Space") == [
        "B",
        "PgDown",
        "Space",
    ]
    assert box.hands.value() == 5


@pytest.mark.parametrize("part", ["field", "hands"])
def test_escape_leaves_a_field_and_not_the_talk(part: str, box: Box) -> None:
    assert press_in(box, getattr(box, part), "Esc") == []
    assert box.home.hasFocus()
    assert press_in(box, box.home, "Esc") == ["Esc"]


def test_notes_need_up_and_down(box: Box) -> None:
    assert press_in(box, box.notes, "Up", "Down", "Right") == ["Right"]


def test_tab_goes_on_and_other_events_are_left_alone(box: Box) -> None:
    assert press_in(box, box.home, "Tab") == []
    assert not box.home.hasFocus()
    assert not box.keys.eventFilter(box.home, QEvent(QEvent.Type.Enter))
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert not box.keys.eventFilter(QApplication.instance(), event)  # type: ignore[arg-type]  # there is one
    assert not keeps(box.home, event)
