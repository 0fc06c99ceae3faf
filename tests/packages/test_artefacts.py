"""What must hold for everything that is handed on, whatever it is packed in."""

import hashlib
import os
import re
import shutil
import subprocess
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import ROOT, repository_files
from tests.packages.checkouts import made_in

pytestmark = pytest.mark.packaging

MEGABYTE = 1_000_000
LIMIT = {"linux": 95, "windows": 75}  # megabytes, installed
FORBIDDEN = re.compile(
    r"network|websocket|webengine|libssl|libcrypto|(?:^|[^a-z])_ssl|opengl32sw", re.IGNORECASE
)
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
    if kind == ".tar.gz":
        with tarfile.open(artefact) as archive:
            return archive.getnames()
    if kind == ".zip":
        return zipfile.ZipFile(artefact).namelist()
    if kind == ".deb":
        return subprocess.check_output(["dpkg-deb", "--contents", artefact], text=True).split("\n")
    return []


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
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "SIL OPEN FONT LICENSE",
    ):
        assert words in notices
    assert {"CRMO-Desktop.txt", "Content.txt", "LGPL-3.0.txt", "GPL-3.0.txt"} <= kept


def test_the_sums_are_those_of_the_files(dist: Path) -> None:
    lines = (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = {path.name for path in dist.iterdir() if path.is_file()} - {"SHA256SUMS"}

    assert set(told) == there
    assert {name: digest(dist / name) for name in there} == told


@pytest.mark.slow
def test_another_folder_makes_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    if "linux" not in os.environ["CRMO_PACKAGED"].split():
        pytest.skip("nothing was made for Linux")
    checkout = tmp_path / "a second folder"
    for path in repository_files():
        target = checkout / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)

    made = made_in(checkout)

    assert len(made) >= 4
    assert {path.name: digest(path) for path in made} == {
        path.name: digest(dist / path.name) for path in made
    }


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
