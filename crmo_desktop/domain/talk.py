"""What is presented: matters in order, in parts with their minutes."""

from dataclasses import dataclass

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Session
from crmo_desktop.domain.slides import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPart:
    """A part of a talk.

    Attributes:
        minutes: planned; None for none.
        note: the trainer's own for this part; "" for none.
    """

    title: str
    minutes: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What is presented.

    Attributes:
        matters: in order; each tells its part by `Matter.part`. None of a session that has nothing to show.
        parts: of a session its parts; of a topic one.
        begin: the key of the matter to begin with; "" for the first.
        session: None where a topic is presented.
        missing: titles of parts that this edition does not have, left out.
    """

    title: str
    audience: Audience
    matters: tuple[Matter, ...]
    parts: tuple[TalkPart, ...]
    begin: str = ""
    session: Session | None = None
    missing: tuple[str, ...] = ()

    @property
    def minutes(self) -> float | None:
        """Planned for all of it; None where nothing is planned."""
        planned = [part.minutes for part in self.parts if part.minutes]
        return sum(planned) if planned else None

    @property
    def is_bare(self) -> bool:
        """Whether it is a session of which nothing but its name is left, or was ever there."""
        return self.session is not None and len(self.missing) == len(self.session.parts)
