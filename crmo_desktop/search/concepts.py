"""What a query may be about: concepts, each with all the ways in which a passage may speak of it."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from crmo_desktop.search.query import Query
from crmo_desktop.search.synonyms import Group, Match, Term, Thesaurus
from crmo_desktop.search.vocabulary import KnownWord, Vocabulary
from crmo_desktop.search.words import Compound, words

CONTINUATIONS: Final = 12  # of a half-typed word
_OF_FEW_LETTERS: Final = {1: 6, 2: 8}  # letters typed -> continuations
_BESIDE_OTHERS: Final = {1: 0, 2: 5}  # the same where other words are there
_OF_A_WORD: Final = 4  # the same of what is a word as it is, and of its meanings
_PHRASE_STARTS: Final = 5  # how far back a half-typed term of several words may begin
_MOST_MEANINGS: Final = 8  # groups of synonyms that a half-typed word may belong to
_SYNONYM_WEIGHT: Final = 0.9
_APART_WEIGHT: Final = 0.3  # a number and its unit that do not stand together
_CONTINUED_WEIGHT: Final = 0.6


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a passage may speak of a concept.

    Attributes:
        match: FTS5 expression.
        weight: how good it is beside the words as typed, up to 1.
    """

    match: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing that is looked for.

    Attributes:
        typed: the words that name it in the query.
        alternatives: the ways to speak of it; empty if the pack knows none.
        names: stems and codes that stand for it, as `search_row` has them; of a word that is not known yet
            those of all that it may become.
        parts: stems of the words of a term, of which no one names it by itself.
        is_guess: the names are such.
        forms: rows of folded words that are the words typed, in all their forms, to be marked in a text.
        meanings: groups of synonyms that it belongs to, with the term typed.
        is_required: a passage without it is no hit.
    """

    typed: str
    alternatives: tuple[Alternative, ...]
    names: frozenset[str]
    forms: tuple[tuple[str, ...], ...]
    meanings: tuple[tuple[Group, Term], ...] = ()
    parts: frozenset[str] = frozenset()
    is_guess: bool = False
    is_required: bool = False


class Draft:
    """A query's words outside quotes while concepts are made of them.

    Attributes:
        words: as the query has them.
        is_open: the last one may be half typed.
        parts: all folded words, compounds taken apart.
        stems: of `parts`, one each.
        owner: for each part the place of its compound among the words.
        first: for each word the place of its first part.
        telling: the places of the words that are no fillers; of all of them, or of the half-typed last one,
            when there are no others.
    """

    def __init__(self, query: Query, vocabulary: Vocabulary) -> None:
        self.words = query.words
        self.is_open = query.is_open
        self.parts = [part for word in query.words for part in word.parts]
        self.owner = [place for place, word in enumerate(query.words) for _ in word.parts]
        self.first = [self.owner.index(place) for place in range(len(query.words))]
        stems = vocabulary.stems(self.parts)
        self.stems = [stems[part] for part in self.parts]
        fillers = vocabulary.language.fillers
        self.telling = {place for place, word in enumerate(query.words) if not fillers.issuperset(word.parts)}
        if not self.telling and query.words and not query.phrases:
            last = len(query.words) - 1
            self.telling = {last} if query.is_open else set(range(last + 1))

    def is_half_typed(self, place: int) -> bool:
        """Whether the word at `place` may go on."""
        return self.is_open and place == len(self.words) - 1

    def term_at(self, place: int, thesaurus: Thesaurus) -> Match | None:
        """The longest term of the thesaurus that begins with the word at `place` and ends with a word."""
        for match in thesaurus.matches_at(self.stems, self.first[place]):
            if match.end == len(self.parts) or self.owner[match.end] != self.owner[match.end - 1]:
                return match
        return None

    def is_quantity(self, place: int) -> bool:
        """Whether a number stands at `place` with a telling word after it."""
        return self.words[place].is_number and place + 1 in self.telling


class ConceptMaker:
    """Makes concepts for one pack; borrows its open connection."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._thesaurus = thesaurus

    def term(self, draft: Draft, match: Match, place: int, end: int) -> Concept:
        """The concept that a term of the thesaurus names."""
        places = [inner for inner in range(place, end) if inner in draft.telling] or list(range(place, end))
        literal = [self.word(draft, inner) for inner in places]
        alternatives = [Alternative(_codes(match.meanings), _SYNONYM_WEIGHT)]
        if all(concept.alternatives for concept in literal):
            plain = " AND ".join(f"({concept.alternatives[0].match})" for concept in literal)
            alternatives.insert(0, Alternative(plain, 1.0))
            if len(literal) == 1:
                alternatives += literal[0].alternatives[1:]
        names = [concept.names for concept in literal if not concept.is_guess]
        parts = tuple(draft.parts[match.start : match.end])
        forms = [form for concept in literal for form in concept.forms] if len(literal) == 1 else [parts]
        return Concept(
            typed=" ".join(draft.words[inner].written for inner in range(place, end)),
            alternatives=tuple(dict.fromkeys(alternatives)),
            # a part of a term is something else: "joint" is no "sacroiliac joint"
            names=frozenset(match.codes).union(*(names if len(literal) == 1 else ())),
            parts=frozenset().union(*names),
            forms=tuple(forms),
            meanings=match.meanings,
        )

    def quantity(self, draft: Draft, place: int) -> Concept:
        """A number and the word after it, which belong together: "3 mg/kg"."""
        number, unit = self.word(draft, place), self.word(draft, place + 1)
        parts = (*draft.words[place].parts, *draft.words[place + 1].parts)
        alternatives = [Alternative(quoted(parts), 1.0)]
        if number.alternatives and unit.alternatives:
            both = f"({number.alternatives[0].match}) AND ({unit.alternatives[0].match})"
            alternatives.append(Alternative(both, _APART_WEIGHT))
        return Concept(
            typed=f"{number.typed} {unit.typed}",
            alternatives=tuple(alternatives),
            names=number.names | unit.names,
            forms=(parts,),
        )

    def word(self, draft: Draft, place: int) -> Concept:
        """The concept that one word of the query names by itself."""
        compound = draft.words[place]
        same = [compound.parts, *self._same_words(draft.words, place)]
        known = [parts for parts in same if all(self._vocabulary.knows(part) for part in parts)]
        names = {self._vocabulary.stem(part) for parts in known for part in parts}
        # "immed" has the stem of "I'm": half typed, a word is what it seems only if it is there as it is
        is_guess = not known or (draft.is_half_typed(place) and not self._vocabulary.present(compound.parts))
        forms = [form for parts in known for form in self._forms(parts)]
        alternatives = [Alternative(" OR ".join(quoted(parts) for parts in known), 1.0)] if known else []
        meanings = [meaning for parts in known for part in parts for meaning in self._meant_only(part)]
        if meanings:
            alternatives.append(Alternative(_codes(meanings), _SYNONYM_WEIGHT))
            names.update(group.code for group, _ in meanings)
        if draft.is_half_typed(place):
            continued, continued_terms = self._continued(draft, compound, is_guess=is_guess)
            rows = [(*compound.parts[:-1], *row) for word in continued for row in _as_written(word)]
            expressions = [quoted(row) for row in rows]
            expressions += [_codes(continued_terms)] if continued_terms else []
            if expressions:
                weight = _CONTINUED_WEIGHT if known else 1.0
                alternatives.append(Alternative(" OR ".join(expressions), weight))
            if is_guess:
                names.update(word.stem for word in continued)
                names.update(group.code for group, _ in continued_terms)
            forms += rows
            meanings += continued_terms
        return Concept(
            typed=compound.written,
            alternatives=tuple(alternatives),
            names=frozenset(names),
            forms=tuple(dict.fromkeys(forms)),
            meanings=tuple(meanings),
            is_guess=is_guess,
        )

    def _meant_only(self, word: str) -> list[tuple[Group, Term]]:
        """The terms that a word stands for which no passage has: "granuloma" is known from a synonym only."""
        return (
            [] if self._vocabulary.occurs(word) else self._thesaurus.containing(self._vocabulary.stem(word))
        )

    def _same_words(self, row: Sequence[Compound], place: int) -> list[tuple[str, ...]]:
        """Other ways to write a word: joined, with its neighbour, apart, in another spelling."""
        compound = row[place]
        joined = [compound.joined] if compound.joined else []
        for one, other in ((place - 1, place), (place, place + 1)):
            if one >= 0 and other < len(row):
                together = "".join((*row[one].parts, *row[other].parts))
                joined += [together] if len(together) > 2 else []
        found: list[tuple[str, ...]] = [(word,) for word in sorted(self._vocabulary.present(joined))]
        if len(compound.parts) == 1:
            word = compound.parts[0]
            found += [(variant,) for variant in self._vocabulary.other_spellings(word)]
            if not self._vocabulary.knows(word):
                found += self._apart(word)
        return found

    def _apart(self, word: str) -> list[tuple[str, ...]]:
        """A word nobody knows as two that stand side by side somewhere: "collarbone" as "collar bone"."""
        cuts = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
        known = self._vocabulary.present(part for parts in cuts for part in parts)
        for parts in cuts:
            if all(part.isdecimal() or part in known for part in parts) and self._stands(parts):
                return [parts]
        return []

    def _stands(self, parts: Sequence[str]) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM search_passage WHERE search_passage MATCH ? LIMIT 1", (quoted(parts),)
        )
        return found.fetchone() is not None

    def _forms(self, parts: Sequence[str]) -> list[tuple[str, ...]]:
        """All forms of one word, also as its parts if it is a compound; a compound only as it is."""
        if len(parts) > 1:
            return [tuple(parts)]
        return [form for known in self._vocabulary.forms(parts[0]) for form in _as_written(known)]

    def _continued(
        self, draft: Draft, compound: Compound, *, is_guess: bool
    ) -> tuple[list[KnownWord], list[tuple[Group, Term]]]:
        """How a half-typed last word may go on: words of the pack, terms of the thesaurus."""
        last = compound.parts[-1]
        # beside words that say something a letter or two says little, and stands in half the pack
        few = _OF_FEW_LETTERS if len(draft.telling) < 2 else _BESIDE_OTHERS
        most, most_meanings = few.get(len(last), CONTINUATIONS), _MOST_MEANINGS
        if not is_guess:
            most, most_meanings = min(most, _OF_A_WORD), _OF_A_WORD
        going_on = self._vocabulary.continuations(last, most)
        meanings = [meaning for word in going_on if not word.count for meaning in self._meant_only(word.word)]
        if len(last) > 1:
            for start in range(max(0, len(draft.parts) - _PHRASE_STARTS), len(draft.parts)):
                meanings = self._thesaurus.continuations(draft.parts[start:]) + meanings
        by_group = {group.code: (group, term) for group, term in reversed(meanings)}
        return going_on, list(by_group.values())[::-1][:most_meanings]

    def phrase(self, parts: tuple[str, ...]) -> Concept:
        """What stands in quotes: these words, in this order, whatever their endings."""
        return Concept(
            typed=" ".join(parts),
            alternatives=(Alternative(quoted(parts), 1.0),),
            names=frozenset(self._vocabulary.stem(part) for part in parts),
            forms=tuple(self._forms(parts)),
            is_required=True,
        )

    def completions(self, last: str) -> tuple[str, ...]:
        """The words that go on from a half-typed one, the most frequent first, as they are mostly written."""
        going_on = self._vocabulary.continuations(last, CONTINUATIONS)
        return tuple(word.shown for word in going_on)


def _codes(meanings: Iterable[tuple[Group, Term]]) -> str:
    """FTS5 expression for all that belongs to the groups."""
    return " OR ".join(quoted([code]) for code in dict.fromkeys(group.code for group, _ in meanings))


def _as_written(word: KnownWord) -> list[tuple[str, ...]]:
    """A word, and its parts if it is a compound run together: "il1" stands in texts as "IL-1"."""
    return list(dict.fromkeys([(word.word,), tuple(words(word.shown)) or (word.word,)]))


def quoted(parts: Iterable[str]) -> str:
    """Words as one FTS5 phrase; folded words contain no quote."""
    return '"' + " ".join(parts) + '"'
