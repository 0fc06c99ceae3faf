"""A folder in which editions are laid down for many computers, mostly on a share."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crmo_desktop.domain.errors import PackError, PackFolderError
from crmo_desktop.library.connection import connect
from crmo_desktop.library.pack import Pack, open_pack

if TYPE_CHECKING:
    from crmo_desktop.library.checked import CheckedPacks


class _Told(NamedTuple):
    """What a content file says of itself."""

    made_on: date
    digest: str
    language: str


class FoundPack(NamedTuple):
    """What a folder holds.

    Attributes:
        pack: the newest sound edition that is not older than the bundled one; None if there is none.
        troubles: newer ones that could not be used.
    """

    pack: Pack | None
    troubles: tuple[PackError, ...] = ()


def newest_in(folder: Path, bundled: Path, checked: "CheckedPacks") -> FoundPack:
    """The edition to read in place of the bundled one.

    The newest is the one with the latest date; of two of one date the one with the higher digest, so that all
    computers choose the same. May take long: a share that is gone answers after half a minute.

    Args:
        folder: in which the packs lie, not in folders below.
        bundled: the program's own pack; an edition before its date is not used, one of its date is. One in
            another language is not looked at.
        checked: which packs were found sound on this computer.

    Raises:
        PackFolderError: the folder cannot be looked into, or holds no content file.
    """
    troubles: list[PackError] = []
    own = _told_by(bundled)
    for told, path in sorted(_dated(folder), reverse=True):
        if told.made_on < own.made_on:
            break
        if told.language not in ("", own.language):
            continue
        try:
            return FoundPack(open_pack(path, checked), tuple(troubles))
        except PackError as error:
            troubles.append(error)
    return FoundPack(None, tuple(troubles))


def _dated(folder: Path) -> list[tuple[_Told, Path]]:
    """Each content file with date and digest, as it says itself; one that does not say comes before all.

    Raises:
        PackFolderError: there is none to be seen.
    """
    try:
        paths = [path for path in folder.iterdir() if path.suffix.lower() == ".crmo" and path.name[0] != "."]
    except OSError as error:
        raise PackFolderError(
            folder,
            "The folder of editions “{folder}” cannot be reached: {reason}.",
            hint="The edition that came with the program is shown. Tell whoever looks after this computer.",
            reason=error.strerror or "the system refuses",
        ) from error
    if not paths:
        raise PackFolderError(
            folder,
            "The folder of editions “{folder}” holds no content file.",
            hint="The edition that came with the program is shown. Tell whoever looks after this computer.",
        )
    return [(_told_by(path), path) for path in paths]


def _told_by(path: Path) -> _Told:
    query = "SELECT value FROM meta WHERE key IN ('date', 'digest', 'language') ORDER BY key"
    try:
        with closing(connect(path)) as connection:
            (made_on,), (digest,), (language,) = connection.execute(query).fetchall()
            return _Told(date.fromisoformat(made_on), str(digest), str(language))
    except (sqlite3.Error, ValueError, TypeError):
        return _Told(date.max, "", "")
