import json
import os
import shutil
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import PackDamagedError, PackMissingError
from crmo_desktop.library import checked as checked_module
from crmo_desktop.library import pack_format
from crmo_desktop.library.checked import CheckedPacks
from crmo_desktop.library.pack import open_pack


@pytest.fixture
def copy(small_pack: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small_pack, tmp_path / "pack"))


@pytest.fixture
def checked(tmp_path: Path) -> CheckedPacks:
    return CheckedPacks(tmp_path / "data" / "checked.json")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, copy: Path) -> Path:
    """A pack that counts as large."""
    monkeypatch.setattr(checked_module, "LARGE", 1000)
    return copy


def spoil(pack: Path) -> None:
    """Turn a bit of it, as a stick that goes bad does: the system tells of no change."""
    before = pack.stat()
    data = bytearray(pack.read_bytes())
    data[-100] ^= 1
    pack.write_bytes(data)
    os.utime(pack, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of the last change of any kind cannot be set back by a test."""
    monkeypatch.setattr(CheckedPacks, "has", lambda self, pack: str(pack.absolute()) in self._read())


@pytest.mark.usefixtures("large")
class TestMemory:
    def test_what_was_sound_is_known_until_it_is_forgotten(self, checked: CheckedPacks, copy: Path) -> None:
        assert not checked.has(copy)

        checked.remember(copy)
        assert checked.has(copy)

        checked.forget(copy)
        assert not checked.has(copy)

    def test_a_file_that_was_written_to_is_another(self, checked: CheckedPacks, copy: Path) -> None:
        checked.remember(copy)
        copy.write_bytes(copy.read_bytes())
        os.utime(copy, ns=(0, 0))

        assert not checked.has(copy)

    def test_several_are_known_each_by_its_path(
        self, checked: CheckedPacks, copy: Path, tmp_path: Path
    ) -> None:
        other = Path(shutil.copy(copy, tmp_path / "other"))
        checked.remember(copy)
        checked.remember(other)
        checked.forget(copy)

        assert (checked.has(copy), checked.has(other)) == (False, True)

    def test_what_is_not_there_is_not_known(self, checked: CheckedPacks, tmp_path: Path) -> None:
        checked.remember(tmp_path / "nothing")
        checked.forget(tmp_path / "nothing")

        assert not checked.has(tmp_path / "nothing")

    @pytest.mark.parametrize("words", ["", "no json", "[1, 2]", '{"a": "b"}'])
    def test_a_file_that_says_nothing_sensible_is_as_none(
        self, words: str, checked: CheckedPacks, copy: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "checked.json").write_text(words, encoding="utf-8")

        assert not checked.has(copy)
        checked.remember(copy)
        assert checked.has(copy)

    def test_where_nothing_can_be_written_nothing_is_known(self, copy: Path, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("in the way", encoding="utf-8")
        checked = CheckedPacks(tmp_path / "data" / "checked.json")

        checked.remember(copy)

        assert not checked.has(copy)


class TestOpening:
    def test_a_large_pack_is_checked_once(
        self, large: Path, checked: CheckedPacks, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = open_pack(large, checked)
        monkeypatch.setattr(pack_format, "compute_digest", lambda *_: pytest.fail("checked again"))
        second = open_pack(large, checked)

        assert (first.is_checked, second.is_checked) == (True, False)
        assert second.edition == first.edition
        first.close()
        second.close()

    def test_a_small_one_is_checked_each_time(self, copy: Path, checked: CheckedPacks) -> None:
        for _ in range(2):
            pack = open_pack(copy, checked)
            assert pack.is_checked
            pack.close()

        assert not checked.has(copy)

    def test_a_large_one_that_was_changed_is_checked(self, large: Path, checked: CheckedPacks) -> None:
        open_pack(large, checked).close()
        spoil(large)
        os.utime(large, ns=(0, 0))

        with pytest.raises(PackDamagedError, match="it has changed since it was made"):
            open_pack(large, checked)

    @pytest.mark.usefixtures("trusting")
    def test_one_that_went_bad_is_found_by_the_later_check(self, large: Path, checked: CheckedPacks) -> None:
        open_pack(large, checked).close()
        spoil(large)

        pack = open_pack(large, checked)

        with pytest.raises(PackDamagedError, match="it has changed since it was made"):
            pack.check()
        assert not pack.is_checked
        pack.close()

    def test_the_later_check_of_a_sound_one(self, large: Path, checked: CheckedPacks) -> None:
        open_pack(large, checked).close()
        pack = open_pack(large, checked)

        pack.check()

        assert pack.is_checked
        pack.close()

    def test_the_later_check_of_one_that_was_taken_away(self, large: Path, checked: CheckedPacks) -> None:
        open_pack(large, checked).close()
        pack = open_pack(large, checked)
        pack.close()
        large.unlink()

        with pytest.raises(PackMissingError):
            pack.check()

    def test_what_is_no_pack_is_not_trusted(self, tmp_path: Path, checked: CheckedPacks) -> None:
        with pytest.raises(PackMissingError):
            open_pack(tmp_path / "nothing", checked)


class TestOnAStick:
    """A program that is carried about, with packs on the same drive and elsewhere."""

    @pytest.fixture
    def stick(self, tmp_path: Path) -> Path:
        stick = tmp_path / "stick"
        (stick / "program" / "data").mkdir(parents=True)
        (stick / "packs").mkdir()
        return stick

    def checked_on(self, stick: Path) -> CheckedPacks:
        file = stick / "program" / "data" / "checked.json"
        return CheckedPacks(file, from_size=0, home=stick / "program")

    def test_no_name_of_the_drive_is_kept(self, stick: Path, copy: Path) -> None:
        pack = Path(shutil.copy2(copy, stick / "packs" / "large.crmo"))

        self.checked_on(stick).remember(pack)

        known = json.loads((stick / "program" / "data" / "checked.json").read_text(encoding="utf-8"))
        assert list(known) == ["../packs/large.crmo"]
        assert self.checked_on(stick).has(pack)

    def test_under_another_name_of_the_drive_it_is_known_still(self, stick: Path, copy: Path) -> None:
        self.checked_on(stick).remember(Path(shutil.copy2(copy, stick / "packs" / "large.crmo")))

        moved = stick.rename(stick.with_name("D"))

        assert self.checked_on(moved).has(moved / "packs" / "large.crmo")

    def test_what_is_on_another_drive_is_told_whole(
        self, stick: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(checked_module, "_is_same_drive", lambda _pack, _folder: False)

        self.checked_on(stick).remember(copy)

        assert self.checked_on(stick).has(copy)
        known = json.loads((stick / "program" / "data" / "checked.json").read_text(encoding="utf-8"))
        assert list(known) == [str(copy)]

    def test_what_is_not_there_is_on_no_drive(self, stick: Path) -> None:
        assert not self.checked_on(stick).has(stick / "packs" / "gone.crmo")
