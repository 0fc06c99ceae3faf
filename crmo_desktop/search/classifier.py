"""Tells which topics a query is meant for, from what people type who look for each."""

import json
import sqlite3
import struct
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from crmo_desktop.search.remembered import Remembered
from crmo_desktop.search.training import Lesson, rarity, traits_of, unit

if TYPE_CHECKING:
    from crmo_desktop.search.concepts import Concept

UNIT: Final = 1000  # of stored weights and rarities
_WEIGHT: Final = struct.Struct("<Hh")  # number of a topic, what the trait says for or against it
_MOST: Final = 2**15 - 1
_MOST_REMEMBERED: Final = 2000

Trait = tuple[float, tuple[tuple[int, float], ...]]  # rarity, weights by topic


def write_lesson(connection: sqlite3.Connection, lesson: Lesson) -> None:
    """Store in a pack what has been learnt; topics go by their place in the tree."""
    for trait, weights in sorted(lesson.weights.items()):
        packed = b"".join(
            _WEIGHT.pack(topic, max(-_MOST, min(_MOST, round(UNIT * weight))))
            for topic, weight in sorted(weights.items())
            if round(UNIT * weight)
        )
        connection.execute(
            "INSERT INTO search_trait VALUES (?, ?, ?)", (trait, round(UNIT * lesson.rarity[trait]), packed)
        )


class TopicClassifier:
    """Reads what one pack has learnt; borrows its open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._traits = Remembered(self._read)
        (examples,) = connection.execute("SELECT count(*) FROM search_asked").fetchone()
        self._unknown: Trait = (rarity(0, examples), ())
        self._topics: dict[int, str] = dict(
            connection.execute("SELECT place, topic FROM search_row WHERE audience IS NULL")
            if examples
            else ()
        )

    def rate(
        self, concepts: "Sequence[Concept]", fillers: Iterable[str], numbers: Iterable[str]
    ) -> dict[str, float]:
        """How much a query speaks for each topic: about 1 where it surely does, below 0 for what it is not.

        Args:
            concepts: of the query.
            fillers: stems of its other words.
            numbers: that stand in it, in digits.
        """
        if not self._topics:
            return {}
        traits = traits_of(
            ((concept.names | concept.parts, concept.is_guess) for concept in concepts), fillers, numbers
        )
        known = self._traits.of(traits, most=_MOST_REMEMBERED)
        rated: dict[int, float] = {}
        for trait, value in unit(traits, lambda trait: known[trait][0]):
            for topic, weight in known[trait][1]:
                rated[topic] = rated.get(topic, 0.0) + value * weight
        return {self._topics[number]: score for number, score in rated.items()}

    def _read(self, traits: list[str]) -> dict[str, Trait]:
        found = dict.fromkeys(traits, self._unknown)
        for trait, rare, packed in self._connection.execute(
            "SELECT trait, rarity, weights FROM search_trait WHERE trait IN (SELECT value FROM json_each(?))",
            (json.dumps(traits),),
        ):
            weights = tuple((topic, weight / UNIT) for topic, weight in _WEIGHT.iter_unpack(packed))
            found[trait] = (rare / UNIT, weights)
        return found
