import sqlite3
from collections.abc import Iterable
from contextlib import closing

from crmo_desktop.search.groups import forms_of, read_groups, words_shown
from crmo_desktop.search.synonyms import Group
from tests.search.small_pack import Words, fill


def groups(words: Words) -> list[Group]:
    with closing(sqlite3.connect(":memory:")) as connection:
        fill(connection, (), words)
        return read_groups(connection)


def test_the_canonical_term_comes_first_and_misspellings_last() -> None:
    (group,) = groups(Words(groups={"syn-x": (["MRI", "magnetic resonance imaging", "a scan"], ["mir"])}))

    assert [term.shown for term in group.terms] == ["MRI", "a scan", "magnetic resonance imaging", "mir"]
    assert [term.shown for term in group.spellings] == ["MRI", "a scan", "magnetic resonance imaging"]


def test_the_glossary_makes_groups_too() -> None:
    (group,) = groups(Words(glossary={"Sclerosis (of bone)": ["sclerotic"]}))

    assert [term.shown for term in group.terms] == ["Sclerosis", "sclerotic"]


def test_a_term_alone_is_no_group_and_one_without_words_no_term() -> None:
    assert not groups(Words(groups={"syn-x": (["Fever"], [])}, glossary={"Rash": [], "!": ["?", "…"]}))


def test_a_term_is_shown_with_its_capitals() -> None:
    (group,) = groups(Words(groups={"syn-x": (["sapho", "SAPHO", "Sapho", "SCCH"], ["saffo", "SAPHO"])}))

    assert [term.shown for term in group.terms] == ["SAPHO", "SCCH", "saffo"]


def test_words_know_how_to_be_shown() -> None:
    found = groups(Words(groups={"syn-x": (["bone scan", "Bone", "DMSA"], ["bnoe"])}))

    assert words_shown(found) == {"bone": "Bone", "scan": "scan", "dmsa": "DMSA"}


def test_a_term_has_forms_with_words_run_together() -> None:
    def no_stems(row: Iterable[str]) -> dict[str, str]:
        return {word: word for word in row}

    found = groups(Words(groups={"syn-x": (["X-ray", "plain old film"], [])}))

    assert {form.text for form in forms_of(found, no_stems)} == {"x ray", "xray", "plain old film"}
