"""A flow chart: whole, with its arrows, or one step at a time; its red flags are always there."""

from functools import cache, partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont

from crmo_desktop.domain.picture import Flow
from crmo_desktop.gui.drawing.blocks import arrow, ended, mark, unbroken
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.flow_layout import Measures, Plan, Route, laid_out
from crmo_desktop.gui.drawing.flow_parts import StepBox, flags, numbers, told, way_on
from crmo_desktop.gui.drawing.flow_step import draw_step
from crmo_desktop.gui.drawing.scene import Scene, View, face, height_of, width_of
from crmo_desktop.gui.theme import Look

BESIDE: Final = 760.0  # pixels from which the red flags stand beside the chart
_FLAGS: Final = 232.0  # how wide they are there
_GAP: Final = 28.0
_LABEL: Final = 14.0  # size of an arrow's words


def draw(flow: Flow, look: Look, width: float, view: View, tools: Tools) -> Scene:
    """The chart, or the step that `view` names, with the red flags beside it or above."""
    shown = {step.id: step for step in flow.steps}.get(view.step)
    scene = Scene(QSizeF(width, 0))
    breadth = look.typeface.breadth
    if width >= BESIDE and width - _FLAGS * breadth - _GAP >= 500 * breadth:
        flagged = flags(flow, look, round(_FLAGS * breadth), tools)
        at = QPointF(flagged.size.width() + _GAP, 0)
    else:
        flagged = flags(flow, look, width, tools)
        at = QPointF(0, flagged.size.height() + 20)
    room = width - at.x()
    chart = _whole(flow, look, room) if shown is None else draw_step(flow, shown, look, room, view.trail)
    scene.add(flagged, QPointF(0, 0))
    scene.add(chart, at)
    return ended(scene, width, max(flagged.size.height(), at.y() + chart.size.height()))


def _whole(flow: Flow, look: Look, width: float) -> Scene:
    boxes = {step.id: StepBox(flow, step, look) for step in flow.steps}
    font = face(look, _LABEL, 600)
    breadth = look.typeface.breadth
    measures = Measures(
        height=cache(lambda id, wide: boxes[id].height(wide)),
        least=cache(lambda id: boxes[id].least()),
        label=cache(partial(_label_size, font)),
        widest=max(84.0, min(170.0, width * 0.15)) * breadth,
        narrowest=(230 * breadth, 160 * breadth),
    )
    plan = laid_out(flow, width, measures)
    return _listed(flow, look, width) if plan is None else _charted(flow, plan, boxes, look, width)


def _label_size(font: QFont, text: str, width: float) -> QSizeF:
    text = unbroken(text)
    wide = width_of(text, font)
    if wide <= width:
        return QSizeF(wide + 1, height_of(text, font, wide + 1))
    return QSizeF(width, height_of(text, font, width))


def _charted(flow: Flow, plan: Plan, boxes: dict[str, StepBox], look: Look, width: float) -> Scene:
    scene, font = Scene(QSizeF(width, plan.size.height())), face(look, _LABEL, 600)
    for route in plan.routes:
        arrow(scene, route.points)
    for route in plan.routes:
        if route.label:
            scene.words(unbroken(route.label), font, route.words, align=_side(route))
    for step in flow.steps:
        rect = plan.boxes[step.id]
        boxes[step.id].put(scene, rect)
        mark(scene, step.id, told(flow, step), rect, step.title, step.text)
    return scene


def _side(route: Route) -> Qt.AlignmentFlag:
    """Words of an arrow that leaves to the left end at its box."""
    leaves_left = route.points[1].x() < route.points[0].x()
    return Qt.AlignmentFlag.AlignRight if leaves_left else Qt.AlignmentFlag.AlignLeft


def _listed(flow: Flow, look: Look, width: float) -> Scene:
    """One step below the other; an arrow leads to the next, words lead to any other."""
    scene, places = Scene(QSizeF(width, 0)), numbers(flow)
    font, top = face(look, _LABEL, 600), 0.0
    for step, follower in zip(flow.steps, [*flow.steps[1:], None], strict=True):
        onward = [answer for answer in step.answers if follower is not None and answer.next == follower.id]
        ways = tuple(way_on(a, places[a.next]) for a in step.answers if a not in onward[:1])
        card = StepBox(flow, step, look, ways)
        rect = QRectF(0, top, width, card.height(width))
        card.put(scene, rect)
        mark(scene, step.id, told(flow, step), rect, step.title, step.text)
        top = rect.bottom()
        if onward:
            top = _arrow_down(scene, onward[0].label, font, rect)
        elif follower is not None:
            top += 16
    return ended(scene, width, top)


def _arrow_down(scene: Scene, label: str, font: QFont, above: QRectF) -> float:
    """An arrow from a box to the next with its words at the right; returns where it ends."""
    x, top = above.left() + 25, above.bottom()
    high = height_of(label, font, above.width() - 48) if label else 0.0
    end = top + max(30.0, high + 14)
    arrow(scene, [QPointF(x, top), QPointF(x, end)])
    if label:
        scene.words(label, font, QRectF(x + 12, (top + end - 4 - high) / 2, above.width() - 48, 0))
    return end
