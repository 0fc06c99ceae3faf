import math
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.search.spelling import Speller, distance, spelling_keys, tolerance, typed_keys
from crmo_desktop.search.synonyms import Group, Term

SHORT = st.text("abcde", max_size=8)


@pytest.fixture
def speller(pack: sqlite3.Connection) -> Speller:
    return Speller(pack)


@pytest.mark.parametrize(
    ("typed", "meant", "slips"),
    [
        ("bone", "bone", 0),
        ("bnoe", "bone", 0.8),
        ("bon", "bone", 1),
        ("bonee", "bone", 0.5),
        ("adalimumb", "adalimumab", 1),
        ("sulfassalazine", "sulfasalazine", 0.5),
        ("pustolosis", "pustulosis", 0.7),
        ("", "bone", 4),
    ],
)
def test_slips_are_counted(typed: str, meant: str, slips: float) -> None:
    assert distance(typed, meant) == pytest.approx(slips)


@given(SHORT, SHORT)
def test_distance_is_that_of_two_words(one: str, other: str) -> None:
    slips = distance(one, other)

    assert (slips == 0) == (one == other)
    assert slips <= max(len(one), len(other))


@given(SHORT, SHORT, st.floats(0, 8))
def test_what_is_too_far_is_not_counted_out(one: str, other: str, at_most: float) -> None:
    slips = distance(one, other)

    assert distance(one, other, at_most=at_most) == (slips if slips <= at_most else math.inf)


def test_keys_of_a_word() -> None:
    assert spelling_keys("bonny") == {
        "bonny", "onny", "bnny", "bony", "bonn",  # each letter left out
        ">onny", ">bnny", ">bony", ">bonn",  # likewise, for who has typed no more
        "~bn",  # first letter and consonants
    }  # fmt: skip


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.text(LETTERS, min_size=4, max_size=12), st.data())
def test_a_word_with_one_slip_shares_a_key_with_itself(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    slip = data.draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            ]
        )
    )

    assert spelling_keys(word) & typed_keys(slip, half_typed=False)


@given(*[st.sampled_from("aeiou")] * 3)
def test_a_word_is_found_whatever_its_vowels_are(one: str, two: str, three: str) -> None:

    assert spelling_keys("bisphosphonate") & typed_keys(f"b{one}sph{two}sph{three}nate", half_typed=False)


def test_a_word_is_found_by_its_first_letters() -> None:
    assert spelling_keys("adalimumab") & typed_keys("adlai", half_typed=True)
    assert not spelling_keys("adalimumab") & typed_keys("adlai", half_typed=False)


@pytest.mark.parametrize(
    ("word", "slips"), [("ab", 0), ("abcd", 1), ("abcdef", 1.5), ("abcdefgh", 2), ("abcdefghi", 2.5)]
)
def test_a_longer_word_may_hold_more_slips(word: str, slips: float) -> None:
    assert tolerance(word) == slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("adalimumb", "adalimumab"),
        ("napproxen", "naproxen"),
        ("tubercolosis", "tuberculosis"),
        ("vacines", "vaccines"),
        ("cihld", "child"),
    ],
)
def test_the_nearest_word_comes_first(typed: str, meant: str, speller: Speller) -> None:
    assert speller.nearest(typed, half_typed=False)[0].word == meant


def test_a_half_typed_word_is_recognised(speller: Speller) -> None:
    assert speller.nearest("palmoplentar", half_typed=False)[0].word == "palmoplantar"
    assert [one.word for one in speller.nearest("palmople", half_typed=True)] == ["palmoplantar"]
    assert speller.nearest("palmople", half_typed=False) == ()


@pytest.mark.parametrize("typed", ["xx", "qqqqqq", "il17", "😀"])
def test_what_resembles_nothing_has_no_offer(typed: str, speller: Speller) -> None:
    assert speller.nearest(typed, half_typed=False) == ()


def test_there_are_at_most_as_many_offers_as_asked_for(speller: Speller) -> None:
    assert len(speller.nearest("dosess", half_typed=False, limit=1)) == 1


def test_a_misspelling_leads_to_the_most_similar_term() -> None:
    group = Group(
        "zqx1", (Term("palmoplantar pustulosis", ("palmoplantar", "pustulosis")), Term("PPP", ("ppp",)))
    )

    assert Speller.nearest_term("palmaplantar pustolosis", group) == "palmoplantar pustulosis"
    assert Speller.nearest_term("pppp", group) == "PPP"
