"""The list of files that the build writes, and that the program compares with."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

import installed_list
from crmo_desktop.library.installation import read_list


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program's folder with what belongs to it and what does not."""
    folder = tmp_path / "crmo-desktop"
    for name in (
        *("crmo-desktop", "_internal/lib.so", "_internal/pack/content.crmo", "licences/GPL-3.0.txt"),
        *("portable.txt", "policy.json", "data/notes.sqlite", "Uninstall.exe", "unins000.dat"),
        *("_internal/data/kept.txt", "installed-files.json"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return [file.path for file in read_list(folder).files]


def test_every_file_of_the_program_is_listed_and_nobody_elses(folder: Path) -> None:
    file = installed_list.write_list(folder, "1.2.3", "2026-11-25")

    assert file == folder / "installed-files.json"
    assert names(folder) == [
        *("_internal/data/kept.txt", "_internal/lib.so", "_internal/pack/content.crmo", "crmo-desktop"),
        "licences/GPL-3.0.txt",
    ]
    made = read_list(folder)
    assert (made.version, made.edition) == ("1.2.3", "2026-11-25")


def test_the_same_files_make_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = installed_list.write_list(folder, "1.2.3", "2026-11-25").read_bytes()
    other = tmp_path / "elsewhere"
    shutil.copytree(folder, other)
    for path in other.rglob("*"):
        os.utime(path, (1, 1))

    assert installed_list.write_list(other, "1.2.3", "2026-11-25").read_bytes() == first
    assert installed_list.write_list(folder, "1.2.3", "2026-11-25").read_bytes() == first
    assert list(json.loads(first)) == ["edition", "files", "format", "version"]


def test_what_is_wrong_is_found(folder: Path) -> None:
    installed_list.write_list(folder, "1.2.3", "2026-11-25")
    assert installed_list.faults(folder) == []

    (folder / "crmo-desktop").unlink()
    (folder / "_internal" / "lib.so").write_text("changed", encoding="utf-8")

    assert installed_list.faults(folder) == ["_internal/lib.so: changed", "crmo-desktop: missing"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_are_files_and_one_that_leads_nowhere_is_refused(folder: Path) -> None:
    (folder / "link.so").symlink_to("_internal/lib.so")
    installed_list.write_list(folder, "1.2.3", "2026-11-25")
    assert "link.so" in names(folder)

    (folder / "_internal" / "lib.so").unlink()
    with pytest.raises(ValueError, match="leads nowhere"):
        installed_list.write_list(folder, "1.2.3", "2026-11-25")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no files"):
        installed_list.write_list(tmp_path, "1.2.3", "2026-11-25")
