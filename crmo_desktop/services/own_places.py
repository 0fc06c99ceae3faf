"""What the places where the reader has made something are like in the edition that is open."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import AddressError, UserError
from crmo_desktop.domain.identifiers import PictureAddress, TopicAddress, parse_address
from crmo_desktop.domain.own_things import Spot, Thing
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.domain.own_things import Quote
    from crmo_desktop.domain.page import Page

_AROUND: Final = 160  # characters before and after a quote that are shown with it, at most
_MOST: Final = 320  # of what is shown of a place that nothing is quoted from
_AFTER_ALL: Final = 1_000_000  # rank of what is nowhere in this edition
_ENDS: Final = (". ", "? ", "! ")


class Standing(StrEnum):
    """Whether a place is still there."""

    HERE = "here"
    GONE = "gone"  # its words or its section are no longer on the page
    NO_PAGE = "no page"  # this edition has no such page


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands at a place.

    Attributes:
        chapter: that it is in; "" where that cannot be told.
        before: what goes before the words quoted, from the beginning of a sentence; "" for none.
        words: those quoted, as they stand on the page now, or stood there; "" where nothing is quoted.
        after: what follows them, or what the place begins with where nothing is quoted.
    """

    standing: Standing
    chapter: str
    before: str
    words: str
    after: str


class OwnPlaces:
    """Looks places up; what was looked up is remembered, as an edition does not change."""

    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading
        self._ranks = {
            topic.id: number
            for number, topic in enumerate(
                topic for chapter in reading.chapters() for topic in chapter.topics
            )
        }
        self._page = lru_cache(maxsize=48)(self._read_page)
        self._words = lru_cache(maxsize=48)(self._read_words)
        self._standing = lru_cache(maxsize=20_000)(self._look)

    def rank(self, spot: Spot) -> tuple[int, int]:
        """Where a spot is in the order of the reference: its topic, and its section in that."""
        page = self._page(spot.page, spot.audience)
        if page is None:
            return _AFTER_ALL, 0
        sections = [section.id for section in page.sections]
        place = sections.index(spot.section) + 1 if spot.section in sections else 0  # type: ignore[arg-type]  # compared as text
        return self._ranks.get(page.topic.id, _AFTER_ALL), place

    def has_page(self, spot: Spot) -> bool:
        """Whether this edition has the page, be it a topic or a picture."""
        return self._page(spot.page, spot.audience) is not None or self._is_picture(spot)

    def standing(self, thing: Thing) -> Standing:
        """Whether the place of a thing is still there."""
        return self._standing(thing.spot, thing.quote)

    def surroundings(self, thing: Thing) -> Surroundings:
        """What stands at the place of a thing."""
        page = self._page(thing.spot.page, thing.spot.audience)
        standing = self.standing(thing)
        before, words, after = "", "", ""
        if thing.quote is not None:
            before, words, after = self._around(thing.spot, thing.quote)
        elif page is not None:
            after = _beginning(_text_of(page, thing.spot.section))
        chapter = "" if page is None else page.chapter_title
        return Surroundings(standing=standing, chapter=chapter, before=before, words=words, after=after)

    def _around(self, spot: Spot, quote: "Quote") -> tuple[str, str, str]:
        from crmo_desktop.domain.text_quote import place_of

        page = self._page(spot.page, spot.audience)
        section = "" if page is None else _plain(_text_of(page, spot.section))
        for text in (section, self._words(spot.page, spot.audience)):
            place = place_of(quote, text)
            if place is not None:
                start, end = place
                return _end_of(text[:start]), text[start:end], _until_end(text[end:])
        return quote.prefix, quote.exact, quote.suffix

    def _read_page(self, address: str, audience: Audience) -> "Page | None":
        try:
            read = parse_address(address)
            return self._reading.page(read.topic, audience) if isinstance(read, TopicAddress) else None
        except UserError:
            return None

    def _read_words(self, address: str, audience: Audience) -> str:
        from crmo_desktop.domain.page_words import words_of

        page = self._page(address, audience)
        return "" if page is None else words_of(page)

    def _look(self, spot: Spot, quote: "Quote | None") -> Standing:
        from crmo_desktop.domain.text_quote import place_of

        page = self._page(spot.page, spot.audience)
        if page is None:
            return Standing.HERE if self._is_picture(spot) else Standing.NO_PAGE
        if quote is not None:
            return (
                Standing.GONE
                if place_of(quote, self._words(spot.page, spot.audience)) is None
                else Standing.HERE
            )
        is_here = spot.section is None or any(section.id == spot.section for section in page.sections)
        return Standing.HERE if is_here else Standing.GONE

    def _is_picture(self, spot: Spot) -> bool:
        try:
            address = parse_address(spot.page)
        except AddressError:
            return False
        return isinstance(address, PictureAddress) and self._reading.has_figure(address.picture)


def _text_of(page: "Page", section: str | None) -> str:
    found = next((one for one in page.sections if one.id == section), None)
    return page.summary if found is None else found.text


def _plain(text: str) -> str:
    """The text of a section in one line, without signs between the cells of its tables."""
    return " ".join(text.replace(" | ", " ").split())


def _beginning(text: str) -> str:
    """Whole sentences from the beginning of `text`."""
    lines = [line for line in text.splitlines() if not (line.startswith("[") and line.endswith("]"))]
    text = _plain("\n".join(lines))  # without what pictures show
    if len(text) <= _MOST:
        return text
    end = max(text.rfind(mark, 0, _MOST) for mark in _ENDS)
    return text[: end + 1] if end > 0 else text[: text.rfind(" ", 0, _MOST)] + "…"


def _end_of(text: str) -> str:
    """The end of `text`, from where its last sentence begins."""
    near = text[-_AROUND:]
    begins = max(near.rfind(mark) for mark in _ENDS)
    if begins >= 0:
        return near[begins + 2 :]
    return near if len(text) <= _AROUND else "…" + near[near.find(" ") + 1 :]


def _until_end(text: str) -> str:
    """The beginning of `text`, up to where its first sentence ends."""
    near = text[:_AROUND]
    ends = [place for place in (near.find(mark) for mark in _ENDS) if place >= 0]
    if ends:
        return near[: min(ends) + 1]
    return near if len(text) <= _AROUND else near[: near.rfind(" ") + 1] + "…"
