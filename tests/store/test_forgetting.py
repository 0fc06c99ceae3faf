"""What is forgotten is in no file any more."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.forgetting import HISTORY, MADE, forget, forget_copies, forget_history_in_copies

PRIVATE = "something-private"
WHEN = "2026-11-26T12:00:00+00:00"
FILL = (
    ("INSERT INTO visit (address, title, audience, visited_at) VALUES (?1, ?1, 'patient', ?1)", (PRIVATE,)),
    ("INSERT INTO place VALUES (?1, 'patient', 0.5, ?1)", (PRIVATE,)),
    ("INSERT INTO recent_search (query) VALUES (?)", (PRIVATE,)),
)


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(open_notebook(path)) as opened:
        yield opened


def holding(folder: Path, words: str = PRIVATE) -> list[str]:
    """The files that hold `words`."""
    return sorted(
        path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()
    )


def fill(notebook: Notebook) -> None:
    for number in range(200):
        notebook.write(
            *FILL[:1],
            ("INSERT OR IGNORE INTO place VALUES (?1, 'patient', 0.5, ?1)", (f"{PRIVATE} {number}",)),
            ("INSERT INTO recent_search (query) VALUES (?)", (f"{PRIVATE} {number}",)),
            ("INSERT INTO kept_question (words, audience, kept_at) VALUES (?, '', '')", (f"kept {number}",)),
        )


def test_no_trace_is_left_and_the_rest_stays(notebook: Notebook, path: Path) -> None:
    fill(notebook)
    assert holding(path.parent)

    assert forget(notebook, HISTORY)

    assert holding(path.parent) == []
    assert notebook.read("SELECT count(*) FROM kept_question") == [(200,)]
    assert notebook.read("SELECT name FROM sqlite_sequence") == [("kept_question",)]
    assert holding(path.parent, "kept 199") == ["notes.sqlite"]
    assert forget(notebook, MADE)
    assert holding(path.parent, "kept 1") == []
    assert notebook.problem is None


def test_every_table_but_the_settings_is_forgotten(notebook: Notebook) -> None:
    tables = {name for (name,) in notebook.read("SELECT name FROM sqlite_schema WHERE type = 'table'")}

    assert tables - {"sqlite_sequence"} == {*HISTORY, *MADE, "setting"}


def test_a_file_that_another_program_holds_is_told(path: Path) -> None:
    with closing(Notebook(path, busy_ms=20)) as notebook:
        fill(notebook)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM visit").fetchone()

            assert not forget(notebook, HISTORY)

        assert forget(notebook, HISTORY)
        assert holding(path.parent) == []


def test_in_memory_there_is_no_file_to_write_anew() -> None:
    with closing(Notebook(None)) as notebook:
        fill(notebook)

        assert forget(notebook, HISTORY)
        assert notebook.read("SELECT * FROM visit") == []


def test_what_is_forgotten_while_the_file_cannot_be_used_is_still_in_it(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary,")
    with closing(open_notebook(path)) as notebook:
        assert not forget(notebook, HISTORY)


def copies(notebook: Notebook, path: Path) -> None:
    """What migrations and repairs leave beside the file."""
    fill(notebook)
    for name in ("notes.version-2.sqlite", "notes.damaged-2026-11-26-12.00.00.sqlite"):
        notebook.copy_to(path.with_name(name))
    path.with_name("notes.version-1.sqlite-wal").write_text(PRIVATE)
    path.with_name("notes.version-1.sqlite").write_text(PRIVATE)
    with closing(sqlite3.connect(path.with_name("notes.version-0.sqlite"))) as other:
        other.execute("CREATE TABLE thing (words TEXT)")
    path.with_name("other.sqlite").write_text(PRIVATE)


def test_copies_beside_the_file_are_thrown_away(notebook: Notebook, path: Path) -> None:
    copies(notebook, path)

    assert forget_copies(path)
    assert forget_copies(path)

    assert forget(notebook, HISTORY)
    assert holding(path.parent) == ["other.sqlite"]
    assert notebook.read("SELECT count(*) FROM kept_question") == [(200,)]


def test_a_copy_that_cannot_be_thrown_away_is_told(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies(notebook, path)

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(self)

    monkeypatch.setattr(Path, "unlink", refuse)

    assert not forget_copies(path)


def test_copies_forget_history_and_keep_what_was_made(notebook: Notebook, path: Path) -> None:
    copies(notebook, path)
    assert forget(notebook, HISTORY)
    path.with_name("notes.version-1.sqlite-wal").unlink()

    forget_history_in_copies(path)

    assert holding(path.parent) == ["notes.version-1.sqlite", "other.sqlite"]  # damaged: left as it is
    with closing(sqlite3.connect(path.with_name("notes.version-2.sqlite"))) as copy:
        assert copy.execute("SELECT count(*) FROM kept_question").fetchone() == (200,)
