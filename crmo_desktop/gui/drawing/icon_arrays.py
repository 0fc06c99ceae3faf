"""Rates as so many of a hundred: for each cohort a hundred signs, filled row by row from the top.

A cohort of fewer than ten has as many signs as people: a hundred would look surer than four people can be.
"""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainterPath

from crmo_desktop.domain.picture import Comparison, IconArrays, Rate
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import (
    Mark,
    Scene,
    Shape,
    View,
    box,
    face,
    height_of,
    longest_word,
    width_of,
)
from crmo_desktop.gui.theme import Look

ROWS: Final = 10  # of signs, and as many in a row
FEWEST: Final = 10  # people of whom a hundred signs may be drawn
FILLED, EMPTY = "accent", "border_strong"  # roles of signs
# What the people of a cohort are called; of anything else (lesions, scans) a dot stands for one.
_PEOPLE: Final = {"adults", "babies", "boys", "children", "girls", "patients", "people", "teenagers", "women"}
_EDGE: Final = 4.0  # from the words to the ring of the keyboard
_GUTTER: Final = 24.0
_MOST_COLUMNS: Final = 4
_LEAST_COLUMN: Final = 150.0
_MOST_COLUMN: Final = 560.0
_BESIDE: Final = 16.0  # between signs and the words at their right
_LEAST_BESIDE: Final = 136.0  # for these words
_SMALL_PITCH, _LARGE_PITCH = 12.5, 16.0  # from one sign to the next
_TALL: Final = 1.34  # the same downwards, in parts of it
_OUTLINE: Final = 1.15  # how thick the outline of an empty sign is


class _Faces(NamedTuple):
    question: QFont
    figure: QFont
    label: QFont
    people: QFont
    note: QFont


@dataclass(frozen=True)
class _Plan:
    """How the arrays of one question stand.

    Attributes:
        columns: side by side.
        column: how wide each is.
        pitch: from one sign to the next, across.
        is_beside: whether the words stand at the right of the signs and not below.
    """

    columns: int
    column: float
    pitch: float
    is_beside: bool

    @property
    def array(self) -> QSizeF:
        """What a hundred signs cover."""
        return QSizeF(_at(self.pitch, ROWS - 1) + self.pitch, _at(self._down, ROWS - 1) + self._down)

    @property
    def _down(self) -> float:
        return self.pitch * _TALL

    @cached_property
    def places(self) -> list[QPointF]:
        """Where the signs begin, row by row."""
        numbers = range(ROWS)
        return [QPointF(_at(self.pitch, x), _at(self._down, y)) for y in numbers for x in numbers]


def draw(drawing: IconArrays, look: Look, width: float, view: View, tools: Tools) -> Scene:
    """A legend, then each question with its cohorts beside one another.

    `signs_of` tells how many signs there are, and how many are filled. A sign is a person where the cohort is
    one of people.
    """
    del view, tools  # there is one view, and all of it is drawn here
    faces = _faces(look)
    plans = _plans(drawing, faces, width - 2 * _EDGE)
    scene = Scene(QSizeF(width, 0))
    top = _legend(scene, drawing, faces, plans[0].pitch) + 16
    for number, (comparison, plan) in enumerate(zip(drawing.comparisons, plans, strict=True)):
        if number:
            scene.line(QPointF(0, top + 16), QPointF(width, top + 16), "border")
            top += 32
        top = _comparison(scene, comparison, number, faces, plan, top)
    scene.size = QSizeF(width, ceil(top) + _EDGE)
    return scene


def array_of(pitch: float) -> QSizeF:
    """What a hundred signs cover whose pitch, from one to the next across, is so much."""
    return _Plan(1, 0.0, pitch, is_beside=False).array


def places_of(pitch: float) -> list[QPointF]:
    """Where a hundred signs begin, row by row."""
    return _Plan(1, 0.0, pitch, is_beside=False).places


def signs_of(rate: Rate) -> tuple[int, int]:
    """How many signs are filled, and how many there are: a hundred, or one for each of very few people."""
    total = rate.people if rate.people < FEWEST else ROWS * ROWS
    return min(total, max(0, round(rate.percent * total / 100))), total


