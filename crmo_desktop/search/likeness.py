"""How much a title is what was asked."""

from collections.abc import Sequence
from typing import Final

Names = tuple[frozenset[str], ...]
"""The telling words of a title: for each its stem and the codes of the groups of synonyms it belongs to."""

_SAID: Final = 0.7  # power of the share of the query that a title says


def read_names(text: str) -> Names:
    """Names as the index stores them: words parted by blanks, the names of each by |."""
    return tuple(frozenset(word.split("|")) for word in text.split())


class Likeness:
    """Compares titles with one query."""

    def __init__(self, asked: Sequence[frozenset[str]], weights: Sequence[float]) -> None:
        """Remember the query.

        Args:
            asked: the names of each concept of the query.
            weights: how telling each is; one that nothing speaks of weighs 0 and does not count.
        """
        self._bits: dict[str, int] = {}  # name -> the concepts that have it, a bit each
        for place, names in enumerate(asked):
            for name in names:
                self._bits[name] = self._bits.get(name, 0) | 1 << place
        self._weights = weights
        self._asked = frozenset().union(
            *(names for names, weight in zip(asked, weights, strict=True) if weight)
        )
        self._said: dict[int, float] = {}  # concepts -> how much of the query they are, as `of` counts it
        self._known: dict[Names, float] = {}

    def concepts_of(self, names: frozenset[str]) -> int:
        """The concepts of the query that have one of `names`, a bit each."""
        concepts = 0
        for name in names & self._bits.keys():
            concepts |= self._bits[name]
        return concepts

    def touches(self, names: frozenset[str]) -> bool:
        """Whether the query has one of `names`."""
        return not self._asked.isdisjoint(names)

    def of(self, title: Names) -> float:
        """1 if each word of the one is in the other, 0 if none is."""
        known = self._known.get(title)
        if known is None:
            known = self._known[title] = self._worked_out(title)
        return known

    def _worked_out(self, title: Names) -> float:
        asked, bits = self._asked, self._bits
        concepts = covered = 0
        for word in title:
            if not asked.isdisjoint(word):
                covered += 1
                for name in word:
                    concepts |= bits.get(name, 0)
        return covered / len(title) * self._share(concepts) if covered else 0.0

    def _share(self, concepts: int) -> float:
        share = self._said.get(concepts)
        if share is None:
            said = sum(weight for place, weight in enumerate(self._weights) if concepts >> place & 1)
            share = self._said[concepts] = said**_SAID
        return share
