"""Puts passages in order: first what answers the whole query, in its title, for this reader."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.search.plan import Concept, Plan
from crmo_desktop.search.retrieve import Evidence, Found, Names, Retriever, Row

_COVERAGE: Final = 0.7  # how much of what was asked the topic speaks of at all
_PASSAGE: Final = 0.8  # how well its best passage does
_TOPIC: Final = 1.3  # how well its title and keywords do
_TITLE: Final = 1.2  # its title is like the query
_HEADING: Final = 0.45  # the passage's title is like it, or adds to the topic's
_EQUAL: Final = {"whole title": 3.0, "title": 2.0, "chapter": 1.5, "keyword": 0.5}
_LATER_EQUAL: Final = 0.6  # of that, for all but the first topic in the tree whose title it is
_SAID: Final = 0.7  # power of the share of the query that a title says
_BEGUN_TITLE: Final = 3.0  # nearly all of its title has been typed
_SUMMARY: Final = 0.05  # overview before detail

_NAMED: Final = 0.6  # likeness of a title that the query names
_OTHERS: Final = 0.5  # share of the other audience's passages in what a topic speaks of
_LIFTED: Final = 0.75  # how far a topic's score is lifted to the other audience's
_GOOD: Final = 0.8  # of the best score: what is worse comes after the other audience's
_WORTH_SHOWING: Final = 0.5  # of the best coverage
_NOTHING: Final = Evidence(frozenset(), 0.0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in its place.

    Attributes:
        coverage: share of what was asked that its topic speaks of, 0..1, rare words counting more.
    """

    row: Row
    audience: Audience
    coverage: float


@dataclass(slots=True)
class _Article:
    """A topic as one audience reads it.

    Attributes:
        passages: with the score of each, best first.
        says_something: one of them speaks of what was asked, not only the topic's title or keywords.
        is_named: the query names the topic.
    """

    topic: str
    audience: Audience
    place: int
    passages: list[tuple[float, Row]] = field(default_factory=list)
    coverage: float = 0.0
    score: float = 0.0
    says_something: bool = True
    is_named: bool = False


