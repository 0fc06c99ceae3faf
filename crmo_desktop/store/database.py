"""The reader's own things, open: in their file, or in memory while that cannot be used."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from crmo_desktop.domain.errors import NotesFileError
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.notes_file import (
    connect,
    copy_whole,
    inspect,
    inspect_header,
    migrate,
    open_file,
    transaction,
)
from crmo_desktop.store.trouble import Trouble, UnusableFileError, in_words, trouble_of

BUSY_MS: Final = 2000
_FILE_ERRORS: Final = (OSError, sqlite3.Error, UnusableFileError)

Statement = tuple[str, Sequence[Any]]


class Notebook:
    """The reader's own things.

    Every write is a transaction of its own and stands in the file when `write` returns. When the file cannot
    be used nothing is raised: `problem` tells what is wrong, the file is left as it is, and work goes on in
    memory, with a copy of what could be read. `try_again` carries over what was written meanwhile.

    Two windows may have one file open; `changed_elsewhere` tells when to read again.

    Attributes:
        path: the file; None keeps everything in memory, for as long as the program runs.
        trouble: why the file is not in use; None while it is.
    """

    def __init__(self, path: Path | None, *, steps: Sequence[Step] = STEPS, busy_ms: int = BUSY_MS) -> None:
        self.path = path
        self.trouble: Trouble | None = None
        self._steps = steps
        self._busy_ms = busy_ms
        self._unsaved: list[Statement] = []
        self._seen: tuple[int, int] | None = None
        self._times_changed = 0  # to another connection
        if path is None:
            self._connection = self._in_memory(None)
            return
        try:
            self._connection = open_file(path, steps, busy_ms)
        except _FILE_ERRORS as error:
            self.trouble = _known(error)
            self._connection = self._in_memory(self._frozen_copy(path))

    @property
    def problem(self) -> NotesFileError | None:
        """What is wrong with the file and what still works; None when all is well."""
        return None if self.trouble is None else in_words(self.trouble)

    def read(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows that `query` finds."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._leave_file(error)
            return self._connection.execute(query, values).fetchall()

    def write(self, *statements: Statement) -> None:
        """Carry out `statements` in one transaction."""
        try:
            _carry_out(self._connection, statements)
        except sqlite3.Error as error:
            self._leave_file(error)
            _carry_out(self._connection, statements)
        if self.trouble is not None:
            self._unsaved += statements

    def changed_elsewhere(self) -> bool:
        """Whether another window has written since this was last asked; true when first asked."""
        stamp = self.stamp()
        changed = stamp != self._seen
        self._seen = stamp
        return changed

    def stamp(self) -> tuple[int, int]:
        """Another value whenever another window has written, or another file is in use."""
        ((version,),) = self.read("PRAGMA data_version")
        return self._times_changed, version

    def try_again(self) -> bool:
        """Use the file again, with all that was written meanwhile; returns whether that works now."""
        if self.trouble is None or self.path is None:
            return self.trouble is None
        try:
            connection = open_file(self.path, self._steps, self._busy_ms)
        except _FILE_ERRORS as error:
            self.trouble = _known(error)
            return False
        try:
            _carry_out(connection, self._unsaved)
        except sqlite3.Error as error:
            connection.close()
            self.trouble = _known(error)
            return False
        self._change_to(connection)
        return True

    def move(self, path: Path, *, take_along: bool) -> None:
        """Go on in the file at `path`; the one left stays as it is.

        Args:
            path: of a file, which is used as it is if there is one already.
            take_along: where there is none, begin with all that is here; else with nothing.

        Raises:
            NotesFileError: that file cannot be used; nothing has changed.
        """
        try:
            if take_along and not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                copy_whole(self._connection, path)
            connection = open_file(path, self._steps, self._busy_ms)
        except _FILE_ERRORS as error:
            raise in_words(_known(error)) from error
        self._change_to(connection)
        self.path = path

    def start_anew(self) -> None:
        """Forget everything; for the next reader of a notebook without a file."""
        if self.path is not None:
            raise ValueError(f"what is in {self.path} is not forgotten like this")
        self._change_to(self._in_memory(None))

    def _change_to(self, connection: sqlite3.Connection) -> None:
        self._connection.close()
        self._connection, self.trouble, self._unsaved = connection, None, []
        self._times_changed += 1

    def forget_traces(self) -> None:
        """Leave nothing of what was deleted in the file's log."""
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file, after one last try to save what is not saved yet."""
        if self._unsaved:
            self.try_again()
        self._connection.close()

    def _leave_file(self, error: sqlite3.Error) -> None:
        """Go on in memory with what can still be read; an error that is not the file's is raised again."""
        if self.trouble is not None:
            raise error
        self.trouble = _known(error)
        self._connection = self._in_memory(self._connection)
        self._times_changed += 1

    def _in_memory(self, source: sqlite3.Connection | None) -> sqlite3.Connection:
        """A stand-in for the file, with what `source` still gives; `source` is closed."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        if source is not None:
            with closing(source):
                try:
                    source.backup(connection)
                    inspect(connection, self._steps)
                except (sqlite3.Error, UnusableFileError):
                    connection.close()
                    connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection, self._steps)
        return connection

    def _frozen_copy(self, path: Path) -> sqlite3.Connection | None:
        """The file, readable where nothing may be written; None where it is not."""
        if self.trouble not in {Trouble.READ_ONLY, Trouble.FULL}:
            return None
        try:
            inspect_header(path, self._steps)
            return connect(path, self._busy_ms, "mode=ro&immutable=1")
        except _FILE_ERRORS:
            return None


def open_notebook(path: Path) -> Notebook:
    """The reader's own things in the file `path`, made if it is missing; never raises because of it."""
    return Notebook(path)


def _carry_out(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    with transaction(connection):
        for query, values in statements:
            connection.execute(query, values)


def _known(error: Exception) -> Trouble:
    """The trouble that `error` is; raises `error` if it is a bug."""
    trouble = trouble_of(error)
    if trouble is None:
        raise error
    return trouble
