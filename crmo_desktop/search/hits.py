"""Makes hits of ranked passages: titles, excerpt, marks, reason."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.search import SearchHit
from crmo_desktop.search.concepts import Concept
from crmo_desktop.search.excerpt import Flat, bounded, excerpt
from crmo_desktop.search.rank import Ranked
from crmo_desktop.search.reasons import Tracer, why

_BLANK: Final = re.compile(r"\s")
_MOST_REMEMBERED: Final = 1400  # passages; while somebody types, the same ones come again
_LATELY: Final = 16  # concepts


@dataclass(frozen=True, slots=True)
class _Passage:
    """What a hit tells of its passage.

    Attributes:
        keywords: of the topic, with commas between.
        text: without line breaks.
        flat, flat_titles: text and titles as `bounded` makes them.
    """

    topic_title: str
    chapter_title: str
    is_help: bool
    keywords: str
    section_title: str
    text: str
    flat: Flat
    flat_titles: Flat


class HitMaker:
    """Reads one pack; borrows its open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._passages: dict[int, _Passage] = {}
        self._tracer = lru_cache(maxsize=_LATELY)(Tracer)  # that of the key press before, if it is the same

    def make(self, concepts: Sequence[Concept], ranked: Sequence[Ranked]) -> tuple[SearchHit, ...]:
        """A hit for each of the `ranked` passages, which were found for `concepts`."""
        tracers = [self._tracer(concept) for concept in concepts]
        return tuple(self._hit(tracers, entry) for entry in ranked)

    def _hit(self, tracers: Sequence[Tracer], entry: Ranked) -> SearchHit:
        passage, number = self._passage(entry), entry.row.id
        traced = [(tracer, tracer.trace(number, passage.flat, passage.flat_titles)) for tracer in tracers]
        piece = excerpt(passage.text, [trace.spans for _, trace in traced])
        section = entry.row.section
        return SearchHit(
            topic=TopicId(entry.row.topic),
            topic_title=passage.topic_title,
            chapter_title=passage.chapter_title,
            section=SectionId(section) if section is not None else None,
            section_title=passage.section_title,
            excerpt=piece.text,
            marks=piece.marks,
            why=why(traced, passage.topic_title, passage.keywords, entry.asked),
            audience=entry.audience,
            is_help=passage.is_help,
        )

    def _passage(self, entry: Ranked) -> _Passage:
        row = entry.row
        if row.id not in self._passages:
            if len(self._passages) >= _MOST_REMEMBERED:
                self._passages.clear()
            title, keywords, chapter_title, is_help = self._connection.execute(
                "SELECT topic.title, topic.keywords, chapter.title, chapter.is_help"
                " FROM topic JOIN chapter ON chapter.id = topic.chapter WHERE topic.id = ?",
                (row.topic,),
            ).fetchone()
            section_title, text = self._text(entry)
            text = _BLANK.sub(" ", text)
            self._passages[row.id] = _Passage(
                topic_title=title,
                chapter_title=chapter_title,
                is_help=bool(is_help),
                keywords=keywords,
                section_title=section_title,
                text=text,
                flat=bounded(text),
                flat_titles=bounded(f"{title} {section_title}"),
            )
        return self._passages[row.id]

    def _text(self, entry: Ranked) -> tuple[str, str]:
        """Title and text of a section; "" and the summary where there is no section."""
        row = entry.row
        if row.section is None:
            found = self._connection.execute(
                "SELECT '', summary FROM page WHERE topic = ? AND audience = ?", (row.topic, entry.audience)
            )
        else:
            found = self._connection.execute("SELECT title, text FROM section WHERE id = ?", (row.id,))
        title, text = found.fetchone()
        return title, text
