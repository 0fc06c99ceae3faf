"""Drives that are plugged in, and the marker beside the program."""

import errno
import os
import sys
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import NotesFileError
from crmo_desktop.store import portable
from crmo_desktop.store.portable import can_be_written_to, is_on_removable_drive, write_marker
from tests.house.tree import ROOT


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The kernel's list of devices, with none in it."""
    monkeypatch.setattr(portable, "_DEVICES", tmp_path / "devices")
    monkeypatch.setattr(portable, "_MOUNTED_BY_HAND", (tmp_path / "media",))
    return tmp_path / "devices"


def disk_of(folder: Path, devices: Path, removable: str) -> None:
    """Have `folder` lie on the first part of a disk."""
    number = folder.stat().st_dev
    part = devices.parent / "sda" / "sda1"
    part.mkdir(parents=True)
    (part.parent / "removable").write_text(f"{removable}\n", encoding="ascii")
    devices.mkdir()
    (devices / f"{os.major(number)}:{os.minor(number)}").symlink_to(part)


@pytest.mark.parametrize(("says", "expected"), [("1", True), ("0", False)])
def test_linux_tells_of_a_disk_whether_it_is_removable(
    says: str, expected: bool, tmp_path: Path, devices: Path
) -> None:
    disk_of(tmp_path, devices, says)

    assert is_on_removable_drive(tmp_path) is expected


def test_a_folder_on_no_device_or_nowhere_is_on_no_drive(tmp_path: Path, devices: Path) -> None:
    assert not is_on_removable_drive(tmp_path)
    assert not is_on_removable_drive(tmp_path / "missing")


def test_what_is_mounted_where_sticks_are_is_one(
    tmp_path: Path, devices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "media" / "ann" / "STICK"
    monkeypatch.setattr(Path, "is_mount", lambda place: place == stick)

    assert is_on_removable_drive(stick / "crmo-desktop")
    assert not is_on_removable_drive(tmp_path / "media" / "ann")


def test_a_mounted_folder_elsewhere_is_none(
    tmp_path: Path, devices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda place: place in {tmp_path, tmp_path / "media"})

    assert not is_on_removable_drive(tmp_path / "media" / "crmo-desktop")


def test_on_a_mac_every_other_volume_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")

    assert is_on_removable_drive(Path("/Volumes/STICK/crmo"))
    assert not is_on_removable_drive(Path("/Applications"))


def test_a_folder_can_be_written_to_or_not(tmp_path: Path) -> None:
    assert can_be_written_to(tmp_path)
    assert not can_be_written_to(tmp_path / "missing")


def test_the_marker_explains_itself_in_any_editor(tmp_path: Path) -> None:
    write_marker(tmp_path / "portable.txt")

    data = (tmp_path / "portable.txt").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 3
    shipped = (ROOT / "packaging" / "portable.txt").read_text(encoding="ascii")
    assert data.decode("ascii").replace("\r\n", "\n") == shipped


def test_where_no_marker_can_be_written_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", refuse)

    with pytest.raises(NotesFileError, match="cannot be written to"):
        write_marker(tmp_path / "portable.txt")
