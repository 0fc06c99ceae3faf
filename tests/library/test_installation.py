"""The list of the installed files, and what is found when they are compared with it."""

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.installation import (
    CheckStoppedError,
    FileFault,
    ListDamagedError,
    ListedFile,
    ListMissingError,
    ListUnsafeError,
)
from crmo_desktop.library.installation import LIST, compare, read_list

WORDS = b"as it was made"


def entry(data: bytes = WORDS) -> dict[str, Any]:
    return {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def listing(**files: dict[str, Any]) -> dict[str, Any]:
    return {"format": 1, "version": "1.2.3", "edition": "2026-11-25", "files": files or {"a": entry()}}


def write(folder: Path, written: object) -> None:
    (folder / LIST).write_text(json.dumps(written), encoding="utf-8")


def silent(_read: int) -> None:
    """Nobody wants to know."""


def listed(path: str = "a", data: bytes = WORDS) -> ListedFile:
    return ListedFile(path=path, size=len(data), sha256=hashlib.sha256(data).hexdigest())


class TestList:
    def test_it_is_read(self, tmp_path: Path) -> None:
        write(tmp_path, listing(**{"_internal/b.so": entry(b"b"), "a": entry()}))

        made = read_list(tmp_path)

        assert (made.version, made.edition) == ("1.2.3", "2026-11-25")
        assert made.files == (listed("_internal/b.so", b"b"), listed())

    def test_names_of_every_script_are_names(self, tmp_path: Path) -> None:
        write(tmp_path, listing(**{"licences/Łódź … 日本.txt": entry(), ".hidden": entry(), "a..b": entry()}))

        assert len(read_list(tmp_path).files) == 3

    def test_without_one_that_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(ListMissingError):
            read_list(tmp_path)

    def test_one_that_cannot_be_opened_is_said(self, tmp_path: Path) -> None:
        (tmp_path / LIST).mkdir()

        with pytest.raises(ListDamagedError, match="cannot be used"):
            read_list(tmp_path)

    @pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 200_000, b'{"format": 1'])
    def test_what_is_no_json_has_changed(self, data: bytes, tmp_path: Path) -> None:
        (tmp_path / LIST).write_bytes(data)

        with pytest.raises(ListDamagedError, match="it has changed since it was made"):
            read_list(tmp_path)

    @pytest.mark.parametrize(
        "change",
        [
            {"format": "1"},
            {"format": 0},
            {"version": 1},
            {"edition": None},
            {"files": {}},
            {"files": ["a"]},
            {"files": {"a": {"size": -1, "sha256": "0" * 64}}},
            {"files": {"a": {"size": 1, "sha256": "0" * 63}}},
            {"files": {"a": {"size": 1, "sha256": "X" * 64}}},
            {"files": {"a": {"size": "1", "sha256": "0" * 64}}},
            {"files": {"a": 7}},
        ],
    )
    def test_one_that_lacks_a_part_is_refused(self, change: dict[str, Any], tmp_path: Path) -> None:
        write(tmp_path, {**listing(), **change})

        with pytest.raises(ListDamagedError, match="it lacks a part"):
            read_list(tmp_path)

    def test_one_of_a_newer_version_is_refused(self, tmp_path: Path) -> None:
        write(tmp_path, {**listing(), "format": 2})

        with pytest.raises(ListDamagedError, match="newer version"):
            read_list(tmp_path)

    @pytest.mark.parametrize(
        "path",
        [
            *("../a", "a/../../b", "..", "/etc/passwd", "//server/share", "a//b", "a/", ""),
            *("C:/Windows/win.ini", "C:a", "..\\a", "a\\b", "a\0b", "a/./b", "./a", "a\nb", "NUL:", "a*"),
        ],
    )
    def test_one_that_leads_out_of_the_folder_is_not_trusted(self, path: str, tmp_path: Path) -> None:
        write(tmp_path, listing(**{path: entry()}))

        with pytest.raises(ListUnsafeError):
            read_list(tmp_path)


class TestFile:
    def test_one_that_is_as_it_was_made(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(WORDS)

        assert compare(tmp_path, listed(), silent) is None

    def test_one_that_has_other_bytes(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(WORDS.upper())

        wrong = compare(tmp_path, listed(), silent)

        assert wrong is not None
        assert (wrong.path, wrong.fault, wrong.size, wrong.found) == ("a", FileFault.CHANGED, 14, 14)

    def test_one_that_was_cut_short_is_not_read_at_all(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(WORDS[:5])
        read: list[int] = []

        wrong = compare(tmp_path, listed(), read.append)

        assert wrong is not None
        assert (wrong.fault, wrong.size, wrong.found, read) == (FileFault.CHANGED, 14, 5, [])

    @pytest.mark.parametrize("path", ["a", "no/such/folder"])
    def test_one_that_is_gone(self, path: str, tmp_path: Path) -> None:
        wrong = compare(tmp_path, listed(path), silent)

        assert wrong is not None
        assert (wrong.fault, wrong.found) == (FileFault.MISSING, None)

    def test_one_whose_folder_is_a_file_now(self, tmp_path: Path) -> None:
        (tmp_path / "no").write_bytes(b"")

        wrong = compare(tmp_path, listed("no/such"), silent)

        assert wrong is not None
        assert wrong.fault in (FileFault.MISSING, FileFault.UNREADABLE)

    def test_a_folder_in_its_place_is_no_file(self, tmp_path: Path) -> None:
        (tmp_path / "a").mkdir()

        wrong = compare(tmp_path, listed(), silent)

        assert wrong is not None
        assert wrong.fault is FileFault.CHANGED

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
    def test_what_would_never_end_is_not_read(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a")

        wrong = compare(tmp_path, listed(data=b""), silent)

        assert wrong is not None
        assert wrong.fault is FileFault.CHANGED

    def test_one_that_the_drive_does_not_give_says_why(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a").write_bytes(WORDS)

        def fail(*_: object, **__: object) -> None:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(Path, "open", fail)

        wrong = compare(tmp_path, listed(), silent)

        assert wrong is not None
        assert (wrong.fault, wrong.reason, wrong.found) == (FileFault.UNREADABLE, "Input/output error", 14)

    @pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
    def test_a_link_is_the_file_that_it_leads_to(self, tmp_path: Path) -> None:
        (tmp_path / "b").write_bytes(WORDS)
        (tmp_path / "a").symlink_to("b")

        assert compare(tmp_path, listed(), silent) is None

    def test_it_is_told_how_much_was_read(self, tmp_path: Path) -> None:
        data = b"x" * 700_000
        (tmp_path / "a").write_bytes(data)
        read: list[int] = []

        assert compare(tmp_path, listed(data=data), read.append) is None
        assert len(read) > 1
        assert sum(read) == len(data)

    def test_whoever_is_told_can_end_it(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(WORDS)

        def stop(_read: int) -> None:
            raise CheckStoppedError

        with pytest.raises(CheckStoppedError):
            compare(tmp_path, listed(), stop)
