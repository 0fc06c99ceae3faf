"""A program that is carried about: whether it runs from a removable drive, and the marker beside it."""

import os
import sys
from pathlib import Path
from typing import Final

from crmo_desktop.store.trouble import Trouble, in_words, trouble_of

# where a Linux desktop puts what is plugged in
_MOUNTED_BY_HAND: Final = (Path("/media"), Path("/run/media"))
_VOLUMES: Final = Path("/Volumes")
_DEVICES: Final = Path("/sys/dev/block")
_DRIVE_REMOVABLE: Final = 2

# as in packaging/portable.txt, which portable copies come with
MARKER_TEXT: Final = """\
This file makes CRMO Desktop portable: what you write and set is kept in the folder "data" beside it, and
nothing is left on the computer. Delete this file, and it is kept in your own folder on the computer instead.

"data" is yours: take it along when you copy this folder, or when you put a newer version into its place.
If this drive cannot be written to, everything can be read, and nothing is kept.
"""


def is_on_removable_drive(folder: Path) -> bool:
    """Whether `folder` lies on something that is plugged in and pulled out."""
    if sys.platform == "win32":  # pragma: no cover  # runs on Windows only
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOVABLE)
    if sys.platform == "darwin":
        return folder.is_relative_to(_VOLUMES)
    return _is_mounted_by_hand(folder) or _is_removable_device(folder)


def _is_mounted_by_hand(folder: Path) -> bool:
    """Whether something is mounted below one of the places for what is plugged in, and `folder` is on it."""
    return any(
        place.is_mount() and any(base in place.parents for base in _MOUNTED_BY_HAND)
        for place in (folder, *folder.parents)
    )


def _is_removable_device(folder: Path) -> bool:
    """Whether Linux calls the device of `folder`, or the disk that this is a part of, removable."""
    try:
        number = folder.stat().st_dev
        device = (_DEVICES / f"{os.major(number)}:{os.minor(number)}").resolve()
    except OSError:
        return False
    return any(_says_one(place / "removable") for place in (device, device.parent))


def _says_one(file: Path) -> bool:
    try:
        return file.read_bytes().strip() == b"1"
    except OSError:
        return False


def can_be_written_to(folder: Path) -> bool:
    """Whether it is worth asking to write into `folder`; only writing tells for sure."""
    return os.access(folder, os.W_OK)


def write_marker(marker: Path) -> None:
    """Have the program keep the reader's things beside it, from its next start on.

    Raises:
        NotesFileError: the marker cannot be written.
    """
    try:
        marker.write_text(MARKER_TEXT, encoding="utf-8", newline="\r\n")  # any editor of Windows shows it
    except OSError as error:
        raise in_words(trouble_of(error) or Trouble.OUT_OF_REACH) from error
