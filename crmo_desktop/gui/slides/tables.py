"""Tables on slides: as many columns as can be read; rows that know the head that belongs above them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from crmo_desktop.domain.slides import Grid, Point, PointMark, Row, Strand, SubHeading, plain
from crmo_desktop.gui.slides.blocks import Block, heading_block, moved
from crmo_desktop.gui.slides.columns import (
    HEAD_LINE,
    PAD_X,
    PAD_Y,
    Columns,
    no_columns,
    set_columns,
    some_columns,
)
from crmo_desktop.gui.slides.cutting import cut_point
from crmo_desktop.gui.slides.elements import Element, Patch, Words
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Placed

_LONG_NAME: Final = 0.4  # of a slide: a first cell that takes more of it is no heading
_ABOVE: Final = 20.0


def table_blocks(grid: Grid, look: RoomLook, width: float, highest: float) -> list[Block]:
    """A table as rows, each no higher than `highest` with its head; in larger letters where all fits."""
    for size in (look.text, round((look.text + look.small) / 2)):
        larger = set_columns(grid, look, width, size)
        if larger is not None and larger.may_fit(highest) and larger.height <= highest:
            return _rows(larger, look, width, highest)
    columns = set_columns(grid, look, width, look.small)
    if columns is not None and not columns.is_tall(highest):
        return _rows(columns, look, width, highest)
    if len(grid.head) > 2:
        parts = some_columns(grid, look, width, highest)
        return [block for part in parts for block in _rows(part, look, width, highest)]
    return _rows(columns or no_columns(grid, look), look, width, highest)


def _rows(columns: Columns, look: RoomLook, width: float, highest: float) -> list[Block]:
    """Each row as a block below the head; as words where it fits on no slide."""
    grid = columns.grid
    if not columns.widths:
        return _as_words(grid, grid.rows, look, width, highest, has_caption=True)
    head = _head(columns)
    blocks: list[Block] = []
    for number, row in enumerate(grid.rows):
        block = _row(columns, number)
        if head.height + block.height > highest:
            has_caption = not any(each.over is head for each in blocks)
            blocks += _as_words(grid, (row,), look, width, highest, has_caption=has_caption)
            continue
        piece = replace(grid, rows=(row,))
        is_first = number == 0 or blocks[-1].over is not head
        blocks.append(
            replace(
                block, pieces=(piece,), sources=row.sources, over=head, points=0, joins=not is_first, lines=9
            )
        )
    return blocks


def _head(columns: Columns) -> Block:
    """The caption and the head of a table, for every slide on which its rows are."""
    row = replace(_row(columns, None), above=_ABOVE, points=2)
    words = columns.caption()
    if words is None:
        return row
    caption = Placed(kind="text", rect=words.rect, size=words.size, words=words.text)
    down = words.height + 6
    elements, placed = moved(row, QPointF(0, down))
    return replace(
        row,
        elements=(Words(words=words, at=QPointF(0, 0), role="muted"), *elements),
        placed=(caption, *placed),
        height=row.height + down,
    )


def _row(columns: Columns, number: int | None) -> Block:
    """A row by itself, from 0; the head (None)."""
    is_head, texts, high = number is None, columns.texts(number), columns.row_height(number)
    elements = _ground(QRectF(0, 0, columns.width, high), number)
    placed = []
    left = 0.0
    for text, wide in zip(texts, columns.widths, strict=True):
        at = QPointF(left + PAD_X, PAD_Y)
        elements.append(Words(words=text, at=at))
        kind, rect = "head" if is_head else "cell", text.rect.translated(at)
        if text.text.strip():
            placed.append(Placed(kind=kind, rect=rect, size=text.size, words=text.text))
        left += wide
    height = high + (HEAD_LINE if is_head else 0)
    return Block(pieces=(), elements=tuple(elements), placed=tuple(placed), height=height)


def _ground(row: QRectF, number: int | None) -> list[Element]:
    if number is None:
        line = QRectF(row.left(), row.bottom(), row.width(), HEAD_LINE)
        return [Patch(rect=row, fill="table_head"), Patch(rect=line, fill="accent")]
    hairline = QRectF(row.left(), row.bottom() - 1, row.width(), 1)
    return [Patch(rect=row, fill="zebra" if number % 2 else ""), Patch(rect=hairline, fill="border_strong")]


def _as_words(
    grid: Grid, rows: Sequence[Row], look: RoomLook, width: float, highest: float, *, has_caption: bool
) -> list[Block]:
    """Each row as a heading and a point for each of its cells, where columns would be too narrow."""
    blocks: list[Block] = []
    if has_caption and grid.caption:
        caption = Point(words=(Strand(grid.caption),), mark=PointMark.NONE)
        blocks += cut_point(caption, look, width, highest)
    for row in rows:
        first = (Strand(f"{plain(grid.head[0])}: "), *row.cells[0])
        heading = heading_block(SubHeading(words=first), look, width)
        room = highest - heading.height - look.text
        if heading.height < highest * _LONG_NAME:
            blocks.append(heading)
        else:
            room = highest
            blocks += cut_point(Point(words=first, sources=row.sources), look, width, room)
        for head, cell in zip(grid.head[1:], row.cells[1:], strict=True):
            words = (Strand(f"{plain(head)}: ", is_strong=True), *cell)
            point = Point(words=words, sources=row.sources)
            blocks += cut_point(point, look, width, room) if plain(cell).strip() else []
    return blocks
