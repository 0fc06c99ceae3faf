"""What stands in one notebook, brought together with what stands in another."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_file import Asked, Finished, ImportReport, OwnContent, Read, SavedHandout
from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Kind, Quote, Spot, Thing, ThingId
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.exchange import ExchangeRepository
from crmo_desktop.store.own_things import OwnThingRepository
from tests.store.conftest import Child

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)
SPOT = Spot(page="crmo://topic/mri", section="in-short", audience=Audience.PATIENT, title="MRI scan")
NOTE = Thing(
    id=ThingId(0), uid="a", kind=Kind.NOTE, spot=SPOT, folder=None, colour=None, quote=None, words="one",
    edition="2026-11-23", made=NOON, changed=NOON,
)  # fmt: skip
HIGHLIGHT = replace(
    NOTE, uid="h", kind=Kind.HIGHLIGHT, colour=Colour.PINK, quote=Quote(exact="A picture", prefix="- ")
)
NOTHING = ImportReport(
    added=0, updated=0, already_here=0, newer_here=0, folders=0, finished=0, questions=0, handouts=0,
    visits=0, searches=0, unread=0,
)  # fmt: skip


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(open_notebook(path)) as opened:
        yield opened


@pytest.fixture
def exchange(notebook: Notebook) -> ExchangeRepository:
    return ExchangeRepository(notebook)


@pytest.fixture
def things(notebook: Notebook) -> OwnThingRepository:
    return OwnThingRepository(notebook)


def content(**lists: Any) -> OwnContent:
    empty: dict[str, Any] = dict.fromkeys(
        ("folders", "things", "finished", "questions", "handouts", "visits", "searches"), ()
    )
    return OwnContent(**{**empty, "unread": 0, **lists})


def folder(number: int, uid: str, name: str) -> Folder:
    return Folder(id=FolderId(number), uid=uid, name=name)


# --- things


def test_what_is_not_here_is_added_and_the_same_again_changes_nothing(
    exchange: ExchangeRepository, things: OwnThingRepository
) -> None:
    new = content(things=(NOTE, HIGHLIGHT), unread=3)

    assert exchange.merge(new) == replace(NOTHING, added=2, unread=3)
    before = things.all()
    assert [replace(thing, id=ThingId(0)) for thing in before] == [HIGHLIGHT, NOTE]
    assert exchange.merge(new) == replace(NOTHING, already_here=2, unread=3)

    assert things.all() == before


def test_what_was_changed_later_stays(exchange: ExchangeRepository, things: OwnThingRepository) -> None:
    here = things.add(replace(NOTE, changed=LATER, words="here"))
    there = things.add(replace(NOTE, uid="b", words="here"))

    report = exchange.merge(content(things=(NOTE, replace(HIGHLIGHT, uid="b", changed=LATER, words="there"))))

    assert report == replace(NOTHING, updated=1, newer_here=1)
    assert things.all() == (
        replace(HIGHLIGHT, id=there.id, uid="b", changed=LATER, words="there"),
        here,
    )


def test_a_thing_that_stands_there_twice_is_one(
    exchange: ExchangeRepository, things: OwnThingRepository
) -> None:
    twice = (NOTE, replace(NOTE, words="two", changed=LATER), replace(NOTE, words="three"))

    assert exchange.merge(content(things=twice)) == replace(NOTHING, added=1, updated=1, newer_here=1)
    assert [thing.words for thing in things.all()] == ["two"]


def test_what_another_window_writes_meanwhile_is_not_lost(
    exchange: ExchangeRepository, things: OwnThingRepository, notebook: Notebook, path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    things.add(NOTE)
    write = notebook.write

    def write_after_another(*statements: Any) -> None:
        with closing(open_notebook(path)) as other:
            theirs = OwnThingRepository(other)
            theirs.set_words(theirs.all()[0].id, "theirs", LATER + timedelta(minutes=1))
            theirs.add(replace(NOTE, uid="b", words="theirs", changed=LATER + timedelta(minutes=1)))
        write(*statements)

    monkeypatch.setattr(notebook, "write", write_after_another)

    exchange.merge(content(things=(replace(NOTE, changed=LATER), replace(NOTE, uid="b", changed=LATER))))

    assert [thing.words for thing in things.all()] == ["theirs", "theirs"]


# --- folders


def test_things_lie_in_the_folders_of_their_names(
    exchange: ExchangeRepository, things: OwnThingRepository
) -> None:
    school, doctor = things.add_folder("s", "School"), things.add_folder("d", "Doctor")
    there = (folder(1, "s", "renamed there"), folder(2, "x", "DOCTOR"), folder(3, "n", "New"))
    made = tuple(replace(NOTE, uid=uid, folder=FolderId(n)) for n, uid in enumerate("abc", start=1))

    report = exchange.merge(content(folders=there, things=made))

    assert report == replace(NOTHING, added=3, folders=1)
    new = next(one for one in things.folders() if one.uid == "n")
    assert {one.name for one in things.folders()} == {"School", "Doctor", "New"}
    assert {thing.uid: thing.folder for thing in things.all()} == {
        "a": school.id,
        "b": doctor.id,
        "c": new.id,
    }
    assert exchange.merge(content(folders=there, things=made)) == replace(NOTHING, already_here=3)


def test_folders_of_one_name_become_one(exchange: ExchangeRepository, things: OwnThingRepository) -> None:
    there = (folder(1, "a", "School"), folder(2, "b", "school"))

    assert exchange.merge(content(folders=there)).folders == 1
    assert [one.uid for one in things.folders()] == ["a"]


# --- the rest


def test_topics_and_questions_are_added(
    exchange: ExchangeRepository, notebook: Notebook, things: OwnThingRepository
) -> None:
    things.finish("mri", NOON)
    new = content(
        finished=(Finished("mri", LATER), Finished("ct", LATER), Finished("ct", NOON)),
        questions=(Asked("why?", Audience.PATIENT, NOON), Asked("how?", Audience.CLINICIAN, NOON)),
    )

    assert exchange.merge(new) == replace(NOTHING, finished=1, questions=2)
    assert exchange.merge(new) == NOTHING
    assert notebook.read("SELECT topic, substr(finished_at, 12, 5) FROM finished ORDER BY topic") == [
        ("ct", "12:00"),
        ("mri", "12:00"),
    ]
    assert notebook.read("SELECT words, audience FROM kept_question ORDER BY id") == [
        ("why?", "patient"),
        ("how?", "clinician"),
    ]


def test_handouts_are_added_changed_and_never_take_anothers_name(
    exchange: ExchangeRepository, notebook: Notebook
) -> None:
    def merge(*handouts: tuple[str, str, str, datetime]) -> int:
        return exchange.merge(content(handouts=tuple(SavedHandout(*one) for one in handouts))).handouts

    def kept() -> list[Any]:
        return notebook.read("SELECT uid, name, body FROM handout ORDER BY id")

    assert (
        merge(("1", "School", "{}", NOON), ("2", "school", "{}", NOON), ("3", "School (2)", "{}", NOON)) == 3
    )
    assert kept() == [("1", "School", "{}"), ("2", "school (2)", "{}"), ("3", "School (2) (2)", "{}")]
    assert merge(("1", "School", "[]", NOON), ("2", "school", "[]", NOON - timedelta(days=1))) == 0
    assert merge(("1", "Doctor", "[]", LATER)) == 1
    assert kept()[0] == ("1", "Doctor", "[]")


def visits(*read: tuple[str, datetime]) -> tuple[Read, ...]:
    return tuple(Read(f"crmo://topic/{id}", id, Audience.PATIENT, when) for id, when in read)


def history(notebook: Notebook) -> list[str]:
    return [title for (title,) in notebook.read("SELECT title FROM visit ORDER BY id DESC")]


def test_visits_into_an_empty_file_keep_their_order(exchange: ExchangeRepository, notebook: Notebook) -> None:
    new = content(visits=visits(("c", NOON), ("b", LATER), ("a", NOON)))

    assert exchange.merge(new) == replace(NOTHING, visits=3)
    assert history(notebook) == ["c", "b", "a"]
    assert exchange.merge(new) == NOTHING


def test_visits_before_and_after_those_here(exchange: ExchangeRepository, notebook: Notebook) -> None:
    exchange.merge(content(visits=visits(("here", NOON))))
    hour = timedelta(hours=1)

    exchange.merge(
        content(
            visits=visits(
                ("d", NOON + 2 * hour),
                ("c", NOON + hour),
                ("here", NOON),
                ("b", NOON - hour),
                ("a", NOON - 2 * hour),
            )
        )
    )

    assert history(notebook) == ["d", "c", "here", "b", "a"]


def test_searches_stand_behind_those_here(exchange: ExchangeRepository, notebook: Notebook) -> None:
    notebook.write(("INSERT INTO recent_search (query) VALUES ('Humira')", ()))
    new = content(searches=("limping", "HUMIRA", "spots", "Limping"))

    assert exchange.merge(new) == replace(NOTHING, searches=2)
    assert exchange.merge(new) == NOTHING
    assert notebook.read("SELECT query FROM recent_search ORDER BY id DESC") == [
        ("Humira",),
        ("limping",),
        ("spots",),
    ]


# --- giving out


def test_rows_are_given_out_as_they_are(
    exchange: ExchangeRepository, notebook: Notebook, things: OwnThingRepository
) -> None:
    inside = things.add_folder("s", "School")
    things.add(replace(HIGHLIGHT, folder=inside.id))
    things.finish("mri", NOON)
    exchange.merge(
        content(
            questions=(Asked("why?", Audience.PATIENT, NOON),),
            handouts=(SavedHandout("1", "One", "{}", NOON), SavedHandout("draft-1", "Two", "{}", NOON)),
            visits=visits(("mri", NOON)),
            searches=("limping",),
        )
    )
    notebook.write(("UPDATE thing SET colour = 9, made_at = 'noon'", ()))
    when = "2026-11-26T12:00:00+00:00"

    rows = exchange.rows(with_history=True)

    assert rows == {
        "folders": [{"uid": "s", "name": "School"}],
        "things": [
            {
                "uid": "h", "kind": "highlight", "page": "crmo://topic/mri", "section": "in-short",
                "audience": "patient", "title": "MRI scan", "section_title": "", "folder": "s", "colour": 9,
                "exact": "A picture", "prefix": "- ", "suffix": "", "words": "one", "edition": "2026-11-23",
                "made": "noon", "changed": when,
            }
        ],
        "finished": [{"topic": "mri", "when": when}],
        "questions": [{"words": "why?", "audience": "patient", "when": when}],
        "handouts": [{"uid": "1", "name": "One", "body": "{}", "changed": when}],
        "visits": [{"address": "crmo://topic/mri", "title": "mri", "audience": "patient", "when": when}],
        "searches": [{"query": "limping"}],
        **{name: [] for name in ("sessions", "rehearsals", "slide_notes", "polls", "quiz_rounds")},
    }  # fmt: skip
    assert exchange.rows(with_history=False).keys() == rows.keys() - {"visits", "searches"}


IMPORT_AND_DIE = """
import os, sys
from pathlib import Path
from crmo_desktop.domain.own_file import read_own_file
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.exchange import ExchangeRepository

note = '{"uid": "%d", "kind": "note", "page": "crmo://topic/mri", "audience": "patient",' \\
    ' "made": "2026-11-26T12:00:00+00:00", "changed": "2026-11-26T12:00:00+00:00"}'
notes = ", ".join(note % number for number in range(2000))
content = read_own_file('{"format": "crmo-desktop-own-things", "version": 1, "things": [%s]}' % notes)
notebook = Notebook(Path(sys.argv[1]))
connection = notebook._connection
seen = [0]


def die(statement):
    seen[0] += statement.startswith("INSERT INTO thing")
    if seen[0] == 1000:
        os._exit(9)


connection.set_trace_callback(die)
ExchangeRepository(notebook).merge(content)
"""


def test_an_import_is_whole_or_not_at_all(path: Path, child: Child) -> None:
    with child(IMPORT_AND_DIE, path) as process:
        assert process.wait() == 9

    with closing(open_notebook(path)) as notebook:
        assert OwnThingRepository(notebook).all() == ()
