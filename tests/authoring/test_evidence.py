"""Which numbers a text may say when it cites these facts."""

import pytest

from crmo_desktop.authoring.evidence import Evidence
from crmo_desktop.authoring.numbers import numbers_in


def is_supported(text: str, *facts: str, names: str = "", years: tuple[int, ...] = ()) -> bool:
    """Whether every number of `text`, and there is one, stands in `facts`."""
    evidence, numbers = Evidence(facts, years), numbers_in(text)
    assert numbers
    return all(evidence.supports(number, names=names) for number in numbers)


SAME = [
    ("17", "17 of 40"),
    ("seventeen", "17 of 40"),
    ("17", "seventeen children"),
    ("42.5%", "42.5% of 40"),
    ("42.50%", "42.5%"),
    ("ninety per cent", "90%"),
    ("100,000", "0.45/100,000"),
    ("0.45", "0.45/100,000"),
    ("100 000", "per 100,000"),
    ("a hundred thousand", "per 100,000"),
    ("1 million", "4 per million"),
    ("5-10", "aged 5 to 10"),
    ("2:1", "girls to boys 2:1"),
    ("two to one", "2 girls for one boy"),
    ("twice", "2 times"),
    ("a fifth", "5 and more"),
    ("the fifth lumbar vertebra", "vertebra 5"),
    ("10⁹/L", "<2 x10^9/L"),
    ("2½ years", "2.5 years"),
    ("dozens", "Dozens of children"),
    ("IL-1", "IL-1β was raised"),
    ("IL-1", "IL 1 was raised"),
    ("IL‑1", "IL-1 was raised"),
    ("il-1", "IL-1 was raised"),
    ("anti-IL-1", "IL-1 was blocked"),
    ("IL-1-driven", "IL-1 drives it"),
    ("T1-weighted", "T1 images"),
    ("week-52", "at week 52"),
    ("mg/m²", "15 mg/m2"),
    ("mm³", "100,000/mm^3"),
]
OTHER = [
    ("18", "17 of 40"),
    ("seven", "17 of 40"),
    ("42%", "42.5%"),
    ("43%", "42.5%"),
    ("45", "0.45/100,000"),
    ("100", "0.45/100,000"),
    ("109", "x10^9/L"),
    ("9", "10⁹/L"),
    ("1", "one child"),
    ("1", "IL-1"),
    ("2", "m²"),
    ("IL-1", "IL-17 was raised"),
    ("IL-1", "IL-6; 1 child"),
    ("M86", "M86.3"),
    ("week-5", "at week 52"),
    ("up-to-42", "17 of 40"),
    ("dozens", "12 children"),
    ("half", "0.45/100,000"),
]


@pytest.mark.parametrize(("text", "fact"), SAME)
def test_a_number_of_the_facts_may_be_said(text: str, fact: str) -> None:
    assert is_supported(text, fact)


@pytest.mark.parametrize(("text", "fact"), OTHER)
def test_any_other_number_may_not(text: str, fact: str) -> None:
    assert not is_supported(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("half", "43%"),
        ("half", "57 per cent"),
        ("half", "20 of 40"),
        ("half", "20/40"),
        ("half", "20 out of the 40"),
        ("half", "half of them"),
        ("half", "ten of twenty"),
        ("half", "50-70%"),
        ("half", "50% to 70%"),
        ("a third", "30%"),
        ("two thirds", "67 of 100"),
        ("three quarters", "fifty per cent, later seventy-five per cent"),
        ("a fifth", "18%"),
        ("a tenth", "1 in 10"),
        ("a hundredth", "1 in every 100"),
    ],
)
def test_a_fraction_may_stand_for_a_percentage_nearby(text: str, fact: str) -> None:
    assert is_supported(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("half", "42%"),
        ("half", "58%"),
        ("half", "50 children"),
        ("half", "40 of 20"),
        ("half", "0 of 40"),
        ("two thirds", "a third"),
        ("one third", "3 children"),
        ("a fifth", "17%"),
        ("a third", "IL-17/51"),
        ("half", "doses of 10 mg in 20.5 kg"),
    ],
)
def test_but_not_for_one_far_away(text: str, fact: str) -> None:
    assert not is_supported(text, fact)


def test_numbers_may_come_from_several_facts() -> None:
    assert is_supported("17 of 40", "17 boys", "40 girls")


def test_the_years_of_sources_count() -> None:
    assert is_supported("in 2020", "something", years=(2020,))
    assert not is_supported("in 2021", "something", years=(2020,))


def test_a_name_may_stand_in_the_glossary_a_number_may_not() -> None:
    assert is_supported("M86.3", "something", names="M86.3")
    assert not is_supported("17", "something", names="17")
