"""What is wrong with the pages of a book, in words."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRectF

from crmo_desktop.gui.paper.book import Book
from crmo_desktop.gui.paper.run import Placed

_SLACK = 0.6  # points


def faults(book: Book) -> Iterator[str]:
    """Every rule of paper that a page breaks; a table's row may be cut where it is higher than a page."""
    for number in range(book.pages):
        placed = list(book.placed(number))
        for fault in (*_outside(book, placed), *_overlaps(placed), *_ends(book, number, placed)):
            yield f"page {number + 1}: {fault}"


def _outside(book: Book, placed: list[Placed]) -> Iterator[str]:
    area = book.text_area.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    for piece in placed:
        if not area.contains(piece.rect):
            yield f"outside: {piece.kind} {piece.words[:40]!r} {piece.rect}"


def _overlaps(placed: list[Placed]) -> Iterator[str]:
    for one, other in pairwise(placed):
        if one.rect.bottom() > other.rect.top() + _SLACK:
            yield f"overlap: {one.words[:30]!r} {other.words[:30]!r}"


def _ends(book: Book, number: int, placed: list[Placed]) -> Iterator[str]:
    if not placed or number == book.pages - 1:
        return
    last = placed[-1]
    if last.kind in ("heading", "head", "again"):
        yield f"{last.kind} at the foot: {last.words[:40]!r}"
    following = next(iter(book.placed(number + 1)), None)
    if following is not None and following.goes_on and following.kind == "line":
        if not last.goes_on:
            yield f"a first line alone at the foot: {last.words[:40]!r}"
        after = list(book.placed(number + 1))
        if len(after) > 1 and not after[1].goes_on:
            yield f"a last line alone at the head: {following.words[:40]!r}"


def covers(book: Book, number: int) -> QRectF:
    """What the pieces of a page cover, in points."""
    rect = QRectF()
    for piece in book.placed(number):
        rect = rect.united(piece.rect)
    return rect
