"""Drawings, pens and slides to try."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import FactId, PictureId
from crmo_desktop.domain.picture import Art, Words
from crmo_desktop.domain.slides import Figure, Matter, MatterKind
from crmo_desktop.domain.source_name import short_name
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures import figure_slides
from crmo_desktop.gui.slides.figures_pen import Part, Pen
from crmo_desktop.gui.slides.figures_slide import FigureSlide
from crmo_desktop.gui.slides.room_look import room_look
from crmo_desktop.gui.slides.slide import Room, SlideState

# What of a drawing is told; the rest only says where something is, or how it is found.
TOLD = frozenset("text label shown note name people unit method no_figure legend columns".split())


def matter_of(picture: str, makers: SlideMakers) -> Matter:
    """A section that shows a picture."""
    drawn = makers.reading.figure(PictureId(picture))
    audience = Audience.PATIENT if drawn.audience == "patient" else Audience.CLINICIAN
    cited = makers.reading.cited_in(drawn)
    return Matter(
        key=f"topic/{drawn.topic}#{picture}",
        kind=MatterKind.SECTION,
        title="How it is found out",
        audience=audience,
        kicker="Diagnosis",
        pieces=(Figure(picture=drawn.id),),
        references={citation.source.id: short_name(citation.source) for citation in cited},
    )


def slides_of(picture: str, makers: SlideMakers, room: Room = Room()) -> tuple[FigureSlide, ...]:
    """The slides of a picture in a room."""
    look = room_look(room, makers.themes)
    matter = matter_of(picture, makers)
    return figure_slides(matter, Figure(picture=PictureId(picture)), look, makers, room)


def shown(slides: tuple[FigureSlide, ...]) -> Iterator[tuple[FigureSlide, SlideState]]:
    """Every slide in every state that is printed."""
    for slide in slides:
        for state in slide.paper_states():
            yield slide, state


def pen_of(makers: SlideMakers, *, width: float = 1148.0, high: float = 455.0, text: float = 36.0) -> Pen:
    """A pen for a room of this size."""
    return Pen(
        look=room_look(Room(), makers.themes).look,
        tools=makers.make_drawer().tools,
        width=width,
        body_of=lambda _: high,
        text=text,
        small=max(30.0, text - 6),
    )


def words(text: str, fact: str = "") -> Words:
    """Words, with what they rest on."""
    return Words(text=text, facts=(FactId(fact),) if fact else ())


def told_by(value: Any) -> Iterator[str]:
    """All that a drawing says."""
    if isinstance(value, tuple):
        for each in value:
            yield from told_by(each)
    elif is_dataclass(value) and not isinstance(value, Art):
        for field in fields(value):
            inside = getattr(value, field.name)
            if isinstance(inside, str):
                if field.name in TOLD and inside:
                    yield inside
            elif field.name in TOLD and isinstance(inside, tuple) and inside and isinstance(inside[0], str):
                yield from filter(None, inside)
            else:
                yield from told_by(inside)


def texts(part: Part) -> list[str]:
    """All words of a part, in order."""
    return [one.text.replace("\u2011", "-") for one in part.scene.written()]


def joined(texts: list[str]) -> str:
    """Words without what breaking and hyphens do to them."""
    return "".join(" ".join(texts).replace("\u2011", "-").split())
