"""What diagrams are put together from: words that are measured and then set, arrows, numbers, call-outs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainterPath

from crmo_desktop.domain.picture import Words
from crmo_desktop.gui.drawing.scene import Mark, Scene, at_least_target, box, height_of, longest_word
from crmo_desktop.gui.icons import IconShelf

HEAD: Final = 8.0  # pixels from the tip of an arrow to its back
NUMBER: Final = 22.0  # across a number's sign
_CORNER: Final = 7.0  # radius of an arrow's bends
_SHORT: Final = re.compile(r"(?:(?<=\b\w)|(?<=\b\w\w))-(?=\w)|(?<=\w)-(?=\w{1,3}\b)")
_LONGEST: Final = 4  # of the words of a text are measured: the widest is among the longest


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a block.

    Attributes:
        above: pixels between it and the paragraph before.
        spacing: factor on the height of its lines.
    """

    text: str
    font: QFont
    role: str = "text"
    above: float = 0.0
    spacing: float = 1.0


class Block:
    """Paragraphs below each other, measured before they are set."""

    def __init__(self, *lines: Line | None) -> None:
        """Paragraphs without words take no room."""
        told = [line for line in lines if line is not None and line.text]
        self.lines = [replace(line, text=unbroken(line.text)) for line in told]
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """How high it is, broken at `width`."""
        if width not in self._heights:
            above = sum(line.above for line in self.lines[1:])
            high = sum(height_of(line.text, line.font, width, line.spacing) for line in self.lines)
            self._heights[width] = above + high
        return self._heights[width]

    def least(self) -> float:
        """The least width at which it is broken between words only."""
        return max((widest_word(line.text, line.font) for line in self.lines), default=0.0)

    def put(
        self, scene: Scene, place: QRectF, ground: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> float:
        """Set it from the top of `place`; returns where it ends."""
        top = place.top()
        for number, line in enumerate(self.lines):
            top += line.above if number else 0
            rect = QRectF(place.x(), top, place.width(), 0)
            covered = scene.words(
                line.text, line.font, rect, role=line.role, ground=ground, align=align, spacing=line.spacing
            )
            top += covered.height()
        return top


def unbroken(text: str) -> str:
    """`text` with hyphens at which no line breaks where a part is as short as in "X-ray" and "HLA-B27"."""
    return _SHORT.sub("\u2011", text)


def widest_word(text: str, font: QFont) -> float:
    """The least width at which `text` is broken between words only, without measuring each of them."""
    return longest_word(" ".join(sorted(text.split(), key=len)[-_LONGEST:]), font)


def said(*parts: str) -> str:
    """Sentences one after the other: what has no end of its own gets a full stop, but for the last."""
    told = [part.strip() for part in parts if part.strip()]
    closed = [part if part[-1] in ".!?:" else f"{part}." for part in told[:-1]]
    return " ".join([*closed, *told[-1:]])


def facts_of(*words: Words | None) -> tuple[str, ...]:
    """What these words rest on, each named once."""
    return tuple(dict.fromkeys(str(fact) for one in words if one is not None for fact in one.facts))


def target_of(*words: Words | None) -> str:
    """The first address that one of these words leads to; "" if none does."""
    return next((one.target for one in words if one is not None and one.target), "")


def text_of(words: Words | None) -> str:
    """The text of words that need not be there."""
    return "" if words is None else words.text


def mark(scene: Scene, id: str, name: str, rect: QRectF, *words: Words | None, radius: float = 6.0) -> Mark:
    """Name the place `rect`, which shows `words`."""
    grown = at_least_target(rect)
    made = Mark(
        id=id,
        name=name,
        area=box(grown, radius),
        ring=grown,
        target=target_of(*words),
        facts=facts_of(*words),
    )
    scene.marks.append(made)
    return made


def arrow(scene: Scene, points: Sequence[QPointF], role: str = "muted", width: float = 1.6) -> None:
    """A line through `points`, bent round its corners, with a head whose tip is the last of them."""
    tip, before = points[-1], points[-2]
    way = hypot(tip.x() - before.x(), tip.y() - before.y()) or 1.0
    ahead = QPointF((tip.x() - before.x()) / way, (tip.y() - before.y()) / way)
    back = tip - ahead * HEAD
    scene.shape(bent([*points[:-1], back + ahead * 1.0]), line=role, width=width)
    across = QPointF(-ahead.y(), ahead.x()) * (HEAD * 0.56)
    head = QPainterPath(tip)
    head.lineTo(back + across)
    head.lineTo(back - across)
    head.closeSubpath()
    scene.shape(head, fill=role)


def bent(points: Sequence[QPointF]) -> QPainterPath:
    """A line through `points` with round corners."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(points[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """A point on the way from a corner to another, where its bend begins."""
    way = other - corner
    length = hypot(way.x(), way.y()) or 1.0
    return corner + way * (min(_CORNER, length / 2) / length)


def icon(scene: Scene, icons: IconShelf, name: str, role: str, rect: QRectF) -> None:
    """An icon of the program in a role of the theme."""
    scene.art(icons.svg(name).replace("currentColor", f"{{{role}}}"), rect)


def number(
    scene: Scene, text: str, middle: QPointF, font: QFont, *, kind: str = "full", ground: str = "card"
) -> QRectF:
    """A number in a sign: "full" (a filled circle), "open" (a square) or "end" (two circles).

    Returns where the sign is.
    """
    rect = QRectF(0, 0, NUMBER, NUMBER)
    rect.moveCenter(middle)
    ink, behind = "text", ground
    if kind == "full":
        scene.shape(box(rect, NUMBER / 2), fill="accent")
        ink, behind = "on_accent", "accent"
    elif kind == "open":
        scene.shape(box(rect.adjusted(0.75, 0.75, -0.75, -0.75), 4), line="border_strong", width=1.5)
    else:
        scene.shape(box(rect.adjusted(-1.5, -1.5, 1.5, 1.5), 14), line="text", width=1.2)
        scene.shape(box(rect.adjusted(1.5, 1.5, -1.5, -1.5), 11), line="text", width=1.2)
    high = height_of(text, font, NUMBER * 2)
    place = QRectF(middle.x() - NUMBER, middle.y() - high / 2, NUMBER * 2, 0)
    scene.words(text, font, place, role=ink, ground=behind, align=Qt.AlignmentFlag.AlignHCenter)
    return rect


def call_out(scene: Scene, rect: QRectF, role: str) -> None:
    """The ground of a call-out: tint, a frame that shows where there is no tint, and a bar at the left."""
    path = box(rect, 8)
    scene.shape(path, fill=f"{role}_bg")
    bar = QPainterPath()
    bar.addRect(QRectF(rect.left(), rect.top(), 5, rect.height()))
    scene.shape(path.intersected(bar), fill=f"{role}_bar")
    scene.shape(box(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7.5), line=f"{role}_bar", width=1.0)


def evenly(width: float, count: int, gap: float) -> float:
    """How wide each of `count` columns is in `width` with `gap` between them."""
    return (width - gap * (count - 1)) / count


def united(rects: Iterable[QRectF]) -> QRectF:
    """What covers all of `rects`."""
    whole = QRectF()
    for rect in rects:
        whole = whole.united(rect)
    return whole


def ended(scene: Scene, width: float, bottom: float) -> Scene:
    """`scene` as high as what is in it."""
    scene.size = QSizeF(width, bottom)
    return scene
