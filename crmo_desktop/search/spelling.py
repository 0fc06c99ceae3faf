"""What a slip of the keyboard was meant to be."""

import json
import math
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from crmo_desktop.search.synonyms import Group

_CANDIDATES: Final = 60
_BEGINNING: Final = 7  # letters
_FIRST_LETTERS: Final = 5  # of a beginning for who has typed no more
_FEWEST_CONSONANTS: Final = 3  # fewer tell too little with one left out
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


def spelling_keys(word: str) -> set[str]:
    """What a word of the pack is found by when it is misspelled.

    Its beginning and its consonants, each as it is and with any one letter left out, and a shorter beginning
    for who has typed no more. A slip is bridged by leaving out a letter on either side, as Garbe's SymSpell
    does; what comes after the beginning is counted by `distance`. Consonants bridge all wrong vowels.
    """
    keys = {word[:_BEGINNING], *_with_one_less(word[:_BEGINNING])}
    keys.update(f">{key}" for key in _with_one_less(word[:_FIRST_LETTERS]))
    keys.update(f"~{key}" for key in _consonant_keys(word))
    return keys


def typed_keys(typed: str, *, half_typed: bool) -> set[str]:
    """The keys of the words that `typed` may have been meant to be, or to become."""
    keys = _with_two_less(typed[: _BEGINNING + 1])
    keys.update(f"~{key}" for key in _consonant_keys(typed))
    if half_typed:
        keys.update(f">{key}" for key in _with_two_less(typed[: _FIRST_LETTERS + 1]))
    return keys


def _consonant_keys(word: str) -> set[str]:
    """The first letter and the consonants after it, each run of the same one once; and with one left out."""
    kept = word[:1] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
    row = "".join(letter for letter, _ in groupby(kept))
    return {row, *(_with_one_less(row) if len(row) > _FEWEST_CONSONANTS else ())}


def _with_one_less(text: str) -> list[str]:
    return [text[:place] + text[place + 1 :] for place in range(len(text))] if len(text) > 1 else []


def _with_two_less(text: str) -> set[str]:
    """`text` with up to two letters left out."""
    once = {text, *_with_one_less(text)}
    return {*once, *(shorter for key in once for shorter in _with_one_less(key))}


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
        if not allowed or not typed.isalpha():
            return ()
        keys = json.dumps(sorted(typed_keys(typed, half_typed=half_typed)))
        rows = self._connection.execute(
            "SELECT DISTINCT search_word.word, count FROM search_spelling"
            " JOIN search_word ON search_word.id = search_spelling.word"
            " WHERE key IN (SELECT value FROM json_each(?))"
            " AND (? OR length(search_word.word) BETWEEN ? AND ?)"
            " ORDER BY count DESC, search_word.word LIMIT ?",
            (keys, half_typed, len(typed) - allowed, len(typed) + allowed, _CANDIDATES),
        )
        rated = []
        for word, count in rows:
            slips = distance(typed, word, at_most=allowed)
            if half_typed and len(word) > len(typed):
                slips = min(slips, distance(typed, word[: len(typed)], at_most=allowed) + _UNFINISHED)
            if word[0] != typed[0]:
                slips += _FIRST_LETTER
            if slips <= allowed:
                rated.append((round(slips, 3), -count, word))
        return tuple(Spelling(word, slips) for slips, _, word in sorted(rated)[:limit])

    @staticmethod
    def nearest_term(typed: str, group: Group) -> str:
        """The way to write `group` that is most like `typed`, folded words with blanks between."""
        nearest = min(group.spellings, key=lambda term: (distance(typed, " ".join(term.words)), term.shown))
        return nearest.shown