def _faces(look: Look) -> _Faces:
    words = face(look, 14.5)
    return _Faces(face(look, 17, 600), face(look, 26, 700), face(look, 15, 600), words, words)


def _words_of(rate: Rate, faces: _Faces) -> list[tuple[str, QFont, str, float]]:
    """What is written of a rate: words, their font and role, and the room above them."""
    words = [
        (rate.shown, faces.figure, "heading", 0.0),
        (rate.label, faces.label, "text", 1.0),
        (_people(rate), faces.people, "text", 2.0),
    ]
    return [*words, (rate.note, faces.note, "muted", 4.0)] if rate.note else words


def _people(rate: Rate) -> str:
    return f"{rate.people} {rate.what}"


def _plans(drawing: IconArrays, faces: _Faces, width: float) -> list[_Plan]:
    """How each question's arrays stand; the signs are as large in all of them."""
    plans = [_plan(comparison, faces, width) for comparison in drawing.comparisons]
    pitch = min((plan.pitch for plan in plans), default=_SMALL_PITCH)
    return [replace(plan, pitch=pitch) for plan in plans]


def _plan(comparison: Comparison, faces: _Faces, width: float) -> _Plan:
    word = max(
        longest_word(text, font) for rate in comparison.rates for text, font, *_ in _words_of(rate, faces)
    )
    fit = (width + _GUTTER) // (max(_LEAST_COLUMN, word) + _GUTTER)
    fit = max(1, min(_MOST_COLUMNS, int(fit)))
    rows = ceil(len(comparison.rates) / fit)
    columns = ceil(len(comparison.rates) / rows)  # as many in each row, or nearly
    column = (width - (columns - 1) * _GUTTER) / columns
    least_beside = max(_LEAST_BESIDE, word)
    small = _Plan(columns, column, _SMALL_PITCH, is_beside=False).array.width()
    is_beside = column - small - _BESIDE >= least_beside
    room = column - _BESIDE - least_beside if is_beside else column
    pitch = min(_LARGE_PITCH, max(_SMALL_PITCH, _SMALL_PITCH * room / small))
    return _Plan(columns, min(column, _MOST_COLUMN), pitch, is_beside=is_beside)


def _legend(scene: Scene, drawing: IconArrays, faces: _Faces, pitch: float) -> float:
    """What filled and empty signs mean; returns where it ends."""
    width = scene.size.width()
    kinds = {is_of_people(rate) for comparison in drawing.comparisons for rate in comparison.rates}
    lead = len(kinds) * (pitch + 2) + 6
    line = height_of("x", faces.people, 100)
    wide = sum(width_of(words, faces.people) + lead for words in drawing.legend) + _GUTTER + 2 * _EDGE
    left, top, below = _EDGE, _EDGE, _EDGE
    for filled, words in zip((True, False), drawing.legend, strict=True):
        place = QRectF(left + lead, top, width - left - lead - _EDGE, 0)
        covered = scene.words(words, faces.people, place)
        for number, is_person in enumerate(sorted(kinds, reverse=True)):  # a person, then a dot
            at = QPointF(left + number * (pitch + 2), top + (line - pitch * _TALL) / 2)
            _draw_sign(scene, at, pitch, is_person=is_person, is_filled=filled)
        below = max(below, covered.bottom())
        if wide <= width:
            left = covered.right() + _GUTTER
        else:
            top = below + 6
    return below


def _comparison(
    scene: Scene, comparison: Comparison, number: int, faces: _Faces, plan: _Plan, top: float
) -> float:
    """One question; returns where it ends."""
    room = QRectF(_EDGE, top, scene.size.width() - 2 * _EDGE, 0)
    top = scene.words(comparison.question.text, faces.question, room, role="heading").bottom() + 12
    rates = comparison.rates
    for first in range(0, len(rates), plan.columns):
        bottom = top
        for column, rate in enumerate(rates[first : first + plan.columns]):
            left = _EDGE + column * (plan.column + _GUTTER)
            cell = _rate(scene, rate, faces, plan, QPointF(left, top))
            bottom = max(bottom, cell.bottom())
            scene.marks.append(_mark(comparison, rate, f"rate-{number}-{first + column}", cell))
        top = bottom + (_GUTTER if first + plan.columns < len(rates) else 0)
    return top


