"""Small disks that can be filled: a real one where the system lets us mount it, else a limit to files."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

ROOM = "400k"


class Disk(Protocol):
    """A disk with little room.

    Attributes:
        folder: on it.
    """

    folder: Path

    def fill(self) -> None:
        """Leave no room."""

    def make_room(self) -> None:
        """Have room again."""


class MountedDisk:
    """A file system in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        for size in (65536, 4096, 1):
            with (self.folder / "filling").open("ab", buffering=0) as file, contextlib.suppress(OSError):
                while file.write(b"x" * size) == size:
                    pass

    def make_room(self) -> None:
        (self.folder / "filling").unlink()


class LimitedDisk:
    """Files of this process grow no further."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

    def make_room(self) -> None:
        import resource

        most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """A small file system at `folder`; the test is skipped where none can be mounted."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root mounts a file system")
    folder.mkdir(parents=True, exist_ok=True)
    if not mount("-t", "tmpfs", "-o", ",".join((f"size={ROOM}", "mode=777", *options)), "tmpfs", str(folder)):
        pytest.skip("this system lets nobody mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def mount(*arguments: str) -> bool:
    """Call the system's `mount`; whether it did."""
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@contextmanager
def small_disk(kind: str, folder: Path) -> Iterator[Disk]:
    """A disk of the kind "mounted" or "limited"."""
    if kind == "mounted":
        with mounted(folder):
            yield MountedDisk(folder)
        return
    if sys.platform == "win32":
        pytest.skip("a limit to the size of files exists on POSIX only")
    folder.mkdir()
    disk = LimitedDisk(folder)
    try:
        yield disk
    finally:
        disk.make_room()
