"""Queries as they are typed, letter by letter, and how long each key press takes."""

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from benchmarks._figures import MOST_HITS, read_queries
from crmo_desktop.domain.audience import Audience
from crmo_desktop.search.engine import SearchEngine

EVERY: Final = 5  # of the queries that tests/search/queries.json has
FROM_THE_LARGE_PACK: Final = 100
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_MOST_WORDS: Final = 6


class Typed(NamedTuple):
    """A query that somebody types, for whom the answer is."""

    query: str
    audience: Audience


def own_sample() -> list[Typed]:
    """Every fifth of the queries about the program's own content, of all kinds."""
    return [Typed(asked.query, Audience(asked.audience)) for asked in read_queries()[::EVERY]]


def large_sample(connection: sqlite3.Connection, *, size: int = FROM_THE_LARGE_PACK) -> list[Typed]:
    """Queries that the documentation in a large pack answers, taken from it by rule.

    From passages at equal distances, in turn: the heading; the heading as a question; the heading with two
    letters in the wrong order; four words in a row; three telling words that stand apart.
    """
    (first, last) = connection.execute(
        "SELECT min(id), max(id) FROM section WHERE topic LIKE 'doc-%'"
    ).fetchone()
    queries = []
    for number in range(size):
        id = first + number * (last - first) // size
        title, text = connection.execute("SELECT title, text FROM section WHERE id = ?", (id,)).fetchone()
        queries.append(Typed(_query(number, title, text), (Audience.PATIENT, Audience.CLINICIAN)[number % 2]))
    return queries


def _query(number: int, title: str, text: str) -> str:
    heading = " ".join(title.split()[:_MOST_WORDS])
    words = _WORD.findall(text)
    match number % 5:
        case 0:
            return heading
        case 1:
            return f"how do I use {heading}?"
        case 2:
            return _with_a_slip(heading)
        case 3:
            middle = len(words) // 2
            return " ".join(words[middle : middle + 4]) or heading
    telling = [word.lower() for word in words if len(word) > 5]
    return " ".join(telling[:: max(1, len(telling) // 3)][:3]) or heading


def _with_a_slip(text: str) -> str:
    """`text` with two letters of its longest word in the wrong order."""
    longest = max(_WORD.findall(text), key=len, default="")
    if len(longest) < 4:
        return text
    at = len(longest) // 2
    return text.replace(longest, longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :], 1)


@dataclass(slots=True)
class KeyPresses:
    """What typing cost.

    Attributes:
        first: CPU milliseconds of the first key press, for which the engine has to be made.
        times: CPU milliseconds of each key press after it, in order.
        typed: what stood in the field at each.
    """

    first: float = 0.0
    times: list[float] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    def slowest(self, number: int) -> list[tuple[float, str]]:
        """The worst key presses of different queries, with what stood in the field."""
        found: dict[str, tuple[float, str]] = {}
        for ms, text in sorted(zip(self.times, self.typed, strict=True), reverse=True):
            found.setdefault(text.partition(" ")[0], (ms, text))
        return list(found.values())[:number]


def key_presses(query: str) -> Iterator[str]:
    """What stands in the field after each key press."""
    return (query[:length] for length in range(1, len(query) + 1))


def type_all(connection: sqlite3.Connection, sample: Iterable[Typed], hits: int = MOST_HITS) -> KeyPresses:
    """Type every query of `sample` letter by letter into a fresh engine, each key press to ranked results."""
    pressed = KeyPresses()
    engine = SearchEngine(connection)
    began = time.process_time()
    engine.search("a", audience=Audience.PATIENT, limit=hits)
    pressed.first = 1000 * (time.process_time() - began)
    for typed in sample:
        for text in key_presses(typed.query):
            began = time.process_time()
            engine.search(text, audience=typed.audience, limit=hits)
            pressed.times.append(1000 * (time.process_time() - began))
            pressed.typed.append(text)
    return pressed
