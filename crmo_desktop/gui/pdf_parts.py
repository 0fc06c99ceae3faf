"""What Qt does not write into a PDF: an outline, links, the language, and that a window is to show the title.

It is added behind what Qt wrote, as an incremental update (ISO 32000-1, 7.5.6): new versions of its catalog
and its pages follow with a table of their own. Only one thing is changed where it stands: Qt says that a
blank is a tab, as its faces have one sign for both, and whoever copied words would get tabs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SIZE: Final = re.compile(rb"/Size\s+(\d+)")
_ROOT: Final = re.compile(rb"/Root\s+(\d+) 0 R")
_INFO: Final = re.compile(rb"/Info\s+\d+ 0 R")
_ID: Final = re.compile(rb"/ID\s+\[.*?\]", re.DOTALL)
_PAGES: Final = re.compile(rb"/Pages\s+(\d+) 0 R")
_KIDS: Final = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_ANNOTATIONS: Final = re.compile(rb"/Annots\s+(?:\d+ 0 R|\[.*?\])\s*", re.DOTALL)
_LETTERS: Final = re.compile(rb"\[[<>0-9A-F ]*\] *\nendbfrange")  # which letter each sign of a face is
_TAB, _BLANK = b"<0009>", b"<0020>"
_PLAIN: Final = re.compile(r"[\x21-\x7e]*")


class OutlineEntry(NamedTuple):
    """A line of the outline.

    Attributes:
        level: 0 for what stands at the left; never more than one deeper than the entry before.
        page: from 0.
        top: points from the upper edge of the page.
    """

    level: int
    title: str
    page: int
    top: float


class Link(NamedTuple):
    """A part of a page that leads somewhere.

    Attributes:
        rect: in points from the upper left corner.
        address: outside the file; "" for a place in it.
        page, top: that place, as in `OutlineEntry`.
    """

    rect: QRectF
    address: str
    page: int
    top: float


class Parts(NamedTuple):
    """What is added.

    Attributes:
        height: of a page, in points.
        links: by the number of their page, from 0.
    """

    language: str
    height: float
    outline: Sequence[OutlineEntry]
    links: Mapping[int, Sequence[Link]]


def with_parts(pdf: bytes, parts: Parts) -> bytes:
    """`pdf`, as Qt wrote it, with `parts`.

    Raises:
        ValueError: it is not built as Qt builds one.
    """
    return _Update(_LETTERS.sub(_blanks, pdf), parts).written()


def _blanks(letters: re.Match[bytes]) -> bytes:
    return letters[0].replace(_TAB, _BLANK)


class _Update:
    """Appends new objects, and new versions of old ones."""

    def __init__(self, pdf: bytes, parts: Parts) -> None:
        self._pdf, self._parts = pdf, parts
        self._table = int(_found(_START, pdf[-2048:])[1])
        self._trailer = pdf[pdf.index(b"trailer", self._table) :]
        self._places = dict(self._old_places())
        self._next = int(_found(_SIZE, self._trailer)[1])
        self._new: dict[int, bytes] = {}

    def _old_places(self) -> Iterator[tuple[int, int]]:
        """Where each object begins, by its number."""
        lines = self._pdf[self._table : self._pdf.index(b"trailer", self._table)].split(b"\n")
        number, left = 0, 0
        for line in lines[1:]:
            fields = line.split()
            if len(fields) == 2 and not left:
                number, left = int(fields[0]), int(fields[1])
            elif len(fields) == 3 and left:
                if fields[2] == b"n":
                    yield number, int(fields[0])
                number, left = number + 1, left - 1

    def _old(self, number: int) -> bytes:
        """What an object is, without its name and its end."""
        start = self._places[number]
        head = b"%d 0 obj\n" % number
        if not self._pdf.startswith(head, start):
            raise ValueError(f"no object {number} at {start}")
        return self._pdf[start + len(head) : self._pdf.index(b"endobj", start)].rstrip()

    def _add(self, body: bytes) -> int:
        number, self._next = self._next, self._next + 1
        self._new[number] = body
        return number

    def _page_numbers(self, catalog: bytes) -> list[int]:
        root = self._old(int(_found(_PAGES, catalog)[1]))
        return [int(match[1]) for match in _REFERENCE.finditer(_found(_KIDS, root)[1])]

    def written(self) -> bytes:
        """The file, and behind it what is new."""
        root = int(_found(_ROOT, self._trailer)[1])
        catalog = self._old(root)
        pages = self._page_numbers(catalog)
        for number, page in enumerate(pages):
            self._add_links(page, self._parts.links.get(number, ()), pages)
        added = [b"/Lang " + _text(self._parts.language), b"/ViewerPreferences << /DisplayDocTitle true >>"]
        if self._parts.outline:
            outline = self._add_outline(pages)
            added += [b"/Outlines %d 0 R" % outline, b"/PageMode /UseOutlines"]
        self._new[root] = _with_entries(catalog, added)
        return self._pdf + self._appended()

    # --- links

    def _add_links(self, page: int, links: Sequence[Link], pages: list[int]) -> None:
        """New links for a page instead of those that Qt made of addresses that only the program knows."""
        old = self._old(page)
        bare = _ANNOTATIONS.sub(b"", old)
        if not links and bare == old:
            return
        made = [self._add(self._link(link, pages)) for link in links]
        listed = b" ".join(b"%d 0 R" % number for number in made)
        self._new[page] = _with_entries(bare, [b"/Annots [" + listed + b"]"] if made else [])

    def _link(self, link: Link, pages: list[int]) -> bytes:
        rect, height = link.rect, self._parts.height
        corners = (rect.left(), height - rect.bottom(), rect.right(), height - rect.top())
        area = b" ".join(_real(number) for number in corners)
        if link.address:
            leads = b"/A << /Type /Action /S /URI /URI " + _text(link.address) + b" >>"
        else:
            leads = b"/Dest " + self._destination(pages, link.page, link.top)
        return b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [" + area + b"] " + leads + b" >>"

    def _destination(self, pages: list[int], page: int, top: float) -> bytes:
        return b"[%d 0 R /XYZ null %s null]" % (pages[page], _real(self._parts.height - top))

    # --- outline

    def _add_outline(self, pages: list[int]) -> int:
        """The outline's root; its entries are numbered before they are written, as they name each other."""
        entries = self._parts.outline
        root = self._next
        self._next += 1 + len(entries)
        numbers = [root + 1 + place for place in range(len(entries))]
        parents, children = _family(entries)
        for place, entry in enumerate(entries):
            parent = parents[place]
            beside = children[parent]
            at = beside.index(place)
            parts = [
                b"/Title " + _text(entry.title),
                b"/Parent %d 0 R" % (root if parent < 0 else numbers[parent]),
                b"/Dest " + self._destination(pages, entry.page, entry.top),
            ]
            if at > 0:
                parts.append(b"/Prev %d 0 R" % numbers[beside[at - 1]])
            if at + 1 < len(beside):
                parts.append(b"/Next %d 0 R" % numbers[beside[at + 1]])
            own = children.get(place, [])
            if own:  # closed: a minus sign before how many it would show
                ends = (numbers[own[0]], numbers[own[-1]], -len(own))
                parts.append(b"/First %d 0 R /Last %d 0 R /Count %d" % ends)
            self._new[numbers[place]] = b"<< " + b" ".join(parts) + b" >>"
        first, last = numbers[children[-1][0]], numbers[children[-1][-1]]
        ends = (first, last, len(children[-1]))
        self._new[root] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % ends
        return root

    # --- the end of the file

    def _appended(self) -> bytes:
        out, at = bytearray(), len(self._pdf)
        if not self._pdf.endswith(b"\n"):
            out += b"\n"
        places = {}
        for number in sorted(self._new):
            places[number] = at + len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, self._new[number])
        table = at + len(out)
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for run in _runs(sorted(places)):
            out += b"%d %d\n" % (run[0], len(run))
            for number in run:
                out += b"%010d 00000 n \n" % places[number]
        kept = [_found(_INFO, self._trailer)[0], _found(_ID, self._trailer)[0]]
        root = _found(_ROOT, self._trailer)[0]
        out += b"trailer\n<<\n/Size %d\n/Prev %d\n" % (self._next, self._table)
        out += b"\n".join([root, *kept]) + b"\n>>\nstartxref\n%d\n%%%%EOF\n" % table
        return bytes(out)


