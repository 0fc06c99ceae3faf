import pytest

from crmo_desktop.search.synonyms import Match, Thesaurus
from crmo_desktop.search.vocabulary import Vocabulary
from crmo_desktop.search.words import words


def stems_of(vocabulary: Vocabulary, text: str) -> list[str]:
    row = words(text)
    stems = vocabulary.stems(row)
    return [stems[word] for word in row]


def found(match: Match) -> str:
    return match.meanings[0][1].shown


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Humira", ["Humira"]),
        ("the TNF blockers", ["TNF blocker"]),
        ("chronic recurrent multifocal osteomyelitis", ["chronic recurrent multifocal osteomyelitis"]),
        ("collarbones and collar bone", ["collarbone", "collar bone"]),
        ("antiTNF", ["anti-TNF"]),
        ("TNF", []),
        ("chronic recurrent", []),
    ],
)
def test_terms_are_found_whatever_their_endings(
    text: str, terms: list[str], thesaurus: Thesaurus, vocabulary: Vocabulary
) -> None:
    assert [found(match) for match in thesaurus.longest_matches(stems_of(vocabulary, text))] == terms


def test_the_longest_term_comes_first(thesaurus: Thesaurus, vocabulary: Vocabulary) -> None:
    lengths = [
        match.end - match.start
        for match in thesaurus.matches_at(stems_of(vocabulary, "spots on palms of hands"), 0)
    ]

    assert lengths == [3]


def test_a_misspelling_has_no_code(thesaurus: Thesaurus, vocabulary: Vocabulary) -> None:
    (slip,) = thesaurus.longest_matches(stems_of(vocabulary, "CMRO"))
    (term,) = thesaurus.longest_matches(stems_of(vocabulary, "CNO"))

    assert slip.codes == ()
    assert slip.meanings[0][0] == term.meanings[0][0]
    assert len(term.codes) == 1


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        (["hum"], {"Humira"}),
        (["spots", "on", "pal"], {"spots on palms"}),
        (["spots", "o"], {"spots on palms"}),
        (["tnf", "blocker"], {"TNF blocker"}),
        (["palms"], set()),
        (["cmr"], set()),
        (["zzz"], set()),
    ],
)
def test_half_typed_terms_are_found(typed: list[str], terms: set[str], thesaurus: Thesaurus) -> None:
    assert {term.shown for _, term in thesaurus.continuations(typed)} == terms
