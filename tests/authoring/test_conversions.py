"""Numbers in plainer words: right ones, wrong ones, and more than was converted."""

import pytest

from crmo_desktop.authoring.conversions import converts


@pytest.mark.parametrize(
    ("original", "shown"),
    [
        ("0.4 per 100,000", "4 in every million"),
        ("0.4 per 100,000", "four in every million"),
        ("0.4/100,000", "4 children in a million"),
        ("0.4 per 100 000", "0.4 in 100,000"),
        ("42.5%", "about 4 in 10"),
        ("42.5%", "about four in ten children"),
        ("42.5 per cent", "4 out of 10"),
        ("42.5%", "42%"),
        ("42.5%", "43 per cent"),
        ("17 of 40", "about 4 in 10"),
        ("17 of 40", "42.5%"),
        ("10.9%", "About 1 in 9"),
        ("33%", "1 of every 3"),
        ("0.45 per 100,000", "4 to 5 in every million children"),
        ("30-45%", "3 to 4.5 in 10"),
        ("18 months", "about 1.5 years"),
        ("24 months", "two years"),
        ("14 days", "2 weeks"),
        ("48 hours", "two days"),
        ("24-36 months", "2 to 3 years"),
    ],
)
def test_a_conversion_that_comes_out(original: str, shown: str) -> None:
    assert converts(original, shown)


@pytest.mark.parametrize(
    ("original", "shown"),
    [
        ("0.4 per 100,000", "40 in every million"),
        ("0.4 per 100,000", "4 in every thousand"),
        ("0.4 per 100,000", "4 in 10"),
        ("42.5%", "5 in 10"),
        ("42.5%", "about 3 in 10"),
        ("42.5%", "44%"),
        ("30%", "1 in 2"),
        ("17 of 40", "17 of 20"),
        ("0.45 per 100,000", "4 to 6 in every million"),
        ("30-45%", "3 to 6 in 10"),
        ("18 months", "2 years"),
        ("18 months", "18 weeks"),
        ("18 months", "4 in 10"),
        ("42.5%", "4 years"),
        ("42.5 mg", "4 in 10"),
        ("42.5%", "many"),
        ("many", "4 in 10"),
        ("42.5%", "4 in 0"),
        ("0 of 0", "4 in 10"),
        ("", ""),
    ],
)
def test_a_conversion_that_does_not(original: str, shown: str) -> None:
    assert not converts(original, shown)


@pytest.mark.parametrize(
    "shown",
    [
        "4 in 10, and 9 in 10 girls",
        "all 17 boys, about 4 in 10",
        "4 in 10 within seven days",
        "4 in 10 (IL-1)",
    ],
)
def test_nothing_else_may_hide_in_it(shown: str) -> None:
    assert not converts("42.5%", shown)
