"""Parts of the reference as matters for slides."""

from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, SourceId, TopicAddress, TopicId
from crmo_desktop.domain.page import Page, Section
from crmo_desktop.domain.session import Session
from crmo_desktop.domain.slides import Figure, Matter, MatterKind, Piece, Point, PointMark
from crmo_desktop.domain.source_name import short_name
from crmo_desktop.domain.talk import Talk, TalkPart
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_pieces import cut, parse, sources_of
from crmo_desktop.services.slide_words import all_in, merged

CASES: Final = TopicId("case-studies")  # its sections are told step by step


class SlideMatters:
    """Makes talks of topics and sessions."""

    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading

    def of_topic(self, topic: TopicId, audience: Audience, begin: SectionId | None = None) -> Talk:
        """A topic as a talk, beginning with `begin` if it is told.

        Raises:
            UnknownTopicError: this edition has no such topic.
        """
        page = self._reading.page(topic, audience)
        matters = (self._title(page), *(self._section(page, section) for section in page.sections))
        begins = any(section.id == begin for section in page.sections)
        return Talk(
            title=page.topic.title,
            audience=page.audience,
            matters=matters,
            parts=(TalkPart(title=page.topic.title),),
            begin=_key(topic, begin) if begins else "",
        )

    def of_session(self, session: Session) -> Talk:
        """A session as a talk; what this edition lacks is left out, and told in `Talk.missing`."""
        raise NotImplementedError

    def _title(self, page: Page) -> Matter:
        summary = all_in(parse(page.summary_html))
        pieces = (Point(words=summary.words, mark=PointMark.NONE, sources=summary.sources),)
        return Matter(
            key=_key(page.topic.id),
            kind=MatterKind.TITLE,
            title=page.topic.title,
            audience=page.audience,
            kicker=page.chapter_title,
            pieces=pieces if summary.words else (),
            references=self._references(page, pieces),
            address=str(TopicAddress(page.topic.id)),
            language=page.language,
        )

    def _section(self, page: Page, section: Section) -> Matter:
        is_case = page.topic.id == CASES and "<h3>" in section.html
        pieces, left_off = cut(parse(section.html), is_case=is_case)
        return Matter(
            key=_key(page.topic.id, section.id),
            kind=MatterKind.CASE if is_case else MatterKind.SECTION,
            title=section.title,
            audience=page.audience,
            kicker=page.topic.title,
            pieces=pieces,
            references=self._references(page, pieces),
            notes=left_off,
            address=str(TopicAddress(page.topic.id, section.id)),
            language=page.language,
        )

    def _references(self, page: Page, pieces: tuple[Piece, ...]) -> dict[SourceId, str]:
        """How slides name what pieces, and the pictures among them, cite."""
        there = {source.id: source for source in page.sources}
        pictures = [self._reading.figure(piece.picture) for piece in pieces if isinstance(piece, Figure)]
        cited = merged(sources_of(pieces), *(picture.sources for picture in pictures))
        return {id: short_name(there[id], page.language) for id in cited if id in there}


def _key(topic: TopicId, section: SectionId | None = None) -> str:
    return f"topic/{topic}" + (f"#{section}" if section else "")