def _rate(scene: Scene, rate: Rate, faces: _Faces, plan: _Plan, at: QPointF) -> QRectF:
    """The signs and what they say; returns what they cover."""
    is_person, (count, total) = is_of_people(rate), signs_of(rate)
    for role, places in ((FILLED, plan.places[:count]), (EMPTY, plan.places[count:total])):
        sign = sign_path(plan.pitch, is_person=is_person, is_filled=role == FILLED)
        scene.items += [Shape(path=sign.translated(at + place), fill=role) for place in places]
    array = plan.array
    words = QRectF(at.x(), at.y() + array.height() + 8, plan.column, 0)
    if plan.is_beside:
        words = QRectF(at.x() + array.width() + _BESIDE, at.y() - 5, plan.column - array.width() - _BESIDE, 0)
    for text, font, role, above in _words_of(rate, faces):
        words.moveTop(words.top() + above)
        words.moveTop(scene.words(text, font, words, role=role).bottom())
    return QRectF(at.x(), at.y(), plan.column, max(array.height(), words.top() - at.y()))


def _mark(comparison: Comparison, rate: Rate, id: str, cell: QRectF) -> Mark:
    parts = [rate.label, rate.shown, _people(rate)]
    name = f"{comparison.question.text}: {', '.join(parts)}" + (f". {rate.note}" if rate.note else "")
    ring = cell.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
    return Mark(
        id=id,
        name=name,
        area=box(cell),
        ring=ring,
        target=comparison.question.target,
        value=rate.percent,
        facts=tuple(rate.facts),
    )


def _draw_sign(scene: Scene, at: QPointF, pitch: float, *, is_person: bool, is_filled: bool) -> None:
    sign = sign_path(pitch, is_person=is_person, is_filled=is_filled)
    scene.shape(sign.translated(at), fill=FILLED if is_filled else EMPTY)


def is_of_people(rate: Rate) -> bool:
    """Whether a sign stands for a person."""
    return bool(_PEOPLE & set(rate.what.casefold().split()))


@lru_cache(maxsize=32)
def sign_path(pitch: float, *, is_person: bool, is_filled: bool) -> QPainterPath:
    """One sign in its room of `pitch`, left clear at all sides; an empty one is an outline, to be filled.

    An outline that is filled is drawn some ten times as fast as one that a pen follows.
    """
    path = _person(pitch, 0.0) if is_person else _dot(pitch, 0.0)
    if not is_filled:
        path.addPath(_person(pitch, _OUTLINE) if is_person else _dot(pitch, _OUTLINE))
    return path


def _dot(pitch: float, inset: float) -> QPainterPath:
    path, radius = QPainterPath(), pitch * 0.4 - inset
    path.addEllipse(QPointF(pitch / 2, pitch * _TALL / 2), radius, radius)
    return path


def _person(pitch: float, inset: float) -> QPainterPath:
    """Head and shoulders, of no age; `inset` makes it smaller all round."""
    middle, high = pitch / 2, pitch * 1.1
    head, half = pitch * 0.22, pitch * 0.4 - inset
    neck, foot = pitch * 0.06 + 2 * head + pitch * 0.07 + inset, pitch * 0.06 + high - inset
    path = QPainterPath()
    path.addEllipse(QPointF(middle, pitch * 0.06 + head), head - inset, head - inset)
    path.moveTo(middle - half, foot)
    path.lineTo(middle - half, neck + half * 0.8)
    path.cubicTo(middle - half, neck, middle - half * 0.5, neck, middle, neck)
    path.cubicTo(middle + half * 0.5, neck, middle + half, neck, middle + half, neck + half * 0.8)
    path.lineTo(middle + half, foot)
    path.closeSubpath()
    return path


def _at(pitch: float, number: int) -> float:
    """Where the sign `number` of a row or column begins: with a gap after five, to count by."""
    return number * pitch + (pitch * 0.45 if number >= ROWS // 2 else 0.0)
