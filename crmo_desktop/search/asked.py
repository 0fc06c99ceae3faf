"""Finds the phrases that people type who look for a topic and that are like a query."""

import json
import sqlite3
import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from crmo_desktop.search.likeness import Likeness, Names, read_names

if TYPE_CHECKING:
    from crmo_desktop.search.concepts import Concept

_MANY: Final = 1000  # phrases that have a name; it alone makes none of them worth a look
_MOST_COMPARED: Final = 32
_MOST_REMEMBERED: Final = 5000
_BYTES: Final = 4
_LATELY: Final = 48  # concepts whose phrases are remembered

Phrase = tuple[str, str, Names]  # topic, phrase, its telling words


@dataclass(frozen=True, slots=True)
class Asked:
    """The phrase of a topic that is most like the query.

    Attributes:
        alike: how much, 0..1.
        concepts: of the query that it names, a bit each.
        phrase: as it is typed.
    """

    alike: float
    concepts: int
    phrase: str


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Numbers as the index stores a row of them."""
    return b"".join(number.to_bytes(_BYTES, "little") for number in numbers)


def _unpacked(packed: bytes) -> Iterable[int]:
    numbers = array("I", packed)  # four bytes wherever Qt runs
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class AskedPhrases:
    """Reads one pack's phrases; borrows its open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.size: int = connection.execute("SELECT count(*) FROM search_asked").fetchone()[0]
        self._lately: dict[frozenset[str], frozenset[int]] = {}  # the latest last
        self._phrases: dict[int, Phrase] = {}

    def count(self, concept: "Concept") -> int:
        """How many phrases name `concept`."""
        return len(self._named(concept.names))

    def like(
        self, concepts: "Sequence[Concept]", weights: Sequence[float], likeness: Likeness
    ) -> dict[str, Asked]:
        """For each topic the phrase that is most like the query, if it has any that is at all.

        Args:
            concepts: of the query.
            weights: how telling each is, in sum 1.
            likeness: to the query.
        """
        named = [
            (self._named(concept.names), weight) for concept, weight in zip(concepts, weights, strict=True)
        ]
        said: dict[int, float] = {}
        for phrases, weight in sorted(named, key=lambda one: len(one[0])):
            if len(phrases) > _MANY and said:
                for number in said.keys() & phrases:
                    said[number] += weight
            else:
                known = said.get
                for number in phrases:
                    said[number] = known(number, 0.0) + weight
        chosen = sorted(said.items(), key=itemgetter(1), reverse=True)[:_MOST_COMPARED]
        found: dict[str, Asked] = {}
        for number, share in chosen:
            topic, phrase, names = self._phrase(number, chosen)
            best = found.get(topic)
            alike = (likeness.of(names) + share) / 2
            if alike > 0.0 and (best is None or alike > best.alike):
                found[topic] = Asked(alike, likeness.concepts_of(frozenset().union(*names)), phrase)
        return found

    def _named(self, names: frozenset[str]) -> frozenset[int]:
        """The phrases that have one of `names`; those asked for lately are remembered."""
        if not names or not self.size:
            return frozenset()
        found = self._lately.pop(names, None)
        if found is None:
            rows = self._connection.execute(
                "SELECT asked FROM search_asked_name WHERE name IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(names)),),
            )
            found = frozenset().union(*(_unpacked(packed) for (packed,) in rows))
            if len(self._lately) >= _LATELY:
                del self._lately[next(iter(self._lately))]
        self._lately[names] = found
        return found

    def _phrase(self, number: int, others: Sequence[tuple[int, float]]) -> Phrase:
        """A phrase; the `others` are read with it."""
        if number not in self._phrases:
            if len(self._phrases) + len(others) > _MOST_REMEMBERED:
                self._phrases.clear()
            missing = [other for other, _ in others if other not in self._phrases]
            for other, topic, phrase, names in self._connection.execute(
                "SELECT id, topic, phrase, names FROM search_asked"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(missing),),
            ):
                self._phrases[other] = (topic, phrase, read_names(names))
        return self._phrases[number]
