import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Colour, FolderId, Kind, Quote, Spot, Thing, ThingId
from crmo_desktop.store.database import open_notebook
from crmo_desktop.store.history import HistoryRepository
from crmo_desktop.store.migrations import v1, v2, v3
from crmo_desktop.store.own_things import OwnThingRepository
from crmo_desktop.store.questions import QuestionRepository
from crmo_desktop.store.searches import SearchRepository
from crmo_desktop.store.settings import TEXT_SIZE, Settings

DATA = Path(__file__).resolve().parents[2] / "data"
HIGHLIGHT = Thing(
    id=ThingId(2),
    uid="8f14e45f-ceea-467f-a2d1-90a1b0c3d102",
    kind=Kind.HIGHLIGHT,
    spot=Spot(
        page="crmo://topic/what-is-crmo",
        section="in-short",
        audience=Audience.PATIENT,
        title="What is CRMO?",
        section_title="In short",
    ),
    folder=None,
    colour=Colour.GREEN,
    quote=Quote(exact="some words of a page", prefix="before them ", suffix=" after them"),
    words="Ask about this",
    edition="2026-11-23",
    made=datetime(2026, 11, 26, 10, 15, tzinfo=UTC),
    changed=datetime(2026, 11, 26, 10, 20, 30, tzinfo=UTC),
)


def migrated(*, visits: int = 0) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    v1.migrate(connection)
    v2.migrate(connection)
    for number in range(visits):
        values = (f"crmo://topic/{number}", str(number), "patient", "2026-11-26T10:00:00+00:00")
        connection.execute(
            "INSERT INTO visit (address, title, audience, visited_at) VALUES (?, ?, ?, ?)", values
        )
    v3.migrate(connection)
    return connection


def test_it_adds_its_tables() -> None:
    with closing(migrated()) as connection:
        names = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }

    earlier = {"setting", "visit", "place", "kept_question", "recent_search", "sqlite_sequence"}
    assert names == earlier | {"thing", "folder", "finished", "handout"}


def test_numbers_of_visits_and_searches_are_never_given_twice() -> None:
    with closing(migrated(visits=3)) as connection:
        connection.execute("DELETE FROM visit WHERE id = 3")
        connection.execute("INSERT INTO visit VALUES (NULL, 'a', 'b', 'patient', 'now')")
        connection.execute("INSERT INTO recent_search VALUES (7, 'limping')")
        connection.execute("DELETE FROM recent_search")
        connection.execute("INSERT INTO recent_search VALUES (NULL, 'limping')")

        assert [id for (id,) in connection.execute("SELECT id FROM visit ORDER BY id")] == [1, 2, 4]
        assert connection.execute("SELECT id FROM recent_search").fetchall() == [(8,)]
        plan = connection.execute("EXPLAIN QUERY PLAN SELECT 1 FROM visit WHERE address = 'a'").fetchall()
        assert "visit_address" in plan[0][-1]


def test_a_file_of_the_version_before_keeps_what_it_has_and_is_copied_aside(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    shutil.copy(DATA / "notes-v2.sqlite", path)

    notebook = open_notebook(path)

    assert notebook.problem is None
    assert [visit.title for visit in HistoryRepository(notebook).newest_first()] == [
        "Naproxen",
        "What is CRMO?",
    ]
    assert [question.words for question in QuestionRepository(notebook).newest_first()] == [
        "why do my wrists click"
    ]
    assert SearchRepository(notebook).newest_first(8) == ["Humira", "spots on palms"]
    assert Settings(notebook).get(TEXT_SIZE) == 130
    assert OwnThingRepository(notebook).all() == ()
    notebook.close()
    with closing(sqlite3.connect(tmp_path / "notes.version-2.sqlite")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_what_this_version_kept_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    shutil.copy(DATA / "notes-v3.sqlite", path)
    notebook = open_notebook(path)
    things = OwnThingRepository(notebook)

    note, highlight, bookmark = things.all()
    assert highlight == HIGHLIGHT
    assert (note.kind, note.words) == (Kind.NOTE, "with food\nin the evening")
    assert (bookmark.kind, bookmark.folder) == (Kind.BOOKMARK, FolderId(1))
    assert [folder.name for folder in things.folders()] == ["For the next visit"]
    assert things.finished() == {"what-is-crmo"}
    assert notebook.read("SELECT name, body FROM handout") == [("For school", "{}")]
    assert [visit.title for visit in HistoryRepository(notebook).newest_first()] == [
        "Naproxen",
        "What is CRMO?",
    ]
    notebook.close()
