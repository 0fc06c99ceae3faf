"""Asks the index which rows speak of a plan's concepts, and how well each."""

import heapq
import json
import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.search.asked import AskedPhrases
from crmo_desktop.search.concepts import Concept
from crmo_desktop.search.likeness import Names, read_names
from crmo_desktop.search.plan import Plan
from crmo_desktop.search.remembered import Remembered

_MOST_ROWS: Final = 170  # looked at any closer
_OFF_TOPIC: Final = 0.55  # how telling a word is that stands in no title or keyword
_MANY: Final = 4000  # rows of one concept, all of them rated
_RARE: Final = 1 / 150  # of the rows; a word that stands in fewer is hardly more telling
_COMMON: Final = 300  # rows of an expression that are rated one by one
_IN_TEXT: Final = 0.3  # of the best rank: what a common word in the text is worth
_LARGE: Final = 20_000  # rows of a pack in which a word can be so common that it has to be asked first
_MOST_REMEMBERED: Final = 5000
_LATELY: Final = 24  # expressions whose rows are remembered
_RANK_OF: Final = itemgetter(1)
_LAST: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the index.

    Attributes:
        audience: None for a row that stands for a topic as a whole, with its title and keywords.
        section: None for that and for a topic's summary.
        place: of the topic in the order of the tree.
        is_help: a page of the program's own guide.
        retells: of a topic that tells again what others tell.
        names: of the section's title, or of the topic's.
        any_name: all of them.
        key: topic and audience, if it is for one.
    """

    id: int
    topic: str
    audience: Audience | None
    section: str | None
    place: int
    is_help: bool
    retells: bool
    names: Names
    any_name: frozenset[str]
    key: tuple[str, Audience] | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The rows of a topic that are no sections.

    Attributes:
        top: stands for the topic as a whole.
        summaries: one for each audience that has it.
    """

    top: Row
    summaries: tuple[Row, ...]


class Evidence(NamedTuple):
    """What speaks for a row; hundreds are made for each search.

    Attributes:
        concepts: those that it speaks of, a bit each.
        relevance: how well, weighted, 0..1.
    """

    concepts: int
    relevance: float


NOTHING: Final = Evidence(0, 0.0)


@dataclass(frozen=True, slots=True)
class Found:
    """What the index has for a plan.

    Attributes:
        rows: with the evidence for each, in the order of their numbers.
        weights: how telling each concept is, in sum 1; 0 for one that nothing speaks of.
    """

    rows: tuple[tuple[Row, Evidence], ...]
    weights: tuple[float, ...]
    _shares: dict[int, float] = field(default_factory=dict, repr=False, compare=False)

    def coverage(self, concepts: int) -> float:
        """Share of what was asked that `concepts`, a bit each, make up: 0..1."""
        share = self._shares.get(concepts)
        if share is None:
            share = sum(weight for number, weight in enumerate(self.weights) if concepts >> number & 1)
            self._shares[concepts] = share
        return share


