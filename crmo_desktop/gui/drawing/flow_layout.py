"""Where the boxes and arrows of a flow chart go: the longest way down the left, what leaves it at the right.

Arrows run in lanes of their own: left of the way (from one of its steps to a later one), between the columns
(aside, and back), and between the rows. So none can go through a box. A chart that would need more than that
is not laid out at all; it is told in words then.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Flow
from crmo_desktop.gui.drawing.flow_order import Sides, sides_of, ways

TRACK: Final = 12.0  # between two arrows that run beside each other
ROOM: Final = 38.0  # between two boxes that an arrow joins
PORT: Final = 16.0  # from an arrow's end to the corner of its box
WIDEST: Final = 560.0  # of a column: longer lines are hard to read
_BESIDE: Final = 8.0  # from an arrow to its words
_NEXT_TO: Final = 18.0  # between two boxes at the side that nothing joins


class Measures(NamedTuple):
    """What the layout asks about words.

    Attributes:
        height: of a step's box at a width.
        least: the least width of a step's box.
        label: the size of an arrow's words, broken at a width.
        widest: the most that an arrow's words take of a lane.
        narrowest: the least widths of the column of the way and of the one at its side.
    """

    height: Callable[[str, float], float]
    least: Callable[[str], float]
    label: Callable[[str, float], QSizeF]
    widest: float
    narrowest: tuple[float, float]


@dataclass(slots=True)
class Route:
    """An arrow from a step to another, with its words."""

    start: str
    end: str
    label: str
    points: list[QPointF] = field(default_factory=list)
    words: QRectF = field(default_factory=QRectF)


class Plan(NamedTuple):
    """A chart that is laid out."""

    boxes: dict[str, QRectF]
    routes: list[Route]
    size: QSizeF


def laid_out(flow: Flow, width: float, measures: Measures) -> Plan | None:
    """The chart in `width`, as low as it can be; None if it is not to be drawn there as a chart."""
    plans = [_tried(flow, sides, width, measures) for sides in sides_of(flow)]
    return min(
        (plan for plan in plans if plan is not None), key=lambda plan: plan.size.height(), default=None
    )


def _tried(flow: Flow, sides: Sides, width: float, measures: Measures) -> Plan | None:
    tracks = 0
    for _ in range(4):  # how many arrows run between the columns shows once the boxes stand
        chart = _Chart(flow, sides, width, measures, tracks)
        if not chart.fits():
            return None
        chart.place()
        needed = chart.tracks_needed()
        if needed is None:
            return None
        if needed <= tracks:
            plan = chart.plan()
            return plan if is_clear(plan) else None
        tracks = needed
    return None


def is_clear(plan: Plan) -> bool:
    """Whether no arrow goes through a box or through words, and no words lie on others."""
    inside = [rect.adjusted(1, 1, -1, -1) for rect in plan.boxes.values()]
    words = [route.words for route in plan.routes if route.label]
    for number, rect in enumerate(words):
        if any(rect.intersects(other) for other in [*inside, *words[:number]]):
            return False
    lines = [(one, two) for route in plan.routes for one, two in pairwise(route.points)]
    return not any(_covers(rect, one, two) for rect in [*inside, *words] for one, two in lines)


def _covers(rect: QRectF, one: QPointF, two: QPointF) -> bool:
    """Whether a line, which is level or upright, goes through a rectangle."""
    return (
        max(one.x(), two.x()) > rect.left()
        and min(one.x(), two.x()) < rect.right()
        and max(one.y(), two.y()) > rect.top()
        and min(one.y(), two.y()) < rect.bottom()
    )


class _Chart:
    """One try at a layout, with room for so many arrows between the columns."""

    def __init__(self, flow: Flow, sides: Sides, width: float, measures: Measures, tracks: int) -> None:
        self.flow, self.sides, self.measures, self.tracks = flow, sides, measures, tracks
        self.place_of = {id: number for number, id in enumerate(sides.way)}
        self.routes = [Route(step.id, next, label) for step in flow.steps for label, next in ways(step)]
        self.kinds = {(route.start, route.end): self._kind(route) for route in self.routes}
        self.boxes: dict[str, QRectF] = {}
        self.ports: dict[tuple[int, str], float] = {}  # by the number of the route, and which of its ends
        self._split(width)

    # ------------------------------------------------------------------ kinds of arrow

    def is_on_way(self, id: str) -> bool:
        return id in self.place_of

    def kind(self, route: Route) -> str:
        """One of "down", "skip", "out" (to the side), "back" (from it) and "stack" (within it)."""
        return self.kinds[route.start, route.end]

    def _kind(self, route: Route) -> str:
        start, end = self.place_of.get(route.start), self.place_of.get(route.end)
        if start is not None and end is not None:
            return "down" if end == start + 1 else "skip"
        if start is not None:
            return "out"
        return "back" if end is not None else "stack"

    def of_kind(self, *kinds: str) -> list[tuple[int, Route]]:
        return [(number, route) for number, route in enumerate(self.routes) if self.kind(route) in kinds]

    # ------------------------------------------------------------------ widths

    def _split(self, width: float) -> None:
        skips, outs = self.of_kind("skip"), self.of_kind("out")
        self.left_words = max((self._label(route).width() for _, route in skips), default=0.0)
        lanes = max(self._tracks_of_skips().values(), default=0) + 1
        self.left_lane = (self.left_words + _BESIDE + TRACK * lanes + 2) if skips else 0.0
        outs += [pair for pair in self.of_kind("back") if self._is_blocked(pair[1])]
        self.middle_words = max((self._label(route).width() for _, route in outs), default=0.0)
        self.middle_lane = 0.0
        if self.sides.aside:
            self.middle_lane = max(ROOM, self.middle_words + 2 * _BESIDE + 6) + TRACK * self.tracks
        free = width - self.left_lane - self.middle_lane
        self.main, self.side = min(free, WIDEST + 80), 0.0
        if self.sides.aside:
            least = max(map(self.measures.least, self.sides.aside))
            self.side = min(WIDEST * 0.8, max(least, self.measures.narrowest[1], free * 0.4))
            self.main = min(free - self.side, WIDEST)
        used = self.left_lane + self.main + self.middle_lane + self.side
        self.left = max(0.0, (width - used) / 2) + self.left_lane
        self.right = self.left + self.main + self.middle_lane  # where the side begins

    def fits(self) -> bool:
        least = max(map(self.measures.least, self.sides.way))
        return self.main >= max(least, self.measures.narrowest[0])

    def _label(self, route: Route) -> QSizeF:
        return self.measures.label(route.label, self.measures.widest) if route.label else QSizeF(0, 0)

    def _wide_label(self, route: Route) -> QSizeF:
        """Of an arrow that goes down, whose words have half a box beside it."""
        width = (self.main if self.is_on_way(route.start) else self.side) / 2 - PORT - 24
        return self.measures.label(route.label, width) if route.label else QSizeF(0, 0)

    # ------------------------------------------------------------------ places

    def place(self) -> None:
        """Put the boxes from above to below."""
        top = 0.0
        for number, id in enumerate(self.sides.way):
            high = max(self.measures.height(id, self.main), self._ports_height(id))
            if number:
                [down] = [r for _, r in self.of_kind("down") if r.end == id][:1]
                top += max(ROOM, self._wide_label(down).height() + 18)
            top = max(top, self._below_those_that_come_back(id))
            self.boxes[id] = QRectF(self.left, top, self.main, high)
            self._set_ports(id)
            for aside in self.sides.aside:
                if self.sides.beside[aside] == number:
                    self._place_aside(aside)
            top += high

    def _below_those_that_come_back(self, id: str) -> float:
        """The least top of a step of the way, so that arrows from the side can come down to it."""
        top = 0.0
        for _, route in self.of_kind("back"):
            if route.end == id:
                bottom = self.boxes[route.start].bottom()
                words = self._wide_label(route).height()
                if self._has_own_side(id):
                    top = max(top, bottom + words + 2 * PORT + 10)
                else:
                    top = max(top, bottom + words + 6)
        return top

    def _has_own_side(self, id: str) -> bool:
        """Whether something stands at the right of a step of the way, so that arrows come in from above."""
        return any(self.sides.beside[aside] == self.place_of[id] for aside in self.sides.aside)

    def _place_aside(self, id: str) -> None:
        high = self.measures.height(id, self.side)
        above = [aside for aside in self.sides.aside if aside in self.boxes]
        entering = [(number, route) for number, route in enumerate(self.routes) if route.end == id]
        first = next((number for number, route in entering if self.kind(route) == "out"), None)
        free = 0.0
        if above:
            stacked = [route for _, route in entering if route.start == above[-1]]
            room = max((max(ROOM, self._wide_label(r).height() + 18) for r in stacked), default=_NEXT_TO)
            free = self.boxes[above[-1]].bottom() + room
        top = max(free, self.boxes[self.sides.way[self.sides.beside[id]]].top())
        if first is not None and not [r for _, r in entering if self.kind(r) == "stack"]:
            port = self.ports[first, "start"]
            if port > top + high - PORT:
                top = port - high / 2
        self.boxes[id] = QRectF(self.right, top, self.side, high)

    # ------------------------------------------------------------------ ends of arrows

    def _at(self, id: str, side: str) -> list[tuple[int, str, float]]:
        """The ends at one side of a step of the way, from above: route, which end, room above it."""
        found: list[tuple[int, str, float]] = []
        for number, route in enumerate(self.routes):
            kind = self.kind(route)
            comes_in = kind == ("skip" if side == "left" else "back") and route.end == id
            if comes_in and (side == "left" or not self._has_own_side(id)):
                found.append((number, "end", PORT))
        for number, route in enumerate(self.routes):
            kind = self.kind(route)
            if kind == ("skip" if side == "left" else "out") and route.start == id:
                found.append((number, "start", max(PORT, self._label(route).height() + 6)))
        return found

    def _ports_height(self, id: str) -> float:
        return max(sum(room for *_, room in self._at(id, side)) + PORT for side in ("left", "right"))

    def _set_ports(self, id: str) -> None:
        rect = self.boxes[id]
        for side in ("left", "right"):
            ends = self._at(id, side)
            slack = (rect.height() - PORT - sum(room for *_, room in ends)) / (len(ends) + 1)
            y = rect.top()
            if len(ends) == 1:
                slack = max(slack, 0.0)
            for number, which, room in ends:
                y += slack + room
                self.ports[number, which] = y

    # ------------------------------------------------------------------ arrows

    def tracks_needed(self) -> int | None:
        """How many arrows turn between the columns; None if one cannot be drawn."""
        needed = 0
        for number, route in enumerate(self.routes):
            kind = self.kind(route)
            if kind == "out" and not self._goes_straight(number, route):
                needed += 1
            elif kind == "stack" and not self._is_next(route):
                return None
            elif kind == "back" and self._is_blocked(route):
                needed += 1
        return needed

    def _goes_straight(self, number: int, route: Route) -> bool:
        rect, y = self.boxes[route.end], self.ports[number, "start"]
        return rect.top() + 8 <= y <= rect.bottom() - 8

    def _is_next(self, route: Route) -> bool:
        return (route.start, route.end) in pairwise(self.sides.aside)

    def _is_blocked(self, route: Route) -> bool:
        """Whether something at the side stands below the start of an arrow back to the way."""
        place = self.sides.aside.index(route.start)
        goal = self.place_of[route.end]
        return any(self.sides.beside[aside] < goal for aside in self.sides.aside[place + 1 :])

    def plan(self) -> Plan:
        """All arrows, each in its lane."""
        lane = self._tracks_of_skips()
        turning = 0
        for number, route in enumerate(self.routes):
            kind = self.kind(route)
            if kind in ("down", "stack"):
                self._go_down(route)
            elif kind == "skip":
                self._skip(number, route, lane[number])
            elif kind == "out":
                straight = self._goes_straight(number, route)
                self._go_out(number, route, None if straight else turning)
                turning += not straight
            else:
                blocked = self._is_blocked(route)
                self._go_back(number, route, turning if blocked else None)
                turning += blocked
        bottom = max(rect.bottom() for rect in self.boxes.values())
        return Plan(self.boxes, self.routes, QSizeF(self.right + self.side, bottom))

    def _go_down(self, route: Route) -> None:
        start, end = self.boxes[route.start], self.boxes[route.end]
        x = start.center().x()
        route.points = [QPointF(x, start.bottom()), QPointF(x, end.top())]
        size = self._wide_label(route)
        middle = (start.bottom() + end.top() - 6) / 2
        route.words = QRectF(x + _BESIDE, middle - size.height() / 2, size.width(), size.height())

    def _tracks_of_skips(self) -> dict[int, int]:
        """Long ways round run outside of short ones; those that do not meet share a track."""
        skips = [
            (self.place_of[route.end] - self.place_of[route.start], number, route)
            for number, route in self.of_kind("skip")
        ]
        found: dict[int, int] = {}
        taken: list[set[int]] = []
        for _, number, route in sorted(skips, key=lambda skip: skip[:2]):
            rows = set(range(self.place_of[route.start], self.place_of[route.end] + 1))
            track = 1 + max((n for n, others in enumerate(taken) if others & rows), default=-1)
            if track == len(taken):
                taken.append(set())
            taken[track] |= rows
            found[number] = track
        return found

    def _skip(self, number: int, route: Route, track: int) -> None:
        start, end = self.ports[number, "start"], self.ports[number, "end"]
        x = self.left - self.left_words - _BESIDE - TRACK * (track + 1)
        route.points = [
            QPointF(self.left, start),
            QPointF(x, start),
            QPointF(x, end),
            QPointF(self.left, end),
        ]
        size = self._label(route)
        route.words = QRectF(
            self.left - _BESIDE - size.width(), start - size.height() - 2, size.width(), size.height()
        )

    def _go_out(self, number: int, route: Route, track: int | None) -> None:
        y, edge = self.ports[number, "start"], self.left + self.main
        goal = self.boxes[route.end]
        route.points = [QPointF(edge, y)]
        if track is not None:
            x, into = self._track(track), goal.top() + min(goal.height() / 2, 30)
            route.points += [QPointF(x, y), QPointF(x, into)]
            y = into
        route.points.append(QPointF(goal.left(), y))
        size, out = self._label(route), self.ports[number, "start"]
        route.words = QRectF(edge + _BESIDE, out - size.height() - 2, size.width(), size.height())

    def _track(self, track: int) -> float:
        return self.right - 14 - TRACK * track

    def _go_back(self, number: int, route: Route, track: int | None) -> None:
        start, goal = self.boxes[route.start], self.boxes[route.end]
        size = self._wide_label(route) if track is None else self._label(route)
        if track is None:
            x, left = start.center().x(), start.center().x() + _BESIDE
            route.points, top = [QPointF(x, start.bottom())], start.bottom() + 6
        else:
            x, y = self._track(track), start.bottom() - min(14.0, start.height() / 3)
            left, top = self._track(self.tracks - 1) - _BESIDE - size.width(), y + 2
            route.points = [QPointF(start.left(), y), QPointF(x, y)]
        if self._has_own_side(route.end):
            y, into = goal.top() - PORT, goal.right() - 28
            route.points += [QPointF(x, y), QPointF(into, y), QPointF(into, goal.top())]
        else:
            y = self.ports[number, "end"]
            route.points += [QPointF(x, y), QPointF(goal.right(), y)]
        route.words = QRectF(left, top, size.width(), size.height())
