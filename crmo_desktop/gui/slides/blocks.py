"""Pieces of a matter, measured: what each takes of a slide, and what it is painted with."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Box, Piece, Point, PointMark, SubHeading
from crmo_desktop.gui.slides.elements import Element, Patch, SetText, Sign, Words, set_text
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Placed
from crmo_desktop.gui.typesetting import CALL_OUT_ROLES

_BETWEEN_POINTS: Final = 0.38  # of the text's size
_BETWEEN_DEEPER: Final = 0.2
_ABOVE_HEADING: Final = 0.7
_BELOW_HEADING: Final = 0.25
_ABOVE_BOX: Final = 0.55
_INDENT: Final = 1.0  # of the text's size: from a mark to its words
_DEEPER: Final = 0.9  # size of a point below another, in parts of the text's size
_PADDING: Final = 18.0  # in a box
_BAR: Final = 8.0  # of a box
LEADS: Final = ":"  # into what follows
# How sentences begin that lean on the one before; other languages than English do without.
_LEANING: Final = tuple(
    f"{word} "
    for word in "It Its They Their This These That Those Such Then But So And Both He She Her His".split()
)
_QUESTION: Final = 1.15  # size of a heading that begins a slide, in parts of the text's size
_BULLET: Final = 0.28  # of the text's size


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """What stands together on a slide, measured from its upper left corner.

    Attributes:
        pieces: what it shows.
        height: in units.
        above: room over it, unless it is the first on its slide.
        lines: how many lines of text; of what is no text a number that is not 1.
        points: how many of them count as points.
        keeps_next: it is not the last on its slide.
        joins: it is seen with what stands before it, not a step later.
        begins: it is the first on its slide.
        leans: it speaks of what stands before it, and is not understood without.
        ends: of a point, how many characters stand in the lines up to and with each.
        over: what stands above it unless what it follows has the same: the head of a table above its rows, a
            point above those that belong to it.
        level: of a point.
        inner, inner_size: of a call-out, the width of what stands in it and the size of its words.
    """

    pieces: tuple[Piece, ...]
    elements: tuple[Element, ...]
    placed: tuple[Placed, ...]
    height: float
    above: float = 0.0
    lines: int = 1
    points: int = 1
    sources: tuple[SourceId, ...] = ()
    keeps_next: bool = False
    joins: bool = False
    begins: bool = False
    leans: bool = False
    ends: tuple[int, ...] = ()
    over: "Block | None" = None
    level: int = 0
    inner: float = 0.0
    inner_size: float = 0.0


def point_block(point: Point, look: RoomLook, width: float, *, size: float | None = None) -> Block:
    """A point, `width` units wide."""
    size = look.text if size is None else size
    own = size if not point.level else max(look.grown(0), round(size * _DEEPER))
    indent = point.level * size * _INDENT
    room = 0.0 if point.mark is PointMark.NONE and not point.level else _room_for_mark(point, look, own)
    words = set_text(point.words, look.font(own), width - indent - room)
    at = QPointF(indent + room, 0)
    elements: list[Element] = [*_mark(point, look, own, indent, room, words), Words(words=words, at=at)]
    rect = words.rect.translated(at)
    told = f"{point.number}. {words.text}" if point.mark is PointMark.NUMBER else words.text
    placed = Placed(kind="point", rect=rect, size=words.size, words=told)
    above = size * (_BETWEEN_DEEPER if point.level else _BETWEEN_POINTS)
    return Block(
        pieces=(point,),
        elements=tuple(elements),
        placed=(placed,),
        height=words.height,
        above=above,
        lines=words.lines,
        points=0 if point.level else 1,
        sources=point.sources,
        keeps_next=words.text.rstrip().endswith(LEADS),
        joins=point.level > 0,
        leans=words.text.startswith(_LEANING),
        ends=words.ends,
        level=point.level,
    )


def _room_for_mark(point: Point, look: RoomLook, size: float) -> float:
    if point.mark is PointMark.NUMBER:
        font = look.font(size, 600)
        return set_text(f"{max(point.number, 9)}.", font, 1e4).rect.width() + 0.4 * size
    return size * (1.4 if point.mark is PointMark.BOX else 0.85)


def _mark(
    point: Point, look: RoomLook, size: float, indent: float, room: float, words: SetText
) -> list[Element]:
    line = words.layout.lineAt(0)
    middle = line.ascent() - 0.33 * size  # of small letters
    if point.mark is PointMark.BULLET:
        wide = size * _BULLET
        rect = QRectF(indent + 0.1 * size, middle - wide / 2, wide, wide)
        if point.level:
            return [Patch(rect=rect, line="accent", width=size / 14, radius=wide / 2)]
        return [Patch(rect=rect, fill="accent", radius=wide / 2)]
    if point.mark is PointMark.NUMBER:
        align = Qt.AlignmentFlag.AlignRight
        number = set_text(f"{point.number}.", look.font(size, 600), room - 0.4 * size, align=align)
        return [Words(words=number, at=QPointF(indent, 0), role="accent")]
    if point.mark is PointMark.BOX:
        wide = size * 1.1
        return [Sign(icon="square", rect=QRectF(indent, middle - wide / 2, wide, wide), role="accent")]
    return []


def heading_block(heading: SubHeading, look: RoomLook, width: float) -> Block:
    """A heading within a section."""
    size = round(look.text * _QUESTION) if heading.begins_slide else look.text
    words = set_text(heading.words, look.font(size, 600), width)
    return Block(
        pieces=(heading,),
        elements=(Words(words=words, at=QPointF(0, 0), role="heading"),),
        placed=(Placed(kind="text", rect=words.rect, size=words.size, words=words.text),),
        height=words.height + look.text * (_BELOW_HEADING - _BETWEEN_POINTS),
        above=look.text * _ABOVE_HEADING,
        lines=words.lines,
        points=0,
        keeps_next=True,
        begins=heading.begins_slide,
    )


def box_block(
    box: Box, look: RoomLook, width: float, audience: Audience, *, size: float | None = None
) -> Block:
    """A call-out: icon and word, then its points."""
    role, icon = CALL_OUT_ROLES[box.kind]
    left, inner = _BAR + _PADDING, width - _BAR - 2 * _PADDING
    size = max(look.grown(0), round(look.text * 0.92)) if size is None else size
    side = size * 1.15
    title = set_text(look.words.call_out(box.kind, audience), look.font(size, 700), inner - side - 12)
    top = _PADDING - 4
    head_at = QPointF(left + side + 12, top)
    sign = QRectF(left, top + (title.height - side) / 2, side, side)
    inside: list[Element] = [
        Sign(icon=icon, rect=sign, role=f"{role}_title"),
        Words(words=title, at=head_at, role=f"{role}_title"),
    ]
    placed = [
        Placed(kind="text", rect=title.rect.translated(head_at), size=title.size, words=title.text),
    ]
    top += title.height + 4
    blocks = point_blocks(box.points, look, inner, size=size)
    for number, block in enumerate(blocks):
        top += block.above * 0.7 if number else 0
        elements, places = moved(block, QPointF(left, top))
        inside += elements
        placed += places
        top += block.height
    height = top + _PADDING - 4
    frame = QRectF(0, 0, width, height)
    patch = Patch(rect=frame, fill=f"{role}_bg", radius=12, bar=_BAR, bar_role=f"{role}_bar")
    if look.is_high_contrast:
        patch = replace(patch, line=f"{role}_bar", rect=frame.adjusted(1, 1, -1, -1))
    return Block(
        pieces=(box,),
        elements=(patch, *inside),
        placed=(Placed(kind="box", rect=frame), *placed),
        height=height,
        above=look.text * _ABOVE_BOX,
        lines=9,
        points=max(1, min(2, len(box.points))),
        inner=inner,
        inner_size=size,
        sources=tuple(source for point in box.points for source in point.sources),
    )


def point_blocks(
    points: Iterable[Point], look: RoomLook, width: float, *, size: float | None = None
) -> list[Block]:
    """Points in a box: one by itself needs no bullet."""
    points = list(points)
    if len(points) == 1 and points[0].mark is PointMark.BULLET:
        points = [replace(points[0], mark=PointMark.NONE)]
    return [point_block(point, look, width, size=size) for point in points]


def moved(block: Block, by: QPointF, step: int = 0) -> tuple[list[Element], list[Placed]]:
    """What a block is painted with, at its place, seen from a step on."""
    elements = [replace(element.moved(by), step=step) for element in block.elements]
    placed = [replace(each, rect=each.rect.translated(by), step=step) for each in block.placed]
    return elements, placed
