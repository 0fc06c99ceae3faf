"""Choices on slides: a band at a time, choices of equal rank beside each other with "or" between them."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt

from crmo_desktop.domain.picture import Band, Card, Choices
from crmo_desktop.gui.drawing.blocks import Block, evenly, icon, text_of
from crmo_desktop.gui.drawing.scene import box
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, card, new_part, piled, put

_PAD: Final = 18.0
_OR: Final = 60.0  # between two choices of equal rank, across
_OR_DOWN: Final = 46.0  # and down
_LEAST_COLUMN: Final = 280.0
_BELOW_HEAD: Final = 12.0
_SIGN: Final = 40.0


def choice_parts(choices: Choices, pen: Pen) -> list[Part]:
    """Each band on slides of its own; in words it says how it stands to the others."""
    parts: list[Part] = []
    for band in choices.bands:
        parts += _band(band, pen, len(parts))
    return parts


def _band(band: Band, pen: Pen, first: int) -> list[Part]:
    """A band on as many slides as it needs; the first of them is the slide with the number `first`."""
    head = _head(band, pen)
    indent = _SIGN + 14 if band.kind == "shifts" else 0.0
    high = head.height(pen.width - indent) + _BELOW_HEAD
    is_ranked = band.kind != "parallel"
    rooms = [pen.height(first) - high, pen.least - high]
    columns = _beside(band, pen, rooms[0]) if not is_ranked else None
    if columns is not None:
        part = _begun(band, head, pen, indent)
        part.scene.size.setHeight(_put_beside(part, band, pen, QRectF(0, high, columns, rooms[0])))
        return [part]
    blocks = [_words(each, pen) for each in band.cards]
    heights = [block.height(pen.width - 2 * _PAD) + 2 * _PAD for block in blocks]
    gap = GAP if is_ranked else _OR_DOWN
    parts = []
    for pile in piled(heights, gap, lambda slide: rooms[0 if slide == 0 else 1]):
        part, top = _begun(band, head, pen, indent), high
        for place in range(pile.first, pile.end):
            if place > pile.first and not is_ranked:
                _put_or(part, pen, QRectF(0, top - gap, pen.width, gap))
            rect = QRectF(0, top, pen.width, heights[place])
            _put_card(part, band, band.cards[place], blocks[place], rect)
            top = rect.bottom() + gap
        part.scene.size.setHeight(top - gap)
        parts.append(part)
    return parts


def _head(band: Band, pen: Pen) -> Block:
    return Block(pen.line(band.title.text, pen.text, 600, "accent"), pen.line(text_of(band.note), above=2))


def _words(choice: Card, pen: Pen) -> Block:
    return Block(pen.line(choice.title.text, pen.text, 600, "heading"), pen.line(choice.text.text, above=4))


def _begun(band: Band, head: Block, pen: Pen, indent: float) -> Part:
    part = new_part(pen)
    if indent:
        icon(part.scene, pen.tools.icons, "info-circle", "accent", QRectF(0, 2, _SIGN, _SIGN))
    put(part.scene, head, indent, 0, pen.width - indent)
    part.rests_on(band.title, band.note)
    return part


def _beside(band: Band, pen: Pen, room: float) -> float | None:
    """How wide choices are that stand beside each other; None where they have no room for that."""
    if len(band.cards) < 2:
        return None
    wide = evenly(pen.width, len(band.cards), _OR)
    blocks = [_words(each, pen) for each in band.cards]
    inner = wide - 2 * _PAD
    fits = all(block.least() <= inner and block.height(inner) + 2 * _PAD <= room for block in blocks)
    return wide if fits and wide >= _LEAST_COLUMN else None


def _put_beside(part: Part, band: Band, pen: Pen, place: QRectF) -> float:
    """Choices beside each other, all of one size, from the top of `place`, each as wide as it."""
    blocks = [_words(each, pen) for each in band.cards]
    inner = place.width() - 2 * _PAD
    high = max(block.height(inner) for block in blocks) + 2 * _PAD
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
