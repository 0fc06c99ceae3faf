"""Backups of the reader's own things: made, looked into, put back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from crmo_desktop.domain.backup import Backup, BackupContent, Occasion, Reason, kept
from crmo_desktop.domain.errors import BackupNotMadeError, BackupUnusableError, NotWrittenError, UserError
from crmo_desktop.store.backup_names import damaged_name
from crmo_desktop.store.backups import BackupFolder, told_of
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.notes_file import copy_whole
from crmo_desktop.store.trouble import FILE_ERRORS, Trouble, in_words, trouble_of


class ListedBackup(NamedTuple):
    """A backup, and why it is kept; None if it goes when the next one is made."""

    backup: Backup
    reason: Reason | None


class Backups:
    """The backups of the reader's file; there are none of things that are kept nowhere."""

    def __init__(self, notebook: Notebook, *, now: Callable[[], datetime]) -> None:
        """`now` gives the time with its zone."""
        self._notebook, self.now = notebook, now

    def trouble(self) -> UserError | None:
        """What is wrong with the reader's file; None when all is well."""
        return self._notebook.problem

    def try_again(self) -> bool:
        """Use the file again, with all that was made meanwhile; returns whether that works now."""
        return self._notebook.try_again()

    def is_damaged(self) -> bool:
        """Whether the reader's file cannot be used for what is in it, so that another may take its place."""
        return self._notebook.trouble in {Trouble.DAMAGED, Trouble.NEWER}

    def is_missing(self) -> bool:
        """Whether the reader's file was gone when the program started, while there are backups of it."""
        return self._notebook.is_new and bool(self.all())

    @property
    def folder(self) -> Path | None:
        """Where backups lie; None where there can be none."""
        return None if self._notebook.path is None else self._shelf.folder

    # --- making

    def job_at_start(self) -> Callable[[], bool] | None:
        """What makes the backup of this start, in any thread; None where there is nothing to be made.

        It never fails; it returns whether something waits that could not be saved in an earlier session.
        """
        if self._notebook.path is None or self._notebook.trouble is not None:
            return None
        return partial(_make_at_start, self._shelf, self.now())

    def make(self) -> Backup:
        """Make a backup of what is there now.

        Raises:
            BackupNotMadeError: there is none; it says why.
        """
        if self._notebook.path is None:
            raise ValueError("things that are kept nowhere have no backups")
        try:
            backup = self._keep_here(Occasion.ASKED)
        except FILE_ERRORS as error:
            raise BackupNotMadeError(_in_words(error)) from error
        self._shelf.tidy()
        return backup

    def keep_unsaved(self) -> None:
        """At the end, once more try to save what is not saved yet; else keep it as a backup, if it goes."""
        if self._notebook.has_unsaved and not self._notebook.try_again():
            try:
                self._keep_here(Occasion.UNSAVED)
            except FILE_ERRORS:
                return  # there is nowhere left to put it; the reader was told that it is not saved

    def bring_in_unsaved(self) -> int:
        """Bring what could not be saved in earlier sessions into the file; returns how much that was."""
        added = 0
        for backup in self.all():
            if backup.backup.occasion is Occasion.UNSAVED and self._notebook.trouble is None:
                try:
                    with closing(self._shelf.open(backup.backup)) as source:
                        added += self._notebook.add_missing(source, takes_later=True)
                except FILE_ERRORS:
                    continue
                if self._notebook.trouble is None:
                    self._shelf.delete(backup.backup)
        return added

    # --- what there is

    def all(self) -> tuple[ListedBackup, ...]:
        """Every backup, the one made last first."""
        if self._notebook.path is None:
            return ()
        backups = self._shelf.all()
        reasons = kept(backups)
        return tuple(ListedBackup(backup, reasons.get(backup)) for backup in backups)

    def content(self, backup: Backup) -> BackupContent:
        """What a backup holds; may be asked in any thread."""
        return self._shelf.content(backup)

    def latest_sound(self) -> Backup | None:
        """The backup made last of those that can take the file's place; what was never saved is none."""
        backups = [one.backup for one in self.all() if one.backup.occasion is not Occasion.UNSAVED]
        # what was there before restoring was left on purpose
        backups.sort(key=lambda one: one.occasion is Occasion.BEFORE)
        return next((backup for backup in backups if self._shelf.is_sound(backup)), None)

    # --- putting back

    def restore(self, backup: Backup) -> None:
        """Have what `backup` holds in place of what is there; that is kept as another backup first.

        What was made while the file could not be used is carried over.

        Raises:
            BackupUnusableError: it is damaged or newer; nothing has changed.
            UserError: the file cannot be written, or kept; nothing has changed.
        """
        with closing(self._opened(backup)) as source:
            if self._notebook.try_again():
                try:
                    self._keep_here(Occasion.BEFORE)
                except FILE_ERRORS as error:
                    raise BackupNotMadeError(_in_words(error)) from error
                self._notebook.take_over(source)
            elif self.is_damaged():
                self._notebook.replace(source, self._aside())
            else:
                self._notebook.take_over(source)  # it says why it cannot
        self._shelf.tidy()

    def add_missing(self, backup: Backup) -> int:
        """Add what the reader had made that `backup` holds and the file lacks; returns how much that was.

        Raises:
            BackupUnusableError: it is damaged or newer; nothing has changed.
        """
        with closing(self._opened(backup)) as source:
            return self._notebook.add_missing(source)

    def salvaged(self) -> int:
        """How much of what the reader made can still be read of a damaged file."""
        with closing(self._salvage()) as found:
            return told_of(found).things

    def keep_salvaged(self) -> None:
        """Go on with what can still be read of a damaged file; that is kept beside it, as it is.

        Raises:
            NotesFileError: that cannot be done; nothing has changed.
        """
        with closing(self._salvage()) as found:
            self._notebook.replace(found, self._damaged_name())

    def begin_empty(self) -> None:
        """Go on with an empty file, and what was made meanwhile; the damaged one is kept beside it, as it is.

        Raises:
            NotesFileError: that cannot be done; nothing has changed.
        """
        self._notebook.replace(None, self._damaged_name())

    def copy_to(self, path: Path, backup: Backup | None = None) -> None:
        """Write a copy of a backup, or of what is there now, to `path`.

        Raises:
            BackupUnusableError: that backup is damaged or newer.
            NotWrittenError: nothing can be written there.
        """
        try:
            if backup is None:
                self._notebook.copy_to(path)
            else:
                with closing(self._opened(backup)) as source:
                    copy_whole(source, path)
        except FILE_ERRORS as error:
            raise NotWrittenError(path) from error

    # --- forgetting

    def forget_all(self) -> None:
        """Throw every backup away: what the reader wants forgotten is forgotten in them, too."""
        for one in self.all():
            self._shelf.delete(one.backup)

    def forget_history(self) -> None:
        """Leave no reading history in any backup; one that cannot be changed is thrown away."""
        for one in self.all():
            self._shelf.forget_history(one.backup)

    # --- parts

    @property
    def _shelf(self) -> BackupFolder:
        """Anew each time, for the file may move."""
        if self._notebook.path is None:
            raise ValueError("things that are kept nowhere have no backups")
        return BackupFolder(self._notebook.path)

    def _keep_here(self, occasion: Occasion) -> Backup:
        shelf = self._shelf
        with closing(sqlite3.connect(":memory:")) as copy:
            self._notebook.fill(copy)
            return shelf.keep(copy, occasion, self.now())

    def _opened(self, backup: Backup) -> sqlite3.Connection:
        try:
            return self._shelf.open(backup)
        except FILE_ERRORS as error:
            raise BackupUnusableError(is_newer=trouble_of(error) is Trouble.NEWER) from error

    def _aside(self) -> Path:
        shelf = self._shelf
        return shelf.path(shelf.next(Occasion.BEFORE, self.now()))

    def _damaged_name(self) -> Path:
        if self._notebook.path is None:
            raise ValueError("things that are kept nowhere are not damaged")
        return damaged_name(self._notebook.path, self.now())

    def _salvage(self) -> sqlite3.Connection:
        from crmo_desktop.store.migrations import STEPS
        from crmo_desktop.store.salvage import salvage

        if self._notebook.path is None:
            raise ValueError("things that are kept nowhere are not damaged")
        return salvage(self._notebook.path, STEPS)


def _make_at_start(shelf: BackupFolder, now: datetime) -> bool:
    try:
        shelf.make(Occasion.START, now)
        shelf.tidy()
    except FILE_ERRORS:
        return False  # a full disk, a stick that may not be written to: there is the one before
    return any(backup.occasion is Occasion.UNSAVED for backup in shelf.all())


def _in_words(error: Exception) -> UserError:
    trouble = trouble_of(error)
    if trouble is None:
        raise error
    return in_words(trouble)
