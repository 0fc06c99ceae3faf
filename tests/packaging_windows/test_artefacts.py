"""What is in everything that was made for Windows, looked at without running it."""

import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import types
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import bundle
from tests.house.tree import ROOT
from windows import libraries
from windows.attribution import RUNTIME_VERSION
from windows.root import STAND_INS
from windows.wine import is_built_in

pytestmark = pytest.mark.packaging

INSTALLED = 75_000_000
BUILD = """
import sys
from pathlib import Path
from windows import build
root = Path(sys.argv[1])
(root / "dist").mkdir()
build.build(root, root / "build", root / "dist")
"""
EXECUTABLES = {"CRMO Desktop.exe": 2, "crmo-desktop.exe": 3}  # Windows' numbers for a window and a terminal
# Where this is built: the checkout, wine's root, and the user; Z: is how wine shows a Linux to its programs.
PLACES = re.compile(
    rb"[Zz]:[\\/](?:srv|opt|root|home|tmp)|/srv/crmo-desktop|/opt/windows|wine-root|(?<![\w.])/(?:home/\w|root/)"
)


@pytest.fixture(scope="session")
def program(dist: Path) -> Path:
    """The folder that all the rest was made of."""
    return dist / "windows" / "crmo-desktop"


def needs(program: str) -> pytest.MarkDecorator:
    """A mark for a test that asks another program; a build on Windows itself may be without."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"there is no {program} here")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_not_larger_than_promised(program: Path) -> None:
    assert sum(path.stat().st_size for path in files(program)) <= INSTALLED


def test_nothing_in_it_stands_in_for_windows_or_could_use_a_network(program: Path) -> None:
    unwanted = re.compile(r"network|websocket|webengine|libssl|libcrypto|(?:^|[^a-z])_ssl", re.IGNORECASE)
    stand_ins = {path.with_suffix(".dll").name for path in STAND_INS.glob("*.c")}

    names = {path.name.lower() for path in files(program)}

    assert stand_ins
    assert not names & (stand_ins | libraries.UNUSED)
    assert not {name for name in names if unwanted.search(name) or name.startswith(libraries.WINDOWS_OWN)}


def test_no_library_is_wines(program: Path) -> None:
    found = [path for path in files(program) if path.suffix.lower() in {".dll", ".exe", ".pyd"}]

    assert len(found) > 20
    assert [path.name for path in found if is_built_in(path)] == []


def test_microsofts_runtime_is_in_it_once(program: Path) -> None:
    found = sorted(path.relative_to(program).as_posix().lower() for path in program.rglob("*140*.dll"))

    assert found == sorted(f"_internal/{name}" for name in libraries.RUNTIME)
    for path in program.glob("_internal/*140*.dll"):
        assert f"FileVersion\0\0{RUNTIME_VERSION}.".encode("utf-16-le") in path.read_bytes(), path.name


@needs("objdump")
def test_every_library_that_one_needs_is_there_or_windows_own(program: Path) -> None:
    there = {path.name.lower() for path in files(program)}
    ours = re.compile(r"^(?:qt6|pyside6|shiboken6|python3|msvcp|vcruntime|sqlite3|libffi)")

    for path in files(program):
        if path.suffix.lower() in {".dll", ".exe", ".pyd"}:
            listing = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True)
            needed = {name.lower() for name in re.findall(r"DLL Name: (\S+)", listing.stdout)}
            assert not {name for name in needed if ours.match(name)} - there, path.name


def test_no_file_tells_where_it_was_built(program: Path) -> None:
    assert [path.name for path in files(program) if PLACES.search(path.read_bytes())] == []


@pytest.mark.parametrize("name", EXECUTABLES)
def test_no_module_tells_where_it_was_built(program: Path, name: str) -> None:
    told = {code.co_filename for code in modules(program / name)}

    assert len(told) > 100
    assert [name for name in told if ":" in name or name.startswith(("/", "\\"))] == []


def modules(program: Path) -> Iterator[types.CodeType]:
    """The compiled modules inside the program; for the Python that it was built with only."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program))
    (name,) = (entry for entry in archive.toc if entry.endswith(".pyz"))
    inner = archive.open_embedded_archive(name)
    for module in inner.toc:
        code = inner.extract(module)
        if isinstance(code, types.CodeType):
            yield code


