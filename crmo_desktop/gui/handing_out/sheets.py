"""Slides and words shared out to pages: what stands where, in units of paper from the edge of the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.gui.handing_out.flow import TextLine
from crmo_desktop.gui.handing_out.shots import Shot
from crmo_desktop.gui.paper.paper_style import UNITS
from crmo_desktop.gui.slides.slide import HEIGHT

_GAP: Final = 16.0 * UNITS  # between slides
_BELOW_SLIDE: Final = 8.0 * UNITS  # between a slide and its notes
_RULE: Final = 24.0 * UNITS  # from one line to write on to the next
_WITH_LINES: Final = 0.56  # of the width, for a slide with lines beside it
_WITH_NOTES: Final = 0.72  # of the width, for a slide with notes below it
_HIGHEST: Final = 0.42  # of the height, for such a slide


class SlideAt(NamedTuple):
    """A slide on a page."""

    shot: Shot
    rect: QRectF


class LineAt(NamedTuple):
    """A line of words on a page."""

    line: TextLine
    at: QPointF


@dataclass(slots=True)
class SheetOfSlides:
    """A page.

    Attributes:
        rules: lines to write on.
    """

    slides: list[SlideAt] = field(default_factory=list)
    lines: list[LineAt] = field(default_factory=list)
    rules: list[QRectF] = field(default_factory=list)


class Block(NamedTuple):
    """A slide with what is to be said beside it."""

    shot: Shot
    lines: Sequence[TextLine]


def in_rows(shots: Sequence[Shot], room: QSizeF, columns: int, rows: int) -> Iterator[SheetOfSlides]:
    """So many slides a page, as large as they go, each in the middle of its cell."""
    wide = (room.width() - (columns - 1) * _GAP) / columns
    high = (room.height() - (rows - 1) * _GAP) / rows
    for first in range(0, len(shots), columns * rows):
        sheet = SheetOfSlides()
        for place, shot in enumerate(shots[first : first + columns * rows]):
            row, column = divmod(place, columns)
            size = _fitted(shot, wide, high)
            left = column * (wide + _GAP) + (wide - size.width()) / 2
            top = row * (high + _GAP) + ((high - size.height()) / 2 if rows == 1 else 0)
            sheet.slides.append(SlideAt(shot, QRectF(QPointF(left, top), size)))
        yield sheet


def with_lines(shots: Sequence[Shot], room: QSizeF, rows: int, *, is_rtl: bool) -> Iterator[SheetOfSlides]:
    """So many slides below each other, with lines to write on beside each."""
    high = (room.height() - (rows - 1) * _GAP) / rows
    for first in range(0, len(shots), rows):
        sheet = SheetOfSlides()
        for row, shot in enumerate(shots[first : first + rows]):
            size = _fitted(shot, room.width() * _WITH_LINES, high)
            top = row * (high + _GAP)
            left = room.width() - size.width() if is_rtl else 0.0
            sheet.slides.append(SlideAt(shot, QRectF(QPointF(left, top), size)))
            beside = 0.0 if is_rtl else size.width() + _GAP
            count = int(high // _RULE)
            sheet.rules += [
                QRectF(beside, top + number * _RULE, room.width() - size.width() - _GAP, 0)
                for number in range(1, count + 1)
            ]
        yield sheet


def with_notes(blocks: Iterable[Block], room: QSizeF) -> Iterator[SheetOfSlides]:
    """Slides with words below each; what has no room goes on on the next page, and no slide is alone."""
    sheet, top = SheetOfSlides(), 0.0
    for shot, lines in blocks:
        size = _fitted(shot, room.width() * _WITH_NOTES, room.height() * _HIGHEST)
        first = sum(line.height + line.above for line in lines[:3])
        if top and top + _GAP + size.height() + _BELOW_SLIDE + first > room.height():
            yield sheet
            sheet, top = SheetOfSlides(), 0.0
        top += _GAP if top else 0.0
        sheet.slides.append(SlideAt(shot, QRectF(QPointF((room.width() - size.width()) / 2, top), size)))
        top += size.height() + (_BELOW_SLIDE if lines else 0.0)
        for filled, below in _flowed(lines, room, sheet, top):
            if filled is not sheet:
                yield sheet
            sheet, top = filled, below
    yield sheet


def of_words(lines: Sequence[TextLine], room: QSizeF) -> Iterator[SheetOfSlides]:
    """Pages of nothing but words."""
    sheet = SheetOfSlides()
    for filled, _ in _flowed(lines, room, sheet, 0.0):
        if filled is not sheet:
            yield sheet
            sheet = filled
    yield sheet


def _flowed(
    lines: Sequence[TextLine], room: QSizeF, sheet: SheetOfSlides, top: float
) -> Iterator[tuple[SheetOfSlides, float]]:
    """Put lines on `sheet` from `top`, then on new ones; tells after each line where it is."""
    for number, line in enumerate(lines):
        top += line.above if top else 0.0
        if top and top + _needed(lines, number) > room.height():
            sheet, top = SheetOfSlides(), 0.0
        sheet.lines.append(LineAt(line, QPointF(0, top)))
        top += line.height
        yield sheet, top


def _needed(lines: Sequence[TextLine], number: int) -> float:
    """How much room a line takes together with those that must not be parted from it."""
    height = lines[number].height
    while lines[number].keeps_next and number + 1 < len(lines):
        number += 1
        height += lines[number].above + lines[number].height
    return height


def _fitted(shot: Shot, wide: float, high: float) -> QSizeF:
    scale = min(wide / shot.slide.width, high / HEIGHT)
    return QSizeF(shot.slide.width * scale, HEIGHT * scale)
