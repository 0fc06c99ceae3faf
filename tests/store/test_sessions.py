"""Tests of `crmo_desktop.store.sessions`."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind, Rehearsal, Session
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.sessions import SessionRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
EVENING = Session(
    uid="1",
    name="Evening",
    audience=Audience.PATIENT,
    parts=(Part(kind=PartKind.TOPIC, target="mri", minutes=5),),
    changed=NOON,
)
REHEARSAL = Rehearsal(session="1", titles=("MRI scan",), seconds=(61.5,), began=NOON)


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(open_notebook(path)) as opened:
        yield opened


@pytest.fixture
def sessions(notebook: Notebook) -> SessionRepository:
    return SessionRepository(notebook)


def test_a_session_comes_back_as_it_was(sessions: SessionRepository) -> None:
    assert sessions.put(EVENING)

    assert sessions.get("1") == EVENING
    assert sessions.all() == (EVENING,)
    assert sessions.get("2") is None


def test_it_is_kept_in_place_of_the_one_before(sessions: SessionRepository) -> None:
    sessions.put(EVENING)
    later = replace(EVENING, name="Our evening", parts=(), changed=NOON + timedelta(hours=1))

    assert sessions.put(later)

    assert sessions.all() == (later,)


def test_a_name_belongs_to_one_and_they_come_by_name(sessions: SessionRepository) -> None:
    sessions.put(EVENING)
    other = replace(EVENING, uid="2", name="Class")
    sessions.put(other)

    assert not sessions.put(replace(EVENING, uid="3", name="EVENING"))
    assert not sessions.put(replace(other, name="evening"))

    assert [session.name for session in sessions.all()] == ["Class", "Evening"]


def test_a_time_has_its_zone(sessions: SessionRepository) -> None:
    there = timezone(timedelta(hours=1))
    sessions.put(replace(EVENING, changed=datetime(2026, 11, 26, 13, tzinfo=there)))

    assert sessions.all() == (EVENING,)
    with pytest.raises(ValueError, match="without its zone"):
        sessions.put(replace(EVENING, changed=datetime(2026, 11, 26)))  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="without its zone"):
        sessions.keep_rehearsals(replace(REHEARSAL, began=datetime(2026, 11, 26)))  # noqa: DTZ001 - likewise


@pytest.mark.parametrize(
    ("body", "changed"),
    [("", "2026-11-26"), ("{}", "2026-11-26"), ('{"audience": "patient", "parts": []}', "yesterday")],
)
def test_what_cannot_be_read_is_left_out_and_stays(
    sessions: SessionRepository, notebook: Notebook, body: str, changed: str
) -> None:
    query = "INSERT INTO session (uid, name, body, changed_at) VALUES ('9', 'Odd', ?, ?)"
    notebook.write((query, (body, changed)))

    assert sessions.all() == ()
    assert sessions.get("9") is None
    assert notebook.read("SELECT count(*) FROM session") == [(1,)]


def test_rehearsals_come_the_latest_first_and_go_with_their_session(sessions: SessionRepository) -> None:
    second = replace(REHEARSAL, seconds=(50,), is_rehearsal=False)
    sessions.put(EVENING)
    sessions.keep_rehearsals(REHEARSAL, second)
    sessions.keep_rehearsals(replace(REHEARSAL, session="2"))

    assert sessions.rehearsals("1") == (second, REHEARSAL)
    sessions.delete("1")

    assert sessions.all() == ()
    assert sessions.rehearsals("1") == ()
    assert len(sessions.rehearsals("2")) == 1


@pytest.mark.parametrize("body", ["", "{}", '{"titles": ["a"], "seconds": []}'])
def test_a_rehearsal_that_cannot_be_read_is_left_out(
    sessions: SessionRepository, notebook: Notebook, body: str
) -> None:
    query = "INSERT INTO rehearsal (uid, session, body, began_at) VALUES ('9', '1', ?, '2026-11-26')"
    notebook.write((query, (body,)))

    assert sessions.rehearsals("1") == ()
