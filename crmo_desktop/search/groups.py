"""Gathers the groups of words that mean the same from a pack's synonym table and glossary."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from crmo_desktop.search.synonyms import Form, Group, Term
from crmo_desktop.search.words import compounds, words

_CODE_PREFIX: Final = "zqx"  # no word begins so


def read_groups(connection: sqlite3.Connection) -> list[Group]:
    """The groups of a pack in a fixed order; a term alone is no group."""
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
        terms[f"glossary {name}"] = [Term(text, tuple(words(text))) for text in texts]
    groups = []
    for number, name in enumerate(sorted(terms)):
        kept = _distinct(terms[name])
        if len(kept) > 1:
            groups.append(Group(f"{_CODE_PREFIX}{number}", kept))
    return groups


def forms_of(groups: Iterable[Group], stems_of: Callable[[Iterable[str]], Mapping[str, str]]) -> list[Form]:
    """All forms in which the groups' terms may be written."""
    written = [(row, group, term) for group in groups for term in group.terms for row in _rows(term)]
    stems = stems_of({word for row, _, _ in written for word in row})
    return [Form(row, tuple(stems[word] for word in row), group, term) for row, group, term in written]


def words_shown(groups: Iterable[Group]) -> dict[str, str]:
    """Each word of the groups' terms, misspellings left out, with a way to show it."""
    shown: dict[str, str] = {}
    for group in groups:
        for term in group.spellings:
            for word in term.words:
                shown[word] = shown.get(word) or (term.shown if len(term.words) == 1 else "")
    return {word: text or word for word, text in shown.items()}


def _rows(term: Term) -> list[tuple[str, ...]]:
    """The words of a term; also with those run together that a hyphen or blank parts ("X-ray")."""
    pieces = [[one.joined] if one.joined else list(one.parts) for one in compounds(term.shown)]
    rows = [term.words, tuple(word for piece in pieces for word in piece)]
    if len(term.words) == 2:
        rows.append(("".join(term.words),))
    return list(dict.fromkeys(rows))


def _distinct(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms with words in them, each once; one that is written with capitals is preferred."""
    kept: dict[tuple[str, ...], Term] = {}
    for term in terms:
        before = kept.get(term.words)
        if term.words and (before is None or (before.shown.islower() and not term.is_misspelling)):
            kept[term.words] = term
    return tuple(kept.values())


def _without_bracket(term: str) -> str:
    return term.partition(" (")[0]
