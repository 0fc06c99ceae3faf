"""Puts passages in order: first what answers the whole query, in its title, for this reader."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.search.plan import Concept, Plan

_TITLE: Final = 0.9  # the topic's title says it
_HEADING: Final = 0.5  # the section's title says it, or adds to the topic's
_EQUAL: Final = {"whole title": 2.0, "title": 1.5, "chapter": 1.2, "keyword": 0.6}
_BEGUN_TITLE: Final = 0.5  # a title begins with what has been typed so far
_WHOLE_TOPIC: Final = 0.4  # the topic as a whole speaks of everything asked
_SUMMARY: Final = 0.05  # overview before detail
_NEARLY_ALL: Final = 0.999
_WORTH_SHOWING: Final = 0.6  # of the best coverage, when nothing answers the whole query
_SHORTEST_BEGINNING: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of `search_row`."""

    id: int
    topic: str
    audience: Audience
    section: str | None
    place: int
    title: tuple[frozenset[str], ...]
    heading: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A passage with what speaks for it.

    Attributes:
        coverage: share of what was asked that the passage speaks of, 0..1, rare words counting more.
        score: of the passage; comparable within one query.
    """

    row: Row
    coverage: float
    score: float

    @property
    def is_whole(self) -> bool:
        """Whether it speaks of everything asked."""
        return self.coverage > _NEARLY_ALL


@dataclass(slots=True)
class _Found:
    """What was found for a plan.

    Attributes:
        weights: how telling each concept is: the rarer, the more.
        scores: for each concept how well each passage speaks of it, up to 1.
    """

    weights: list[float] = field(default_factory=list)
    scores: list[dict[int, float]] = field(default_factory=list)


class Ranker:
    """Finds and orders the passages of one pack."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._size: int = connection.execute("SELECT count(*) FROM search_row").fetchone()[0]
        self._rows: dict[int, Row] = {}

    def rank(self, plan: Plan, audience: Audience) -> list[Ranked]:
        """The passages that answer `plan`, best first.

        First what speaks of everything asked, passages for `audience` before those for the other. The best
        passage of each topic comes before the second of any. When hardly anything speaks of everything, what
        speaks of the most follows.
        """
        found = self._find(plan)
        equal = self._equal_topics(plan)
        rows = self._read({row for scores in found.scores for row in scores} - self._unwanted(plan, found))
        ranked = [self._rate(row, plan, found, equal) for row in rows]
        if not ranked:
            return []
        topics = self._rate_topics(ranked, found)
        best = max(entry.coverage for entry in ranked)
        whole = [entry for entry in ranked if entry.is_whole]
        order = _arrange(whole, topics, audience)
        if len({entry.row.topic for entry in whole}) < 3:
            parts = [
                entry for entry in ranked if not entry.is_whole and entry.coverage >= _WORTH_SHOWING * best
            ]
            order += _arrange(parts, topics, audience)
        return order

    def _find(self, plan: Plan) -> _Found:
        found = _Found()
        for concept in plan.concepts:
            scores = self._scores(concept)
            if not scores and not concept.is_required:
                continue
            found.scores.append(scores)
            found.weights.append(math.log(1 + self._size / (1 + len(scores))))
        return found

    def _scores(self, concept: Concept) -> dict[int, float]:
        scores: dict[int, float] = {}
        for alternative in concept.alternatives:
            rows = self._connection.execute(
                "SELECT rowid, rank FROM search_passage WHERE search_passage MATCH ?", (alternative.match,)
            ).fetchall()
            if not rows:
                continue
            best = min(rank for _, rank in rows)
            for row, rank in rows:
                scores[row] = max(scores.get(row, 0.0), alternative.weight * (rank / best if best else 1.0))
        return scores

    def _unwanted(self, plan: Plan, found: _Found) -> set[int]:
        """Passages that lack what was asked for in quotes or contain what is to be left out."""
        unwanted: set[int] = set()
        every = {row for scores in found.scores for row in scores}
        for expression in plan.excluded:
            matches = self._connection.execute(
                "SELECT rowid FROM search_passage WHERE search_passage MATCH ?", (expression,)
            )
            unwanted.update(row for (row,) in matches)
        for concept in plan.concepts:
            if concept.is_required:
                unwanted |= every - self._scores(concept).keys()
        return unwanted

    def _equal_topics(self, plan: Plan) -> dict[str, float]:
        """Topics whose title, keyword or chapter the query is, with what that is worth."""
        worth: dict[str, float] = {}
        for key in (*plan.keys, plan.beginning):
            for kind, topic in self._connection.execute(
                "SELECT kind, topic FROM search_key WHERE key = ?", (key,)
            ):
                if (kind == "whole title") == (key == plan.beginning):
                    worth[topic] = max(worth.get(topic, 0.0), _EQUAL[kind])
        if len(plan.beginning) >= _SHORTEST_BEGINNING:
            for (topic,) in self._connection.execute(
                "SELECT topic FROM search_key WHERE kind = 'whole title' AND key > ? AND key < ?",
                (plan.beginning, plan.beginning + "\U0010ffff"),
            ):
                worth[topic] = max(worth.get(topic, 0.0), _BEGUN_TITLE)
        return worth

    def _rate(self, row: Row, plan: Plan, found: _Found, equal: Mapping[str, float]) -> Ranked:
        total = sum(found.weights) or 1.0
        coverage = relevance = 0.0
        for weight, scores in zip(found.weights, found.scores, strict=True):
            if row.id in scores:
                coverage += weight / total
                relevance += weight / total * scores[row.id]
        asked = [concept for concept in plan.concepts if concept.alternatives]
        title = _likeness(asked, row.title)
        heading = _likeness(asked, row.title + row.heading) if row.heading else title
        score = (
            coverage * coverage * (0.5 + relevance)
            + _TITLE * title
            + _HEADING * max(0.0, heading, _likeness(asked, row.heading))
            + equal.get(row.topic, 0.0)
            + (_SUMMARY if row.section is None else 0.0)
        )
        return Ranked(row=row, coverage=coverage, score=score)

    def _rate_topics(self, ranked: Iterable[Ranked], found: _Found) -> dict[str, float]:
        """How good each topic is: its best passage, and how much of the query it covers as a whole."""
        best: defaultdict[str, float] = defaultdict(float)
        ids: defaultdict[str, list[int]] = defaultdict(list)
        for entry in ranked:
            best[entry.row.topic] = max(best[entry.row.topic], entry.score)
            ids[entry.row.topic].append(entry.row.id)
        total = sum(found.weights) or 1.0
        for topic, own in ids.items():
            covered = sum(
                weight
                for weight, scores in zip(found.weights, found.scores, strict=True)
                if any(row in scores for row in own)
            )
            best[topic] += _WHOLE_TOPIC * covered / total
        return best

    def _read(self, ids: set[int]) -> list[Row]:
        missing = sorted(ids - self._rows.keys())
        for start in range(0, len(missing), 500):
            some = missing[start : start + 500]
            places = ",".join("?" * len(some))
            for number, topic, audience, section, place, title, heading in self._connection.execute(
                "SELECT id, topic, audience, section, place, title, heading FROM search_row"
                f" WHERE id IN ({places})",
                some,
            ):
                self._rows[number] = Row(
                    id=number, topic=topic, audience=Audience(audience), section=section, place=place,
                    title=_names(title), heading=_names(heading),
                )  # fmt: skip
        return [self._rows[row] for row in sorted(ids)]