@pytest.mark.parametrize(("name", "subsystem"), EXECUTABLES.items())
def test_windows_is_told_what_the_program_is(program: Path, name: str, subsystem: int) -> None:
    content = (program / name).read_bytes()
    (header,) = struct.unpack_from("<I", content, 0x3C)

    assert struct.unpack_from("<H", content, header + 0x5C) == (subsystem,)

    for text in ("CRMO Desktop", bundle.version(), "ProductVersion", "The CRMO Desktop authors"):
        assert text.encode("utf-16-le") in content
    for words in (b"longPathAware", b"8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a"):  # the GUID is Windows 10's
        assert words in content


def test_the_licences_and_the_lists_are_beside_it(program: Path) -> None:
    notices = (program / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    kept = {path.name for path in (program / "licences").iterdir()}

    for name in ("PySide6_Essentials", "shiboken6", "Python 3.11", "textstat", "pyphen", "pyinstaller"):
        assert f"\n  {name}" in notices
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "Microsoft Distributable Code",
        "SIL OPEN FONT LICENSE",
    ):
        assert words in notices
    assert {"CRMO-Desktop.txt", "Content.txt", "LGPL-3.0.txt", "GPL-3.0.txt"} <= kept
    assert (program / "sbom.cdx.json").is_file()
    listed = json.loads((program / "installed-files.json").read_text(encoding="utf-8"))["files"]
    assert set(listed) == {path.relative_to(program).as_posix() for path in files(program)} - {
        "installed-files.json"
    }


def test_the_stick_has_the_same_files_and_the_marker(dist: Path, program: Path) -> None:
    start = f"crmo-desktop-{bundle.version()}-windows-x86_64"
    with zipfile.ZipFile(dist / f"{start}-portable.zip") as archive:
        packed = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    told = {name: packed.pop(name).decode("utf-8") for name in ("portable.txt", "README.txt")}

    # digests: pytest would look for the difference between thirty megabytes for minutes
    theirs = {name: hashlib.sha256(content).hexdigest() for name, content in packed.items()}
    assert theirs == {
        path.relative_to(program).as_posix(): bundle.digest(path, "sha256") for path in files(program)
    }
    assert "portable" in told["portable.txt"]
    assert f"CRMO Desktop {bundle.version()}, an offline reference" in told["README.txt"]
    assert all(words.count("\n") == words.count("\r\n") > 3 for words in told.values())


@needs("msiinfo")
def test_the_msi_has_as_many_files_and_says_no_time_but_the_contents(dist: Path, program: Path) -> None:
    package = dist / f"crmo-desktop-{bundle.version()}-windows-x86_64.msi"
    listing = subprocess.run(
        ["msiinfo", "export", str(package), "File"], capture_output=True, text=True, check=True
    ).stdout
    summary = subprocess.run(
        ["msiinfo", "suminfo", str(package)], capture_output=True, text=True, check=True
    ).stdout

    assert len(listing.splitlines()) - 3 == len(files(program))
    assert re.search(r"Source: 2 ", summary), "compressed, and an administrator is not always needed"
    year = bundle.edition()[:4]
    assert re.findall(r"(?:Created|Last saved): .* (\d{4})", summary) == [year, year]


@pytest.mark.slow
def test_built_again_in_another_folder_everything_is_the_same(
    dist: Path, debian: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "a folder elsewhere"
    for name in ("crmo_desktop", "content", "resources", "packaging"):
        shutil.copytree(ROOT / name, elsewhere / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.spec", "dev.py", "pyproject.toml", "LICENSE", "build/content.crmo"):
        (elsewhere / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, elsewhere / name)
    (elsewhere / "build" / "wine-root").symlink_to(debian)

    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(elsewhere)],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": f"{elsewhere}:{elsewhere / 'packaging'}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    made = sorted((elsewhere / "dist").glob("crmo-desktop-*"))
    assert len(made) == 3
    for path in made:
        assert bundle.digest(path, "sha256") == bundle.digest(dist / path.name, "sha256"), path.name
