from datetime import date

import pytest

from crmo_desktop.gui.edition_stamp import edition_stamp, stamp_of
from crmo_desktop.services.reading import ReadingService


def test_it_says_which_edition_and_that_nobody_has_looked_at_it(reading: ReadingService) -> None:
    edition = reading.edition._replace(made_on=date(2026, 11, 26), title="CRMO reference", reviewed_by=None)

    reviewed = "Not yet reviewed by a physician"
    expected = f"CRMO reference, edition 2026-11-26. {reviewed}. Information, not medical advice."
    assert edition_stamp(edition) == expected


def test_who_has_looked_at_it_is_named(reading: ReadingService) -> None:
    assert "Reviewed by Dr. Ada. " in edition_stamp(reading.edition._replace(reviewed_by="Dr. Ada"))


@pytest.mark.parametrize(("title", "begins"), [("MRI", "MRI. "), ("What is CRMO?", "What is CRMO? ")])
def test_it_names_what_it_is_of(reading: ReadingService, title: str, begins: str) -> None:
    stamp = stamp_of(title, reading.edition)

    assert stamp.startswith(begins + reading.edition.title)
