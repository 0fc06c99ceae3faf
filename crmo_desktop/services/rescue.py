"""What helps where a search found nothing: what is called alike, and the same words asked less strictly."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Generic, NamedTuple, TypeVar

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import GlossaryTerm
from crmo_desktop.library.names import TopicName
from crmo_desktop.search.query import parse
from crmo_desktop.search.spelling import distance
from crmo_desktop.search.words import words as words_of
from crmo_desktop.services.searching import SearchingService

T = TypeVar("T")
_TOPICS: Final = 5
_TERMS: Final = 3
_HITS: Final = 20  # of the words asked less strictly: enough for five topics
_SHORTEST: Final = 3  # letters; shorter words resemble too many
_ALIKE: Final = 0.6  # share of the letters that two words have to have in common
_MOST_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Rescue:
    """What is offered in place of hits.

    Attributes:
        topics: (id, title) of the nearest topics, the nearest first.
        terms: words of the glossary that resemble a word of the query.
        looser: the query without quotation marks and what it leaves out, if that finds something; else "".
    """

    topics: tuple[tuple[TopicId, str], ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    looser: str = ""


class _Named(NamedTuple, Generic[T]):
    """Something with its names, each a list of words."""

    thing: T
    names: tuple[tuple[str, ...], ...]


class RescueService:
    """Looks for what is nearest to a query that found nothing."""

    def __init__(
        self,
        searching: SearchingService,
        read_topics: Callable[[], tuple[TopicName, ...]],
        read_terms: Callable[[], tuple[GlossaryTerm, ...]],
    ) -> None:
        """`read_topics` and `read_terms` are called when they are first needed."""
        self._searching = searching
        self._read_topics, self._read_terms = read_topics, read_terms

    def rescue(self, query: str, audience: Audience) -> Rescue:
        """What may help who asked `query`, which found nothing."""
        parsed = parse(query)
        phrases = [part for phrase in parsed.phrases for part in phrase]
        asked = [*(part for word in parsed.words for part in word.parts), *phrases]
        looser = " ".join([*(word.written for word in parsed.words), *phrases])
        topics: dict[TopicId, str] = {}
        if looser and (parsed.phrases or parsed.excluded):
            hits = self._searching.search(looser + " ", audience=audience, limit=_HITS).hits
            topics = {hit.topic: hit.topic_title for hit in hits}
        is_looser_better = bool(topics)
        likeness = self._likeness(list(dict.fromkeys(asked))[:_MOST_WORDS])
        for name in _nearest(self._topics, likeness, 0.0)[:_TOPICS]:
            topics.setdefault(name.id, name.title)
        # known words stand in many names: then only names that they nearly make up
        least = _ALIKE if is_looser_better else 0.0
        return Rescue(
            topics=tuple(topics.items())[:_TOPICS],
            terms=tuple(_nearest(self._terms, likeness, least)[:_TERMS]),
            looser=looser if is_looser_better else "",
        )

    @cached_property
    def _topics(self) -> list[_Named[TopicName]]:
        return [_named(name, name.title, *name.keywords) for name in self._read_topics()]

    @cached_property
    def _terms(self) -> list[_Named[GlossaryTerm]]:
        return [_named(term, term.term, *term.synonyms) for term in self._read_terms()]

    @cached_property
    def _letters(self) -> dict[str, frozenset[str]]:
        """Every word of every name, with its letters."""
        names = [name for topic in self._topics for name in topic.names]
        names += [name for term in self._terms for name in term.names]
        words = {word for name in names for word in name}
        return {word: frozenset(word) for word in words if len(word) >= _SHORTEST}

    def _likeness(self, asked: Sequence[str]) -> Mapping[str, float]:
        """How much each word of the names is like one of `asked`, 0 to 1; those that are not are left out."""
        found: dict[str, float] = {}
        for word in asked:
            letters = frozenset(word)
            for other, its_letters in self._letters.items():
                # most words have little in common, and that is told sooner than how much
                if 2 * len(letters & its_letters) < len(letters):
                    continue
                alike = _alike(word, other)
                if alike > found.get(other, 0.0):
                    found[other] = alike
        return found


def _named(thing: T, *names: str) -> _Named[T]:
    return _Named(thing, tuple(tuple(words_of(name)) for name in names))


def _nearest(named: Sequence[_Named[T]], likeness: Mapping[str, float], least: float) -> list[T]:
    """The things one of whose names has a word that is like what was asked, the most alike first.

    Args:
        named: in the order in which equals come.
        likeness: of single words.
        least: how much the words of a name have to be like it on average, 0 to 1.
    """
    rated: list[tuple[float, int]] = []
    for place, one in enumerate(named):
        best = 0.0
        for name in one.names:
            alike = sum(likeness.get(word, 0.0) for word in name)
            if alike and alike >= least * len(name):
                best = max(best, alike - 0.01 * len(name))  # the shorter name says more of what was asked
        if best:
            rated.append((-best, place))
    return [named[place].thing for _, place in sorted(rated)]


def _alike(word: str, other: str) -> float:
    """The share of letters that two words have in common, 0 to 1; 0 if it is too small to mean anything."""
    longest = max(len(word), len(other))
    allowed = (1 - _ALIKE) * longest
    if len(word) < _SHORTEST or abs(len(word) - len(other)) > allowed:
        return 0.0
    slips = distance(word, other, at_most=allowed)
    return max(0.0, 1 - slips / longest)
