"""Sources named shortly: people, institutions, and those that nobody signed."""

import pytest

from crmo_desktop.domain.source_name import short_name
from tests.domain.values import source

LONG = "Chronic osteomyelitis in children of a large hospital in the north: what was found in twenty years"


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        ("Diaz A", "Diaz"),
        ("O'Leary D, Killeen O", "O'Leary and Killeen"),
        ("d'Angelo P, Tanturri de Horatio L, Toma P, et al", "d'Angelo and others"),
        ("Walsh P, et al.", "Walsh and others"),
        ("Zhao Y et al (CARRA)", "Zhao and others"),
        ("Ott de Bruin LM, Bijl M-A", "Ott de Bruin and Bijl"),
        ("M. Langendoerfer and others", "Langendoerfer and others"),
        ("Barhum L; medically reviewed by Roe R", "Barhum"),
        ("Italian multicentre group", "Italian multicentre group"),
        ("Bristol group, Doe J", "Bristol group, Doe J"),
        (
            "Trust for the Health of Children and of Young People (THCYP) – Bones, London",
            "Trust for the Health of Children and of Young People",
        ),
    ],
)
def test_who_wrote_it(authors: str, name: str) -> None:
    assert short_name(source(authors=authors, journal="Bones", year=2020)) == f"{name}, Bones 2020"


@pytest.mark.parametrize(
    ("language", "name"), [("en-GB", "Doe and others"), ("de", "Doe et al."), ("he", "Doe et al.")]
)
def test_and_others_in_other_languages(language: str, name: str) -> None:
    assert short_name(source(authors="Doe J, Roe R, Poe P"), language) == f"{name}, Bones 2020"


def test_two_people_in_other_languages() -> None:
    assert short_name(source(authors="Doe J, Roe R"), "de") == "Doe, Roe, Bones 2020"


def test_without_authors_the_title_stands_for_them() -> None:
    nobody = source(authors="", title="Bone pain (described here: its title was not seen)")

    assert short_name(nobody) == "Bone pain, Bones 2020"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (LONG, "Chronic osteomyelitis in children of a large hospital in the…"),
        (f"Old bones: {LONG}", "Old bones"),
    ],
)
def test_a_long_title_is_cut(title: str, name: str) -> None:
    assert short_name(source(authors="", title=title, journal=None, year=None)) == name


def test_without_a_journal_the_title_says_what_it_is() -> None:
    assert short_name(source(authors="Doe J", journal=None)) == "Doe, A study of bones 2020"


def test_what_it_does_not_say_is_left_out() -> None:
    assert short_name(source(authors="Doe J", year=None)) == "Doe, Bones"


@pytest.mark.parametrize(
    ("authors", "journal", "name"),
    [
        ("Bone Society", "Bone Society", "Bone Society, 2020"),
        ("Bone Society (news)", "Bone Society", "Bone Society (news), 2020"),
        ("Bone Society", "bone society (copy)", "bone society (copy), 2020"),
    ],
)
def test_who_and_where_are_not_told_twice(authors: str, journal: str, name: str) -> None:
    assert short_name(source(authors=authors, journal=journal)) == name


def test_a_long_journal_loses_what_stands_in_brackets() -> None:
    journal = "Seminars in Arthritis and Rheumatism (as its number tells, it was not seen)"

    assert short_name(source(authors="Doe J", journal=journal)) == (
        "Doe, Seminars in Arthritis and Rheumatism 2020"
    )
