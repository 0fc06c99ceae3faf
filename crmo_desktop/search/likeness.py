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
        self._concepts = asked
        self._asked = [(names, weight) for names, weight in zip(asked, weights, strict=True) if weight]
        self._names = frozenset().union(*(names for names, _ in self._asked))
        self._known: dict[Names, float] = {}

    def concepts_of(self, names: frozenset[str]) -> int:
        """The concepts of the query that have one of `names`, a bit each."""
        return sum(1 << place for place, one in enumerate(self._concepts) if not names.isdisjoint(one))

    def touches(self, names: frozenset[str]) -> bool:
        """Whether the query has one of `names`."""
        return not self._names.isdisjoint(names)

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