def _family(entries: Sequence[OutlineEntry]) -> tuple[list[int], dict[int, list[int]]]:
    """The parent of each entry, -1 for none, and the children of each."""
    parents: list[int] = []
    children: dict[int, list[int]] = {}
    above: list[int] = []
    for place, entry in enumerate(entries):
        del above[entry.level :]
        parent = above[-1] if above else -1
        above.append(place)
        parents.append(parent)
        children.setdefault(parent, []).append(place)
    return parents, children


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    """Numbers that follow one another, together."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _with_entries(dictionary: bytes, entries: Sequence[bytes]) -> bytes:
    """A dictionary with more entries at its end."""
    if not dictionary.endswith(b">>"):
        raise ValueError("no dictionary")
    return dictionary[:-2] + b"\n".join([*entries, b">>"])


def _found(pattern: re.Pattern[bytes], text: bytes) -> re.Match[bytes]:
    match = pattern.search(text)
    if match is None:
        raise ValueError(f"not as Qt writes a PDF: no {pattern.pattern!r}")
    return match


def _text(words: str) -> bytes:
    """A string; in hexadecimal digits, so that nothing in it means anything."""
    if _PLAIN.fullmatch(words):
        return b"<" + words.encode("ascii").hex().encode("ascii") + b">"
    return b"<feff" + words.encode("utf-16-be").hex().encode("ascii") + b">"


def _real(number: float) -> bytes:
    return b"%.2f" % number
