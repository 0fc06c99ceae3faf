"""What the search benchmarks share: the queries with what they should find, places, percentiles, tables."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
OWN_PACK: Final = ROOT / "build" / "content.crmo"
MOST_HITS: Final = 20  # what the command line gives
WINDOW_HITS: Final = 100  # what the window asks for: it shows 30 and counts the rest by chapter


class Asked(NamedTuple):
    """A query with what it should find.

    Attributes:
        kind: lay, clinical, typo …
        topics: any of these is right.
        held_back: nobody tunes to it.
    """

    query: str
    kind: str
    topics: tuple[str, ...]
    audience: str
    held_back: bool


def read_queries() -> list[Asked]:
    """All of tests/search/queries.json."""
    records: list[dict[str, Any]] = json.loads(
        (ROOT / "tests" / "search" / "queries.json").read_text(encoding="utf-8")
    )
    return [
        Asked(
            record["query"],
            record["kind"],
            tuple(record["topics"]),
            record["audience"],
            bool(record["held_back"]),
        )
        for record in records
    ]


def open_read_only(pack: Path) -> sqlite3.Connection:
    """`pack` as the program opens it."""
    return sqlite3.connect(f"{pack.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def place_of(right: Iterable[str], found: Iterable[str]) -> int:
    """Where the first right topic stands among those found, counted from 1; 0 if it does not."""
    wanted = set(right)
    return next((place for place, topic in enumerate(dict.fromkeys(found), 1) if topic in wanted), 0)


@dataclass(slots=True)
class Places:
    """Where the right topic stood, query by query; 0: not at all."""

    places: list[int] = field(default_factory=list)

    def at_most(self, place: int) -> float:
        """Share of the queries whose right topic stood there or above."""
        return sum(1 <= found <= place for found in self.places) / len(self.places)

    @property
    def reciprocal_rank(self) -> float:
        """Mean of 1/place."""
        return sum(1 / found for found in self.places if found) / len(self.places)

    def row(self) -> str:
        """How many, at 1, at 3, mean reciprocal rank, for a table."""
        figures = f"{self.at_most(1):>7.1%}{self.at_most(3):>7.1%}{self.reciprocal_rank:>7.3f}"
        return f"{len(self.places):>5}{figures}"


PLACES_HEAD: Final = f"{'n':>5}{'at 1':>7}{'at 3':>7}{'MRR':>7}"


def quality_table(title: str, placed: Sequence[tuple[str, int]]) -> str:
    """Success by kind of query.

    Args:
        title: first column's head.
        placed: (kind, place) of each query.
    """
    by_kind: defaultdict[str, Places] = defaultdict(Places)
    for kind, place in placed:
        by_kind[kind].places.append(place)
    lines = [f"{title:16}{PLACES_HEAD}"]
    lines += [f"{kind:16}{by_kind[kind].row()}" for kind in sorted(by_kind)]
    return "\n".join([*lines, f"{'all':16}{Places([place for _, place in placed]).row()}"])


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def spread(values: Sequence[float]) -> str:
    """Median, 95th percentile and worst, for a table."""
    return f"{percentile(values, 0.5):>8.1f}{percentile(values, 0.95):>8.1f}{max(values):>8.1f}"


SPREAD_HEAD: Final = f"{'p50':>8}{'p95':>8}{'worst':>8}"
