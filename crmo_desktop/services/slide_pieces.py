"""A section of the reference as pieces that can stand on a wall.

Nothing that states something is left out; what only leads on to another page goes to the notes.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from crmo_desktop.domain.identifiers import PictureId, SourceId
from crmo_desktop.domain.slides import (
    Box,
    Figure,
    Grid,
    Piece,
    Point,
    PointMark,
    Row,
    Strand,
    Strands,
    SubHeading,
    plain,
)
from crmo_desktop.services.slide_words import BLOCKS, Said, all_in, in_breaths, merged, sentences_in

_LONG: Final = 140  # characters of a list item that is said in more than one breath
_SHORT: Final = 110  # characters of what stands on one line with the word that it explains
_FIGURE: Final = "figure:"
_LISTS: Final = {"ul": PointMark.BULLET, "ol": PointMark.NUMBER}


class Cut(NamedTuple):
    """A section, cut.

    Attributes:
        left_off: what only leads on to other pages, a line each.
    """

    pieces: tuple[Piece, ...]
    left_off: tuple[str, ...]


def parse(html: str) -> Element:
    """The pack's own markup as elements in one."""
    return ElementTree.fromstring(f"<div>{html}</div>")


def cut(root: Element, *, is_case: bool = False) -> Cut:
    """The blocks of a section as pieces, in their order.

    Args:
        root: of the section (`parse`).
        is_case: each of its headings begins a slide: an answer is not to be seen with its question.
    """
    cutter = _Cutter(is_case=is_case)
    pieces = tuple(cutter.pieces(root))
    if not pieces:  # a section that does nothing but lead on is shown as it is
        cutter = _Cutter(is_case=is_case, keeps_all=True)
        pieces = tuple(cutter.pieces(root))
    return Cut(pieces, tuple(cutter.left_off))


def sources_of(pieces: tuple[Piece, ...]) -> tuple[SourceId, ...]:
    """What pieces cite, each once; not what their figures do."""
    found: list[tuple[SourceId, ...]] = []
    for piece in pieces:
        match piece:
            case Point(sources=sources):
                found.append(sources)
            case Box(points=points):
                found += [point.sources for point in points]
            case Grid(rows=rows):
                found += [row.sources for row in rows]
            case _:
                pass
    return merged(*found)


class _Cutter:
    """Walks through the pack's own markup (docs/content-format.md)."""

    def __init__(self, *, is_case: bool, keeps_all: bool = False) -> None:
        self._is_case, self._keeps_all = is_case, keeps_all
        self.left_off: list[str] = []

    def pieces(self, root: Element) -> Iterator[Piece]:
        for element in root:
            match element.tag:
                case "h3":
                    yield SubHeading(words=all_in(element).words, begins_slide=self._is_case)
                case "aside":
                    kind = element.get("class", "unknown")
                    yield Box(kind=kind, points=tuple(_shared(list(self._in_box(element)))))
                case "table":
                    yield _grid(element)
                case "figure":
                    yield from self._figure(element)
                case _:
                    yield from self._points(element, PointMark.BULLET)

    def _in_box(self, aside: Element) -> Iterator[Point]:
        for element in aside:
            yield from self._points(element, PointMark.NONE)

    def _points(self, element: Element, mark: PointMark) -> Iterator[Point]:
        """The points of one block; `mark` is for sentences of paragraphs."""
        match element.tag:
            case "ul":
                box = "checklist" in element.get("class", "").split()
                yield from _shared(list(_items(element, PointMark.BOX if box else PointMark.BULLET)))
            case "ol":
                yield from _shared(list(_items(element, PointMark.NUMBER)))
            case "dl":
                yield from self._words_explained(element)
            case _:
                for said in in_breaths(sentences_in(element)):
                    if said.leads_on and not self._keeps_all:
                        self.left_off.append(plain(said.words))
                    else:
                        yield Point(words=said.words, mark=mark, sources=said.sources)

    def _words_explained(self, dl: Element) -> Iterator[Point]:
        """Words with what is told of them: on one line each where all of them are short."""
        entries = [self._entry(terms, told) for terms, told in entries_of(dl)]
        is_short = all(
            len(said) < 2 and sum(len(plain(one.words)) for one in said) + len(lead) <= _SHORT
            for lead, said in entries
        )
        for lead, said in entries:
            if said and is_short:
                between = " " if lead.endswith((":", "?", "!", ".")) else ": "
                words = (Strand(lead, is_strong=True), Strand(between), *said[0].words)
                yield Point(words=words, sources=said[0].sources)
            elif said:
                yield Point(words=(Strand(lead, is_strong=True),), mark=PointMark.NONE)
                for one in said:
                    yield Point(words=one.words, level=1, sources=one.sources)

    def _entry(self, terms: list[Element], told: list[Element]) -> tuple[str, list[Said]]:
        """A word, or several, and what is told of it; nothing if that only leads on."""
        lead = " / ".join(plain(all_in(term).words) for term in terms)
        said = [one for element in told for one in in_breaths(sentences_in(element))]
        if all(one.leads_on for one in said) and not self._keeps_all:
            self.left_off += [f"{lead}: {plain(one.words)}" for one in said]
            return lead, []
        return lead, said

    def _figure(self, figure: Element) -> Iterator[Piece]:
        image = figure.find("img")
        name = "" if image is None else image.get("src", "")
        if name.startswith(_FIGURE):  # its title, caption and sources are the picture's own
            yield Figure(picture=PictureId(name.removeprefix(_FIGURE)))
            return
        told = figure.find("figcaption")
        said = () if told is None else sentences_in(told)
        alt = "" if image is None else " ".join(image.get("alt", "").split())
        if alt and alt not in {plain(one.words).rstrip(".") for one in said}:
            yield Point(words=(Strand(alt, is_emphasis=True),), mark=PointMark.NONE)
        for one in said:
            yield Point(words=one.words, mark=PointMark.NONE, sources=one.sources)


