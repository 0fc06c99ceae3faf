"""Small pictures with words on slides, large: illustrations or icons, arrows where one becomes the next."""

from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from crmo_desktop.domain.picture import Panel, Panels
from crmo_desktop.gui.drawing.blocks import Block, evenly, icon
from crmo_desktop.gui.drawing.scene import box
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, arrow, card, disc, new_part, piled, put

_BETWEEN: Final = 40.0  # two illustrations
_ARROW: Final = 84.0  # the same with an arrow
_LEAST_ART: Final = 0.42  # of the room's height, for an illustration above its words
_LEAST_COLUMN: Final = 300.0
_ABOVE_WORDS: Final = 12.0
_TILE: Final = 72.0  # across the ground of an icon
_PAD: Final = 20.0
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter
_DISC: Final = 48.0


class _Row(NamedTuple):
    """Illustrations in a row: how many, how wide, and how high an illustration is."""

    columns: int
    wide: float
    art: float


def panel_parts(panels: Panels, pen: Pen) -> list[Part]:
    """Illustrations in rows as large as can be; icons on cards."""
    if not any(panel.art for panel in panels.panels):
        return _cards(panels, pen)
    if panels.order == "becomes":
        return [
            _overview(panels, pen),
            *(_one(panels, place, pen, slide=1) for place in range(len(panels.panels))),
        ]
    row = _row(panels, pen)
    if row.columns == 1:
        return [_one(panels, place, pen, slide=place) for place in range(len(panels.panels))]
    return [
        _arts(panels, range(first, min(first + row.columns, len(panels.panels))), row, pen)
        for first in range(0, len(panels.panels), row.columns)
    ]


def _title(panel: Panel, pen: Pen) -> Block:
    return Block(pen.line(panel.title.text, pen.text, 600))


def _words(panel: Panel, pen: Pen) -> Block:
    return Block(pen.line(panel.title.text, pen.text, 600), pen.line(panel.text.text, above=4))


def _number(panels: Panels, place: int) -> str:
    return str(place + 1) if panels.order == "numbered" else ""


def _indent(panels: Panels) -> float:
    return _DISC + 14 if panels.order == "numbered" else 0.0


def _aspect(panels: Panels) -> float:
    """Of the widest illustration."""
    return max(panel.art.width / panel.art.height for panel in panels.panels if panel.art is not None)


def _row(panels: Panels, pen: Pen) -> _Row:
    """As many beside each other as have large illustrations with all their words below."""
    count, aspect = len(panels.panels), _aspect(panels)
    for columns in range(min(3, count), 1, -1):
        if count % columns and count > columns and columns == 3:
            continue
        wide = evenly(pen.width, columns, _BETWEEN)
        blocks = [_words(panel, pen) for panel in panels.panels]
        words = max(block.height(wide - _indent(panels)) for block in blocks)
        art = min(pen.least - words - _ABOVE_WORDS, wide / aspect)
        if wide >= _LEAST_COLUMN and art >= _LEAST_ART * pen.least:
            return _Row(columns, wide, art)
    return _Row(1, pen.width, pen.least)


def _put_art(part: Part, panel: Panel, room: QRectF, pen: Pen) -> QRectF:
    """An illustration as large as it goes in the middle of its room; returns where it is."""
    if panel.art is None:
        return room
    scale = min(room.width() / panel.art.width, room.height() / panel.art.height)
    rect = QRectF(0, 0, panel.art.width * scale, panel.art.height * scale)
    rect.moveCenter(room.center())
    part.scene.art(pen.tools.art_of(panel.art), rect)
    part.art = part.art.united(rect)
    return rect


def _arts(panels: Panels, places: range, row: _Row, pen: Pen) -> Part:
    """Illustrations in a row, their words below."""
    part, bottom = new_part(pen), 0.0
    for column, place in enumerate(places):
        panel, left = panels.panels[place], column * (row.wide + _BETWEEN)
        _put_art(part, panel, QRectF(left, 0, row.wide, row.art), pen)
        top = row.art + _ABOVE_WORDS
        words = _words(panel, pen)
        if number := _number(panels, place):
            disc(part.scene, number, QPointF(left + _DISC / 2, top + _DISC / 2), pen, across=_DISC)
        indent = _indent(panels)
        bottom = max(bottom, put(part.scene, words, left + indent, top, row.wide - indent))
        part.rests_on(panel.title, panel.text)
    part.scene.size.setHeight(bottom)
    return part


