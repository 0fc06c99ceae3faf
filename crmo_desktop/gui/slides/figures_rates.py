"""Rates as so many of a hundred on slides: a question, some cohorts beside each other, what signs mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF

from crmo_desktop.domain.picture import Comparison, IconArrays, Rate
from crmo_desktop.gui.drawing.blocks import Block
from crmo_desktop.gui.drawing.icon_arrays import (
    EMPTY,
    FEWEST,
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
_BELOW: Final = 10.0  # and where these are below
_DOWN: Final = 6.0  # from the top of the room
_LEAST_WORDS: Final = 250.0  # beside signs
_LEAST_COLUMN: Final = 300.0
_MOST_COLUMNS: Final = 3
_PITCHES: Final = (30.0, 25.0, 22.0, 20.0, 18.0, 16.0, 14.5, 13.0)  # from sign to sign
_BEST: Final = 13.0  # large enough that nobody need be sent to another slide for larger ones
_FIGURES: Final = (1.45, 1.2, 1.0)  # sizes of a figure in parts of the text's
_LEGEND: Final = 26.0  # pitch of its signs
_FEW: Final = 5  # in a row, where there are fewer signs than ten


class _Plan(NamedTuple):
    """How cohorts stand: so many side by side, their words beside or below the signs, signs so far apart."""

    columns: int
    wide: float
    is_beside: bool
    pitch: float

    @property
    def words(self) -> float:
        """How wide the words are."""
        return self.wide - (array_of(self.pitch).width() + _BESIDE if self.is_beside else 0.0)


@dataclass(frozen=True, slots=True)
class _Told:
    """A rate and its words.

    Attributes:
        figures: the figure in several sizes, the largest first.
        least: the least width at which no word is cut.
    """

    rate: Rate
    figures: tuple[Block, ...]
    words: Block
    least: float

    def figure(self, width: float) -> Block:
        """The figure as large as stands on one line."""
        one = [block for block in self.figures if block.height(width) <= block.height(1e4) + 1]
        return one[0] if one else self.figures[-1]

    def height(self, width: float) -> float:
        """Of all words."""
        return self.figure(width).height(width) + self.words.height(width)


def rate_parts(drawing: IconArrays, pen: Pen) -> list[Part]:
    """Every question on slides of its own: what one study asked is not to be read as another's."""
    parts: list[Part] = []
    for comparison in drawing.comparisons:
        title = comparison.question.text
        told = [_told(rate, pen) for rate in comparison.rates]
        plan = _plan(told, pen, pen.height(len(parts), title) - _legend_high(drawing, pen) - _DOWN)
        parts += [_part(drawing, comparison, some, pen, plan) for some in _shared(told, plan.columns)]
    return parts


def _told(rate: Rate, pen: Pen) -> _Told:
    figures = tuple(Block(pen.line(rate.shown, pen.text * part, 700, "heading")) for part in _FIGURES)
    words = Block(
        pen.line(rate.label, weight=600),
        pen.line(f"{rate.people} {rate.what}"),
        pen.line(rate.note, role="muted", above=4),
    )
    return _Told(rate, figures, words, max(figures[-1].least(), words.least()))


