"""What happened when: an axis of years that is true to scale, and beside it the events in words.

Words need more room than a year may have, so they stand one below the other, and a line leads from each to
its dot on the axis: there the years lie as far apart as they are.
"""

from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainterPath

from crmo_desktop.domain.picture import Event, Timeline
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import Mark, Scene, View, box, face, figures, height_of, width_of
from crmo_desktop.gui.theme import Look

DOT: Final = 6.0  # radius
_EDGE: Final = 4.0
_GAP: Final = 20.0  # from one event to the next
_LEAD: Final = 44.0  # room for the lines from the dots to the words
_RING: Final = 6.0  # from the words to the ring of the keyboard
_MOST_WORDS: Final = 600.0  # how wide a text may be
_ROOMY: Final = 440.0  # for year and words beside each other
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)  # years from one tick to the next
_TICK_ROOM: Final = 60.0  # from one tick to the next, at least


class _Faces(NamedTuple):
    year: QFont
    title: QFont
    text: QFont
    tick: QFont


@dataclass(frozen=True)
class _Plan:
    """Where things stand across.

    Attributes:
        axis: the line with the dots.
        year, words: the left ends of the two columns; the same where the year stands above the words.
        right: the end of the words.
    """

    axis: float
    year: float
    words: float
    right: float

    @property
    def is_stacked(self) -> bool:
        """Whether the year stands above the words."""
        return self.year == self.words


@dataclass(frozen=True)
class _Scale:
    """Years as places on the axis."""

    first: int
    last: int
    top: float
    bottom: float

    def y(self, year: float) -> float:
        """Where `year` is."""
        if self.first == self.last:
            return self.top
        return self.top + (self.bottom - self.top) * (year - self.first) / (self.last - self.first)

    def ticks(self) -> list[int]:
        """The years that are written at the axis."""
        pixels = (self.bottom - self.top) / max(1, self.last - self.first)
        step = next((step for step in _STEPS if step * pixels >= _TICK_ROOM), _STEPS[-1])
        return [year for year in range(self.first, self.last + 1) if year % step == 0]


def draw(drawing: Timeline, look: Look, width: float, view: View, tools: Tools) -> Scene:
    """The events from the top, the oldest first."""
    del view, tools  # there is one view, and all of it is drawn here
    faces = _faces(look)
    events = sorted(drawing.events, key=_year)
    plan = _plan(events, faces, width)
    scene = Scene(QSizeF(width, 0))
    entries = Scene(QSizeF(width, 0))  # painted after the axis and the lines
    rects: list[QRectF] = []
    top = _RING
    for event in events:
        rects.append(_entry(entries, event, faces, plan, top))
        top = rects[-1].bottom() + _GAP
    middles = [rect.top() + _line(faces) / 2 for rect in rects]
    scale = _Scale(events[0].year, events[-1].year, middles[0], middles[-1])
    _axis(scene, scale, faces, plan)
    for number, (event, rect, middle) in enumerate(zip(events, rects, middles, strict=True)):
        at, end = QPointF(plan.axis, scale.y(event.year)), QPointF(rect.left() - 8, middle)
        dot = _dot(scene, at, end, number / max(1, len(events) - 1))
        scene.marks.append(_mark(event, f"event-{number}", rect, dot, width))
    scene.add(entries, QPointF(0, 0))
    scene.size = QSizeF(width, ceil(top - _GAP + _RING))
    return scene


def _year(event: Event) -> int:
    return event.year


def _faces(look: Look) -> _Faces:
    year, tick = figures(look, 17, 700), figures(look, 13.5)
    return _Faces(year, face(look, 16, 600), face(look, 14.5), tick)


def _line(faces: _Faces) -> float:
    """How high the first line of an event is."""
    return height_of("2", faces.year, 100)


def _plan(events: list[Event], faces: _Faces, width: float) -> _Plan:
    ticks = width_of("2000", faces.tick)
    axis = _EDGE + ticks + 10 + DOT
    year = axis + _LEAD
    wide = max(width_of(event.shown, faces.year) for event in events)
    right = width - _RING
    words = year + wide + 16 if right - year - wide - 16 >= _ROOMY - 160 else year
    return _Plan(axis, year, words, min(right, words + _MOST_WORDS))


def _entry(scene: Scene, event: Event, faces: _Faces, plan: _Plan, top: float) -> QRectF:
    """Year, title and text; returns what they cover."""
    year = scene.words(
        event.shown, faces.year, QRectF(plan.year, top, plan.right - plan.year, 0), role="accent"
    )
    place = QRectF(plan.words, top, plan.right - plan.words, 0)
    if plan.is_stacked:
        place.moveTop(year.bottom())
    else:  # on one line, though the year is larger
        place.moveTop(top + (_line(faces) - height_of("2", faces.title, 100)) / 2)
    place.moveTop(scene.words(event.title.text, faces.title, place).bottom() + 1)
    if event.text is not None:
        place.moveTop(scene.words(event.text.text, faces.text, place).bottom())
    return QRectF(plan.year, top, plan.right - plan.year, max(place.top(), year.bottom()) - top)


def _axis(scene: Scene, scale: _Scale, faces: _Faces, plan: _Plan) -> None:
    scene.line(QPointF(plan.axis, scale.top), QPointF(plan.axis, scale.bottom), "border_strong", 2.0)
    line = height_of("2", faces.tick, 100)
    for year in scale.ticks():
        y = scale.y(year)
        scene.line(QPointF(plan.axis - 6, y), QPointF(plan.axis, y), "border_strong", 1.5)
        place = QRectF(_EDGE, y - line / 2, plan.axis - DOT - 6 - _EDGE, 0)
        scene.words(str(year), faces.tick, place, role="muted", align=Qt.AlignmentFlag.AlignRight)


def _dot(scene: Scene, at: QPointF, end: QPointF, rank: float) -> QPainterPath:
    """The dot on the axis and the line from it to the words; returns the dot.

    Lines that go up turn the later the later their event is (`rank` is from 0 to 1), and those that go down
    the other way round: so they neither cross nor run into each other.
    """
    start = QPointF(at.x() + DOT, at.y())
    turn = start.x() + (end.x() - start.x()) * (0.1 + 0.8 * (rank if end.y() < at.y() else 1 - rank))
    line = QPainterPath(start)
    line.cubicTo(QPointF(turn, at.y()), QPointF(turn, end.y()), end)
    scene.shape(line, line="border_strong", width=1.25)
    dot = QPainterPath()
    dot.addEllipse(at, DOT, DOT)
    scene.shape(dot, fill="accent", line="page", width=1.5)
    return dot


def _mark(event: Event, id: str, rect: QRectF, dot: QPainterPath, width: float) -> Mark:
    parts = [event.title.text] + ([event.text.text] if event.text is not None else [])
    area = box(rect)
    area.addPath(dot)
    facts = (*event.title.facts, *(event.text.facts if event.text is not None else ()))
    return Mark(
        id=id,
        name=f"{event.shown}: {'. '.join(part.rstrip('.') for part in parts)}",
        area=area,
        ring=rect.adjusted(-_RING, -_RING, _RING, _RING) & QRectF(0, 0, width, rect.bottom() + _RING),
        target=event.title.target or (event.text.target if event.text is not None else ""),
        value=event.year,
        facts=tuple(dict.fromkeys(facts)),
        outline=dot,
    )
