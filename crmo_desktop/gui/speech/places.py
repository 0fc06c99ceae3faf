"""Where the sentences that are spoken stand in the document that the page was set to."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtGui import QTextBlock

from crmo_desktop.gui.page_document import PageDocument

_PICTURE: Final = "\ufffc"
_UNSEEN: Final = "\u200b\u2028\u2029\u00ad"

Place = tuple[int, int]  # positions of the first character and behind the last


class Wanted(NamedTuple):
    """A sentence as it stands on the page, and the section it stands in; "" above the first."""

    shown: str
    section: str


def places(page: PageDocument, wanted: Iterable[Wanted]) -> list[Place | None]:
    """Where each of `wanted`, which are in the order of the page, stands; None for what is not there.

    Blanks, citation marks and the window's own icons make no difference. A section is looked for in its own
    part of the page, so that one that is not shown brings nothing else into disorder.
    """
    letters = _Letters(page)
    found: list[Place | None] = []
    section, start, end = None, 0, len(letters.text)
    for sentence in wanted:
        if not sentence.shown:  # more of what a picture says, which is one sign on the page
            found.append(found[-1] if found else None)
            continue
        if sentence.section != section:
            section = sentence.section
            bounds = _bounds(page, section)
            start, end = (0, 0) if bounds is None else letters.between(*bounds)
        place = letters.find(sentence.shown, start, end)
        if place is None:
            found.append(None)
        else:
            found.append(letters.positions_of(*place))
            start = place[1]
    return found


def _bounds(page: PageDocument, section: str) -> Place | None:
    """From where to where a section goes; None if it is not shown."""
    beginnings = sorted(page.sections.values())
    first = 0 if section == "" else page.sections.get(section)
    if first is None:
        return None
    following = [position for position in beginnings if position > first]
    if section == "":
        following = beginnings
    return first, following[0] if following else page.document.characterCount()


class _Letters:
    """All that can be read on a page, in one row without blanks, and where each letter stands."""

    def __init__(self, page: PageDocument) -> None:
        marks = [(link.start, link.end) for link in page.links if link.href.startswith("cite:")]
        letters: list[str] = []
        self._positions: list[int] = []
        self._begins: set[int] = set()  # letters with a blank before them
        is_after_blank = True
        for position, letter in _characters(page):
            if letter.isspace() or letter in _UNSEEN or _is_in(marks, position):
                is_after_blank = True
                continue
            if is_after_blank or not letter.isalnum():
                self._begins.add(len(letters))
            is_after_blank = not letter.isalnum()
            self._positions.append(position)
            letters.append(letter)
        self._begins.add(len(letters))
        self.text = "".join(letters)

    def between(self, start: int, end: int) -> Place:
        """The letters from one position of the document to another."""
        return self._first_from(start), self._first_from(end)

    def _first_from(self, position: int) -> int:
        return bisect_right(self._positions, position - 1)

    def find(self, words: str, start: int, end: int) -> Place | None:
        """The first place where `words` stand as words, and not within others."""
        row = "".join(letter for letter in words if not letter.isspace() and letter not in _UNSEEN)
        if not row:
            return None
        place = self.text.find(row, start, end)
        while place >= 0:
            if place in self._begins and place + len(row) in self._begins:
                return place, place + len(row)
            place = self.text.find(row, place + 1, end)
        return None

    def positions_of(self, start: int, end: int) -> Place:
        """Where letters stand in the document."""
        return self._positions[start], self._positions[end - 1] + 1


def _characters(page: PageDocument) -> Iterator[tuple[int, str]]:
    """Position and character of all of the document; of pictures only those of the page's own."""
    block = page.document.begin()
    while block.isValid():
        pictures = _pictures_of_program(block)
        for offset, letter in enumerate(block.text()):
            position = block.position() + offset
            yield position, " " if letter == _PICTURE and position in pictures else letter
        yield block.position() + block.length() - 1, " "
        block = block.next()


def _pictures_of_program(block: QTextBlock) -> set[int]:
    found: set[int] = set()
    if _PICTURE not in block.text():
        return found
    iterator = block.begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        shape = piece.charFormat()
        if shape.isImageFormat() and not shape.toImageFormat().name().startswith("pic:"):
            found.update(range(piece.position(), piece.position() + piece.length()))
        iterator += 1
    return found


def _is_in(ranges: list[Place], position: int) -> bool:
    """Whether `position` is in one of `ranges`, which are in order."""
    place = bisect_right(ranges, (position, 1 << 60)) - 1
    return place >= 0 and ranges[place][0] <= position < ranges[place][1]
