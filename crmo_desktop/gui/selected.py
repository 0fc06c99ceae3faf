"""What is selected on a page, in the pack's own vocabulary: read from the document as it is shown."""

from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol
from xml.etree.ElementTree import Element, SubElement

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrame,
    QTextImageFormat,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
)

from crmo_desktop.domain import bidi
from crmo_desktop.export.clean import NUMBER, TITLE, cleaned
from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.page_structure import box_role, is_ticked
from crmo_desktop.gui.typesetting import CALL_OUT_ROLES, FIGURE, FILE

_OBJECT: Final = "\ufffc"
_LINE: Final = "\u2028"
_SOURCES: Final = 2  # columns of the list of sources: number and reference
_WORDS: Final = ("crmo", "cite", "term", "https", "http")  # what links of the text itself lead to
_HEAVY: Final = QFont.Weight.DemiBold
_KINDS: Final = {role: kind for kind, (role, _) in CALL_OUT_ROLES.items()}


class View(Protocol):
    """What shows a page."""

    def textCursor(self) -> QTextCursor:
        """What is selected."""

    def contents(self) -> PageDocument:
        """What stands where."""


def selected(view: View) -> Element:
    """The blocks selected, in a `div`.

    A call-out has its title as the attribute `TITLE`, an item of a list that goes on its number as `NUMBER`.
    """
    root, cursor = Element("div"), view.textCursor()
    if cursor.hasSelection():
        _Reader(view.contents(), cursor).read(root)
    return root


class _Piece(NamedTuple):
    """Words of one form."""

    text: str
    href: str
    tags: tuple[str, ...]


