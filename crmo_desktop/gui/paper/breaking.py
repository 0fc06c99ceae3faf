"""Where pages end: a column of pieces that are never cut, divided into pages.

Every piece is a line of words, a row of a table or a picture. Between two pieces a page may end at a price;
on each page the end with the lowest price wins, where room that stays empty has its price, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

NEVER: Final = 10_000.0  # the price of an end that is only taken where there is no other
HARDLY: Final = 5_000.0  # the price of one that leaves a line alone: taken before those
EMPTY: Final = 120.0  # the price of a page that stays empty; half a page costs half of it
_SLACK: Final = 0.01  # of a unit: sums of real numbers


@dataclass(slots=True, kw_only=True)
class Piece:
    """What is never cut.

    Attributes:
        source: the number of what it is a part of; pieces of one source follow one another.
        top, bottom: where it stands in its source; sources have scales of their own.
        price: of a page that ends before it.
        gap: room between the piece before and this one, where both stand on one page.
        head: top and bottom of what is repeated in its source's place above it where a page begins with it.
    """

    source: int
    top: float
    bottom: float
    price: float = 0.0
    gap: float = 0.0
    head: tuple[float, float] | None = None

    @property
    def height(self) -> float:
        """Of the piece alone."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A part of a source, from `top` to `bottom`, that stands on a page at `at`.

    Attributes:
        first, last: numbers of its pieces; the same, and before all others of the page, for a repeated head.
        is_head: it stood on a page before.
    """

    source: int
    top: float
    bottom: float
    at: float
    first: int
    last: int
    is_head: bool = False

    @property
    def foot(self) -> float:
        """Where on the page it ends."""
        return self.at + self.bottom - self.top


def paginate(pieces: Sequence[Piece], room: float, *firsts: float) -> list[tuple[Slice, ...]]:
    """The pages that `pieces` fill, one below the other; each `room` high, the first ones as `firsts` say.

    A piece that is higher than a page stands on one of its own.
    """
    pages: list[tuple[Slice, ...]] = []
    start = 0
    while start < len(pieces):
        height = firsts[len(pages)] if len(pages) < len(firsts) else room
        end = _end_of_page(pieces, start, height)
        pages.append(_place(pieces, start, end))
        start = end
    return pages


def _end_of_page(pieces: Sequence[Piece], start: int, room: float) -> int:
    """The number behind the last piece of the page that begins with piece `start`."""
    first = pieces[start]
    used = first.height + (first.head[1] - first.head[0] if first.head else 0.0)
    best, lowest = start + 1, float("inf")
    for end in range(start + 1, len(pieces) + 1):
        if used > room + _SLACK:
            break
        if end == len(pieces):
            return end
        empty = EMPTY * max(0.0, room - used) / room
        if pieces[end].price + empty <= lowest:
            best, lowest = end, pieces[end].price + empty
        used += pieces[end].gap + pieces[end].height
    return best


def _place(pieces: Sequence[Piece], start: int, end: int) -> tuple[Slice, ...]:
    """The pieces from `start` to before `end` on one page."""
    placed: list[Slice] = []
    at = 0.0
    first = pieces[start]
    if first.head is not None:
        top, bottom = first.head
        placed.append(
            Slice(source=first.source, top=top, bottom=bottom, at=0.0, first=start, last=start, is_head=True)
        )
        at = bottom - top
    number = start
    while number < end:
        last = number
        while last + 1 < end and pieces[last + 1].source == pieces[number].source:
            last += 1
        if number > start:
            at += pieces[number].gap
        piece = pieces[number]
        placed.append(
            Slice(
                source=piece.source, top=piece.top, bottom=pieces[last].bottom, at=at, first=number, last=last
            )
        )
        at = placed[-1].foot
        number = last + 1
    return tuple(placed)
