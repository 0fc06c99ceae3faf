"""A page's QTextDocument after it was set: its links, sections and call-outs, found once."""

import re
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from crmo_desktop.domain import bidi
from crmo_desktop.domain.language import ENGLISH, is_right_to_left
from crmo_desktop.gui.typesetting import CALL_OUT_ANCHOR

_LINE = "\u2029"


@dataclass(frozen=True, slots=True)
class Link:
    """Something that can be opened.

    Attributes:
        start: position of its first character in the document.
        end: position behind its last.
    """

    start: int
    end: int
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class CallOut:
    """A box from its first to its last block; `role` names its colours."""

    role: str
    first: QTextBlock
    last: QTextBlock


@dataclass(slots=True)
class PageDocument:
    """What stands where in a document that typesetting made.

    Attributes:
        language: BCP 47 tag of its words.
    """

    document: QTextDocument
    language: str = ENGLISH
    links: list[Link] = field(default_factory=list)
    sections: dict[str, int] = field(default_factory=dict)
    call_outs: list[CallOut] = field(default_factory=list)

    @property
    def is_right_to_left(self) -> bool:
        """Whether its paragraphs begin at the right. The cells of its tables stand in reverse then."""
        return is_right_to_left(self.language)

    def write(self, html: str, css: str) -> None:
        """Fill the document, and turn round what Qt would not where its words go from right to left."""
        if self.is_right_to_left:
            from crmo_desktop.gui.turned_page import isolated_html, mirrored_css  # most readers never need it

            option = self.document.defaultTextOption()
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            self.document.setDefaultTextOption(option)
            html, css = isolated_html(html), mirrored_css(css)
        self.document.setDefaultStyleSheet(css)
        self.document.setHtml(html)

    def dress(self, accent: QColor) -> None:
        """Walk the new page once: note what stands where, and add what HTML cannot say.

        Glossary words get a dotted underline in `accent`; figures in table cells stand under each other.
        """
        dotted, figures = QTextCharFormat(), QTextCharFormat()
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dotted.setUnderlineColor(accent)
        figures.setFontFeatures({QFont.Tag("tnum"): 1})
        changes: list[tuple[int, int, QTextCharFormat]] = []
        block = self.document.begin()
        while block.isValid():
            table = QTextCursor(block).currentTable()
            in_cells = bool(table) and table.columns() > 1
            iterator = block.begin()
            while not iterator.atEnd():
                piece = iterator.fragment()
                shape = piece.charFormat()
                self._note(piece.position(), piece.length(), piece.text(), shape, block)
                if shape.anchorHref().startswith("term:"):
                    changes.append((piece.position(), piece.length(), dotted))
                if in_cells:
                    changes.append((piece.position(), piece.length(), figures))
                iterator += 1
            block = block.next()
        cursor = QTextCursor(self.document)  # change only after the walk: it would tear the fragments
        cursor.beginEditBlock()  # one layout at the end, instead of one a change
        for start, length, shape in changes:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)
        cursor.endEditBlock()
        self._close_call_outs()

    def _note(self, start: int, length: int, text: str, shape: QTextCharFormat, block: QTextBlock) -> None:
        for name in shape.anchorNames():
            if name.startswith(CALL_OUT_ANCHOR):
                self.call_outs.append(CallOut(name.split("-")[1], block, block))
            else:
                self.sections.setdefault(name, start)
        href = shape.anchorHref()
        if not href:
            return
        last = self.links[-1] if self.links else None
        if last is not None and last.href == href and last.end == start:
            self.links[-1] = Link(last.start, start + length, href, last.text + bidi.plain(text))
        else:
            self.links.append(Link(start, start + length, href, bidi.plain(text)))

    def _close_call_outs(self) -> None:
        """Find each box's last block: that of the one cell of its table."""
        for place, box in enumerate(self.call_outs):
            table = QTextCursor(box.first).currentTable()
            if table is not None:
                last = self.document.findBlock(table.lastPosition())
                self.call_outs[place] = CallOut(box.role, box.first, last)

    def link_at(self, position: int) -> Link | None:
        """The link that holds the character at `position`, or ends there."""
        return next((link for link in self.links if link.start <= position <= link.end), None)

    def line_top(self, position: int) -> float:
        """Where the line with the character at `position` begins, in pixels of the document."""
        block = self.document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        top = self.document.documentLayout().blockBoundingRect(block).top()
        return top + line.y() if line.isValid() else top

    def section_above(self, y: float | None) -> str:
        """The last section that begins at or above `y` in the document; the last of all for None."""
        layout = self.document.documentLayout()
        found = ""
        for name, position in self.sections.items():
            if y is not None and layout.blockBoundingRect(self.document.findBlock(position)).top() > y:
                break
            found = name
        return found

    def find_all(self, words: str) -> list[tuple[int, int]]:
        """(start, end) of every place where `words` stand, in any case, blanks of any kind alike."""
        wanted = " ".join(words.split()).lower()
        if not wanted:
            return []
        cursor = QTextCursor(self.document)
        cursor.select(QTextCursor.SelectionType.Document)
        text = "".join(_folded(character) for character in cursor.selectedText())
        if self.is_right_to_left:
            return _places_between_signs(text, wanted)
        places = []
        start = text.find(wanted)
        while start >= 0:
            places.append((start, start + len(wanted)))
            start = text.find(wanted, start + len(wanted))
        return places


def _places_between_signs(text: str, wanted: str) -> list[tuple[int, int]]:
    """(start, end) of every place where `wanted` stands, whatever signs are between its letters."""
    kept = [place for place, character in enumerate(text) if character not in bidi.SIGNS]
    visible = "".join(text[place] for place in kept)
    starts = (match.start() for match in re.finditer(re.escape(wanted), visible))
    return [(kept[start], kept[start + len(wanted) - 1] + 1) for start in starts]


def _folded(character: str) -> str:
    """One character for one, so that positions stay true: lower case, any blank as a blank."""
    if character.isspace() and character != _LINE:
        return " "
    lower = character.lower()
    return lower if len(lower) == 1 else character
