import pytest

from crmo_desktop.search.concepts import ConceptMaker, Draft, quoted
from crmo_desktop.search.query import parse
from crmo_desktop.search.synonyms import Thesaurus
from crmo_desktop.search.vocabulary import Vocabulary


def draft(text: str, vocabulary: Vocabulary) -> Draft:
    return Draft(parse(text), vocabulary)


def test_a_draft_takes_compounds_apart(vocabulary: Vocabulary) -> None:
    query = draft("what about IL-1 doses ", vocabulary)

    assert query.parts == ["what", "about", "il", "1", "doses"]
    assert query.stems == ["what", "about", "il", "1", "dose"]
    assert query.owner == [0, 1, 2, 2, 3]
    assert query.first == [0, 1, 2, 4]
    assert query.telling == {2, 3}


@pytest.mark.parametrize(
    ("text", "telling"),
    [("what is it ", {0, 1, 2}), ("what is it", {2}), ('what "bone"', set()), ("", set()), ("the bone", {1})],
)
def test_fillers_count_only_when_there_is_nothing_else(
    text: str, telling: set[int], vocabulary: Vocabulary
) -> None:
    assert draft(text, vocabulary).telling == telling


@pytest.mark.parametrize(
    ("text", "place", "is_quantity"),
    [
        ("3 mg/kg", 0, True),
        ("3 of 7", 0, False),
        ("mg 3", 1, False),
        ("3", 0, False),
        ("il-1 3 doses", 1, True),
    ],
)
def test_a_number_belongs_to_the_telling_word_after_it(
    text: str, place: int, is_quantity: bool, vocabulary: Vocabulary
) -> None:
    assert draft(text, vocabulary).is_quantity(place) is is_quantity


def test_a_term_ends_where_a_word_ends(vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
    term = draft("collar bone hurts", vocabulary).term_at(0, thesaurus)

    assert term is not None
    assert (term.start, term.end) == (0, 2)
    assert draft("collar bone-dry", vocabulary).term_at(0, thesaurus) is None
    assert draft("hurts", vocabulary).term_at(0, thesaurus) is None


@pytest.mark.parametrize(
    ("text", "place", "match"),
    [
        ("blisters ", 0, '"blisters"'),
        ("IL-1 ", 0, '"il 1" OR "il1"'),
        ("tumors ", 0, '"tumours"'),
        ("tumor ", 0, '"tumour"'),
        ("m863 ", 0, '"m863"'),
        ("withfood ", 0, '"with food"'),
        ("il 1 ", 0, '"il" OR "il1"'),
    ],
)
def test_a_word_can_be_written_in_more_than_one_way(
    text: str, place: int, match: str, maker: ConceptMaker, vocabulary: Vocabulary
) -> None:
    concept = maker.word(draft(text, vocabulary), place)

    assert [one.match for one in concept.alternatives] == [match]


def test_an_unknown_word_has_no_alternative(maker: ConceptMaker, vocabulary: Vocabulary) -> None:
    assert maker.word(draft("xylophones ", vocabulary), 0).alternatives == ()


def test_a_half_typed_word_goes_on(maker: ConceptMaker, vocabulary: Vocabulary) -> None:
    (alternative,) = maker.word(draft("palmop", vocabulary), 0).alternatives

    assert alternative.match.startswith('"palmoplantar" OR "zqx')
    assert alternative.weight == 1.0


def test_a_word_that_may_be_whole_counts_more_than_what_it_may_become(
    maker: ConceptMaker, vocabulary: Vocabulary
) -> None:
    whole, becoming = maker.word(draft("dose", vocabulary), 0).alternatives

    assert whole.match == '"dose"'
    assert becoming.match == '"doses"'
    assert becoming.weight < whole.weight


def test_a_term_is_looked_for_by_its_words_and_by_its_group(
    maker: ConceptMaker, vocabulary: Vocabulary, thesaurus: Thesaurus
) -> None:
    query = draft("spots on palms ", vocabulary)
    term = query.term_at(0, thesaurus)
    assert term is not None

    concept = maker.term(query, term, 0, 3)

    assert concept.typed == "spots on palms"
    assert [one.match for one in concept.alternatives] == ['("spots") AND ("palms")', quoted(term.codes)]
    assert concept.names == set(term.codes), "no part of the term is the term"
    assert {"spot", "palm"} <= concept.parts
    assert concept.forms == (("spots", "on", "palms"),)


def test_a_number_stands_with_its_unit_or_less_well_apart(
    maker: ConceptMaker, vocabulary: Vocabulary
) -> None:
    together, apart = maker.quantity(draft("10 mg/kg ", vocabulary), 0).alternatives

    assert together.match == '"10 mg kg"'
    assert apart.match == '("10") AND ("mg kg")'
    assert apart.weight < together.weight
    assert len(maker.quantity(draft("10 xylophones ", vocabulary), 0).alternatives) == 1


def test_a_phrase_is_required(maker: ConceptMaker) -> None:
    concept = maker.phrase(("with", "food"))

    assert concept.is_required
    assert [one.match for one in concept.alternatives] == ['"with food"']


def test_completions_are_words_as_they_are_written(maker: ConceptMaker) -> None:
    assert maker.completions("hu") == ("hurt", "Humira")
    assert "palms" not in maker.completions("palms")
