"""A program's folder as an installer leaves it, small enough to make for each test."""

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from crmo_desktop.services.checking import InstallationCheck, Progress, Report

WHEN = datetime(2026, 11, 26, 9, 5, tzinfo=UTC)
VERSION = "1.2.3"


class InstalledProgram:
    """The folder, and what a check of it says."""

    def __init__(self, folder: Path, pack: Path) -> None:
        self.folder = folder
        self.pack = folder / "_internal" / "pack" / "content.crmo"
        self.pack.parent.mkdir(parents=True)
        shutil.copy(pack, self.pack)
        (folder / "crmo-desktop").write_bytes(b"program " * 100)
        (folder / "_internal" / "libA.so").write_bytes(b"A" * 1234)
        (folder / "_internal" / "libB.so").write_bytes(b"B" * 4321)
        self.write_list()

    def write_list(self, version: str = VERSION) -> None:
        """List the files as they are now."""
        files = {
            path.relative_to(self.folder).as_posix(): {
                "size": path.stat().st_size,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            }
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path != self.list
        }
        written = {"format": 1, "version": version, "edition": "2026-11-25", "files": files}
        self.list.write_text(json.dumps(written), encoding="utf-8")

    @property
    def list(self) -> Path:
        """The list of files."""
        return self.folder / "installed-files.json"

    def file(self, name: str) -> Path:
        """One of its libraries."""
        return self.folder / "_internal" / name

    def damage_pack(self) -> None:
        """Turn one bit of the content over."""
        damage(self.pack)

    def check(self, *others: Path) -> InstallationCheck:
        """A check of it, with the content files that are read in place of its own."""
        return InstallationCheck(self.folder, [self.pack, *others], version=VERSION, now=lambda: WHEN)

    def report(self, *others: Path) -> Report:
        """What the check finds."""
        return self.check(*others).run(Progress())


def damage(file: Path) -> None:
    """Turn one bit over."""
    data = bytearray(file.read_bytes())
    data[-5] ^= 1
    file.write_bytes(data)
