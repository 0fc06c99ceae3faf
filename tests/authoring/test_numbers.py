"""Numbers in prose, however they are written."""

from decimal import Decimal

import pytest

from crmo_desktop.authoring.numbers import Number, in_figures, numbers_in

HALF, THIRD, TWO_THIRDS, QUARTER, THREE_QUARTERS = 50.0, 100 / 3, 200 / 3, 25.0, 75.0


def values(text: str) -> list[str]:
    """What the numbers of `text` are worth, as text; a name or a fraction as it is written."""
    return [
        number.written if number.value is None else f"{number.value.normalize():f}"
        for number in numbers_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no number at all", []),
        ("17 of 40", ["17", "40"]),
        ("42.5%", ["42.5"]),
        ("42·5%", ["42.5"]),
        ("100,000 children", ["100000"]),
        ("1,234.5", ["1234.5"]),
        ("1234,567", ["1234", "567"]),
        ("10 000 children", ["10000"]),
        ("10\u00a0000 children", ["10000"]),
        ("in 2019 400 children", ["2019", "400"]),
        ("0.45/100,000", ["0.45", "100000"]),
        ("p<.05", ["0.05"]),
        ("0,45", ["0", "45"]),
        ("5-10 years", ["5", "10"]),
        ("5–10 years", ["5", "10"]),
        ("5 to 10", ["5", "10"]),
        ("2:1", ["2", "1"]),
        ("22 November 2022", ["22", "2022"]),
        ("2022-11-22", ["2022", "11", "22"]),
        ("n=40", ["40"]),
        ("≥5", ["5"]),
        ("1.5T", ["1.5"]),
        ("٣", ["3"]),
        ("④ and ７", ["4", "7"]),
    ],
)
def test_figures(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("seven children", ["7"]),
        ("Seven", ["7"]),
        ("SEVEN", ["7"]),
        ("se\u00adven", ["7"]),
        ("thirty-five", ["35"]),
        ("thirty five", ["35"]),
        ("a hundred", ["100"]),
        ("two hundred and fifty", ["250"]),
        ("one hundred and one", ["101"]),
        ("three thousand and five", ["3005"]),
        ("two hundred thousand", ["200000"]),
        ("nineteen", ["19"]),
        ("zero", ["0"]),
        ("a dozen", ["12"]),
        ("two dozen", ["24"]),
        ("half a dozen", ["6"]),
        ("half a million", ["500000"]),
        ("2 million", ["2000000"]),
        ("1.5 billion", ["1500000000"]),
        ("four in every million", ["4", "1000000"]),
        ("ninety per cent", ["90"]),
        ("one per cent", ["1"]),
        ("one percent", ["1"]),
        ("one % of them", ["1"]),
        ("five ten-year-olds", ["5", "10"]),
        ("seven-year-old", ["7"]),
        ("in their thirties", ["30"]),
        ("one of them; someone; none; often", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the fifth rib", ["5"]),
        ("the 5th rib", ["5"]),
        ("the twenty-first child", ["21"]),
        ("the twenty second child", ["22"]),
        ("the thirtieth", ["30"]),
        ("thirds of the bone", ["3"]),
        ("first of all, a second look", []),
        ("a third-party table", []),
        ("two third-line medicines", ["2", "3"]),
        ("two third parties", ["2", "3"]),
        ("twice a day", ["2"]),
        ("tripled", ["3"]),
        ("double the risk", ["2"]),
        ("a double-blind trial", []),
        ("twofold", ["2"]),
        ("three-fold", ["3"]),
        ("10-fold", ["10"]),
        ("hundredfold", ["100"]),
        ("two and a half years", ["2.5"]),
        ("2 and a quarter", ["2.25"]),
        ("a year and a half", ["1.5"]),
        ("2½ years", ["2.5"]),
        ("1990s", ["1990"]),
    ],
)
def test_ordinals_and_multiples(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize("text", ["dozens", "hundreds of children", "thousands", "Millions", "tens of"])
def test_a_vague_number_is_kept_as_it_is_written(text: str) -> None:
    [number] = numbers_in(text)

    assert (number.value, number.percent) == (None, None)
    assert text.startswith(number.written)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10⁹/L", "1000000000"),
        ("10^9/L", "1000000000"),
        ("x10^9/L", "1000000000"),
        ("2×10⁹/L", "1000000000"),
        ("10⁻³", "0.001"),
        ("2^10", "1024"),
    ],
)
def test_a_raised_figure_is_a_power(text: str, value: str) -> None:
    assert Decimal(value) in {number.value for number in numbers_in(text)}
    assert Decimal(109) not in {number.value for number in numbers_in(text)}


