"""What a slip of the keyboard was meant to be."""

import json
import math
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from crmo_desktop.search.synonyms import Group

_CANDIDATES: Final = 30
_REMEMBERED: Final = 200  # words looked up
_DOUBLED: Final = 0.5  # "sulfassalazine"
_VOWEL_FOR_VOWEL: Final = 0.7
_SWAPPED: Final = 0.8  # "pian"
_FIRST_LETTER: Final = 0.4  # on top: a first letter is seldom wrong
_UNFINISHED: Final = 0.3  # on top: the rest of the word is not typed yet
_TOLERANCES: Final = ((2, 0.0), (4, 1.0), (6, 1.5), (8, 2.0))  # length up to, slips
_LONG_TOLERANCE: Final = 2.5
_VOWELS: Final = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word that may have been meant.

    Attributes:
        word: folded.
        distance: how many slips away it is; a likely one counts less than 1.
    """

    word: str
    distance: float


def letter_pairs(word: str) -> list[str]:
    """The pairs of neighbouring letters of a word, its start and end marked by the digit 0."""
    marked = f"0{word}0"
    return [marked[place : place + 2] for place in range(len(marked) - 1)]


def tolerance(word: str) -> float:
    """How many slips a word of this length may hold and still be recognised."""
    for longest, slips in _TOLERANCES:
        if len(word) <= longest:
            return slips
    return _LONG_TOLERANCE


def distance(typed: str, meant: str, *, at_most: float = math.inf) -> float:
    """Slips between two words: a letter too many, too few, wrong, or two in the wrong order.

    Optimal string alignment, with less for a doubled letter and for one vowel in place of another. What is
    more than `at_most` is not counted out and infinite.
    """
    before: list[float] = []
    row = [float(place) for place in range(len(meant) + 1)]
    for i, letter in enumerate(typed, start=1):
        above, row = row, [float(i)]
        added = _DOUBLED if i > 1 and letter == typed[i - 2] else 1.0
        for j, other in enumerate(meant, start=1):
            missing = _DOUBLED if j > 1 and other == meant[j - 2] else 1.0
            best = min(above[j] + added, row[j - 1] + missing, above[j - 1] + _cost(letter, other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                best = min(best, before[j - 2] + _SWAPPED)
            row.append(best)
        if min(row) > at_most:
            return math.inf
        before = above
    return row[-1] if row[-1] <= at_most else math.inf


def _cost(letter: str, other: str) -> float:
    if letter == other:
        return 0.0
    return _VOWEL_FOR_VOWEL if letter in _VOWELS and other in _VOWELS else 1.0


class Speller:
    """Finds words of the pack that are spelled like a word that is not in it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._look_up)  # it stays while others are typed

    def nearest(self, typed: str, *, half_typed: bool, limit: int = 3) -> tuple[Spelling, ...]:
        """Words like `typed`, the likeliest first.

        Args:
            typed: folded, not a word of the pack.
            half_typed: it may be the beginning of what is meant.
            limit: how many at most.
        """
        return self._remembered(typed, half_typed, limit)

    def _look_up(self, typed: str, half_typed: bool, limit: int) -> tuple[Spelling, ...]:
        allowed = tolerance(typed)
        pairs = letter_pairs(typed)
        if not allowed or not typed.isalpha():
            return ()
        asked = " OR ".join(f'"{pair}"' for pair in pairs[: -1 if half_typed else None])
        rows = self._connection.execute(
            "SELECT word, count FROM ("
            "SELECT rowid AS found FROM search_spelling WHERE search_spelling MATCH ?"
            " ORDER BY rank LIMIT ?) JOIN search_word ON search_word.id = found",
            (asked, _CANDIDATES),
        )
        rated = []
        for word, count in {*rows, *self._swapped(typed)}:
            if abs(len(word) - len(typed)) > allowed and not half_typed:
                continue
            slips = distance(typed, word, at_most=allowed)
            if half_typed and len(word) > len(typed):
                slips = min(slips, distance(typed, word[: len(typed)], at_most=allowed) + _UNFINISHED)
            if word[0] != typed[0]:
                slips += _FIRST_LETTER
            if slips <= allowed:
                rated.append((round(slips, 3), -count, word))
        return tuple(Spelling(word, slips) for slips, _, word in sorted(rated)[:limit])

    def _swapped(self, typed: str) -> list[tuple[str, int]]:
        """Words with two neighbours of `typed` the other way round: a short one shares no pair with it."""
        ways = [typed[:n] + typed[n + 1] + typed[n] + typed[n + 2 :] for n in range(len(typed) - 1)]
        return self._connection.execute(
            "SELECT word, count FROM search_word WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(ways),),
        ).fetchall()

    @staticmethod
    def nearest_term(typed: str, group: Group) -> str:
        """The way to write `group` that is most like `typed`, folded words with blanks between."""
        nearest = min(group.spellings, key=lambda term: (distance(typed, " ".join(term.words)), term.shown))
        return nearest.shown
