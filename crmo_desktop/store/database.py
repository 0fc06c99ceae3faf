"""The reader's own things, open: in their file, or in memory while that cannot be used."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from crmo_desktop.domain.errors import NotesFileError
from crmo_desktop.store.merging import Content, add_missing, content_of
from crmo_desktop.store.migrations import STEPS, Step
from crmo_desktop.store.notes_file import (
    BESIDE,
    copy_into,
    copy_whole,
    drop_log,
    open_file,
    put_in_place,
    transaction,
    unfinished,
)
from crmo_desktop.store.stand_in import StandIn, as_text, brought_up, frozen, in_memory
from crmo_desktop.store.trouble import FILE_ERRORS, Trouble, UnusableFileError, in_words, trouble_of

BUSY_MS: Final = 2000
_NO_TEXT: Final = "Could not decode"  # so begins what Python's sqlite3 says about a text that is none
_MOST_TIMES_REPLACED: Final = 20  # more often than that, the system names another file each time it is asked

Statement = tuple[str, Sequence[Any]]
_Files = tuple[tuple[int, int] | None, tuple[int, int] | None]  # None of one that is not there


class Notebook:
    """The reader's own things.

    Every write is a transaction of its own and stands in the file when `write` returns. When the file cannot
    be used nothing is raised: `problem` tells what is wrong, the file is left as it is, and work goes on in
    memory, with a copy of what could be read. `try_again` carries over what was made meanwhile. A file that
    is deleted while it is open is written anew.

    Two windows may have one file open; `stamp` tells when to read again.

    Attributes:
        path: the file; None keeps everything in memory, for as long as the program runs.
        trouble: why the file is not in use; None while it is.
        is_new: there was no file, and one was made.
    """

    def __init__(self, path: Path | None, *, steps: Sequence[Step] = STEPS, busy_ms: int = BUSY_MS) -> None:
        self.path = path
        self.trouble: Trouble | None = None
        self.is_new = False
        self._steps = steps
        self._busy_ms = busy_ms
        self._stand_in: StandIn | None = None
        self._times_changed = 0  # to another connection
        self._files: _Files = (None, None)  # while they are used
        self._is_gone = self._has_lost_log = False  # while all of it is here
        self._times_replaced = 0
        if path is None:
            self._connection = self._nowhere()
            return
        try:
            self.is_new = not path.exists()
            self._connection = open_file(path, steps, busy_ms)
            self._files = _files(path)
        except FILE_ERRORS as error:
            self.trouble = _known(error)
            self._connection = self._make_stand_in(self._frozen_copy(path))

    @property
    def problem(self) -> NotesFileError | None:
        """What is wrong with the file and what still works; None when all is well."""
        if self.trouble is None or self.path is None:
            return None
        if self.trouble is not Trouble.DAMAGED:
            return in_words(self.trouble)
        from crmo_desktop.store.backup_names import has_backups

        return in_words(self.trouble, has_backups=has_backups(self.path))

    @property
    def has_unsaved(self) -> bool:
        """Whether anything was made that is not in the file."""
        return self._stand_in is not None and self._stand_in.has_unsaved

    def read(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows that `query` finds."""
        self._look_after_file()
        try:
            return self._connection.execute(query, values).fetchall()
        except FILE_ERRORS as error:
            if str(error).startswith(_NO_TEXT):
                self._connection.text_factory = as_text
            else:
                self._leave_file(error)
            return self._connection.execute(query, values).fetchall()

    def write(self, *statements: Statement) -> None:
        """Carry out `statements` in one transaction."""
        self._look_after_file()
        try:
            _carry_out(self._connection, statements)
        except FILE_ERRORS as error:
            self._leave_file(error)
            _carry_out(self._connection, statements)
        if self._stand_in is not None:
            self._stand_in.note(query for query, _ in statements)

    def stamp(self) -> tuple[int, int]:
        """Another value whenever another window has written, or another file is in use."""
        ((version,),) = self.read("PRAGMA data_version")
        return self._times_changed, version

    def try_again(self) -> bool:
        """Use the file again, with all that was made meanwhile; returns whether that works now."""
        if self._stand_in is None or self.path is None:
            return True
        try:
            connection = self._opened_again(self.path)
        except FILE_ERRORS as error:
            self.trouble = _known(error)
            return False
        try:
            self._stand_in.carry_over(connection)
        except FILE_ERRORS as error:
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
        except FILE_ERRORS as error:
            raise in_words(_known(error)) from error
        self.path = path
        self._change_to(connection)

    def take_over(self, source: sqlite3.Connection) -> None:
        """Hold what `source` holds in place of what is here; other windows on the file see it, too.

        Args:
            source: sound; of this version or an older one.

        Raises:
            NotesFileError: the file cannot be written to; nothing has changed.
        """
        if self.trouble is not None:
            raise in_words(self.trouble)
        self._look_after_file()
        try:
            with closing(brought_up(source, self._steps)) as content:
                copy_into(self._connection, content)
        except FILE_ERRORS as error:
            raise in_words(_known(error)) from error
        self._times_changed += 1

    def replace(self, source: sqlite3.Connection | None, aside: Path) -> None:
        """Have a new file in place of one that cannot be used, with all that was made meanwhile.

        Args:
            source: what to begin with, sound, of this version or an older one; None for what is here.
            aside: where the file that cannot be used goes, untouched.

        Raises:
            NotesFileError: that cannot be done; nothing has changed.
        """
        if self.path is None or self._stand_in is None:
            raise ValueError("there is nothing wrong with the file")
        try:
            with unfinished(self.path) as new:
                self._write_new(new, source, self._stand_in)
                put_in_place(new, self.path, aside)
            connection = open_file(self.path, self._steps, self._busy_ms)
        except FILE_ERRORS as error:
            raise in_words(_known(error)) from error
        self._change_to(connection)

    def add_missing(self, source: sqlite3.Connection, *, takes_later: bool = False) -> int:
        """Add what the reader made that `source` holds and this does not; returns how much that was.

        Args:
            source: sound; of this version or an older one.
            takes_later: also change here what has changed later there.
        """
        with closing(brought_up(source, self._steps)) as content:
            found = content_of(content)
        self._look_after_file()
        try:
            return self._add(found, takes_later=takes_later)
        except FILE_ERRORS as error:
            self._leave_file(error)
            return self._add(found, takes_later=takes_later)

    def fill(self, target: sqlite3.Connection) -> None:
        """Have `target` hold all that is here.

        Raises:
            UnusableFileError, sqlite3.Error: that cannot be read, or not be written there.
        """
        copy_into(target, self._connection)

    def copy_to(self, path: Path) -> None:
        """Write all that is here to another file, whole or not at all.

        Raises:
            OSError, UnusableFileError, sqlite3.Error: that cannot be read, or not be written there.
        """
        copy_whole(self._connection, path)

    def start_anew(self) -> None:
        """Forget everything; for the next reader of a notebook without a file."""
        if self.path is not None:
            raise ValueError(f"what is in {self.path} is not forgotten like this")
        self._change_to(self._nowhere())

    def forget_traces(self) -> None:
        """Leave nothing of what was deleted in the file's log."""
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def write_anew(self) -> bool:
        """Write the file without room for what was deleted, and nothing of it in its log.

        Returns:
            Whether that is done; false while another program holds the file, or it cannot be used.
        """
        try:
            self._connection.execute("VACUUM")
        except FILE_ERRORS:
            return False
        ((is_held, *_),) = self.read("PRAGMA wal_checkpoint(TRUNCATE)")
        return self.trouble is None and not is_held

    def close(self) -> None:
        """Close the file, after one last try to save what is not saved yet."""
        if self.has_unsaved:
            self.try_again()
        self._connection.close()

    # --- the file

    def _change_to(self, connection: sqlite3.Connection) -> None:
        self._connection.close()
        self._connection, self.trouble, self._stand_in = connection, None, None
        self._is_gone = self._has_lost_log = False
        self._files = (None, None) if self.path is None else _files(self.path)
        self._times_changed += 1

    def _look_after_file(self) -> None:
        """Notice that the file or its log is there no longer, which SQLite does not; go on in a new one."""
        if self.trouble is not None or self.path is None or self._times_replaced > _MOST_TIMES_REPLACED:
            return
        found, ours = _files(self.path), self._files
        if found == ours:
            return
        self._times_replaced += 1
        self._leave_file(UnusableFileError(Trouble.OUT_OF_REACH))
        if found[0] == ours[0]:
            self._has_lost_log = True
        elif found[0] is not None and found[1] == ours[1]:
            drop_log(self.path)  # of the file before: SQLite would read it as that of this one
        self._is_gone = found[0] is None or self._has_lost_log
        self.try_again()

    def _leave_file(self, error: Exception) -> None:
        """Go on in memory with what can still be read; an error that is not the file's is raised again."""
        if self.trouble is not None:
            raise error
        self.trouble = _known(error)
        self._connection = self._make_stand_in(self._connection)
        self._times_changed += 1

    def _opened_again(self, path: Path) -> sqlite3.Connection:
        is_whole = self._stand_in is not None and self._stand_in.is_whole
        if self._is_gone and is_whole and (self._has_lost_log or not path.exists()):
            path.parent.mkdir(exist_ok=True)  # and no more: a drive that was pulled out has lost all above
            drop_log(path)
            copy_whole(self._connection, path)
        return open_file(path, self._steps, self._busy_ms)

    def _add(self, content: Content, *, takes_later: bool) -> int:
        with transaction(self._connection):
            added = add_missing(content, self._connection, takes_later=takes_later)
        if self._stand_in is not None:
            self._stand_in.note(())
        self._times_changed += 1
        return added

    def _write_new(self, new: Path, source: sqlite3.Connection | None, meanwhile: StandIn) -> None:
        with closing(sqlite3.connect(new, isolation_level=None)) as target:
            if source is None:
                copy_into(target, self._connection)
                return
            with closing(brought_up(source, self._steps)) as content:
                copy_into(target, content)
            meanwhile.carry_over(target)

    def _nowhere(self) -> sqlite3.Connection:
        return in_memory(None, self._steps)

    def _make_stand_in(self, source: sqlite3.Connection | None) -> sqlite3.Connection:
        self._stand_in = StandIn(source, self._steps)
        return self._stand_in.connection

    def _frozen_copy(self, path: Path) -> sqlite3.Connection | None:
        if self.trouble not in {Trouble.READ_ONLY, Trouble.FULL}:
            return None
        return frozen(path, self._steps, self._busy_ms)


def open_notebook(path: Path) -> Notebook:
    """The reader's own things in the file `path`, made if it is missing; never raises because of it."""
    return Notebook(path)


def _carry_out(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    with transaction(connection):
        for query, values in statements:
            try:
                connection.execute(query, values)
            except UnicodeEncodeError:  # half a sign, as other programs put it on the clipboard
                connection.execute(query, [_whole_signs(value) for value in values])


def _whole_signs(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _known(error: Exception) -> Trouble:
    """The trouble that `error` is; raises `error` if it is a bug."""
    trouble = trouble_of(error)
    if trouble is None:
        raise error
    return trouble


def _files(path: Path) -> _Files:
    """Which files of the system's the one at `path` and its log are now."""
    return _identity(path), _identity(path.with_name(path.name + BESIDE[0]))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
