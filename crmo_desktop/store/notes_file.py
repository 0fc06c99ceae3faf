"""The reader's own file as a file: made whole, looked at without a touch, brought up to date."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from crmo_desktop.store.migrations import Step
from crmo_desktop.store.trouble import Trouble, UnusableFileError

APPLICATION_ID: Final = 0x43524D4E  # "CRMN": SQLite's place for the kind of a file
BESIDE: Final = ("-wal", "-shm")  # what SQLite puts behind a file's name for its log, and for the log's index
_HEADER: Final = b"SQLite format 3\0"
_HEADER_SIZE: Final = 100
_VERSION_PLACE: Final = slice(60, 64)
_KIND_PLACE: Final = slice(68, 72)
_WRITES_NOTHING: Final = "DELETE FROM setting WHERE 0"  # fails at once where nothing can be written


def open_file(path: Path, steps: Sequence[Step], busy_ms: int) -> sqlite3.Connection:
    """Open the file at `path` at the version of the last of `steps`, making or migrating it when needed.

    A file that cannot be used is not changed by a byte.

    Raises:
        UnusableFileError: it is damaged, or of a newer version.
        OSError: the system does not let us at it.
        sqlite3.Error: SQLite does not.
    """
    if not path.exists():
        _create(path, steps, busy_ms)
    inspect_header(path, steps)
    with closing(connect(path, busy_ms, "mode=ro")) as reader:
        inspect(reader, steps)
    connection = connect(path, busy_ms, "mode=rw")
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        with transaction(connection):
            connection.execute(_WRITES_NOTHING)
        if version(connection) < steps[-1].version:
            copy_aside(connection, path)
        migrate(connection, steps)
    except BaseException:
        connection.close()
        raise
    return connection


def connect(path: Path, busy_ms: int, options: str) -> sqlite3.Connection:
    """A connection as every part of the store expects it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None)
    try:
        connection.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what the reader forgets is gone from the file
        connection.execute("PRAGMA synchronous = FULL")  # what is confirmed survives a power cut
    except BaseException:
        connection.close()
        raise
    return connection


def version(connection: sqlite3.Connection) -> int:
    """The version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
            connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Take the steps that the file still lacks, each in a transaction."""
    for step in steps:
        with transaction(connection):
            if version(connection) < step.version:  # looked at within: another window may have been faster
                step.migrate(connection)
                connection.execute(f"PRAGMA user_version = {step.version:d}")


def copy_aside(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the file as it is before a migration; returns where the copy is."""
    copy = path.with_name(f"{path.stem}.version-{version(connection)}{path.suffix}")
    copy_whole(connection, copy)
    return copy


def copy_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Copy an open file to `path`, whole or not at all."""
    with unfinished(path) as copy:
        with closing(sqlite3.connect(copy)) as target:
            copy_into(target, connection)
            target.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file, without a log
        copy.replace(path)
    flush_folder(path.parent)


def copy_into(target: sqlite3.Connection, source: sqlite3.Connection) -> None:
    """Have `target` hold what `source` holds and nothing else, in one transaction.

    Raises:
        UnusableFileError: another program does not let go of one of them; Python itself would try for ever.
        sqlite3.Error: one of them cannot be used.
    """
    source.backup(target, progress=_give_up_when_locked)


def _give_up_when_locked(status: int, _remaining: int, _total: int) -> None:
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:  # after all the time that it may take
        raise UnusableFileError(Trouble.LOCKED)


def inspect_header(path: Path, steps: Sequence[Step]) -> None:
    """Look at the file's first bytes.

    Raises:
        UnusableFileError: it is none of ours, or of a newer version.
    """
    with path.open("rb") as file:
        head = file.read(_HEADER_SIZE)
    if len(head) < _HEADER_SIZE or not head.startswith(_HEADER):
        raise UnusableFileError(Trouble.DAMAGED)
    _inspect_numbers(int.from_bytes(head[_KIND_PLACE]), int.from_bytes(head[_VERSION_PLACE]), steps)


def inspect(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Look at the whole file, what its log holds included.

    Raises:
        UnusableFileError: it is damaged, or of a newer version.
        sqlite3.Error: it cannot be read.
    """
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    _inspect_numbers(kind, version(connection), steps)
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise UnusableFileError(Trouble.DAMAGED)


def _inspect_numbers(kind: int, found: int, steps: Sequence[Step]) -> None:
    if kind != APPLICATION_ID:
        raise UnusableFileError(Trouble.DAMAGED)
    if found > steps[-1].version:
        raise UnusableFileError(Trouble.NEWER)


def _create(path: Path, steps: Sequence[Step], busy_ms: int) -> None:
    """Make a new file under another name and rename it when it is whole: no start leaves half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with unfinished(path) as new:
        with closing(connect(new, busy_ms, "mode=rwc")) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection, steps)
        if not path.exists():  # another window may have been faster
            new.replace(path)
    flush_folder(path.parent)


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A name beside `path` for a file that is being written; nothing of that name is left in the end."""
    name = path.with_name(f"{path.name}.{os.getpid()}.new")
    name.unlink(missing_ok=True)
    try:
        yield name
    finally:
        with suppress(OSError):
            name.unlink(missing_ok=True)


def put_in_place(new: Path, path: Path, aside: Path) -> None:
    """Have the file `new` at `path`, and what is there at `aside`, its log with it.

    Raises:
        OSError: that cannot be done; everything is where it was.
    """
    aside.parent.mkdir(parents=True, exist_ok=True)
    moved: list[tuple[Path, Path]] = []
    try:
        for end in ("", *BESIDE):
            old, kept = path.with_name(path.name + end), aside.with_name(aside.name + end)
            if old.exists():
                old.replace(kept)
                moved.append((old, kept))
        new.replace(path)
    except OSError:
        for old, kept in reversed(moved):
            with suppress(OSError):
                kept.replace(old)
        raise
    flush_folder(aside.parent)
    flush_folder(path.parent)


def drop_log(path: Path) -> None:
    """Have no log beside the file at `path`, which nobody has open."""
    for end in BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Have a new name in `folder` survive a power cut, where the system can be asked for that."""
    if os.name == "nt":  # pragma: no cover  # folders cannot be flushed there
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
