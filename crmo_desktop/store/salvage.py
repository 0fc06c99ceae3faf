"""What can still be read of a damaged file, row by row."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from crmo_desktop.store.merging import Table, folders_of, tables
from crmo_desktop.store.migrations import Step
from crmo_desktop.store.notes_file import connect, transaction
from crmo_desktop.store.stand_in import as_text, in_memory
from crmo_desktop.store.trouble import FILE_ERRORS

_BUSY_MS: Final = 500
_MOST_NUMBERS: Final = 20_000  # looked for one by one
_NUMBER: Final = "id"


def salvage(path: Path, steps: Sequence[Step]) -> sqlite3.Connection:
    """A notebook in memory with all that can be read of the file at `path`, which is not changed."""
    found = in_memory(None, steps)
    with suppress(*FILE_ERRORS):
        has_log = path.with_name(f"{path.name}-wal").exists()
        with closing(connect(path, _BUSY_MS, "mode=ro" if has_log else "mode=ro&immutable=1")) as damaged:
            damaged.text_factory = as_text
            damaged.execute("PRAGMA writable_schema = ON")  # reads on where the list of tables has a fault
            with transaction(found):
                _read_all(damaged, found)
    return found


def _read_all(damaged: sqlite3.Connection, found: sqlite3.Connection) -> None:
    folders = folders_of(damaged)
    for name in tables(found):
        target = Table(found, name)
        with suppress(*FILE_ERRORS):
            source = Table(damaged, name)
            for values in _rows(damaged, name, source):
                with suppress(*FILE_ERRORS):  # it breaks a rule of the table: it was no row
                    key, row = source.named(values, folders)
                    target.put(key, row)


def _rows(damaged: sqlite3.Connection, name: str, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows from the beginning to the first fault, from the end to the last, and those between."""
    seen: set[tuple[Any, ...]] = set()
    key = table.by
    is_whole = False
    for direction in ("", " DESC"):
        with suppress(*FILE_ERRORS):
            query = f"SELECT * FROM {name} NOT INDEXED ORDER BY {key}{direction}"  # noqa: S608 - names of ours
            for row in damaged.execute(query):
                seen.add(row)
                yield row
            is_whole = True
        if is_whole:
            return
    if _NUMBER in table.columns:
        yield from _between(damaged, name, seen)


def _between(damaged: sqlite3.Connection, name: str, seen: set[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    last = max((row[0] for row in seen if isinstance(row[0], int)), default=_MOST_NUMBERS)
    numbers = {row[0] for row in seen}
    for number in range(1, min(last, _MOST_NUMBERS) + 1):
        if number in numbers:
            continue
        with suppress(*FILE_ERRORS):
            query = f"SELECT * FROM {name} WHERE id = ?"  # noqa: S608 - a table's name
            yield from damaged.execute(query, (number,)).fetchall()
