import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.note_field import NoteField
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, type_words

NEVER = 1_000_000  # milliseconds


@pytest.fixture
def holder(show: Show) -> QWidget:
    holder = QWidget()
    QVBoxLayout(holder).addWidget(QLineEdit(holder))
    show(holder, 400, 300)
    return holder


def make(holder: QWidget, look: Look, icons: IconShelf, pause_ms: int) -> NoteField:
    note = NoteField(look, icons, holder, pause_ms=pause_ms)
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(note)
    note.set_look(look)
    note.show()
    note.field.setFocus()
    return note


@pytest.fixture
def note(holder: QWidget, look: Look, icons: IconShelf) -> NoteField:
    return make(holder, look, icons, NEVER)


@pytest.fixture
def told(note: NoteField) -> list[str]:
    told: list[str] = []
    note.written.connect(told.append)
    return told


def said(note: NoteField) -> list[str]:
    return [label.text() for label in note.findChildren(QLabel) if label.text()]


def test_what_is_typed_is_told_once_typing_pauses(
    holder: QWidget, look: Look, icons: IconShelf, qtbot: QtBot
) -> None:
    note = make(holder, look, icons, 5)
    told: list[str] = []
    note.written.connect(told.append)

    type_words(note, "ab")

    qtbot.waitUntil(lambda: told == ["ab"])


def test_leaving_the_field_tells_at_once(note: NoteField, holder: QWidget, told: list[str]) -> None:
    type_words(note, "ab")
    assert note.is_waiting()

    holder.findChildren(QLineEdit)[0].setFocus()

    assert told == ["ab"]
    assert not note.is_waiting()


def test_hiding_it_tells_at_once(note: NoteField, told: list[str]) -> None:
    type_words(note, "ab")

    note.hide()

    assert told == ["ab"]


def test_what_was_told_is_not_told_again(note: NoteField, told: list[str]) -> None:
    type_words(note, "ab")
    note.finish()
    note.finish()

    assert told == ["ab"]


def test_setting_words_from_code_is_silent(note: NoteField, told: list[str]) -> None:
    note.set_words("kept before")
    note.finish()

    assert note.words() == "kept before"
    assert told == []


def test_the_same_words_leave_the_cursor_where_it_is(note: NoteField) -> None:
    type_words(note, "abc")
    cursor = note.field.textCursor()
    cursor.setPosition(1)
    note.field.setTextCursor(cursor)
    note.finish()

    note.set_words("abc")

    assert note.field.textCursor().position() == 1


def test_it_shows_that_words_are_kept_until_others_are_typed(note: NoteField) -> None:
    assert note.is_kept() is None
    assert said(note) == ["Note"]

    type_words(note, "a")
    note.finish()
    note.set_kept(kept=True, words="Saved")
    note.set_words("a")
    assert said(note) == ["Note", "Saved"]
    assert note.is_kept()

    type_words(note, "b")
    assert said(note) == ["Note"]


def test_words_that_could_not_be_kept_stay_and_can_be_tried_again(
    note: NoteField, look_of: LookOf, qtbot: QtBot
) -> None:
    note.set_kept(kept=False, words="The disk is full.")
    note.set_look(look_of("dark"))

    assert "The disk is full." in said(note)
    with qtbot.waitSignal(note.retry_wanted):
        button_called(note, "Try again", QPushButton).click()


def test_tab_leaves_it(note: NoteField) -> None:
    assert note.field.tabChangesFocus()
    assert note.field.accessibleName() == "Note"
