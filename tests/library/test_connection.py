"""A pack that goes while it is read."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import PackDamagedError, PackError, PackMissingError
from crmo_desktop.library import names
from crmo_desktop.library.connection import connect, in_words
from crmo_desktop.library.pack import open_pack

EVERYTHING = "SELECT sum(length(html)) FROM section"


@pytest.fixture
def copy(small_pack: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small_pack, tmp_path / "pack.crmo"))


def empty(pack: Path) -> None:
    """Take the bytes away from under whoever reads them."""
    with pack.open("r+b") as file:
        file.truncate(0)


def test_a_file_that_has_changed_is_told_in_words(copy: Path) -> None:
    with closing(open_pack(copy)) as pack:
        again = names.connect_again(pack)
        empty(copy)

        for connection in (pack.connection, again):
            with pytest.raises(PackError, match=r"“pack\.crmo”"):
                connection.execute(EVERYTHING).fetchone()
        again.close()


def test_a_query_that_is_wrong_is_a_bug_as_ever(copy: Path) -> None:
    with closing(open_pack(copy)) as pack, pytest.raises(sqlite3.OperationalError, match="nonsense"):
        pack.connection.execute("SELECT nonsense")


def test_before_it_is_known_to_be_a_pack_errors_are_sqlites_own(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("text " * 500, encoding="utf-8")

    with closing(connect(tmp_path / "text")) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute(EVERYTHING)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR, PackMissingError),
        (sqlite3.SQLITE_IOERR_READ, PackMissingError),
        (sqlite3.SQLITE_CANTOPEN, PackMissingError),
        (sqlite3.SQLITE_CORRUPT, PackDamagedError),
        (sqlite3.SQLITE_NOTADB, PackDamagedError),
        (sqlite3.SQLITE_ERROR, type(None)),
        (sqlite3.SQLITE_NOMEM, type(None)),
    ],
)
def test_what_sqlite_says_of_the_file_is_told(code: int, kind: type[object]) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code

    assert type(in_words(Path("a.crmo"), error)) is kind


def test_an_error_without_a_code_says_nothing_of_the_file() -> None:
    assert in_words(Path("a.crmo"), sqlite3.ProgrammingError("closed")) is None
