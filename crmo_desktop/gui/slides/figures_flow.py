"""A flow chart on a slide, one step at a time: the way gone above it, its answers below it to choose from.

Red flags hold at every step: they are named on each, and have slides of their own.
"""

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Flow, Step
from crmo_desktop.gui.drawing.blocks import Block, icon, said, text_of
from crmo_desktop.gui.drawing.flow_parts import kind_name, numbers
from crmo_desktop.gui.drawing.flow_step import next_label, ways_from
from crmo_desktop.gui.drawing.scene import View, box, width_of
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, arrow, card, disc, new_part, piled, put

_DISC: Final = 46.0
_PAD: Final = 20.0
_TRAIL_LINE: Final = 40.0  # of an arrow without words
_BETWEEN: Final = 12.0  # two answers
_GROUNDS: Final = {
    "question": ("card", "accent", 3.5),
    "action": ("card", "border_strong", 2.0),
    "end": ("accent_soft", "accent", 2.0),
}
_SIGN: Final = 36.0


class FlowPlace(NamedTuple):
    """Where one is in a chart: the step, the steps gone before, and which answer keys act on."""

    step: str
    trail: tuple[str, ...]
    chosen: int


class FlowSlides:
    """A flow chart for a room."""

    def __init__(self, flow: Flow, pen: Pen) -> None:
        self.flow = flow
        self._pen = pen
        self._numbers = numbers(flow)
        self.part = lru_cache(maxsize=64)(self._part)

    # --- where one is, and where keys lead

    def first(self) -> FlowPlace:
        """Where it begins."""
        return FlowPlace(self.flow.steps[0].id, (), 0)

    def place_of(self, view: View | None, chosen: int) -> FlowPlace:
        """Where a slide is that is shown so."""
        if view is None or not view.step:
            return self.first()._replace(chosen=max(0, chosen))
        return FlowPlace(view.step, view.trail, max(0, chosen))

    def pressed(self, key: str, at: FlowPlace) -> FlowPlace | None:
        """Where a key leads; None where it has no meaning."""
        ways = ways_from(self.flow.step(at.step))
        if key in ("up", "down") and ways:
            step = 1 if key == "down" else -1
            return at._replace(chosen=max(0, min(len(ways) - 1, at.chosen + step)))
        if key == "choose" and ways:
            return FlowPlace(ways[min(at.chosen, len(ways) - 1)][1], (*at.trail, at.step), 0)
        if key == "undo" and at.trail:
            before = at.trail[-1]
            ways = ways_from(self.flow.step(before))
            chosen = next((place for place, (_, next) in enumerate(ways) if next == at.step), 0)
            return FlowPlace(before, at.trail[:-1], chosen)
        return None

    def places(self) -> list[FlowPlace]:
        """Every step, each with the shortest way to it."""
        found = {self.flow.steps[0].id: self.first()}
        queue = [self.first()]
        while queue:
            at = queue.pop(0)
            for _, next in ways_from(self.flow.step(at.step)):
                if next not in found:
                    found[next] = FlowPlace(next, (*at.trail, at.step), 0)
                    queue.append(found[next])
        return [found[step.id] for step in self.flow.steps if step.id in found]

    # --- what is drawn

    def _part(self, at: FlowPlace) -> Part:
        """The step with all about it, in words as large as there is room for."""
        pen: Pen | None = self._pen
        part = new_part(self._pen)
        while pen is not None:
            for is_full in (True, False):
                part = self._drawn(at, pen, is_full=is_full)
                if part.scene.size.height() <= self._pen.height(0):
                    return part
            pen = pen.smaller()
        return part

    def _drawn(self, at: FlowPlace, pen: Pen, *, is_full: bool) -> Part:
        """One try; `is_full` also tells where each answer leads."""
        part = new_part(pen)
        step = self.flow.step(at.step)
        top = self._put_trail(part, (*at.trail, at.step), pen)
        top = self._put_step(part, step, pen, top)
        for place, (label, next) in enumerate(ways_from(step)):
            follower = self.flow.step(next)
            words = Block(
                pen.line(label, pen.text - 2, 600, "accent"), pen.line(follower.title.text if is_full else "")
            )
            top = self._put_answer(part, words, pen, top + _BETWEEN, is_chosen=place == at.chosen)
            if is_full:
                part.rests_on(follower.title)
        bottom = self._put_reminder(part, pen, top + GAP)
        part.rests_on(step.title, step.text)
        part.scene.size = QSizeF(pen.width, bottom)
        return part

    def _put_trail(self, part: Part, ids: tuple[str, ...], pen: Pen) -> float:
        """The numbers of the steps gone, and the answers that led from each to the next."""
        if len(ids) < 2:
            return 0.0
        left, top, scene = 0.0, 0.0, part.scene
        disc(
            scene, str(self._numbers[ids[0]]), QPointF(_DISC / 2, _DISC / 2), pen, across=_DISC, is_full=False
        )
        left = _DISC
        for id, next in pairwise(ids):
            line = pen.line(next_label(self.flow.step(id), next), pen.small, 600)
            wide = width_of(line.text, line.font) + 1 if line.text else 0.0
            needed = 10 + wide + (8 if wide else 0) + _TRAIL_LINE + 8 + _DISC
            if left + needed > pen.width:
                left, top = 0.0, top + _DISC + 8
            left += 10
            if line.text:
                words = Block(line)
                put(scene, words, left, top + (_DISC - words.height(wide)) / 2, wide)
                left += wide + 8
            y = top + _DISC / 2
            arrow(scene, QPointF(left, y), QPointF(left + _TRAIL_LINE, y), "muted", 3.0)
            left += _TRAIL_LINE + 8
            middle = QPointF(left + _DISC / 2, y)
            disc(scene, str(self._numbers[next]), middle, pen, across=_DISC, is_full=next == ids[-1])
            left += _DISC
        return top + _DISC + 14

    def _put_step(self, part: Part, step: Step, pen: Pen, top: float) -> float:
        ground, line, width = _GROUNDS[step.kind]
        kind = Block(pen.line(kind_name(step), weight=600, role="accent"))
        words = Block(
            pen.line(step.title.text, pen.text * 1.15, 600, "heading", is_title=True),
            pen.line(text_of(step.text), above=6),
        )
        inner = pen.width - 2 * _PAD
        head = max(_DISC, kind.height(inner))
        rect = QRectF(0, top, pen.width, head + 4 + words.height(inner) + 2 * _PAD - 8)
        card(part.scene, rect, fill=ground, line=line, width=width)
        above = top + _PAD - 4
        middle = QPointF(_PAD + _DISC / 2, above + head / 2)
        disc(part.scene, str(self._numbers[step.id]), middle, pen, across=_DISC)
        put(
            part.scene,
            kind,
            _PAD + _DISC + 14,
            above + (head - kind.height(inner)) / 2,
            inner - _DISC,
            ground,
        )
        put(part.scene, words, _PAD, above + head + 4, inner, ground)
        return rect.bottom()

    def _put_answer(self, part: Part, words: Block, pen: Pen, top: float, *, is_chosen: bool) -> float:
        """An answer; the one that keys act on has a thick frame and an arrow."""
        inner = pen.width - 2 * _PAD - 60
        rect = QRectF(0, top, pen.width, words.height(inner) + 16)
        ground = "key_bg" if is_chosen else "page"
        card(
            part.scene,
            rect,
            fill=ground,
            line="accent" if is_chosen else "border_strong",
            width=5.0 if is_chosen else 2.0,
        )
        put(part.scene, words, _PAD, top + 8, inner, ground)
        y = rect.center().y()
        if is_chosen:
            arrow(part.scene, QPointF(rect.right() - 68, y), QPointF(rect.right() - 22, y), width=5.0)
        return rect.bottom()

    def _put_reminder(self, part: Part, pen: Pen, top: float) -> float:
        """That there are red flags, whichever step is shown."""
        words = Block(pen.line(self.flow.flags_title.text, pen.small, 600, "red_title"))
        icon(part.scene, pen.tools.icons, "urgent", "red_title", QRectF(0, top, _SIGN, _SIGN))
        part.rests_on(self.flow.flags_title)
        return max(put(part.scene, words, _SIGN + 12, top, pen.width - _SIGN - 12), top + _SIGN)

    def told(self, at: FlowPlace) -> tuple[str, ...]:
        """What is said at a place."""
        step = self.flow.step(at.step)
        gone = [
            said(
                f"{self._numbers[id]}. {self.flow.step(id).title.text}", next_label(self.flow.step(id), next)
            )
            for id, next in pairwise((*at.trail, at.step))
        ]
        head = said(f"{self._numbers[step.id]}. {kind_name(step)}: {step.title.text}", text_of(step.text))
        ways = [said(label, self.flow.step(next).title.text) for label, next in ways_from(step)]
        return (*gone, head, *ways, self.flow.flags_title.text)


