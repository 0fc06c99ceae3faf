"""Files that leave the program: one that is there already is replaced whole, or not at all."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from crmo_desktop.domain.errors import FolderInPlaceError, NoFolderError, NotWrittenError


def check_place(path: Path) -> None:
    """See whether a file could stand at `path`, before anybody works on what goes into it.

    Raises:
        NoFolderError: the folder is not there.
        FolderInPlaceError: a folder stands there.
        NotWrittenError: it may not be written.
    """
    try:
        if path.is_dir():
            raise FolderInPlaceError(path)
        if not path.parent.is_dir():
            raise NoFolderError(path.parent)
    except OSError as error:  # e.g. a name that is too long, a folder that may not be entered
        raise NotWrittenError(path) from error


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Have `write` fill a file beside `path`, and put it there once it is complete.

    What stood there before is kept if anything goes wrong. A link stays a link, and its target is replaced.

    Raises:
        UserError: as `check_place`, or whatever `write` raises.
        NotWrittenError: it cannot be written there.
    """
    check_place(path)
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            write(target)  # a device or a pipe: nothing can be put in its place
            return
        draft = target.with_name(f".{target.name[:80]}-{os.getpid()}.part")
        try:
            write(draft)
            if target.exists():
                shutil.copymode(target, draft)
            draft.replace(target)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise NotWrittenError(path) from error


def write_text(path: Path, text: str) -> None:
    """Put `text` into the file at `path`, in UTF-8, its lines ending as they do in it.

    Raises:
        UserError: as `write_whole`.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`.

    Raises:
        UserError: as `write_whole`.
    """
    write_whole(path, _Writing(data))


class _Writing:
    """Writes its bytes, and waits until the disk has them."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self, path: Path) -> None:
        with path.open("wb") as file:
            file.write(self._data)
            file.flush()
            with suppress(OSError):  # a pipe has no disk
                os.fsync(file.fileno())
