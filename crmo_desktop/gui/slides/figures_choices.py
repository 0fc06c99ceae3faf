"""Choices on slides: a band at a time, choices of equal rank beside each other with "or" between them."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt

from crmo_desktop.domain.picture import Band, Card, Choices
from crmo_desktop.gui.drawing.blocks import Block, evenly, text_of
from crmo_desktop.gui.drawing.scene import box
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, card, new_part, piled, put, sizes

_PAD: Final = 18.0
_OR: Final = 60.0  # between two choices of equal rank, across
_OR_DOWN: Final = 46.0  # and down
_LEAST_COLUMN: Final = 220.0
_BELOW_HEAD: Final = 12.0


def choice_parts(choices: Choices, pen: Pen) -> list[Part]:
    """Each band on slides of its own; in words it says how it stands to the others."""
    parts: list[Part] = []
    for band in choices.bands:
        parts += _band(band, pen, len(parts))
    return parts


def _band(band: Band, pen: Pen, first: int) -> list[Part]:
    """A band on as many slides as it needs; the first of them is the slide with the number `first`."""
    head = Block(pen.line(text_of(band.note)))
    high = head.height(pen.width) + _BELOW_HEAD if head.lines else 0.0
    is_ranked = band.kind != "parallel"
    rooms = [pen.height(place, band.title.text) - high for place in (first, 1)]
    for smaller in [] if is_ranked else sizes(pen):  # beside each other none looks better than another
        blocks = [_words(each, smaller) for each in band.cards]
        columns = _beside(blocks, pen, rooms[0])
        if columns is not None:
            part = _begun(band, head, pen)
            part.scene.size.setHeight(_put_beside(part, band, pen, blocks, QRectF(0, high, columns, 0)))
            return [part]
    parts = [] if is_ranked else _named(band, head, pen, rooms[0], high)
    if parts:  # what must be said of all of them has been said
        head, high, rooms = Block(), 0.0, [pen.height(1, band.title.text)] * 2
    return parts + _below_each_other(band, head, pen, rooms, high)


def _named(band: Band, head: Block, pen: Pen, room: float, top: float) -> list[Part]:
    """The choices by their names alone, beside each other; nothing where that has no room."""
    for smaller in sizes(pen):
        names = [Block(smaller.line(each.title.text, smaller.text, 600, "heading")) for each in band.cards]
        wide = _beside(names, pen, room)
        if wide is not None:
            part = _begun(band, head, pen)
            part.scene.size.setHeight(_put_beside(part, band, pen, names, QRectF(0, top, wide, 0)))
            return [part]
    return []


def _below_each_other(band: Band, head: Block, pen: Pen, rooms: list[float], top: float) -> list[Part]:
    """Choices in all their words, on as many slides as they need."""
    is_ranked = band.kind != "parallel"
    blocks = [_words(each, pen) for each in band.cards]
    heights = [block.height(pen.width - 2 * _PAD) + 2 * _PAD for block in blocks]
    gap, parts = GAP if is_ranked else _OR_DOWN, []
    for pile in piled(heights, gap, lambda slide: rooms[0 if slide == 0 else 1]):
        part, bottom = _begun(band, head, pen), top
        for place in range(pile.first, pile.end):
            if place > pile.first and not is_ranked:
                _put_or(part, pen, QRectF(0, bottom - gap, pen.width, gap))
            rect = QRectF(0, bottom, pen.width, heights[place])
            _put_card(part, band, band.cards[place], blocks[place], rect)
            bottom = rect.bottom() + gap
        part.scene.size.setHeight(bottom - gap)
        parts.append(part)
    return parts


def _words(choice: Card, pen: Pen) -> Block:
    return Block(pen.line(choice.title.text, pen.text, 600, "heading"), pen.line(choice.text.text, above=4))


def _begun(band: Band, head: Block, pen: Pen) -> Part:
    part = new_part(pen, band.title.text)
    put(part.scene, head, 0, 0, pen.width)
    part.rests_on(band.title, band.note)
    return part


def _beside(blocks: list[Block], pen: Pen, room: float) -> float | None:
    """How wide choices are that stand beside each other; None where they have no room for that."""
    wide = evenly(pen.width, max(1, len(blocks)), _OR)
    inner = wide - 2 * _PAD
    fits = all(block.least() <= inner and block.height(inner) + 2 * _PAD <= room for block in blocks)
    return wide if fits and len(blocks) > 1 and wide >= _LEAST_COLUMN else None


def _put_beside(part: Part, band: Band, pen: Pen, blocks: list[Block], place: QRectF) -> float:
    """Choices beside each other, all of one size, from the top of `place`, each as wide as it."""
    high = max(block.height(place.width() - 2 * _PAD) for block in blocks) + 2 * _PAD
    for number, (choice, block) in enumerate(zip(band.cards, blocks, strict=True)):
        rect = QRectF(number * (place.width() + _OR), place.top(), place.width(), high)
        _put_card(part, band, choice, block, rect)
        if number:
            _put_or(part, pen, QRectF(rect.left() - _OR, rect.top(), _OR, high))
    return place.top() + high


def _put_card(part: Part, band: Band, choice: Card, block: Block, rect: QRectF) -> None:
    scene, ground = part.scene, "card"
    if band.kind == "bridge":
        edge = box(rect.adjusted(1.5, 1.5, -1.5, -1.5), 10)
        scene.shape(edge, fill=ground, line="muted", width=3.0, dashes=(4.0, 3.0))
    elif band.kind == "shifts":
        ground = "zebra"
        card(scene, rect, fill=ground)
    else:
        card(scene, rect, line="accent", width=3.5 if band.kind == "first" else 2.0)
    put(scene, block, rect.left() + _PAD, rect.top() + _PAD, rect.width() - 2 * _PAD, ground)
    part.rests_on(choice.title, choice.text)


def _put_or(part: Part, pen: Pen, gap: QRectF) -> None:
    """The word between two choices."""
    word = Block(pen.line(QCoreApplication.translate("Choices", "or"), weight=600, role="accent"))
    high = word.height(gap.width())
    room = QRectF(gap.left(), gap.center().y() - high / 2, gap.width(), 0)
    word.put(part.scene, room, "page", Qt.AlignmentFlag.AlignHCenter)
