"""The installed files, read and compared with the list that was made with them.

The list is `installed-files.json` in the program's folder; `packaging/installed_list.py` writes it.
"""

import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from crmo_desktop.domain.installation import (
    FileFault,
    InstalledList,
    ListDamagedError,
    ListedFile,
    ListMissingError,
    ListUnsafeError,
    WrongFile,
)

LIST: Final = "installed-files.json"
FORMAT: Final = 1
_LARGEST_LIST: Final = 8_000_000  # bytes; ours has some 40,000
_PIECE: Final = 256 * 1024  # bytes read at a time: a slow stick still answers twice a second
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
# What could lead out of the folder, or is no file's name on one of the systems.
_UNSAFE: Final = re.compile(r'^/|//|/$|[\\:*?"<>|\x00-\x1f]|(?:^|/)\.{1,2}(?:/|$)')

Told = Callable[[int], None]  # bytes that were read; may raise CheckStoppedError


def read_list(folder: Path) -> InstalledList:
    """What the program in `folder` was made of.

    Raises:
        ListMissingError: there is no list.
        ListDamagedError: it cannot be read, or is none.
        ListUnsafeError: it names a place outside `folder`.
    """
    file = folder / LIST
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST_LIST + 1)
        written = json.loads(data.decode("utf-8"))
    except FileNotFoundError as error:
        raise ListMissingError(file) from error
    except OSError as error:
        raise ListDamagedError(file, reason=error.strerror or "the system refuses") from error
    except (ValueError, RecursionError) as error:
        raise ListDamagedError(file, reason="it has changed since it was made") from error
    return _understood(file, written)


def _understood(file: Path, written: object) -> InstalledList:
    match written:
        case {"format": int(made), **_rest} if made > FORMAT:
            raise ListDamagedError(file, reason="it was made for a newer version of CRMO Desktop")
        case {"format": 1, "version": str(version), "edition": str(edition), "files": dict(files)} if files:
            listed = tuple(_listed(file, path, about) for path, about in sorted(files.items()))
            return InstalledList(version=version, edition=edition, files=listed)
    raise ListDamagedError(file, reason="it lacks a part that every such list has")


def _listed(file: Path, path: str, about: object) -> ListedFile:
    if not path or _UNSAFE.search(path):
        raise ListUnsafeError(file, path=path)
    match about:
        case {"size": int(size), "sha256": str(digest)} if size >= 0 and _DIGEST.fullmatch(digest):
            return ListedFile(path=path, size=size, sha256=digest)
    raise ListDamagedError(file, reason="it lacks a part that every such list has")


def compare(folder: Path, listed: ListedFile, told: Told) -> WrongFile | None:
    """What is wrong with a file in `folder`; None when it is as it was made.

    Args:
        folder: the program's.
        listed: the file as it was made; a link counts as the file that it leads to.
        told: called with the number of bytes after each piece that was read, so that the sum is
            the listed size, or less where the file is shorter or no file at all.

    Raises:
        CheckStoppedError: `told` does.
    """
    path = folder / listed.path
    found: int | None = None
    try:
        seen = path.stat()
        found = seen.st_size
        if not stat.S_ISREG(seen.st_mode) or found != listed.size:
            return _wrong(listed, FileFault.CHANGED, found)
        if _digest_of(path, told) != listed.sha256:
            return _wrong(listed, FileFault.CHANGED, found)
    except (FileNotFoundError, NotADirectoryError):
        return _wrong(listed, FileFault.MISSING)
    except OSError as error:
        return _wrong(listed, FileFault.UNREADABLE, found, error.strerror or "the system refuses")
    return None


def _wrong(listed: ListedFile, fault: FileFault, found: int | None = None, reason: str = "") -> WrongFile:
    return WrongFile(path=listed.path, fault=fault, size=listed.size, found=found, reason=reason)


def _digest_of(path: Path, told: Told) -> str:
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        _read_afresh(file.fileno())
        while piece := file.read(_PIECE):
            digest.update(piece)
            told(len(piece))
    return digest.hexdigest()


def _read_afresh(descriptor: int) -> None:
    """Have the system read from the drive: what it remembers of a file may be better than the file.

    Where a part is in use (a library that is loaded), or the system knows no such wish, it tells what it
    remembers.
    """
    if sys.platform == "linux":
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
