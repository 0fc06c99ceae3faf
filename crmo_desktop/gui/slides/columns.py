"""Columns of a table on slides: how wide each is, and which stand beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from crmo_desktop.domain.slides import Grid, Strands, plain
from crmo_desktop.gui.slides.elements import SetText, set_text
from crmo_desktop.gui.slides.room_look import RoomLook

PAD_X: Final = 12.0
PAD_Y: Final = 7.0
HEAD_LINE: Final = 3.0
_TALL: Final = 0.7  # a row that takes more of a slide than this is too narrow in its columns
_SHARES: Final = (0.35, 0.6, 0.85, 1.1)  # ways to share the room out; what is lowest then is taken
_ROUNDING: Final = 2.0  # units that a word may be wider than it was measured
_RAGGED: Final = 1.08  # how much longer words are in lines that end between them
_MUCH: Final = 1.4  # how much higher than guessed a table never is


@dataclass(slots=True, kw_only=True, eq=False)
class Columns:
    """Which columns stand beside each other, and how wide they are.

    Attributes:
        widths: with what is kept free round words; none where a word would be cut.
        size: of letters in units.
        guess: about how high all rows are.
    """

    grid: Grid
    widths: tuple[float, ...]
    size: int
    look: RoomLook
    guess: float = 0.0
    _set: dict[int, list[SetText]] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """Of all of them."""
        return sum(self.widths)

    def texts(self, number: int | None) -> list[SetText]:
        """The cells of a row, from 0, or of the head (None), as they are set."""
        key = -1 if number is None else number
        if key not in self._set:
            self._set[key] = self._texts(number)
        return self._set[key]

    def _texts(self, number: int | None) -> list[SetText]:
        cells = self.grid.head if number is None else self.grid.rows[number].cells
        texts = []
        for place, (cell, wide) in enumerate(zip(cells, self.widths, strict=True)):
            weight = 700 if number is None else 600 if place == 0 else 400
            align = Qt.AlignmentFlag.AlignRight if self.grid.numeric[place] else Qt.AlignmentFlag.AlignLeft
            texts.append(set_text(cell, self.look.font(self.size, weight), wide - 2 * PAD_X, align=align))
        return texts

    def row_height(self, number: int | None) -> float:
        """Of a row, from 0, or of the head (None) without its line."""
        return max(text.height for text in self.texts(number)) + 2 * PAD_Y

    @property
    def height(self) -> float:
        """Of the whole table with its caption."""
        rows = sum(self.row_height(number) for number in range(len(self.grid.rows)))
        caption = self.caption()
        return (caption.height + 6 if caption is not None else 0.0) + self.row_height(None) + HEAD_LINE + rows

    def caption(self) -> SetText | None:
        """The caption as it is set; None where there is none."""
        if not self.grid.caption:
            return None
        return set_text(self.grid.caption, self.look.font(self.look.small), self.width)

    def is_tall(self, highest: float) -> bool:
        """Whether a row takes so much of a slide that fewer columns would be better."""
        return any(self.row_height(number) > highest * _TALL for number in range(len(self.grid.rows)))

    def may_fit(self, highest: float) -> bool:
        """Whether it is worth while to set it in order to see if all of it fits."""
        return self.guess <= highest * _MUCH


def set_columns(grid: Grid, look: RoomLook, width: float, size: int) -> Columns | None:
    """All columns beside each other; None where a word would be cut."""
    room = width - 2 * PAD_X * len(grid.head)
    bold = QFontMetricsF(look.font(size, 700))
    least, most = [], []
    lengths: list[list[float]] = []
    for place, head in enumerate(grid.head):
        cells = [plain(row.cells[place]) for row in grid.rows]
        is_strong = any(strand.is_strong for row in grid.rows for strand in row.cells[place])
        measures = bold if is_strong else QFontMetricsF(_face(look, size, place))
        lengths.append([measures.horizontalAdvance(cell) for cell in cells])
        words = [measures.horizontalAdvance(word) for cell in cells for word in cell.split()]
        heads = [bold.horizontalAdvance(word) for word in plain(head).split()]
        least.append(max([*heads, *words], default=0.0) + _ROUNDING)
        most.append(max([bold.horizontalAdvance(plain(head)), *lengths[-1]]) + _ROUNDING)
    if sum(least) > room:
        return None
    ways = [_shared(least, most, room, power) for power in (_SHARES if sum(most) > room else _SHARES[:1])]
    guesses = [_guess(lengths, widths, bold.height()) for widths in ways]
    best = guesses.index(min(guesses))
    widths = tuple(each + 2 * PAD_X for each in ways[best])
    return Columns(grid=grid, widths=widths, size=size, look=look, guess=guesses[best])


def _face(look: RoomLook, size: int, place: int) -> QFont:
    return look.font(size, 400 if place else 600)


def _guess(lengths: Sequence[Sequence[float]], widths: Sequence[float], line: float) -> float:
    """About how high rows are whose cells would be so long in one line."""
    height = 0.0
    for row in zip(*lengths, strict=True):
        parts = [length / wide for length, wide in zip(row, widths, strict=True)]
        lines = max(1, *(ceil(part * _RAGGED) if part > 1 else 1 for part in parts))
        height += lines * line + 2 * PAD_Y
    return height


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


def some_columns(grid: Grid, look: RoomLook, width: float, highest: float) -> list[Columns]:
    """Some columns at a time, the first of them in each."""
    others = list(range(1, len(grid.head)))
    for most in range(len(others) - 1, 0, -1):
        count = -(-len(others) // most)
        even = -(-len(others) // count)
        groups = [others[start : start + even] for start in range(0, len(others), even)]
        parts = [set_columns(_with_columns(grid, (0, *group)), look, width, look.small) for group in groups]
        made = [part for part in parts if part is not None]
        if len(made) == len(parts) and not any(part.is_tall(highest) for part in made):
            return made
    pairs = [_with_columns(grid, (0, other)) for other in others]
    return [set_columns(pair, look, width, look.small) or no_columns(pair, look) for pair in pairs]


def _with_columns(grid: Grid, places: Sequence[int]) -> Grid:
    def some(cells: Sequence[Strands]) -> tuple[Strands, ...]:
        return tuple(cells[place] for place in places)

    rows = tuple(replace(row, cells=some(row.cells)) for row in grid.rows)
    numeric = tuple(grid.numeric[place] for place in places)
    return Grid(caption=grid.caption, head=some(grid.head), rows=rows, numeric=numeric)


def no_columns(grid: Grid, look: RoomLook) -> Columns:
    """What is no table on slides, as a word would be cut."""
    return Columns(grid=grid, widths=(), size=look.small, look=look)
