"""Backups of the reader's own file: what one is, and which of them are kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Occasion(StrEnum):
    """Why a backup was made; the last word of its file's name."""

    START = "start"  # of the program
    ASKED = "asked"  # the reader wanted one
    BEFORE = "before"  # what was there before another backup took its place
    UNSAVED = "unsaved"  # what was made while the file could not be used, and never came into it


class Reason(StrEnum):
    """Why a backup is kept."""

    LAST = "last"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    ASKED = "asked"
    BEFORE = "before"
    UNSAVED = "unsaved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup.

    Attributes:
        name: of its file.
        number: in the order of making: a clock may jump, this never does.
        made: by the clock of that moment, with its time zone.
        occasion: why it was made.
    """

    name: str
    number: int
    made: datetime
    occasion: Occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupContent:
    """What a backup holds.

    Attributes:
        is_sound: whether it can take the place of the reader's file; else the counts are zeros.
        is_newer: whether a newer version of the program made it; then it is not sound for this one.
        version: of the file in it.
        size: of its file, bytes.
        newest: title of what was made last; "" if nothing was.
    """

    is_sound: bool
    size: int
    is_newer: bool = False
    version: int = 0
    bookmarks: int = 0
    highlights: int = 0
    notes: int = 0
    folders: int = 0
    finished: int = 0
    visits: int = 0
    questions: int = 0
    handouts: int = 0
    sessions: int = 0
    slide_notes: int = 0
    polls: int = 0
    quiz_rounds: int = 0
    newest: str = ""

    @property
    def things(self) -> int:
        """How much the reader made himself: what would be missed."""
        return (
            self.bookmarks
            + self.highlights
            + self.notes
            + self.folders
            + self.finished
            + self.questions
            + self.handouts
            + self.sessions
            + self.slide_notes
            + self.polls
            + self.quiz_rounds
        )


_PERIODS: Final[tuple[tuple[Reason, int, Callable[[datetime], object]], ...]] = (
    (Reason.DAILY, 7, lambda made: made.date()),
    (Reason.WEEKLY, 4, lambda made: made.isocalendar()[:2]),
    (Reason.MONTHLY, 12, lambda made: (made.year, made.month)),
)
_LAST_STARTS: Final = 5
_OTHERS: Final = {
    Occasion.ASKED: (Reason.ASKED, 10),
    Occasion.BEFORE: (Reason.BEFORE, 5),
    Occasion.UNSAVED: (Reason.UNSAVED, 5),
}


def kept(backups: Iterable[Backup]) -> dict[Backup, Reason]:
    """The backups to be kept, each with the first reason that holds; the others may go.

    Of those made at starts: the last five; then, going back, the last one of each of seven days, four weeks
    and twelve months on which there was any. Of those that the reader asked for, the last ten; of those made
    before restoring, and of what was never saved, the last five each.

    Last is what was made last, whatever its date says: the clock is only asked which of them belong to one
    day, week or month. So a backup "from the future" takes no better one's place, and days on which the
    program was not used cost nothing.
    """
    newest_first = sorted(backups, key=_order, reverse=True)
    found: dict[Backup, Reason] = {}
    starts = [backup for backup in newest_first if backup.occasion is Occasion.START]
    for backup in starts[:_LAST_STARTS]:
        found[backup] = Reason.LAST
    for reason, count, period_of in _PERIODS:
        for backup in _last_of_each(starts, period_of)[:count]:
            found.setdefault(backup, reason)
    for occasion, (reason, count) in _OTHERS.items():
        for backup in [one for one in newest_first if one.occasion is occasion][:count]:
            found[backup] = reason
    return found


def expendable(backups: Sequence[Backup], is_sound: Callable[[Backup], bool]) -> tuple[Backup, ...]:
    """Those of `backups` that may be deleted.

    Where none of those to be kept is sound, the latest sound one of the others stays, too.
    """
    staying = kept(backups)
    going = sorted((one for one in backups if one not in staying), key=_order, reverse=True)
    if not going or any(is_sound(one) for one in staying):
        return tuple(going)
    saved = next((one for one in going if is_sound(one)), None)
    return tuple(one for one in going if one is not saved)


def _order(backup: Backup) -> tuple[int, str]:
    return backup.number, backup.name


def _last_of_each(newest_first: Sequence[Backup], period_of: Callable[[datetime], object]) -> list[Backup]:
    """The latest of each period, which are told apart in the zone that each was made in."""
    found: dict[object, Backup] = {}
    for backup in newest_first:
        found.setdefault(period_of(backup.made), backup)
    return list(found.values())
