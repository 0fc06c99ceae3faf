"""Backups of the reader's file, in a folder beside it: made whole, looked into, thrown away by their rule."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from crmo_desktop.domain.backup import Backup, BackupContent, Occasion, expendable
from crmo_desktop.store.backup_names import folder_of, lying_in, next_backup
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
from crmo_desktop.store.trouble import FILE_ERRORS, Trouble, trouble_of

BUSY_MS: Final = 2000
_COUNTS: Final = {
    "bookmarks": ("thing", "WHERE kind = 'bookmark'"),
    "highlights": ("thing", "WHERE kind = 'highlight'"),
    "notes": ("thing", "WHERE kind = 'note'"),
    "folders": ("folder", ""),
    "finished": ("finished", ""),
    "visits": ("visit", ""),
    "questions": ("kept_question", ""),
    "handouts": ("handout", ""),
    "sessions": ("session", ""),
    "slide_notes": ("slide_note", ""),
    "polls": ("poll", ""),
    "quiz_rounds": ("quiz_round", ""),
}
_ALL_OF_IT: Final = (
    "setting",
    "place",
    "recent_search",
    "rehearsal",
    *(table for table, _ in _COUNTS.values()),
)
_TRACES: Final = ("visit", "place", "recent_search")


class BackupFolder:
    """The backups of one file.

    Knows no open notebook: each call opens what it needs and closes it again, so that a backup can be made
    in another thread.
    """

    def __init__(self, notes: Path, *, steps: Sequence[Step] = STEPS) -> None:
        self._notes, self._steps = notes, steps
        self.folder = folder_of(notes)

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the one made last first; none where the folder cannot be read."""
        return lying_in(self.folder)

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
            backups = self.all()
            backup = next_backup(backups, occasion, now)
            last = backups[0] if backups and occasion is Occasion.START else None
            return backup if self._write(source, backup, last) else None

    def keep(self, source: sqlite3.Connection, occasion: Occasion, now: datetime) -> Backup:
        """Make a backup of what an open connection holds, whatever that is; see `make`."""
        backup = self.next(occasion, now)
        self._write(source, backup, None)
        return backup

    def _write(self, source: sqlite3.Connection, backup: Backup, last: Backup | None) -> bool:
        """Write and check `backup`; false, and nothing written, if it would be the same as `last`."""
        self.folder.mkdir(exist_ok=True)
        path = self.path(backup)
        with unfinished(path) as copy:
            with closing(sqlite3.connect(copy)) as target:
                copy_into(target, source)
                target.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file, without a log
                inspect(target, self._steps)
            if last is not None and _are_same(copy, self.path(last)):
                return False
            copy.replace(path)
        flush_folder(self.folder)
        return True

    def next(self, occasion: Occasion, now: datetime) -> Backup:
        """The backup that is made next; `now` with its zone."""
        return next_backup(self.all(), occasion, now)

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

    def forget_history(self, backup: Backup) -> None:
        """Leave nothing of what was read and searched in `backup`; thrown away if that cannot be done."""
        path = self.path(backup)
        try:
            with unfinished(path) as copy:
                with (
                    closing(self.open(backup)) as source,
                    closing(connect(copy, BUSY_MS, "mode=rwc")) as target,
                ):
                    copy_into(target, source)
                    target.execute("PRAGMA journal_mode = DELETE").fetchone()
                    for table in _tables(target) & set(_TRACES):
                        target.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
                    target.execute("VACUUM")
                copy.replace(path)
        except FILE_ERRORS:
            self.delete(backup)

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
                return told_of(connection, size)
        except FILE_ERRORS as error:
            return BackupContent(is_sound=False, size=size, is_newer=trouble_of(error) is Trouble.NEWER)


def told_of(connection: sqlite3.Connection, size: int = 0) -> BackupContent:
    """What a sound notebook holds, in a file of `size` bytes."""
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
