import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.search.words import Compound, compounds, flatten, fold, greek_letters, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bone PAIN", ["bone", "pain"]),
        ("café Müller Łódź", ["cafe", "muller", "łodz"]),
        ("IL-1", ["il", "1"]),
        ("M86.3", ["m86", "3"]),
        ("3 mg/kg", ["3", "mg", "kg"]),
        ("99mTc", ["99mtc"]),
        ("⁹⁹ᵐTc", ["99mtc"]),
        ("TNF-α", ["tnf", "alpha"]),
        ("IL-1β", ["il", "1", "beta"]),
        ("Crohn’s and Crohn's", ["crohn", "and", "crohn"]),
        ("it's", ["it"]),
        ("«…» — ?!", []),
        ("שלום עולם", ["שלום", "עולם"]),
        ("骨髓炎", ["骨髓炎"]),
        ("🦴 bone 🦴", ["bone"]),
        ("", []),
    ],
)
def test_words_have_no_case_accents_or_signs(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "joined"),
    [("IL-1", "il1"), ("M86.3", "m863"), ("Crohn’s", "crohns"), ("non‑bacterial", "nonbacterial")],
)
def test_a_compound_can_be_written_in_one(text: str, joined: str) -> None:
    assert compounds(text)[0].joined == joined


@pytest.mark.parametrize("text", ["bone", "mg/kg", "and/or"])
def test_other_words_cannot(text: str) -> None:
    assert compounds(text)[0].joined == ""


def test_a_compound_keeps_what_was_written() -> None:
    assert compounds("(the TNF-alpha)") == [
        Compound("the", ("the",), ""),
        Compound("TNF-alpha", ("tnf", "alpha"), "tnfalpha"),
    ]


@pytest.mark.parametrize(("text", "is_number"), [("3", True), ("0.25", True), ("1,000", True), ("3a", False)])
def test_numbers_are_told_apart(text: str, is_number: bool) -> None:
    assert compounds(text)[0].is_number is is_number


def test_greek_letters_are_found_by_their_names() -> None:
    assert greek_letters("alpha") == ("α",)
    assert greek_letters("bone") == ()


def test_flat_text_has_blanks_for_signs() -> None:
    assert flatten("TNF-Alpha, (café)") == "tnf alpha   cafe "


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(flatten(text)) == len(text)


@given(st.text())
def test_words_are_made_of_letters_and_digits_only(text: str) -> None:
    found = words(text)

    assert all(word.isalnum() for word in found)
    assert words(" ".join(found)) == found
