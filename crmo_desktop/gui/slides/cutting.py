"""What is too high for a slide, in parts that are not."""

from dataclasses import replace
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import Box, Point, PointMark, Strand, Strands, plain
from crmo_desktop.gui.slides.blocks import LEADS, Block, box_block, point_block
from crmo_desktop.gui.slides.room_look import RoomLook

_ENDS: Final = (". ", "; ", " · ", ": ", ", ", " ")  # where a point may be parted, the best first
_LATE: Final = 0.55  # a part is at least as long as this of what would fit


def cut_point(
    point: Point, look: RoomLook, width: float, highest: float, *, size: float | None = None
) -> list[Point]:
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
    """A call-out in as many as it needs, each with its icon and word."""
    whole = box_block(box, look, width, audience)
    if whole.height <= highest:
        return [whole]
    empty = box_block(replace(box, points=()), look, width, audience).height
    lead = _lead(box, look, whole, highest - empty)
    room = highest - empty - sum(point_block(each, look, whole.inner).height + look.text for each in lead)
    points = [
        part
        for point in box.points[len(lead) :]
        for part in cut_point(point, look, whole.inner, room, size=whole.inner_size)
    ]
    groups = [[*lead]]
    for point in points:
        tried = replace(box, points=(*groups[-1], point))
        if len(groups[-1]) > len(lead) and box_block(tried, look, width, audience).height > highest:
            groups.append([*lead])  # what leads into a list is said again above the rest of it
        groups[-1].append(point)
    return [box_block(replace(box, points=tuple(group)), look, width, audience) for group in groups]


def _lead(box: Box, look: RoomLook, whole: Block, highest: float) -> list[Point]:
    """What leads into the list that a call-out is, if that leaves room for the list."""
    first = box.points[0]
    if len(box.points) < 2 or not plain(first.words).rstrip().endswith(LEADS):
        return []
    height = point_block(first, look, whole.inner, size=whole.inner_size).height
    return [first] if height < highest / 2 else []
