"""Rates as so many of a hundred on slides: a question, some cohorts beside each other, what the signs mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF

from crmo_desktop.domain.picture import Comparison, IconArrays, Rate
from crmo_desktop.gui.drawing.blocks import Block
from crmo_desktop.gui.drawing.icon_arrays import (
    EMPTY,
    FILLED,
    array_of,
    is_of_people,
    places_of,
    sign_path,
    signs_of,
)
from crmo_desktop.gui.drawing.scene import Shape, width_of
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, new_part, put

_BESIDE: Final = 24.0  # between signs and their words
_LEAST_WORDS: Final = 250.0  # beside signs
_LEAST_COLUMN: Final = 300.0
_MOST_COLUMNS: Final = 4
_PITCHES: Final = (30.0, 27.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.5, 13.0, 12.0, 11.0)  # from sign to sign
_BEST: Final = 18.0  # large enough that nobody need be sent to another slide for larger ones
_FIGURE: Final = 1.45  # size of the figure in parts of the text's


class _Plan(NamedTuple):
    """How cohorts stand: so many side by side, their words beside or below the signs, signs so far apart."""

    columns: int
    wide: float
    is_beside: bool
    pitch: float


@dataclass(frozen=True, slots=True)
class _Head:
    question: Block
    high: float


def rate_parts(drawing: IconArrays, pen: Pen) -> list[Part]:
    """Every question on slides of its own: what one study asked is not to be read as another's."""
    parts: list[Part] = []
    for comparison in drawing.comparisons:
        question = Block(pen.line(comparison.question.text, pen.text, 600, "heading"))
        head = _Head(question, question.height(pen.width) + GAP)
        room = pen.height(len(parts)) - head.high - _legend_high(drawing, pen)
        plan = _plan(comparison.rates, pen, room)
        shares = _shared(comparison.rates, plan.columns)
        for rates in shares:
            parts.append(_part(drawing, comparison, rates, pen, plan, head))
    return parts


def _shared(rates: Sequence[Rate], most: int) -> list[Sequence[Rate]]:
    """At most so many a slide, and as many on each as on the others, or nearly."""
    slides = -(-len(rates) // most)
    each, more = divmod(len(rates), slides)
    ends = [0]
    for slide in range(slides):
        ends.append(ends[-1] + each + (1 if slide < more else 0))
    return [rates[first:end] for first, end in zip(ends, ends[1:], strict=False)]


def _plan(rates: Sequence[Rate], pen: Pen, room: float) -> _Plan:
    """As many side by side as have room with signs that can be counted; then signs as large as can be."""
    found: list[_Plan] = []
    most = min(_MOST_COLUMNS, len(rates))
    for columns in range(most, 0, -1):
        wide = (pen.width - 2 * GAP * (columns - 1)) / columns
        if wide < _LEAST_COLUMN and columns > 1:
            continue
        for is_beside in (True, False):
            pitch = next(
                (p for p in _PITCHES if _fits(rates, pen, _Plan(columns, wide, is_beside, p), room)), 0.0
            )
            if pitch:
                found.append(_Plan(columns, wide, is_beside, pitch))
    if not found:
        return _Plan(1, pen.width, True, _PITCHES[-1])
    return max(
        found, key=lambda plan: (plan.pitch >= _BEST, plan.columns if plan.pitch >= _BEST else 0, plan.pitch)
    )


def _fits(rates: Sequence[Rate], pen: Pen, plan: _Plan, room: float) -> bool:
    array = array_of(plan.pitch)
    if plan.is_beside and plan.wide - array.width() - _BESIDE < _LEAST_WORDS:
        return False
    wide = _words_wide(plan)
    return array.width() <= plan.wide and all(
        _words(rate, pen).least() <= wide and _high(rate, pen, plan) <= room for rate in rates
    )


def _words_wide(plan: _Plan) -> float:
    return plan.wide - (array_of(plan.pitch).width() + _BESIDE if plan.is_beside else 0.0)


def _high(rate: Rate, pen: Pen, plan: _Plan) -> float:
    array, words = array_of(plan.pitch).height(), _words(rate, pen).height(_words_wide(plan))
    return max(array, words) if plan.is_beside else array + GAP / 2 + words


def _words(rate: Rate, pen: Pen) -> Block:
    return Block(
        pen.line(rate.shown, pen.text * _FIGURE, 700, "heading"),
        pen.line(rate.label, weight=600),
        pen.line(f"{rate.people} {rate.what}"),
        pen.line(rate.note, role="muted", above=4),
    )


def _part(
    drawing: IconArrays, comparison: Comparison, rates: Sequence[Rate], pen: Pen, plan: _Plan, head: _Head
) -> Part:
    part = new_part(pen)
    part.rests_on(comparison.question)
    put(part.scene, head.question, 0, 0, pen.width)
    bottom = head.high
    for column, rate in enumerate(rates):
        at = QPointF(column * (plan.wide + 2 * GAP), head.high)
        _put_signs(part, rate, plan.pitch, at)
        left, top = at.x(), at.y() + array_of(plan.pitch).height() + GAP / 2
        if plan.is_beside:
            left, top = at.x() + array_of(plan.pitch).width() + _BESIDE, at.y() - 6
        put(part.scene, _words(rate, pen), left, top, _words_wide(plan))
        bottom = max(bottom, at.y() + _high(rate, pen, plan))
        part.facts += [fact for fact in rate.facts if fact not in part.facts]
        part.is_of(rate.source)
    part.scene.size.setHeight(_put_legend(part, drawing, rates, pen, bottom))
    return part


def _put_signs(part: Part, rate: Rate, pitch: float, at: QPointF) -> None:
    (count, total), is_person = signs_of(rate), is_of_people(rate)
    places = places_of(pitch)
    for role, some in ((FILLED, places[:count]), (EMPTY, places[count:total])):
        path = sign_path(pitch, is_person=is_person, is_filled=role == FILLED)
        part.scene.items += [Shape(path=path.translated(at + place), fill=role) for place in some]


def _legend_high(drawing: IconArrays, pen: Pen) -> float:
    return GAP + max(Block(pen.line(words)).height(pen.width / 2) for words in drawing.legend)


def _put_legend(part: Part, drawing: IconArrays, rates: Sequence[Rate], pen: Pen, top: float) -> float:
    """What a filled and an empty sign mean; returns where it ends."""
    left, pitch, kinds = 0.0, 26.0, sorted({is_of_people(rate) for rate in rates}, reverse=True)
    bottom = top
    for is_filled, words in zip((True, False), drawing.legend, strict=True):
        line = pen.line(words)
        for is_person in kinds:
            path = sign_path(pitch, is_person=is_person, is_filled=is_filled)
            part.scene.shape(path.translated(QPointF(left, top + GAP)), fill=FILLED if is_filled else EMPTY)
            left += pitch + 4
        wide = min(width_of(words, line.font) + 1, pen.width / 2 - left % (pen.width / 2))
        bottom = max(bottom, put(part.scene, Block(line), left + 6, top + GAP, wide))
        left += wide + 2 * GAP
    return bottom
