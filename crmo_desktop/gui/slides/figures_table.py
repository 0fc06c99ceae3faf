"""Things beside each other on slides: the heads on every slide, a few lines on each.

A line can be pointed at, and the lines be sorted, while the slide is shown.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF

from crmo_desktop.domain.picture import SideBySide
from crmo_desktop.gui.drawing.blocks import Block
from crmo_desktop.gui.drawing.scene import View, box
from crmo_desktop.gui.slides.figures_pen import Part, Pen, Piled, new_part, piled, put

_PAD: Final = 14.0  # in a cell, at its sides
_ABOVE: Final = 8.0  # and above and below its words
_BETWEEN: Final = 6.0  # two lines
_BAR: Final = 6.0
_SIGNS: Final = {False: " ▲", True: " ▼"}  # of the head that is sorted by
_FOR_SIGN: Final = 34.0
_TITLES: Final = 0.25  # how much of the width the titles have where they stand beside the cells
_ROOMY: Final = 1000.0  # wide enough for that, with two cells in a line


class _Shape(StrEnum):
    """Where the title and the cells of a line stand."""

    BESIDE = "beside"  # the title, then the cells
    BELOW = "below"  # the cells beside each other below the title
    STACKED = "stacked"  # the cells below each other, each below its head


@dataclass(frozen=True, slots=True)
class _Line:
    """One line, measured."""

    title: Block
    cells: tuple[Block, ...]
    title_high: float
    cells_high: tuple[float, ...]
    shape: _Shape

    @property
    def height(self) -> float:
        if self.shape is _Shape.STACKED:
            return self.title_high + sum(self.cells_high) + (len(self.cells) + 2) * _ABOVE
        high = max(self.cells_high, default=0.0)
        if self.shape is _Shape.BESIDE:
            return max(self.title_high, high) + 2 * _ABOVE
        return self.title_high + high + 3 * _ABOVE


class TableSlides:
    """A comparison, cut into slides; each can show any of its lines."""

    def __init__(self, drawing: SideBySide, pen: Pen) -> None:
        self._drawing, self._pen = drawing, pen
        cells = max(1, len(drawing.columns) - 1)
        first = _Shape.BESIDE if pen.width >= _ROOMY and cells <= 2 else _Shape.BELOW
        for shape in (first, _Shape.STACKED):
            self._measure(shape, cells)
            if self._has_room():
                break
        head = self._head_high + (_BETWEEN if self._head_high else 0.0)
        heights = [line.height for line in self._lines]
        self.slides: list[Piled] = piled(heights, _BETWEEN, lambda slide: pen.height(slide) - head)

    def _measure(self, shape: _Shape, cells: int) -> None:
        """Set everything in a shape."""
        pen = self._pen
        self._shape = shape
        is_beside = shape is _Shape.BESIDE
        self._titles = pen.width * _TITLES if is_beside else pen.width - _BAR
        self._left = _BAR + (self._titles if is_beside else 0.0)
        self._wide = (pen.width - self._left) / (1 if shape is _Shape.STACKED else cells)
        signed = [head + _SIGNS[True] if head else "" for head in self._drawing.columns]  # each may be
        self._lines = [self._line(number, signed) for number in range(len(self._drawing.rows))]
        self._head_high = 0.0 if shape is _Shape.STACKED else self._measured_head()

    def _has_room(self) -> bool:
        """Whether each line has room on a slide, and each word in its column."""
        room, inner = self._pen.least - self._head_high - _BETWEEN, self._wide - 2 * _PAD
        heads = self._heads(View())[1:] if self._head_high else []
        return all(line.height <= room for line in self._lines) and all(
            block.least() <= inner
            for block in (*heads, *(cell for line in self._lines for cell in line.cells))
        )

    def _line(self, number: int, heads: list[str]) -> _Line:
        """A line under these heads; where its title stands alone it says what titles are."""
        pen, row, inner = self._pen, self._drawing.rows[number], self._wide - 2 * _PAD
        is_alone = self._shape is not _Shape.BESIDE and bool(heads[0])
        told = f"{heads[0]}: {row.title.text}" if is_alone else row.title.text
        title = Block(pen.line(told, pen.small, 600, "heading"))
        cells = tuple(
            Block(
                pen.line(head if self._shape is _Shape.STACKED else "", weight=600, role="muted"),
                pen.line(cell.text),
            )
            for head, cell in zip(heads[1:], row.cells, strict=True)
        )
        highs = tuple(cell.height(inner) for cell in cells)
        return _Line(title, cells, title.height(self._titles - 2 * _PAD), highs, self._shape)

    # --- heads

    def _named(self, view: View) -> list[str]:
        """The heads, with a sign at the one that is sorted by."""
        signs = {view.sort: _SIGNS[view.falls]}
        return [
            head + signs.get(place, "") if head else "" for place, head in enumerate(self._drawing.columns)
        ]

    def _heads(self, view: View) -> list[Block]:
        named = enumerate(self._named(view))
        return [Block(self._pen.line(head, weight=600 if place else 400)) for place, head in named]

    def _measured_head(self) -> float:
        """How high the heads are, with room for the sign of what is sorted by."""
        first, *others = self._heads(View())
        inner = self._wide - 2 * _PAD - _FOR_SIGN
        high = max((block.height(inner) for block in others), default=0.0)
        above = first.height(self._titles - 2 * _PAD - _FOR_SIGN) if self._shape is _Shape.BESIDE else 0.0
        return max(high, above) + 2 * _ABOVE

    def _put_heads(self, part: Part, view: View) -> float:
        scene, high = part.scene, self._head_high
        if not high:
            return 0.0
        first, *others = self._heads(view)
        scene.shape(box(QRectF(0, 0, self._pen.width, high)), fill="table_head")
        if self._shape is _Shape.BESIDE:
            put(scene, first, _BAR + _PAD, _ABOVE, self._titles - 2 * _PAD, "table_head")
        for place, block in enumerate(others):
            left = self._left + place * self._wide
            if place + 1 == self._drawing.key:
                scene.shape(box(QRectF(left, 0, self._wide, _BAR)), fill="accent")
            put(scene, block, left + _PAD, _ABOVE, self._wide - 2 * _PAD, "table_head")
        scene.shape(box(QRectF(0, high - 3, self._pen.width, 3)), fill="accent")
        return high

    # --- lines

    def order(self, view: View) -> tuple[int, ...]:
        """The lines by their numbers as `view` sorts them."""
        return self._drawing.order(view.sort, falls=view.falls)

    def part(self, slide: int, view: View, chosen: int) -> Part:
        """What the slide with this number, from 0, shows; `chosen` is a place among the sorted lines."""
        order = self.order(view)
        first, end = self._window(slide, order, chosen)
        part = new_part(self._pen)
        top = self._put_heads(part, view)
        for place in range(first, end):
            above = top + (_BETWEEN if top else 0.0)
            top = self._put_line(part, order[place], view, above, is_chosen=place == chosen)
        part.scene.size.setHeight(top)
        return part

    def _window(self, slide: int, order: tuple[int, ...], chosen: int) -> tuple[int, int]:
        """Which places are shown: the slide's own, or as many about the chosen one as there is room for."""
        own, is_as_made = self.slides[slide], order == tuple(range(len(order)))
        if is_as_made and (chosen < 0 or own.first <= chosen < own.end):
            return own
        room = self._pen.height(slide) - self._head_high - _BETWEEN
        first = own.first if chosen < 0 else min(own.first, chosen)
        while first < chosen and self._high(order[first : chosen + 1]) > room:
            first += 1
        end = max(first, chosen) + 1
        while end < len(order) and self._high(order[first : end + 1]) <= room:
            end += 1
        while end == len(order) and first > 0 and self._high(order[first - 1 :]) <= room:
            first -= 1
        return first, end

    def _high(self, numbers: tuple[int, ...]) -> float:
        return sum(self._lines[number].height for number in numbers) + _BETWEEN * (len(numbers) - 1)

    def _put_line(self, part: Part, number: int, view: View, top: float, *, is_chosen: bool) -> float:
        scene, row, is_stacked = part.scene, self._drawing.rows[number], self._shape is _Shape.STACKED
        line, high = self._line(number, self._named(view)), self._lines[number]
        rect = QRectF(0, top, self._pen.width, high.height)
        ground = "row_current" if is_chosen else "page"
        if is_chosen:
            scene.shape(box(rect.adjusted(1.5, 1.5, -1.5, -1.5), 8), fill=ground, line="accent", width=3.0)
            scene.shape(box(QRectF(0, top, _BAR * 2, rect.height()), 4), fill="accent")
        above = top + _ABOVE
        put(scene, line.title, _BAR + _PAD, above, self._titles - 2 * _PAD, ground)
        if self._shape is not _Shape.BESIDE:
            above += high.title_high + _ABOVE
        for place, (cell, cell_high) in enumerate(zip(line.cells, high.cells_high, strict=True)):
            bottom = above + cell_high + _ABOVE if is_stacked else rect.bottom()
            room = QRectF(self._left, above, self._wide, bottom - above)
            if not is_stacked:
                room.translate(place * self._wide, 0)
            self._put_cell(part, cell, room, ground, is_key=place + 1 == self._drawing.key)
            above = bottom if is_stacked else above
        scene.line(rect.bottomLeft(), rect.bottomRight(), "border_strong", 1.5)
        part.rests_on(row.title, *row.cells)
        return rect.bottom()

    def _put_cell(self, part: Part, cell: Block, room: QRectF, ground: str, *, is_key: bool) -> None:
        if is_key and ground == "page":
            ground = "accent_soft"
            part.scene.shape(box(room.adjusted(0, 1 - _ABOVE, 0, -1), 4), fill=ground)
        put(part.scene, cell, room.left() + _PAD, room.top(), self._wide - 2 * _PAD, ground)

    def said(self, place: int, view: View) -> str:
        """All that the line at a place says."""
        return self._drawing.said(self.order(view)[place])


def sorted_next(view: View, columns: int) -> View:
    """How the lines are sorted after another press: by each column in turn, at last as they were made."""
    after = 0 if view.sort is None else view.sort + 1
    return view.with_(sort=after if after < columns else None, falls=False)
