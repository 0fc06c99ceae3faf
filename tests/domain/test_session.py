"""Tests of `crmo_desktop.domain.session`."""

from datetime import UTC, datetime

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind, Rehearsal, Session

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def test_the_minutes_of_a_session_are_those_of_its_parts() -> None:
    parts = tuple(Part(kind=PartKind.TOPIC, target="mri", minutes=minutes) for minutes in (5, None, 7.5))
    session = Session(uid="1", name="Evening", audience=Audience.PATIENT, parts=parts, changed=NOON)

    assert session.minutes == 12.5


def test_a_rehearsal_adds_its_seconds_up() -> None:
    rehearsal = Rehearsal(session="1", titles=("a", "b"), seconds=(61.5, 30), began=NOON)

    assert rehearsal.total == 91.5