class _Reader:
    """Reads one selection from its beginning to its end."""

    def __init__(self, page: PageDocument, cursor: QTextCursor) -> None:
        self._page = page
        self._start, self._end = cursor.selectionStart(), cursor.selectionEnd()
        self._cells: tuple[int, int, int, int] | None = None  # first row, rows, first column, columns
        if cursor.hasComplexSelection():
            self._cells = cursor.selectedTableCells()  # type: ignore[assignment]  # Qt's stubs tell of object
        self._table = cursor.currentTable() if self._cells is not None else None
        self._is_in_head = False  # of a table: that words are bold says nothing
        self._listed: int | None = None  # the list of Qt's that the last element is of

    def read(self, into: Element) -> None:
        if self._table is not None:
            self._data(self._table, into)
            return
        self._flow(self._page.document.rootFrame().begin(), into)
        if len(into) > 1 and self._takes(self._page.document.lastBlock()):
            into.remove(into[-1])  # the page's own stamp: whoever copies or prints adds one

    def _flow(self, iterator: QTextFrame.iterator, into: Element) -> None:
        while not iterator.atEnd():
            inner = iterator.currentFrame()
            if isinstance(inner, QTextTable):
                if inner.firstPosition() < self._end and inner.lastPosition() >= self._start:
                    self._any_table(inner, into)
            elif iterator.currentBlock().isValid() and self._takes(iterator.currentBlock()):
                self._block(iterator.currentBlock(), into)
            iterator += 1

    def _takes(self, block: QTextBlock) -> bool:
        return block.position() < self._end and block.position() + block.length() > self._start

    # --- tables

    def _any_table(self, table: QTextTable, into: Element) -> None:
        first = table.cellAt(0, 0)
        role = box_role(first.firstCursorPosition().block())
        if role:
            self._box(first, role, into)
            return
        whole = self._cell_with(table, self._start)
        if whole is not None and self._end <= whole.lastPosition():  # words of one cell
            is_head = whole.row() < table.format().headerRowCount()
            self._is_in_head = is_head or whole.column() == self._first_column(table)
            self._flow(whole.begin(), into)
            self._is_in_head = False
        elif table.columns() == _SOURCES and table.format().headerRowCount() == 0:
            self._sources(table, into)
        else:
            self._data(table, into)

    @staticmethod
    def _cell_with(table: QTextTable, position: int) -> QTextTableCell | None:
        cell = table.cellAt(position)
        return cell if cell.isValid() else None

    def _box(self, cell: QTextTableCell, role: str, into: Element) -> None:
        box = SubElement(into, "aside", {"class": _KINDS[role]})
        title = cell.firstCursorPosition().block()
        if self._takes(title):
            box.set(TITLE, cleaned(title.text()))
        iterator = cell.begin()
        iterator += 1
        self._flow(iterator, box)
        if len(box) == 0 and TITLE not in box.attrib:
            into.remove(box)

    def _sources(self, table: QTextTable, into: Element) -> None:
        for row in range(table.rows()):
            cells = table.cellAt(row, 0), table.cellAt(row, 1)
            if not self._holds(cells[0]) and not self._holds(cells[1]):
                continue
            number, source = reversed(cells) if self._page.is_right_to_left else cells
            line = SubElement(into, "p")
            line.text = f"{cleaned(number.firstCursorPosition().block().text())} "
            self._fill(line, source.firstCursorPosition().block(), is_whole=True)

    def _data(self, table: QTextTable, into: Element) -> None:
        """The cells selected; what is not selected of a row that is, is empty."""
        heads = table.format().headerRowCount()
        element = Element("table")
        parts = {True: Element("thead"), False: Element("tbody")}
        if self._cells is None:
            self._take_caption(into, element)
        for row in range(table.rows()):
            columns = [column for column in range(table.columns()) if self._has(table, row, column)]
            if not columns:
                continue
            line = SubElement(parts[row < heads], "tr")
            wanted = range(table.columns()) if self._cells is None else columns
            for column in reversed(wanted) if self._page.is_right_to_left else wanted:
                cell = SubElement(line, "th" if row < heads else "td")
                if column in columns:
                    is_heavy = row < heads or column == self._first_column(table)
                    self._fill_cell(cell, table.cellAt(row, column), is_heavy=is_heavy)
        element.extend(part for part in parts.values() if len(part))
        into.append(element)

    def _first_column(self, table: QTextTable) -> int:
        return table.columns() - 1 if self._page.is_right_to_left else 0

    def _has(self, table: QTextTable, row: int, column: int) -> bool:
        if self._cells is None:
            return self._holds(table.cellAt(row, column))
        first_row, rows, first_column, columns = self._cells
        return first_row <= row < first_row + rows and first_column <= column < first_column + columns

    def _holds(self, cell: QTextTableCell) -> bool:
        return cell.firstPosition() < self._end and cell.lastPosition() >= self._start

    @staticmethod
    def _take_caption(into: Element, table: Element) -> None:
        """The paragraph right above a table is what the table is called."""
        if len(into) and into[-1].tag == "p":
            caption = into[-1]
            into.remove(caption)
            caption.tag = "caption"
            table.append(caption)

    def _fill_cell(self, into: Element, cell: QTextTableCell, *, is_heavy: bool) -> None:
        """The whole of a cell: one paragraph's words as they are, else its blocks."""
        alignment = cell.firstCursorPosition().block().blockFormat().alignment()
        if int(alignment.value) & 2:  # Qt.AlignmentFlag.AlignRight
            into.set("class", "numeric")
        blocks = list(_blocks(cell))
        if len(blocks) == 1:
            self._fill(into, blocks[0], is_whole=True, is_heavy=is_heavy)
            return
        kept = self._start, self._end
        self._start, self._end = cell.firstPosition(), cell.lastPosition() + 1
        self._flow(cell.begin(), into)
        self._start, self._end = kept

    # --- blocks

    def _block(self, block: QTextBlock, into: Element) -> None:
        if _is_control(block):
            return
        picture = _drawing(block)
        if picture is not None and self._start <= block.position() < self._end:
            figure = SubElement(into, "figure", {"class": "picture"})
            SubElement(figure, "img", _told(picture))
            return
        element = self._made(block, into)
        self._fill(element, block, is_heavy=self._is_in_head or element.tag in ("h1", "h2", "h3", "h4"))
        if not "".join(element.itertext()).strip():
            holder = into[-1] if element.tag == "li" else into
            holder.remove(element)
            if holder is not into and len(holder) == 0:
                into.remove(holder)

    def _made(self, block: QTextBlock, into: Element) -> Element:
        level = block.blockFormat().headingLevel()
        listed = _list_of(block)
        if level:
            return SubElement(into, f"h{level}")
        if listed is None and not is_ticked(block):
            return SubElement(into, "p")
        ordered = listed is not None and listed.format().style() == QTextListFormat.Style.ListDecimal
        name = 0 if listed is None else listed.objectIndex()
        last = into[-1] if len(into) else None
        if last is None or last.tag not in ("ul", "ol") or self._listed != name:
            kind = {} if listed is not None else {"class": "checklist"}
            last = SubElement(into, "ol" if ordered else "ul", kind)
        self._listed = name
        item = SubElement(last, "li")
        if ordered and listed is not None:
            item.set(NUMBER, str(listed.itemNumber(block) + 1))
        return item

    def _fill(
        self, into: Element, block: QTextBlock, *, is_whole: bool = False, is_heavy: bool = False
    ) -> None:
        """The words of a block that are selected.

        Args:
            into: takes them behind what it has.
            block: where they stand.
            is_whole: all of them.
            is_heavy: that they are bold says nothing.
        """
        pieces: list[_Piece] = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            start = fragment.position()
            first = 0 if is_whole else max(0, self._start - start)
            last = fragment.length() if is_whole else max(0, self._end - start)
            text = _utf16_slice(fragment.text(), first, last)
            piece = _piece(text, fragment.charFormat(), is_heavy=is_heavy)
            if piece.text:
                if pieces and pieces[-1][1:] == piece[1:]:
                    piece = piece._replace(text=pieces.pop().text + piece.text)
                pieces.append(piece)
            iterator += 1
        for piece in pieces:
            _add(into, piece)
        _strip(into)


