"""A text set in one long column, and what in it is never cut: its lines, rows and pictures.

Everything is measured in tenths of a point, so that Qt's whole pixels are fine enough for type.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextLine,
    QTextOption,
    QTextTable,
    QTextTableCell,
)

from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.paper.breaking import NEVER, Piece
from crmo_desktop.gui.paper.inline import InlinePictures
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import CALL_OUT_ANCHOR

UNITS: Final = 10.0  # to the point
_IN_PARAGRAPH, _BETWEEN, _BEFORE_HEADING, _IN_BOX, _IN_TABLE = 6.0, 3.0, 0.0, 40.0, 5.0
_AT_AN_END = 25.0  # of a table: one row alone
_BEHIND_COLON = 80.0
_MOST_HEAD: Final = 0.4  # of a page: a higher head of a table is not repeated
_OBJECT: Final = "\ufffc"
_BORDER: Final = 2.0


class Frame(NamedTuple):
    """A box round words; `role` names its colours."""

    role: str
    top: float
    bottom: float


class Mark(NamedTuple):
    """Something that leads somewhere, line by line."""

    rect: QRectF
    href: str


class Galley:
    """One text, set."""

    def __init__(
        self, html: str, css: str, look: Look, width: float, pictures: InlinePictures, language: str
    ) -> None:
        """Set `html` in a column of `width`."""
        self.width = width
        self._look = look
        self._page = PageDocument(QTextDocument(), language)
        document = self._page.document
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(_face(look))
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
        self._layout = document.documentLayout()
        self._layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, pictures)
        self._pictures = pictures
        document.setTextWidth(width)
        self._page.write(html, css)
        self._layout.documentSize()

    @property
    def document(self) -> QTextDocument:
        """What was set."""
        return self._page.document

    def rect_of(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands."""
        return self._layout.blockBoundingRect(block)

    def paint(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint what stands between `top` and `bottom`, from the painter's origin."""
        painter.save()
        painter.translate(0, -top)
        painter.setClipRect(QRectF(-UNITS * 10, top - 2, self.width + UNITS * 20, bottom - top + 4))
        context = QAbstractTextDocumentLayout.PaintContext()
        # what only touches an end belongs to another page
        context.clip = QRectF(-UNITS, top + UNITS, self.width + 2 * UNITS, max(1.0, bottom - top - 2 * UNITS))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self._look.colour("text"))
        context.palette = palette
        self._layout.draw(painter, context)
        painter.restore()


def _face(look: Look) -> QFont:
    font = look.page_font(18)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # or words would be wider when scaled
    font.setFeature(QFont.Tag("liga"), 0)  # a PDF does not say which letters a ligature is
    return font


