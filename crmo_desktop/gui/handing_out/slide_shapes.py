"""What stands on a slide as shapes of a file: words stay words, tables tables; all else becomes a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF

from crmo_desktop.domain.slides import Box, Grid, Piece, Point, PointMark, Strand, Strands, SubHeading
from crmo_desktop.export.pptx_values import Area, Line, Shape, Side, TableShape, WordsShape
from crmo_desktop.gui.handing_out.shots import FRAME
from crmo_desktop.gui.slides.frame import FOOT, LEFT, RIGHT
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import SMALLEST, Placed
from crmo_desktop.gui.slides.words_slide import WordsSlide
from crmo_desktop.gui.typesetting import CALL_OUT_ROLES

_PAD: Final = 12.0  # units, beside the words of a cell
_SPARE: Final = 16.0  # units below the last line of words, for faces that are higher


def head_shapes(
    placed: Sequence[Placed], look: RoomLook, *, is_question: bool, is_rtl: bool
) -> Iterator[Shape]:
    """The kicker and the title of a slide, in the order in which they are read.

    Args:
        placed: what the slide says.
        look: of the room.
        is_question: something is asked, or answered.
        is_rtl: its words run from right to left.
    """
    wide, left = look.width - LEFT - RIGHT, RIGHT if is_rtl else LEFT
    for each in placed:
        if each.kind == "kicker":
            words = (Strand(each.words, is_strong=True),)
            line = Line(words=words, size=each.size, role="question" if is_question else "accent")
            yield WordsShape(area=Area(left, each.rect.top(), wide, each.rect.height()), lines=(line,))
        elif each.kind == "title":
            line = Line(words=(Strand(each.words),), size=each.size, role="heading", is_heading=True)
            area = Area(left, each.rect.top(), wide, each.rect.height() + 6)
            yield WordsShape(area=area, lines=(line,), part="title")


def foot_shapes(placed: Sequence[Placed], look: RoomLook, number: int, *, is_rtl: bool) -> Iterator[Shape]:
    """The source line and the number (from 1) of a slide; the other arguments as for `head_shapes`."""
    wide = look.width - LEFT - RIGHT - 90
    left = RIGHT + 90 if is_rtl else LEFT
    for each in placed:
        if each.kind == "source":
            line = Line(words=(Strand(each.words),), size=each.size, role="muted")
            yield WordsShape(area=Area(left, each.rect.top(), wide, each.rect.height()), lines=(line,))
    line = Line(words=(Strand(str(number)),), size=SMALLEST, role="muted")
    left = RIGHT if is_rtl else look.width - RIGHT - 80
    yield WordsShape(area=Area(left, FOOT - 40, 80, 40), lines=(line,), part="number", side=Side.END)


class _Held:
    """A piece with what of it is seen on the slide."""

    def __init__(self, piece: Piece, placed: Sequence[Placed]) -> None:
        self.piece, self.placed = piece, placed
        self.rect = QRectF()
        for each in placed:
            self.rect = self.rect.united(each.rect)


def words_shapes(slide: WordsSlide, look: RoomLook, *, is_rtl: bool) -> Iterator[Shape]:
    """The body of a slide of words, from top to bottom."""
    feet = [each.rect.top() for each in slide.placed if each.kind == "source"]
    bottom = min([FOOT - 40, *feet]) - 8
    left, wide = (RIGHT if is_rtl else LEFT), look.width - LEFT - RIGHT
    groups = list(_groups(_held(slide)))
    for place, group in enumerate(groups):
        first = group[0]
        if isinstance(first.piece, Box):
            area = Area(left, first.rect.top(), wide, first.rect.height())
            yield _box(first.piece, first, area, look)
        elif isinstance(first.piece, Grid):
            yield from _table(first.piece, first, look, is_rtl=is_rtl)
        else:
            follows = groups[place + 1][0].rect.top() if place + 1 < len(groups) else bottom
            top = first.rect.top()
            high = max(
                group[-1].rect.bottom() - top, min(group[-1].rect.bottom() + _SPARE, follows - 4) - top
            )
            part = "body" if place == 0 else ""
            yield WordsShape(area=Area(left, top, wide, high), lines=tuple(_lines(group)), part=part)


def _held(slide: WordsSlide) -> Iterator[_Held]:
    """Each piece with its words on the slide, in order."""
    waiting = iter([each for each in slide.placed if each.kind not in FRAME])
    for piece in slide.pieces:
        if isinstance(piece, Box):
            count = 2 + len(piece.points)
        elif isinstance(piece, Grid):
            count = bool(piece.caption) + len(piece.head) * (1 + len(piece.rows))
        else:
            count = 1
        yield _Held(piece, [each for _, each in zip(range(count), waiting, strict=False)])


def _groups(held: Iterator[_Held]) -> Iterator[list[_Held]]:
    """Points and headings that follow each other together, all else by itself."""
    group: list[_Held] = []
    for each in held:
        if isinstance(each.piece, Point | SubHeading):
            group.append(each)
            continue
        if group:
            yield group
            group = []
        yield [each]
    if group:
        yield group


def _lines(group: Sequence[_Held]) -> Iterator[Line]:
    before: QRectF | None = None
    for each in group:
        above = 0.0 if before is None else max(0.0, each.rect.top() - before.bottom())
        yield _line(each.piece, each.placed[0], above)
        before = each.rect


def _line(piece: Piece, placed: Placed, above: float) -> Line:
    if isinstance(piece, SubHeading):
        words = tuple(strand._replace(is_strong=True) for strand in piece.words)
        return Line(words=words, size=placed.size, role="heading", above=above)
    assert isinstance(piece, Point)
    return Line(
        words=piece.words,
        size=_size(piece.words, placed),
        mark=piece.mark,
        number=piece.number,
        level=piece.level,
        above=above,
    )


def _size(words: Strands, placed: Placed) -> float:
    """Of the letters on the line; what was measured are the smallest, those above or below it."""
    has_raised = any(strand.script for strand in words)
    return (
        max(placed.size, round(placed.size / 0.7)) if has_raised and placed.size > SMALLEST else placed.size
    )


def _box(box: Box, held: _Held, area: Area, look: RoomLook) -> Shape:
    """A call-out: its word, then its points."""
    role = CALL_OUT_ROLES[box.kind][0]
    title = held.placed[1]
    lines = [Line(words=(Strand(title.words, is_strong=True),), size=title.size, role=f"{role}_title")]
    points = box.points
    if len(points) == 1 and points[0].mark is PointMark.BULLET:  # one by itself needs no bullet
        points = (replace(points[0], mark=PointMark.NONE),)
    before = title.rect
    for point, placed in zip(points, held.placed[2:], strict=True):
        lines.append(_line(point, placed, max(0.0, placed.rect.top() - before.bottom())))
        before = placed.rect
    edge = f"{role}_bar" if look.is_high_contrast else ""
    return WordsShape(area=area, lines=tuple(lines), fill=f"{role}_bg", bar=f"{role}_bar", edge=edge)


def _table(grid: Grid, held: _Held, look: RoomLook, *, is_rtl: bool) -> Iterator[Shape]:
    left, wide = (RIGHT if is_rtl else LEFT), look.width - LEFT - RIGHT
    cells = [each for each in held.placed if each.kind in {"head", "cell"}]
    top = min(each.rect.top() for each in cells) - _PAD / 2
    if grid.caption:
        words = held.placed[0]
        line = Line(words=(Strand(words.words),), size=words.size, role="muted")
        area = Area(left, words.rect.top(), wide, words.rect.height() + 2)
        yield WordsShape(area=area, lines=(line,))
    yield TableShape(
        area=Area(left, top, wide, held.rect.bottom() - top + _PAD / 2),
        caption=grid.caption,
        head=grid.head,
        rows=grid.rows,
        widths=_widths(grid, cells, look, is_rtl=is_rtl),
        numeric=grid.numeric,
        size=max(SMALLEST, min(each.size for each in cells)),
    )


def _widths(grid: Grid, cells: Sequence[Placed], look: RoomLook, *, is_rtl: bool) -> tuple[float, ...]:
    """How wide the columns are, as their words tell: each begins, or ends, at an edge of its column."""
    count = len(grid.head)
    spans = []
    for column in range(count):
        rects = [cell.rect for cell in cells[column::count]]
        left, right = min(rect.left() for rect in rects), max(rect.right() for rect in rects)
        spans.append((look.width - right, look.width - left) if is_rtl else (left, right))
    edges = [LEFT]
    for column in range(1, count):
        if not grid.numeric[column]:
            edges.append(spans[column][0] - _PAD)
        elif grid.numeric[column - 1]:
            edges.append(spans[column - 1][1] + _PAD)
        else:
            edges.append((spans[column - 1][1] + spans[column][0]) / 2)
    edges.append(look.width - RIGHT)
    return tuple(after - before for before, after in pairwise(edges))
