"""Where resources, packs and the reader's own files live: from source, installed, frozen, or on a stick."""

import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

APPLICATION: Final = "crmo-desktop"
_ENGLISH: Final = "en"
_PACK: Final = "content.crmo"
_MARKER: Final = "portable.txt"
_POLICY: Final = "policy.json"
_BESIDE: Final = "data"
_IN_A_MAC_BUNDLE: Final = ("Contents", "MacOS")


class Paths(NamedTuple):
    """Every place the program reads or writes.

    Attributes:
        resources: themes, icons, fonts, pictures; read only.
        bundled_pack: the edition that came with the program; read only.
        content: what the pack is made from; None where the program runs without its source.
        data: the reader's own files; made when first written to.
        program: the folder that an installer filled, with the licences and the list of its files; None
            where the program was not installed by one.
        folder: what the program lies in, on a Mac what its bundle lies in; None where it is not frozen, and
            so cannot be carried about.
        is_portable: the reader's files lie beside the program, because its marker says so.
        is_named: the command line says where the reader's files lie.
    """

    resources: Path
    bundled_pack: Path
    content: Path | None
    data: Path
    program: Path | None = None
    folder: Path | None = None
    is_portable: bool = False
    is_named: bool = False

    @property
    def notes_file(self) -> Path:
        """The reader's own things."""
        return self.data / "notes.sqlite"

    @property
    def log_file(self) -> Path:
        """What went wrong, for a report; rotated."""
        return self.data / "log" / "crmo-desktop.log"

    @property
    def checked_packs(self) -> Path:
        """Which packs were found sound on this computer."""
        return self.data / "checked-packs.json"

    @property
    def translations(self) -> Path:
        """The window's words in other languages."""
        return self.resources / "i18n"

    def pack_in(self, language: str) -> Path:
        """The edition in `language`, whether or not there is one; the one in English is `bundled_pack`."""
        if language == _ENGLISH:
            return self.bundled_pack
        return self.bundled_pack.with_name(f"{self.bundled_pack.stem}_{language}{self.bundled_pack.suffix}")

    def languages(self) -> tuple[str, ...]:
        """What the program speaks: English first, then each for which it has words or an edition."""
        words = self.translations.glob(f"{APPLICATION}_*.qm")
        editions = self.bundled_pack.parent.glob(f"{self.bundled_pack.stem}_*{self.bundled_pack.suffix}")
        others = {path.stem.partition("_")[2].replace("_", "-") for path in (*words, *editions)}
        return (_ENGLISH, *sorted(others - {_ENGLISH}))

    @property
    def marker(self) -> Path | None:
        """The file that has the reader's things kept beside the program; None where there can be none."""
        return None if self.folder is None else self.folder / _MARKER

    @property
    def data_beside(self) -> Path | None:
        """Where the reader's things are kept while the marker is there."""
        return None if self.folder is None else self.folder / _BESIDE

    @property
    def policy_files(self) -> tuple[Path, ...]:
        """Where a policy may lie; this computer's own first, for its administrator decides over a stick."""
        beside = () if self.folder is None else (self.folder / _POLICY,)
        return _system_policy(), *beside


def find_paths(data_dir: Path | None = None) -> Paths:
    """The places of this installation; `data_dir` stands in for the reader's own folder."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is None:
        return _unfrozen(data_dir)
    base, folder = Path(frozen), _program_folder()
    found = Paths(
        base / "resources",
        base / "pack" / _PACK,
        None,
        data_dir or _user_data(),
        program=_installed_folder(),
        folder=folder,
    )
    if data_dir is not None:
        return found._replace(is_named=True)
    if (folder / _MARKER).is_file():
        return found._replace(data=folder / _BESIDE, is_portable=True)
    return found


def _unfrozen(data_dir: Path | None) -> Paths:
    data, is_named = data_dir or _user_data(), data_dir is not None
    package = Path(__file__).resolve().parent
    bundled = package / "_bundled"
    if bundled.is_dir():
        return Paths(bundled / "resources", bundled / "pack" / _PACK, None, data, is_named=is_named)
    root = package.parent
    pack, content = root / "build" / _PACK, root / "content"
    return Paths(root / "resources", pack, content, data, is_named=is_named)


def _program_folder() -> Path:
    """What the frozen program lies in; on a Mac what its bundle lies in, for nothing is put into a bundle."""
    folder = Path(sys.executable).resolve().parent
    if sys.platform == "darwin" and folder.parts[-2:] == _IN_A_MAC_BUNDLE:
        return folder.parents[2]
    return folder


def _system_policy() -> Path:
    """Where an administrator puts the policy of a whole computer."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA") or r"C:\ProgramData") / "CRMO Desktop" / _POLICY
    if sys.platform == "darwin":
        return Path("/Library/Application Support/CRMO Desktop") / _POLICY
    return Path("/etc") / APPLICATION / _POLICY


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
