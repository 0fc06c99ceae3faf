"""What drawings on slides are put together with: sizes of words, the room there is, and parts that fill it.

All is in units of the slide. No word is smaller than `SMALLEST`, whatever the drawing.
"""

from collections.abc import Callable, Sequence
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
_SPACING: Final = 0.94  # of lines: words on a wall are short


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What a drawing is drawn with.

    Attributes:
        width: of the room, in units.
        heights: of the room of the first slide, and of all others.
        text: size of words that are read first, at least `SMALLEST`.
        small: of words that are read after, at least `SMALLEST`.
    """

    look: Look
    tools: Tools
    width: float
    heights: tuple[float, float]
    text: float
    small: float

    def height(self, slide: int) -> float:
        """The room of the slide with this number, from 0."""
        return self.heights[0 if slide == 0 else 1]

    @property
    def least(self) -> float:
        """The room that every slide has."""
        return min(self.heights)

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
        return replace(self, text=max(SMALLEST, self.text - 2), small=max(SMALLEST, self.small - 2))


@dataclass(slots=True, kw_only=True)
class Part:
    """What of a drawing is on one slide.

    Attributes:
        scene: from the top left corner of the room.
        facts: what it rests on.
        sources: whose it is, beside those of the facts.
        art: where illustrations are; empty for none.
    """

    scene: Scene
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


def new_part(pen: Pen) -> Part:
    """An empty one."""
    return Part(scene=Scene(QSizeF(pen.width, 0)))


class Piled(NamedTuple):
    """Which of many things stand on one slide: from `first` to before `end`."""

    first: int
    end: int


def piled(heights: Sequence[float], gap: float, room: Callable[[int], float]) -> list[Piled]:
    """Things of these heights, in order, on as few slides as can be, and as even as can be.

    Args:
        heights: of each thing; one that is too high for a slide has it to itself.
        gap: between two things.
        room: how high the slide with this number, from 0, is.
    """
    found = _filled(heights, gap, room)
    spans = sorted({_span(heights[one.first : one.end], gap) for one in found})
    low, high = max(heights, default=0.0), spans[-1] if spans else 0.0
    for _ in range(8):  # halves until nobody would see a difference
        most = (low + high) / 2
        tried = _filled(heights, gap, lambda slide: min(room(slide), most))
        if len(tried) > len(found):
            low = most
        else:
            found, high = tried, most
    return found


def _filled(heights: Sequence[float], gap: float, room: Callable[[int], float]) -> list[Piled]:
    made: list[Piled] = []
    first, used = 0, 0.0
    for place, high in enumerate(heights):
        needed = used + (gap if place > first else 0) + high
        if place > first and needed > room(len(made)) + 0.01:
            made.append(Piled(first, place))
            first, needed = place, high
        used = needed
    return [*made, Piled(first, len(heights))] if heights else made


def _span(heights: Sequence[float], gap: float) -> float:
    return sum(heights) + gap * max(0, len(heights) - 1)


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
