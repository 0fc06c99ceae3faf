"""Of what a search found, only what the reader wants to see."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter
from crmo_desktop.domain.identifiers import ChapterId
from crmo_desktop.domain.search import SearchHit


class Filter(NamedTuple):
    """What the reader wants to see.

    Attributes:
        chapter: one chapter only; None for all.
        own_words_only: nothing that is written for the other audience.
    """

    chapter: ChapterId | None = None
    own_words_only: bool = False


EVERYTHING = Filter()


class ChapterCount(NamedTuple):
    """How many hits a chapter has."""

    id: ChapterId
    title: str
    hits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What a filter leaves of some hits, and what it would leave if it were another one.

    Attributes:
        hits: those that pass, best first.
        chapters: chapters with hits in reading order; the one chosen also without any.
        in_chapters: how many hits there are in all chapters together.
        in_both: how many hits of the chapter chosen are written for anybody.
        in_own: how many of these are in the reader's own words.
    """

    hits: tuple[SearchHit, ...]
    chapters: tuple[ChapterCount, ...]
    in_chapters: int
    in_both: int
    in_own: int


def narrow(
    hits: Iterable[SearchHit], chosen: Filter, audience: Audience, chapters: Iterable[Chapter]
) -> Narrowed:
    """What `chosen` leaves of `hits`; pages of the guide are in everybody's words."""
    order = tuple(chapters)
    chapter_of = {topic.id: chapter.id for chapter in order for topic in chapter.topics}
    rows = [(hit, chapter_of.get(hit.topic), hit.is_help or hit.audience is audience) for hit in hits]
    in_words = [row for row in rows if row[2] or not chosen.own_words_only]
    in_chapter = [row for row in rows if chosen.chapter in {None, row[1]}]
    counts = Counter(chapter for _, chapter, _ in in_words)
    return Narrowed(
        hits=tuple(hit for hit, chapter, _ in in_words if chosen.chapter in {None, chapter}),
        chapters=tuple(
            ChapterCount(chapter.id, chapter.title, counts[chapter.id])
            for chapter in order
            if counts[chapter.id] or chapter.id == chosen.chapter
        ),
        in_chapters=len(in_words),
        in_both=len(in_chapter),
        in_own=sum(is_own for _, _, is_own in in_chapter),
    )