@pytest.mark.parametrize(
    "text",
    ["IL-1", "IL-17A", "99mTc", "M86.3", "T1-weighted", "anti-IL-1", "CD4", "COVID-19", "week-52", "up-to-42",
     "40children", "children²", "m²", "B12", "HLA-B27"],
)  # fmt: skip
def test_figures_in_a_word_make_a_name(text: str) -> None:
    [number] = numbers_in(f"the {text} here")

    assert number == Number(text.replace("²", "^2"), None)


@pytest.mark.parametrize(
    "text", ["5mg", "5 mg", "5mg/kg", "5kg", "5cm", "5years", "5months", "5x", "5µg", "5min", "5h"]
)
def test_a_unit_tied_to_a_figure_makes_no_name(text: str) -> None:
    assert values(text) == ["5"]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("half of them", HALF),
        ("one half", HALF),
        ("halves", HALF),
        ("½ of them", HALF),
        ("a third of them", THIRD),
        ("A third had pain", THIRD),
        ("one third", THIRD),
        ("one-third", THIRD),
        ("two thirds", TWO_THIRDS),
        ("two-thirds", TWO_THIRDS),
        ("⅔ had pain", TWO_THIRDS),
        ("a quarter", QUARTER),
        ("nearly quarter", QUARTER),
        ("three quarters", THREE_QUARTERS),
        ("three fourths", THREE_QUARTERS),
        ("a fifth of them", 20.0),
        ("three fifths", 60.0),
        ("nine tenths", 90.0),
        ("one twentieth", 5.0),
        ("a hundredth", 1.0),
    ],
)
def test_a_fraction_is_a_percentage(text: str, percent: float) -> None:
    [number] = numbers_in(text)

    assert number.percent == pytest.approx(percent)


def test_a_fraction_that_may_be_an_ordinal_is_either() -> None:
    [third] = numbers_in("a third got better")
    [surely] = numbers_in("one third got better")

    assert (third.value, surely.value) == (Decimal(3), None)


@pytest.mark.parametrize(
    ("text", "tolerance"), [("half", 7.0), ("a third", 7.0), ("a quarter", 7.0), ("a fifth", 2.5)]
)
def test_a_finer_fraction_is_held_to_more(text: str, tolerance: float) -> None:
    assert [number.tolerance for number in numbers_in(text)] == [tolerance]


@pytest.mark.parametrize("text", ["half-life", "the half-lives", "five thirds"])
def test_what_only_looks_like_a_fraction(text: str) -> None:
    assert not [number for number in numbers_in(text) if number.percent is not None]


def test_a_number_is_found_once() -> None:
    assert values("At 9 to 10 years, two thirds of 30 (20) had IL-1 at week-4, twice.") == [
        "2", "two thirds", "IL-1", "week-4", "9", "10", "30", "20",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("four in every million", "4 in every 1000000"),
        ("17 of 40", "17 of 40"),
        ("0.45/100,000", "0.45/100000"),
        ("10 000", "10000"),
        ("2.5 million", "2500000"),
        ("twenty milligrams", "20 milligrams"),
        ("one third", "1 third"),
        ("five ten-year-olds", "5 10-year-olds"),
    ],
)
def test_whole_numbers_in_figures(text: str, figures: str) -> None:
    assert in_figures(text) == figures
