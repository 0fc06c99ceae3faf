"""The connection to a pack: read only, and in words where the file cannot be read any more."""

import sqlite3
from pathlib import Path
from typing import Any, Final

from crmo_desktop.domain.errors import PackDamagedError, PackError, PackMissingError

_GONE: Final = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_SPOILT: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class PackConnection(sqlite3.Connection):
    """Reads a pack that may lie on a share, which can go while the window is open.

    Attributes:
        pack: the file, once it is known to be one; until then errors are SQLite's own.
    """

    pack: Path | None = None

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As any connection does.

        Raises:
            PackMissingError: the file cannot be read any more.
            PackDamagedError: it is not what it was when it was opened.
        """
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            told = None if self.pack is None else in_words(self.pack, error)
            if told is None:
                raise
            raise told from error


def connect(path: Path) -> PackConnection:
    """Open `path` for reading, by any thread, one at a time.

    Raises:
        sqlite3.Error: that cannot be.
    """
    # immutable: nobody changes the file under us, so a read-only stick needs no lock and no side file
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        check_same_thread=False,
        factory=PackConnection,
    )


def in_words(pack: Path, error: sqlite3.Error) -> PackError | None:
    """What `error` says about the file; None if it says nothing about it."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & 0xFF
    if code in _GONE:
        return PackMissingError(pack, reason="it is out of reach")
    return PackDamagedError(pack, reason="it has changed while it was read") if code in _SPOILT else None
