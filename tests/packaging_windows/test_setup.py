"""setup.exe, under wine: installs, upgrades, refuses, uninstalls; one reader, no administrator."""

from pathlib import Path

import pytest

import bundle
from tests.packaging_windows.desk import (
    DATA,
    DIST,
    HOME,
    OLDER,
    OLDER_ONES,
    PROGRAM,
    PROGRAMS,
    WINDOW,
    Desk,
    unix,
    works,
)

pytestmark = [pytest.mark.packaging, pytest.mark.slow]

SETUP = rf"{DIST}\crmo-desktop-{bundle.version()}-windows-x86_64-setup.exe"
OLDER_SETUP = rf"{OLDER_ONES}\older-setup.exe"
FOLDER = rf"{PROGRAMS}\CRMO Desktop"
ODD_FOLDER = rf"{HOME}\Für Ärzte, Ärztinnen\Справка CRMO"
SHORTCUT = rf"{HOME}\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\CRMO Desktop.lnk"
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\CRMO Desktop"
COMMAND_KEY = r"HKCU\Software\Classes\crmo\shell\open\command"
IS_NEWER, IS_OPEN = 3, 4
# What there is on every Windows, and was not yet on wine's.
EVERYWHERE = {unix(PROGRAMS), "[Software\\\\Classes]"}


def install(desk: Desk, setup: str = SETUP, *options: str) -> None:
    # by way of cmd: wine puts quotation marks around what has blanks, and setup wants /D without
    done = desk.run("cmd", "/c", " ".join([setup, "/S", *options]))
    assert done.returncode == 0, done.stderr


def left(found: list[str]) -> list[str]:
    """What an uninstaller should not have left."""
    return [trace for trace in found if not trace.startswith(unix(DATA)) and trace not in EVERYWHERE]


def test_it_installs_works_and_leaves_nothing_but_the_readers_own(desk: Desk) -> None:
    before = desk.traces()

    install(desk)

    works(desk, rf"{FOLDER}\{PROGRAM}", version=bundle.version())
    assert desk.exists(SHORTCUT)
    assert desk.value(UNINSTALL_KEY, "DisplayVersion") == bundle.version()
    assert desk.value(COMMAND_KEY, "") == f'"{FOLDER}\\{WINDOW}" --open "%1"'
    assert desk.while_open(rf"{FOLDER}\{WINDOW}", "true").returncode == 0
    assert desk.exists(rf"{DATA}\notes.sqlite")
    assert desk.run(rf"{FOLDER}\uninstall.exe", "/S").returncode == 0
    after = desk.traces()
    assert left(after.since(before)) == []
    assert after.gone_since(before) == []
    assert desk.exists(rf"{DATA}\notes.sqlite")


def test_it_goes_where_it_is_told_and_deletes_nothing_of_others_there(desk: Desk) -> None:
    before = desk.traces()

    install(desk, SETUP, f"/D={ODD_FOLDER}")
    desk.script(f"echo mine > '{unix(ODD_FOLDER)}/policy.json'")

    told = desk.run(rf"{ODD_FOLDER}\{PROGRAM}", "--version", screen=False)
    assert told.returncode == 0, told.stderr
    assert desk.run(rf"{ODD_FOLDER}\uninstall.exe", "/S").returncode == 0
    odd = unix(ODD_FOLDER)
    assert left(desk.traces().since(before)) == sorted([odd.rpartition("/")[0], odd, f"{odd}/policy.json"])


def test_it_takes_the_place_of_an_older_version_and_is_not_replaced_by_it(desk: Desk) -> None:
    install(desk, OLDER_SETUP)
    assert desk.exists(rf"{FOLDER}\_internal\long since gone.txt")
    desk.while_open(rf"{FOLDER}\{PROGRAM}", "true")
    kept = desk.text(rf"{DATA}\window.lock")

    install(desk)

    assert not desk.exists(rf"{FOLDER}\_internal\long since gone.txt")
    assert desk.exists(rf"{FOLDER}\_internal\resources\NOTICES.json")
    assert desk.value(UNINSTALL_KEY, "DisplayVersion") == bundle.version()
    assert desk.text(rf"{DATA}\window.lock") == kept != ""
    before = desk.traces()
    assert desk.run(OLDER_SETUP, "/S").returncode == IS_NEWER
    assert desk.traces() == before


def test_an_older_version_elsewhere_does_not_stay_beside_it(desk: Desk) -> None:
    install(desk, OLDER_SETUP, f"/D={ODD_FOLDER}")
    assert desk.exists(rf"{ODD_FOLDER}\{PROGRAM}")

    install(desk, SETUP, f"/D={FOLDER}")

    assert not desk.exists(ODD_FOLDER)
    assert desk.exists(rf"{FOLDER}\{PROGRAM}")


def test_installing_it_twice_repairs_it(desk: Desk) -> None:
    install(desk)
    desk.script(f"rm '{unix(FOLDER)}/_internal/python311.dll'")

    install(desk)

    assert desk.exists(rf"{FOLDER}\_internal\python311.dll")


@pytest.mark.parametrize("program", [PROGRAM, WINDOW])
def test_an_open_program_is_neither_replaced_nor_removed(desk: Desk, program: str) -> None:
    install(desk, OLDER_SETUP)
    before = desk.traces()

    replaced = desk.while_open(rf"{FOLDER}\{program}", f"win '{SETUP}' /S")
    removed = desk.while_open(rf"{FOLDER}\{program}", f"win '{FOLDER}\\uninstall.exe' /S; sleep 5")

    assert replaced.returncode == IS_OPEN, replaced.stdout + replaced.stderr
    assert removed.returncode == 0, removed.stderr
    after = desk.traces()
    assert left(after.since(before)) == after.gone_since(before) == []
    assert desk.value(UNINSTALL_KEY, "DisplayVersion") == OLDER


def test_the_setup_is_not_too_large(dist: Path) -> None:
    assert (dist / SETUP.rpartition("\\")[2]).stat().st_size <= 22_000_000
