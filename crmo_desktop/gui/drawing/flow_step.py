"""One step of a flow chart by itself: how one came to it, what it asks, and the answers to choose from."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Flow, Step
from crmo_desktop.gui.drawing.blocks import NUMBER, Block, Line, arrow, ended, mark, number, said, text_of
from crmo_desktop.gui.drawing.flow_order import ways
from crmo_desktop.gui.drawing.flow_parts import SIGNS, kind_name, numbers
from crmo_desktop.gui.drawing.scene import Scene, box, face
from crmo_desktop.gui.theme import Look

_PAD: Final = 20.0
_WIDEST: Final = 720.0  # of a step: longer lines are hard to read
_TRAIL_GAP: Final = 6.0
# By the kind of a step: its ground, and the role, width and corners of its frame.
_FRAMES: Final = {
    "question": ("card", "accent", 2.2, 14),
    "action": ("card", "border_strong", 1.4, 5),
    "end": ("accent_soft", "border_strong", 1.4, 5),
}


def draw_step(flow: Flow, step: Step, look: Look, width: float, trail: tuple[str, ...]) -> Scene:
    """`step` large, the steps of `trail` above it small, its answers below it as places to press.

    An answer's mark is "answer:" and the id of the step that it leads to; a step gone before is "trail:" and
    its id.
    """
    wide = min(width, _WIDEST)
    scene = Scene(QSizeF(width, 0))
    top = _trail(scene, flow, [*trail, step.id], look, wide)
    top = _large(scene, flow, step, look, QRectF(0, top, wide, 0))
    for label, next in ways_from(step):
        top = _answer(scene, flow.step(next), label, look, QRectF(0, top + 10, wide, 0))
    return ended(scene, width, top)


def ways_from(step: Step) -> list[tuple[str, str]]:
    """What can be answered, and the step that it leads to; answers that lead to the same are one."""
    return [(label or QCoreApplication.translate("Flow", "Go on"), next) for label, next in ways(step)]


def _trail(scene: Scene, flow: Flow, ids: list[str], look: Look, width: float) -> float:
    """The steps gone before, each with the answer that was given; returns where they end."""
    steps, places = {step.id: step for step in flow.steps}, numbers(flow)
    known = [id for id in ids if id in steps]
    font, bold = face(look, 14), face(look, 14, 600)
    top, left = 0.0, NUMBER + 10
    for id, next in pairwise(known):
        step = steps[id]
        given = next_label(step, next)
        words = Block(Line(step.title.text, font, "muted"), Line(given, bold, "text"))
        high = max(26.0, words.height(width - left) + 4)
        middle = QPointF(NUMBER / 2 + 2, top + 2 + NUMBER / 2)
        number(scene, str(places[id]), middle, bold, kind=SIGNS[step.kind], ground="page")
        words.put(scene, QRectF(left, top + 3, width - left, 0), "page")
        mark(
            scene,
            f"trail:{id}",
            said(f"{places[id]}. {step.title.text}", given),
            QRectF(0, top, width, high),
            step.title,
        )
        arrow(scene, [QPointF(middle.x(), top + 4 + NUMBER + 2), QPointF(middle.x(), top + high + 14)])
        top += high + 14 + 2
    return top + (_TRAIL_GAP if top else 0)


def next_label(step: Step, next: str) -> str:
    """The answer that leads from `step` to `next`; "" if it has no words."""
    return {answer.next: answer.label for answer in reversed(step.answers)}.get(next, "")


def _large(scene: Scene, flow: Flow, step: Step, look: Look, place: QRectF) -> float:
    """The step itself; returns where it ends."""
    place_of = numbers(flow)[step.id]
    kicker = Block(Line(kind_name(step), face(look, 14.5, 600), "accent"))
    words = Block(
        Line(step.title.text, face(look, 22, 600, is_title=True), "heading"),
        Line(text_of(step.text), face(look, 16), above=10),
    )
    indent, inner = NUMBER + 12, place.width() - 2 * _PAD
    left = indent if inner - indent >= max(220.0, words.least()) else 0.0
    head = max(NUMBER, kicker.height(inner - indent))
    high = _PAD + head + 4 + words.height(inner - left) + _PAD - 4
    rect = QRectF(place.left(), place.top(), place.width(), high)
    ground, line, wide, round_ = _FRAMES[step.kind]
    scene.shape(box(rect.adjusted(1, 1, -1, -1), round_), fill=ground, line=line, width=wide)
    top = rect.top() + _PAD - 4
    middle = QPointF(rect.left() + _PAD + NUMBER / 2, top + NUMBER / 2)
    number(scene, str(place_of), middle, face(look, 14, 700), kind=SIGNS[step.kind], ground=ground)
    beside = top + max(0.0, (NUMBER - kicker.height(inner - indent)) / 2)
    kicker.put(scene, QRectF(rect.left() + _PAD + indent, beside, inner - indent, 0), ground)
    words.put(scene, QRectF(rect.left() + _PAD + left, top + head + 4, inner - left, 0), ground)
    name = said(f"{place_of}. {kind_name(step)}: {step.title.text}", text_of(step.text))
    mark(scene, step.id, name, rect, step.title, step.text)
    return rect.bottom()


def _answer(scene: Scene, follower: Step, label: str, look: Look, place: QRectF) -> float:
    """An answer as a thing to press, with the step that it leads to; returns where it ends."""
    words = Block(
        Line(label, face(look, 16, 600), "accent"),
        Line(follower.title.text, face(look, 14.5), "text", above=1),
    )
    inner = place.width() - 2 * 16 - 32
    rect = QRectF(place.left(), place.top(), place.width(), words.height(inner) + 22)
    scene.shape(box(rect.adjusted(0.75, 0.75, -0.75, -0.75), 7), fill="key_bg", line="accent", width=1.2)
    words.put(scene, QRectF(rect.left() + 16, rect.top() + 11, inner, 0), "key_bg")
    y = rect.center().y()
    arrow(scene, [QPointF(rect.right() - 36, y), QPointF(rect.right() - 16, y)], "accent", 1.8)
    made = mark(scene, f"answer:{follower.id}", said(label, follower.title.text), rect)
    made.facts = tuple(str(fact) for fact in follower.title.facts)
    return rect.bottom()
