"""Answers queries over one pack."""

import sqlite3
from dataclasses import dataclass

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.search import SearchAnswer, SearchHit
from crmo_desktop.search.excerpt import bounded, excerpt
from crmo_desktop.search.plan import Plan, Planner, corrected
from crmo_desktop.search.query import parse
from crmo_desktop.search.rank import Ranked, Ranker
from crmo_desktop.search.reasons import Tracer, why
from crmo_desktop.search.spelling import Speller
from crmo_desktop.search.synonyms import Thesaurus, read_groups
from crmo_desktop.search.vocabulary import Vocabulary

_MOST_SUGGESTIONS = 3
_MOST_COMPLETIONS = 8
_MOST_PASSAGES_OF_A_TOPIC = 3


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a search needs, read from the pack before the first one."""

    planner: Planner
    ranker: Ranker


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a hit tells of its topic."""

    title: str
    keywords: tuple[str, ...]
    chapter_title: str
    is_help: bool


class SearchEngine:
    """Searches a pack; borrows its open connection and reads nothing before the first search."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._made: _Parts | None = None
        self._topics: dict[str, _Topic] = {}

    def search(self, query: str, *, audience: Audience, limit: int = 20) -> SearchAnswer:
        """What answers `query`, best first; any text is a query, and some have no answer.

        Args:
            query: as typed; the last word may be half typed.
            audience: the reader's; passages for the other come below.
            limit: how many hits at most.
        """
        parsed = parse(query)
        if parsed.asks_nothing or limit < 1:
            return SearchAnswer(query=query, hits=())
        plan = self._parts.planner.plan(parsed)
        ranked = self._parts.ranker.rank(plan, audience)
        suggestions = [
            corrected(parsed, plan.slips, choice)
            for choice in range(max((len(slip.offers) for slip in plan.slips), default=0))
        ]
        searched_for = None
        if suggestions and (not ranked or all(slip.is_sure for slip in plan.slips)):
            other_plan = self._parts.planner.plan(parse(suggestions[0] + " "))
            others = self._parts.ranker.rank(other_plan, audience)
            if others:
                plan, ranked, searched_for = other_plan, others, suggestions[0]
        return SearchAnswer(
            query=query,
            hits=self._hits(plan, ranked, limit),
            suggestions=tuple(dict.fromkeys(suggestions))[:_MOST_SUGGESTIONS],
            searched_for=searched_for,
            completions=plan.completions[:_MOST_COMPLETIONS],
        )

    @property
    def _parts(self) -> _Parts:
        if self._made is None:
            vocabulary = Vocabulary(self._connection)
            thesaurus = Thesaurus(read_groups(self._connection), vocabulary.stems)
            planner = Planner(self._connection, vocabulary, thesaurus, Speller(self._connection))
            self._made = _Parts(planner, Ranker(self._connection))
        return self._made

    def _topic(self, topic: str) -> _Topic:
        if topic not in self._topics:
            title, keywords, chapter_title, is_help = self._connection.execute(
                "SELECT topic.title, topic.keywords, chapter.title, chapter.is_help"
                " FROM topic JOIN chapter ON chapter.id = topic.chapter WHERE topic.id = ?",
                (topic,),
            ).fetchone()
            words = tuple(keyword.strip() for keyword in keywords.split(","))
            self._topics[topic] = _Topic(title, words, chapter_title, bool(is_help))
        return self._topics[topic]

    def _hits(self, plan: Plan, ranked: list[Ranked], limit: int) -> tuple[SearchHit, ...]:
        chosen: list[Ranked] = []
        passages: dict[str, int] = {}
        for entry in ranked:
            count = passages[entry.row.topic] = passages.get(entry.row.topic, 0) + 1
            if count <= _MOST_PASSAGES_OF_A_TOPIC and len(chosen) < limit:
                chosen.append(entry)
        tracers = [Tracer(concept) for concept in plan.concepts]
        return tuple(self._hit(tracers, entry) for entry in chosen)

    def _hit(self, tracers: list[Tracer], entry: Ranked) -> SearchHit:
        row = entry.row
        topic = self._topic(row.topic)
        section_title, text = self._connection.execute(
            "SELECT '', summary FROM page WHERE topic = ? AND audience = ?"
            if row.section is None
            else "SELECT title, text FROM section WHERE topic = ? AND audience = ? AND name = ?",
            (row.topic, entry.audience) if row.section is None else (row.topic, entry.audience, row.section),
        ).fetchone()
        flat, headings = bounded(text), bounded(f"{topic.title} {section_title}")
        traced = [(tracer, tracer.trace(flat, headings)) for tracer in tracers]
        piece = excerpt(text, [trace.spans for _, trace in traced])
        return SearchHit(
            topic=TopicId(row.topic),
            topic_title=topic.title,
            chapter_title=topic.chapter_title,
            section=SectionId(row.section) if row.section is not None else None,
            section_title=section_title,
            excerpt=piece.text,
            marks=piece.marks,
            why=why(traced, topic.title, topic.keywords),
            audience=entry.audience,
            is_help=topic.is_help,
        )
