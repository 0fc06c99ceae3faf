"""Makes the .deb for Debian 12, Ubuntu 22.04 and later from the program's folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import bundle
import system_libraries
from linux import changelog, places
from linux.debian_copyright import debian_copyright

NAME: Final = bundle.NAME
SECTION: Final = "education"
# What prints, what reads pages aloud. Not recommended: desktops have it, and elsewhere nobody asked for it.
PRINTING: Final = "libcups2"
SUGGESTS: Final = f"{PRINTING}, speech-dispatcher, espeak-ng"
DESCRIPTION: Final = """offline reference on chronic recurrent multifocal osteomyelitis
 CRMO Desktop explains chronic recurrent multifocal osteomyelitis (CRMO, also
 CNO), a rare inflammation of bone without infection, mostly in children. It has
 a page a topic for families and one for clinicians, a search that knows lay
 words, abbreviations and misspellings, and a source for every statement.
 .
 It never uses a network. It is information, not medical advice."""
# Debian's tools compile nothing here: an older version must not overwrite a newer one's notes file.
PREINST: Final = """#!/bin/sh
set -e
if [ "$1" = upgrade ] && dpkg --compare-versions "$2" gt "@VERSION@"; then
    echo "CRMO Desktop $2 is installed, which is newer than @VERSION@. It is left as it is." >&2
    echo "To go back to @VERSION@, remove it first: sudo apt remove crmo-desktop. Your notes are kept." >&2
    exit 1
fi
exit 0
"""
# Debian knows only what its own newer releases need of these; Ubuntu 22.04 has older ones. Qt asks zstd to
# unpack (there since 1.3), and X11-xcb for one function that it always had.
SHLIBS: Final = """libX11-xcb 1 libx11-xcb1
libzstd 1 libzstd1 (>= 1.3)
"""
# Of these the package has its own: system_libraries.GLVND.
NOT_NEEDED: Final = ("libegl1", "libgl1", "libglvnd0", "libglx0")
OVERRIDES: Final = f"""# PyInstaller's loader comes compiled like this; it loads nothing but our own program.
{NAME}: hardening-no-pie [usr/lib/{NAME}/{NAME}]
# Modules of Python that call no function of the C library themselves; they are loaded by Python, which does.
{NAME}: library-not-linked-against-libc [usr/lib/{NAME}/_internal/python3*/lib-dynload/*]
{NAME}: shared-library-lacks-prerequisites [usr/lib/{NAME}/_internal/python3*/lib-dynload/*]
# The copy that comes with Python's own sources, in a module or in its library.
{NAME}: embedded-library expat [usr/lib/{NAME}/_internal/*]
# Data only.
{NAME}: shared-library-lacks-prerequisites [usr/lib/{NAME}/_internal/PySide6/Qt/lib/libicudata.so.*]
"""


def make(program: Path, dist: Path) -> Path:
    """The package, in `dist`.

    Raises:
        subprocess.CalledProcessError: one of Debian's tools failed; its words are on standard error.
    """
    package = dist / f"{NAME}_{bundle.version()}_amd64.deb"
    with tempfile.TemporaryDirectory(prefix="crmo-deb-") as folder:
        tree = Path(folder, "debian", NAME)
        installed = tree / "usr" / "lib" / NAME
        shutil.copytree(program, installed)
        forget_system_libraries(installed)
        bundle.seal(installed, "linux")
        (tree / "usr" / "bin").mkdir(parents=True)
        (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
        places.furnish(tree / "usr" / "share")
        _document(tree / "usr" / "share")
        _describe(tree, needs(installed, Path(folder)))
        bundle.set_times(tree)
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1"]
        subprocess.run(
            [*command, "--build", str(tree), str(package)],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(bundle.edition_time())},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return package


def forget_system_libraries(program: Path) -> None:
    """Take out what the distribution brings and keeps up to date itself."""
    inside = program / "_internal"
    shutil.rmtree(inside / "spare")
    (inside / "fonts.conf").unlink()
    for path in inside.glob("lib*.so*"):
        if not path.name.startswith("libpython") and path.name not in system_libraries.GLVND:
            path.unlink()


def needs(program: Path, folder: Path) -> str:
    """What the package depends on, with the least versions, as dpkg-shlibdeps finds it out."""
    control = f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: amd64\n"
    (folder / "debian" / "control").write_text(control, encoding="utf-8")
    (folder / "debian" / "shlibs.local").write_text(SHLIBS, encoding="utf-8")
    ours = {path.parent for path in program.rglob("*.so*")}
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *(f"-l{path}" for path in sorted(ours))]
    command += [f"-x{name}" for name in (*NOT_NEEDED, PRINTING)]
    done = subprocess.run(
        [*command, *(f"-e{path}" for path in binaries(program))],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"dpkg-shlibdeps failed:\n{done.stderr}")
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("shlibs:Depends="))
    return line.partition("=")[2]


def binaries(program: Path) -> Iterator[Path]:
    """The ELF files below a folder, in a fixed order."""
    for path in sorted(program.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _document(share: Path) -> None:
    documents = share / "doc" / NAME
    places.write(debian_copyright().encode(), documents / "copyright")
    written = changelog.debian_changelog(bundle.version(), bundle.edition_time())
    places.write_packed(written.encode(), documents / "changelog.gz")
    overrides = share / "lintian" / "overrides" / NAME
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES, encoding="utf-8")


def _describe(tree: Path, depends: str) -> None:
    """Write what dpkg reads."""
    control = tree / "DEBIAN"
    control.mkdir()
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    (control / "control").write_text(
        f"Package: {NAME}\nVersion: {bundle.version()}\nArchitecture: amd64\n"
        f"Maintainer: {changelog.MAINTAINER}\nInstalled-Size: {size}\nDepends: {depends}\n"
        f"Suggests: {SUGGESTS}\nSection: {SECTION}\nPriority: optional\nDescription: {DESCRIPTION}\n",
        encoding="utf-8",
    )
    preinst = control / "preinst"
    preinst.write_text(PREINST.replace("@VERSION@", bundle.version()), encoding="utf-8")
    for path in sorted(tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path == preinst or (path.name == NAME and path.parent.name == NAME)
            path.chmod(0o755 if runs else 0o644)
    with (control / "md5sums").open("w", encoding="utf-8") as file:
        for path in sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()):
            if control not in path.parents:
                digest = bundle.digest(path, "md5")
                file.write(f"{digest}  {path.relative_to(tree).as_posix()}\n")
    (control / "md5sums").chmod(0o644)
