"""Makes everything for Windows: the program folder, setup.exe, the .msi, and the .zip for a stick.

Elsewhere than on Windows the program is built under wine (docs/decisions/windows-under-wine.md). On Windows
it is built by the Python at hand, and of the installers those are made whose makers are there.
"""

import shutil
import sys
from pathlib import Path
from typing import Final

import bundle
import dev
from windows import msi, portable, program, root, setup_exe

PROGRAMS: Final = root.PROGRAMS  # for dev.py, which installs them where it may
ON_WINDOWS: Final = sys.platform == "win32"
ROOT_NAME: Final = "wine-root"


def available() -> str:
    """Nothing if Windows' artefacts can be made on this machine, else the sentence that says why not."""
    return "" if ON_WINDOWS else root.available()


def build(checkout: Path, work: Path, dist: Path) -> list[Path]:
    """Make the program folder `dist`/windows/crmo-desktop and what installs it; the artefacts.

    Args:
        checkout: where the sources are; the compiled content is in its build/.
        work: holds wine-root from one call to the next, and what is made on the way.
        dist: the folder for the artefacts.

    Raises:
        SystemExit: something could not be made; what went wrong is printed.
        root.CannotBuildError: there is no wine to build with, and none can be had.
    """
    folder = dist / "windows" / bundle.NAME
    if ON_WINDOWS:
        program.build_here(folder)
    else:
        program.build(checkout, root.ensure_root(work / ROOT_NAME), work / "windows", folder)
    return pack(folder, dist)


def pack(folder: Path, dist: Path) -> list[Path]:
    """Make of a program folder what people install."""
    version = bundle.version()
    start = dist / f"{bundle.NAME}-{version}-windows-x86_64"
    made = [portable.make(folder, start.with_name(f"{start.name}-portable.zip"))]
    if _is_there("makensis"):
        made.append(setup_exe.make(folder, start.with_name(f"{start.name}-setup.exe"), version))
    if _is_there("wixl", "msibuild"):
        made.append(msi.make(folder, start.with_name(f"{start.name}.msi"), version))
    return made


def _is_there(*makers: str) -> bool:
    """Whether these programs are on this machine; says so if one is not."""
    missing = [name for name in makers if shutil.which(name) is None]
    if missing:
        dev.say(f"There is no {' and no '.join(missing)} here: what it makes is left out.")
    return not missing