def _one(panels: Panels, place: int, pen: Pen, *, slide: int) -> Part:
    """One illustration as high as the room, its words beside it."""
    panel = panels.panels[place]
    part, high = new_part(pen, panel.title.text), pen.height(slide, panel.title.text)
    room = QRectF(0, 0, min(high * _aspect(panels), pen.width * 0.5), high)
    art = _put_art(part, panel, room, pen)
    left, indent = room.right() + 2 * GAP, _indent(panels)
    wide = pen.width - left
    words = Block(pen.line(panel.text.text, pen.text))
    top = max(0.0, art.center().y() - words.height(wide - indent) / 2)
    if number := _number(panels, place):
        disc(part.scene, number, QPointF(left + _DISC / 2, top + _DISC / 2), pen, across=_DISC)
    bottom = put(part.scene, words, left + indent, top, wide - indent)
    part.scene.size.setHeight(max(bottom, art.bottom()))
    part.rests_on(panel.title, panel.text)
    return part


def _overview(panels: Panels, pen: Pen) -> Part:
    """All illustrations with arrows between them, their titles below."""
    part, count = new_part(pen), len(panels.panels)
    wide = evenly(pen.width, count, _ARROW)
    titles = [_title(panel, pen) for panel in panels.panels]
    words = max(title.height(wide) for title in titles)
    high = min(pen.height(0) - words - _ABOVE_WORDS, wide / _aspect(panels))
    rects = []
    for place, (panel, title) in enumerate(zip(panels.panels, titles, strict=True)):
        left = place * (wide + _ARROW)
        rects.append(_put_art(part, panel, QRectF(left, 0, wide, high), pen))
        title.put(part.scene, QRectF(left, high + _ABOVE_WORDS, wide, 0), "page", _MIDDLE)
        part.rests_on(panel.title, panel.text)
    for before, after in pairwise(rects):
        y = before.center().y()
        arrow(part.scene, QPointF(before.right() + 12, y), QPointF(after.left() - 12, y))
    part.scene.size.setHeight(high + _ABOVE_WORDS + words)
    return part


def _cards(panels: Panels, pen: Pen) -> list[Part]:
    """Cards with icons, in two columns where the room is wide."""
    columns = 2 if pen.width >= 1000 else 1
    wide = evenly(pen.width, columns, GAP)
    inner = wide - 2 * _PAD - _TILE - GAP
    blocks = [_words(panel, pen) for panel in panels.panels]
    rows = [range(first, min(first + columns, len(blocks))) for first in range(0, len(blocks), columns)]
    heights = [max(_TILE, *(blocks[place].height(inner) for place in row)) + 2 * _PAD for row in rows]
    parts = []
    for pile in piled(heights, GAP, pen.height):
        part, top = new_part(pen), 0.0
        for row, height in zip(rows[pile.first : pile.end], heights[pile.first : pile.end], strict=True):
            for column, place in enumerate(row):
                rect = QRectF(column * (wide + GAP), top, wide, height)
                _put_card(part, panels, place, rect, pen)
            top += height + GAP
        part.scene.size.setHeight(top - GAP)
        parts.append(part)
    return parts


def _put_card(part: Part, panels: Panels, place: int, rect: QRectF, pen: Pen) -> None:
    panel, left = panels.panels[place], rect.left() + _PAD
    card(part.scene, rect)
    tile = QRectF(left, rect.top() + _PAD, _TILE, _TILE)
    if panel.icon:
        part.scene.shape(box(tile, _TILE / 2), fill="accent_soft", line="accent", width=2.0)
        icon(part.scene, pen.tools.icons, panel.icon, "accent", tile.adjusted(15, 15, -15, -15))
    elif number := _number(panels, place):
        disc(part.scene, number, tile.center(), pen, across=_TILE)
    left = tile.right() + GAP
    put(part.scene, _words(panel, pen), left, rect.top() + _PAD - 4, rect.right() - _PAD - left, "card")
    part.rests_on(panel.title, panel.text)
