"""What the print window offers: what is shown, its chapter, the whole reference, the questions, handouts."""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.handout import Handout
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Publication
from crmo_desktop.gui.dialogs.paper_tools import Shown
from crmo_desktop.services.publishing import (
    QUESTIONS,
    chapter_publication,
    passage_publication,
    topic_publication,
    whole_publication,
)
from crmo_desktop.services.reading import ReadingService

Audiences = tuple[Audience, ...]
Make = Callable[[Audiences], Publication]
WHOLE: Final = "whole"
FOUND: Final = "found"


class Subject(NamedTuple):
    """One thing that can be printed.

    Attributes:
        name: how code calls it.
        words: what the reader is told.
        make: makes the publication for audiences.
        audiences: of those for whom it is written; empty where that cannot be chosen.
        has_contents: it is long, so that a list of contents makes sense.
        is_questions: there can be own questions.
        handout: with a look of its own; None for all but saved handouts.
    """

    name: str
    words: str
    make: Make
    audiences: frozenset[Audience] = frozenset(Audience)
    has_contents: bool = False
    is_questions: bool = False
    handout: Handout | None = None


def subjects(reading: ReadingService, shown: Shown, handouts: tuple[Handout, ...]) -> list[Subject]:
    """What can be printed, what the reader has before them first."""
    offered: list[Subject] = []
    if shown.found is not None:
        offered.append(Subject(FOUND, shown.found.title, partial(_same, shown.found), frozenset()))
    if shown.topic is not None and shown.selected:
        make = partial(_selected, reading, shown)
        offered.append(
            Subject(
                "selected",
                QCoreApplication.translate("PrintSubjects", "The words selected"),
                make,
                frozenset(),
            )
        )
    if shown.topic is not None:
        offered.append(_topic(reading, shown.topic))
        offered += _chapter_of(reading, shown.topic)
    whole = partial(_whole, reading)
    all_ = Subject(
        WHOLE, QCoreApplication.translate("PrintSubjects", "The whole reference"), whole, has_contents=True
    )
    is_something = bool(offered)
    if not is_something:
        offered.append(all_)
    if reading.has(QUESTIONS) and shown.topic != QUESTIONS:
        offered.append(_topic(reading, QUESTIONS))
    if is_something:
        offered.append(all_)
    for handout in handouts:
        words = QCoreApplication.translate("PrintSubjects", "Handout: {name}").format(name=handout.name)
        make = partial(_same, handout.publication)
        offered.append(Subject(handout.uid, words, make, frozenset(), handout=handout))
    return offered


def _topic(reading: ReadingService, topic: TopicId) -> Subject:
    entry = reading.entry(topic)
    make = partial(topic_publication, reading, topic)
    return Subject(topic, entry.title, make, entry.audiences, is_questions=topic == QUESTIONS)


def _chapter_of(reading: ReadingService, topic: TopicId) -> list[Subject]:
    wanted = reading.entry(topic).chapter
    return [
        Subject(
            f"chapter {chapter.id}",
            QCoreApplication.translate("PrintSubjects", "Chapter: {title}").format(title=chapter.title),
            partial(chapter_publication, chapter),
            frozenset().union(*(entry.audiences for entry in chapter.topics)),
            has_contents=True,
        )
        for chapter in reading.chapters()
        if chapter.id == wanted
    ]


def _same(publication: Publication, _audiences: Audiences) -> Publication:
    return publication


def _selected(reading: ReadingService, shown: Shown, _audiences: Audiences) -> Publication:
    assert shown.topic is not None
    return passage_publication(reading, shown.topic, shown.audience, shown.selected)


def _whole(reading: ReadingService, audiences: Audiences) -> Publication:
    return whole_publication(reading, audiences)