def _list_of(block: QTextBlock) -> QTextList | None:
    return block.textList()  # None outside lists, whatever Qt's stubs say


def _blocks(cell: QTextTableCell) -> Iterator[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastPosition()
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()


def _formats(block: QTextBlock) -> Iterator[QTextCharFormat]:
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment().charFormat()
        iterator += 1


def _is_control(block: QTextBlock) -> bool:
    """Whether a line only serves the window: how much is shown, the ways into a picture."""
    links = [form.anchorHref() for form in _formats(block) if form.anchorHref()]
    if any(href.partition(":")[0] not in _WORDS for href in links):
        return True
    if not links or not all(href.startswith("crmo://picture/") for href in links):
        return False
    words = [form for form in _formats(block) if not form.anchorHref()]
    return len(words) == len(links) - 1 and _drawing(block.previous()) is not None


def _drawing(block: QTextBlock) -> QTextImageFormat | None:
    """The picture that a block consists of."""
    for form in _formats(block):
        image = form.toImageFormat()
        if image.isValid() and image.name().startswith(FILE):
            return image
    return None


def _told(image: QTextImageFormat) -> dict[str, str]:
    name = image.name().removeprefix(FILE)
    told = {"src": name, "alt": str(image.property(QTextFormat.Property.ImageAltText) or "")}
    title = str(image.property(QTextFormat.Property.ImageTitle) or "")
    return {**told, "title": title} if title and name.startswith(FIGURE) else told


def _piece(text: str, form: QTextCharFormat, *, is_heavy: bool) -> _Piece:
    href = form.anchorHref()
    tags = []
    if not is_heavy and form.fontWeight() >= _HEAVY and not href.startswith(("cite:", "term:")):
        tags.append("strong")
    if form.fontItalic():
        tags.append("em")
    match form.verticalAlignment():
        case QTextCharFormat.VerticalAlignment.AlignSuperScript:
            tags.append("sup")
        case QTextCharFormat.VerticalAlignment.AlignSubScript:
            tags.append("sub")
    return _Piece(bidi.plain(text.replace(_OBJECT, "")), href, tuple(tags))


def _add(into: Element, piece: _Piece) -> None:
    """Put a piece behind what `into` has; ends of lines become `br`."""
    for tag in piece.tags:
        into = SubElement(into, tag)
    if piece.href:
        kind = piece.href.partition(":")[0]
        into = SubElement(into, "a", {"class": kind} if kind in ("cite", "term") else {})
        into.set("href", piece.href)
    for number, line in enumerate(piece.text.split(_LINE)):
        if number:
            SubElement(into, "br")
        _append(into, cleaned(line, ends=True))


def _append(into: Element, text: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def _strip(element: Element) -> None:
    """Take away blanks at the beginning and the end, which stood beside an icon or a mark."""
    if element.text:
        element.text = element.text.lstrip()
    if len(element) and element[-1].tail:
        element[-1].tail = element[-1].tail.rstrip()
    elif not len(element) and element.text:
        element.text = element.text.rstrip()


def _utf16_slice(text: str, first: int, last: int) -> str:
    """Part of `text` by Qt's own positions, which count signs beyond the first 65,536 twice."""
    if text.isascii() or max(text) <= "\uffff":
        return text[first:last]
    units = text.encode("utf-16-le")
    return units[2 * first : 2 * last].decode("utf-16-le", errors="ignore")
