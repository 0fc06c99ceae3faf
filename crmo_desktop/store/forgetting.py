"""Forgets what is in the reader's file, and leaves no trace of it there or beside it."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from crmo_desktop.store.database import Notebook
from crmo_desktop.store.notes_file import BESIDE, connect

HISTORY: Final = ("visit", "place", "recent_search")
MADE: Final = (
    *("thing", "folder", "finished", "handout", "kept_question"),
    *("session", "rehearsal", "slide_note", "poll", "quiz_round"),
)
_BUSY_MS: Final = 2000


def counted(notebook: Notebook, tables: Iterable[str]) -> list[int]:
    """How many rows there are in each of `tables`, in their order."""
    return [int(notebook.read(f"SELECT count(*) FROM {name}")[0][0]) for name in tables]  # noqa: S608 - ours


def forget(notebook: Notebook, tables: Iterable[str]) -> bool:
    """Empty `tables`, and write the file anew without what stood in them.

    Returns:
        Whether there is no trace left; if not, another program holds the file.
    """
    names = tuple(tables)
    notebook.write(
        *((f"DELETE FROM {name}", ()) for name in names),  # noqa: S608 - names of ours
        *(("DELETE FROM sqlite_sequence WHERE name = ?", (name,)) for name in names),
    )
    return notebook.write_anew()


def forget_copies(notes: Path) -> bool:
    """Throw away the copies that were put aside beside the file `notes`; whether they are all gone."""
    copies = list(_copies(notes))
    for copy in copies:
        for end in ("", *BESIDE):
            with suppress(OSError):
                copy.with_name(copy.name + end).unlink(missing_ok=True)
    return not any(copy.exists() for copy in copies)


def forget_history_in_copies(notes: Path) -> None:
    """Leave nothing of what was read and searched in the copies beside `notes`.

    A damaged one, which may be all that the reader has, stays as it is.
    """
    for copy in _copies(notes):
        with suppress(sqlite3.Error):
            _forget_history(copy)


def _copies(notes: Path) -> Iterator[Path]:
    for pattern in ("version-*", "damaged-*"):
        yield from notes.parent.glob(f"{notes.stem}.{pattern}{notes.suffix}")


def _forget_history(copy: Path) -> None:
    with closing(connect(copy, _BUSY_MS, "mode=rw")) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        for table in HISTORY:
            if table in there:
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
