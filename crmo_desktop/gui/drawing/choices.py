"""Choices: what comes first, then some of equal rank, a bridge beside them, and what changes the choice.

The choices of equal rank stand in one frame, all of one size, with "or" between them and no arrow from one to
another: they are no ladder. What is for a short time spans them with a dashed edge. What changes the choice
points at their frame.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt

from crmo_desktop.domain.picture import Band, Card, Choices
from crmo_desktop.gui.drawing.blocks import Block, Line, arrow, ended, evenly, icon, mark, said, text_of
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import SMALLEST_TARGET, Scene, View, box, face, height_of
from crmo_desktop.gui.theme import Look

_PAD: Final = 16.0
_INSIDE: Final = 13.0  # in a choice of equal rank, at its sides
_STEM: Final = 34.0  # of an arrow from a band to the next
_OR: Final = 32.0  # between two choices of equal rank
_LANE: Final = 26.0  # for an arrow at the right
_NARROWEST: Final = 150.0  # of a choice, in letters as wide as Atkinson's
_BESIDE: Final = 560.0  # from which what changes the choice stands beside what comes first


@dataclass(frozen=True, slots=True)
class _Pen:
    """What a band is drawn with."""

    scene: Scene
    look: Look
    tools: Tools

    def block(self, card: Card, *, size: float = 16.0, text: float = 14.5, role: str = "text") -> Block:
        look = self.look
        return Block(
            Line(card.title.text, face(look, size, 600, is_title=size > 18), role),
            Line(card.text.text, face(look, text), above=4),
        )

    def title(self, band: Band, role: str = "accent") -> Block:
        return Block(
            Line(band.title.text, face(self.look, 15.5, 600), role),
            Line(text_of(band.note), face(self.look, 14.5), "text", above=2),
        )

    def name(self, number: int, band: Band, rect: QRectF) -> None:
        place = QRectF(rect.left(), rect.top(), rect.width(), max(rect.height(), SMALLEST_TARGET))
        name = said(band.title.text, text_of(band.note))
        mark(self.scene, f"band:{number}", name, place, band.title, band.note)

    def card(self, number: int, place: int, card: Card, rect: QRectF) -> None:
        name = said(card.title.text, card.text.text)
        mark(self.scene, f"card:{number}:{place}", name, rect, card.title, card.text)


def draw(choices: Choices, look: Look, width: float, _view: View, tools: Tools) -> Scene:
    """The bands from above to below; what changes the choice stands beside what comes first, given room."""
    pen = _Pen(Scene(QSizeF(width, 0)), look, tools)
    bands = list(enumerate(choices.bands))
    shifts = [pair for pair in bands if pair[1].kind == "shifts"]
    first = next((number for number, band in bands if band.kind == "first"), None)
    beside = bool(shifts) and first is not None and width >= _BESIDE * look.typeface.breadth
    main = width if beside or not shifts else width - _LANE
    top, frame, above = 0.0, QRectF(), [QRectF()]
    for number, band in bands:
        if band.kind == "shifts":
            continue
        if beside and number == first:
            column = evenly(width, 2, 24)
            above = [_first(pen, number, band, QRectF(0, top, column, 0))]
            for other, shift in shifts:
                rect = _shifts(pen, other, shift, QRectF(column + 24, above[-1].top(), column, 0))
                above.append(rect)
            top = max(rect.bottom() for rect in above) + _STEM
        elif band.kind == "first":
            above = [_first(pen, number, band, QRectF(0, top, main, 0))]
            top = above[0].bottom() + _STEM
        elif band.kind == "parallel":
            frame = _parallel(pen, number, band, QRectF(0, top, main, 0))
            _arrows(pen, [rect for rect in above if not rect.isEmpty()], frame)
            above, top = [], frame.bottom() + _STEM
        else:
            rect = _bridge(pen, number, band, QRectF(0, top - (_STEM - 22 if frame else 0), main, 0))
            if not frame.isEmpty():
                middle = QPointF(rect.center().x(), frame.bottom()), QPointF(rect.center().x(), rect.top())
                pen.scene.line(*middle, "muted", 1.6, dashes=(2.5, 2.0))
            top = rect.bottom() + _STEM
    for number, band in [] if beside else shifts:
        rect = _shifts(pen, number, band, QRectF(0, top, main, 0))
        if not frame.isEmpty():
            _point_back(pen, rect, frame, width)
        top = rect.bottom() + _STEM
    return ended(pen.scene, width, top - _STEM)


def _arrows(pen: _Pen, above: list[QRectF], frame: QRectF) -> None:
    """From what stands above to the frame of the choices of equal rank."""
    for rect in above:
        x = rect.center().x()
        arrow(pen.scene, [QPointF(x, rect.bottom()), QPointF(x, frame.top())])


def _point_back(pen: _Pen, rect: QRectF, frame: QRectF, width: float) -> None:
    """From what changes the choice up to the frame, at the right of all that is between."""
    x, low, high = width - 6, rect.top() + 28, frame.bottom() - 40
    points = [(rect.right(), low), (x, low), (x, high), (frame.right(), high)]
    arrow(pen.scene, [QPointF(*point) for point in points])


def _first(pen: _Pen, number: int, band: Band, place: QRectF) -> QRectF:
    """What comes first, large; returns where its cards are."""
    title = pen.title(band)
    bottom = title.put(pen.scene, place, "page")
    pen.name(number, band, QRectF(place.left(), place.top(), place.width(), bottom - place.top()))
    top = bottom + 6
    for at, card in enumerate(band.cards):
        words = pen.block(card, size=22, text=16, role="heading")
        inner = place.width() - 2 * 20
        rect = QRectF(place.left(), top, place.width(), words.height(inner) + 36)
        pen.scene.shape(box(rect.adjusted(1, 1, -1, -1), 8), fill="card", line="accent", width=2.0)
        words.put(pen.scene, QRectF(rect.left() + 20, rect.top() + 17, inner, 0), "card")
        pen.card(number, at, card, rect)
        top = rect.bottom() + 10
    return QRectF(place.left(), bottom + 6, place.width(), top - 10 - bottom - 6)


def _parallel(pen: _Pen, number: int, band: Band, place: QRectF) -> QRectF:
    """Choices of equal rank in one frame; returns the frame."""
    scene, look = pen.scene, pen.look
    cards = [pen.block(card) for card in band.cards]
    columns, wide = _columns(cards, place.width() - 2 * _PAD, look)
    high = max((card.height(wide - 2 * _INSIDE) for card in cards), default=0.0) + 28
    title, inner = pen.title(band, "heading"), place.width() - 2 * _PAD
    head = title.height(inner)
    rows = len(cards) if columns == 1 else 1
    below = place.top() + _PAD + head + 14
    frame = QRectF(place.left(), place.top(), place.width(), 0)
    frame.setBottom(below + rows * high + (rows - 1) * _OR + _PAD)
    scene.shape(box(frame.adjusted(0.75, 0.75, -0.75, -0.75), 10), fill="key_bg", line="accent", width=1.4)
    align = Qt.AlignmentFlag.AlignLeft if columns == 1 else Qt.AlignmentFlag.AlignHCenter
    title.put(scene, QRectF(place.left() + _PAD, place.top() + _PAD, inner, 0), "key_bg", align)
    pen.name(number, band, QRectF(place.left() + _PAD, place.top() + _PAD, inner, head))
    for at, (card, words) in enumerate(zip(band.cards, cards, strict=True)):
        left = place.left() + _PAD + (at * (wide + _OR) if columns > 1 else 0)
        rect = QRectF(left, below + (at * (high + _OR) if columns == 1 else 0), wide, high)
        scene.shape(box(rect.adjusted(0.6, 0.6, -0.6, -0.6), 6), fill="card", line="border_strong", width=1.2)
        words.put(scene, QRectF(rect.left() + _INSIDE, rect.top() + 13, wide - 2 * _INSIDE, 0), "card")
        pen.card(number, at, card, rect)
        if at:
            gap = QRectF(rect.left(), rect.top() - _OR, wide, _OR)
            _put_or(pen, gap if columns == 1 else QRectF(rect.left() - _OR, rect.top(), _OR, high))
    return frame


def _columns(cards: list[Block], width: float, look: Look) -> tuple[int, float]:
    """How many choices of equal rank stand beside each other, all or one, and how wide each is."""
    wide = evenly(width, max(1, len(cards)), _OR)
    least = max((card.least() for card in cards), default=0.0) + 2 * _INSIDE
    if wide >= max(least, _NARROWEST * look.typeface.breadth):
        return len(cards), wide
    return 1, width


def _put_or(pen: _Pen, gap: QRectF) -> None:
    """The word between two choices."""
    font = face(pen.look, 14.5, 600)
    word = QCoreApplication.translate("Choices", "or")
    high = height_of(word, font, 100)
    place = QRectF(gap.center().x() - 40, gap.center().y() - high / 2, 80, 0)
    pen.scene.words(word, font, place, ground="key_bg", role="accent", align=Qt.AlignmentFlag.AlignHCenter)


def _bridge(pen: _Pen, number: int, band: Band, place: QRectF) -> QRectF:
    """What is for a short time, with a dashed edge, across all that it may go with."""
    title = pen.title(band)
    cards = [pen.block(card) for card in band.cards]
    inner = place.width() - 2 * _PAD
    side = max(190.0 * pen.look.typeface.breadth, title.least())
    beside = inner - side - 24 >= 240 * pen.look.typeface.breadth
    left = place.left() + _PAD + (side + 24 if beside else 0)
    wide = place.right() - _PAD - left
    head = title.height(side if beside else inner)
    high = sum(card.height(wide) for card in cards) + 12 * (len(cards) - 1)
    rect = QRectF(place.left(), place.top(), place.width(), 0)
    rect.setHeight(2 * 14 + (max(head, high) if beside else head + 8 + high))
    edge = box(rect.adjusted(0.75, 0.75, -0.75, -0.75), 8)
    pen.scene.shape(edge, fill="card", line="muted", width=1.6, dashes=(4.0, 3.0))
    top = rect.top() + 14
    place_of_title = QRectF(rect.left() + _PAD, top, side if beside else inner, head)
    title.put(pen.scene, place_of_title, "card")
    pen.name(number, band, place_of_title)
    top += 0 if beside else head + 8
    for at, (card, words) in enumerate(zip(band.cards, cards, strict=True)):
        bottom = words.put(pen.scene, QRectF(left, top, wide, 0), "card")
        pen.card(number, at, card, QRectF(left - 4, top - 2, wide + 8, bottom - top + 4))
        top = bottom + 12
    return rect


def _shifts(pen: _Pen, number: int, band: Band, place: QRectF) -> QRectF:
    """What changes the choice: a note with a sign; returns where it is."""
    scene = pen.scene
    title, inner = pen.title(band, "text"), place.width() - 2 * _PAD
    cards = [pen.block(card, size=15, text=14.5) for card in band.cards]
    head = max(22.0, title.height(inner - 30))
    high = sum(card.height(inner) + 10 for card in cards)
    rect = QRectF(place.left(), place.top(), place.width(), 13 + head + high + 14)
    scene.shape(box(rect.adjusted(0.6, 0.6, -0.6, -0.6), 8), fill="zebra", line="border_strong", width=1.2)
    icon(scene, pen.tools.icons, "info-circle", "text", QRectF(rect.left() + _PAD, rect.top() + 12, 21, 21))
    place_of_title = QRectF(rect.left() + _PAD + 30, rect.top() + 13, inner - 30, head)
    title.put(scene, place_of_title, "zebra")
    pen.name(number, band, place_of_title)
    top = rect.top() + 13 + head + 10
    for at, (card, words) in enumerate(zip(band.cards, cards, strict=True)):
        bottom = words.put(scene, QRectF(rect.left() + _PAD, top, inner, 0), "zebra")
        pen.card(number, at, card, QRectF(rect.left() + _PAD - 4, top - 2, inner + 8, bottom - top + 4))
        top = bottom + 10
    return rect
