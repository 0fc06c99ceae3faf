"""A text set in one long column.

Everything is measured in tenths of a point, so that Qt's whole pixels are fine enough for type.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLine,
    QTextOption,
)

from crmo_desktop.domain import bidi
from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.paper.inline import InlinePictures
from crmo_desktop.gui.paper.paper_style import UNITS
from crmo_desktop.gui.paper.setting import Needs
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import CALL_OUT_ANCHOR, SOURCES_SECTION

OBJECT: Final = "\ufffc"
_SOURCE_NUMBER: Final = re.compile(r"\[(\d+)\]")
_LINE: Final = "\u2028"


class Mark(NamedTuple):
    """Words that lead somewhere, from `start` to `end` in the document."""

    start: int
    end: int
    href: str


class Galley:
    """One text, set, and what in it has a name.

    Attributes:
        anchors: place in the document by the name of a section, or "source-3".
        pictures: places of pictures of the edition in the document, by their id.
        marks: what leads somewhere.
        boxes: the role of the call-out that begins with a paragraph, by its number.
    """

    def __init__(
        self, html: str, css: str, look: Look, width: float, inline: InlinePictures, language: str
    ) -> None:
        """Set `html` in a column of `width`; `inline` draws what is no word."""
        self.width, self.look = width, look
        self._page = PageDocument(QTextDocument(), language)
        document = self._page.document
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(_face(look))
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
        self._inline = inline
        self._layout = document.documentLayout()
        self._layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, inline)
        self._page.write(html, css)
        self.anchors: dict[str, int] = {}
        self.pictures: dict[str, int] = {}
        self.marks: list[Mark] = []
        self.boxes: dict[int, str] = {}
        self._numbers: list[int] = []  # places of numbers of pages
        self._small: list[tuple[int, int]] = []  # small words in headings
        self._walk()
        self._mend()
        self._lay_out()

    @property
    def document(self) -> QTextDocument:
        """What was set."""
        return self._page.document

    def needs(self) -> Needs:
        """What does not fit as it is: tables with words that their columns have no room for, pictures."""
        is_narrow = self.document.size().width() > self.width + UNITS
        return Needs(is_narrow, self._inline.small_pictures())

    @property
    def is_true(self) -> bool:
        """Whether the numbers of pages have the room that they need."""
        return self._inline.is_true

    def set_again(self) -> None:
        """Give what is drawn among the words the room that it needs now."""
        self._inline.promise_again()
        self._lay_out()

    def _lay_out(self) -> None:
        """Break all of it into lines: Qt puts that off, and forgets the end of a text that changes."""
        self.document.setTextWidth(self.width)  # which begins anew, even where it is the same
        self._layout.documentSize()  # which goes on until the end

    def limit_picture(self, position: int, height: float, smallest: float) -> bool:
        """Make the picture at a place no higher than `height`; see `InlinePictures.limit`."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(position + 1)
        if not self._inline.limit(cursor.charFormat().toImageFormat().name(), height, smallest):
            return False
        self._lay_out()
        return True

    # --- what has a name

    def _walk(self) -> None:
        block = self.document.begin()
        is_behind_sources = False
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                piece = iterator.fragment()
                self._note(block, piece.position(), piece.length(), piece.charFormat())
                iterator += 1
            is_behind_sources = is_behind_sources or SOURCES_SECTION in self.anchors
            if is_behind_sources and (number := _SOURCE_NUMBER.fullmatch(block.text())):
                self.anchors[f"source-{number[1]}"] = block.position()
            block = block.next()

    def _note(self, block: QTextBlock, start: int, length: int, shape: QTextCharFormat) -> None:
        for name in shape.anchorNames():
            if name.startswith(CALL_OUT_ANCHOR):
                self.boxes[block.blockNumber()] = name.split("-")[1]
            else:
                self.anchors.setdefault(name, start)
        if shape.isImageFormat():
            name = shape.toImageFormat().name()
            if self._inline.picture_of(name):
                self.pictures.setdefault(self._inline.picture_of(name), start)
            elif self._inline.is_reference(name):
                self._numbers.append(start)
        size = shape.property(QTextFormat.Property.FontPixelSize)
        if shape.hasProperty(QTextFormat.Property.FontSizeAdjustment) and size and size < self.look.px(18):
            self._small.append((start, start + length))
        if not shape.anchorHref():
            return
        last = self.marks[-1] if self.marks else None
        if last is not None and last.href == shape.anchorHref() and last.end == start:
            self.marks[-1] = last._replace(end=start + length)
        else:
            self.marks.append(Mark(start, start + length, shape.anchorHref()))

    def _mend(self) -> None:
        """Take links out, and put numbers of pages on the line.

        Qt would write each link into a PDF as an address, even those that only this program knows. What is
        drawn in a cell of a table would hang from the top of its line, as the cell does from that of its row.
        In a heading Qt takes no size but its own, in steps.
        """
        small = QTextCharFormat()
        small.setProperty(QTextFormat.Property.FontSizeAdjustment, -1)
        plain, on_line = QTextCharFormat(), QTextCharFormat()
        plain.setAnchor(False)
        plain.setAnchorHref("")
        on_line.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        changes = [
            *((mark.start, mark.end, plain) for mark in self.marks),
            *((start, start + 1, on_line) for start in self._numbers),
            *((start, end, small) for start, end in self._small),
        ]
        for start, end, shape in changes:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)
        cursor.endEditBlock()

    # --- where it stands

    def rect_of(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands."""
        return self._layout.blockBoundingRect(block)

    def top_of(self, position: int) -> float:
        """Where the paragraph with this place begins."""
        return self.rect_of(self.document.findBlock(position)).top()

    def areas(self) -> Iterator[tuple[Mark, QRectF]]:
        """Where the words of each mark stand, line by line."""
        for number, marks in groupby(
            self.marks, lambda mark: self.document.findBlock(mark.start).blockNumber()
        ):
            block = self.document.findBlockByNumber(number)
            block.layout().setCacheEnabled(True)  # or its letters would be shaped again for each question
            origin = self.rect_of(block).topLeft()
            lines = list(lines_of(block))
            for mark in marks:
                for line in lines:
                    start = max(mark.start - block.position(), line.textStart())
                    end = min(mark.end - block.position(), line.textStart() + line.textLength())
                    if start < end:
                        left, right = sorted((x_of(line, start), x_of(line, end)))
                        yield mark, QRectF(left, line.y(), right - left, line.height()).translated(origin)
            block.layout().setCacheEnabled(False)

    # --- its words

    def words_of(self, block: QTextBlock, start: int = 0, length: int | None = None) -> str:
        """The words of a paragraph, or of one of its lines; pictures tell what they show."""
        text = block.text()
        end = len(text) if length is None else min(len(text), start + length)
        parts = []
        for place in range(start, end):
            if text[place] == OBJECT:
                cursor = QTextCursor(self.document)
                cursor.setPosition(block.position() + place + 1)
                parts.append(self._inline.told(cursor.charFormat().toImageFormat()))
            else:
                parts.append(text[place])
        return bidi.plain("".join(parts)).replace(_LINE, " ").replace("\u200b", "").replace("\xa0", " ")

    def words_between(self, start: int, end: int) -> str:
        """What stands between two places of one paragraph."""
        block = self.document.findBlock(start)
        return block.text()[start - block.position() : end - block.position()]

    # --- paint

    def paint(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint what stands between `top` and `bottom`, from the painter's origin."""
        painter.save()
        painter.translate(0, -top)
        painter.setClipRect(
            QRectF(-UNITS * 10, top - 2, self.width + UNITS * 20, bottom - top + 4),
        )
        context = QAbstractTextDocumentLayout.PaintContext()
        # what only touches an end belongs to another page
        context.clip = QRectF(-UNITS, top + UNITS, self.width + 2 * UNITS, max(1.0, bottom - top - 2 * UNITS))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self.look.colour("text"))
        context.palette = palette
        self._layout.draw(painter, context)
        painter.restore()


def _face(look: Look) -> QFont:
    font = look.page_font(18)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # or words would be wider when scaled
    font.setFeature(QFont.Tag("liga"), 0)  # a PDF does not say which letters a ligature is
    return font


def lines_of(block: QTextBlock) -> Iterator[QTextLine]:
    """The lines of a paragraph."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        yield layout.lineAt(number)


def x_of(line: QTextLine, place: int) -> float:
    """Where in its line a character begins."""
    found = line.cursorToX(place)  # with the place, which Qt may have moved
    assert isinstance(found, tuple)
    return float(found[0])
