"""What stands in for the file while it cannot be used: a copy in memory, and what is done to that."""

import os
import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from crmo_desktop.store.merging import carry_over, content_of
from crmo_desktop.store.migrations import Step
from crmo_desktop.store.notes_file import (
    APPLICATION_ID,
    connect,
    copy_into,
    inspect,
    inspect_header,
    migrate,
    transaction,
)
from crmo_desktop.store.trouble import FILE_ERRORS

_ALL_OF_A_TABLE: Final = re.compile(r"\s*DELETE\s+FROM\s+(\w+)\s*;?\s*", re.IGNORECASE)
_FAR: Final = 1_000_000


class StandIn:
    """A copy of the reader's file in memory, that knows how to bring what was done to it into the file.

    Attributes:
        connection: to it.
        has_unsaved: whether anything was done to it.
        is_whole: whether it began with all that was in the file.
    """

    def __init__(self, source: sqlite3.Connection | None, steps: Sequence[Step]) -> None:
        """Begin with what `source` still gives; that is closed."""
        copy = None if source is None else _copied(source, steps)
        self.is_whole = copy is not None
        self.connection = _ready(copy, steps)
        self.has_unsaved = False
        self._emptied: set[str] = set()  # tables of which everything was forgotten
        _count_from_afar(self.connection)
        self._before = content_of(self.connection)

    def note(self, queries: Iterable[str]) -> None:
        """Take notice that these were carried out."""
        self.has_unsaved = True
        wholes = (_ALL_OF_A_TABLE.fullmatch(query) for query in queries)
        self._emptied.update(match[1] for match in wholes if match)

    def carry_over(self, target: sqlite3.Connection) -> None:
        """Do to `target` what was done here, in one transaction."""
        if self.has_unsaved:
            with transaction(target):
                carry_over(self._before, content_of(self.connection), target, emptied=self._emptied)


def in_memory(source: sqlite3.Connection | None, steps: Sequence[Step]) -> sqlite3.Connection:
    """A notebook in memory, with what `source` still gives, or with nothing; `source` is closed."""
    return _ready(None if source is None else _copied(source, steps), steps)


def _copied(source: sqlite3.Connection, steps: Sequence[Step]) -> sqlite3.Connection | None:
    """What `source` holds, in memory; None if that cannot be read. `source` is closed."""
    connection = _memory()
    with closing(source):
        try:
            copy_into(connection, source)
            inspect(connection, steps)
        except FILE_ERRORS:
            connection.close()
            return None
    return connection


def _ready(copy: sqlite3.Connection | None, steps: Sequence[Step]) -> sqlite3.Connection:
    connection = _memory() if copy is None else copy
    connection.text_factory = as_text
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection, steps)
    return connection


def _memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def brought_up(source: sqlite3.Connection, steps: Sequence[Step]) -> sqlite3.Connection:
    """What `source` holds, in memory and of the last version.

    Raises:
        UnusableFileError, sqlite3.Error: it cannot be read.
    """
    connection = _memory()
    try:
        copy_into(connection, source)
        migrate(connection, steps)
    except BaseException:
        connection.close()
        raise
    return connection


def frozen(path: Path, steps: Sequence[Step], busy_ms: int) -> sqlite3.Connection | None:
    """The file, readable where nothing may be written; None where it is not."""
    with suppress(*FILE_ERRORS):
        inspect_header(path, steps)
        with suppress(*FILE_ERRORS):  # its log is read with it, where that needs no file to be made
            return connect(path, busy_ms, "mode=ro")
        return connect(path, busy_ms, "mode=ro&immutable=1")
    return None


def as_text(text: bytes) -> str:
    """A text of which the disk has lost letters is shown with signs in their place."""
    return text.decode("utf-8", "replace")


def _count_from_afar(connection: sqlite3.Connection) -> None:
    """Give what is made from now on numbers that the file gives to nothing.

    Who remembers such a number when the file is in use again means nothing by it then, and no other thing.
    """
    start = _FAR + int.from_bytes(os.urandom(3), "big")
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    for (table,) in connection.execute(query).fetchall():
        counted = connection.execute(
            "UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ?", (start, table)
        )
        if not counted.rowcount:
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, start))