def entries_of(dl: Element) -> Iterator[tuple[list[Element], list[Element]]]:
    """The words of a list and what stands behind them."""
    terms: list[Element] = []
    told: list[Element] = []
    for element in dl:
        if element.tag == "dt" and told:
            yield terms, told
            terms, told = [], []
        (terms if element.tag == "dt" else told).append(element)
    yield terms, told


def _items(element: Element, mark: PointMark, level: int = 0) -> Iterator[Point]:
    """The items of a list; one that takes more than a breath as a point with others below it."""
    for number, item in enumerate(element, start=1):
        counted = number if mark is PointMark.NUMBER else 0
        said = in_breaths(sentences_in(item))
        whole = all_in(item)
        if len(plain(whole.words)) <= _LONG and said:
            said = (whole,)
        said = (*said, *(one for child in item if child.tag not in _LISTS for one in _told_in(child)))
        for place, one in enumerate(said):
            if place == 0:
                yield Point(words=one.words, mark=mark, number=counted, level=level, sources=one.sources)
            else:
                yield Point(words=one.words, level=level + 1, sources=one.sources)
        for child in item:
            if child.tag in _LISTS:
                yield from _items(child, _LISTS[child.tag], level + 1)


def _told_in(child: Element) -> tuple[Said, ...]:
    """The sentences of a paragraph of an item."""
    return in_breaths(sentences_in(child)) if child.tag in BLOCKS else ()


def _shared(points: list[Point]) -> Iterator[Point]:
    """A mark that only the end of a list or box has is that of all of it."""
    marked = [place for place, point in enumerate(points) if point.sources]
    is_shared = bool(marked) and merged(*(points[place].sources for place in marked)) == points[-1].sources
    for point in points:
        if is_shared and not point.sources:
            yield Point(
                words=point.words,
                mark=point.mark,
                number=point.number,
                level=point.level,
                sources=points[-1].sources,
            )
        else:
            yield point


def _grid(table: Element) -> Grid:
    caption = table.find("caption")
    told = Said((), ()) if caption is None else all_in(caption)
    heads = [cell for row in table.iterfind("thead/tr") for cell in row]
    rows = []
    for row in table.iterfind("tbody/tr"):
        cells = [all_in(cell) for cell in row]
        sources = merged(*(cell.sources for cell in cells)) or told.sources
        rows.append(Row(cells=tuple(_shown(cell.words) for cell in cells), sources=sources))
    numeric = tuple(
        "numeric" in head.get("class", "").split()
        or any("numeric" in row[place].get("class", "").split() for row in table.iterfind("tbody/tr"))
        for place, head in enumerate(heads)
    )
    return Grid(
        caption=plain(told.words),
        head=tuple(all_in(head).words for head in heads),
        rows=tuple(rows),
        numeric=numeric,
    )


def _shown(words: Strands) -> Strands:
    """Nothing for a cell that is only blank."""
    return words if plain(words).strip() else ()
