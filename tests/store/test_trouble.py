import errno
import sqlite3

import pytest

from crmo_desktop.store.trouble import Trouble, UnusableFileError, in_words, trouble_of


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (UnusableFileError(Trouble.NEWER), Trouble.NEWER),
        (OSError(errno.ENOSPC, "no room"), Trouble.FULL),
        (PermissionError(errno.EACCES, "no rights"), Trouble.READ_ONLY),
        (OSError(errno.EROFS, "read-only"), Trouble.READ_ONLY),
        (NotADirectoryError(errno.ENOTDIR, "a file in the way"), Trouble.OUT_OF_REACH),
        (OSError("without a number"), Trouble.OUT_OF_REACH),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "as said of a spoilt file"), Trouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_CORRUPT), Trouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_NOTADB), Trouble.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_FULL), Trouble.FULL),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), Trouble.FULL),
        (sqlite_error(sqlite3.SQLITE_IOERR_READ), Trouble.OUT_OF_REACH),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), Trouble.LOCKED),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), Trouble.READ_ONLY),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), Trouble.READ_ONLY),
    ],
)
def test_what_an_error_says_about_the_file(error: Exception, trouble: Trouble) -> None:
    assert trouble_of(error) is trouble


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error(sqlite3.SQLITE_ERROR),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        sqlite3.ProgrammingError("said by the sqlite3 module"),
        KeyError("something else"),
    ],
)
def test_a_bug_is_no_trouble_of_the_file(error: Exception) -> None:
    assert trouble_of(error) is None


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_words(trouble: Trouble) -> None:
    error = in_words(trouble)

    for sentence in (error.message, error.hint):
        assert sentence.endswith(".")
        assert not {"invalid", "error", "database", "sync"} & set(sentence.lower().strip(".").split())


def test_of_a_damaged_file_it_is_told_where_there_is_no_backup() -> None:
    assert in_words(Trouble.DAMAGED, has_backups=False).hint.endswith("There is no backup.")
    assert "backup" not in in_words(Trouble.FULL, has_backups=False).hint