class Retriever:
    """Reads one pack's index; borrows its open connection."""

    def __init__(self, connection: sqlite3.Connection, phrases: AskedPhrases) -> None:
        """Read how large the index is; `phrases` are those of the same pack."""
        self._connection, self._phrases = connection, phrases
        self._size: int = connection.execute("SELECT count(*) FROM search_row").fetchone()[0]
        self._topics = frozenset(
            number for (number,) in connection.execute("SELECT id FROM search_row WHERE audience IS NULL")
        )
        self._lately_rated = lru_cache(maxsize=_LATELY)(self._rated)  # most words are typed by now
        self._rows = Remembered(self._read_rows)
        self._frames = Remembered(self._read_frames)

    def find(self, plan: Plan, also: Iterable[str], *, most: int = 0) -> Found:
        """The rows that speak of any concept of `plan` and lack none that is required.

        Args:
            plan: what is looked for.
            also: topics whose rows belong to the answer whatever they say.
            most: how many rows are looked at any closer, if that is more than usual.
        """
        counts = [self._count(concept) for concept in plan.concepts] if self._size > _LARGE else []
        scores = [
            self._scores(concept, self._narrowed(plan.concepts, counts, number))
            for number, concept in enumerate(plan.concepts)
        ]
        sizes = counts or [len(found) for found in scores]
        telling = [
            self._telling(found, count + self._phrases.count(concept))
            for found, count, concept in zip(scores, sizes, plan.concepts, strict=True)
        ]
        total = sum(telling) or 1.0
        weights = tuple(weight / total for weight in telling)
        concepts = dict.fromkeys(self._rows_of(also), 0)
        relevance = dict.fromkeys(concepts, 0.0)
        for number, (weight, found) in enumerate(zip(weights, scores, strict=True)):
            bit, spoken, said = 1 << number, concepts.get, relevance.get  # met thousands of times
            for row, score in found.items():
                concepts[row] = spoken(row, 0) | bit
                relevance[row] = said(row, 0.0) + weight * score
        self._leave_out(concepts, plan, scores)
        chosen: Iterable[int] = concepts
        most = max(most, _MOST_ROWS)
        if len(concepts) > most:  # for not very many, sorting all is the fastest
            chosen = (
                sorted(concepts, key=relevance.__getitem__, reverse=True)[:most]
                if len(concepts) <= _MANY
                else heapq.nlargest(most, concepts, key=relevance.__getitem__)
            )
        rows = self._read(chosen)
        return Found(tuple((row, Evidence(concepts[row.id], relevance[row.id])) for row in rows), weights)

    def frames(self, topics: Iterable[str]) -> dict[str, Frame]:
        """The rows of each of the topics that are no sections."""
        return self._frames.of(list(topics), most=_MOST_REMEMBERED)

    def _read_frames(self, topics: list[str]) -> dict[str, Frame]:
        numbers = self._connection.execute(
            "SELECT id FROM search_row WHERE section IS NULL AND topic IN (SELECT value FROM json_each(?))",
            (json.dumps(topics),),
        )
        frames: dict[str, Frame] = {}
        for row in self._read([number for (number,) in numbers]):  # a topic's own row comes first
            known = frames.get(row.topic)
            frames[row.topic] = Frame(known.top, (*known.summaries, row)) if known else Frame(row, ())
        return frames

    def equal(self, keys: Iterable[str]) -> list[tuple[str, str]]:
        """What has one of `keys`: title, keyword or chapter, and its topic, in the order of the tree."""
        return self._connection.execute(
            "SELECT DISTINCT kind, search_key.topic FROM search_key"
            " JOIN search_row ON search_row.topic = search_key.topic AND search_row.audience IS NULL"
            " WHERE key IN (SELECT value FROM json_each(?)) AND kind != 'whole title' ORDER BY place",
            (json.dumps(list(keys)),),
        ).fetchall()

    def begun(self, beginning: str) -> list[tuple[str, str]]:
        """The titles that start with `beginning`, if that is more than one word, and their topics."""
        if " " not in beginning:
            return []
        return self._connection.execute(
            "SELECT key, topic FROM search_key WHERE kind = 'whole title' AND key >= ? AND key < ?",
            (beginning, beginning + _LAST),
        ).fetchall()

    def _count(self, concept: Concept) -> int:
        """How many rows speak of `concept`."""
        return self._number(_anyhow(concept)) if concept.alternatives else 0

    def _number(self, expression: str) -> int:
        (count,) = self._connection.execute(
            "SELECT count(*) FROM search_passage WHERE search_passage MATCH ?", (expression,)
        ).fetchone()
        return int(count)

    def _narrowed(self, concepts: Sequence[Concept], counts: Sequence[int], number: int) -> str:
        """Where rows are looked for that speak of concept `number`: a pattern for its FTS5 expression.

        To rate all rows of a very common word takes too long in a large pack. They are rated only where a
        rarer word of the query stands, too; without one, only where a title or keyword has the word. In a
        small pack nothing is common, and nothing is counted before.
        """
        if not counts or counts[number] <= _MANY:
            return "{}"
        rare = [_anyhow(one) for one, count in zip(concepts, counts, strict=True) if 0 < count <= _MANY]
        return f"({{}}) AND ({' OR '.join(rare)})" if rare else "{{title headings keywords}} : ({})"

    def _telling(self, scores: dict[int, float], count: int) -> float:
        """How much a concept says about what is meant: more if it is rare or stands in a title or keyword.

        Args:
            scores: of the rows that speak of it.
            count: of rows and phrases that do.
        """
        if not count:
            return 0.0
        size = self._size + self._phrases.size
        rarity = math.log(1 + size / max(count, size * _RARE))
        return rarity * (_OFF_TOPIC if self._topics.isdisjoint(scores) else 1.0)

    def _scores(self, concept: Concept, narrowed: str) -> dict[int, float]:
        """How well each row speaks of `concept`, 0..1, the best row 1."""
        scores: dict[int, float] = {}
        for alternative in concept.alternatives:
            rows = self._lately_rated(narrowed.format(alternative.match))
            best = min(map(_RANK_OF, rows), default=0.0) or -1.0
            factor = alternative.weight / best
            if not scores:
                scores = {row: rank * factor for row, rank in rows}
                continue
            known = scores.get
            for row, rank in rows:
                score = rank * factor
                if score > known(row, -1.0):
                    scores[row] = score
        return scores

    def _rated(self, expression: str) -> list[tuple[int, float]]:
        """Rows and their ranks; of a common word those without it in title or keywords are all alike.

        To rate a row takes four times as long as to find it, and says little where half of all have the word.
        """
        if self._number(expression) <= _COMMON:
            return self._connection.execute(
                "SELECT rowid, rank FROM search_passage WHERE search_passage MATCH ?", (expression,)
            ).fetchall()
        found = self._connection.execute(
            "SELECT rowid FROM search_passage WHERE search_passage MATCH ? LIMIT ?", (expression, _MANY)
        ).fetchall()
        rated = self._connection.execute(
            "SELECT rowid, rank FROM search_passage WHERE search_passage MATCH ?",
            (f"{{title headings keywords}} : ({expression})",),
        ).fetchall()
        known = {row for row, _ in rated}
        in_text = _IN_TEXT * min((rank for _, rank in rated), default=-1.0)
        return rated + [(row, in_text) for (row,) in found if row not in known]

    def _leave_out(self, rows: dict[int, int], plan: Plan, scores: list[dict[int, float]]) -> None:
        """Drop rows without what must be there, rows with what must not, and topics that are called so."""
        for concept, found in zip(plan.concepts, scores, strict=True):
            if concept.is_required:
                for row in rows.keys() - found.keys():
                    del rows[row]
        for expression in plan.excluded:
            titled = self._matching(f"title : {expression}")
            unwanted = self._rows_of(row.topic for row in self._read(titled))
            for row in (*self._matching(expression), *unwanted):
                rows.pop(row, None)

    def _matching(self, expression: str) -> list[int]:
        found = self._connection.execute(
            "SELECT rowid FROM search_passage WHERE search_passage MATCH ?", (expression,)
        )
        return [row for (row,) in found]

    def _rows_of(self, topics: Iterable[str]) -> list[int]:
        return [
            number
            for topic in topics
            for (number,) in self._connection.execute("SELECT id FROM search_row WHERE topic = ?", (topic,))
        ]

    def _read(self, numbers: Iterable[int]) -> list[Row]:
        return list(self._rows.of(sorted(numbers), most=_MOST_REMEMBERED).values())

    def _read_rows(self, numbers: list[int]) -> dict[int, Row]:
        rows: dict[int, Row] = {}
        for number, topic, audience, section, place, is_help, retells, names in self._connection.execute(
            "SELECT id, topic, audience, section, place, is_help, retells, names FROM search_row"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(numbers),),
        ):
            title = read_names(names)
            reader = Audience(audience) if audience else None
            rows[number] = Row(
                id=number,
                topic=topic,
                audience=reader,
                section=section,
                place=place,
                is_help=bool(is_help),
                retells=bool(retells),
                names=title,
                any_name=frozenset().union(*title),
                key=(topic, reader) if reader else None,
            )
        return rows


def _anyhow(concept: Concept) -> str:
    """FTS5 expression for all that speaks of `concept`."""
    return " OR ".join(f"({alternative.match})" for alternative in concept.alternatives)