def _names(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(word.split("|")) for word in text.split())


def _likeness(asked: Iterable[Concept], title: tuple[frozenset[str], ...]) -> float:
    """How much a title is the query: 1 if each word of the one is in the other, 0 if none is."""
    concepts = list(asked)
    if not title or not concepts:
        return 0.0
    names = frozenset().union(*(concept.names for concept in concepts))
    covered = sum(1 for word in title if word & names) / len(title)
    words = frozenset().union(*title)
    said = sum(1 for concept in concepts if concept.names & words) / len(concepts)
    return 2 * covered * said / (covered + said) if covered and said else 0.0


def _arrange(entries: Iterable[Ranked], topics: Mapping[str, float], audience: Audience) -> list[Ranked]:
    """The reader's own passages, then the other's; in each the best of every topic before the rest."""
    order: list[Ranked] = []
    seen: set[tuple[str, str | None]] = set()
    shown_topics: set[str] = set()
    everything = sorted(
        entries, key=lambda entry: (-topics[entry.row.topic], entry.row.place, -entry.score, entry.row.id)
    )
    for one in (audience, audience.other):
        first: list[Ranked] = []
        rest: list[Ranked] = []
        for entry in everything:
            passage = (entry.row.topic, entry.row.section)
            if entry.row.audience is not one or passage in seen:
                continue
            seen.add(passage)
            (rest if entry.row.topic in shown_topics else first).append(entry)
            shown_topics.add(entry.row.topic)
        order += first + rest
    return order
