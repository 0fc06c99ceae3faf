"""What is too high for a slide: in smaller letters if these are large, else in parts."""

from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import Box, Point, PointMark, Strand, Strands, plain
from crmo_desktop.gui.slides.blocks import LEADS, Block, box_block, point_block
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import SMALLEST

_ENDS: Final = (". ", "; ", " · ", ": ", ", ", " ")  # where a point may be parted, the best first
_SMALLER: Final = 0.88  # from one size that is tried to the next
_LATE: Final = 0.55  # a part is at least as long as this of what would fit


def cut_point(point: Point, look: RoomLook, width: float, highest: float) -> list[Block]:
    """A point as blocks no higher than `highest`: whole where that can be, if need be in smaller letters."""
    size = next((each for each in _sizes(look.text) if _fits(point, look, width, highest, each)), look.small)
    return [point_block(part, look, width, size=size) for part in _parts(point, look, width, highest, size)]


def _sizes(size: float) -> list[float]:
    """Sizes of letters to try, the largest first."""
    sizes = [size]
    while sizes[-1] > SMALLEST:
        sizes.append(max(round(SMALLEST), round(sizes[-1] * _SMALLER)))
    return sizes


def _fits(point: Point, look: RoomLook, width: float, highest: float, size: float) -> bool:
    return point_block(point, look, width, size=size).height <= highest


def _parts(point: Point, look: RoomLook, width: float, highest: float, size: float) -> list[Point]:
    """A point in parts that are no higher than `highest`; one part where it fits."""
    parts: list[Point] = []
    rest = point
    while True:
        block = point_block(rest, look, width, size=size)
        if block.height <= highest or block.lines < 2:
            return [*parts, rest]
        fitting = max(1, int(highest / (block.height / block.lines)))
        text = plain(rest.words)
        end = _end(text, block.ends[fitting - 1])
        if not 0 < end < len(text):
            return [*parts, rest]
        first, second = _parted(rest.words, end)
        parts.append(replace(rest, words=first))
        mark = PointMark.NONE if rest.mark is not PointMark.BULLET else PointMark.BULLET
        rest = replace(rest, words=second, mark=mark)


def _end(text: str, fitting: int) -> int:
    """Where to part a text of which `fitting` characters have room."""
    room = text[:fitting]
    for sign in _ENDS:
        found = room.rfind(sign)
        if found >= fitting * _LATE or (sign == " " and found > 0):
            return found + len(sign)
    return fitting


def _parted(words: Strands, end: int) -> tuple[Strands, Strands]:
    first: list[Strand] = []
    second: list[Strand] = []
    for strand in words:
        if end >= len(strand.text):
            first.append(strand)
        elif end <= 0:
            second.append(strand)
        else:
            first.append(strand._replace(text=strand.text[:end]))
            second.append(strand._replace(text=strand.text[end:]))
        end -= len(strand.text)
    return tuple(first), tuple(second)


def box_blocks(box: Box, look: RoomLook, width: float, audience: Audience, highest: float) -> list[Block]:
    """A call-out in as many as it needs, each with its icon and word, and with whole points if these fit."""
    make = partial(box_block, look=look, width=width, audience=audience)
    whole = make(box)
    if whole.height <= highest:
        return [whole]
    ways = [
        _within(box, look, whole.inner, highest - make(replace(box, points=()), size=size).height, size)
        for size in _sizes(whole.inner_size)
    ]
    size, lead, room = next((way for way in ways if way.is_whole), ways[-1])[:3]
    parts = [
        part for point in box.points[len(lead) :] for part in _parts(point, look, whole.inner, room, size)
    ]
    groups = [[*lead]]
    for part in parts:
        tried = replace(box, points=(*groups[-1], part))
        if len(groups[-1]) > len(lead) and make(tried, size=size).height > highest:
            groups.append([*lead])  # what leads into a list is said again above the rest of it
        groups[-1].append(part)
    return [make(replace(box, points=tuple(group)), size=size) for group in groups]


class _Way(NamedTuple):
    """How points of a call-out can be set: which is said again over each part, the room for others."""

    size: float
    lead: list[Point]
    room: float
    is_whole: bool


def _within(box: Box, look: RoomLook, width: float, highest: float, size: float) -> _Way:
    lead = _lead(box, look, width, highest, size)
    room = highest - sum(_height(each, look, width, size) for each in lead)
    is_whole = all(_fits(point, look, width, room, size) for point in box.points[len(lead) :])
    return _Way(size, lead, room, is_whole)


def _lead(box: Box, look: RoomLook, width: float, highest: float, size: float) -> list[Point]:
    """What leads into the list that a call-out is, if that leaves room for the list."""
    first = box.points[0]
    if len(box.points) < 2 or not plain(first.words).rstrip().endswith(LEADS):
        return []
    return [first] if _height(first, look, width, size) < highest / 2 else []


def _height(point: Point, look: RoomLook, width: float, size: float) -> float:
    """Of a point with the room between it and the next."""
    return point_block(point, look, width, size=size).height + size
