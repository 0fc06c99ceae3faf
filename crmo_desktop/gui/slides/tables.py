"""Tables on slides: as many columns as can be read; rows that know the head that belongs above them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from crmo_desktop.domain.slides import Grid, Point, PointMark, Row, Strand, Strands, SubHeading, plain
from crmo_desktop.gui.drawing.scene import longest_word, width_of
from crmo_desktop.gui.slides.blocks import Block, heading_block, moved, point_block
from crmo_desktop.gui.slides.cutting import cut_point
from crmo_desktop.gui.slides.elements import Element, Patch, SetText, Words, set_text
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Placed

_PAD_X: Final = 12.0
_PAD_Y: Final = 7.0
_HEAD_LINE: Final = 3.0
_TALL: Final = 0.7  # a row that takes more of a slide than this is too narrow in its columns
_LONG_NAME: Final = 0.4  # of a slide: a first cell that takes more of it is no heading
_ABOVE: Final = 20.0
_SHARES: Final = (0.35, 0.6, 0.85, 1.1)  # ways to share the room out; what is lowest then is taken
_ROUNDING: Final = 2.0  # units that a word may be wider where strong


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns stand beside each other, and how wide they are."""

    grid: Grid
    widths: tuple[float, ...]
    size: int


def table_blocks(grid: Grid, look: RoomLook, width: float, highest: float) -> list[Block]:
    """A table as rows, each no higher than `highest` with its head; in larger letters where all fits."""
    sizes = sorted({look.text, round((look.text + look.small) / 2), look.small}, reverse=True)
    for size in sizes:
        columns = _columns(grid, look, width, size)
        if columns is not None and _height(columns, look) <= highest:
            return _rows(columns, look, width, highest)
    columns = _columns(grid, look, width, look.small)
    if columns is not None and not _is_tall(columns, look, highest):
        return _rows(columns, look, width, highest)
    if len(grid.head) > 2:
        parts = _by_columns(grid, look, width, highest)
        return [block for part in parts for block in _rows(part, look, width, highest)]
    return _rows(columns or _Columns(grid, (), look.small), look, width, highest)


def _columns(grid: Grid, look: RoomLook, width: float, size: int) -> _Columns | None:
    """The widths of columns; None where a word would be cut."""
    room = width - 2 * _PAD_X * len(grid.head)
    least, most = [], []
    for place in range(len(grid.head)):
        cells = [plain(row.cells[place]) for row in grid.rows]
        font, strong = look.font(size, 600 if place == 0 else 400), look.font(size, 700)
        head = plain(grid.head[place])
        bold = font if not any(s.is_strong for row in grid.rows for s in row.cells[place]) else strong
        least.append(
            max([longest_word(head, strong), *(longest_word(cell, bold) for cell in cells)]) + _ROUNDING
        )
        most.append(max([width_of(head, strong), *(width_of(cell, bold) for cell in cells)]) + _ROUNDING)
    if sum(least) > room:
        return None
    if sum(most) <= room:
        ways = [_shared(least, most, room, 1)]
    else:
        ways = [_shared(least, most, room, power) for power in _SHARES]
    tried = [_Columns(grid, tuple(each + 2 * _PAD_X for each in widths), size) for widths in ways]
    return min(tried, key=lambda columns: _height(columns, look)) if len(tried) > 1 else tried[0]


def _shared(least: list[float], most: list[float], room: float, power: float) -> list[float]:
    """The room shared out: what each needs, and the more for who has more to say the higher `power` is."""
    if sum(most) <= room:
        extra = (room - sum(most)) / len(most)
        return [each + extra for each in most]
    wanted = [max(0.0, (high - low)) ** power for low, high in zip(least, most, strict=True)]
    spare = room - sum(least)
    widths = list(least)
    for _ in range(3):  # what one does not need goes to the others
        open_ones = [place for place in range(len(least)) if widths[place] < most[place] - 0.1]
        whole = sum(wanted[place] for place in open_ones)
        if not whole or spare < 1:
            break
        given = 0.0
        for place in open_ones:
            more = min(most[place] - widths[place], spare * wanted[place] / whole)
            widths[place] += more
            given += more
        spare -= given
    return [each + spare / len(widths) for each in widths]


