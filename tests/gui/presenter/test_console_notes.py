"""Tests of `crmo_desktop.gui.presenter.console_notes`."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_notes import NORMAL, SIZES, NoteGroup, NotesPane
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, press_keys

LONG = NoteGroup("For teaching", tuple(f"Say this, {number}." for number in range(40)))


@pytest.fixture
def pane(look: Look, icons: IconShelf, show: Show) -> NotesPane:
    box = QWidget()
    pane = NotesPane(look, icons, box)
    show(box, 420, 400)
    pane.resize(400, 380)
    return pane


def test_notes_stand_below_what_they_are(pane: NotesPane) -> None:
    pane.set_notes((NoteGroup("For this session", ("Let <Anna> begin.",)), NoteGroup("", ("Then wait.",))))

    assert pane.text.toPlainText().split("\n") == ["For this session", "Let <Anna> begin.", "Then wait."]


def test_without_notes_it_says_so(pane: NotesPane) -> None:
    assert pane.text.toPlainText() == "There are no notes on this slide."


def test_letters_grow_and_shrink_up_to_their_ends(pane: NotesPane, qtbot: QtBot) -> None:
    larger, smaller = (button_called(pane, name, QPushButton) for name in ("Larger notes", "Smaller notes"))
    sizes: list[int] = []
    pane.size_changed.connect(sizes.append)
    pane.set_notes((LONG,))
    before = pane.text.document().size().height()

    for _ in SIZES:
        larger.click()
    assert pane.size == sizes[-1] == SIZES[-1]
    assert not larger.isEnabled()
    assert pane.text.document().size().height() > before * 1.5
    for _ in SIZES:
        smaller.click()
    assert sizes[-1] == SIZES[0]
    assert not smaller.isEnabled()


def test_an_unknown_size_is_the_normal_one(look: Look, icons: IconShelf, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)

    assert NotesPane(look, icons, box, size=3).size == NORMAL
    assert NotesPane(look, icons, box, size=28).size == 28


def test_other_notes_begin_at_their_beginning_the_same_stay_where_they_are(pane: NotesPane) -> None:
    pane.set_notes((LONG,))
    bar = pane.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    pane.set_notes((LONG,))
    assert bar.value() == bar.maximum() > 0

    pane.set_notes((LONG._replace(title="Other"),))

    assert bar.value() == 0


def test_arrows_scroll_it_and_what_a_clicker_sends_does_not(pane: NotesPane) -> None:
    pane.set_notes((LONG,))
    pane.text.setFocus()
    bar = pane.text.verticalScrollBar()
    press_keys(pane.text, "PgDown")
    press_keys(pane.text, "Space")
    assert bar.value() == 0

    press_keys(pane.text, "Down")

    assert bar.value() > 0


def test_own_words_are_told_and_their_look_follows(pane: NotesPane, look_of: LookOf, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.written) as told:
        pane.own.field.setPlainText("Ask Anna")
        pane.own.finish()
    assert told.args == ["Ask Anna"]

    pane.set_look(look_of("dark", 200))

    assert pane.own.field.minimumHeight() == 88
    assert pane.own.field.accessibleName() == "Own note on this slide"