class Ranker:
    """Finds and orders the passages of one pack."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._retriever = Retriever(connection)

    def rank(self, plan: Plan, audience: Audience) -> list[Ranked]:
        """The passages that answer `plan`, best first.

        First the reader's own, then those for the other audience, then what answers far worse than the best;
        of each the best passage of every topic, then the rest.
        """
        equal = self._equal_topics(plan)
        found = self._retriever.find(plan, equal.keys())
        articles = self._articles(plan, found, equal)
        best = max((article.score for article in articles), default=0.0)
        covered = max((article.coverage for article in articles), default=0.0)
        articles = [
            article
            for article in articles
            if article.coverage >= _WORTH_SHOWING * covered or article.is_named or article.topic in equal
        ]
        good = [article for article in articles if article.score >= _GOOD * best]
        poor = [article for article in articles if article.score < _GOOD * best]
        return _arrange(((good, audience), (good, audience.other), (poor, audience), (poor, audience.other)))

    def _equal_topics(self, plan: Plan) -> dict[str, float]:
        """Topics whose title, keyword or chapter the query is, or whose title it begins, with its worth."""
        worth: dict[str, float] = {}
        taken: set[str] = set()
        for kind, topic in self._keys_of(plan):
            share = _LATER_EQUAL if kind in taken else 1.0
            worth[topic] = max(worth.get(topic, 0.0), share * _EQUAL[kind])
            taken.add(kind)
        typed = plan.beginning
        if " " in typed:
            for title, topic in self._connection.execute(
                "SELECT key, topic FROM search_key WHERE kind = 'whole title' AND key >= ? AND key < ?",
                (typed, typed + "\U0010ffff"),
            ):
                worth[topic] = max(worth.get(topic, 0.0), _BEGUN_TITLE * (len(typed) / len(title)) ** 2)
        return worth

    def _keys_of(self, plan: Plan) -> list[tuple[str, str]]:
        """What the query is equal to: kind and topic, in the order of the tree."""
        marks = ",".join("?" * len(plan.keys))
        return self._connection.execute(
            "SELECT DISTINCT kind, search_key.topic FROM search_key"
            " JOIN search_row ON search_row.topic = search_key.topic AND search_row.audience IS NULL"
            f" WHERE key IN ({marks}) AND kind != 'whole title' ORDER BY place",  # noqa: S608 - question marks only
            plan.keys,
        ).fetchall()

    def _articles(self, plan: Plan, found: Found, equal: dict[str, float]) -> list[_Article]:
        """The topics found, once for each audience that has them, with their scores."""
        tops: dict[str, Evidence] = {}
        passages: defaultdict[tuple[str, Audience], list[tuple[Row, Evidence]]] = defaultdict(list)
        for row, evidence in found.rows:
            if row.audience is None:
                tops[row.topic] = evidence
            else:
                passages[row.topic, row.audience].append((row, evidence))
        for topic in tops:  # a topic that only its keywords name is shown with its summary
            for summary in self._retriever.frame(topic).summaries:
                if summary.audience is not None and (topic, summary.audience) not in passages:
                    passages[topic, summary.audience].append((summary, _NOTHING))
        likeness = _Likeness(plan.concepts, found.weights)
        articles = []
        for (topic, audience), entries in passages.items():
            top = tops.get(topic, _NOTHING)
            title = self._retriever.frame(topic).top
            article = _Article(topic, audience, title.place)
            article.passages = _scored(entries, found, likeness, top, title.names)
            article.says_something = any(evidence.concepts for _, evidence in entries)
            article.is_named = likeness.of(title.names) >= _NAMED
            own = top.concepts.union(*(evidence.concepts for _, evidence in entries))
            others = passages.get((topic, audience.other), ())
            both = own.union(*(evidence.concepts for _, evidence in others))
            article.coverage = (1 - _OTHERS) * found.coverage(own) + _OTHERS * found.coverage(both)
            article.score = (
                article.passages[0][0]
                + _COVERAGE * article.coverage
                + _TOPIC * top.relevance
                + _TITLE * likeness.of(title.names)
                + equal.get(topic, 0.0)
            )
            articles.append(article)
        _share_scores(articles)
        return articles


def _scored(
    entries: Iterable[tuple[Row, Evidence]], found: Found, likeness: "_Likeness", top: Evidence, title: Names
) -> list[tuple[float, Row]]:
    """Passages of one topic with the score of each, best first."""
    scored = []
    for row, evidence in entries:
        score = _PASSAGE * evidence.relevance + _COVERAGE * found.coverage(evidence.concepts | top.concepts)
        if row.section is None:
            score += _SUMMARY
        elif evidence.concepts:
            score += _HEADING * max(likeness.of(row.names), likeness.of(title + row.names))
        scored.append((score, row))
    return sorted(scored, key=lambda entry: (-entry[0], entry[1].id))


def _share_scores(articles: Iterable[_Article]) -> None:
    """Lift a topic for one audience towards what it is for the other: the topic is right for both."""
    best: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        best[article.topic] = max(best[article.topic], article.score)
    for article in articles:
        lifted = _LIFTED if article.says_something else 0.0
        article.score += lifted * (best[article.topic] - article.score)


class _Likeness:
    """How much a title is a query."""

    def __init__(self, concepts: Sequence[Concept], weights: Sequence[float]) -> None:
        self._asked = [(one.names, weight) for one, weight in zip(concepts, weights, strict=True) if weight]
        self._names = frozenset().union(*(names for names, _ in self._asked))
        self._known: dict[Names, float] = {}

    def of(self, title: Names) -> float:
        """1 if each word of the one is in the other, 0 if none is."""
        known = self._known.get(title)
        if known is None:
            known = self._known[title] = self._worked_out(title)
        return known

    def _worked_out(self, title: Names) -> float:
        covered = sum(not self._names.isdisjoint(word) for word in title)
        if not covered:
            return 0.0
        words = frozenset().union(*title)
        said = sum(weight for names, weight in self._asked if not names.isdisjoint(words))
        return float(covered / len(title) * said**_SAID)


def _arrange(groups: Iterable[tuple[Sequence[_Article], Audience]]) -> list[Ranked]:
    """The passages of each group, none twice; in each the best of every topic before the rest."""
    order: list[Ranked] = []
    shown: set[tuple[str, str | None]] = set()
    topics: set[str] = set()
    for articles, audience in groups:
        own = sorted(
            (article for article in articles if article.audience is audience),
            key=lambda article: (-article.score, article.place),
        )
        first: list[Ranked] = []
        rest: list[Ranked] = []
        for article in own:
            for _, row in article.passages:
                if (row.topic, row.section) not in shown:
                    (rest if row.topic in topics else first).append(Ranked(row, audience, article.coverage))
                    shown.add((row.topic, row.section))
                    topics.add(row.topic)
        order += first + rest
    return order
