"""What happened when, a few events on a slide, beside an axis of all years on which theirs are full."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from crmo_desktop.domain.picture import Event, Timeline
from crmo_desktop.gui.drawing.blocks import Block, text_of
from crmo_desktop.gui.drawing.scene import width_of
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, new_part, piled, put

_LEAD: Final = 90.0  # room for the lines from the dots to the words
_DOT: Final = 9.0  # radius
_AXIS: Final = 14.0  # of the first and last dot from the edges
_STEPS: Final = (5, 10, 20, 50, 100)  # years from one tick to the next
_TICK_ROOM: Final = 52.0


@dataclass(frozen=True, slots=True)
class _Entry:
    event: Event
    year: Block
    words: Block
    high: float


def event_parts(drawing: Timeline, pen: Pen) -> list[Part]:
    """The events from the oldest."""
    events = sorted(drawing.events, key=_year)
    axis = width_of("2000", pen.line("2000", is_figure=True).font) + 2 * _DOT + 12
    years = max(width_of(event.shown, pen.line("2", pen.text, 700, is_figure=True).font) for event in events)
    left = axis + _LEAD + years + GAP
    entries = [_entry(event, pen, pen.width - left) for event in events]
    parts: list[Part] = []
    for pile in piled([entry.high for entry in entries], GAP, pen.height):
        part, shown = new_part(pen), entries[pile.first : pile.end]
        spare = pen.height(len(parts)) - sum(entry.high for entry in shown) - GAP * (len(shown) - 1)
        gap = GAP + max(0.0, min(spare / len(shown), 40.0))
        top, middles = 0.0, []
        for entry in shown:
            middles.append(top + entry.year.height(years + 4) / 2)
            put(part.scene, entry.year, axis + _LEAD, top, years + 4)
            put(part.scene, entry.words, left, top, pen.width - left)
            part.rests_on(entry.event.title, entry.event.text)
            top += entry.high + gap
        high = pen.height(len(parts))
        _put_axis(
            part, events, {id(e.event): m for e, m in zip(shown, middles, strict=True)}, pen, (axis, high)
        )
        part.scene.size.setHeight(max(high, top - gap))
        parts.append(part)
    return parts


def _year(event: Event) -> int:
    return event.year


def _entry(event: Event, pen: Pen, width: float) -> _Entry:
    year = Block(pen.line(event.shown, pen.text, 700, "accent", is_figure=True))
    words = Block(pen.line(event.title.text, pen.text, 600), pen.line(text_of(event.text), above=2))
    return _Entry(event, year, words, words.height(width))


def _put_axis(
    part: Part, events: list[Event], middles: dict[int, float], pen: Pen, place: tuple[float, float]
) -> None:
    """All years; dots of the events that are told here are full, and a line leads from each to its words."""
    scene, (axis, high) = part.scene, place
    first, last = events[0].year, events[-1].year
    x, top, bottom = axis - _DOT, _AXIS, high - _AXIS

    def y(year: int) -> float:
        return top + (bottom - top) * (year - first) / max(1, last - first)

    step = next((s for s in _STEPS if (bottom - top) * s / max(1, last - first) >= _TICK_ROOM), _STEPS[-1])
    scene.line(QPointF(x, top), QPointF(x, bottom), "border_strong", 3.0)
    for year in range(first, last + 1):
        if year % step == 0:
            tick = Block(pen.line(str(year), role="muted", is_figure=True))
            half = tick.height(200) / 2
            room = QRectF(0, y(year) - half, x - _DOT - 8, 0)
            tick.put(scene, room, "page", Qt.AlignmentFlag.AlignRight)
    told = [event for event in events if id(event) in middles]
    for event in events:
        if id(event) not in middles:
            _dot(part, QPointF(x, y(event.year)), is_full=False)
    for rank, event in enumerate(told):
        at, end = QPointF(x, y(event.year)), QPointF(axis + _LEAD - 12, middles[id(event)])
        share = rank / max(1, len(told) - 1)
        turn = at.x() + (end.x() - at.x()) * (0.15 + 0.7 * (share if end.y() < at.y() else 1 - share))
        path = QPainterPath(at)
        path.cubicTo(QPointF(turn, at.y()), QPointF(turn, end.y()), end)
        scene.shape(path, line="accent", width=2.5)
        _dot(part, at, is_full=True)


def _dot(part: Part, at: QPointF, *, is_full: bool) -> None:
    dot = QPainterPath()
    dot.addEllipse(at, _DOT, _DOT)
    if is_full:
        part.scene.shape(dot, fill="accent", line="page", width=2.5)
    else:
        part.scene.shape(dot, fill="page", line="border_strong", width=2.5)
