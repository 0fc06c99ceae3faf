"""Backups of the reader's file, in a folder beside it: made whole, looked into, thrown away by their rule."""

import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from crmo_desktop.domain.backup import Backup, BackupContent, Occasion, expendable
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.notes_file import (
    BESIDE,
    connect,
    copy_into,
    flush_folder,
    inspect,
    inspect_header,
    unfinished,
    version,
)
from crmo_desktop.store.trouble import Trouble, UnusableFileError, trouble_of

FOLDER: Final = "backups"
BUSY_MS: Final = 2000
# No colons: a stick is FAT. The zone, so that an hour told twice a year is told apart.
_NAME: Final = re.compile(
    r"notes-(?P<day>\d{4}-\d\d-\d\d)-(?P<time>\d\d\.\d\d\.\d\d)(?P<zone>[+-]\d{4})"
    r"-(?P<number>\d{1,9})-(?P<occasion>[a-z]+)\.sqlite"
)
_COUNTS: Final = {
    "bookmarks": ("thing", "WHERE kind = 'bookmark'"),
    "highlights": ("thing", "WHERE kind = 'highlight'"),
    "notes": ("thing", "WHERE kind = 'note'"),
    "folders": ("folder", ""),
    "finished": ("finished", ""),
    "visits": ("visit", ""),
    "questions": ("kept_question", ""),
    "handouts": ("handout", ""),
}
_ALL_OF_IT: Final = ("setting", "place", "recent_search", *(table for table, _ in _COUNTS.values()))
FILE_ERRORS: Final = (OSError, sqlite3.Error, UnusableFileError)


class BackupFolder:
    """The backups of one file.

    Knows no open notebook: each call opens what it needs and closes it again, so that a backup can be made
    in another thread.
    """

    def __init__(self, notes: Path, *, steps: Sequence[Step] = STEPS) -> None:
        self._notes, self._steps = notes, steps
        self.folder = notes.parent / FOLDER

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the one made last first; none where the folder cannot be read."""
        try:
            names = [path.name for path in self.folder.iterdir()]
        except OSError:
            return ()
        found = (backup for backup in map(_told_by, names) if backup is not None)
        return tuple(sorted(found, key=lambda one: (one.number, one.name), reverse=True))

    def path(self, backup: Backup) -> Path:
        """Where the file of `backup` is."""
        return self.folder / backup.name

    def make(self, occasion: Occasion, now: datetime) -> Backup | None:
        """Copy the file as it is, through a connection of its own, and check the copy.

        At a start there is none of a file that holds nothing, or nothing but what the last backup holds.

        Raises:
            OSError, sqlite3.Error, UnusableFileError: there is none; nothing has changed.
        """
        with closing(connect(self._notes, BUSY_MS, "mode=ro")) as source:
            if occasion is Occasion.START and _is_empty(source):
                return None
            return self.keep(source, occasion, now)

    def keep(self, source: sqlite3.Connection, occasion: Occasion, now: datetime) -> Backup | None:
        """Make a backup of what an open connection holds; see `make`."""
        self.folder.mkdir(exist_ok=True)
        before = self.all()
        backup = self.next(occasion, now)
        path = self.path(backup)
        with unfinished(path) as copy:
            with closing(sqlite3.connect(copy)) as target:
                copy_into(target, source)
                target.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file, without a log
                inspect(target, self._steps)
            if occasion is Occasion.START and before and _are_same(copy, self.path(before[0])):
                return None
            copy.replace(path)
        flush_folder(self.folder)
        return backup

    def next(self, occasion: Occasion, now: datetime) -> Backup:
        """The backup that is made next; `now` with its zone."""
        number = max((backup.number for backup in self.all()), default=0) + 1
        stamp = f"{now:%Y-%m-%d-%H.%M.%S%z}"[:24]  # a zone's seconds, which no clock has had for long, go
        name = f"notes-{stamp}-{number}-{occasion}.sqlite"
        backup = _told_by(name)
        if backup is None:
            raise ValueError(f"no time for a backup: {now!r}")
        return backup

    def tidy(self) -> None:
        """Throw away what the rule does not keep, and what was never finished."""
        with suppress(OSError):
            for left in self.folder.glob("*.new*"):
                if f".{os.getpid()}." not in left.name:  # else it is just being written
                    left.unlink(missing_ok=True)
        for backup in expendable(self.all(), self.is_sound):
            self.delete(backup)

    def delete(self, backup: Backup) -> None:
        """Throw `backup` away, if the system lets us."""
        path = self.path(backup)
        for part in (path, *(path.with_name(path.name + end) for end in BESIDE)):
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def open(self, backup: Backup) -> sqlite3.Connection:
        """`backup`, looked at whole and found sound, to be read only.

        Raises:
            OSError, sqlite3.Error, UnusableFileError: it cannot be used.
        """
        path = self.path(backup)
        inspect_header(path, self._steps)
        has_log = path.with_name(path.name + BESIDE[0]).exists()
        connection = connect(path, BUSY_MS, "mode=ro" if has_log else "mode=ro&immutable=1")
        try:
            inspect(connection, self._steps)
        except BaseException:
            connection.close()
            raise
        return connection

    def is_sound(self, backup: Backup) -> bool:
        """Whether `backup` can take the place of the file."""
        return self.content(backup).is_sound

    def content(self, backup: Backup) -> BackupContent:
        """What `backup` holds."""
        path = self.path(backup)
        try:
            size = path.stat().st_size
        except OSError:
            return BackupContent(is_sound=False, size=0)
        try:
            with closing(self.open(backup)) as connection:
                return _content(connection, size)
        except FILE_ERRORS as error:
            return BackupContent(is_sound=False, size=size, is_newer=trouble_of(error) is Trouble.NEWER)


def _told_by(name: str) -> Backup | None:
    """The backup that a file's name tells of; None if it is none."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    time, zone = match["time"].replace(".", ":"), match["zone"]
    try:
        made = datetime.fromisoformat(f"{match['day']}T{time}{zone[:3]}:{zone[3:]}")
        occasion = Occasion(match["occasion"])
    except ValueError:
        return None
    return Backup(name=name, number=int(match["number"]), made=made, occasion=occasion)


def _content(connection: sqlite3.Connection, size: int) -> BackupContent:
    tables = _tables(connection)
    counts = {
        name: _first(connection, f"SELECT count(*) FROM {table} {which}")  # noqa: S608 - our own words
        for name, (table, which) in _COUNTS.items()
        if table in tables
    }
    newest = ""
    if "thing" in tables:
        newest = _first(connection, "SELECT title FROM thing ORDER BY id DESC LIMIT 1") or ""
    if not newest:
        newest = _first(connection, "SELECT title FROM visit ORDER BY id DESC LIMIT 1") or ""
    return BackupContent(is_sound=True, size=size, version=version(connection), newest=newest, **counts)


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _first(connection: sqlite3.Connection, query: str) -> Any:
    row = connection.execute(query).fetchone()
    return row[0] if row else None


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing at all has been kept yet."""
    return not any(
        _first(connection, f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - our own words
        for table in _tables(connection) & set(_ALL_OF_IT)
    )


def _are_same(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except OSError:
        return False