def _by_columns(grid: Grid, look: RoomLook, width: float, highest: float) -> list[_Columns]:
    """Some columns at a time, the first of them in each."""
    others = list(range(1, len(grid.head)))
    for most in range(len(others) - 1, 0, -1):
        count = -(-len(others) // most)
        even = -(-len(others) // count)
        groups = [others[start : start + even] for start in range(0, len(others), even)]
        parts = [_columns(_with_columns(grid, (0, *group)), look, width, look.small) for group in groups]
        made = [part for part in parts if part is not None]
        if len(made) == len(parts) and not any(_is_tall(part, look, highest) for part in made):
            return made
    pairs = [_with_columns(grid, (0, other)) for other in others]
    return [_columns(pair, look, width, look.small) or _Columns(pair, (), look.small) for pair in pairs]


def _with_columns(grid: Grid, places: Sequence[int]) -> Grid:
    def some(cells: Sequence[Strands]) -> tuple[Strands, ...]:
        return tuple(cells[place] for place in places)

    rows = tuple(replace(row, cells=some(row.cells)) for row in grid.rows)
    numeric = tuple(grid.numeric[place] for place in places)
    return Grid(caption=grid.caption, head=some(grid.head), rows=rows, numeric=numeric)


def _is_tall(columns: _Columns, look: RoomLook, highest: float) -> bool:
    return any(_row_height(columns, row.cells, look) > highest * _TALL for row in columns.grid.rows)


def _height(columns: _Columns, look: RoomLook) -> float:
    grid = columns.grid
    rows = sum(_row_height(columns, row.cells, look) for row in grid.rows)
    head = _row_height(columns, grid.head, look) + _HEAD_LINE
    return _caption_height(grid, look, sum(columns.widths)) + head + rows


def _caption_height(grid: Grid, look: RoomLook, width: float) -> float:
    return set_text(grid.caption, look.font(look.small), width).height + 6 if grid.caption else 0.0


def _row_height(columns: _Columns, cells: Sequence[Strands], look: RoomLook) -> float:
    texts = _set_cells(columns, cells, look, is_head=cells is columns.grid.head)
    return max(text.height for text in texts) + 2 * _PAD_Y


def _set_cells(
    columns: _Columns, cells: Sequence[Strands], look: RoomLook, *, is_head: bool
) -> list[SetText]:
    texts = []
    for place, (cell, wide) in enumerate(zip(cells, columns.widths, strict=True)):
        weight = 700 if is_head else 600 if place == 0 else 400
        font = look.font(columns.size, weight)
        align = Qt.AlignmentFlag.AlignRight if columns.grid.numeric[place] else Qt.AlignmentFlag.AlignLeft
        texts.append(set_text(cell, font, wide - 2 * _PAD_X, align=align))
    return texts


def _rows(columns: _Columns, look: RoomLook, width: float, highest: float) -> list[Block]:
    """Each row as a block below the head; as words where it fits on no slide."""
    grid = columns.grid
    if not columns.widths:
        return _as_words(grid, grid.rows, look, width, highest, has_caption=True)
    head = _head(columns, look)
    blocks: list[Block] = []
    for number, row in enumerate(grid.rows):
        block = _row(columns, row.cells, look, number=number)
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


def _head(columns: _Columns, look: RoomLook) -> Block:
    """The caption and the head of a table, for every slide on which its rows are."""
    grid, width = columns.grid, sum(columns.widths)
    row = _row(columns, grid.head, look, number=None)
    if not grid.caption:
        return replace(row, above=_ABOVE, points=2)
    words = set_text(grid.caption, look.font(look.small), width)
    caption = Placed(kind="text", rect=words.rect, size=words.size, words=words.text)
    down = words.height + 6
    elements, placed = moved(row, QPointF(0, down))
    return replace(
        row,
        elements=(Words(words=words, at=QPointF(0, 0), role="muted"), *elements),
        placed=(caption, *placed),
        height=row.height + down,
        above=_ABOVE,
        points=2,
    )


def _row(columns: _Columns, cells: Sequence[Strands], look: RoomLook, *, number: int | None) -> Block:
    """A row by itself; `number` is None for the head, else from 0."""
    is_head = number is None
    texts = _set_cells(columns, cells, look, is_head=is_head)
    high = max(text.height for text in texts) + 2 * _PAD_Y
    elements = _ground(QRectF(0, 0, sum(columns.widths), high), number)
    placed = []
    left = 0.0
    for text, wide in zip(texts, columns.widths, strict=True):
        at = QPointF(left + _PAD_X, _PAD_Y)
        elements.append(Words(words=text, at=at))
        kind, rect = "head" if is_head else "cell", text.rect.translated(at)
        if text.text.strip():
            placed.append(Placed(kind=kind, rect=rect, size=text.size, words=text.text))
        left += wide
    height = high + (_HEAD_LINE if is_head else 0)
    return Block(pieces=(), elements=tuple(elements), placed=tuple(placed), height=height)


def _ground(row: QRectF, number: int | None) -> list[Element]:
    if number is None:
        line = QRectF(row.left(), row.bottom(), row.width(), _HEAD_LINE)
        return [Patch(rect=row, fill="table_head"), Patch(rect=line, fill="accent")]
    hairline = QRectF(row.left(), row.bottom() - 1, row.width(), 1)
    return [Patch(rect=row, fill="zebra" if number % 2 else ""), Patch(rect=hairline, fill="border_strong")]


def _as_words(
    grid: Grid, rows: Sequence[Row], look: RoomLook, width: float, highest: float, *, has_caption: bool
) -> list[Block]:
    """Each row as a heading and a point for each of its cells, where columns would be too narrow."""
    blocks = []
    if has_caption and grid.caption:
        caption = Point(words=(Strand(grid.caption),), mark=PointMark.NONE)
        blocks += [point_block(part, look, width) for part in cut_point(caption, look, width, highest)]
    for row in rows:
        first = (Strand(f"{plain(grid.head[0])}: "), *row.cells[0])
        heading = heading_block(SubHeading(words=first), look, width)
        room = highest - heading.height - look.text
        if heading.height < highest * _LONG_NAME:
            blocks.append(heading)
        else:
            room = highest
            parts = cut_point(Point(words=first, sources=row.sources), look, width, room)
            blocks += [point_block(part, look, width) for part in parts]
        for head, cell in zip(grid.head[1:], row.cells[1:], strict=True):
            words = (Strand(f"{plain(head)}: ", is_strong=True), *cell)
            point = Point(words=words, sources=row.sources)
            parts = cut_point(point, look, width, room) if plain(cell).strip() else []
            blocks += [point_block(part, look, width) for part in parts]
    return blocks
