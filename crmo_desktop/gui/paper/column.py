"""What is never cut: the lines, rows and pictures of a text that was set, from its top to its bottom."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtGui import QTextBlock, QTextFormat, QTextFrame, QTextTable, QTextTableCell

from crmo_desktop.gui.paper.breaking import HARDLY, NEVER, Piece
from crmo_desktop.gui.paper.galley import OBJECT, Galley, lines_of

# The price of a page that ends there: see `breaking`.
_IN_PARAGRAPH: Final = 6.0
_BETWEEN: Final = 3.0
_BEFORE_SECTION: Final = 0.0
_IN_BOX: Final = 40.0
_IN_TABLE: Final = 5.0
_ONE_ROW_ALONE: Final = 25.0
_BEHIND_COLON: Final = 80.0
_MOST_HEAD: Final = 0.4  # of a page: a higher head of a table is not repeated
_PAD: Final = 13  # pixels at 100% between the frame of a box and its words
_BORDER: Final = 2.0


class Frame(NamedTuple):
    """A box round words; `role` names its colours."""

    role: str
    top: float
    bottom: float


class Told(NamedTuple):
    """What a piece is, and says.

    Attributes:
        kind: "heading", "line", "picture", "head" (of a table) or "row".
        goes_on: it is the next line of the same paragraph.
        position: its place in the document.
    """

    kind: str
    words: str
    goes_on: bool = False
    position: int = 0


class Column:
    """The pieces of a galley.

    Attributes:
        pieces: from top to bottom.
        told: what each of them says.
        frames: boxes round them.
    """

    def __init__(self, galley: Galley, source: int, room: float) -> None:
        """`room` is the height of a page; pieces bear the number `source`."""
        self.galley, self._source, self._room = galley, source, room
        self.pieces: list[Piece] = []
        self.told: list[Told] = []
        self.frames: list[Frame] = []
        self._price = _BEFORE_SECTION  # of a page that ends before what comes next
        self._in_box = 0.0
        self._is_below_heading = False  # what comes next
        self._head: tuple[float, float] | None = None
        self._walk(galley.document.rootFrame())

    def _add(self, top: float, bottom: float, price: float, told: Told) -> None:
        before = self.pieces[-1] if self.pieces else None
        gap = 0.0
        if before is not None:
            before.bottom = max(before.top, min(before.bottom, top))  # tight lines reach into each other
            gap = top - before.bottom
        price = price if price >= HARDLY else price + self._in_box
        self.pieces.append(
            Piece(source=self._source, top=top, bottom=bottom, price=price, gap=gap, head=self._head)
        )
        self.told.append(told)

    def _walk(self, frame: QTextFrame | QTextTableCell) -> None:
        iterator = frame.begin()
        while not iterator.atEnd():
            block, inner = iterator.currentBlock(), iterator.currentFrame()
            if block.isValid():
                self._block(block)
            elif isinstance(inner, QTextTable):
                self._table(inner)
            else:
                self._walk(inner)
            iterator += 1

    # --- words

    def _block(self, block: QTextBlock) -> None:
        if not block.text():
            return  # what Qt puts behind every table
        shape = block.blockFormat()
        level = shape.headingLevel()
        keeps = bool(level or shape.pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysAfter)
        if level in (1, 2) and self._price < NEVER:
            self._price = _BEFORE_SECTION
        kind = "heading" if level else "picture" if block.text() == OBJECT else "line"
        self._lines(block, kind, keeps)
        is_single = kind == "line" and block.layout().lineCount() == 1
        if keeps or (self._is_below_heading and is_single):
            self._price = NEVER  # a heading stays with two lines
        elif block.text().rstrip().endswith(":"):
            self._price = _BEHIND_COLON
        else:
            self._price = _BETWEEN
        self._is_below_heading = bool(level)

    def _lines(self, block: QTextBlock, kind: str, keeps: bool) -> None:
        """No first line of a paragraph stands alone at the foot of a page, no last one at the head."""
        top = self.galley.rect_of(block).top()
        count = block.layout().lineCount()
        for number, line in enumerate(lines_of(block)):
            price = NEVER if keeps else HARDLY if number in (1, count - 1) else _IN_PARAGRAPH
            words = self.galley.words_of(block, line.textStart(), line.textLength())
            self._add(
                top + line.y(),
                top + line.y() + line.height(),
                price if number else self._price,
                Told(kind, words, number > 0, block.position()),
            )

    # --- boxes

    def _table(self, table: QTextTable) -> None:
        role = self.galley.boxes.get(table.cellAt(0, 0).firstCursorPosition().blockNumber(), "")
        if role:
            self._box(table.cellAt(0, 0), role)
        else:
            self._rows(table)

    def _box(self, cell: QTextTableCell, role: str) -> None:
        pad = self.galley.look.px(_PAD)
        top = self.galley.rect_of(cell.firstCursorPosition().block()).top() - pad
        start, price = len(self.pieces), self._price
        self._in_box = _IN_BOX
        self._walk(cell)
        self._in_box = 0.0
        self._price, self._is_below_heading = _BETWEEN, False
        first, last = self.pieces[start], self.pieces[-1]
        self._keep_end(start)
        last.bottom += pad
        first.top = top
        first.price = price if price >= HARDLY else _BETWEEN
        if start:
            first.gap = max(0.0, top - self.pieces[start - 1].bottom)
        self.frames.append(Frame(role, top, last.bottom))

    def _keep_end(self, start: int) -> None:
        """A box that begins with piece `start` does not go on for its last paragraph alone."""
        number = len(self.pieces) - 1
        while number > start and self.told[number].goes_on:
            number -= 1
        if number > start and self.pieces[number].price < HARDLY:
            self.pieces[number].price += _IN_BOX

    # --- tables

    def _rows(self, table: QTextTable) -> None:
        places = [self._place_of(table, row) for row in range(table.rows())]
        tops = [top for top, _ in places]
        bottoms = [*tops[1:], places[-1][1]]
        heads = min(table.format().headerRowCount(), table.rows() - 1)
        price, head = self._price, None
        if heads:
            words = "\n".join(self._words_of(table, row) for row in range(heads))
            self._add(tops[0], bottoms[heads - 1], price, Told("head", words))
            price = NEVER
            if bottoms[heads - 1] - tops[0] <= _MOST_HEAD * self._room:
                head = tops[0], bottoms[heads - 1]
        for row in range(heads, table.rows()):
            self._head = head if row > heads else None
            high = bottoms[row] - tops[row] + (head[1] - head[0] if head else 0.0)
            if high > self._room:
                self._tall_row(table, row, tops[row], bottoms[row], price)
            else:
                self._add(tops[row], bottoms[row], price, Told("row", self._words_of(table, row)))
            price = _ONE_ROW_ALONE if row in (heads, table.rows() - 2) else _IN_TABLE
        self._head, self._price, self._is_below_heading = None, _BETWEEN, False

    def _place_of(self, table: QTextTable, row: int) -> tuple[float, float]:
        """Where a row begins, and where its longest cell ends."""
        tops, ends = [], []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            shape = cell.format().toTableCellFormat()
            first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
            tops.append(self.galley.rect_of(first).top() - shape.topPadding())
            ends.append(self.galley.rect_of(last).bottom() + shape.bottomPadding() + _BORDER)
        return min(tops), max(ends)

    def _words_of(self, table: QTextTable, row: int) -> str:
        cells = (table.cellAt(row, column) for column in range(table.columns()))
        return " | ".join(
            " ".join(self.galley.words_of(block).strip() for block in _blocks_of(cell)) for cell in cells
        )

    def _tall_row(self, table: QTextTable, row: int, top: float, bottom: float, price: float) -> None:
        """A row that no page holds goes on where none of its cells has a line that would be cut."""
        parts: list[list[float]] = []
        for start, end in sorted(self._spans(table, row)):
            if parts and start < parts[-1][1] - 0.5:
                parts[-1][1] = max(parts[-1][1], end)
            else:
                parts.append([start, end])
        parts[0][0], parts[-1][1] = top, bottom
        words = self._words_of(table, row)
        for number, (start, end) in enumerate(parts):
            told = Told("row", "" if number else words, goes_on=number > 0)
            self._add(start, end, _IN_PARAGRAPH if number else price, told)

    def _spans(self, table: QTextTable, row: int) -> Iterator[tuple[float, float]]:
        """Top and bottom of every line of a row."""
        for column in range(table.columns()):
            for block in _blocks_of(table.cellAt(row, column)):
                top = self.galley.rect_of(block).top()
                for line in lines_of(block):
                    yield top + line.y(), top + line.y() + line.height()


def _blocks_of(cell: QTextTableCell) -> Iterator[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()
