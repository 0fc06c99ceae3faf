"""A folder of editions: which of them is read."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import PackDamagedError, PackFolderError, PackTooNewError
from crmo_desktop.library import pack_format
from crmo_desktop.library.checked import CheckedPacks
from crmo_desktop.library.pack import open_pack
from crmo_desktop.library.pack_folder import FoundPack, newest_in


@pytest.fixture
def bundled(small_pack: Path, tmp_path: Path) -> Path:
    return dated(small_pack, tmp_path / "bundled", "2026-11-25")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def checked(tmp_path: Path) -> CheckedPacks:
    return CheckedPacks(tmp_path / "checked.json", from_size=0)


def dated(pack: Path, copy: Path, day: str, maker: str = "Somebody") -> Path:
    """A sound pack with another date."""
    shutil.copy(pack, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'date'", (day,))
        connection.execute("UPDATE meta SET value = ? WHERE key = 'maker'", (maker,))
        blank = pack_format.DIGEST_MARKER + pack_format.BLANK_DIGEST
        connection.execute("UPDATE meta SET value = ? WHERE key = 'digest'", (blank.decode("ascii"),))
    pack_format.seal(copy)
    return copy


def spoil(pack: Path) -> Path:
    data = bytearray(pack.read_bytes())
    data[-100] ^= 1
    pack.write_bytes(data)
    return pack


def made_on(found: FoundPack) -> date | None:
    if found.pack is None:
        return None
    with closing(found.pack) as pack:
        return pack.edition.made_on


def test_the_newest_is_read_whatever_it_is_called(folder: Path, bundled: Path, checked: CheckedPacks) -> None:
    dated(bundled, folder / "z.crmo", "2027-01-05")
    dated(bundled, folder / "a.CRMO", "2027-03-01")
    dated(bundled, folder / "newer.sqlite", "2028-01-01")  # no content file by its name
    (folder / "._a.crmo").write_bytes(b"what a Mac leaves on a share")
    (folder / "deeper.d").mkdir()

    found = newest_in(folder, bundled, checked)

    assert made_on(found) == date(2027, 3, 1)
    assert found.troubles == ()


def test_one_as_old_as_the_bundled_one_is_read(folder: Path, bundled: Path, checked: CheckedPacks) -> None:
    dated(bundled, folder / "clinic.crmo", "2026-11-25", maker="The clinic")

    found = newest_in(folder, bundled, checked)

    assert found.pack is not None
    assert found.pack.edition.maker == "The clinic"
    found.pack.close()


def test_an_older_one_is_not_read_and_no_trouble(folder: Path, bundled: Path, checked: CheckedPacks) -> None:
    spoil(dated(bundled, folder / "old.crmo", "2026-11-24"))

    assert newest_in(folder, bundled, checked) == FoundPack(None)


def test_of_two_of_one_date_all_computers_choose_the_same(
    folder: Path, bundled: Path, checked: CheckedPacks
) -> None:
    packs = [dated(bundled, folder / f"{name}.crmo", "2027-01-05", maker=name) for name in "abc"]
    digests = []
    for path in packs:
        with closing(open_pack(path)) as pack:
            digests.append(pack.edition.digest)

    found = newest_in(folder, bundled, checked)

    assert found.pack is not None
    assert found.pack.edition.digest == max(digests)
    found.pack.close()


def test_a_damaged_one_is_told_and_the_next_one_read(
    folder: Path, bundled: Path, checked: CheckedPacks
) -> None:
    spoil(dated(bundled, folder / "half-copied.crmo", "2027-03-01"))
    (folder / "text.crmo").write_text("no pack at all", encoding="utf-8")
    (folder / "folder.crmo").mkdir()
    dated(bundled, folder / "sound.crmo", "2027-01-05")

    found = newest_in(folder, bundled, checked)

    assert made_on(found) == date(2027, 1, 5)
    assert {error.pack.name for error in found.troubles} == {"half-copied.crmo", "text.crmo", "folder.crmo"}
    assert any(isinstance(error, PackDamagedError) for error in found.troubles)


def test_one_for_a_later_program_is_told(folder: Path, bundled: Path, checked: CheckedPacks) -> None:
    path = dated(bundled, folder / "next.crmo", "2027-01-05")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {pack_format.FORMAT + 1}")

    found = newest_in(folder, bundled, checked)

    assert found.pack is None
    assert [type(error) for error in found.troubles] == [PackTooNewError]


def test_what_says_no_date_is_tried_and_told(folder: Path, bundled: Path, checked: CheckedPacks) -> None:
    dated(bundled, folder / "undated.crmo", "soon")

    found = newest_in(folder, bundled, checked)

    assert found.pack is None
    assert [error.pack.name for error in found.troubles] == ["undated.crmo"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, bundled: Path, checked: CheckedPacks) -> None:
    with pytest.raises(PackFolderError, match="cannot be reached: No such file or directory") as caught:
        newest_in(tmp_path / "nowhere", bundled, checked)

    assert caught.value.folder == tmp_path / "nowhere"


def test_a_refusal_without_words_is_told_all_the_same(
    folder: Path, bundled: Path, checked: CheckedPacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise OSError

    monkeypatch.setattr(Path, "iterdir", refuse)

    with pytest.raises(PackFolderError, match="cannot be reached: the system refuses"):
        newest_in(folder, bundled, checked)


def test_a_folder_without_content_files_is_told(folder: Path, bundled: Path, checked: CheckedPacks) -> None:
    with pytest.raises(PackFolderError, match="holds no content file"):
        newest_in(folder, bundled, checked)


def test_one_that_was_found_sound_is_trusted_next_time(
    folder: Path, bundled: Path, checked: CheckedPacks
) -> None:
    dated(bundled, folder / "a.crmo", "2027-01-05")

    for is_checked in (True, False):
        found = newest_in(folder, bundled, checked)
        assert found.pack is not None
        assert found.pack.is_checked is is_checked
        found.pack.close()


def test_one_in_another_language_is_not_looked_at(folder: Path, bundled: Path, checked: CheckedPacks) -> None:
    other = dated(bundled, folder / "newer.crmo", "2027-02-01")
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET value = 'he' WHERE key = 'language'")
    dated(bundled, folder / "own.crmo", "2027-01-05")

    found = newest_in(folder, bundled, checked)

    assert made_on(found) == date(2027, 1, 5)
    assert found.troubles == ()
