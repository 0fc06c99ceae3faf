"""Puts passages in order: first what answers the whole query, in its title, for this reader."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.search.asked import Asked, AskedPhrases
from crmo_desktop.search.classifier import TopicClassifier
from crmo_desktop.search.likeness import Likeness
from crmo_desktop.search.plan import Plan
from crmo_desktop.search.retrieve import NOTHING, Evidence, Found, Retriever, Row

_COVERAGE: Final = 0.5  # how much of what was asked the topic speaks of at all
_PASSAGE: Final = 0.8  # how well its best passage does
_TOPIC: Final = 1.3  # how well its title and keywords do
_TITLE: Final = 1.2  # its title is like the query
_ASKED: Final = 1.25  # people who look for it type such a thing
_MEANT: Final = 2.0  # the words are those of people who look for it
_HEADING: Final = 0.45  # the passage's title is like it, or adds to the topic's
_NEWS: Final = 0.5  # a passage before others of its topic: it says what the topic's title does not
_SUMMARY: Final = 0.05  # overview before detail
_HELP: Final = 0.5  # the reference before the guide to the program
_RETOLD: Final = 0.5  # what tells it before what tells it again: lists, cases, plans for teaching
_EQUAL: Final = {"whole title": 3.0, "title": 2.0, "chapter": 1.5, "keyword": 1.5}
_LATER_EQUAL: Final = 0.6  # of that, for all but the first topic in the tree that is as equal
_BEGUN_TITLE: Final = 3.0  # nearly all of its title has been typed

_OTHERS: Final = 0.5  # share of the other audience's passages in what a topic speaks of
_LIFTED: Final = 0.75  # how far a topic's score is lifted to what it is for the other audience
_TELLS_WHY: Final = 0.6  # likeness of a phrase that is worth showing as the reason
_NAMED: Final = 0.6  # likeness of a title that the query names
_WORTH_SHOWING: Final = 0.3  # of the best coverage
_GOOD: Final = 0.75  # of the best score: what is worse comes after the other audience's
_MOST_PASSAGES: Final = 3  # of a topic in one place of the answer
_MOST_RATED: Final = 26  # topics, for each audience, however few passages are wanted
_FOR_ONE: Final = 5  # passages of each of them, when many are wanted
_OTHER: Final = {audience: audience.other for audience in Audience}
_NOT_ASKED: Final = Asked(0.0, 0, "")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in its place.

    Attributes:
        asked: the phrase like the query that people type who look for its topic; "" if there is none.
    """

    row: Row
    audience: Audience
    asked: str = ""


@dataclass(slots=True, kw_only=True)
class _Article:
    """A topic as one audience reads it.

    Attributes:
        title: the row that stands for the topic.
        top: what speaks for that row.
        entries: passages with what speaks for each.
        coverage: share of what was asked that the topic speaks of, 0..1.
        asked: how much the query is like what people type who look for the topic, 0..1.
        phrase: what they type, if it is like enough to be told as the reason; else "".
        meant: how much its words are theirs, about 0..1.
        title_likeness: how much its title is the query, 0..1.
        passages: best first; once it is rated.
        says_something: a passage speaks of what was asked, not only the topic's title or keywords.
    """

    title: Row
    audience: Audience
    top: Evidence
    entries: list[tuple[Row, Evidence]]
    says_something: bool
    coverage: float
    title_likeness: float
    asked: float
    phrase: str
    meant: float
    passages: list[Row] = field(default_factory=list)
    score: float = 0.0

    def rate(self, found: Found, likeness: Likeness, equality: float) -> None:
        """Work out the score and the order of the passages.

        Args:
            found: everything found.
            likeness: to the query.
            equality: worth of being what the query is equal to.
        """
        titled = likeness.concepts_of(self.title.any_name)
        best, order = 0.0, []
        for row, evidence in self.entries:
            score = _PASSAGE * evidence.relevance
            score += _COVERAGE * found.coverage(evidence.concepts | self.top.concepts)
            if row.section is None:
                score += _SUMMARY
            elif likeness.touches(row.any_name):
                score += _HEADING * max(likeness.of(row.names), likeness.of(self.title.names + row.names))
            best = max(best, score)
            order.append((-score - _NEWS * found.coverage(evidence.concepts & ~titled), row.id, row))
        order.sort(key=itemgetter(0, 1))
        self.passages = [row for _, _, row in order]
        self.score = (
            best
            + _COVERAGE * self.coverage
            + _TOPIC * self.top.relevance
            + _TITLE * self.title_likeness
            + _ASKED * self.asked
            + _MEANT * self.meant
            + equality
            - (_HELP if self.title.is_help else 0.0)
            - (_RETOLD if self.title.retells else 0.0)
        )


