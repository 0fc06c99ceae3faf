"""What drawings on slides are put together with: sizes of words, the room there is, and parts that fill it.

All is in units of the slide. No word is smaller than `SMALLEST`, whatever the drawing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath

from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import Words
from crmo_desktop.gui.drawing.blocks import Block, Line
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import Scene, box, face, figures, height_of
from crmo_desktop.gui.slides.slide import SMALLEST
from crmo_desktop.gui.theme import Look

GAP: Final = 20.0  # between two things
_NEAR: Final = 0.01
_SMALLER: Final = 0.93
_SPACING: Final = 0.94  # of lines: words on a wall are short


def _nothing(_title: str) -> QRectF:
    return QRectF()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What a drawing is drawn with.

    Attributes:
        width: of the room, in units.
        body_of: how high the room of a slide with this title is; "" for the picture's own.
        over: what such a slide says above its room, from the corner of the room.
        above: how much of the first slide something else has.
        text: size of words that are read first, at least `SMALLEST`.
        small: of words that are read after, at least `SMALLEST`.
    """

    look: Look
    tools: Tools
    width: float
    body_of: Callable[[str], float]
    text: float
    small: float
    over: Callable[[str], QRectF] = _nothing
    above: float = 0.0

    def height(self, slide: int, title: str = "") -> float:
        """The room of the slide with this number, from 0, and this title."""
        return self.body_of(title) - (self.above if slide == 0 else 0.0)

    @property
    def least(self) -> float:
        """The room that every slide with the picture's own title has."""
        return self.height(0)

    def line(
        self, text: str, size: float = 0.0, weight: int = 400, role: str = "text", **more: object
    ) -> Line:
        """Words of `size`, or as small as words may be; `more` is of `Line`."""
        is_title, is_figure = bool(more.pop("is_title", False)), bool(more.pop("is_figure", False))
        size = max(SMALLEST, size or self.small)
        font = (
            figures(self.look, size, weight)
            if is_figure
            else face(self.look, size, weight, is_title=is_title)
        )
        return Line(text, font, role, spacing=_SPACING, **more)  # type: ignore[arg-type]  # of Line

    def smaller(self) -> "Pen | None":
        """The same with smaller words; None where they are as small as may be."""
        if self.text <= SMALLEST and self.small <= SMALLEST:
            return None
        return replace(
            self, text=max(SMALLEST, self.text * _SMALLER), small=max(SMALLEST, self.small * _SMALLER)
        )

    def grown(self, factor: float) -> "Pen":
        """The same with larger words."""
        return replace(self, text=round(self.text * factor), small=round(self.small * factor))


@dataclass(slots=True, kw_only=True)
class Part:
    """What of a drawing is on one slide.

    Attributes:
        scene: from the top left corner of the room.
        facts: what it rests on.
        sources: whose it is, beside those of the facts.
        art: where illustrations are; empty for none.
        title: of the slide; "" for that of the picture.
        unnamed: sources that have no room at the foot of the slide; told once it has its frame.
    """

    scene: Scene
    title: str = ""
    unnamed: tuple[SourceId, ...] = ()
    facts: list[FactId] = field(default_factory=list)
    sources: list[SourceId] = field(default_factory=list)
    art: QRectF = field(default_factory=QRectF)

    def rests_on(self, *words: Words | None) -> None:
        """Add the facts of words."""
        for one in words:
            if one is not None:
                self.facts += [fact for fact in one.facts if fact not in self.facts]

    def is_of(self, *sources: SourceId | None) -> None:
        """Add sources."""
        self.sources += [one for one in sources if one is not None and one not in self.sources]


def sizes(pen: Pen) -> Iterator[Pen]:
    """The pen, then smaller and smaller ones."""
    smaller: Pen | None = pen
    while smaller is not None:
        yield smaller
        smaller = smaller.smaller()


def new_part(pen: Pen, title: str = "") -> Part:
    """An empty one."""
    return Part(scene=Scene(QSizeF(pen.width, 0)), title=title)


class Piled(NamedTuple):
    """Which of many things stand on one slide: from `first` to before `end`."""

    first: int
    end: int


def piled(
    heights: Sequence[float], gap: float, room: Callable[[int], float], begins: Sequence[float] = ()
) -> list[Piled]:
    """Things of these heights, in order, on as few slides as can be, and as even as can be.

    Args:
        heights: of each thing; one that is too high for a slide has it to itself.
        gap: between two things.
        room: how high the slide with this number, from 0, is.
        begins: how much higher each thing is where it is the first of a slide.
    """
    more = begins or [0.0] * len(heights)
    best: list[tuple[int, float, list[Piled]]] = [(0, 0.0, [])]  # for the things before each
    for end in range(1, len(heights) + 1):
        found: list[tuple[int, float, list[Piled]]] = []
        for first in range(end - 1, -1, -1):
            slides, cost, before = best[first]
            high = more[first] + sum(heights[first:end]) + gap * (end - first - 1)
            left = room(slides) - high
            if left < -_NEAR and end - first > 1:
                break
            found.append((slides + 1, cost + left * left, [*before, Piled(first, end)]))
        best.append(min(found, key=_slides_and_cost))
    return best[-1][2]


def _slides_and_cost(tried: tuple[int, float, list[Piled]]) -> tuple[int, float]:
    return tried[:2]


def card(
    scene: Scene, rect: QRectF, *, fill: str = "card", line: str = "border_strong", width: float = 2.0
) -> None:
    """The ground of something that stands by itself."""
    inset = width / 2
    scene.shape(box(rect.adjusted(inset, inset, -inset, -inset), 10), fill=fill, line=line, width=width)


def disc(
    scene: Scene, text: str, middle: QPointF, pen: Pen, *, across: float = 48.0, is_full: bool = True
) -> None:
    """A number in a circle."""
    rect = QRectF(0, 0, across, across)
    rect.moveCenter(middle)
    fill, ink = ("accent", "on_accent") if is_full else ("card", "text")
    scene.shape(
        box(rect.adjusted(1, 1, -1, -1), across / 2),
        fill=fill,
        line="accent" if is_full else "border_strong",
        width=2.0,
    )
    font = face(pen.look, SMALLEST, 700)
    high = height_of(text, font, across * 2)
    place = QRectF(middle.x() - across, middle.y() - high / 2, across * 2, 0)
    scene.words(text, font, place, role=ink, ground=fill, align=Qt.AlignmentFlag.AlignHCenter)


def arrow(scene: Scene, start: QPointF, end: QPointF, role: str = "accent", width: float = 4.0) -> None:
    """A straight arrow, level or upright."""
    way = end - start
    length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    ahead = way / length
    back = end - ahead * (width * 4.5)
    scene.line(start, back, role, width)
    across = QPointF(-ahead.y(), ahead.x()) * (width * 2.4)
    head = QPainterPath(end)
    head.lineTo(back + across)
    head.lineTo(back - across)
    head.closeSubpath()
    scene.shape(head, fill=role)


def put(scene: Scene, block: Block, left: float, top: float, width: float, ground: str = "page") -> float:
    """Set a block; returns where it ends."""
    return block.put(scene, QRectF(left, top, width, 0), ground)
