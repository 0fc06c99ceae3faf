"""Characters that look alike are read alike."""

import pytest

from crmo_desktop.authoring.characters import raised, unify


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("plain words, 42.5%", "plain words, 42.5%"),
        ("10⁹/L", "10^9/L"),
        ("10⁻³", "10^-3"),
        ("mg/m²", "mg/m^2"),
        ("CO₂", "CO2"),
        ("½ of them", " one half  of them"),
        ("⅔", " two thirds "),
        ("2½ years", "2.5 years"),
        ("2 ¾", "2.75"),
        ("1⅓", "1.333"),
        ("７", "7"),
        ("④", "4"),
        ("µg", "μg"),
        ("IL‑1", "IL-1"),
        ("IL‐1", "IL-1"),
        ("se\u00adven", "seven"),
        ("se\u200bven", "seven"),
        ("10\u00a0mg", "10 mg"),
        ("5–10", "5–10"),
    ],
)
def test_a_character_has_one_form(written: str, read: str) -> None:
    assert unify(written) == read


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("9", "⁹"),
        ("-3", "⁻³"),
        ("−3", "⁻³"),
        ("+2", "⁺²"),
        (" 9 ", " ⁹ "),
        ("a", "a"),
        ("9a", "9a"),
        ("", ""),
    ],
)
def test_only_figures_are_raised(written: str, shown: str) -> None:
    assert raised(written) == shown
