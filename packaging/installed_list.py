"""Writes installed-files.json into a program folder: what Help > Check this installation compares with.

The last thing that is done to a folder before it is packed: whatever changes a file later (a signature,
`strip`) makes the list wrong. Who reads the list: crmo_desktop/library/installation.py.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from crmo_desktop.library import installation  # noqa: E402  # beside this folder, not in a package

LIST = installation.LIST
# What is in the folder but not of the program: an administrator's, the reader's, an uninstaller's.
NOT_OURS = frozenset({LIST, "portable.txt", "policy.json", "data"})
UNINSTALLER = "unins"  # unins000.exe, uninstall.exe, Uninstall.exe, uninstall


def write_list(folder: Path, version: str, edition: str) -> Path:
    """Write the list of every file that `folder` has now; the same files make the same bytes.

    Args:
        folder: the program's, as it will be installed.
        version: of the program.
        edition: day of the content, as an ISO date.

    Raises:
        ValueError: there is no file, or a link that leads nowhere.
    """
    files = {
        path.relative_to(folder).as_posix(): {
            "size": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in listed(folder)
    }
    if not files:
        raise ValueError(f"{folder} has no files")
    written = {"format": installation.FORMAT, "version": version, "edition": edition, "files": files}
    target = folder / LIST
    text = json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    target.write_bytes(text.encode("utf-8"))
    return target


def listed(folder: Path) -> Iterator[Path]:
    """The files of the program in `folder`; links among them count as files.

    Raises:
        ValueError: a link leads nowhere.
    """
    for path in sorted(folder.rglob("*")):
        first = path.relative_to(folder).parts[0]
        if first in NOT_OURS or first.lower().startswith(UNINSTALLER):
            continue
        if path.is_symlink() and not path.exists():
            raise ValueError(f"{path} leads nowhere")
        if path.is_file():
            yield path


def faults(folder: Path) -> list[str]:
    """What in `folder` is not as its list says, a line each; for the tests of packages.

    Raises:
        ListError: there is no list that can be used.
    """
    files = installation.read_list(folder).files
    wrong = (installation.compare(folder, file, told=_nobody) for file in files)
    return [f"{one.path}: {one.fault}" for one in wrong if one is not None]


def _nobody(_read: int) -> None:
    """Nobody is told how far the check has come."""
