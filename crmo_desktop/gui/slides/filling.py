"""Which blocks stand on a slide together: as few slides as hold them, filled alike."""

from collections.abc import Callable, Sequence
from typing import Final

from crmo_desktop.gui.slides.blocks import Block

MOST_POINTS: Final = 6
_A_SLIDE: Final = 10.0  # what another slide costs, in slides that are left empty
_ALONE: Final = 6.0  # what one short line by itself costs
_TORN: Final = 6.0  # what a point costs that is parted from what belongs to it

# How high the body of a slide with blocks of a height is, and what its foot costs.
Capacity = Callable[[Sequence[Block], float], tuple[float, float]]


def filled(blocks: Sequence[Block], capacity: Capacity) -> list[list[Block]]:
    """Share blocks out to slides, in order.

    Args:
        blocks: each fits on a slide by itself.
        capacity: tells how much room slides have.
    """
    count = len(blocks)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for start in range(count):
        if best[start][0] == float("inf"):
            continue
        height, points = 0.0, 0
        for end in range(start, count):
            block = blocks[end]
            if end > start and block.begins:
                break
            before = blocks[end - 1] if end > start else None
            height += taken(block, before)
            points += sum(part.points for _, part in stacked(block, before))
            room, extra = capacity(blocks[start : end + 1], height)
            is_first = end == start
            if not is_first and (height > room + 0.5 or points > MOST_POINTS):
                break
            cost = best[start][0] + extra + _cost(blocks, start, end, height, room)
            if cost < best[end + 1][0]:
                best[end + 1] = (cost, start)
    return _groups(blocks, best)


def starts(block: Block, before: Block | None) -> bool:
    """Whether what stands over a block (the head of its table, say) stands there on its slide."""
    return block.over is not None and (before is None or before.over is not block.over)


def stacked(block: Block, before: Block | None) -> list[tuple[float, Block]]:
    """What comes onto a slide with a block below another: each with the room above it."""
    parts = []
    if block.over is not None and starts(block, before):
        parts.append((block.over.above if before is not None else 0.0, block.over))
    is_first = before is None and not parts
    return [*parts, (0.0 if is_first else block.above, block)]


def taken(block: Block, before: Block | None) -> float:
    """How much of a slide a block takes below another, with what stands over it."""
    return sum(room + part.height for room, part in stacked(block, before))


def height_of(blocks: Sequence[Block]) -> float:
    """Of blocks on a slide together."""
    return sum(taken(block, before) for before, block in zip((None, *blocks), blocks, strict=False))


def _cost(blocks: Sequence[Block], start: int, end: int, height: float, room: float) -> float:
    empty = max(0.0, 1 - height / room)
    cost = _A_SLIDE + empty * empty
    last = blocks[end]
    following = blocks[end + 1] if end + 1 < len(blocks) else None
    if last.keeps_next and following is not None:
        cost += 100
    if following is not None and (following.joins or following.leans):
        cost += _TORN
    if start == end and _is_little(last) and len(blocks) > 1 and not last.begins:
        cost += _ALONE
    return cost


def _is_little(block: Block) -> bool:
    """Whether it looks lost on a slide by itself: a line, or one more row of a table."""
    return block.lines == 1 or (block.over is not None and block.joins)


def _groups(blocks: Sequence[Block], best: list[tuple[float, int]]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    end = len(blocks)
    while end:
        start = best[end][1]
        groups.append(list(blocks[start:end]))
        end = start
    return groups[::-1]
