"""What slides are made of: a part of the reference in pieces that can stand on a wall; never how it looks.

A matter keeps the order and the whole words of its section: what qualifies a number is what would be left out
first, so nothing that states something is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import PictureId, SourceId
from crmo_desktop.domain.quiz import Question


class Strand(NamedTuple):
    """Words of one look.

    Attributes:
        script: "" for the line itself, "sub" below it, "sup" above it.
    """

    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    script: str = ""


Strands = tuple[Strand, ...]


def plain(words: Strands) -> str:
    """The same without looks."""
    return "".join(strand.text for strand in words)


class PointMark(StrEnum):
    """What stands before a point."""

    NONE = ""
    BULLET = "bullet"
    NUMBER = "number"
    BOX = "box"  # to tick


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What is said in one breath: a sentence, or an item of a list.

    Attributes:
        number: of a numbered point, from 1; 0 of others.
        level: 0, or how deep it stands below another.
        sources: what it cites.
    """

    words: Strands
    mark: PointMark = PointMark.BULLET
    number: int = 0
    level: int = 0
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubHeading:
    """A heading within a section.

    Attributes:
        begins_slide: what follows is not to be seen with what went before, as an answer with its question.
    """

    words: Strands
    begins_slide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A call-out.

    Attributes:
        kind: "key", "red-flag", "caution", "evidence" or "unknown".
    """

    kind: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table."""

    cells: tuple[Strands, ...]
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table.

    Attributes:
        caption: "" for none.
        numeric: which columns are numbers.
    """

    caption: str
    head: tuple[Strands, ...]
    rows: tuple[Row, ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing of the edition."""

    picture: PictureId


Piece = Point | SubHeading | Box | Grid | Figure


class MatterKind(StrEnum):
    """What a matter is."""

    TITLE = "title"  # of a topic or a session: title and a sentence
    SECTION = "section"
    CASE = "case"  # told step by step
    PICTURE = "picture"  # by itself, live
    QUESTION = "question"
    OWN = "own"  # the trainer's own words: a break, a task


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What one or more slides are made of.

    Attributes:
        key: names it in every edition: "topic/mri", "topic/mri#yield", "picture/bone-map",
            "question/q-no-germ", "own/<number of the part>", "session/<uid>".
        kicker: small words over the title: the topic's title over that of a section; "" for none.
        pieces: none of a question.
        references: of each source that the pieces cite, how a slide names it:
            "d’Angelo and others, Pediatric Radiology 2021".
        notes: for the trainer: what the content says about teaching it, a paragraph each.
        address: where it stands in the reference, "crmo://…"; "" of what is the trainer's own.
        language: BCP 47 tag of its words.
        question: of a QUESTION.
        settled_by: of a QUESTION, what the section is called that settles it.
        part: which part of the session it belongs to, from 0.
    """

    key: str
    kind: MatterKind
    title: str
    audience: Audience
    kicker: str = ""
    pieces: tuple[Piece, ...] = ()
    references: Mapping[SourceId, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    address: str = ""
    language: str = "en"
    question: Question | None = None
    settled_by: str = ""
    part: int = 0
