"""What can be put on paper: a topic, a chapter, the whole reference, the questions; and what is not there."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter, TopicEntry
from crmo_desktop.domain.errors import UnknownTopicError
from crmo_desktop.domain.handout import part_key
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Content, Extract, OwnList, OwnWords, Passage, Publication
from crmo_desktop.services.reading import ReadingService

QUESTIONS: Final = TopicId("questions-to-ask")  # lists to tick, as its own markup says
RULED: Final = 7  # lines for own questions
_LONGEST_NAME: Final = 60  # characters of a title in the name of a file
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def topic_publication(
    reading: ReadingService, topic: TopicId, audiences: tuple[Audience, ...]
) -> Publication:
    """One topic; its title is the topic's.

    Raises:
        UnknownTopicError: this edition has no such topic.
    """
    entry = reading.entry(topic)
    return Publication(title=entry.title, contents=tuple(_extracts(entry, audiences)))


def chapter_publication(chapter: Chapter, audiences: tuple[Audience, ...]) -> Publication:
    """The topics of a chapter, with a list of contents and an index."""
    return Publication(
        title=chapter.title,
        contents=_chapter_extracts(chapter, audiences, heading=""),
        has_title_page=True,
        has_list_of_contents=True,
        has_index=True,
    )


def whole_publication(reading: ReadingService, audiences: tuple[Audience, ...]) -> Publication:
    """The whole reference, without the program's guide."""
    contents: list[Content] = []
    for chapter in reading.chapters():
        if any(entry.is_help for entry in chapter.topics):
            continue
        contents += _chapter_extracts(chapter, audiences, heading=chapter.title)
    return Publication(
        title=reading.edition.title,
        contents=tuple(contents),
        has_title_page=True,
        has_list_of_contents=True,
        has_index=True,
    )


def passage_publication(
    reading: ReadingService, topic: TopicId, audience: Audience, html: str
) -> Publication:
    """Words selected on a topic's page.

    Raises:
        UnknownTopicError: this edition has no such topic.
    """
    passage = Passage(topic=topic, audience=audience, html=html)
    return Publication(title=reading.entry(topic).title, contents=(passage,))


def with_own_questions(publication: Publication, words: OwnWords) -> Publication:
    """`publication` with own questions, and room for more, after what is in it."""
    return replace(publication, contents=(*publication.contents, words))


def _chapter_extracts(
    chapter: Chapter, audiences: tuple[Audience, ...], *, heading: str
) -> tuple[Extract, ...]:
    extracts = [extract for entry in chapter.topics for extract in _extracts(entry, audiences)]
    return tuple(
        replace(extract, chapter="" if number else heading) for number, extract in enumerate(extracts)
    )


def _extracts(entry: TopicEntry, audiences: tuple[Audience, ...]) -> list[Extract]:
    """The topic for each audience, or, where it has text for none of them, for the other one."""
    served = [audience for audience in audiences if audience in entry.audiences] or [
        audience for audience in Audience if audience in entry.audiences
    ]
    return [Extract(topic=entry.id, audience=audience) for audience in served]


def joined(publication: Publication) -> Publication:
    """Neighbours from one topic become one extract, so that its title is printed once."""
    contents: list[Content] = []
    for content in publication.contents:
        before = contents[-1] if contents else None
        if (
            isinstance(content, Extract)
            and isinstance(before, Extract)
            and _belong_together(before, content)
            and before.sections is not None
            and content.sections is not None
        ):
            contents[-1] = replace(before, sections=before.sections + content.sections)
        else:
            contents.append(content)
    return replace(publication, contents=tuple(contents))


def _belong_together(one: Extract, other: Extract) -> bool:
    return (one.topic, one.audience, one.is_checklist, "") == (
        other.topic,
        other.audience,
        other.is_checklist,
        other.chapter,
    )


def without_missing(reading: ReadingService, publication: Publication) -> tuple[Publication, tuple[str, ...]]:
    """What of `publication` this edition has, and the keys (`part_key`) of what it has no longer."""
    contents: list[Content] = []
    missing: list[str] = []
    for content in publication.contents:
        if isinstance(content, OwnWords | OwnList):
            contents.append(content)
        elif isinstance(content, Passage):
            if reading.has(content.topic):
                contents.append(content)
            else:
                missing.append(part_key(content.topic))
        else:
            gone = missing_of(reading, content)
            missing += gone
            if not gone:
                contents.append(content)
            elif content.sections is not None:
                there = tuple(id for id in content.sections if part_key(content.topic, id) not in gone)
                contents += [replace(content, sections=there)] if there else []
    return replace(publication, contents=tuple(contents)), tuple(dict.fromkeys(missing))


def missing_of(reading: ReadingService, extract: Extract) -> tuple[str, ...]:
    """The keys of the parts of `extract` that this edition does not have; of a gone topic its own."""
    try:
        page = reading.page(extract.topic, extract.audience)
    except UnknownTopicError:
        if extract.sections is None:
            return (part_key(extract.topic),)
        return tuple(part_key(extract.topic, id) for id in extract.sections)
    there = {section.id for section in page.sections}
    return tuple(part_key(extract.topic, id) for id in extract.sections or () if id not in there)


def part_names(reading: ReadingService, contents: Iterable[Content]) -> dict[str, str]:
    """What topics and sections of `contents` are called in this edition, by `part_key`."""
    names: dict[str, str] = {}
    for content in contents:
        if isinstance(content, OwnWords | OwnList) or not reading.has(content.topic):
            continue
        page = reading.page(content.topic, content.audience)
        names[part_key(content.topic)] = page.topic.title
        for id in content.sections or () if isinstance(content, Extract) else ():
            names |= {part_key(content.topic, id): s.title for s in page.sections if s.id == id}
    return names


def file_name(title: str, edition_date: str, ending: str) -> str:
    """What a file with a publication of this title may be called anywhere: “Title (2026-11-26).pdf”."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", title).split())
    words = words[:_LONGEST_NAME].strip(" .") or "crmo"
    return f"{words} ({edition_date}){ending}"
