"""Where resources, packs and the reader's own files live: from source, installed, or frozen."""

import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

APPLICATION: Final = "crmo-desktop"
_PACK: Final = "content.crmo"


class Paths(NamedTuple):
    """Every place the program reads or writes.

    Attributes:
        resources: themes, icons, fonts, pictures; read only.
        bundled_pack: the edition that came with the program; read only.
        content: what the pack is made from; None where the program runs without its source.
        data: the reader's own files; made when first written to.
        program: the folder that an installer filled, with the licences and the list of its files; None
            where the program was not installed by one.
    """

    resources: Path
    bundled_pack: Path
    content: Path | None
    data: Path
    program: Path | None = None

    @property
    def notes_file(self) -> Path:
        """The reader's own things."""
        return self.data / "notes.sqlite"

    @property
    def log_file(self) -> Path:
        """What went wrong, for a report; rotated."""
        return self.data / "log" / "crmo-desktop.log"


def find_paths(data_dir: Path | None = None) -> Paths:
    """The places of this installation; `data_dir` stands in for the reader's own folder."""
    data = data_dir if data_dir is not None else _user_data()
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        base = Path(frozen)
        return Paths(base / "resources", base / "pack" / _PACK, None, data, _installed_folder())
    package = Path(__file__).resolve().parent
    bundled = package / "_bundled"
    if bundled.is_dir():
        return Paths(bundled / "resources", bundled / "pack" / _PACK, None, data)
    root = package.parent
    return Paths(root / "resources", root / "build" / _PACK, root / "content", data)


def _installed_folder() -> Path:
    """Where the frozen program lies: beside what was started; on a Mac the resources of its bundle."""
    beside = Path(sys.executable).resolve().parent
    if sys.platform == "darwin" and beside.name == "MacOS":
        return beside.parent / "Resources"
    return beside


def _user_data() -> Path:
    """The place that the system names for a program's data.

    Source:
        XDG Base Directory Specification; Apple's File System Programming Guide;
        Windows' known folder LocalAppData.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "CRMO Desktop" if base else Path.home() / "AppData" / "Local" / "CRMO Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "CRMO Desktop"
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".local" / "share") / APPLICATION
