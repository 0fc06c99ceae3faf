"""The .msi, under wine: for one reader and for all, as an administrator's tools would install it."""

import pytest

import bundle
from tests.packaging_windows.desk import (
    DATA,
    HOME,
    OLDER_ONES,
    PROGRAM,
    PROGRAMS,
    WINDOW,
    Desk,
    draws,
    unix,
    works,
)

pytestmark = [pytest.mark.packaging, pytest.mark.slow]

PACKAGE, OLDER_PACKAGE = rf"{OLDER_ONES}\newer", rf"{OLDER_ONES}\older"
FOR_ALL = (".msi", "ALLUSERS=1")
FOR_ONE = ("-for-one.msi",)
SCOPES = [
    pytest.param(FOR_ONE, rf"{PROGRAMS}\CRMO Desktop", "HKCU", id="for one"),
    pytest.param(FOR_ALL, r"C:\Program Files\CRMO Desktop", "HKLM", id="for all"),
]
SHORTCUT = (
    rf"{HOME}\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\CRMO Desktop.lnk"  # wine: always here
)
FATAL = 1603


def msiexec(desk: Desk, verb: str, package: str, scope: tuple[str, ...], *properties: str) -> int:
    """What msiexec ends with, in the eight bits that wine hands on."""
    kind, *of_scope = scope
    return desk.run("msiexec", verb, package + kind, "/qn", *of_scope, *properties).returncode


@pytest.mark.parametrize(("scope", "folder", "hive"), SCOPES)
def test_it_installs_works_and_leaves_nothing(
    desk: Desk, scope: tuple[str, ...], folder: str, hive: str
) -> None:
    before = desk.traces()

    assert msiexec(desk, "/i", PACKAGE, scope) == 0

    works(desk, rf"{folder}\{PROGRAM}", version=bundle.version())
    draws(desk, rf"{folder}\{WINDOW}")
    assert desk.exists(SHORTCUT)
    command = desk.value(rf"{hive}\Software\Classes\crmo\shell\open\command", "")
    assert command == f'"{folder}\\{WINDOW}" --open "%1"'
    assert msiexec(desk, "/x", PACKAGE, scope) == 0
    assert not desk.exists(folder)
    assert left(desk.traces().since(before)) == []


def left(found: list[str]) -> list[str]:
    """What should not be left; wine keeps empty folders and keys that Windows has from the beginning."""
    kept = [trace for trace in found if not trace.startswith(unix(DATA))]
    return [trace for trace in kept if "CRMO" in trace or "crmo" in trace]


@pytest.mark.parametrize(("scope", "folder", "hive"), SCOPES)
def test_it_takes_the_place_of_an_older_version_and_is_not_replaced_by_it(
    desk: Desk, scope: tuple[str, ...], folder: str, hive: str
) -> None:
    assert msiexec(desk, "/i", OLDER_PACKAGE, scope) == 0
    assert desk.exists(rf"{folder}\_internal\long since gone.txt")

    assert msiexec(desk, "/i", PACKAGE, scope) == 0

    assert not desk.exists(rf"{folder}\_internal\long since gone.txt")
    assert desk.exists(rf"{folder}\_internal\resources\NOTICES.json")
    assert len(desk.text(rf"{folder}\THIRD-PARTY-NOTICES.txt")) > 10_000
    told = desk.run(rf"{folder}\{PROGRAM}", "--version", screen=False)
    assert told.returncode == 0, told.stderr
    assert msiexec(desk, "/i", OLDER_PACKAGE, scope) == FATAL & 255
    assert not desk.exists(rf"{folder}\_internal\long since gone.txt")
    assert msiexec(desk, "/x", PACKAGE, scope) == 0
    assert not desk.exists(folder)


def test_it_goes_where_it_is_told_and_stays_there_when_it_is_upgraded(desk: Desk) -> None:
    folder = r"C:\Für Ärzte\CRMO Справка"

    assert msiexec(desk, "/i", OLDER_PACKAGE, FOR_ALL, f"INSTALLDIR={folder}") == 0
    assert msiexec(desk, "/i", PACKAGE, FOR_ALL) == 0

    assert desk.run(rf"{folder}\{PROGRAM}", "--version", screen=False).returncode == 0
    assert not desk.exists(r"C:\Program Files\CRMO Desktop")
    assert msiexec(desk, "/x", PACKAGE, FOR_ALL) == 0
    assert not desk.exists(folder)
