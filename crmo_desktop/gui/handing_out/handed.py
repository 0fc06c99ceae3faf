"""What is handed out: a deck, with what is to be said beside it and what it cites."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.page import Source
from crmo_desktop.domain.slide_paper import SlidePaper
from crmo_desktop.domain.slides import Matter
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.slides.deck import Deck, SlideMakers, make_deck
from crmo_desktop.gui.slides.room_look import RoomLook, room_look
from crmo_desktop.gui.slides.slide import Room

Notes = Mapping[str, tuple[str, ...]]


class SlidesWanted(NamedTuple):
    """What is asked for: `paper` says nothing to a file of slides but whether answers go along."""

    talk: Talk
    room: Room
    paper: SlidePaper


@dataclass(frozen=True, kw_only=True)
class Handed:
    """What is handed out.

    Attributes:
        look: that the deck was set in.
        notes: whoever speaks has written them, by the key of their matter.
        parts: the titles of the parts of a session, in order; none where there is only one.
        sources: all that is cited.
    """

    deck: Deck
    look: RoomLook
    edition: Edition
    notes: Notes = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def language(self) -> str:
        """BCP 47 tag of its words."""
        return self.deck.slides[0].matter.language

    def notes_on(self, matter: Matter) -> tuple[str, ...]:
        """What whoever speaks has written for a matter."""
        return self.notes.get(matter.key, ())


def handed(talk: Talk, room: Room, makers: SlideMakers, notes: Notes) -> Handed:
    """A talk set as slides, to be handed out.

    Args:
        talk: what is handed out.
        room: how its slides look; all that comes point by point is seen.
        makers: what slides are made with.
        notes: whoever speaks has written them, by the key of their matter.
    """
    deck = make_deck(talk.title, talk.matters, room, makers)
    return Handed(
        deck=deck,
        look=room_look(room, makers.themes, makers.faces, makers.language),
        edition=makers.reading.edition,
        notes=notes,
        parts=tuple(part.title for part in talk.parts) if len(talk.parts) > 1 else (),
        sources=tuple(makers.reading.source(id) for id in _cited(talk.matters)),
    )


def _cited(matters: Iterable[Matter]) -> Iterator[SourceId]:
    """What matters cite, each once, in order."""
    seen: set[SourceId] = set()
    for matter in matters:
        asked = matter.question.sources if matter.question is not None else ()
        for id in (*matter.references, *asked):
            if id not in seen:
                seen.add(id)
                yield id
