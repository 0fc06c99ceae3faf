"""What a page is made of, for those who cannot see it: headings, paragraphs, lists, tables, boxes, links.

Read from the QTextDocument itself, so that every part knows its characters: what is read, walked to and
marked is what is on the screen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from PySide6.QtGui import QTextBlock, QTextFormat, QTextFrame, QTextListFormat, QTextTable, QTextTableCell

from crmo_desktop.domain import bidi
from crmo_desktop.gui.page_document import Link, PageDocument
from crmo_desktop.gui.typesetting import BREAK, CALL_OUT_ANCHOR

_OBJECT: Final = "\ufffc"  # stands where a picture is
_TICK_BOX: Final = "ic:square"
_ICON: Final = "ic:"
_SOURCES: Final = 2  # columns of the list of sources: number and reference


class Kind(Enum):
    """What a part is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    HEADER = "header"
    CELL = "cell"
    CALL_OUT = "call-out"
    LINK = "link"
    PICTURE = "picture"
    MARK = "mark"


_INLINE: Final = (Kind.LINK, Kind.PICTURE, Kind.MARK)


@dataclass(slots=True, eq=False)
class Part:
    """One part of a page, and the parts within it.

    Attributes:
        start: position of its first character in the document.
        end: position behind its last.
        name: its words; of a call-out its title, of a table its caption, of a picture its title, or the
            text in its place if it has none.
        note: of a picture with a title, the text in its place; of a mark the reader's own words.
        level: of a heading, 1 to 6; of a mark the number of its colour.
        role: of a call-out, such as "red".
        href: of a link.
        row, column: of a cell, from 0.
        rows, columns: of a table.
        number: by which the owner of a mark knows it.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    level: int = 0
    role: str = ""
    href: str = ""
    row: int = -1
    column: int = -1
    rows: int = 0
    columns: int = 0
    note: str = ""
    number: int = 0
    parent: "Part | None" = None
    children: "list[Part]" = field(default_factory=list)

    def add(self, part: "Part") -> "Part":
        """Take `part` as the last of the parts within."""
        part.parent = self
        self.children.append(part)
        return part

    def walk(self) -> "Iterator[Part]":
        """This part and all within it, as they are read."""
        yield self
        for child in self.children:
            yield from child.walk()

    def holder(self, kind: Kind) -> "Part | None":
        """The part of `kind` that this one stands in."""
        part = self.parent
        while part is not None and part.kind is not kind:
            part = part.parent
        return part

    def cells(self) -> "list[Part]":
        """The cells of a table or row, by rows."""
        return [part for part in self.walk() if part.kind in (Kind.CELL, Kind.HEADER)]


def structure_of(page: PageDocument) -> list[Part]:
    """The parts of `page` at its top level, in order."""
    return _Reader(page).read()


def walked(parts: list[Part]) -> Iterator[Part]:
    """All of `parts` and what is within them, as they are read."""
    for part in parts:
        yield from part.walk()


def put_in(parts: list[Part], mark: Part) -> None:
    """Have `mark` stand in the innermost of `parts` that it begins in, behind what begins before it."""
    holder: Part | None = None
    beside = parts
    while True:
        within = next((p for p in beside if p.kind not in _INLINE and p.start <= mark.start < p.end), None)
        if within is None:
            break
        holder, beside = within, within.children
    mark.parent = holder
    beside.insert(sum(part.start <= mark.start for part in beside), mark)


class _Reader:
    """Reads one document from its beginning to its end."""

    def __init__(self, page: PageDocument) -> None:
        self._page = page
        self._links = iter([*page.links, None])
        self._link: Link | None = next(self._links)
        self._titled = {position for name, position in page.sections.items() if name}
        self._top = Part(Kind.PARAGRAPH, 0, 0)
        self._caption = ""
        self._bullets: QTextListFormat.Style | None = None  # of the list read last; None for one to tick

    def read(self) -> list[Part]:
        self._flow(self._page.document.rootFrame().begin(), self._top)
        for part in self._top.children:
            part.parent = None
        return self._top.children

    def _flow(self, iterator: QTextFrame.iterator, into: Part) -> None:
        """What stands one below the other: blocks, tables and boxes."""
        while not iterator.atEnd():
            inner = iterator.currentFrame()
            if isinstance(inner, QTextTable):
                self._table(inner, into)
            else:
                self._block(iterator.currentBlock(), into)
            iterator += 1

    # --- tables and boxes

    def _table(self, table: QTextTable, into: Part) -> None:
        first = table.cellAt(0, 0)
        role = box_role(first.firstCursorPosition().block())
        if role:
            self._box(first, role, into)
        elif table.columns() == _SOURCES and table.format().headerRowCount() == 0:
            self._sources(table, into)
        else:
            self._data(table, into)

    def _box(self, cell: QTextTableCell, role: str, into: Part) -> None:
        title = cell.firstCursorPosition().block()
        box = Part(Kind.CALL_OUT, cell.firstPosition(), cell.lastPosition(), name=words_of(title), role=role)
        into.add(box)
        self._cell(cell, box)

    def _sources(self, table: QTextTable, into: Part) -> None:
        listed = into.add(Part(Kind.LIST, table.firstPosition(), table.lastPosition()))
        for row in range(table.rows()):
            cells = table.cellAt(row, 0), table.cellAt(row, 1)
            number, source = reversed(cells) if self._page.is_right_to_left else cells
            blocks = number.firstCursorPosition().block(), source.firstCursorPosition().block()
            words = " ".join(words_of(block) for block in blocks)
            item = listed.add(Part(Kind.ITEM, cells[0].firstPosition(), cells[1].lastPosition(), name=words))
            self._inline(blocks[1], item)

    def _data(self, table: QTextTable, into: Part) -> None:
        rows, columns, heads = table.rows(), table.columns(), table.format().headerRowCount()
        part = Part(
            Kind.TABLE,
            table.firstPosition(),
            table.lastPosition(),
            name=self._caption,
            rows=rows,
            columns=columns,
        )
        into.add(part)
        for row in range(rows):
            first, last = table.cellAt(row, 0), table.cellAt(row, columns - 1)
            line = part.add(Part(Kind.ROW, first.firstPosition(), last.lastPosition(), row=row))
            for place in range(columns):
                cell = table.cellAt(row, place)
                # as it is read: from right to left the first column is the last cell of its row
                column = columns - 1 - place if self._page.is_right_to_left else place
                kind = Kind.HEADER if row < heads or (heads and column == 0) else Kind.CELL
                words = " ".join(words_of(block) for block in _blocks(cell))
                within = Part(
                    kind, cell.firstPosition(), cell.lastPosition(), name=words, row=row, column=column
                )
                self._cell(cell, line.add(within))
            line.children.sort(key=_column)

    def _cell(self, cell: QTextTableCell, into: Part) -> None:
        """A cell's blocks and lists; one plain paragraph needs no part of its own."""
        blocks = list(_blocks(cell))
        if len(blocks) == 1 and into.kind is not Kind.CALL_OUT:
            self._inline(blocks[0], into)
            return
        self._flow(cell.begin(), into)

    # --- blocks

    def _block(self, block: QTextBlock, into: Part) -> None:
        start, end = block.position(), block.position() + block.length() - 1
        words = words_of(block)
        pictures = _pictures(block)
        if not words and not pictures:
            self._caption = ""
            return
        level = block.blockFormat().headingLevel()
        if not level and into.kind is Kind.CALL_OUT and block.position() == into.start:
            level = 2 if any(start <= position <= end for position in self._titled) else 0
        if level:
            part = into.add(Part(Kind.HEADING, start, end, name=words, level=level))
        elif block.textList() is not None or is_ticked(block):
            part = self._item(block, into)
        else:
            part = into.add(Part(Kind.PARAGRAPH, start, end, name=words))
        self._caption = words if part.kind is Kind.PARAGRAPH else ""
        self._inline(block, part)

    def _item(self, block: QTextBlock, into: Part) -> Part:
        """An item goes into the list that the block before it began; pages have no list within a list."""
        bullets = None if block.textList() is None else block.textList().format().style()
        last = into.children[-1] if into.children else None
        if last is None or last.kind is not Kind.LIST or self._bullets != bullets:
            last = into.add(Part(Kind.LIST, block.position(), block.position()))
        self._bullets = bullets
        last.end = block.position() + block.length() - 1
        return last.add(Part(Kind.ITEM, block.position(), last.end, name=words_of(block)))

    def _inline(self, block: QTextBlock, into: Part) -> None:
        """The links and pictures of a block, in order."""
        end = block.position() + block.length()
        found = [
            Part(Kind.PICTURE, at, at + 1, name=title or text, note=text if title else "")
            for at, title, text in _pictures(block)
        ]
        while self._link is not None and self._link.start < end:
            link = self._link
            found.append(Part(Kind.LINK, link.start, link.end, name=plain(link.text), href=link.href))
            self._link = next(self._links)
        for part in sorted(found, key=lambda part: part.start):
            into.add(part)


