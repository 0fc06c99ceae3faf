"""When a talk is over: its times are kept with its session."""

from typing import Final

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.dialogs.talk_over import PartTime
from crmo_desktop.gui.presenter.talk_time import TalkTime
from crmo_desktop.services.sessions import Sessions

_HELD_FROM: Final = 60.0  # seconds: a session that was only looked at is no talk that was held


def keep_times(time: TalkTime, sessions: Sessions, *, is_rehearsal: bool) -> bool:
    """Keep how long each part of a session took; whether there is anything to keep."""
    result = time.result(is_rehearsal=is_rehearsal)
    if result is None or not (is_rehearsal or time.keeper.used >= _HELD_FROM):
        return False
    sessions.keep_rehearsal(result)
    return True


def part_times(talk: Talk, time: TalkTime) -> tuple[PartTime, ...]:
    """The parts of a talk with the time they took."""
    taken = time.keeper.parts
    return tuple(
        PartTime(part.title, part.minutes, seconds) for part, seconds in zip(talk.parts, taken, strict=True)
    )
