"""Turns a query into what is looked for, what is left out, and what may be misspelled."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crmo_desktop.search.concepts import Concept, ConceptMaker, Draft, quoted
from crmo_desktop.search.keys import keys
from crmo_desktop.search.query import Query
from crmo_desktop.search.spelling import Speller, distance, tolerance
from crmo_desktop.search.synonyms import Match, Thesaurus
from crmo_desktop.search.vocabulary import Vocabulary

_SURE_LENGTH: Final = 5  # a shorter word resembles too many
_LONG: Final = 10  # a longer one is still itself with two slips


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
        fillers: stems of the words that say little.
        numbers: in digits.
        slips: what seems misspelled.
        completions: words that continue the last one.
    """

    concepts: tuple[Concept, ...]
    excluded: tuple[str, ...]
    keys: tuple[str, ...]
    beginning: str
    fillers: tuple[str, ...]
    numbers: tuple[str, ...]
    slips: tuple[Slip, ...]
    completions: tuple[str, ...]


class Planner:
    """Makes plans for one pack."""

    def __init__(
        self, maker: ConceptMaker, vocabulary: Vocabulary, thesaurus: Thesaurus, speller: Speller
    ) -> None:
        self._maker = maker
        self._vocabulary = vocabulary
        self._thesaurus = thesaurus
        self._speller = speller

    def plan(self, query: Query) -> Plan:
        """What `query` looks for."""
        draft = Draft(query, self._vocabulary)
        concepts, slips = self._concepts(draft)
        concepts += [self._maker.phrase(phrase) for phrase in query.phrases]
        fillers = self._vocabulary.language.fillers
        return Plan(
            concepts=tuple(concepts),
            excluded=tuple(quoted(parts) for parts in query.excluded),
            keys=tuple(keys(draft.parts, draft.stems, fillers, self._thesaurus)),
            beginning="" if query.phrases else " ".join(draft.parts),
            fillers=tuple(draft.stems[place] for place, part in enumerate(draft.parts) if part in fillers),
            numbers=tuple(part for part in draft.parts if part.isdecimal()),
            slips=tuple(slips),
            completions=self._maker.completions(draft.parts[-1]) if query.is_open else (),
        )

    def _concepts(self, draft: Draft) -> tuple[list[Concept], list[Slip]]:
        """The concepts of the words outside quotes, and the slips among them."""
        concepts: list[Concept] = []
        slips: list[Slip] = []
        place = 0
        while place < len(draft.words):
            match = draft.term_at(place, self._thesaurus)
            end = draft.owner[match.end - 1] + 1 if match else place + 1
            slip = self._known_slip(draft, match, place, end) if match else None
            if slip:
                slips.append(slip)
            elif match:
                concepts.append(self._maker.term(draft, match, place, end))
            elif draft.is_quantity(place):
                concepts.append(self._maker.quantity(draft, place))
                end += 1
            elif place in draft.telling:
                concept = self._maker.word(draft, place)
                concepts.append(concept)
                if not concept.alternatives:
                    slips += self._spelling_slip(draft, place)
            place = end
        return concepts, slips

    def _known_slip(self, draft: Draft, match: Match, place: int, end: int) -> Slip | None:
        """A misspelling that the pack lists, unless all its words are words of the pack."""
        if any(not term.is_misspelling for _, term in match.meanings):
            return None
        if all(self._vocabulary.knows(part) for part in draft.parts[match.start : match.end]):
            return None
        typed = " ".join(draft.parts[match.start : match.end])
        offers = [self._speller.nearest_term(typed, group) for group, _ in match.meanings]
        if distance(typed, offers[0].lower()) > tolerance(
            typed
        ):  # a term in other words: rather a word like it
            like_it = self._speller.nearest(typed, half_typed=False, limit=1)
            offers = [*(self._vocabulary.shown(one.word) for one in like_it), *offers]
        return Slip(start=place, end=end, offers=tuple(dict.fromkeys(offers)), is_sure=True)

    def _spelling_slip(self, draft: Draft, place: int) -> list[Slip]:
        """What an unknown word may have been meant to be; empty if it resembles nothing."""
        typed = "".join(draft.words[place].parts)
        found = self._speller.nearest(typed, half_typed=draft.is_half_typed(place))
        if not found:
            return []
        sure = len(typed) >= _SURE_LENGTH and found[0].distance <= (1.0 if len(typed) < _LONG else 2.0)
        shown = tuple(self._vocabulary.shown(spelling.word) for spelling in found)
        return [Slip(start=place, end=place + 1, offers=shown, is_sure=sure)]


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
