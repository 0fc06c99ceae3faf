"""Turns a query into concepts, each with all the ways in which a passage may speak of it."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from crmo_desktop.search.keys import keys
from crmo_desktop.search.query import Query
from crmo_desktop.search.spelling import Speller
from crmo_desktop.search.synonyms import Group, Match, Term, Thesaurus
from crmo_desktop.search.vocabulary import KnownWord, Vocabulary
from crmo_desktop.search.words import Compound

CONTINUATIONS: Final = 24  # with fewer, words vanish while they are being typed
_PHRASE_STARTS: Final = 5  # how far back a half-typed term of several words may begin
_MOST_MEANINGS: Final = 12  # groups of synonyms that a half-typed word may belong to
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
        names: stems and codes that stand for it, as `search_row` has them.
        forms: rows of folded words that are the words typed, in all their forms, to be marked in a text.
        meanings: groups of synonyms that it belongs to, with the term typed.
        is_required: a passage without it is no hit.
    """

    typed: str
    alternatives: tuple[Alternative, ...]
    names: frozenset[str]
    forms: tuple[tuple[str, ...], ...]
    meanings: tuple[tuple[Group, Term], ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A word, or some, that the pack does not know and what may have been meant.

    Attributes:
        start, end: the query's words `words[start:end]`.
        offers: the likeliest first.
        is_sure: the first offer is near enough to be searched for without asking.
    """

    start: int
    end: int
    offers: tuple[str, ...]
    is_sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a query looks for.

    Attributes:
        concepts: in the order of the query.
        excluded: FTS5 expressions of what no hit may contain.
        keys: forms in which the query may be equal to a title or keyword.
        beginning: the query's words with blanks between, the last one perhaps half typed.
        slips: what seems misspelled.
        completions: words that continue the last one.
    """

    concepts: tuple[Concept, ...]
    excluded: tuple[str, ...]
    keys: tuple[str, ...]
    beginning: str
    slips: tuple[Slip, ...]
    completions: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    """The words of a query while concepts are made of them.

    Attributes:
        parts: all folded words, compounds taken apart.
        owner: for each part the place of its compound in the query.
        first: for each compound the place of its first part.
    """

    query: Query
    parts: list[str] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for place, compound in enumerate(self.query.words):
            self.first.append(len(self.parts))
            self.parts += compound.parts
            self.owner += [place] * len(compound.parts)


class Planner:
    """Makes plans for one pack."""

    def __init__(
        self, connection: sqlite3.Connection, vocabulary: Vocabulary, thesaurus: Thesaurus, speller: Speller
    ) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._thesaurus = thesaurus
        self._speller = speller

    def plan(self, query: Query) -> Plan:
        """What `query` looks for."""
        draft = _Draft(query)
        stems = self._vocabulary.stems(draft.parts)
        row = [stems[part] for part in draft.parts]
        concepts, slips = self._concepts(draft, row)
        concepts += [self._phrase(phrase) for phrase in query.phrases]
        fillers = self._vocabulary.language.fillers
        last = draft.parts[-1] if query.is_open else ""
        return Plan(
            concepts=tuple(concepts),
            excluded=tuple(quoted(parts) for parts in query.excluded),
            keys=tuple(keys(draft.parts, row, fillers, self._thesaurus)) if draft.parts else (),
            beginning="" if query.phrases else " ".join(draft.parts),
            slips=tuple(slips),
            completions=self._completions(last) if last else (),
        )

    def _concepts(self, draft: _Draft, row: Sequence[str]) -> tuple[list[Concept], list[Slip]]:
        """The concepts of the words outside quotes, and the slips among them."""
        concepts: list[Concept] = []
        slips: list[Slip] = []
        telling = self._telling(draft)
        place = 0
        while place < len(draft.query.words):
            match = self._term_at(draft, row, place)
            end = draft.owner[match.end - 1] + 1 if match else place + 1
            slip = self._known_slip(draft, match, place, end) if match else None
            if slip:
                slips.append(slip)
            elif match:
                concepts.append(self._term(draft, match, place, end, telling))
            elif draft.query.words[place].is_number and end < len(draft.query.words):
                concepts.append(self._quantity(draft, place))
                end += 1
            elif place in telling:
                concept = self._word(draft, place)
                concepts.append(concept)
                if not concept.alternatives:
                    slips += self._spelling_slip(draft, place)
            place = end
        return concepts, slips

    def _telling(self, draft: _Draft) -> set[int]:
        """The places of the words that are no fillers; all of them when there are no others."""
        query, fillers = draft.query, self._vocabulary.language.fillers
        telling = {place for place, word in enumerate(query.words) if not set(word.parts) <= fillers}
        if not telling and not query.phrases:
            return {len(query.words) - 1} if query.is_open else set(range(len(query.words)))
        return telling

    def _term_at(self, draft: _Draft, row: Sequence[str], place: int) -> Match | None:
        """The longest term of the thesaurus that begins with a word and ends with one."""
        for match in self._thesaurus.matches_at(row, draft.first[place]):
            if match.end == len(row) or draft.owner[match.end] != draft.owner[match.end - 1]:
                return match
        return None

    def _known_slip(self, draft: _Draft, match: Match, place: int, end: int) -> Slip | None:
        """A misspelling that the pack lists, unless all its words are words of the pack."""
        if any(not term.is_misspelling for _, term in match.meanings):
            return None
        if all(self._vocabulary.knows(part) for part in draft.parts[match.start : match.end]):
            return None
        typed = " ".join(draft.parts[match.start : match.end])
        offers = [self._speller.nearest_term(typed, group) for group, _ in match.meanings]
        return Slip(start=place, end=end, offers=tuple(dict.fromkeys(offers)), is_sure=True)

    def _spelling_slip(self, draft: _Draft, place: int) -> list[Slip]:
        """What an unknown word may have been meant to be; empty if it resembles nothing."""
        compound = draft.query.words[place]
        is_last = draft.query.is_open and place == len(draft.query.words) - 1
        typed = "".join(compound.parts)
        found = self._speller.nearest(typed, half_typed=is_last)
        if not found:
            return []
        sure = len(typed) >= 5 and found[0].distance <= (1.0 if len(typed) <= 7 else 2.0)
        shown = tuple(self._vocabulary.shown(spelling.word) for spelling in found)
        return [Slip(start=place, end=place + 1, offers=shown, is_sure=sure)]

    def _term(self, draft: _Draft, match: Match, place: int, end: int, telling: set[int]) -> Concept:
        """The concept that a term of the thesaurus names."""
        places = [inner for inner in range(place, end) if inner in telling] or list(range(place, end))
        literal = [self._word(draft, inner) for inner in places]
        codes = list(dict.fromkeys(group.code for group, _ in match.meanings))
        alternatives = [Alternative(quoted([code]), _SYNONYM_WEIGHT) for code in codes]
        if all(concept.alternatives for concept in literal):
            plain = " AND ".join(f"({concept.alternatives[0].match})" for concept in literal)
            alternatives.insert(0, Alternative(plain, 1.0))
            if len(literal) == 1:
                alternatives += literal[0].alternatives[1:]
        parts = tuple(draft.parts[match.start : match.end])
        forms = [form for concept in literal for form in concept.forms] if len(literal) == 1 else [parts]
        return Concept(
            typed=" ".join(draft.query.words[inner].written for inner in range(place, end)),
            alternatives=tuple(dict.fromkeys(alternatives)),
            names=frozenset(codes).union(*(concept.names for concept in literal)),
            forms=tuple(forms),
            meanings=match.meanings,
        )

    def _quantity(self, draft: _Draft, place: int) -> Concept:
        """A number and the word after it, which belong together: "3 mg/kg"."""
        number, unit = self._word(draft, place), self._word(draft, place + 1)
        parts = (*draft.query.words[place].parts, *draft.query.words[place + 1].parts)
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

    def _word(self, draft: _Draft, place: int) -> Concept:
        """The concept that one word of the query names by itself."""
        compound = draft.query.words[place]
        is_last = draft.query.is_open and place == len(draft.query.words) - 1
        same = [compound.parts, *self._same_words(draft.query.words, place)]
        known = [parts for parts in same if all(self._vocabulary.knows(part) for part in parts)]
        names = {self._vocabulary.stem(part) for parts in known for part in parts}
        forms = [form for parts in known for form in self._forms(parts)]
        alternatives = [Alternative(" OR ".join(quoted(parts) for parts in known), 1.0)] if known else []
        meanings: list[tuple[Group, Term]] = []
        if is_last:
            continued, meanings = self._continued(draft, compound)
            weight = _CONTINUED_WEIGHT if known else 1.0
            expressions = [quoted([*compound.parts[:-1], word.word]) for word in continued]
            expressions += [quoted([code]) for code in dict.fromkeys(group.code for group, _ in meanings)]
            if expressions:
                alternatives.append(Alternative(" OR ".join(expressions), weight))
            names.update(self._vocabulary.stem(word.word) for word in continued)
            names.update(group.code for group, _ in meanings)
            forms += [(*compound.parts[:-1], word.word) for word in continued]
        return Concept(
            typed=compound.written,
            alternatives=tuple(alternatives),
            names=frozenset(names),
            forms=tuple(dict.fromkeys(forms)),
            meanings=tuple(meanings),
        )

    def _same_words(self, row: Sequence[Compound], place: int) -> list[tuple[str, ...]]:
        """Other ways to write a word: joined, with its neighbour, apart, in another spelling."""
        compound = row[place]
        found: list[tuple[str, ...]] = []
        if compound.joined and self._vocabulary.has(compound.joined):
            found.append((compound.joined,))
        for one, other in ((place - 1, place), (place, place + 1)):
            if one >= 0 and other < len(row):
                together = "".join((*row[one].parts, *row[other].parts))
                if len(together) > 3 and self._vocabulary.has(together):
                    found.append((together,))
        if len(compound.parts) == 1:
            word = compound.parts[0]
            found += [(variant,) for variant in self._vocabulary.other_spellings(word)]
            if not self._vocabulary.knows(word):
                found += self._apart(word)
        return found

    def _apart(self, word: str) -> list[tuple[str, ...]]:
        """A word nobody knows as two that stand side by side somewhere: "collarbone" as "collar bone"."""
        for cut in range(1, len(word)):
            parts = (word[:cut], word[cut:])
            if all(part.isdecimal() or self._vocabulary.has(part) for part in parts) and self._stands(parts):
                return [parts]
        return []

    def _stands(self, parts: Sequence[str]) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM search_passage WHERE search_passage MATCH ? LIMIT 1", (quoted(parts),)
        )
        return found.fetchone() is not None

    def _forms(self, parts: Sequence[str]) -> list[tuple[str, ...]]:
        """All forms of one word; a compound only as it is."""
        return [(form,) for form in self._vocabulary.forms(parts[0])] if len(parts) == 1 else [tuple(parts)]

    def _continued(
        self, draft: _Draft, compound: Compound
    ) -> tuple[list[KnownWord], list[tuple[Group, Term]]]:
        """How a half-typed last word may go on: words of the pack, terms of the thesaurus."""
        last = compound.parts[-1]
        going_on = [
            word for word in self._vocabulary.continuations(last, CONTINUATIONS + 1) if word.word != last
        ]
        meanings: list[tuple[Group, Term]] = []
        if len(last) > 1:
            for start in range(max(0, len(draft.parts) - _PHRASE_STARTS), len(draft.parts)):
                meanings += self._thesaurus.continuations(draft.parts[start:])
        by_group = {group.code: (group, term) for group, term in reversed(meanings)}
        return going_on[:CONTINUATIONS], list(by_group.values())[:_MOST_MEANINGS]

    def _phrase(self, parts: tuple[str, ...]) -> Concept:
        """What stands in quotes: these words, in this order, whatever their endings."""
        return Concept(
            typed=" ".join(parts),
            alternatives=(Alternative(quoted(parts), 1.0),),
            names=frozenset(self._vocabulary.stem(part) for part in parts),
            forms=tuple(self._forms(parts)),
            is_required=True,
        )

    def _completions(self, last: str) -> tuple[str, ...]:
        going_on = self._vocabulary.continuations(last, CONTINUATIONS)
        return tuple(word.shown for word in going_on if word.word != last)


def quoted(parts: Iterable[str]) -> str:
    """Words as one FTS5 phrase; folded words contain no quote."""
    return '"' + " ".join(parts) + '"'


def corrected(query: Query, slips: Iterable[Slip], choice: int = 0) -> str:
    """The query with each slip replaced by the offer number `choice`, or by the last it has.

    What is left out and what stands in quotes stays as it was typed.
    """
    texts = [word.written for word in query.words]
    for slip in sorted(slips, key=lambda slip: -slip.start):
        offer = slip.offers[min(choice, len(slip.offers) - 1)]
        texts[slip.start : slip.end] = [offer]
    texts += [quoted(phrase) for phrase in query.phrases]
    texts += [f"-{quoted(parts) if len(parts) > 1 else parts[0]}" for parts in query.excluded]
    return " ".join(texts)
