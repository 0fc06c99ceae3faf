import pytest

from crmo_desktop.search import vocabulary as module
from crmo_desktop.search.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("blisters", True),
        ("blister", True),
        ("humira", True),
        ("12", True),
        ("blistering", True),
        ("blix", False),
    ],
)
def test_a_word_is_known_in_any_form(word: str, known: bool, vocabulary: Vocabulary) -> None:
    assert vocabulary.knows(word) is known


def test_forms_share_a_stem(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [form.word for form in vocabulary.forms("doses")] == ["dose", "doses"]

    monkeypatch.setattr(module, "_MOST_REMEMBERED", 0)
    assert [form.word for form in vocabulary.forms("hurting")] == ["hurt"]
    assert [form.word for form in vocabulary.forms("dose")] == ["dose", "doses"]


def test_a_word_may_be_known_from_synonyms_only(vocabulary: Vocabulary) -> None:
    assert vocabulary.knows("humira")
    assert not vocabulary.occurs("humira")
    assert vocabulary.occurs("blister")
    assert vocabulary.occurs("12")


def test_words_are_shown_as_they_are_mostly_written(vocabulary: Vocabulary) -> None:
    assert vocabulary.shown("crmo") == "CRMO"
    assert vocabulary.shown("humira") == "Humira"
    assert vocabulary.shown("il1") == "IL-1"
    assert vocabulary.shown("unknown") == "unknown"


def test_a_beginning_goes_on_with_the_most_frequent_word(vocabulary: Vocabulary) -> None:
    assert [word.word for word in vocabulary.continuations("pal", 5)] == ["palms", "palmoplantar"]
    assert [word.word for word in vocabulary.continuations("pal", 1)] == ["palms"]
    assert vocabulary.continuations("zzz", 5) == []


def test_another_spelling_is_only_one_that_the_pack_has(vocabulary: Vocabulary) -> None:
    assert vocabulary.other_spellings("tumors") == ["tumours"]
    assert vocabulary.other_spellings("tumour") == []


def test_which_words_stand_there_exactly_so(vocabulary: Vocabulary) -> None:
    assert vocabulary.present(["palms", "palm", "zzz"]) == {"palms"}
