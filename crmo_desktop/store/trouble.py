"""What can be wrong with the reader's own file, in the reader's words."""

import errno
import sqlite3
from enum import StrEnum
from typing import Final

from crmo_desktop.domain.errors import (
    NotesDamagedError,
    NotesFileError,
    NotesNewerError,
    NotesWaitingError,
)


class Trouble(StrEnum):
    """Why the reader's file cannot be used as it is."""

    DAMAGED = "damaged"
    NEWER = "newer"
    READ_ONLY = "read-only"
    FULL = "full"
    LOCKED = "locked"
    OUT_OF_REACH = "out of reach"


class UnusableFileError(Exception):
    """The file cannot be used, for a reason that neither the system nor SQLite raises by itself."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


# What can be raised about a file. Of a damaged one SQLite may say words that are no text, which Python cannot
# read: it raises that instead.
FILE_ERRORS: Final = (OSError, sqlite3.Error, UnusableFileError, UnicodeDecodeError)

_WORDS: Final = {
    Trouble.DAMAGED: ("Your notes file is damaged.", "Reading works; nothing has been deleted."),
    Trouble.NEWER: ("These notes were made by a newer version of CRMO Desktop.", "They are left untouched."),
    Trouble.READ_ONLY: (
        "The place of your notes cannot be written to.",
        "You can read and print; notes are not kept.",
    ),
    Trouble.FULL: (
        "The disk is full, so this change is not saved yet.",
        "It stays here until there is room.",
    ),
    Trouble.LOCKED: (
        "Another program is holding your notes file.",
        "Reading works; changes stay here until it lets go.",
    ),
    Trouble.OUT_OF_REACH: (
        "Your notes file cannot be reached.",
        "Reading works; changes stay here until the file is back.",
    ),
}
_BY_RESULT: Final = {
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.OUT_OF_REACH,
}
_NO_ROOM_FOR_A_WRITE: Final = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}
_BY_ERRNO: Final = {
    errno.ENOSPC: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
}


def trouble_of(error: Exception) -> Trouble | None:
    """What `error` says about the file; None if it says nothing about it and so is a bug."""
    match error:
        case UnusableFileError():
            return error.trouble
        case UnicodeDecodeError():
            return Trouble.DAMAGED
        case OSError():
            return _BY_ERRNO.get(error.errno or 0, Trouble.OUT_OF_REACH)
        case sqlite3.Error():
            code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE)
            return Trouble.FULL if code in _NO_ROOM_FOR_A_WRITE else _BY_RESULT.get(code & 0xFF)
        case _:
            return None


_KINDS: Final[dict[Trouble, type[NotesFileError]]] = {
    Trouble.DAMAGED: NotesDamagedError,
    Trouble.NEWER: NotesNewerError,
    Trouble.READ_ONLY: NotesFileError,
    Trouble.FULL: NotesWaitingError,
    Trouble.LOCKED: NotesWaitingError,
    Trouble.OUT_OF_REACH: NotesWaitingError,
}


def in_words(trouble: Trouble, *, has_backups: bool = True) -> NotesFileError:
    """What is wrong and what still works; of a damaged file also that there is no backup, if so."""
    message, hint = _WORDS[trouble]
    if trouble is Trouble.DAMAGED and not has_backups:
        hint = "Reading works; nothing has been deleted. There is no backup."
    return _KINDS[trouble](message, hint=hint)
