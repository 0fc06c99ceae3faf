"""Matters made by hand, and looks of rooms."""

from pathlib import Path

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Box, Grid, Matter, MatterKind, Piece, Point, Row, Strand, Strands
from crmo_desktop.gui.slides.room_look import RoomLook, room_look
from crmo_desktop.gui.slides.slide import Room

THEMES = Path(__file__).resolve().parents[3] / "resources" / "themes"
SENTENCE = "Pain in a bone comes first, mostly at night, and it often comes back after weeks without any. "
BACKWARDS = "כאב בעצם הוא הסימן הראשון"
NAMES = {
    SourceId("beck"): "Beck and others, Pediatric Rheumatology 2010",
    SourceId("zhao"): "Zhao and others, Arthritis Care & Research 2018",
    SourceId("page"): "Information for families",
}

MANY_NAMES = {
    SourceId(f"source-{number}"): f"A name of some institution or other, number {number}"
    for number in range(9)
}


def look_of(room: Room = Room()) -> RoomLook:
    """How slides look in a room."""
    return room_look(room, THEMES)


def strands(text: str) -> Strands:
    """Words of one look."""
    return (Strand(text),)


def point(text: str = SENTENCE, **more: object) -> Point:
    """A point, with what else is named."""
    return Point(words=strands(text), **more)  # type: ignore[arg-type]  # as named


def box(*texts: str, kind: str = "red-flag") -> Box:
    """A call-out."""
    return Box(kind=kind, points=tuple(point(text) for text in texts))


def grid(rows: int = 3, columns: int = 3, cell: str = "Two of ten", caption: str = "What was seen") -> Grid:
    """A table, each row of which cites one source."""
    return Grid(
        caption=caption,
        head=tuple(strands(f"Head {place}") for place in range(columns)),
        rows=tuple(
            Row(
                cells=tuple(strands(f"{cell} {row}-{place}") for place in range(columns)),
                sources=(SourceId("beck"),),
            )
            for row in range(rows)
        ),
        numeric=(False,) * columns,
    )


def matter(*pieces: Piece, **more: object) -> Matter:
    """A section, with what else is named."""
    made = {
        "key": "topic/pain#first",
        "kind": MatterKind.SECTION,
        "title": "What comes first",
        "kicker": "Bone pain",
        "audience": Audience.PATIENT,
        "references": NAMES,
        "notes": ("Ask who has seen it.",),
    } | more
    return Matter(pieces=pieces, **made)  # type: ignore[arg-type]  # as named
