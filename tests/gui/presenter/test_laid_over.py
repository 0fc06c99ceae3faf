"""Tests of `crmo_desktop.gui.presenter.laid_over`; keys and screens are in `test_two_screens`."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.overlay import KeysOverlay, NotesOverlay
from crmo_desktop.gui.presenter.overview import Overview
from crmo_desktop.gui.presenter.stage import Stage
from tests.gui.presenter.wall_samples import talk


@pytest.fixture
def held(stage: Stage) -> Iterator[HeldTalk]:
    parent = QObject()
    held = HeldTalk(talk(), stage, parent)
    held.place()
    yield held
    held.close()


def part(held: HeldTalk, kind: type[QWidget]) -> QWidget:
    found = held.wall.findChildren(kind)
    assert len(found) == 1
    return found[0]


def words(overlay: QWidget) -> str:
    return "\n".join(label.text() for label in overlay.findChildren(QLabel))


def test_notes_tell_where_the_talk_is_and_what_to_say(held: HeldTalk, stage: Stage) -> None:
    key = held.show.slide.matter.key
    stage.own.slide_notes.write(key, Audience.PATIENT, "Wait for silence.")
    held.keys.notes_wanted.emit()
    notes = part(held, NotesOverlay)

    for told in ("Slide 1 of 5", "Used 00:0", "Left 0", "Next: Built", "Say something about First."):
        assert told in words(notes)
    assert words(notes).index("Wait for silence.") < words(notes).index("Say something")
    held.show.go_to(4)
    assert "The end comes next" in words(notes)
    assert "Stand up." in words(notes)


def test_time_goes_on_in_the_notes(held: HeldTalk) -> None:
    held.keys.notes_wanted.emit()
    notes = part(held, NotesOverlay)
    now = [700.0]
    held.time.keeper._clock = lambda: now[0]
    held.time.start_again()
    now[0] += 660.0
    held.time.ticked.emit()

    assert "Used 11:00" in words(notes)
    assert "Over by 01:00" in words(notes)


def test_what_lies_over_the_wall_is_as_large_as_the_wall(held: HeldTalk) -> None:
    held.keys.notes_wanted.emit()
    held.keys.list_wanted.emit()
    held.keys.switch_overview()
    held.wall.resize(900, 500)

    assert part(held, KeysOverlay).size() == held.wall.size()
    assert part(held, Overview).size() == held.wall.size()
    assert part(held, NotesOverlay).width() == 900
    assert part(held, NotesOverlay).geometry().bottom() == held.wall.rect().bottom()


def test_notes_are_turned_only_while_they_are_seen(held: HeldTalk) -> None:
    held.keys.notes_scrolled.emit(1)
    held.keys.notes_wanted.emit()
    held.keys.notes_scrolled.emit(1)

    assert part(held, NotesOverlay).isVisible()


def test_a_list_of_keys_that_does_not_fit_is_read_on(held: HeldTalk) -> None:
    held.wall.resize(500, 400)
    held.keys.list_wanted.emit()
    QApplication.processEvents()
    area = part(held, KeysOverlay).findChild(QScrollArea)
    assert area is not None
    held.keys.notes_scrolled.emit(1)
    assert area.verticalScrollBar().value() > 0
    held.keys.notes_scrolled.emit(-1)

    assert area.verticalScrollBar().value() == 0


def test_a_screen_reader_is_told_what_was_opened(held: HeldTalk) -> None:
    said: list[str] = []
    held.heard.said.connect(said.append)

    held.keys.notes_wanted.emit()
    held.keys.list_wanted.emit()

    assert said[0] == "Say something about First."
    assert "Next point or slide" in said[1]


def test_the_list_of_keys_names_all_of_the_wall(held: HeldTalk) -> None:
    held.keys.list_wanted.emit()

    told = words(part(held, KeysOverlay))
    for row in ("Right, Space, PgDown", "Ctrl+Z", "Figures, then Enter", "Wall black, and the slide again"):
        assert row in told
