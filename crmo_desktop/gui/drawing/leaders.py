"""Where names stand beside an illustration so that they do not overlap and their lines do not cross."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF

Segment = tuple[QPointF, QPointF]


def split(places: Sequence[tuple[float, float]], width: float) -> tuple[list[int], list[int]]:
    """Which names go to the left and which to the right of an illustration `width` wide.

    Args:
        places: for each name, how far from the left its line ends, and how high it is.
        width: of the illustration.

    Returns:
        The numbers of the names, each side from left to right. What goes left ends further left than all that
        goes right; otherwise lines could cross. The sides are as even in height as that allows, and names are
        near what they name where that costs nothing.
    """
    order = sorted(range(len(places)), key=lambda number: (places[number][0], number))
    heights = [places[number][1] for number in order]

    def cost(count: int) -> tuple[float, float]:
        longer = max(sum(heights[:count]), sum(heights[count:]))
        wrong = sum(abs(places[n][0] - width / 2) for n in order[:count] if places[n][0] > width / 2)
        wrong += sum(abs(places[n][0] - width / 2) for n in order[count:] if places[n][0] <= width / 2)
        return longer + wrong * 0.5, wrong

    count = min(range(len(order) + 1), key=cost)
    return order[:count], order[count:]


def spread(goals: Sequence[float], heights: Sequence[float], gap: float, height: float) -> list[float]:
    """The tops of names, in the order given, near `goals`, at least `gap` apart.

    They stay within 0 and `height` if there is room for all of them; else they are as near as can be.
    """
    blocks: list[list[float]] = []  # of names that touch: top, height with gaps, how many, sum of wishes
    for goal, high in zip(goals, heights, strict=True):
        blocks.append([goal, high + gap, 1, goal])
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] > blocks[-1][0]:
            _, lower, count, wish = blocks.pop()
            upper = blocks[-1]
            upper[3] += wish - count * upper[1]  # where the upper ones would have to begin for it
            upper[1] += lower
            upper[2] += count
            upper[0] = upper[3] / upper[2]
    tops: list[float] = []
    heights_left = iter(heights)
    for top, _, count, _ in blocks:
        for _ in range(int(count)):
            tops.append(top)
            top += next(heights_left) + gap  # noqa: PLW2901  # the next one of the same block
    return _kept_within(tops, heights, gap, height)


def _kept_within(tops: list[float], heights: Sequence[float], gap: float, height: float) -> list[float]:
    """The same, pushed up from below and then down from above."""
    kept = list(tops)
    room = sum(heights) + gap * (len(heights) - 1)
    floor, ceiling = (height, 0.0) if room <= height else (height + (room - height) / 2, (height - room) / 2)
    for number in reversed(range(len(kept))):
        kept[number] = min(kept[number], floor - heights[number])
        floor = kept[number] - gap
    for number in range(len(kept)):
        kept[number] = max(kept[number], ceiling)
        ceiling = kept[number] + heights[number] + gap
    return kept


def uncrossed(order: list[int], lines_of: Callable[[list[int]], list[Segment]]) -> list[int]:
    """`order` with names changed round until no two of the lines that it leads to cross."""
    order = list(order)
    for _ in range(len(order) ** 2):
        lines = lines_of(order)
        pairs = ((one, two) for one in range(len(lines)) for two in range(one + 1, len(lines)))
        found = next((pair for pair in pairs if cross(lines[pair[0]], lines[pair[1]])), None)
        if found is None:
            break
        order[found[0]], order[found[1]] = order[found[1]], order[found[0]]
    return order


def cross(one: Segment, two: Segment) -> bool:
    """Whether two lines cross."""
    return _turn(*one, two[0]) != _turn(*one, two[1]) and _turn(*two, one[0]) != _turn(*two, one[1])


def _turn(start: QPointF, end: QPointF, point: QPointF) -> bool:
    """Whether `point` lies at one side of a line or at the other."""
    return (end.x() - start.x()) * (point.y() - start.y()) > (end.y() - start.y()) * (point.x() - start.x())
