"""What the reference says to those who teach a section of it."""

from dataclasses import dataclass

from crmo_desktop.domain.identifiers import FactId, TopicAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingNote:
    """Notes for whoever shows a section to a room.

    Attributes:
        place: the section.
        ask: questions to the room, in order.
        say: what to say along with the slide.
        misunderstood: what rooms easily take wrongly, and how it is.
        facts: that it rests on, besides those of the section.
    """

    place: TopicAddress
    ask: tuple[str, ...]
    say: tuple[str, ...]
    misunderstood: tuple[str, ...]
    facts: tuple[FactId, ...] = ()
