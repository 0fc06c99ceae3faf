import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.search.query import parse


def written(text: str) -> list[str]:
    return [word.written for word in parse(text).words]


def test_words_phrases_and_what_is_left_out_are_told_apart() -> None:
    query = parse('limp "bone scan" -mri -"whole body" IL-1')

    assert [word.parts for word in query.words] == [("limp",), ("il", "1")]
    assert query.phrases == (("bone", "scan"),)
    assert query.excluded == (("mri",), ("whole", "body"))
    assert query.is_open


@pytest.mark.parametrize("text", ['"bone scan', "“bone scan”", "«bone scan»", "„bone scan“", '"bone scan"  '])
def test_quotes_of_all_kinds_ask_for_a_phrase(text: str) -> None:
    assert parse(text).phrases == (("bone", "scan"),)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("bone", True),
        ("bone ", False),
        ("bone?", False),
        ('bone "scan"', False),
        ("bone -scan", False),
        ('"scan" bone', True),
        ("", False),
    ],
)
def test_the_last_word_may_be_half_typed(text: str, is_open: bool) -> None:
    assert parse(text).is_open is is_open


def test_a_minus_within_a_word_leaves_nothing_out() -> None:
    assert written("non-bacterial 9-10 -") == ["non-bacterial", "9-10"]
    assert parse("non-bacterial - mri").excluded == ()


def test_control_characters_and_halves_of_characters_are_blanks() -> None:
    assert written("bone\x00pain\x1b\ud800limp\n") == ["bone", "pain", "limp"]


@pytest.mark.parametrize("text", ["", "  ", '""', "-", "?!", "-mri", "😀", '"', "--"])
def test_nothing_is_asked(text: str) -> None:
    assert parse(text).asks_nothing


def test_a_long_text_is_cut() -> None:
    assert len(parse("word " * 5000).words) == 40
    assert written("a " * 300 + "last")[-1] == "last"


@given(st.text())
def test_every_text_is_a_query(text: str) -> None:
    query = parse(text)

    assert all(word.parts for word in query.words)
    assert all(query.phrases)
    assert all(query.excluded)
