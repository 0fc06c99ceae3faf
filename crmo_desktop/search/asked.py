"""Finds the phrases that people type who look for a topic and that are like a query."""

import json
import sqlite3
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from crmo_desktop.search.likeness import Likeness, Names, read_names
from crmo_desktop.search.remembered import Remembered

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


def pack_numbers(numbers: Sequence[int]) -> bytes:
    """Numbers as the index stores a row of them."""
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _unpacked(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // _BYTES}I", packed)


class AskedPhrases:
    """Reads one pack's phrases; borrows its open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.size: int = connection.execute("SELECT count(*) FROM search_asked").fetchone()[0]
        self._lately_named = lru_cache(maxsize=_LATELY)(self._named)
        self._phrases = Remembered(self._read)

    def count(self, concept: "Concept") -> int:
        """How many phrases name `concept`."""
        return len(self._lately_named(concept.names))

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
            (self._lately_named(concept.names), weight)
            for concept, weight in zip(concepts, weights, strict=True)
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
        phrases_of = self._phrases.of([number for number, _ in chosen], most=_MOST_REMEMBERED)
        found: dict[str, Asked] = {}
        for number, share in chosen:
            topic, phrase, names = phrases_of[number]
            best = found.get(topic)
            alike = (likeness.of(names) + share) / 2
            if alike > 0.0 and (best is None or alike > best.alike):
                found[topic] = Asked(alike, likeness.concepts_of(frozenset().union(*names)), phrase)
        return found

    def _named(self, names: frozenset[str]) -> frozenset[int]:
        """The phrases that have one of `names`."""
        rows = self._connection.execute(
            "SELECT asked FROM search_asked_name WHERE name IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(names)),),
        )
        return frozenset().union(*(_unpacked(packed) for (packed,) in rows))

    def _read(self, numbers: list[int]) -> dict[int, Phrase]:
        rows = self._connection.execute(
            "SELECT id, place, phrase, names FROM search_asked WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(numbers),),
        )
        topics = self._topics
        return {number: (topics[place], phrase, read_names(names)) for number, place, phrase, names in rows}

    @cached_property
    def _topics(self) -> dict[int, str]:
        """By their places."""
        rows = self._connection.execute("SELECT place, topic FROM search_row WHERE audience IS NULL")
        return dict(rows)
