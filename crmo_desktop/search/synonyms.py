"""Words that mean the same, found in rows of words."""

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter


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
    is_misspelling: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that mean the same to somebody who searches.

    Attributes:
        code: the word that stands for the group in the index.
        terms: the canonical one first, misspellings last.
    """

    code: str
    terms: tuple[Term, ...] = field(hash=False)  # the code tells groups apart

    @property
    def spellings(self) -> tuple[Term, ...]:
        """The terms without the misspellings."""
        return tuple(term for term in self.terms if not term.is_misspelling)


@dataclass(frozen=True, slots=True)
class Form:
    """A row of words that is a term, perhaps with some of them run together ("xray" for "X-ray").

    Attributes:
        words: folded.
        stems: of `words`, one each.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    group: Group
    term: Term

    @property
    def text(self) -> str:
        """The words with blanks between."""
        return " ".join(self.words)

    @property
    def is_run_together(self) -> bool:
        """Whether the term itself is written in more words."""
        return self.words != self.term.words


@dataclass(frozen=True, slots=True)
class Match:
    """Terms found in a row of words.

    Attributes:
        start, end: their words are `row[start:end]`.
        meanings: the groups they belong to, each with the term found.
    """

    start: int
    end: int
    meanings: tuple[tuple[Group, Term], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the groups, without those of which only a misspelling was found."""
        return tuple(dict.fromkeys(group.code for group, term in self.meanings if not term.is_misspelling))


class Thesaurus:
    """Finds terms in rows of words, whatever their endings."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._meanings: defaultdict[tuple[str, ...], dict[str, tuple[Group, Term]]] = defaultdict(dict)
        self._containing: defaultdict[str, dict[str, tuple[Group, Term]]] = defaultdict(dict)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._spellings: list[Form] = []
        for form in sorted(forms, key=attrgetter("is_run_together")):  # a term as it is written comes first
            self._meanings[form.stems].setdefault(form.group.code, (form.group, form.term))
            self._lengths[form.stems[0]].add(len(form.stems))
            if not form.term.is_misspelling:
                self._spellings.append(form)
                for stem in form.stems:
                    self._containing[stem].setdefault(form.group.code, (form.group, form.term))
        self._spellings.sort(key=attrgetter("text"))

    def matches_at(self, stems: Sequence[str], start: int) -> list[Match]:
        """The terms that begin at `start` in a row of stems, the longest first."""
        found = []
        for length in sorted(self._lengths.get(stems[start], ()), reverse=True):
            meanings = self._meanings.get(tuple(stems[start : start + length]))
            if meanings and start + length <= len(stems):
                found.append(Match(start, start + length, tuple(meanings.values())))
        return found

    def longest_matches(self, stems: Sequence[str]) -> list[Match]:
        """The terms in a row of stems from left to right, the longest at each place, not overlapping."""
        found, place = [], 0
        while place < len(stems):
            here = self.matches_at(stems, place)
            if here:
                found.append(here[0])
            place = here[0].end if here else place + 1
        return found

    def containing(self, stem: str) -> list[tuple[Group, Term]]:
        """The terms that have a word with this stem, one a group."""
        return list(self._containing.get(stem, {}).values())

    def continuations(self, typed: Sequence[str]) -> list[tuple[Group, Term]]:
        """The terms of which `typed`, a row of words with the last one half typed, is the beginning."""
        beginning = " ".join(typed)
        first = bisect_left(self._spellings, beginning, key=attrgetter("text"))
        found = []
        for form in islice(self._spellings, first, None):
            if not form.text.startswith(beginning):
                break
            found.append((form.group, form.term))
        return found


def read_thesaurus(connection: sqlite3.Connection) -> Thesaurus:
    """The thesaurus that a pack's index holds."""
    terms: defaultdict[str, dict[str, Term]] = defaultdict(dict)
    forms = []
    for code, shown, words, is_misspelling, form, stems in connection.execute(
        "SELECT code, shown, words, is_misspelling, form, stems FROM search_term ORDER BY id"
    ):
        term = terms[code].setdefault(words, Term(shown, tuple(words.split()), bool(is_misspelling)))
        forms.append((code, term, tuple(form.split()), tuple(stems.split())))
    groups = {code: Group(code, tuple(row.values())) for code, row in terms.items()}
    return Thesaurus(Form(words, stems, groups[code], term) for code, term, words, stems in forms)
