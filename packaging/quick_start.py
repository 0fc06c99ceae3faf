"""Puts the modules that a start needs into one file, which the program reads at once.

PyInstaller's loader opens its archive and looks through the library's zip anew for each of two hundred
modules; that was a tenth of the start. Who reads the file: packaging/frozen/surroundings.py. Each module lies
there and nowhere else: build.spec puts the program's own into an archive apart, and those of Python's library
are taken out of its zip. What is imported before anybody could read the file stays where it was.
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

from PyInstaller.archive.readers import ZlibArchiveReader

FILE: Final = "start.modules"
ARCHIVE: Final = "start.pyz"  # in PyInstaller's work folder
_PYC_HEADER: Final = 16  # bytes before the code in a .pyc file: PEP 552
# Their own files say where their libraries are.
_LEFT_TO_PYINSTALLER: Final = re.compile(
    r"(?:PySide6|shiboken6|shibokensupport|__main__|pkg_resources)(?:\..*)?"
)

Modules = dict[str, tuple[bool, bytes]]  # whether it is a package, and its marshalled code


# What PyInstaller's loader imports before it runs packaging/frozen/surroundings.py, and that itself.
_BEFORE: Final = "import ctypes, encodings.utf_8, gc, io, marshal, os, struct, sys, zipimport, zlib"

# What Python imports before anything else, zlib among it.
_FIRST: Final = {
    *("_collections_abc", "abc", "codecs", "io", "encodings", "encodings.aliases", "encodings.ascii"),
    *("encodings.cp1252", "encodings.latin_1", "encodings.mbcs", "encodings.utf_8"),
}


def write(program: Path, work: Path) -> Path:
    """Write the file into a program folder, from the archive in PyInstaller's folder `work` and the zip.

    Raises:
        subprocess.CalledProcessError: the program does not start.
    """
    of_library = library(program)
    taken = wanted() & set(of_library)
    chosen = {**{name: of_library[name] for name in taken}, **own(work / ARCHIVE)}
    target = program / "_internal" / FILE
    target.write_bytes(marshal.dumps(dict(sorted(chosen.items()))))
    take_out(program, taken)
    return target


def wanted() -> set[str]:
    """The modules that belong into the file."""
    return started() - before()


def before() -> set[str]:
    """The modules that are there before the file can be read."""
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", f"{_BEFORE}; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


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


def own(file: Path) -> Modules:
    """What an archive of PyInstaller's holds."""
    archive = ZlibArchiveReader(str(file))
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


def take_out(program: Path, names: set[str]) -> None:
    """Write Python's library beside the program anew, without these modules."""
    file = program / "_internal" / "base_library.zip"
    with zipfile.ZipFile(file) as archive:
        kept = [(entry, archive.read(entry)) for entry in archive.infolist() if _name_of(entry) not in names]
    with zipfile.ZipFile(file, "w") as archive:
        for entry, content in kept:
            archive.writestr(entry, content)


def press(program: Path) -> None:
    """Write Python's library beside the program anew, pressed: half a megabyte less.

    What Python itself needs before it can press anything out of an archive stays as it is.
    """
    file = program / "_internal" / "base_library.zip"
    with zipfile.ZipFile(file) as archive:
        kept = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(file, "w") as archive:
        for entry, content in kept:
            is_early = _name_of(entry) in _FIRST
            entry.compress_type = zipfile.ZIP_STORED if is_early else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)


def _name_of(entry: zipfile.ZipInfo) -> str:
    return entry.filename.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__")
