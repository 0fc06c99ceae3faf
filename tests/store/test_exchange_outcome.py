"""Tests of `crmo_desktop.store.exchange_outcome`."""

import pytest

from crmo_desktop.store.exchange_outcome import Outcome, folded, free_name, outcome_of


@pytest.mark.parametrize(
    ("here", "outcome"),
    [
        (None, Outcome.ADDED),
        ("2026-11-26", Outcome.THE_SAME),
        ("2026-11-25", Outcome.UPDATED),
        ("2026-11-27", Outcome.NEWER_HERE),
    ],
)
def test_what_was_changed_later_stays(here: str | None, outcome: Outcome) -> None:
    assert outcome_of("2026-11-26", here) is outcome


def test_a_name_that_another_has_gets_a_number() -> None:
    assert free_name("Evening", {"class"}) == "Evening"
    assert free_name("Evening", {"evening", "evening (2)"}) == "Evening (3)"


def test_letters_are_folded_as_the_file_does() -> None:
    assert folded("ÄBc") == "Äbc"
