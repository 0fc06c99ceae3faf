"""The .zip for a stick, under wine: unpacked anywhere, it works and keeps what is the reader's beside it."""

import zipfile
from pathlib import Path

import pytest

import bundle
from tests.packaging_windows.desk import DATA, OUT, PROGRAM, WINDOW, Desk, appears, works

pytestmark = [pytest.mark.packaging, pytest.mark.slow]

ARCHIVE = f"crmo-desktop-{bundle.version()}-windows-x86_64-portable.zip"
FOLDER = rf"{OUT}\Stick für Ärzte\CRMO Desktop"


def unpack(desk: Desk, dist: Path) -> Path:
    stick = desk.out / "Stick für Ärzte"
    with zipfile.ZipFile(dist / ARCHIVE) as archive:
        archive.extractall(stick)
    return stick / "CRMO Desktop"


def test_it_works_where_it_is_unpacked_and_keeps_the_readers_things_beside_it(desk: Desk, dist: Path) -> None:
    folder = unpack(desk, dist)

    works(desk, rf"{FOLDER}\{PROGRAM}", version=bundle.version())

    # the lock, by which it counts as open, is there before the reader's own file is
    kept = desk.while_open(
        rf"{FOLDER}\{WINDOW}", appears(rf"{FOLDER}\data\notes.sqlite"), data=rf"{FOLDER}\data"
    )
    assert kept.returncode == 0, kept.stdout
    assert (folder / "data" / "notes.sqlite").is_file()
    assert not desk.exists(DATA)


def test_it_is_one_folder_whose_entries_are_always_alike(dist: Path) -> None:
    with zipfile.ZipFile(dist / ARCHIVE) as archive:
        entries = archive.infolist()

    assert {entry.filename.partition("/")[0] for entry in entries} == {"CRMO Desktop"}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert len({entry.date_time for entry in entries}) == 1
    assert "CRMO Desktop/portable.txt" in {entry.filename for entry in entries}
