"""Builds the folder with the program that needs no Python, for the system this runs on."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Final

import translate

import dev
import icu
import installed_list
import notices
import quick_start
import sbom
import system_libraries
from elf import forget_prefix, forget_run_paths

ROOT: Final = dev.ROOT
NAME: Final = "crmo-desktop"
LINUX: Final = sys.platform.startswith("linux")
# Of the Python that compiles: the same bytes each time; and no columns for tracebacks, which are shown beside
# the source only, and would be a fifth of every module.
OF_PYTHON: Final = {"PYTHONHASHSEED": "0", "PYTHONNODEBUGRANGES": "1"}


def version() -> str:
    """The program's, as pyproject.toml has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def edition() -> str:
    """The content's, a date like 2026-11-24."""
    return str(json.loads((ROOT / "content" / "edition.json").read_text(encoding="utf-8"))["date"])


def edition_time() -> int:
    """Midnight of the content's day, in seconds since 1970; what is built bears it, so builds are alike."""
    return int(datetime.fromisoformat(f"{edition()}T00:00:00+00:00").timestamp())


def build(folder: Path) -> Path:
    """Make the program in `folder`, which is emptied first; the program's own folder there.

    Raises:
        SystemExit: a translation cannot be compiled, PyInstaller failed or missed a library; what was said
            is printed.
    """
    if translate.compile_all():
        raise SystemExit(1)
    program, work = folder / NAME, ROOT / "build" / "pyinstaller"
    shutil.rmtree(program, ignore_errors=True)
    log = _run_pyinstaller(folder, work)
    if complained := complaints(log):
        print("PyInstaller complains:", *complained, sep="\n", file=sys.stderr)
        raise SystemExit(1)
    finish(program, work / "build")  # PyInstaller names it after build.spec
    return program


def _run_pyinstaller(folder: Path, work: Path) -> str:
    """What it logged."""
    folders = ["--distpath", str(folder), "--workpath", str(work)]
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", *folders, str(ROOT / "build.spec")],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(edition_time()), **OF_PYTHON},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout)
        raise SystemExit(1)
    return done.stdout


def complaints(log: str) -> list[str]:
    """PyInstaller only warns of a library that it "could not resolve", and ships a dead plugin."""
    return [line for line in log.splitlines() if " WARNING: " in line or " ERROR: " in line]


def finish(program: Path, work: Path) -> None:
    """Add the licences; take away what tells of this machine, and what is not used."""
    licences = program / "licences"
    shutil.copytree(ROOT / "packaging" / "licences", licences)
    shutil.copyfile(ROOT / "LICENSE", licences / "CRMO-Desktop.txt")
    shutil.copyfile(ROOT / "content" / "LICENSE", licences / "Content.txt")
    found = notices.notices(notices.collected_files(work))
    (program / "THIRD-PARTY-NOTICES.txt").write_text(notices.written(found), encoding="utf-8")
    if LINUX:
        forget_links(program)
        forget_run_paths(program, sysconfig.get_config_var("LIBDIR"))
        forget_prefix(program, sys.base_prefix)
        (data,) = program.glob("_internal/PySide6/Qt/lib/libicudata.so.*")
        icu.trim(data)
        system_libraries.make_stand_in(program / "_internal")
        quick_start.write(program, work)
    quick_start.press(program)


def forget_links(program: Path) -> None:
    """Take the links out: a stick may not know them, and every library finds the others without."""
    for path in sorted(program.rglob("*")):
        if path.is_symlink():
            path.unlink()


def seal(program: Path, system: str) -> None:
    """Write the SBOM of what is in the folder, and last the list that the program can be compared with."""
    sbom.write(program, system)
    installed_list.write_list(program, version(), edition())


def set_times(folder: Path) -> None:
    """Give everything below `folder` the content's day, so that what is packed from it is always alike."""
    moment = edition_time()
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (moment, moment), follow_symlinks=False)


def digest(path: Path, algorithm: str) -> str:
    """The file's digest in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).hexdigest()
