"""Cohorts on one axis, a few on a slide; the axis is the same on all."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from crmo_desktop.domain.picture import Range, RangeGroup, Ranges
from crmo_desktop.gui.drawing.blocks import Block
from crmo_desktop.gui.drawing.ranges import round_step
from crmo_desktop.gui.drawing.scene import box, figures, width_of
from crmo_desktop.gui.slides.figures_pen import Part, Pen, new_part, piled, put

_PAD: Final = 12.0
_ABOVE: Final = 8.0
_STRIP: Final = 36.0  # of the plot below words
_LEAST_PLOT: Final = 360.0  # beside them
_DOT: Final = 12.0  # radius
_CAP: Final = 13.0  # half the height of a spread's ends
_LINE: Final = 5.0
_END: Final = 24.0  # from the ends of the axis to the sides of its room, at least
_TICK: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Row:
    """One cohort, measured; with it the title of its group."""

    one: Range
    group: RangeGroup
    title: Block
    left: Block
    right: Block
    title_high: float
    high: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things stand across, and the axis.

    Attributes:
        is_stacked: the plot is below the words, not between them.
        end: from the ends of the axis to the sides of the plot.
    """

    label: float
    shown: float
    plot: tuple[float, float]
    is_stacked: bool
    end: float
    top: float
    step: float

    def x(self, value: float) -> float:
        left, right = self.plot[0] + self.end, self.plot[1] - self.end
        return left + (right - left) * value / self.top


def range_parts(drawing: Ranges, pen: Pen) -> list[Part]:
    """The rows, in order; a slide that begins within a group has its title again."""
    plan = _plan(drawing, pen)
    rows = [_row(one, group, pen, plan) for group in drawing.groups for one in group.ranges]
    axis = _axis_high(drawing, pen, plan)
    begin = [row.one is row.group.ranges[0] for row in rows]
    heights = [row.high + (row.title_high if first else 0.0) for row, first in zip(rows, begin, strict=True)]
    again = [0.0 if first else row.title_high for row, first in zip(rows, begin, strict=True)]
    parts = []
    for pile in piled(heights, 0.0, lambda slide: pen.height(slide) - axis, again):
        part, top = new_part(pen), 0.0
        for place, row in enumerate(rows[pile.first : pile.end]):
            top = _put_row(part, row, pen, plan, top, is_titled=not place or row.one is row.group.ranges[0])
        top = _put_axis(part, drawing.unit, pen, plan, top + 4)
        part.scene.size.setHeight(top)
        parts.append(part)
    return parts


def _plan(drawing: Ranges, pen: Pen) -> _Plan:
    ranges = [one for group in drawing.groups for one in group.ranges]
    label, shown = pen.width * 0.27, pen.width * 0.31
    plot = (label + _PAD, pen.width - shown - _PAD)
    is_stacked = plot[1] - plot[0] < _LEAST_PLOT
    if is_stacked:
        label, shown, plot = pen.width * 0.75, pen.width * 0.25, (0.0, pen.width)
    largest = max(max(one.value, one.high or 0) for one in ranges)
    font = figures(pen.look, pen.small)
    most = (plot[1] - plot[0] - 2 * _END) // (width_of(f"{ceil(largest)}", font) + 40)
    step = round_step(largest, int(max(2, min(8, most))))
    top = step * ceil(largest / step - 1e-9)
    end = max(_END, width_of(f"{top:g}", font) / 2 + 2)  # the last number stands under the end
    return _Plan(label, shown, plot, is_stacked, end, top, step)


def _row(one: Range, group: RangeGroup, pen: Pen, plan: _Plan) -> _Row:
    title = Block(pen.line(group.title.text, pen.text, 600, "heading"))
    label, shown = pen.line(one.label, weight=600), pen.line(one.shown)
    people = pen.line(_people(one), role="muted")
    left, right = Block(label, people), Block(shown)
    if plan.is_stacked:
        left, right = Block(label, shown), Block(people)
    high = max(left.height(plan.label - 2 * _PAD), right.height(plan.shown - _PAD))
    high = max(high, 2 * _CAP) + 2 * _ABOVE + (_STRIP if plan.is_stacked else 0.0)
    return _Row(one, group, title, left, right, title.height(pen.width) + 2 * _ABOVE, high)


def _people(one: Range) -> str:
    return "" if one.people is None else QCoreApplication.translate("Ranges", "%n people", None, one.people)


def _put_row(part: Part, row: _Row, pen: Pen, plan: _Plan, top: float, *, is_titled: bool) -> float:
    scene = part.scene
    if is_titled:
        put(scene, row.title, 0, top + _ABOVE, pen.width)
        part.rests_on(row.group.title)
        top += row.title_high
    rect = QRectF(0, top, pen.width, row.high)
    scene.shape(box(rect.adjusted(0, 2, 0, -2), 8), fill="zebra")
    words = row.high - (_STRIP if plan.is_stacked else 0.0)
    for block, left, wide in (
        (row.left, _PAD, plan.label - 2 * _PAD),
        (row.right, pen.width - plan.shown, plan.shown - _PAD),
    ):
        put(scene, block, left, top + (words - block.height(wide)) / 2, wide, "zebra")
    middle = top + row.high - _STRIP / 2 - 2 if plan.is_stacked else rect.center().y()
    _put_spread(part, row.one, plan, middle)
    part.facts += [fact for fact in row.one.facts if fact not in part.facts]
    part.is_of(row.one.source)
    return rect.bottom()


def _put_spread(part: Part, one: Range, plan: _Plan, y: float) -> None:
    """The line from the lowest to the highest, and the dot on it."""
    scene = part.scene
    scene.line(QPointF(plan.x(0), y), QPointF(plan.x(plan.top), y), "border_strong", 1.5)
    if one.low is not None and one.high is not None:
        for value in (one.low, one.high):
            scene.line(QPointF(plan.x(value), y - _CAP), QPointF(plan.x(value), y + _CAP), "accent", _LINE)
        scene.line(QPointF(plan.x(one.low), y), QPointF(plan.x(one.high), y), "accent", _LINE)
    dot = QPainterPath()
    dot.addEllipse(QPointF(plan.x(one.value), y), _DOT, _DOT)
    scene.shape(dot, fill="accent", line="zebra", width=3.0)


def _axis_high(drawing: Ranges, pen: Pen, plan: _Plan) -> float:
    line = Block(pen.line("0")).height(200)
    unit = Block(pen.line(drawing.unit))
    if plan.is_stacked:
        return 4 + _TICK + 2 + line + unit.height(pen.width)
    return 4 + _TICK + 2 + max(line, unit.height(plan.label - _PAD))


def _put_axis(part: Part, unit: str, pen: Pen, plan: _Plan, top: float) -> float:
    scene = part.scene
    scene.line(QPointF(plan.x(0), top), QPointF(plan.x(plan.top), top), "text", 2.5)
    middle = Qt.AlignmentFlag.AlignHCenter
    bottom = top
    for number in range(round(plan.top / plan.step) + 1):
        x = plan.x(number * plan.step)
        scene.line(QPointF(x, top), QPointF(x, top + _TICK), "text", 2.5)
        tick = Block(pen.line(f"{number * plan.step:g}", is_figure=True))
        bottom = tick.put(scene, QRectF(x - 60, top + _TICK + 2, 120, 0), "page", middle)
    words = Block(pen.line(unit, role="muted"))
    if plan.is_stacked:
        return words.put(scene, QRectF(0, bottom, pen.width, 0), "page", middle)
    return max(bottom, put(scene, words, _PAD, top + _TICK + 2, plan.label - _PAD))
