import pytest

from crmo_desktop.search.keys import keys
from crmo_desktop.search.synonyms import Thesaurus
from crmo_desktop.search.vocabulary import Vocabulary
from crmo_desktop.search.words import words


def keys_of(text: str, vocabulary: Vocabulary, thesaurus: Thesaurus) -> list[str]:
    row = words(text)
    stems = vocabulary.stems(row)
    return keys(row, [stems[word] for word in row], vocabulary.language.fillers, thesaurus)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is CRMO?", "cno"),
        ("TNF inhibitors", "anti-TNF"),
        ("Monitoring treatment", "the treatments, monitored"),
        ("what is it", "is it what"),
    ],
)
def test_equal_texts_share_a_key(one: str, other: str, vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
    assert set(keys_of(one, vocabulary, thesaurus)) & set(keys_of(other, vocabulary, thesaurus))


@pytest.mark.parametrize(("one", "other"), [("bone scan", "bone"), ("CRMO", "CRMO in adults"), ("", "bone")])
def test_others_do_not(one: str, other: str, vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
    assert not set(keys_of(one, vocabulary, thesaurus)) & set(keys_of(other, vocabulary, thesaurus))


def test_a_long_query_has_a_bounded_number_of_keys(vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
    assert len(keys_of("humira cno " * 20, vocabulary, thesaurus)) <= 24
