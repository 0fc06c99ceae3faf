"""One window at a time for a folder of data, and the letters a second start leaves for it; no sockets."""

import os
import re
import secrets
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

_LOCK_FILE: Final = "window.lock"
_LETTERS: Final = "letters"
_LETTER: Final = re.compile(r"(?P<session>[0-9a-f]{32})-(?P<number>\d{6})-[0-9a-f]{8}\.letter")
_LOCKED_BYTE: Final = 1 << 30  # far behind the session: a locked byte cannot be read on Windows
_MOST_LETTERS: Final = 100
_LONGEST_LETTER: Final = 4096
_NO_SESSION: Final = "0" * 32


class InstanceLock:
    """Held by the window that is open on a folder; the system lets go of it when its holder dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Become the folder's window; false if there is one already.

        A folder that cannot be written to has no lock: then every window is let open.
        """
        if self._file is not None:
            return True
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = (self._folder / _LOCK_FILE).open("a+b", buffering=0)
        except OSError:
            return True
        if not _lock(file):
            file.close()
            return False
        file.truncate(0)
        file.write(secrets.token_hex(16).encode("ascii"))
        self._file = file
        return True

    def is_held(self) -> bool:
        """Whether another window has the folder; makes nothing in it."""
        try:
            with (self._folder / _LOCK_FILE).open("r+b", buffering=0) as file:
                return not _lock(file)  # a lock that was free goes with the file
        except OSError:
            return False

    def release(self) -> None:
        """Let the next window open."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def mailbox(self) -> "Mailbox":
        """Where letters for the window that holds the lock go; letters to windows before it do not count."""
        try:
            session = (self._folder / _LOCK_FILE).read_bytes().decode("ascii", "replace")
        except OSError:
            session = _NO_SESSION
        return Mailbox(self._folder / _LETTERS, session=session)


class Mailbox:
    """A folder with addresses to open, a file each.

    Attributes:
        folder: the one to watch.
    """

    def __init__(self, folder: Path, *, session: str) -> None:
        self.folder = folder
        self._session = session

    def post(self, address: str) -> bool:
        """Leave `address` for the window; false if that cannot be done, or a hundred letters lie there."""
        unfinished = self.folder / f"{self._session}-{os.getpid()}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            numbers = [number for number, _ in self._own_letters(self.folder.iterdir())]
            if len(numbers) >= _MOST_LETTERS:
                return False
            unfinished.write_text(address, encoding="utf-8")
            number = max(numbers, default=0) + 1
            unfinished.replace(self.folder / f"{self._session}-{number:06}-{secrets.token_hex(4)}.letter")
        except OSError:
            return False
        return True

    def collect(self) -> list[str]:
        """The addresses left since last time, in the order posted; whatever else lies there goes."""
        try:
            lying = list(self.folder.iterdir())
            letters = self._own_letters(lying)
        except OSError:
            return []
        found = [text for _, path in letters[:_MOST_LETTERS] if (text := _text(path))]
        for path in lying:
            if path.suffix != ".part" or not path.name.startswith(self._session):  # else it is being written
                with suppress(OSError):
                    path.unlink()
        return found

    def _own_letters(self, lying: Iterable[Path]) -> list[tuple[int, Path]]:
        """The letters to this window among what lies there, with their numbers, in order."""
        matches = [(_LETTER.fullmatch(path.name), path) for path in lying]
        return sorted(
            (int(match["number"]), path)
            for match, path in matches
            if match and match["session"] == self._session
        )


def _text(path: Path) -> str:
    """What a letter says; "" if it is none."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    if len(data) > _LONGEST_LETTER:
        return ""
    text = data.decode("utf-8", "replace").strip()
    return text if text.isprintable() and "\N{REPLACEMENT CHARACTER}" not in text else ""


def _lock(file: IO[bytes]) -> bool:
    """Lock an open file unless another process has; false if one has."""
    if sys.platform == "win32":  # pragma: no cover  # runs on Windows only
        import msvcrt

        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
