"""The cohorts' own figures on one axis: a dot for each, a line for its spread, what the source says."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainterPath

from crmo_desktop.domain.picture import Range, RangeGroup, Ranges
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import (
    Mark,
    Scene,
    View,
    at_least_target,
    box,
    face,
    figures,
    height_of,
    longest_word,
    width_of,
)
from crmo_desktop.gui.theme import Look

DOT: Final = 6.0  # radius
_EDGE: Final = 8.0  # from the side of a row to what is in it
_GUTTER: Final = 16.0
_LEAST_PLOT: Final = 200.0  # where the words stand beside it
_END: Final = 12.0  # from the ends of the axis to the sides of its room: half of what can be pressed
_CAP: Final = 8.0  # half the height of a spread's ends
_MOST_WITHOUT: Final = 5  # rows, after which a group ends with the axis
_ROW: Final = 9.0  # above and below what is in a row
_STRIP: Final = 28.0  # of the plot below words


class _Faces(NamedTuple):
    group: QFont
    label: QFont
    shown: QFont
    tick: QFont


@dataclass(frozen=True)
class _Plan:
    """Where things stand.

    Attributes:
        label, plot, shown: their room across; `plot` is empty of words.
        is_stacked: whether words stand above the plot and not beside it.
        top: of the axis, in its unit; its other end is 0.
        step: from one tick to the next.
    """

    label: tuple[float, float]
    plot: tuple[float, float]
    shown: tuple[float, float]
    is_stacked: bool
    top: float
    step: float

    def x(self, value: float) -> float:
        """Where `value` is on the axis."""
        left, right = self.plot[0] + _END, self.plot[1] - _END
        return left + (right - left) * value / self.top

    @property
    def ticks(self) -> list[float]:
        """The values that are written below the axis."""
        return [number * self.step for number in range(round(self.top / self.step) + 1)]


def draw(drawing: Ranges, look: Look, width: float, view: View, tools: Tools) -> Scene:
    """One row a cohort, below the title of its group; one axis for all, drawn anew where it would be far off.

    The dot is the cohort's figure, the line its spread, from `low` to `high`; a cohort whose source gives no
    spread has a dot alone.
    """
    del view, tools  # there is one view, and all of it is drawn here
    faces = _faces(look)
    plan = _plan(drawing, faces, width)
    scene = Scene(QSizeF(width, 0))
    top, without = 0.0, 0  # rows since the axis was last drawn
    for number, group in enumerate(drawing.groups):
        top = _group(scene, group, number, faces, plan, top + (24 if number else 4))
        without += len(group.ranges)
        if without >= _MOST_WITHOUT or number == len(drawing.groups) - 1:
            top, without = _axis(scene, drawing.unit, faces, plan, top), 0
    scene.size = QSizeF(width, ceil(top) + 4)
    return scene


def round_step(largest: float, most: int) -> float:
    """The smallest step of 1, 2 or 5 times a power of ten that makes at most `most` steps up to `largest`."""
    rough = max(largest, 1e-9) / max(1, most)
    power = 10.0 ** floor(log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))


def _faces(look: Look) -> _Faces:
    tick = figures(look, 13.5)
    return _Faces(face(look, 17, 600), face(look, 15, 600), face(look, 14.5), tick)


def _plan(drawing: Ranges, faces: _Faces, width: float) -> _Plan:
    ranges = [one for group in drawing.groups for one in group.ranges]
    label = _column((one.label for one in ranges), faces.label, width * 0.27)
    shown = _column((one.shown for one in ranges), faces.shown, width * 0.3)
    left, right = _EDGE, width - _EDGE
    is_stacked = right - left - label - shown - 2 * _GUTTER < _LEAST_PLOT
    largest = max((max(one.value, one.high or 0) for one in ranges), default=0) or 1.0
    plot = (left, right) if is_stacked else (left + label + _GUTTER, right - shown - _GUTTER)
    room = plot[1] - plot[0] - 2 * _END
    steps = max(2, int(room // (width_of(f"{ceil(largest)}", faces.tick) + 14)))
    step = round_step(largest, min(10, steps))
    top = step * ceil(largest / step - 1e-9)
    if is_stacked:
        return _Plan((left, right), plot, (left, right), True, top, step)
    return _Plan((left, left + label), plot, (right - shown, right), False, top, step)


def _column(words: Iterable[str], font: QFont, most: float) -> float:
    """How wide a column of `words` is: as they need, but no more than `most` if words need not be cut."""
    written = list(words)
    longest = max((width_of(text, font) for text in written), default=0)
    word = max((longest_word(text, font) for text in written), default=0)
    return max(word, min(longest, most))


def _people(one: Range) -> str:
    """How many there were; "" where the source does not say."""
    return "" if one.people is None else QCoreApplication.translate("Ranges", "%n people", None, one.people)


def _group(scene: Scene, group: RangeGroup, number: int, faces: _Faces, plan: _Plan, top: float) -> float:
    """A title and its rows; returns where they end."""
    room = QRectF(_EDGE, top, scene.size.width() - 2 * _EDGE, 0)
    top = scene.words(group.title.text, faces.group, room, role="heading").bottom() + 6
    for row, one in enumerate(group.ranges):
        draw_row = _stacked_row if plan.is_stacked else _wide_row
        ground = "page" if row % 2 else "zebra"
        inner = Scene(QSizeF(scene.size.width(), 0))
        middle, height = draw_row(inner, one, faces, plan, ground)
        whole = QRectF(0, top, scene.size.width(), height)
        if ground == "zebra":
            scene.shape(box(whole, 4), fill=ground)
        scene.add(inner, whole.topLeft())
        dot = _spread(scene, one, plan, top + middle, ground)
        scene.marks += _marks(group, one, f"range-{number}-{row}", dot, whole)
        top = whole.bottom()
    return top


def _wide_row(scene: Scene, one: Range, faces: _Faces, plan: _Plan, ground: str) -> tuple[float, float]:
    """Words at both sides of the plot, middles on its line; returns where the line is and the height."""
    label, shown = plan.label[1] - plan.label[0], plan.shown[1] - plan.shown[0]
    people = _people(one)
    left = height_of(one.label, faces.label, label) + (height_of(people, faces.shown, label) if people else 0)
    right = height_of(one.shown, faces.shown, shown)
    height = max(left, right, 24.0) + 2 * _ROW
    place = QRectF(plan.label[0], (height - left) / 2, label, 0)
    place.moveTop(scene.words(one.label, faces.label, place, ground=ground).bottom())
    if people:
        scene.words(people, faces.shown, place, role="muted", ground=ground)
    scene.words(one.shown, faces.shown, QRectF(plan.shown[0], (height - right) / 2, shown, 0), ground=ground)
    _grid(scene, plan, 0, height)
    return height / 2, height


def _stacked_row(scene: Scene, one: Range, faces: _Faces, plan: _Plan, ground: str) -> tuple[float, float]:
    """Words above the plot; returns where its line is and the height of it all."""
    room = plan.label[1] - plan.label[0]
    place = QRectF(plan.label[0], _ROW, room, 0)
    place.moveTop(scene.words(one.label, faces.label, place, ground=ground).bottom())
    for text, role in ((one.shown, "text"), (_people(one), "muted")):
        if text:
            place.moveTop(scene.words(text, faces.shown, place, role=role, ground=ground).bottom())
    top = place.top() + 2
    _grid(scene, plan, top, top + _STRIP)
    return top + _STRIP / 2, top + _STRIP + 4


def _grid(scene: Scene, plan: _Plan, top: float, bottom: float) -> None:
    for tick in plan.ticks:
        scene.line(QPointF(plan.x(tick), top), QPointF(plan.x(tick), bottom), "border", dashes=(1.0, 2.5))


def _spread(scene: Scene, one: Range, plan: _Plan, y: float, ground: str) -> QPainterPath:
    """The line from low to high, with its ends, and the dot upon it; returns the dot."""
    if one.low is not None and one.high is not None:
        path = QPainterPath()
        for value in (one.low, one.high):
            path.moveTo(plan.x(value), y - _CAP)
            path.lineTo(plan.x(value), y + _CAP)
        path.moveTo(plan.x(one.low), y)
        path.lineTo(plan.x(one.high), y)
        scene.shape(path, line="accent", width=2.0)
    dot = QPainterPath()
    dot.addEllipse(QPointF(plan.x(one.value), y), DOT, DOT)
    scene.shape(dot, fill="accent", line=ground, width=1.5)
    return dot


def _axis(scene: Scene, unit: str, faces: _Faces, plan: _Plan, top: float) -> float:
    """The line, its ticks with their numbers, the unit below; returns where they end."""
    scene.line(QPointF(plan.x(0), top), QPointF(plan.x(plan.top), top), "border_strong", 1.5)
    bottom = top
    for tick in plan.ticks:
        x = plan.x(tick)
        scene.line(QPointF(x, top), QPointF(x, top + 5), "border_strong", 1.5)
        place = QRectF(x - 60, top + 7, 120, 0)
        words = scene.words(f"{tick:g}", faces.tick, place, role="muted", align=Qt.AlignmentFlag.AlignHCenter)
        bottom = words.bottom()
    room = QRectF(plan.plot[0], bottom + 1, plan.plot[1] - plan.plot[0], 0)
    return scene.words(unit, faces.shown, room, role="muted", align=Qt.AlignmentFlag.AlignHCenter).bottom()


def _marks(group: RangeGroup, one: Range, id: str, dot: QPainterPath, row: QRectF) -> list[Mark]:
    """The row for the pointer, which says the same, and the dot with its value."""
    name = f"{group.title.text}: {', '.join(part for part in (one.label, one.shown, _people(one)) if part)}"
    facts, target = tuple(one.facts), group.title.target
    place = at_least_target(dot.boundingRect()).adjusted(
        -0.5, -0.5, 0.5, 0.5
    )  # rounding may not make it less
    area = box(place)
    return [
        Mark(
            id=f"{id}-row",
            name=name,
            area=box(row),
            ring=row,
            target=target,
            facts=facts,
            outline=dot,
            is_reached=False,
        ),
        Mark(id=id, name=name, area=area, ring=row, target=target, value=one.value, facts=facts, outline=dot),
    ]
