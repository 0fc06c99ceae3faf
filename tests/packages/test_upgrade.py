"""A newer version over a real older one, which was built from its own commit by its own recipe."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.packages.checkouts import made_in
from tests.packages.rooms import HOME, Room

pytestmark = [pytest.mark.packaging, pytest.mark.slow]

OLDER = "2b6ec45bffe825485ef365ced0a7312aa591ebc4"  # the last commit of version 0.1.0
STICK, OLD_STICK = "/media/stick", "/media/old-stick"
NOTES = f"{HOME}/.local/share/crmo-desktop/notes.sqlite"
NEWER = 3


@pytest.fixture(scope="session")
def older(dist: Path) -> Path:
    """The folder with the older version's packages; it is kept from one call to the next."""
    if "linux" not in os.environ["CRMO_PACKAGED"].split():
        pytest.skip("nothing was made for Linux")
    folder = ROOT / "build" / "older" / OLDER[:12]
    if (folder / "made").is_file():
        return folder / "dist"
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    archive = subprocess.run(["git", "archive", OLDER], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode != 0:
        pytest.skip("this checkout has no history that far back")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run(["tar", "-xf", "-"], cwd=folder, input=archive.stdout, check=True)
    made_in(folder)
    (folder / "made").touch()
    return folder / "dist"


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def read_something(room: Room, program: str) -> None:
    """Open the window at a page long enough to be remembered."""
    opened = ["timeout", "15", program, "--open", "red-flags"]
    done = room.call(*opened, environment={"QT_QPA_PLATFORM": "offscreen"})
    assert (done.returncode, done.stderr) == (124, ""), "it is open until it is told to end"


def pages_read(room: Room) -> list[str]:
    with closing(sqlite3.connect(room.file(NOTES))) as connection:
        return [address for (address,) in connection.execute("SELECT DISTINCT address FROM visit")]


def test_the_run_file_takes_an_older_version_over(room: Room, run_file: Path, older: Path) -> None:
    old_file = only(older, "*.run")
    shown = {run_file.parent: STICK, older: OLD_STICK}
    program = f"{HOME}/.local/bin/crmo-desktop"
    assert room.call("sh", f"{OLD_STICK}/{old_file.name}", shown=shown).returncode == 0
    old_version = room.call(program, "--version").stdout
    read_something(room, program)
    read = pages_read(room)
    assert len(read) == 1

    done = room.call("sh", f"{STICK}/{run_file.name}", shown=shown)

    assert (done.returncode, done.stderr) == (0, "")
    assert room.call(program, "--version").stdout > old_version
    assert room.call(program, "check-installation").returncode == 0
    assert pages_read(room) == read
    read_something(room, program)
    assert pages_read(room) == read, "the newer one has gone on with what the older one kept"
    back = room.call("sh", f"{OLD_STICK}/{old_file.name}", shown=shown)
    assert back.returncode == NEWER
    assert "It is left as it is." in back.stderr
    assert room.call(program, "check-installation").returncode == 0


def test_the_deb_takes_an_older_version_over(room: Room, deb: Path, older: Path) -> None:
    old_file = only(older, "*.deb")
    shown = {deb.parent: STICK, older: OLD_STICK}
    assert room.call("apt-get", "update", user="root", with_network=True).returncode == 0
    install = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "--yes",
        "--no-install-recommends",
    ]
    first = room.call(
        *install, f"{OLD_STICK}/{old_file.name}", user="root", with_network=True, shown=shown, seconds=600
    )
    assert first.returncode == 0, first.stderr
    old_version = room.call("crmo-desktop", "--version").stdout
    read_something(room, "crmo-desktop")
    read = pages_read(room)

    done = room.call(*install, f"{STICK}/{deb.name}", user="root", shown=shown)

    assert done.returncode == 0, done.stderr
    assert room.call("crmo-desktop", "--version").stdout > old_version
    assert room.call("crmo-desktop", "check-installation").returncode == 0
    assert pages_read(room) == read
    back = room.call("dpkg", "--install", f"{OLD_STICK}/{old_file.name}", user="root", shown=shown)
    assert back.returncode != 0
    assert "is installed, which is newer than" in back.stderr
    assert room.call("crmo-desktop", "check-installation").returncode == 0