class Column:
    """Finds what is never cut in a galley, from its top to its bottom."""

    def __init__(self, galley: Galley, source: int, room: float) -> None:
        """`room` is the height of a page; pieces bear the number `source`."""
        self._galley, self._source, self._room = galley, source, room
        self.pieces: list[Piece] = []
        self.frames: list[Frame] = []
        self._price = 0.0  # of a page that ends before what comes next
        self._in_box = 0.0
        self._kept = False  # the paragraph before stays with what follows
        self._head: tuple[float, float] | None = None
        self._walk(galley.document.rootFrame())

    def _add(self, top: float, bottom: float, price: float) -> None:
        before = self.pieces[-1] if self.pieces else None
        gap = 0.0 if before is None else max(0.0, top - before.bottom)
        if before is not None and top < before.bottom:
            before.bottom = min(before.bottom, max(before.top, top))
        price = price if price >= NEVER else price + self._in_box
        self.pieces.append(
            Piece(source=self._source, top=top, bottom=bottom, price=price, gap=gap, head=self._head)
        )

    def _walk(self, frame: QTextFrame | QTextTableCell) -> None:
        iterator = frame.begin()
        while not iterator.atEnd():
            inner = iterator.currentFrame()
            if isinstance(inner, QTextTable):
                self._table(inner)
            elif inner is not None:
                self._walk(inner)
            else:
                self._block(iterator.currentBlock())
            iterator += 1

    def _block(self, block: QTextBlock) -> None:
        if not block.text():
            return
        shape = block.blockFormat()
        keeps = bool(shape.headingLevel()) or bool(
            shape.pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysAfter
        )
        lines = list(lines_of(block))
        top = self._galley.rect_of(block).top()
        if shape.headingLevel() in (1, 2) and self._price < NEVER:
            self._price = _BEFORE_HEADING
        for number, line in enumerate(lines):
            if number == 0:
                price = self._price
            else:
                price = NEVER if number in (1, len(lines) - 1) or keeps else _IN_PARAGRAPH
            self._add(top + line.y(), top + line.y() + line.height(), price)
        self._price = _BETWEEN
        if keeps or (self._kept and len(lines) == 1):
            self._price = NEVER
        elif block.text().rstrip().endswith(":"):
            self._price = _BEHIND_COLON
        self._kept = keeps

    def _table(self, table: QTextTable) -> None:
        first = table.cellAt(0, 0)
        role = _role_of(first.firstCursorPosition().block())
        if role:
            self._box(table, role)
        else:
            self._rows(table)

    def _box(self, table: QTextTable, role: str) -> None:
        cell = table.cellAt(0, 0)
        first = cell.firstCursorPosition().block()
        last = cell.lastCursorPosition().block()
        pad = self._galley._look.px(13)
        top = self._galley.rect_of(first).top() - pad
        bottom = self._galley.rect_of(last).bottom() + pad
        self.frames.append(Frame(role, top, bottom))
        start = len(self.pieces)
        price = self._price if self._price >= NEVER else _BEFORE_HEADING
        self._price, self._in_box = price, _IN_BOX
        self._walk(cell)
        self._in_box = 0.0
        if len(self.pieces) > start:
            self.pieces[start].top = top
            self.pieces[start].price = price
            if start:
                self.pieces[start].gap = max(0.0, top - self.pieces[start - 1].bottom)
            self.pieces[-1].bottom = bottom
        self._price = _BETWEEN

    def _rows(self, table: QTextTable) -> None:
        tops, end = self._row_places(table)
        heads = min(table.format().headerRowCount(), table.rows() - 1)
        bottoms = [*tops[1:], end]
        price, head = self._price, None
        if heads:
            self._add(tops[0], bottoms[heads - 1], price)
            price = NEVER
            if bottoms[heads - 1] - tops[0] <= _MOST_HEAD * self._room:
                head = tops[0], bottoms[heads - 1]
        for row in range(heads, table.rows()):
            self._head = head if row > heads else None
            used = head[1] - head[0] if head else 0.0
            if bottoms[row] - tops[row] + used > self._room:
                self._tall_row(table, row, tops[row], bottoms[row], price)
            else:
                self._add(tops[row], bottoms[row], price)
            price = _AT_AN_END if row == heads or row == table.rows() - 3 + 1 else _IN_TABLE
        self._head = None
        self._price = _BETWEEN
        self._kept = False

    def _row_places(self, table: QTextTable) -> tuple[list[float], float]:
        """Where each row begins, and where the last ends."""
        tops, end = [], 0.0
        for row in range(table.rows()):
            top = float("inf")
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                shape = cell.format().toTableCellFormat()
                first = self._galley.rect_of(cell.firstCursorPosition().block())
                last = self._galley.rect_of(cell.lastCursorPosition().block())
                top = min(top, first.top() - shape.topPadding())
                end = max(end, last.bottom() + shape.bottomPadding() + _BORDER)
            tops.append(top)
        return tops, end

    def _tall_row(self, table: QTextTable, row: int, top: float, bottom: float, price: float) -> None:
        """A row that no page holds goes on at a line, where no cell has one that would be cut."""
        spans = sorted(self._spans(table, row))
        parts: list[list[float]] = []
        for start, end in spans:
            if parts and start < parts[-1][1] - 0.5:
                parts[-1][1] = max(parts[-1][1], end)
            else:
                parts.append([start, end])
        if not parts:
            parts = [[top, bottom]]
        parts[0][0], parts[-1][1] = top, bottom
        for number, (start, end) in enumerate(parts):
            self._add(start, end, price if number == 0 else _IN_TABLE + _AT_AN_END)

    def _spans(self, table: QTextTable, row: int) -> Iterator[tuple[float, float]]:
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
            while block.isValid():
                top = self._galley.rect_of(block).top()
                for line in lines_of(block):
                    yield top + line.y(), top + line.y() + line.height()
                if block == last:
                    break
                block = block.next()


def lines_of(block: QTextBlock) -> Iterator[QTextLine]:
    """The lines of a paragraph."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        yield layout.lineAt(number)


def _role_of(block: QTextBlock) -> str:
    """The role of the call-out that begins with `block`; "" where none does."""
    iterator = block.begin()
    while not iterator.atEnd():
        for name in iterator.fragment().charFormat().anchorNames():
            if name.startswith(CALL_OUT_ANCHOR):
                return str(name.split("-")[1])
        iterator += 1
    return ""
