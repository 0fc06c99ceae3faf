"""Says why a passage was found when the words typed do not stand in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crmo_desktop.search.excerpt import Span, find_forms
from crmo_desktop.search.plan import Concept


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a passage speaks of a concept.

    Attributes:
        spans: (start, end) in the passage's text.
        why: "typed = found" when another term stands there in place of the words typed; "" otherwise.
    """

    spans: tuple[Span, ...]
    why: str


def trace(concept: Concept, text: str, headings: str) -> Trace:
    """Where and as what a passage speaks of `concept`.

    Args:
        concept: what was looked for.
        text: the passage's, as `bounded` makes it.
        headings: the titles shown with it, likewise.
    """
    own = find_forms(text, concept.forms)
    plain = bool(own) or bool(find_forms(headings, concept.forms))
    spans, why = list(own), ""
    for group, typed in concept.meanings:
        for term in group.spellings:
            if term.words == typed.words:
                own_term = find_forms(text, [term.words])
                spans += own_term
                plain = plain or bool(own_term)
                continue
            there = find_forms(text, [term.words])
            spans += there
            if not why and (there or find_forms(headings, [term.words])):
                why = f"{typed.shown} = {term.shown}"
    return Trace(tuple(spans), "" if plain else why)


def why(traces: Iterable[Trace]) -> str:
    """The reasons of a hit in one line."""
    reasons: Sequence[str] = list(dict.fromkeys(one.why for one in traces if one.why))
    return ", ".join(reasons[:2])
