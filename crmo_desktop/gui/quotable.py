"""The words on the screen as highlights quote them, and where each stands in the page's document.

Left out is what another edition, another width of the window or another language would write differently
though the page says the same: marks of citations, which are numbered anew, pictures, places where a line
may end, and the window's own words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from crmo_desktop.domain import bidi
from crmo_desktop.domain.own_things import Quote
from crmo_desktop.domain.text_quote import place_of, quote_of
from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.typesetting import BREAK, SOURCES_SECTION

_FILLER: Final = "\ufffc"  # stands where a picture is, too
_LEFT_OUT: Final = re.escape("".join((_FILLER, BREAK, "\u00ad", *bidi.SIGNS)))
_PIECE: Final = re.compile(rf"(?P<words>[^\s{_LEFT_OUT}]+)|(?P<blank>\s+)|[{_LEFT_OUT}]+")
_NUMBER: Final = re.compile(r"\[\d+\]")  # of a source, in the list of them
_LAST_OF_ONE_UNIT: Final = "\uffff"  # Qt counts what lies behind as two

Range = tuple[int, int]


class Quotable:
    """The words of one page that is shown.

    Attributes:
        text: blanks are single spaces.
    """

    def __init__(self, page: PageDocument) -> None:
        pieces: list[str] = []
        self._places: list[int] = []  # in the document, of each character of `text`
        for start, words in _Reader(page).pieces():
            pieces.append(words)
            self._places.extend(range(start, start + len(words)))
        self.text = "".join(pieces)
        self._sections = sorted((position, name) for name, position in page.sections.items())

    def quote(self, start: int, end: int) -> Quote | None:
        """The words between two positions of the document; None where there are none to be quoted."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return quote_of(self.text, first, last) if self.text[first:last].strip() else None

    def find(self, quote: Quote, section: str | None) -> Range | None:
        """Where `quote`, made in `section`, stands now; None where it does not. Positions of the document."""
        whole = f"{quote.prefix}{quote.exact}{quote.suffix}"
        at = self.text.find(whole)
        if at >= 0 and self.text.find(whole, at + 1) < 0:  # as it was; most are
            first = at + len(quote.prefix)
            found: Range | None = (first, first + len(quote.exact))
        else:
            found = place_of(quote, self.text, within=self._range_of(section))
        return None if found is None else self._in_document(*found)

    def find_alone(self, quote: Quote, section: str | None) -> Range | None:
        """Where the words of `quote` stand in `section`, if they stand there once, whatever is beside them.

        For a page that is known to have the quote, but writes what is round it differently at this width.
        """
        within = self._range_of(section)
        if within is None:
            return None
        words = re.compile(rf"(?<!\w){re.escape(quote.exact)}(?!\w)")
        places = [match.span() for match in words.finditer(self.text, *within)]
        return self._in_document(*places[0]) if len(places) == 1 else None

    def _in_document(self, start: int, end: int) -> Range:
        """The positions in the document of what stands in `text`."""
        return self._places[start], self._places[end - 1] + _units(self.text[end - 1])

    def first_from(self, position: int) -> int:
        """Where the first word at or behind `position` begins; `position` where there is none."""
        index = bisect_left(self._places, position)
        while index < len(self.text) and self.text[index] == " ":
            index += 1
        return self._places[index] if index < len(self.text) else position

    def section_at(self, position: int) -> str | None:
        """The section that a position of the document lies in; None above the first."""
        place = bisect_right(self._sections, (position, "\uffff")) - 1
        return self._sections[place][1] if place >= 0 else None

    def _range_of(self, section: str | None) -> Range | None:
        """Where the words of a section stand in `text`; None if it is there no longer."""
        if section is None:
            return 0, self._index_of(0)
        place = next((n for n, (_, name) in enumerate(self._sections) if name == section), None)
        if place is None:
            return None
        return self._index_of(place), self._index_of(place + 1)

    def _index_of(self, place: int) -> int:
        """Where in `text` the section begins that is `place`th on the page; its end behind the last."""
        if place >= len(self._sections):
            return len(self.text)
        return bisect_left(self._places, self._sections[place][0])


class _Reader:
    """Reads a document once, block by block."""

    def __init__(self, page: PageDocument) -> None:
        self._page = page
        self._marks = [(link.start, link.end) for link in page.links if link.href.startswith("cite:")]
        self._own = _blocks_of_the_window(page)
        self._has_begun = False

    def pieces(self) -> Iterator[tuple[int, str]]:
        """(position, words) of everything that is quoted; a blank stands between words and blocks."""
        block = self._page.document.begin()
        sources = self._page.sections.get(SOURCES_SECTION, block.document().characterCount())
        marks = iter([*self._marks, None])
        mark = next(marks)
        while block.isValid():
            at, end = block.position(), block.position() + block.length()
            within = []
            while mark is not None and mark[0] < end:
                within.append((mark[0] - at, mark[1] - at))
                mark = next(marks)
            is_number = at > sources and _NUMBER.fullmatch(block.text()) is not None
            if at not in self._own and not is_number:
                yield from self._block(at, _without(_by_units(block.text()), within))
            block = block.next()

    def _block(self, at: int, text: str) -> Iterator[tuple[int, str]]:
        blank = at - 1 if self._has_begun else None
        for match in _PIECE.finditer(text):
            if match["blank"] and blank is None and self._has_begun:
                blank = at + match.start()
            elif match["words"]:
                if blank is not None:
                    yield blank, " "
                    blank = None
                self._has_begun = True
                yield at + match.start(), match["words"]


def _blocks_of_the_window(page: PageDocument) -> set[int]:
    """Positions of the blocks whose words are the window's own, such as ways into pictures."""
    block_at = page.document.findBlock
    titled = {
        block_at(position).position() for name, position in page.sections.items() if name != SOURCES_SECTION
    }
    own = {box.first.position() for box in page.call_outs} | {page.document.lastBlock().position()}
    own |= (
        {block_at(page.sections[SOURCES_SECTION]).position()} if SOURCES_SECTION in page.sections else set()
    )
    own -= titled
    for link in page.links:
        is_way = link.href.startswith("crmo://picture/") and link.href.endswith("#table")
        if is_way or link.href.startswith("depth:"):
            own.add(block_at(link.start).position())
    return own


def _units(text: str) -> int:
    """How long `text` is for Qt, which counts in UTF-16."""
    return len(text) + sum(character > _LAST_OF_ONE_UNIT for character in text)


def _by_units(text: str) -> str:
    """`text` as long as it is for Qt: behind a character that counts as two stands a filler."""
    if not text or max(text) <= _LAST_OF_ONE_UNIT:
        return text
    return "".join(f"{sign}{_FILLER}" if sign > _LAST_OF_ONE_UNIT else sign for sign in text)


def _without(text: str, marks: list[Range]) -> str:
    """`text` with fillers in place of marks and the blanks before them."""
    for start, end in marks:
        before = text[:start].rstrip()
        text = before + _FILLER * (end - len(before)) + text[end:]
    return text
