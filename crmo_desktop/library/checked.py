"""Remembers which large packs were found sound on this machine: a start need not wait for that again."""

import json
import os
from contextlib import suppress
from pathlib import Path

LARGE = 64_000_000  # bytes; to check a smaller pack takes no time that anybody would notice


class CheckedPacks:
    """A small file in the reader's folder: where each pack is, and what the system tells of that file.

    A pack that was changed or replaced has another size or time. One whose bytes went bad without a trace is
    found by `Pack.check`, which the window asks for once it is shown.
    """

    def __init__(self, file: Path, *, from_size: int | None = None, home: Path | None = None) -> None:
        """Wrap the file.

        Args:
            file: need not be there yet.
            from_size: of a pack in bytes; smaller ones are not remembered. None takes what counts as large.
            home: the folder of a program that is carried about: packs on the same drive are told by their way
                from there, for the drive has another name on the next computer.
        """
        self._file, self._from_size, self._home = file, from_size, home

    def has(self, pack: Path) -> bool:
        """Whether `pack` is one that was found sound and has not been written to since."""
        told = _told_by_the_system(pack)
        return told is not None and self._read().get(self._name(pack)) == told

    def remember(self, pack: Path) -> None:
        """Keep that a large `pack` is sound; where nothing can be written, it is checked next time."""
        told = _told_by_the_system(pack)
        if told is not None and told[0] >= (LARGE if self._from_size is None else self._from_size):
            self._write({**self._read(), self._name(pack): told})

    def forget(self, pack: Path) -> None:
        """Have `pack` checked before it is used again."""
        known = self._read()
        if known.pop(self._name(pack), None) is not None:
            self._write(known)

    def _name(self, pack: Path) -> str:
        whole = pack.absolute()
        if self._home is not None and _is_same_drive(whole, self._home):
            return Path(os.path.relpath(whole, self._home)).as_posix()
        return str(whole)

    def _read(self) -> dict[str, list[int]]:
        try:
            known = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _write(self, known: dict[str, list[int]]) -> None:
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".new")
            beside.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
            beside.replace(self._file)


def _is_same_drive(pack: Path, folder: Path) -> bool:
    try:
        return pack.anchor == folder.anchor and pack.stat().st_dev == folder.stat().st_dev
    except OSError:
        return False


def _told_by_the_system(pack: Path) -> list[int] | None:
    try:
        told = pack.stat()
    except OSError:
        return None
    return [told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino]
