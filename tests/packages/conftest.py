"""What `dev.py package` has made, bare systems to try it in, and a screen."""

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packages import rooms

WIDTH, HEIGHT = 1366, 768


@pytest.fixture(scope="session")
def dist() -> Path:
    """The folder with everything."""
    return Path(os.environ["CRMO_DIST"])


@pytest.fixture(scope="session")
def bundle(dist: Path) -> Path:
    """The program's folder, made on this system for this system."""
    return dist / "crmo-desktop"


def _made(dist: Path, pattern: str) -> Path:
    found = sorted(dist.glob(pattern))
    if not found:
        pytest.skip(f"no {pattern} was made")
    assert len(found) == 1, "two versions lie there"
    return found[0]


@pytest.fixture(scope="session")
def deb(dist: Path) -> Path:
    return _made(dist, "*.deb")


@pytest.fixture(scope="session")
def run_file(dist: Path) -> Path:
    return _made(dist, "*.run")


@pytest.fixture(scope="session")
def tarball(dist: Path) -> Path:
    return _made(dist, "*.tar.gz")


@pytest.fixture
def room(tmp_path: Path) -> rooms.Room:
    """A bare Debian without Python, only for this test."""
    if reason := rooms.why_not():
        pytest.skip(reason)
    return rooms.Room(tmp_path)


@dataclass(frozen=True)
class Screen:
    """A screen that runs outside of every room.

    Attributes:
        environment: what a program needs to be shown on it.
        places: what must be seen from a room.
    """

    environment: dict[str, str]
    places: dict[Path, str]
    _picture: Path

    def colours(self) -> set[bytes]:
        """The colours that are on it now, as four bytes each.

        Source:
            X11's XWDFile.h: twenty-five numbers of four bytes, of which the first is the length of the header
            and the twentieth the number of colours in the table that follows it.
        """
        content = self._picture.read_bytes()
        header = struct.unpack(">25I", content[:100])
        start = header[0] + 12 * header[19]
        pixels = content[start : start + header[12] * header[5]]
        return {pixels[at : at + 4] for at in range(0, len(pixels), 4)}


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """An X server with nothing on it."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("there is no Xvfb here")
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    options = [
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        size,
        "-ac",
        "-nolisten",
        "tcp",
        "-fbdir",
        str(tmp_path),
    ]
    process = subprocess.Popen([server, *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    try:
        yield Screen(
            {"DISPLAY": f":{number}"},
            # whoever has a screen has what describes its keyboard
            {Path("/tmp/.X11-unix"): "/tmp/.X11-unix", Path("/usr/share/X11/xkb"): "/usr/share/X11/xkb"},
            tmp_path / "Xvfb_screen0",
        )
    finally:
        process.terminate()
        process.wait(10)
