"""Which blocks stand on a slide together: as few slides as hold them, filled alike."""

from collections.abc import Callable, Sequence
from typing import Final

from crmo_desktop.gui.slides.blocks import Block

MOST_POINTS: Final = 6
_A_SLIDE: Final = 10.0  # what another slide costs, in slides that are left empty
_ALONE: Final = 6.0  # what one short line by itself costs
_TORN: Final = 3.0  # what a point costs that is parted from what belongs to it

Capacity = Callable[[Sequence[Block]], tuple[float, float]]  # height there is for blocks; what that costs


def filled(blocks: Sequence[Block], capacity: Capacity) -> list[list[Block]]:
    """Share blocks out to slides, in order.

    Args:
        blocks: each fits on a slide by itself.
        capacity: how high the body of a slide with these blocks is, and what its foot costs.
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
            height += block.height + (block.above if end > start else 0)
            points += block.points
            room, extra = capacity(blocks[start : end + 1])
            is_first = end == start
            if not is_first and (height > room + 0.5 or points > MOST_POINTS):
                break
            cost = best[start][0] + extra + _cost(blocks, start, end, height, room)
            if cost < best[end + 1][0]:
                best[end + 1] = (cost, start)
    return _groups(blocks, best)


def _cost(blocks: Sequence[Block], start: int, end: int, height: float, room: float) -> float:
    empty = max(0.0, 1 - height / room)
    cost = _A_SLIDE + empty * empty
    last = blocks[end]
    following = blocks[end + 1] if end + 1 < len(blocks) else None
    if last.keeps_next and following is not None:
        cost += 100
    if following is not None and following.joins:
        cost += _TORN
    if start == end and last.lines == 1 and len(blocks) > 1 and not last.begins:
        cost += _ALONE
    return cost


def _groups(blocks: Sequence[Block], best: list[tuple[float, int]]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    end = len(blocks)
    while end:
        start = best[end][1]
        groups.append(list(blocks[start:end]))
        end = start
    return groups[::-1]
