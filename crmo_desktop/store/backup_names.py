"""What the files of backups are called, and where they lie."""

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from crmo_desktop.domain.backup import Backup, Occasion

FOLDER: Final = "backups"
# No colons: a stick is FAT. The zone, so that an hour told twice a year is told apart.
_NAME: Final = re.compile(
    r"notes-(?P<day>\d{4}-\d\d-\d\d)-(?P<time>\d\d\.\d\d\.\d\d)(?P<zone>[+-]\d{4})"
    r"-(?P<number>\d{1,9})-(?P<occasion>[a-z]+)\.sqlite"
)


def folder_of(notes: Path) -> Path:
    """Where the backups of the reader's file `notes` lie."""
    return notes.parent / FOLDER


def lying_in(folder: Path) -> tuple[Backup, ...]:
    """Every backup there, the one made last first; none where the folder cannot be read."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return ()
    found = (backup for backup in map(_told_by, names) if backup is not None)
    return tuple(sorted(found, key=lambda one: (one.number, one.name), reverse=True))


def has_backups(notes: Path) -> bool:
    """Whether there is any backup of the reader's file `notes`, sound or not."""
    return bool(lying_in(folder_of(notes)))


def next_backup(backups: tuple[Backup, ...], occasion: Occasion, now: datetime) -> Backup:
    """The one to be made after `backups`; `now` with its zone."""
    number = max((backup.number for backup in backups), default=0) + 1
    stamp = f"{now:%Y-%m-%d-%H.%M.%S%z}"[:24]  # a zone's seconds, which no clock has had for long, go
    backup = _told_by(f"notes-{stamp}-{number}-{occasion}.sqlite")
    if backup is None:
        raise ValueError(f"no time for a backup: {now!r}")
    return backup


def damaged_name(notes: Path, now: datetime) -> Path:
    """What the damaged file `notes` is called when an empty one takes its place: free, and says so."""
    stem = f"{notes.stem}.damaged-{now:%Y-%m-%d-%H.%M.%S}"
    name, number = notes.with_name(f"{stem}{notes.suffix}"), 2
    while name.exists():
        name, number = notes.with_name(f"{stem}-{number}{notes.suffix}"), number + 1
    return name


def _told_by(name: str) -> Backup | None:
    """The backup that a file's name tells of; None if it is none."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    time, zone = match["time"].replace(".", ":"), match["zone"]
    try:
        made = datetime.fromisoformat(f"{match['day']}T{time}{zone[:3]}:{zone[3:]}")
        occasion = Occasion(match["occasion"])
    except ValueError:
        return None
    return Backup(name=name, number=int(match["number"]), made=made, occasion=occasion)
