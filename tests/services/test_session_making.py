"""Tests of `crmo_desktop.services.session_making`, on the small content."""

from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.session_making import SessionMaking
from crmo_desktop.services.session_parts import SessionParts

FAMILIES = Audience.PATIENT
BREAK = Part(kind=PartKind.OWN, title="A break", minutes=10)
GONE = Part(kind=PartKind.TOPIC, target="gone", title="Old topic")
NAMELESS = Part(kind=PartKind.TOPIC, target="nameless")


def making(reading: ReadingService, *parts: Part) -> SessionMaking:
    changed = datetime(2026, 11, 26, tzinfo=UTC)
    session = Session(uid="1", name="Evening", audience=FAMILIES, parts=parts, changed=changed)
    return SessionMaking(SessionParts(reading, tuple), session)


@pytest.fixture
def table(reading: ReadingService) -> SessionMaking:
    return making(reading, BREAK)


def targets(table: SessionMaking) -> list[str]:
    return [part.target or part.title for part in table.parts()]


def test_what_is_chosen_comes_behind_the_current_part(table: SessionMaking) -> None:
    place = table.choose("topic:pain", -1, on=True)
    assert place == 0
    assert table.choose("section:scan#day", place, on=True) == 1

    assert targets(table) == ["pain", "scan#day", "A break"]
    assert table.chosen() == {"topic:pain", "section:scan#day"}
    assert [table.title(number) for number in range(3)] == ["Bone pain", "MRI scan › The day", "A break"]
    assert table.without_minutes() == 2


def test_it_can_be_taken_out_again_wherever_it_stands(table: SessionMaking) -> None:
    table.choose("topic:pain", 0, on=True)
    table.choose("topic:scan", 1, on=True)
    table.choose("topic:pain", 2, on=True)

    assert table.choose("topic:pain", 3, on=False) == 1

    assert targets(table) == ["A break", "scan"]
    table.remove(0)
    assert targets(table) == ["scan"]


def test_parts_move_no_further_than_the_ends(table: SessionMaking) -> None:
    table.choose("topic:pain", 0, on=True)
    table.choose("topic:scan", 1, on=True)

    assert table.move(2, 0) == 0
    assert targets(table) == ["scan", "A break", "pain"]
    assert table.move(0, -1) == 0
    assert table.move(0, 9) == 2
    assert targets(table) == ["A break", "pain", "scan"]


def test_what_is_gone_keeps_its_name(reading: ReadingService) -> None:
    table = making(reading, GONE, NAMELESS, BREAK)

    assert [table.is_missing(number) for number in range(3)] == [True, True, False]
    assert [table.title(number) for number in range(3)] == ["Old topic", "nameless", "A break"]


def test_minutes_notes_and_words_are_set(table: SessionMaking) -> None:
    table.set_minutes(0, 7.5)
    table.set_note(0, "Open the window")
    table.set_words(0, "Tea", ("next door",))
    table.set_name("Our evening")
    table.set_audience(Audience.CLINICIAN)

    (part,) = table.parts()
    assert part == Part(
        kind=PartKind.OWN, title="Tea", words=("next door",), minutes=7.5, note="Open the window"
    )
    assert (table.session.name, table.session.audience) == ("Our evening", Audience.CLINICIAN)
    table.set_minutes(0, None)
    assert table.session.minutes == 0


def test_every_step_can_be_undone(table: SessionMaking) -> None:
    assert not table.can_undo()
    table.undo()
    table.choose("topic:pain", 0, on=True)
    table.move(1, 0)
    table.remove(0)

    table.undo()
    assert targets(table) == ["pain", "A break"]
    table.undo()
    assert targets(table) == ["A break", "pain"]
    table.undo()

    assert targets(table) == ["A break"]
    assert not table.can_undo()


def test_what_is_typed_in_one_go_is_one_step(table: SessionMaking) -> None:
    for end in range(1, 6):
        table.set_note(0, "Stop!"[:end])
    table.set_note(0, "Stop!")
    table.set_minutes(0, 5)
    table.set_note(0, "Stop")

    table.undo()
    assert table.parts()[0].note == "Stop!"
    table.undo()
    table.undo()
    assert table.parts() == (BREAK,)


def test_the_same_again_is_no_step(table: SessionMaking) -> None:
    table.set_minutes(0, 10)
    table.set_audience(FAMILIES)
    table.move(0, 0)
    assert not table.can_undo()

    table.set_minutes(0, 11)
    table.undo()
    assert table.parts() == (BREAK,)
