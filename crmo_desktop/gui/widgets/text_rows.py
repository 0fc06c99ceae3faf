"""The rows of words on a page, from top to bottom: what a ruler can be laid on."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from PySide6.QtGui import QTextDocument


class TextRow(NamedTuple):
    """Words beside each other: a line of a paragraph, or a line in each cell of a table's row.

    Attributes:
        top, bottom: pixels of the document.
        start: position of the first character of its first line.
    """

    top: float
    bottom: float
    start: int


def rows_of(document: QTextDocument) -> list[TextRow]:
    """Every row, from top to bottom; lines of neighbouring cells that share their height are one."""
    layout, lines = document.documentLayout(), []
    block = document.begin()
    while block.isValid():
        top, text = layout.blockBoundingRect(block).top(), block.layout()
        for number in range(text.lineCount()):
            line = text.lineAt(number)
            if line.naturalTextWidth() > 0:
                y = top + line.y()
                lines.append(TextRow(y, y + line.height(), block.position() + line.textStart()))
        block = block.next()
    return _joined(sorted(lines))


def _joined(lines: list[TextRow]) -> list[TextRow]:
    rows: list[TextRow] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last is not None and line.top < (last.top + last.bottom) / 2:
            rows[-1] = TextRow(last.top, max(last.bottom, line.bottom), min(last.start, line.start))
        else:
            rows.append(line)
    return rows


def row_at(rows: list[TextRow], y: float) -> int:
    """The number of the row at `y`, or of the nearest above it; 0 above the first."""
    return max(0, bisect_right(rows, y, key=_top) - 1)


def row_of(rows: list[TextRow], position: int, document: QTextDocument) -> int:
    """The number of the row in which the character at `position` stands."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    top = document.documentLayout().blockBoundingRect(block).top() + (line.y() if line.isValid() else 0.0)
    return row_at(rows, top + 1)


def first_below(rows: list[TextRow], y: float) -> int:
    """The number of the first row that begins at `y` or below; the last where none does."""
    return min(len(rows) - 1, bisect_left(rows, y, key=_top))


def _top(row: TextRow) -> float:
    return row.top
