"""Puts the modules that a start needs into one file, which the program reads at once.

PyInstaller's loader opens its archive and looks through the library's zip anew for each of two hundred
modules; that was a tenth of the start. Who reads the file: packaging/frozen/surroundings.py. Every module
stays where PyInstaller put it, too, for who looks for it there.
"""

import marshal
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from PyInstaller.archive.readers import CArchiveReader

FILE: Final = "start.modules"
_PYC_HEADER: Final = 16  # bytes before the code in a .pyc file: PEP 552
# Their own files say where their libraries are.
_LEFT_TO_PYINSTALLER: Final = re.compile(
    r"(?:PySide6|shiboken6|shibokensupport|__main__|pkg_resources)(?:\..*)?"
)

Modules = dict[str, tuple[bool, bytes]]  # whether it is a package, and its marshalled code


def write(program: Path) -> Path:
    """Write the file into a program folder.

    Raises:
        subprocess.CalledProcessError: the program does not start.
    """
    there = {**library(program), **own(program)}
    wanted = started()
    chosen = {name: there[name] for name in sorted(wanted & set(there))}
    target = program / "_internal" / FILE
    target.write_bytes(marshal.dumps(chosen))
    return target


def started(pack: Path | None = None) -> set[str]:
    """The modules that are imported until the first page of `pack` is painted, from source."""
    root = Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory() as folder:
        command = ["-X", "importtime", "-m", "crmo_desktop", "--data-dir", folder, "--exit-after-paint"]
        command += [] if pack is None else ["--pack", str(pack)]
        log = subprocess.run(
            [sys.executable, *command],
            env={**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stderr
    names = set(re.findall(r"^import time: +\d+ \| +\d+ \| *(\S+)$", log, re.MULTILINE))
    return {name for name in names if not _LEFT_TO_PYINSTALLER.fullmatch(name)}


def own(program: Path) -> Modules:
    """What PyInstaller keeps in the program itself."""
    (file,) = program.glob("crmo-desktop*")
    archive = CArchiveReader(str(file)).open_embedded_archive("PYZ.pyz")
    return {
        name: (kind == 1, archive.extract(name, raw=True))
        for name, (kind, _place, _length) in archive.toc.items()
        if kind in (0, 1)
    }


def library(program: Path) -> Modules:
    """What PyInstaller keeps of Python's library beside the program."""
    found: Modules = {}
    with zipfile.ZipFile(program / "_internal" / "base_library.zip") as archive:
        for entry in archive.namelist():
            name = entry.removesuffix(".pyc").replace("/", ".")
            is_package = name.endswith(".__init__")
            found[name.removesuffix(".__init__")] = is_package, archive.read(entry)[_PYC_HEADER:]
    return found
