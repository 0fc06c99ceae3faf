"""Says where in a passage a concept stands, and why it was found when the words typed do not stand there."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from crmo_desktop.search.concepts import Concept
from crmo_desktop.search.excerpt import Finder, Flat, Span, bounded


class Trace(NamedTuple):
    """Where a passage speaks of a concept.

    Attributes:
        spans: (start, end) in the passage's text.
        why: "typed = found" when another term stands there in place of the words typed; "" otherwise.
        is_there: whether the passage or its titles speak of it in any words.
    """

    spans: tuple[Span, ...]
    why: str
    is_there: bool


_bounded = lru_cache(maxsize=4000)(bounded)  # topics are few, and their keywords are asked again and again


_MOST_REMEMBERED: Final = 400  # passages; while somebody types, the same ones come again


class Tracer:
    """Looks for one concept in many passages."""

    def __init__(self, concept: Concept) -> None:
        forms = [*concept.forms, *(typed.words for _, typed in concept.meanings)]
        self.typed = concept.typed
        self._traced: dict[int, Trace] = {}
        self._keywords: dict[str, str] = {}  # of a topic -> the one that speaks of the concept
        self._typed = Finder(forms)
        known = set(forms)
        self._others: list[tuple[str, Finder]] = []
        for group, typed in concept.meanings:
            for term in group.spellings:
                if term.words not in known:
                    known.add(term.words)
                    self._others.append((f"{typed.shown} = {term.shown}", Finder([term.words])))
        self._firsts = frozenset().union(*(finder.firsts for _, finder in self._others))

    def trace(self, number: int, text: Flat, headings: Flat) -> Trace:
        """Where and as what a passage speaks of the concept.

        Args:
            number: of the passage, by which the answer is remembered.
            text: the passage's, as `bounded` makes it.
            headings: the titles shown with it, likewise.
        """
        trace = self._traced.get(number)
        if trace is None:
            if len(self._traced) >= _MOST_REMEMBERED:
                self._traced.clear()
            trace = self._traced[number] = self._trace(text, headings)
        return trace

    def _trace(self, text: Flat, headings: Flat) -> Trace:
        spans = self._typed.spans(text)
        plain = bool(spans or self._typed.is_in(headings))
        reason = ""
        if not (self._firsts.isdisjoint(text.words) and self._firsts.isdisjoint(headings.words)):
            for why, finder in self._others:
                found = finder.spans(text)
                spans += found
                if not plain and not reason and (found or finder.is_in(headings)):
                    reason = why
        return Trace(tuple(spans), reason, bool(plain or reason))

    def is_in(self, phrase: str) -> bool:
        """Whether a phrase speaks of the concept."""
        words = _bounded(phrase)
        return self._typed.is_in(words) or any(finder.is_in(words) for _, finder in self._others)

    def keyword(self, keywords: str) -> str:
        """The first of a topic's `keywords`, parted by commas, that speaks of the concept; "" if none."""
        found = self._keywords.get(keywords)
        if found is None:
            found = self._keywords[keywords] = self._keyword(keywords)
        return found

    def _keyword(self, keywords: str) -> str:
        everything = _bounded(keywords)
        for finder in (self._typed, *(finder for _, finder in self._others)):
            if finder.is_in(everything):
                for keyword in keywords.split(","):
                    if finder.is_in(_bounded(keyword)):
                        return keyword.strip()
        return ""


def why(traced: Iterable[tuple[Tracer, Trace]], topic_title: str, keywords: str, asked: str = "") -> str:
    """The reasons of a hit in one line, at most two: other words for the same, or a keyword of the topic.

    Args:
        traced: where it speaks of each concept of the query.
        topic_title: of its topic.
        keywords: of the topic, parted by commas.
        asked: a phrase that people type who look for the topic, or nothing.
    """
    reasons: dict[str, None] = {}
    for tracer, trace in traced:
        if trace.why:
            reasons[trace.why] = None
        elif not trace.is_there:
            keyword = tracer.keyword(keywords) or (asked if tracer.is_in(asked) else "")
            if keyword:
                reasons[f"{keyword} → {topic_title}"] = None
    return ", ".join(list(reasons)[:2])
