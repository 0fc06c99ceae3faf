"""Parts of the reference as matters for slides."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownPictureError, UnknownTopicError
from crmo_desktop.domain.identifiers import (
    ChapterId,
    PictureAddress,
    PictureId,
    SectionId,
    SourceId,
    TopicAddress,
    TopicId,
)
from crmo_desktop.domain.page import Page, Section
from crmo_desktop.domain.picture import Picture
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.domain.slides import Figure, Matter, MatterKind, Piece, Point, PointMark, Strand
from crmo_desktop.domain.source_name import short_name
from crmo_desktop.domain.talk import Talk, TalkPart
from crmo_desktop.services.pictures import place_of
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_pieces import cut, parse, sources_of
from crmo_desktop.services.slide_words import all_in, merged
from crmo_desktop.services.trainer_notes import Notes, NoteWords, TrainerNotes

CASES: Final = TopicId("case-studies")  # its sections are told step by step
_ENGLISH: Final = NoteWords()


class SlideMatters:
    """Makes talks of topics and sessions."""

    def __init__(self, reading: ReadingService, words: NoteWords = _ENGLISH) -> None:
        """Read from `reading`; `words` lead the notes for the trainer."""
        self._reading = reading
        self._notes = TrainerNotes(reading, words)

    def of_topic(self, topic: TopicId, audience: Audience, begin: SectionId | None = None) -> Talk:
        """A topic as a talk, beginning with `begin` if it is told.

        Raises:
            UnknownTopicError: this edition has no such topic.
        """
        page = self._reading.page(topic, audience)
        begins = any(section.id == begin for section in page.sections)
        return Talk(
            title=page.topic.title,
            audience=page.audience,
            matters=self._topic(page),
            parts=(TalkPart(title=page.topic.title),),
            begin=_key(topic, begin) if begins else "",
        )

    def of_session(self, session: Session) -> Talk:
        """A session as a talk; what this edition lacks is left out, and told in `Talk.missing`.

        It begins with its name, as a title, if there is anything to show behind it. What comes a second time
        has "@2" behind its key.
        """
        matters: list[Matter] = []
        parts: list[TalkPart] = []
        missing: list[str] = []
        told: set[ChapterId] = set()
        for number, part in enumerate(session.parts):
            found = self._part(session, part, number, told)
            if not found:
                missing.append(part.title or part.target)
                continue
            matters += [replace(matter, part=len(parts)) for matter in found]
            parts.append(TalkPart(title=_part_called(found[0]), minutes=part.minutes, note=part.note))
        return Talk(
            title=session.name,
            audience=session.audience,
            matters=_told_apart([self._name(session), *matters] if matters else []),
            parts=tuple(parts),
            session=session,
            missing=tuple(missing),
        )

    # --- a topic

    def _topic(self, page: Page) -> tuple[Matter, ...]:
        return (self._title(page), *(self._section(page, section) for section in page.sections))

    def _title(self, page: Page) -> Matter:
        summary = all_in(parse(page.summary_html))
        point = Point(words=summary.words, mark=PointMark.NONE, sources=summary.sources)
        pieces = (point,) if summary.words else ()
        return Matter(
            key=_key(page.topic.id),
            kind=MatterKind.TITLE,
            title=page.topic.title,
            audience=page.audience,
            kicker=page.chapter_title,
            pieces=pieces,
            references=self._references(sources_of(pieces), page.language),
            notes=self._notes.of_chapter(page.topic.chapter, page.audience),
            address=str(TopicAddress(page.topic.id)),
            language=page.language,
        )

    def _section(self, page: Page, section: Section, *, begins_chapter: bool = False) -> Matter:
        """A section; one that `begins_chapter` tells what is often misunderstood in that, too."""
        notes = self._notes.of_section(page, section)
        chapter = self._notes.of_chapter(page.topic.chapter, page.audience) if begins_chapter else ()
        is_case = page.topic.id == CASES and "<h3>" in section.html
        pieces, left_off = cut(parse(section.html), is_case=is_case)
        return Matter(
            key=_key(page.topic.id, section.id),
            kind=MatterKind.CASE if is_case else MatterKind.SECTION,
            title=section.title,
            audience=page.audience,
            kicker=page.topic.title,
            pieces=pieces,
            references=self._references(self._cited(pieces), page.language),
            notes=(*notes.taught, *chapter, *notes.cautions, *left_off, *notes.rests_on),
            address=str(TopicAddress(page.topic.id, section.id)),
            language=page.language,
        )

    def _cited(self, pieces: tuple[Piece, ...]) -> tuple[SourceId, ...]:
        """What pieces cite, and the pictures among them."""
        pictures = [self._reading.figure(piece.picture) for piece in pieces if isinstance(piece, Figure)]
        return merged(sources_of(pieces), *(picture.sources for picture in pictures))

    def _references(self, sources: Iterable[SourceId], language: str) -> dict[SourceId, str]:
        """How slides name sources."""
        return {id: short_name(self._reading.source(id), language) for id in sources}

    # --- a session

    def _name(self, session: Session) -> Matter:
        edition = self._reading.edition
        return Matter(
            key=f"session/{session.uid}",
            kind=MatterKind.TITLE,
            title=session.name,
            audience=session.audience,
            kicker=edition.title,
            language=edition.language,
        )

    def _part(self, session: Session, part: Part, number: int, told: set[ChapterId]) -> tuple[Matter, ...]:
        """What a part shows; nothing where this edition lacks it. `told` are chapters that came before."""
        match part.kind:
            case PartKind.OWN:
                return (self._own(session.audience, part, number),)
            case PartKind.PICTURE:
                return self._picture(session.audience, PictureId(part.target))
            case PartKind.QUESTION:
                return self._question(part.target)
            case _:  # a topic, a section or a case
                return self._place(session.audience, part.target, told)

    def _place(self, audience: Audience, target: str, told: set[ChapterId]) -> tuple[Matter, ...]:
        """A topic, or a section of one."""
        topic, _, name = target.partition("#")
        try:
            page = self._reading.page(TopicId(topic), audience)
        except UnknownTopicError:
            return ()
        sections = [section for section in page.sections if section.id == name]
        if name and not sections:
            return ()
        is_first = page.topic.chapter not in told
        told.add(page.topic.chapter)
        if not name:
            return self._topic(page)
        return tuple(self._section(page, section, begins_chapter=is_first) for section in sections)

    def _own(self, audience: Audience, part: Part, number: int) -> Matter:
        mark = PointMark.BULLET if len(part.words) > 1 else PointMark.NONE
        return Matter(
            key=f"own/{number}",
            kind=MatterKind.OWN,
            title=part.title,
            audience=audience,
            pieces=tuple(Point(words=(Strand(line),), mark=mark) for line in part.words if line.strip()),
            language=self._reading.edition.language,
        )

    def _picture(self, audience: Audience, id: PictureId) -> tuple[Matter, ...]:
        try:
            picture = self._reading.figure(id, audience)
        except UnknownPictureError:
            return ()
        edition = self._reading.edition
        facts = self._notes.of_facts(picture.facts, edition.language)
        matter = Matter(
            key=f"picture/{id}",
            kind=MatterKind.PICTURE,
            title=picture.title,
            audience=audience,
            kicker=place_of(self._reading, picture).topic,
            pieces=(Figure(picture=id),),
            references=self._references(picture.sources, edition.language),
            notes=_all(facts._replace(taught=self._taught_with(picture, audience))),
            address=str(PictureAddress(id)),
            language=edition.language,
        )
        return (matter,)

    def _taught_with(self, picture: Picture, audience: Audience) -> tuple[str, ...]:
        """How to teach the section that shows a picture; nothing in an edition without its topic."""
        page = self._reading.page(picture.topic, audience) if self._reading.has(picture.topic) else None
        sections = () if page is None else page.sections
        around = [section for section in sections if f'src="figure:{picture.id}"' in section.html]
        return self._notes.of_section(page, around[0]).taught if page and around else ()

    def _question(self, id: str) -> tuple[Matter, ...]:
        question = self._reading.question(id)
        if question is None:
            return ()
        edition = self._reading.edition
        chapters = {chapter.id: chapter.title for chapter in self._reading.chapters()}
        matter = Matter(
            key=f"question/{id}",
            kind=MatterKind.QUESTION,
            title=question.text,
            audience=question.audience,
            kicker=chapters.get(question.chapter, ""),
            references=self._references(question.sources, edition.language),
            notes=_all(self._notes.of_facts(question.facts, edition.language)),
            address=str(question.settled_by),
            language=edition.language,
            question=question,
            settled_by=self._called(question.settled_by, question.audience),
        )
        return (matter,)

    def _called(self, place: TopicAddress, audience: Audience) -> str:
        """“Topic › section”; "" where this edition has no such topic."""
        try:
            page = self._reading.page(place.topic, audience)
        except UnknownTopicError:
            return ""
        titles = [section.title for section in page.sections if section.id == place.section]
        return " › ".join([page.topic.title, *titles])


def _all(notes: Notes) -> tuple[str, ...]:
    return (*notes.taught, *notes.cautions, *notes.rests_on)


def _part_called(matter: Matter) -> str:
    """What a part that begins so is called: a section with its topic, as many are called “In short”."""
    is_of_topic = matter.kind in {MatterKind.SECTION, MatterKind.CASE}
    return f"{matter.kicker}: {matter.title}" if is_of_topic else matter.title


def _told_apart(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Each with a key of its own."""
    count: dict[str, int] = {}
    found = []
    for matter in matters:
        times = count[matter.key] = count.get(matter.key, 0) + 1
        found.append(replace(matter, key=f"{matter.key}@{times}") if times > 1 else matter)
    return tuple(found)


def _key(topic: TopicId, section: SectionId | None = None) -> str:
    return f"topic/{topic}" + (f"#{section}" if section else "")
