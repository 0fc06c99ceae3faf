"""The agendas of the workshop guide, to begin a session with."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import AddressError, UnknownTopicError
from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId, parse_address
from crmo_desktop.domain.page import Section
from crmo_desktop.domain.session import Part, PartKind
from crmo_desktop.domain.slides import plain
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.sentences import split
from crmo_desktop.services.slide_matter import CASES
from crmo_desktop.services.slide_pieces import parse
from crmo_desktop.services.slide_words import all_in

GUIDE: Final = TopicId("workshop-guide")
_BREAK: Final = re.compile(r"\b(?:break|pause|pausa)\b", re.IGNORECASE)  # how translations may call it


class Agenda(NamedTuple):
    """A plan for teaching.

    Attributes:
        section: of the workshop guide ("families-session-20").
        title: “20 minutes: a school class or a waiting room”.
        whom: a sentence that says for whom it is; "" for none.
        minutes: of all its parts together.
    """

    section: SectionId
    title: str
    audience: Audience
    whom: str
    minutes: float
    parts: tuple[Part, ...]


def agendas(reading: ReadingService) -> tuple[Agenda, ...]:
    """Every agenda of the edition, those for families first; none where it has no workshop guide."""
    found = []
    for audience in Audience:
        try:
            page = reading.page(GUIDE, audience)
        except UnknownTopicError:
            return ()
        found += [_agenda(reading, audience, section) for section in page.sections]
    return tuple(agenda for agenda in found if agenda is not None)


def _agenda(reading: ReadingService, audience: Audience, section: Section) -> Agenda | None:
    """What a section plans; None if it has no table of minutes with pages to open."""
    root = parse(section.html)
    rows = [row for row in root.iterfind("table/tbody/tr") if _minutes(row) and _links(row)]
    planned = [row for row in rows if not _is_total(row, rows)]
    if not planned:
        return None
    parts = [part for row in rows for part in _parts(reading, audience, row, is_end=row not in planned)]
    whom = root.find("p")
    return Agenda(
        section=section.id,
        title=section.title,
        audience=audience,
        whom="" if whom is None else plain(all_in(whom).words),
        minutes=sum(_minutes(row) for row in planned),
        parts=tuple(parts),
    )


def _parts(reading: ReadingService, audience: Audience, row: Element, *, is_end: bool) -> Iterator[Part]:
    """What a row plans: its pages share the minutes; a break has none."""
    words = plain(all_in(row[1]).words)
    if _BREAK.search(words):
        shown = plain(all_in(row[2]).words)
        yield Part(kind=PartKind.OWN, title=words, words=(shown,), minutes=_minutes(row))
        return
    called = [(link, title) for link in _links(row) if (title := _called(reading, audience, link))]
    for link, title in called:
        yield Part(
            kind=_kind(link),
            target=f"{link.topic}#{link.section}" if link.section else str(link.topic),
            title=title,
            minutes=None if is_end else _minutes(row) / len(called),
            note=f"{' '.join(split(words)[1:]).rstrip(':')}." if is_end else words,
        )


def _is_total(row: Element, rows: list[Element]) -> bool:
    """Whether its minutes are those of all rows above it: it says what stays on the screen at the end."""
    above = rows[: rows.index(row)]
    return len(above) > 1 and _minutes(row) == sum(_minutes(one) for one in above)


def _minutes(row: Element) -> float:
    """What the first cell says; 0 if it is no number."""
    told = "".join(row[0].itertext()).strip() if len(row) > 2 else ""
    return float(told) if told.isdigit() else 0


def _links(row: Element) -> tuple[TopicAddress, ...]:
    """The pages that the third cell leads to."""
    found = []
    for link in row[2].iter("a"):
        try:
            address = parse_address(link.get("href", ""))
        except AddressError:
            continue  # a citation or a word of the glossary
        if isinstance(address, TopicAddress):
            found.append(address)
    return tuple(found)


def _kind(link: TopicAddress) -> PartKind:
    if link.section is None:
        return PartKind.TOPIC
    return PartKind.CASE if link.topic == CASES else PartKind.SECTION


def _called(reading: ReadingService, audience: Audience, link: TopicAddress) -> str | None:
    """“Topic: section”; None if the edition has no such place for `audience`."""
    page = reading.page(link.topic, audience)
    if link.section is None:
        return page.topic.title
    title = next((section.title for section in page.sections if section.id == link.section), None)
    return None if title is None else f"{page.topic.title}: {title}"