class Ranker:
    """Finds and orders the passages of one pack."""

    def __init__(self, retriever: Retriever, phrases: AskedPhrases, classifier: TopicClassifier) -> None:
        self._retriever = retriever
        self._phrases = phrases
        self._classifier = classifier

    def rank(self, plan: Plan, audience: Audience, *, limit: int = 20) -> list[Ranked]:
        """The passages that answer `plan`, best first.

        First the reader's own, then those for the other audience, then what answers far worse than the best;
        of each the best passage of every topic, then the rest.

        Args:
            plan: what is looked for.
            audience: the reader's.
            limit: how many passages are wanted; for more of them more rows and topics are looked at.
        """
        equal = self._equal_topics(plan)
        found = self._retriever.find(plan, equal.keys(), most=limit)
        likeness = Likeness([concept.names for concept in plan.concepts], found.weights)
        asked = self._phrases.like(plan.concepts, found.weights, likeness)
        if plan.excluded or any(concept.is_required for concept in plan.concepts):
            there = {
                row.topic for row, _ in found.rows
            }  # what must or must not be there is a passage's matter
            asked = {topic: phrase for topic, phrase in asked.items() if topic in there}
        meant = self._classifier.rate(plan.concepts, plan.fillers, plan.numbers)
        articles = self._articles(found, asked, meant, likeness)
        covered = max((article.coverage for article in articles), default=0.0)
        articles = [
            article
            for article in articles
            if article.coverage >= _WORTH_SHOWING * covered
            or max(article.title_likeness, article.asked) >= _NAMED
            or article.title.topic in equal
        ]
        articles = _most_promising(articles, equal, max(_MOST_RATED, limit // _FOR_ONE))
        for article in articles:
            article.rate(found, likeness, equal.get(article.title.topic, 0.0))
        _share_scores(articles)
        best = max((article.score for article in articles), default=0.0)
        good = [article for article in articles if article.score >= _GOOD * best]
        poor = [article for article in articles if article.score < _GOOD * best]
        return _arrange(((good, audience), (good, audience.other), (poor, audience), (poor, audience.other)))

    def _equal_topics(self, plan: Plan) -> dict[str, float]:
        """Topics whose title, keyword or chapter the query is, or whose title it begins, with its worth."""
        worth: defaultdict[str, float] = defaultdict(float)
        taken: set[str] = set()
        for kind, topic in self._retriever.equal(plan.keys):
            share = _LATER_EQUAL if kind in taken else 1.0
            worth[topic] = max(worth[topic], share * _EQUAL[kind])
            taken.add(kind)
        for title, topic in self._retriever.begun(plan.beginning):
            worth[topic] = max(worth[topic], _BEGUN_TITLE * (len(plan.beginning) / len(title)) ** 2)
        return worth

    def _articles(
        self, found: Found, asked: dict[str, Asked], meant: Mapping[str, float], likeness: Likeness
    ) -> list[_Article]:
        """The topics found, once for each audience that has them, not rated yet."""
        tops: dict[str, Evidence] = {}
        passages: defaultdict[tuple[str, Audience], list[tuple[Row, Evidence]]] = defaultdict(list)
        spoken: defaultdict[tuple[str, Audience], int] = defaultdict(int)
        for entry in found.rows:
            row, evidence = entry
            key = row.key
            if key is None:
                tops[row.topic] = evidence
            else:
                passages[key].append(entry)
                spoken[key] |= evidence.concepts
        frames = self._retriever.frames({*tops, *asked, *(topic for topic, _ in passages)})
        for topic in {**tops, **asked}:  # a topic that only its keywords name is shown with its summary
            for summary in frames[topic].summaries:
                if summary.key is not None and summary.key not in passages:
                    passages[summary.key].append((summary, NOTHING))
        articles = []
        for (topic, audience), entries in passages.items():
            top, title = tops.get(topic, NOTHING), frames[topic].top
            own = spoken.get((topic, audience), 0)
            both = own | spoken.get((topic, _OTHER[audience]), 0)
            phrase = asked.get(topic, _NOT_ASKED)
            said = phrase.concepts
            coverage = (1 - _OTHERS) * found.coverage(own | top.concepts | said)
            article = _Article(
                title=title,
                audience=audience,
                top=top,
                entries=entries,
                says_something=bool(own),
                coverage=coverage + _OTHERS * found.coverage(both | top.concepts | said),
                title_likeness=likeness.of(title.names),
                asked=phrase.alike,
                phrase=phrase.phrase if phrase.alike >= _TELLS_WHY else "",
                meant=max(0.0, meant.get(topic, 0.0)),
            )
            articles.append(article)
        return articles


def _most_promising(articles: list[_Article], equal: dict[str, float], most: int) -> list[_Article]:
    """As many as are rated; where a query is so vague that more speak of it, a glance decides."""
    if len(articles) <= most:
        return articles

    def glance(article: _Article) -> float:
        return (
            equal.get(article.title.topic, 0.0)
            + _COVERAGE * article.coverage
            + _TOPIC * article.top.relevance
            + _TITLE * article.title_likeness
            + _ASKED * article.asked
            + _MEANT * article.meant
            + _PASSAGE * max((evidence.relevance for _, evidence in article.entries), default=0.0)
        )

    return sorted(articles, key=glance, reverse=True)[:most]


def _share_scores(articles: Iterable[_Article]) -> None:
    """Lift a topic for one audience towards what it is for the other: the topic is right for both."""
    best: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        best[article.title.topic] = max(best[article.title.topic], article.score)
    for article in articles:
        if article.says_something:
            article.score += _LIFTED * (best[article.title.topic] - article.score)


def _arrange(groups: Iterable[tuple[Sequence[_Article], Audience]]) -> list[Ranked]:
    """The passages of each group, none twice; in each the best of every topic before the rest."""
    order: list[Ranked] = []
    shown: set[tuple[str, str | None]] = set()
    topics: set[str] = set()
    for articles, audience in groups:
        own = [article for article in articles if article.audience is audience]
        own.sort(key=lambda article: (-article.score, article.title.place))
        first: list[Ranked] = []
        rest: list[Ranked] = []
        for article in own:
            new = [row for row in article.passages if (row.topic, row.section) not in shown]
            for row in new[:_MOST_PASSAGES]:
                place = rest if row.topic in topics else first
                place.append(Ranked(row, audience, article.phrase))
                topics.add(row.topic)
            shown.update((row.topic, row.section) for row in new)
        order += first + rest
    return order
