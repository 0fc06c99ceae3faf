import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.store.database import Notebook
from crmo_desktop.store.merging import KEYS, Table, add_missing, carry_over, content_of, tables
from crmo_desktop.store.notes_file import transaction

THING = """INSERT INTO thing
    (uid, kind, page, audience, title, section_title, folder, words, edition, made_at, changed_at)
    VALUES (?, 'note', 'crmo://topic/mri', 'patient', 'MRI', '', ?, ?, '', '', ?)"""


@pytest.fixture
def one() -> Iterator[sqlite3.Connection]:
    notebook = Notebook(None)
    yield notebook._connection
    notebook.close()


@pytest.fixture
def other() -> Iterator[sqlite3.Connection]:
    notebook = Notebook(None)
    yield notebook._connection
    notebook.close()


def note(
    file: sqlite3.Connection, uid: str, *, folder: int | None = None, words: str = "", changed: str = ""
) -> None:
    file.execute(THING, (uid, folder, words, changed))


def folder(file: sqlite3.Connection, uid: str, name: str) -> int:
    number = file.execute("INSERT INTO folder (uid, name) VALUES (?, ?)", (uid, name)).lastrowid
    assert number is not None
    return number


def notes(file: sqlite3.Connection) -> list[tuple[str, str | None, str]]:
    """uid, name of its folder, words."""
    return file.execute(
        "SELECT thing.uid, folder.name, words FROM thing LEFT JOIN folder ON folder.id = folder"
        " ORDER BY thing.id"
    ).fetchall()


def test_every_table_is_known_by_what_names_its_rows(one: sqlite3.Connection) -> None:
    assert set(tables(one)) == set(KEYS)
    assert all(set(KEYS[name]) <= set(Table(one, name).columns) for name in KEYS)


def test_what_was_done_is_done_to_the_other_and_nothing_else(
    one: sqlite3.Connection, other: sqlite3.Connection
) -> None:
    for file in (one, other):
        for uid in ("changed", "deleted", "left alone"):
            note(file, uid, words="before")
    note(other, "another window's")
    before = content_of(one)
    one.execute("UPDATE thing SET words = 'after' WHERE uid = 'changed'")
    one.execute("DELETE FROM thing WHERE uid = 'deleted'")
    note(one, "new", words="new")

    with transaction(other):
        carry_over(before, content_of(one), other)

    assert notes(other) == [
        ("changed", None, "after"),
        ("left alone", None, "before"),
        ("another window's", None, ""),
        ("new", None, "new"),
    ]


def test_what_was_changed_here_and_deleted_there_is_there_again(
    one: sqlite3.Connection, other: sqlite3.Connection
) -> None:
    note(one, "a", words="before")
    before = content_of(one)
    one.execute("UPDATE thing SET words = 'after'")

    carry_over(before, content_of(one), other)

    assert notes(other) == [("a", None, "after")]


def test_things_lie_in_their_folders_whatever_their_numbers(
    one: sqlite3.Connection, other: sqlite3.Connection
) -> None:
    folder(other, "x", "Hip")
    folder(other, "y", "KNEE")
    note(one, "in knee", folder=folder(one, "k", "Knee"))
    note(one, "in jaw", folder=folder(one, "j", "Jaw"))

    carry_over({}, content_of(one), other)

    assert notes(other) == [("in knee", "KNEE", ""), ("in jaw", "Jaw", "")]
    names = [name for (name,) in other.execute("SELECT name FROM folder ORDER BY id")]
    assert names == ["Hip", "KNEE", "Jaw"]


def test_all_that_was_forgotten_is_forgotten_there_too(
    one: sqlite3.Connection, other: sqlite3.Connection
) -> None:
    visit = "INSERT INTO visit (address, title, audience, visited_at) VALUES (?, '', 'patient', '')"
    other.execute(visit, ("unknown here",))
    one.execute(visit, ("read after",))

    carry_over({}, content_of(one), other, emptied={"visit"})

    assert other.execute("SELECT address FROM visit").fetchall() == [("read after",)]


def test_a_handout_called_like_another_gets_a_number(
    one: sqlite3.Connection, other: sqlite3.Connection
) -> None:
    handout = "INSERT INTO handout (uid, name, body, changed_at) VALUES (?, ?, '{}', '')"
    for uid, name in (("a", "Clinic"), ("b", "clinic (2)")):
        other.execute(handout, (uid, name))
    one.execute(handout, ("c", "CLINIC"))

    assert add_missing(content_of(one), other) == 1

    names = [name for (name,) in other.execute("SELECT name FROM handout ORDER BY id")]
    assert names == ["Clinic", "clinic (2)", "CLINIC (3)"]


def test_only_what_is_missing_is_added(one: sqlite3.Connection, other: sqlite3.Connection) -> None:
    for uid in ("a", "b"):
        note(one, uid, words="old")
    note(other, "b", words="new")
    one.execute("INSERT INTO setting VALUES ('theme', 'dark')")
    lost = folder(one, "f", "Knee")
    one.execute("UPDATE thing SET folder = ? WHERE uid = 'a'", (lost,))

    assert add_missing(content_of(one), other) == 2

    assert notes(other) == [("b", None, "new"), ("a", "Knee", "old")]
    assert other.execute("SELECT * FROM setting").fetchall() == []
    assert add_missing(content_of(one), other) == 0


def test_what_was_changed_later_can_be_taken_too(one: sqlite3.Connection, other: sqlite3.Connection) -> None:
    for uid, here, there in (("a", "2026", "2025"), ("b", "2025", "2026")):
        note(one, uid, words="here", changed=here)
        note(other, uid, words="there", changed=there)

    assert add_missing(content_of(one), other, takes_later=True) == 0

    assert notes(other) == [("a", None, "here"), ("b", None, "there")]


def test_a_table_of_a_later_version_goes_by_its_primary_key(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE TABLE later (b TEXT, a TEXT, PRIMARY KEY (a, b))")
        file.execute("CREATE TABLE keyless (a TEXT)")
        file.execute("CREATE TABLE numbered (id INTEGER PRIMARY KEY, words TEXT)")
        file.execute("INSERT INTO later VALUES ('b', 'a')")
        file.execute("INSERT INTO keyless VALUES ('a')")
        file.execute("INSERT INTO numbered VALUES (7, 'w')")

        assert content_of(file) == {
            "later": {("a", "b"): {"a": "a", "b": "b"}},
            "keyless": {("a",): {"a": "a"}},
            "numbered": {(7,): {"id": 7, "words": "w"}},
        }


def test_a_folder_that_is_gone_is_none(one: sqlite3.Connection, other: sqlite3.Connection) -> None:
    note(one, "a", folder=folder(one, "f", "Knee"))
    content = content_of(one)
    content["folder"].clear()

    add_missing(content, other)

    assert notes(other) == [("a", None, "")]
