"""What a file of slides (.pptx) is made of: shapes with real words, in units of a slide 720 units high."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from crmo_desktop.domain.slides import PointMark, Row, Strands

HEIGHT: Final = 720.0


class Side(StrEnum):
    """Where lines begin, or end: at the side where reading begins, at the other, or in the middle."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Area(NamedTuple):
    """Where a shape is, in units from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph.

    Attributes:
        size: of its letters, in units.
        role: the name of its colour (`SlideColours`).
        level: how deep it stands below another, from 0.
        number: of a numbered point, from 1.
        above: empty room over it, in units.
        height: of a line in units; 0 for what suits its size.
        hang: how far from the first words of a line what follows a tab and all further lines stand, in units.
        is_heading: in the face of titles.
    """

    words: Strands
    size: float
    role: str = "text"
    mark: PointMark = PointMark.NONE
    number: int = 0
    level: int = 0
    above: float = 0.0
    height: float = 0.0
    hang: float = 0.0
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsShape:
    """Words in an area.

    Attributes:
        part: "title", "body" or "number" for what programs of slides list and read first; "" for all else.
        fill, edge: names of colours; "" for none.
        bar: the colour of a bar at its left, 5 units wide; "" for none.
        is_middle: the words stand in the middle of its height.
        is_wrapped: lines are broken at its width.
    """

    area: Area
    lines: tuple[Line, ...]
    part: str = ""
    fill: str = ""
    edge: str = ""
    bar: str = ""
    is_middle: bool = False
    side: Side = Side.START
    is_wrapped: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table.

    Attributes:
        widths: of the columns, in units.
        size: of its letters, in units.
        numeric: which columns are numbers.
    """

    area: Area
    caption: str
    head: tuple[Strands, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    numeric: tuple[bool, ...]
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShape:
    """A picture.

    Attributes:
        png: the file of it.
        told: what it says, for those who cannot see it.
    """

    area: Area
    png: bytes
    told: str


Shape = WordsShape | TableShape | PictureShape


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSlide:
    """One slide.

    Attributes:
        is_question: its bar at the left has the colour of questions.
        notes: for whoever speaks, a paragraph each.
        foot: which edition it is, and that it is no advice.
        part: what the part of the session is called that it belongs to; "" where there are no parts.
    """

    title: str
    shapes: tuple[Shape, ...]
    foot: str
    notes: tuple[str, ...] = ()
    part: str = ""
    is_question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideFile:
    """A file of slides.

    Attributes:
        language: BCP 47 tag of its words.
        width: of a slide, in units.
        colours: "#RRGGBB" by the names in `COLOURS`.
        made: when, as "2026-11-26T12:00:00Z".
        is_rtl: its words run from right to left.
    """

    title: str
    subject: str
    language: str
    width: float
    colours: Mapping[str, str]
    slides: tuple[FileSlide, ...]
    made: str
    is_rtl: bool = False


# Each name of a colour, and the place in the file's theme that it takes; "" for those that have none there.
COLOURS: Final[Mapping[str, str]] = {
    "text": "dk1",
    "page": "lt1",
    "heading": "dk2",
    "table_head": "lt2",
    "accent": "accent1",
    "question": "accent2",
    "good": "accent3",
    "red_bar": "accent4",
    "caution_bar": "accent5",
    "evidence_bar": "accent6",
    "link": "hlink",
    "muted": "folHlink",
}
