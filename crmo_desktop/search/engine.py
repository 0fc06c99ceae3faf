"""Answers queries over one pack."""

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.search import SearchAnswer
from crmo_desktop.search.asked import AskedPhrases
from crmo_desktop.search.classifier import TopicClassifier
from crmo_desktop.search.concepts import ConceptMaker
from crmo_desktop.search.hits import HitMaker
from crmo_desktop.search.plan import Plan, Planner, corrected
from crmo_desktop.search.query import Query, parse
from crmo_desktop.search.rank import Ranked, Ranker
from crmo_desktop.search.retrieve import Retriever
from crmo_desktop.search.spelling import Speller
from crmo_desktop.search.synonyms import read_thesaurus
from crmo_desktop.search.vocabulary import Vocabulary

_MOST_SUGGESTIONS: Final = 3
_MOST_COMPLETIONS: Final = 8
_LATELY: Final = 64  # answers that are remembered: letters are taken back, and many queries begin alike


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a search needs."""

    planner: Planner
    ranker: Ranker
    hits: HitMaker


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A way to read a query, and what it finds.

    Attributes:
        corrected: the query as it was changed; None if it was not.
    """

    plan: Plan
    ranked: list[Ranked]
    corrected: str | None = None


class SearchEngine:
    """Searches a pack; borrows its open connection and reads nothing before the first search."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._made: _Parts | None = None
        self._lately = lru_cache(maxsize=_LATELY)(self._answer)

    def search(self, query: str, *, audience: Audience, limit: int = 20) -> SearchAnswer:
        """What answers `query`, best first; any text is a query, and some have no answer.

        Args:
            query: as typed; the last word may be half typed.
            audience: the reader's; passages for the other come below.
            limit: how many hits at most.
        """
        return self._lately(query, audience, limit)

    def _answer(self, query: str, audience: Audience, limit: int) -> SearchAnswer:
        parsed = parse(query)
        if parsed.asks_nothing or limit < 1:
            return SearchAnswer(query=query, hits=())
        plan = self._parts.planner.plan(parsed)
        suggestions = _suggestions(parsed, plan)
        attempt = self._attempt(plan, suggestions, audience, limit)
        return SearchAnswer(
            query=query,
            hits=self._parts.hits.make(attempt.plan.concepts, attempt.ranked[:limit]),
            suggestions=suggestions,
            searched_for=attempt.corrected,
            completions=plan.completions[:_MOST_COMPLETIONS],
        )

    def _attempt(self, plan: Plan, suggestions: tuple[str, ...], audience: Audience, limit: int) -> _Attempt:
        """Search for what was typed; for the first suggestion when that is sure or nothing else is found."""
        parts = self._parts
        typed: _Attempt | None = None
        if not all(slip.is_sure for slip in plan.slips):
            typed = _Attempt(plan, parts.ranker.rank(plan, audience, limit=limit))
        if suggestions and not (typed and typed.ranked):
            other = parts.planner.plan(parse(suggestions[0] + " "))
            ranked = parts.ranker.rank(other, audience, limit=limit)
            if ranked:
                return _Attempt(other, ranked, suggestions[0])
        return typed or _Attempt(plan, parts.ranker.rank(plan, audience, limit=limit))

    @property
    def _parts(self) -> _Parts:
        if self._made is None:
            connection = self._connection
            vocabulary = Vocabulary(connection)
            thesaurus = read_thesaurus(connection)
            concepts = ConceptMaker(connection, vocabulary, thesaurus)
            phrases = AskedPhrases(connection)
            self._made = _Parts(
                Planner(concepts, vocabulary, thesaurus, Speller(connection)),
                Ranker(Retriever(connection, phrases), phrases, TopicClassifier(connection)),
                HitMaker(connection),
            )
        return self._made


def _suggestions(query: Query, plan: Plan) -> tuple[str, ...]:
    """The query with its slips mended, in up to three ways, the likeliest first."""
    ways = range(min(_MOST_SUGGESTIONS, max((len(slip.offers) for slip in plan.slips), default=0)))
    return tuple(dict.fromkeys(corrected(query, plan.slips, way) for way in ways))