def _shared(told: Sequence[_Told], most: int) -> list[Sequence[_Told]]:
    """At most so many a slide, and as many on each as on the others, or nearly."""
    slides = -(-len(told) // most)
    each, more = divmod(len(told), slides)
    ends = [0]
    for slide in range(slides):
        ends.append(ends[-1] + each + (1 if slide < more else 0))
    return [told[first:end] for first, end in pairwise(ends)]


def _plan(told: Sequence[_Told], pen: Pen, room: float) -> _Plan:
    """As many side by side as have room with signs that can be counted; then signs as large as can be."""
    found: list[_Plan] = []
    for columns in range(min(_MOST_COLUMNS, len(told)), 0, -1):
        wide = (pen.width - 2 * GAP * (columns - 1)) / columns
        if wide < _LEAST_COLUMN and columns > 1:
            continue
        for is_beside in (True, False):
            plans = (_Plan(columns, wide, is_beside, pitch) for pitch in _PITCHES)
            found += [plan for plan in [next((p for p in plans if _fits(told, p, room)), None)] if plan]
        if any(plan.pitch >= _BEST for plan in found):
            break
    return max(found, key=_largest, default=_Plan(1, pen.width, True, _PITCHES[-1]))


def _largest(plan: _Plan) -> float:
    return plan.pitch


def _fits(told: Sequence[_Told], plan: _Plan, room: float) -> bool:
    array = array_of(plan.pitch)
    if array.width() > plan.wide or array.height() > room or (plan.is_beside and plan.words < _LEAST_WORDS):
        return False
    return all(one.least <= plan.words and _high(one, plan) <= room for one in told)


def _high(told: _Told, plan: _Plan) -> float:
    array, words = array_of(plan.pitch).height(), told.height(plan.words)
    return max(array, words - 6) if plan.is_beside else array + _BELOW + words


def _part(drawing: IconArrays, comparison: Comparison, told: Sequence[_Told], pen: Pen, plan: _Plan) -> Part:
    part, bottom = new_part(pen, comparison.question.text), 0.0
    part.rests_on(comparison.question)
    array = array_of(plan.pitch)
    for column, one in enumerate(told):
        at = QPointF(column * (plan.wide + 2 * GAP), _DOWN)
        _put_signs(part, one.rate, plan.pitch, at)
        left, top = at.x(), at.y() + array.height() + _BELOW
        if plan.is_beside:
            left, top = at.x() + array.width() + _BESIDE, 0.0
        top = put(part.scene, one.figure(plan.words), left, top, plan.words)
        put(part.scene, one.words, left, top, plan.words)
        bottom = max(bottom, at.y() + _high(one, plan))
        part.facts += [fact for fact in one.rate.facts if fact not in part.facts]
        part.is_of(one.rate.source)
    rates = [one.rate for one in told]
    part.scene.size.setHeight(_put_legend(part, drawing, rates, pen, bottom))
    return part


def _put_signs(part: Part, rate: Rate, pitch: float, at: QPointF) -> None:
    (count, total), is_person = signs_of(rate), is_of_people(rate)
    places = places_of(pitch)
    if total < FEWEST:  # of few people the signs are twice as large
        pitch *= 2
        places = [place for number, place in enumerate(places_of(pitch)) if number % 10 < _FEW]
    for role, some in ((FILLED, places[:count]), (EMPTY, places[count:total])):
        path = sign_path(pitch, is_person=is_person, is_filled=role == FILLED)
        part.scene.items += [Shape(path=path.translated(at + place), fill=role) for place in some]


def _legend_high(drawing: IconArrays, pen: Pen) -> float:
    return GAP + max(Block(pen.line(words)).height(pen.width * 0.4) for words in drawing.legend)


def _put_legend(part: Part, drawing: IconArrays, rates: Sequence[Rate], pen: Pen, top: float) -> float:
    """What a filled and an empty sign mean; returns where it ends."""
    left, kinds = 0.0, sorted({is_of_people(rate) for rate in rates}, reverse=True)
    bottom, top = top, top + GAP
    for is_filled, words in zip((True, False), drawing.legend, strict=True):
        line = pen.line(words)
        for is_person in kinds:
            path = sign_path(_LEGEND, is_person=is_person, is_filled=is_filled)
            part.scene.shape(path.translated(QPointF(left, top)), fill=FILLED if is_filled else EMPTY)
            left += _LEGEND + 4
        wide = min(width_of(words, line.font) + 1, pen.width * 0.4)
        bottom = max(bottom, put(part.scene, Block(line), left + 6, top, wide))
        left += wide + 2 * GAP
    return bottom
