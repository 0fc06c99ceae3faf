"""The digest of a pack and the tables it has."""

import hashlib
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.library import pack_format

MARKER = pack_format.DIGEST_MARKER
BLANK = pack_format.BLANK_DIGEST


def test_the_digest_stands_behind_its_marker() -> None:
    assert pack_format.find_digest(b"abc" + MARKER + BLANK) == 3 + len(MARKER)


@pytest.mark.parametrize("data", [b"", b"abc"])
def test_without_a_marker_there_is_none(data: bytes) -> None:
    assert pack_format.find_digest(data) == -1


def test_of_two_markers_the_first_holds_and_the_digest_is_over_the_other() -> None:
    data = b"abc" + MARKER + BLANK + MARKER + BLANK

    assert pack_format.find_digest(data) == 3 + len(MARKER)


def test_the_digest_is_that_of_the_file_with_its_own_digits_as_zeros() -> None:
    data = b"abc" + MARKER + b"f" * 64 + b"xyz"

    digest = pack_format.compute_digest(io.BytesIO(data), pack_format.find_digest(data))

    assert digest == hashlib.blake2b(b"abc" + MARKER + BLANK + b"xyz", digest_size=32).hexdigest()


def test_sealing_writes_the_digest_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "pack"
    file.write_bytes(b"abc" + MARKER + BLANK + b"xyz")

    digest = pack_format.seal(file)

    assert file.read_bytes() == b"abc" + MARKER + digest.encode() + b"xyz"
    assert pack_format.seal(file) == digest, "a sealed pack can be sealed again"


@pytest.mark.parametrize("data", [b"", MARKER + BLANK + MARKER + BLANK])
def test_what_has_no_place_for_a_digest_cannot_be_sealed(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "pack"
    file.write_bytes(data)

    with pytest.raises(ValueError, match="has no place for a digest, or more than one"):
        pack_format.seal(file)

    assert file.read_bytes() == data


def test_the_tables_are_those_that_a_pack_is_made_with(small_pack: Path) -> None:
    with closing(sqlite3.connect(small_pack)) as connection:
        made = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    shadows = {name for name in made if name.endswith(("_data", "_idx", "_docsize", "_config"))}
    assert made - shadows == pack_format.TABLES