def _column(part: Part) -> int:
    return part.column


def plain(text: str) -> str:
    """`text` without the signs that stand for pictures and for places where a line may end."""
    return " ".join(bidi.plain(text.replace(_OBJECT, "").replace(BREAK, "")).split())


def words_of(block: QTextBlock) -> str:
    """The words of a block."""
    return plain(block.text())


def _blocks(cell: QTextTableCell) -> Iterator[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastPosition()
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()


def box_role(block: QTextBlock) -> str:
    """The role of the call-out that begins with this block; "" if none does."""
    iterator = block.begin()
    while not iterator.atEnd():
        for name in iterator.fragment().charFormat().anchorNames():
            if name.startswith(CALL_OUT_ANCHOR):
                return str(name.split("-")[1])
        iterator += 1
    return ""


def _pictures(block: QTextBlock) -> list[tuple[int, str, str]]:
    """(position, title, text) of the pictures of a block; icons say no more than the words beside them."""
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        image = piece.charFormat().toImageFormat()
        if image.isValid() and not image.name().startswith(_ICON):
            text = str(image.property(QTextFormat.Property.ImageAltText) or "")
            title = str(image.property(QTextFormat.Property.ImageTitle) or "")
            found += [(piece.position() + n, title, text) for n in range(piece.length())]
        iterator += 1
    return found


def is_ticked(block: QTextBlock) -> bool:
    """Whether a box to tick stands before the words of a block."""
    iterator = block.begin()
    if iterator.atEnd():
        return False
    image = iterator.fragment().charFormat().toImageFormat()
    return bool(image.isValid() and image.name().startswith(_TICK_BOX))
