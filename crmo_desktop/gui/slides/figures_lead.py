"""Slides before and after a drawing: what it is about, and whose it is."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import Flow
from crmo_desktop.gui.drawing.blocks import Block
from crmo_desktop.gui.drawing.flow_parts import numbers
from crmo_desktop.gui.drawing.scene import box
from crmo_desktop.gui.slides.figures_pen import GAP, Part, Pen, disc, new_part, piled, put, sizes

_DISC: Final = 46.0
_ROW_GAP: Final = 10.0
_ROOMY: Final = 1000.0  # wide enough for two columns
_FEW: Final = 2  # slides
Rows = Callable[[Pen], list[Block]]


def bone_lead(drawing: BoneMap, caption: str, pen: Pen) -> list[Part]:
    """What the map shows, and which groups there are."""

    def rows(pen: Pen) -> list[Block]:
        return [
            Block(pen.line(group.name, pen.small, 600), pen.line(group.people, role="muted"))
            for group in drawing.groups
        ]

    parts = _listed(caption, rows, pen, marks=None)
    for part in parts:
        part.is_of(*(group.source for group in drawing.groups))
    return parts


def flow_lead(flow: Flow, caption: str, pen: Pen) -> list[Part]:
    """What the chart is about, and all its steps by their numbers."""
    places = numbers(flow)

    def rows(pen: Pen) -> list[Block]:
        return [Block(pen.line(step.title.text)) for step in flow.steps]

    parts = _listed(caption, rows, pen, marks=[str(places[step.id]) for step in flow.steps])
    for part in parts:
        part.rests_on(*(step.title for step in flow.steps))
    return parts


def caption_part(caption: str, pen: Pen) -> Part:
    """What is to be seen, on a slide before the drawing."""
    part, words = new_part(pen), Block()
    for smaller in sizes(pen):
        words = Block(smaller.line(caption, smaller.text))
        if words.height(pen.width) <= pen.body_of(""):
            break
    part.scene.size.setHeight(put(part.scene, words, 0, 0, pen.width))
    return part


def _listed(caption: str, rows: Rows, pen: Pen, *, marks: list[str] | None) -> list[Part]:
    """A caption, and below it rows, in words as large as let them stand on few slides."""
    parts: list[Part] = []
    for smaller in sizes(pen):
        parts = _in_columns(Block(pen.line(caption, smaller.text)), rows(smaller), pen, marks=marks)
        if len(parts) <= _FEW:
            break
    return parts


def _in_columns(caption: Block, rows: list[Block], pen: Pen, *, marks: list[str] | None) -> list[Part]:
    """In two columns where the room is wide."""
    columns = 2 if pen.width >= _ROOMY else 1
    wide = (pen.width - 2 * GAP * (columns - 1)) / columns
    indent = _DISC + 14 if marks else 24.0
    first = caption.height(pen.width) + GAP
    heights = [max(row.height(wide - indent), _DISC if marks else 0.0) for row in rows]
    room = pen.body_of("")
    piles = piled(heights, _ROW_GAP, lambda column: room - (first if column < columns else 0.0))
    parts: list[Part] = []
    for place, pile in enumerate(piles):
        if place % columns == 0:
            parts.append(new_part(pen))
        if place == 0:
            put(parts[0].scene, caption, 0, 0, pen.width)
        part, left = parts[-1], place % columns * (wide + 2 * GAP)
        top = first if place < columns else 0.0
        for number in range(pile.first, pile.end):
            row, down = rows[number], 0.0
            if marks:
                disc(part.scene, marks[number], QPointF(left + _DISC / 2, top + _DISC / 2), pen, across=_DISC)
                down = max(0.0, (_DISC - row.height(wide - indent)) / 2)
            else:
                part.scene.shape(box(QRectF(left, top + 14, 12, 12), 6), fill="accent")
            put(part.scene, row, left + indent, top + down, wide - indent)
            top += heights[number] + _ROW_GAP
        part.scene.size.setHeight(max(part.scene.size.height(), top - _ROW_GAP))
    return parts
