"""What must hold for everything that is handed on, whatever it is packed in."""

import hashlib
import re
import subprocess
import sysconfig
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.tree import ROOT

pytestmark = pytest.mark.packaging

MEGABYTE = 1_000_000
LIMIT = {"linux": 95, "windows": 75}  # megabytes, installed
FORBIDDEN = re.compile(r"network|websocket|webengine|libssl|libcrypto|(?:^|[^a-z])_ssl|opengl32sw", re.IGNORECASE)
STAND_INS = re.compile(r"icuuc\.dll|mscms\.dll", re.IGNORECASE)
# The newest C library that the oldest Linux we serve has (Ubuntu 22.04).
GLIBC = (2, 35)


@pytest.fixture(params=["linux", "windows"])
def program(request: pytest.FixtureRequest, dist: Path) -> Path:
    """The folder that everything for one system is packed from."""
    folder = dist / ("crmo-desktop" if request.param == "linux" else "windows/crmo-desktop")
    if not folder.is_dir():
        pytest.skip(f"nothing was made for {request.param}")
    return folder


def names_in(artefact: Path) -> list[str]:
    """The names of everything that is packed in a file; [] if only its own program can tell."""
    kind = "".join(artefact.suffixes[-2:]) if artefact.name.endswith(".tar.gz") else artefact.suffix
    readers: dict[str, Callable[[], list[str]]] = {
        ".tar.gz": lambda: tarfile.open(artefact).getnames(),
        ".zip": lambda: zipfile.ZipFile(artefact).namelist(),
        ".deb": lambda: subprocess.check_output(["dpkg-deb", "--contents", artefact], text=True).split("\n"),
    }
    return readers[kind]() if kind in readers else []


def test_nothing_in_it_could_use_a_network_or_is_a_stand_in(dist: Path, program: Path) -> None:
    names = [path.relative_to(program).as_posix() for path in program.rglob("*")]
    for artefact in dist.iterdir():
        names += names_in(artefact) if artefact.is_file() else []

    assert len(names) > 200
    assert [name for name in names if FORBIDDEN.search(name) or STAND_INS.search(name)] == []


def test_it_is_small(program: Path) -> None:
    size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file())

    assert size <= LIMIT["windows" if "windows" in program.parts else "linux"] * MEGABYTE


def test_no_file_tells_of_the_machine_that_built_it(program: Path) -> None:
    built_in = str(sysconfig.get_config_var("LIBDIR") or ROOT)
    private = [str(ROOT), f"{Path.home()}/."]
    private += [] if built_in.startswith(("/usr", "/lib")) else [built_in, str(Path(built_in).parent)]
    telling = re.compile(b"|".join(re.escape(folder.encode()) for folder in private))

    assert [path for path in program.rglob("*") if path.is_file() and telling.search(path.read_bytes())] == []


def test_there_is_no_link_in_it(program: Path) -> None:
    assert [path for path in program.rglob("*") if path.is_symlink()] == []


def test_older_systems_can_load_every_library(program: Path) -> None:
    if "windows" in program.parts:
        pytest.skip("of Linux only")
    inside = program / "_internal"
    libraries = [path for path in inside.rglob("*.so*") if path.parent.name != "spare"]
    listed = ["objdump", "--dynamic-syms", *map(str, libraries), str(program / "crmo-desktop")]
    symbols = subprocess.run(listed, capture_output=True, text=True, check=True).stdout

    versions = {tuple(map(int, found.split("."))) for found in re.findall(r"\(GLIBC_([\d.]+)\)", symbols)}
    assert versions
    assert max(versions) <= GLIBC


def test_the_list_names_every_file(program: Path) -> None:
    import installed_list

    assert installed_list.faults(program) == []


def test_the_licences_are_inside(program: Path) -> None:
    notices = (program / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    kept = {path.name for path in (program / "licences").iterdir()}

    for name in ("PySide6_Essentials", "shiboken6", "Python", "textstat", "pyphen", "pyinstaller"):
        assert re.search(rf"^ +{name}\b", notices, re.IGNORECASE | re.MULTILINE), name
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "PYTHON SOFTWARE FOUNDATION LICENSE", "SIL OPEN FONT LICENSE"):
        assert words in notices
    assert {"CRMO-Desktop.txt", "Content.txt", "LGPL-3.0.txt", "GPL-3.0.txt"} <= kept


def test_the_sums_are_those_of_the_files(dist: Path) -> None:
    lines = (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = {path.name for path in dist.iterdir() if path.is_file()} - {"SHA256SUMS"}

    assert set(told) == there
    for name, digest in told.items():
        assert hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest
