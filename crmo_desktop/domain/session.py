"""A session that a trainer puts together: parts in order, with their minutes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from crmo_desktop.domain.audience import Audience

LONGEST_NAME: Final = 80  # characters, of a session


class PartKind(StrEnum):
    """What a part of a session shows."""

    TOPIC = "topic"
    SECTION = "section"
    CASE = "case"  # a section of the case studies, told step by step
    PICTURE = "picture"
    QUESTION = "question"
    OWN = "own"  # the trainer's own words: welcome, break, task


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a session.

    Attributes:
        target: the topic ("mri"), section or case ("mri#yield"), picture ("bone-map") or question
            ("q-no-germ"); "" of own words.
        title: what it was called when it was put in: a newer edition may lack it. Of own words their heading.
        words: of own words the lines below the heading.
        minutes: planned for it, more than 0; None for none.
        note: the trainer's own, for this part in this session; "" for none.
    """

    kind: PartKind
    target: str = ""
    title: str = ""
    words: tuple[str, ...] = ()
    minutes: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session as it is kept.

    Attributes:
        uid: names it in every file it is taken to.
        audience: whose words its parts show.
        from_agenda: the section of the workshop guide that it began as ("families-session-20"); "" for none.
        edition: the date of the edition it was made with, YYYY-MM-DD.
        changed: with its time zone.
    """

    uid: str
    name: str
    audience: Audience
    parts: tuple[Part, ...]
    changed: datetime
    edition: str = ""
    from_agenda: str = ""

    @property
    def minutes(self) -> float:
        """Planned for all parts together."""
        return float(sum(part.minutes or 0 for part in self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """How long each part took, in a rehearsal or when it was held.

    Attributes:
        session: uid of the session.
        seconds: for each part, in the order of the parts.
        titles: of the parts then.
        began: with its time zone.
        is_rehearsal: nobody listened.
    """

    session: str
    titles: tuple[str, ...]
    seconds: tuple[float, ...]
    began: datetime
    is_rehearsal: bool = True

    @property
    def total(self) -> float:
        """Seconds of all parts together."""
        return sum(self.seconds)
