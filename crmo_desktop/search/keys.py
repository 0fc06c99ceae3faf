"""Titles, keywords and queries brought to one form, so that they can be found equal."""

from collections.abc import Sequence
from itertools import product
from typing import Final

from crmo_desktop.search.synonyms import Thesaurus

_MOST_KEYS: Final = 24


def keys(
    words: Sequence[str], stems: Sequence[str], fillers: frozenset[str], thesaurus: Thesaurus
) -> list[str]:
    """The forms of a row of words in which it may be equal to another one.

    Fillers are left out unless a term has them ("grow out of it"), the order does not count, and a term
    stands for its groups: "what is CNO" and "What is CRMO?" share a key, "TNF blockers" and "TNF inhibitors"
    do as well.

    Args:
        words: folded.
        stems: of `words`, one each.
        fillers: words that do not count, unless there are no others.
        thesaurus: of the pack.
    """
    if not words:
        return []
    named = {place for match in thesaurus.longest_matches(stems) for place in range(match.start, match.end)}
    telling = [place for place, word in enumerate(words) if place in named or word not in fillers]
    rows = _parts([stems[place] for place in telling or range(len(words))], thesaurus)
    forms = [
        " ".join(sorted(" ".join(choice).split()))
        for choice, _ in zip(product(*rows), range(_MOST_KEYS), strict=False)
    ]
    return list(dict.fromkeys(forms))


def _parts(stems: Sequence[str], thesaurus: Thesaurus) -> list[list[str]]:
    """For each part of a row of stems the ways to name it: the codes of its groups, then its own stems."""
    rows, place = [], 0
    for match in thesaurus.longest_matches(stems):
        rows += [[stem] for stem in stems[place : match.start]]
        rows.append([*match.codes, " ".join(stems[match.start : match.end])])
        place = match.end
    return rows + [[stem] for stem in stems[place:]]
