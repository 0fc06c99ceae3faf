"""Words that mean the same: groups from the pack's synonym table and from its glossary."""

import json
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Final

from crmo_desktop.search.words import compounds, words

_CODE_PREFIX: Final = "zqx"

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One way to say what a group means.

    Attributes:
        shown: as it is written.
        words: folded.
        is_misspelling: a known slip, offered as a correction and never shown.
    """

    shown: str
    words: tuple[str, ...]
    is_misspelling: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that mean the same to somebody who searches.

    Attributes:
        code: the word that stands for the group in the index.
        terms: the canonical one first, misspellings last.
    """

    code: str
    terms: tuple[Term, ...]

    @property
    def spellings(self) -> tuple[Term, ...]:
        """The terms without the misspellings."""
        return tuple(term for term in self.terms if not term.is_misspelling)


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a row of words.

    Attributes:
        start, end: its words are `row[start:end]`.
        meanings: the groups it belongs to, each with the term found.
    """

    start: int
    end: int
    meanings: tuple[tuple[Group, Term], ...]


class Thesaurus:
    """Finds the groups' terms in rows of words, whatever their endings."""

    def __init__(
        self, groups: Iterable[Group], stems_of: Callable[[Iterable[str]], Mapping[str, str]]
    ) -> None:
        groups = list(groups)
        forms = [(form, group, term) for group in groups for term in group.terms for form in _forms(term)]
        stem_of = stems_of({word for form, _, _ in forms for word in form})
        self._by_stems: defaultdict[Stems, list[tuple[Group, Term]]] = defaultdict(list)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._phrases: list[tuple[str, Group, Term]] = []
        for form, group, term in forms:
            stems = tuple(stem_of[word] for word in form)
            if (group, term) not in self._by_stems[stems]:
                self._by_stems[stems].append((group, term))
                self._lengths[stems[0]].add(len(stems))
            if not term.is_misspelling:
                self._phrases.append((" ".join(form), group, term))
        self._phrases.sort(key=itemgetter(0))

    def matches_at(self, stems: Sequence[str], start: int) -> list[Match]:
        """The terms that begin at `start` in a row of stems, the longest first."""
        found = []
        for length in sorted(self._lengths.get(stems[start], ()), reverse=True):
            meanings = self._by_stems.get(tuple(stems[start : start + length]))
            if meanings and start + length <= len(stems):
                found.append(Match(start, start + length, tuple(meanings)))
        return found

    def longest_matches(self, stems: Sequence[str]) -> list[Match]:
        """The terms in a row of stems from left to right, the longest at each place, not overlapping."""
        found, place = [], 0
        while place < len(stems):
            here = self.matches_at(stems, place)
            if here:
                found.append(here[0])
                place = here[0].end
            else:
                place += 1
        return found

    def codes(self, stems: Sequence[str]) -> list[str]:
        """The codes of the groups whose terms stand in a row of stems, once for each time."""
        return [
            code
            for place in range(len(stems))
            for match in self.matches_at(stems, place)
            for code in dict.fromkeys(group.code for group, term in match.meanings if not term.is_misspelling)
        ]

    def continuations(self, typed: Sequence[str]) -> list[tuple[Group, Term]]:
        """The terms of which `typed`, a row of words with the last one half typed, is the beginning."""
        beginning = " ".join(typed)
        first = bisect_left(self._phrases, beginning, key=itemgetter(0))
        found = []
        for phrase, group, term in islice(self._phrases, first, None):
            if not phrase.startswith(beginning):
                break
            found.append((group, term))
        return found


def read_groups(connection: sqlite3.Connection) -> list[Group]:
    """The groups of a pack in a fixed order; the glossary's after the synonym table's."""
    terms: dict[str, list[Term]] = {}
    for name, text, is_misspelling in connection.execute(
        "SELECT grp, term, is_misspelling FROM ("
        "SELECT * FROM synonym"
        " UNION SELECT grp, canonical, canonical, 0 FROM synonym WHERE NOT is_misspelling)"
        " ORDER BY grp, is_misspelling, lower(term) != lower(canonical), term"
    ):
        terms.setdefault(name, []).append(Term(text, tuple(words(text)), bool(is_misspelling)))
    for name, term, synonyms in connection.execute("SELECT id, term, synonyms FROM glossary ORDER BY id"):
        texts = [_without_bracket(term), *json.loads(synonyms)]
        terms[f"glossary {name}"] = [Term(text, tuple(words(text)), is_misspelling=False) for text in texts]
    groups = []
    for number, name in enumerate(sorted(terms)):
        kept = _distinct(terms[name])
        if len(kept) > 1:
            groups.append(Group(f"{_CODE_PREFIX}{number}", kept))
    return groups


def group_words(groups: Iterable[Group]) -> Mapping[str, str]:
    """Each word of the groups' terms, misspellings left out, with a way to show it."""
    shown: dict[str, str] = {}
    for group in groups:
        for term in group.spellings:
            single = term.shown if len(term.words) == 1 else ""
            for word in term.words:
                shown[word] = shown.get(word) or single
    return {word: text or word for word, text in shown.items()}


def _distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms with words in them, each once; one that is written with capitals is preferred."""
    kept: dict[tuple[str, ...], Term] = {}
    for term in terms:
        if not term.words:
            continue
        before = kept.get(term.words)
        if before is None or (
            before.shown.islower() and not term.shown.islower() and not term.is_misspelling
        ):
            kept[term.words] = term
    return tuple(kept.values())


def _forms(term: Term) -> list[tuple[str, ...]]:
    """The words of a term; also with those run together that a hyphen or blank parts ("X-ray")."""
    forms = {term.words: None}
    pieces = [
        [compound.joined] if compound.joined else list(compound.parts) for compound in compounds(term.shown)
    ]
    forms[tuple(word for piece in pieces for word in piece)] = None
    if len(term.words) == 2:
        forms["".join(term.words),] = None
    return list(forms)


def _without_bracket(term: str) -> str:
    return term.partition(" (")[0]
