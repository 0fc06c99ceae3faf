"""A flow chart on a slide, one step at a time: the way gone above it, its answers below it to choose from.

Red flags hold at every step: they are named on each, and have slides of their own.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.picture import Flow, Step
from crmo_desktop.gui.drawing.blocks import Block, icon, said, text_of
from crmo_desktop.gui.drawing.flow_parts import kind_name, numbers
from crmo_desktop.gui.drawing.flow_step import next_label, ways_from
from crmo_desktop.gui.drawing.scene import Scene, View, box, width_of
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, arrow, card, disc, new_part, piled, put, sizes

_DISC: Final = 46.0
_PAD: Final = 20.0
_TRAIL_LINE: Final = 40.0  # of an arrow without words
_BETWEEN: Final = 12.0  # two answers
_SIGN: Final = 36.0
_ROW_GAP: Final = 12.0


class FlowPlace(NamedTuple):
    """Where one is in a chart: the step, the steps gone before, and which answer keys act on."""

    step: str
    trail: tuple[str, ...]
    chosen: int


class _Wish(NamedTuple):
    """What a step is shown with: where each answer leads, that there are red flags."""

    followers: bool
    reminder: bool


_WISHES: Final = (_Wish(True, True), _Wish(False, True), _Wish(False, False))


class _TrailRow:
    """Numbers, arrows and words from left to right, in as many lines as they need."""

    def __init__(self, scene: Scene, pen: Pen) -> None:
        self._scene, self._pen = scene, pen
        self._left, self._top = 0.0, 0.0

    def _make_room(self, wide: float) -> None:
        if self._left and self._left + wide > self._pen.width:
            self._left, self._top = 0.0, self._top + _DISC + 8

    def disc(self, number: str, *, is_full: bool) -> None:
        """The number of a step."""
        middle = QPointF(self._left + _DISC / 2, self._top + _DISC / 2)
        disc(self._scene, number, middle, self._pen, across=_DISC, is_full=is_full)
        self._left += _DISC + 10

    def way(self, label: str) -> None:
        """An answer and an arrow to the step that it leads to, on the line of that step."""
        line = self._pen.line(label, self._pen.small, 600)
        wide = width_of(line.text, line.font) + 9 if label else 0.0
        self._make_room(wide + _TRAIL_LINE + 8 + _DISC)
        if label:
            self._write(Block(line), wide)
        y = self._top + _DISC / 2
        arrow(self._scene, QPointF(self._left, y), QPointF(self._left + _TRAIL_LINE, y), "muted", 3.0)
        self._left += _TRAIL_LINE + 8

    def words(self, text: str) -> float:
        """Words at the end, if there is room on its line; returns where the row ends."""
        line = self._pen.line(text, self._pen.small, 600, "accent")
        wide = width_of(text, line.font) + 9
        if self._left + wide <= self._pen.width:
            self._write(Block(line), wide)
        return self._top + _DISC

    def _write(self, words: Block, wide: float) -> None:
        down = (_DISC - words.height(wide)) / 2
        put(self._scene, words, self._left, self._top + down, wide)
        self._left += wide


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
        room = self._pen.body_of(self.flow.step(at.step).title.text)
        part = new_part(self._pen)
        for pen in sizes(self._pen):
            for has in _WISHES if pen.smaller() is None else _WISHES[:2]:
                part = self._drawn(at, pen, has)
                if part.scene.size.height() <= room:
                    return part
        return part

    def _drawn(self, at: FlowPlace, pen: Pen, has: "_Wish") -> Part:
        """One try."""
        step = self.flow.step(at.step)
        part = new_part(pen, step.title.text)
        top = self._put_trail(part, (*at.trail, at.step), pen)
        top = self._put_text(part, step, pen, top)
        for place, (label, next) in enumerate(ways_from(step)):
            follower = self.flow.step(next)
            words = Block(
                pen.line(label, pen.text - 2, 600, "accent"),
                pen.line(follower.title.text if has.followers else ""),
            )
            top = self._put_answer(part, words, pen, top + _BETWEEN, is_chosen=place == at.chosen)
            if has.followers:
                part.rests_on(follower.title)
        bottom = self._put_reminder(part, pen, top + GAP) if has.reminder else top
        part.rests_on(step.title, step.text)
        part.scene.size = QSizeF(pen.width, bottom)
        return part

    def _put_trail(self, part: Part, ids: tuple[str, ...], pen: Pen) -> float:
        """The numbers of the steps gone and the answers that led on, then this step's number and kind."""
        row = _TrailRow(part.scene, pen)
        row.disc(str(self._numbers[ids[0]]), is_full=len(ids) == 1)
        for id, next in pairwise(ids):
            row.way(next_label(self.flow.step(id), next))
            row.disc(str(self._numbers[next]), is_full=next == ids[-1])
        return row.words(kind_name(self.flow.step(ids[-1]))) + 14

    def _put_text(self, part: Part, step: Step, pen: Pen, top: float) -> float:
        words = Block(pen.line(text_of(step.text), pen.text))
        return put(part.scene, words, 0, top, pen.width) + 6 if words.lines else top

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
    inner, title = pen.width - 2 * _PAD - 34, flow.flags_title.text
    rows = [Block(pen.line(flag.text, pen.text)) for flag in flow.flags]
    heights = [row.height(inner) for row in rows]
    parts = []
    for pile in piled(heights, _ROW_GAP, lambda _: pen.body_of(title) - 2 * _PAD):
        part, shown = new_part(pen, title), heights[pile.first : pile.end]
        high = sum(shown) + _ROW_GAP * (len(shown) - 1) + 2 * _PAD
        path = box(QRectF(1, 1, pen.width - 2, high - 2), 10)
        part.scene.shape(path, fill="red_bg", line="red_bar", width=2.5)
        part.scene.shape(path.intersected(box(QRectF(0, 0, 10, high))), fill="red_bar")
        part.rests_on(flow.flags_title)
        top = _PAD
        for place in range(pile.first, pile.end):
            dot = QRectF(_PAD + 10, top + 16, 12, 12)
            part.scene.shape(box(dot, 2), fill="red_bar")
            top = put(part.scene, rows[place], _PAD + 34, top, inner, "red_bg") + _ROW_GAP
            part.rests_on(flow.flags[place])
        part.scene.size.setHeight(high)
        parts.append(part)
    return parts