def flag_parts(flow: Flow, pen: Pen) -> list[Part]:
    """The red flags on slides of their own."""
    pen = replace(pen, heights=(pen.heights[1], pen.heights[1]))
    inner = pen.width - 2 * _PAD - 34
    title = Block(pen.line(flow.flags_title.text, pen.text, 700, "red_title"))
    rows = [Block(pen.line(flag.text, pen.text - 2)) for flag in flow.flags]
    head = max(_SIGN, title.height(inner - _SIGN)) + 12 + 2 * _PAD
    heights = [row.height(inner) for row in rows]
    parts = []
    for pile in piled(heights, 10.0, lambda slide: pen.height(slide) - head):
        part = new_part(pen)
        high = head + sum(heights[pile.first : pile.end]) + 10.0 * (pile.end - pile.first - 1)
        rect = QRectF(0, 0, pen.width, high)
        path = box(rect.adjusted(1, 1, -1, -1), 10)
        part.scene.shape(path, fill="red_bg", line="red_bar", width=2.5)
        bar = box(QRectF(0, 0, 10, high))
        part.scene.shape(path.intersected(bar), fill="red_bar")
        icon(part.scene, pen.tools.icons, "urgent", "red_title", QRectF(_PAD + 6, _PAD, _SIGN, _SIGN))
        top = put(part.scene, title, _PAD + _SIGN + 20, _PAD - 4, inner - _SIGN, "red_bg") + 12
        part.rests_on(flow.flags_title)
        for place in range(pile.first, pile.end):
            dot = QRectF(_PAD + 10, top + 16, 12, 12)
            part.scene.shape(box(dot, 2), fill="red_bar")
            top = put(part.scene, rows[place], _PAD + 34, top, inner, "red_bg") + 10
            part.rests_on(flow.flags[place])
        part.scene.size.setHeight(high)
        parts.append(part)
    return parts
