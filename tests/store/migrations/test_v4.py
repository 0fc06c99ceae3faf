"""The step to version 4: what belongs to teaching."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind, Rehearsal, Session
from crmo_desktop.store.database import open_notebook
from crmo_desktop.store.migrations import STEPS, v4
from crmo_desktop.store.own_things import OwnThingRepository
from crmo_desktop.store.sessions import SessionRepository

DATA = Path(__file__).resolve().parents[2] / "data"
SESSION = Session(
    uid="1c383cd3-0b7c-498a-a3d5-4d7b3f9c2e01",
    name="Class evening",
    audience=Audience.PATIENT,
    parts=(
        Part(
            kind=PartKind.SECTION,
            target="what-is-crmo#in-short",
            title="What is CRMO?: In short",
            minutes=5,
            note="Can other children catch it?",
        ),
        Part(kind=PartKind.OWN, title="A break", words=("Tea is next door",), minutes=2.5),
    ),
    changed=datetime(2026, 11, 26, 10, 30, tzinfo=UTC),
    edition="2026-11-23",
    from_agenda="families-session-20",
)


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_it_adds_its_tables() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in STEPS[:3]:
            step.migrate(connection)
        before = tables(connection)

        v4.migrate(connection)

        assert tables(connection) - before == {"session", "rehearsal", "slide_note", "poll", "quiz_round"}
        connection.execute("INSERT INTO session VALUES (1, 'a', 'Evening', '{}', '')")
        with pytest.raises(sqlite3.IntegrityError):  # a name belongs to one
            connection.execute("INSERT INTO session VALUES (2, 'b', 'evening', '{}', '')")


def test_a_file_of_the_version_before_keeps_what_it_has_and_is_copied_aside(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    shutil.copy(DATA / "notes-v3.sqlite", path)

    with closing(open_notebook(path)) as notebook:
        assert notebook.problem is None
        assert len(OwnThingRepository(notebook).all()) == 3
        assert SessionRepository(notebook).all() == ()
    with closing(sqlite3.connect(tmp_path / "notes.version-3.sqlite")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)


def test_what_this_version_kept_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    shutil.copy(DATA / "notes-v4.sqlite", path)

    with closing(open_notebook(path)) as notebook:
        sessions = SessionRepository(notebook)
        assert sessions.all() == (SESSION,)
        (rehearsal,) = sessions.rehearsals(SESSION.uid)
        assert rehearsal == Rehearsal(
            session=SESSION.uid,
            titles=("What is CRMO?: In short", "A break"),
            seconds=(312.5, 140),
            began=datetime(2026, 11, 26, 11, tzinfo=UTC),
        )
        assert notebook.read("SELECT place, audience, words FROM slide_note") == [
            ("topic/what-is-crmo#in-short", "patient", "Wait for hands")
        ]
        ((session, poll),) = notebook.read("SELECT session, body FROM poll")
        assert (session, json.loads(poll)["counts"]) == ("Class evening", [17, 4])
        ((quiz,),) = notebook.read("SELECT body FROM quiz_round")
        assert json.loads(quiz)["questions"] == ["q-no-germ", "q-multifocal"]
        assert len(OwnThingRepository(notebook).all()) == 3
