"""Slides before and after a drawing: what it is about, and whose it is."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import Flow
from crmo_desktop.gui.drawing.blocks import Block
from crmo_desktop.gui.drawing.flow_parts import numbers
from crmo_desktop.gui.drawing.scene import box
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, disc, new_part, piled, put

_DISC: Final = 46.0
_ROW_GAP: Final = 10.0


def bone_lead(drawing: BoneMap, caption: str, pen: Pen) -> list[Part]:
    """What the map shows, and which groups there are."""
    rows = [
        Block(pen.line(group.name, pen.small, 600), pen.line(group.people, role="muted"))
        for group in drawing.groups
    ]
    parts = _listed(caption, rows, pen, marks=None)
    for part in parts:
        part.sources += [group.source for group in drawing.groups]
    return parts


def flow_lead(flow: Flow, caption: str, pen: Pen) -> list[Part]:
    """What the chart is about, and all its steps by their numbers."""
    places = numbers(flow)
    rows = [Block(pen.line(step.title.text)) for step in flow.steps]
    parts = _listed(caption, rows, pen, marks=[str(places[step.id]) for step in flow.steps])
    for part in parts:
        part.rests_on(*(step.title for step in flow.steps))
    return parts


def caption_part(caption: str, pen: Pen) -> Part:
    """What is to be seen, on a slide before the drawing."""
    part = new_part(pen)
    words = Block(pen.line(caption, pen.text))
    part.scene.size.setHeight(put(part.scene, words, 0, 0, pen.width))
    return part


def source_parts(names: list[str], pen: Pen) -> list[Part]:
    """Sources, one below the other."""
    rows = [Block(pen.line(name)) for name in names]
    parts = []
    for pile in piled([row.height(pen.width) for row in rows], _ROW_GAP, pen.height):
        part, top = new_part(pen), 0.0
        for row in rows[pile.first : pile.end]:
            top = put(part.scene, row, 0, top, pen.width) + _ROW_GAP
        part.scene.size.setHeight(top - _ROW_GAP)
        parts.append(part)
    return parts


def _listed(caption: str, rows: list[Block], pen: Pen, *, marks: list[str] | None) -> list[Part]:
    """A caption, and below it rows in two columns where the room is wide."""
    above = Block(pen.line(caption, pen.text))
    columns = 2 if pen.width >= 1000 else 1
    wide = (pen.width - 2 * GAP * (columns - 1)) / columns
    indent = _DISC + 14 if marks else 24.0
    first = above.height(pen.width) + GAP
    heights = [max(row.height(wide - indent), _DISC if marks else 0.0) for row in rows]
    piles = piled(heights, _ROW_GAP, lambda column: pen.body_of("") - (first if column < columns else 0.0))
    parts: list[Part] = []
    for place, pile in enumerate(piles):
        column = place % columns
        top = first if place < columns else 0.0
        if column == 0:
            parts.append(new_part(pen))
            if place == 0:
                put(parts[0].scene, above, 0, 0, pen.width)
        part, left = parts[-1], column * (wide + 2 * GAP)
        for number in range(pile.first, pile.end):
            if marks:
                disc(part.scene, marks[number], QPointF(left + _DISC / 2, top + _DISC / 2), pen, across=_DISC)
                line = rows[number].height(wide - indent)
                put(
                    part.scene, rows[number], left + indent, top + max(0.0, (_DISC - line) / 2), wide - indent
                )
            else:
                part.scene.shape(box(QRectF(left, top + 14, 12, 12), 6), fill="accent")
                put(part.scene, rows[number], left + indent, top, wide - indent)
            top += heights[number] + _ROW_GAP
        part.scene.size.setHeight(max(part.scene.size.height(), top - _ROW_GAP))
    return parts
