"""Tests of `crmo_desktop.gui.presenter.overlay`."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from crmo_desktop.gui.fixed_keys import FixedKey, shown_keys
from crmo_desktop.gui.presenter.overlay import KeysOverlay, NotesOverlay, Told
from crmo_desktop.gui.presenting_keys import PresentingKeys
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf
from tests.gui.conftest import Show as OpenWidget
from tests.gui.measure import faults

LONG = Told(("Slide 2 of 5", "Used 01:10"), tuple(f"{n}. " + "Say this and that. " * 20 for n in range(12)))
SHORT = Told(("Slide 3 of 5",), ("Say it.",))


@pytest.fixture
def parent(show: OpenWidget) -> QWidget:
    parent = QWidget()
    show(parent, 1366, 768)
    return parent


@pytest.fixture
def notes(look: Look, parent: QWidget) -> NotesOverlay:
    notes = NotesOverlay(look, parent)
    notes.tell(LONG)
    notes.show()
    notes.fit()
    QApplication.processEvents()
    return notes


def words(overlay: QWidget) -> list[str]:
    return [label.text() for label in overlay.findChildren(QLabel)]


def bar(overlay: QWidget) -> tuple[int, int]:
    area = overlay.findChild(QScrollArea)
    assert area is not None
    return area.verticalScrollBar().value(), area.verticalScrollBar().maximum()


def test_it_opens_only_when_it_is_told(look: Look, parent: QWidget) -> None:
    assert not NotesOverlay(look, parent).isVisible()
    assert not KeysOverlay([("B", "Black")], look, parent).isVisible()


def test_notes_stand_at_the_foot_and_leave_more_than_half(notes: NotesOverlay, parent: QWidget) -> None:
    place = notes.geometry()

    assert place.bottom() == parent.rect().bottom()
    assert place.width() == parent.width()
    assert place.height() < parent.height() / 2
    assert "Slide 2 of 5   ·   Used 01:10" in words(notes)


def test_few_words_take_little_room(notes: NotesOverlay) -> None:
    high = notes.height()
    notes.tell(SHORT)
    notes.fit()

    assert notes.height() < high / 2


def test_long_notes_scroll_and_other_ones_begin_at_the_top(notes: NotesOverlay) -> None:
    assert bar(notes)[1] > 0
    notes.turn(1)
    assert bar(notes)[0] > 0
    notes.tell(LONG._replace(head=("Slide 2 of 5", "Used 01:11")))
    assert bar(notes)[0] > 0
    notes.turn(-1)
    assert bar(notes)[0] == 0
    notes.turn(1)
    notes.tell(SHORT)
    assert bar(notes)[0] == 0


def test_no_notes_are_told_as_such(notes: NotesOverlay) -> None:
    notes.tell(Told((), ()))

    assert "No notes on this slide." in words(notes)


@pytest.mark.parametrize("size", [(1366, 768), (640, 480), (1920, 1080)])
def test_the_keys_are_all_there_in_any_room(size: tuple[int, int], look: Look, parent: QWidget) -> None:
    rows = [(f"Key {n}", f"Does a thing that needs a few words, number {n}") for n in range(24)]
    parent.resize(*size)
    overlay = KeysOverlay(rows, look, parent)
    overlay.fit()
    overlay.show()
    QApplication.processEvents()

    assert overlay.geometry() == parent.rect()
    assert set(words(overlay)) == {word for row in rows for word in row}
    assert "Key 3: Does a thing" in overlay.accessibleDescription()
    parent.resize(800, 600)
    overlay.fit()
    assert overlay.geometry() == parent.rect()


@pytest.mark.parametrize("text_size", [80, 100, 200, 250])
@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080)])
def test_no_words_are_cut(size: tuple[int, int], text_size: int, look_of: LookOf, parent: QWidget) -> None:
    look, rows = look_of("dark", text_size), PresentingKeys().rows
    parent.resize(*size)
    keys = KeysOverlay([(shown_keys(FixedKey(*row)), row.what) for row in rows], look, parent)
    notes = NotesOverlay(look, parent)
    notes.tell(LONG)
    for overlay in (keys, notes):
        overlay.show()
        overlay.fit()
        QApplication.processEvents()
        assert faults(overlay) == []
