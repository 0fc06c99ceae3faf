"""Each refusal of notes for teaching, on notes that are good until one thing of them is broken."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.authoring.checks import check_content
from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.library.teaching import teaching_notes
from tests.authoring.small_content import SmallContent

NOTES = [
    {
        "id": "pain#in-short",
        "ask": ["Of 40 children, how many began with pain?"],
        "say": ["It was the first sign in 17 of them."],
        "misunderstood": ["Not all of them began with pain."],
        "facts": ["f-pain"],
    },
    {"id": "pain#who", "say": ["Of those 0.5 mg/kg was given."], "facts": ["f-dose"]},
    {"id": "scan#day", "ask": ["Who has been in a scanner?"], "states": "nothing"},
]


@pytest.fixture
def content(content: SmallContent) -> SmallContent:
    content.write("teaching.json", NOTES)
    return content


def faults(content: SmallContent, id: str, **fields: object) -> list[str]:
    """What is wrong with the notes on `id` once `fields` are changed; nothing else is wrong."""
    content.change("teaching.json", id, **fields)
    text = (content.root / "teaching.json").read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(f'"id": "{id}"')) + 1
    begin = f"teaching.json:{line}: notes on “{id}”: "
    problems = content.problems()
    assert all(problem.startswith(begin) for problem in problems), problems
    return [problem.removeprefix(begin) for problem in problems]


def test_good_notes_have_no_fault_and_are_counted(content: SmallContent) -> None:
    assert content.problems() == []
    assert "notes for teaching: 3" in check_content(content.root).summary


def test_an_edition_may_do_without(content: SmallContent) -> None:
    (content.root / "teaching.json").unlink()

    assert content.problems() == []
    assert not [line for line in check_content(content.root).summary if "teaching" in line]


def test_the_pack_takes_them_along_with_the_facts_that_only_they_cite(
    content: SmallContent, tmp_path: Path
) -> None:
    content.change("teaching.json", "scan#day", say=["Pain comes back."], facts=["f-seed"], states=...)
    compile_pack(content.root, tmp_path / "small.crmo")

    with closing(sqlite3.connect(tmp_path / "small.crmo")) as connection:
        notes = teaching_notes(connection)
        told = connection.execute("SELECT statement FROM fact WHERE id = 'f-seed'").fetchone()

    assert [str(note.place) for note in notes] == [f"crmo://topic/{note['id']}" for note in NOTES]
    assert told is not None


@pytest.mark.parametrize("id", ["pain#nowhere", "nothing#who", "pain"])
def test_the_section_has_to_be_there(id: str, content: SmallContent) -> None:
    content.write("teaching.json", [NOTES[2] | {"id": id}])

    assert content.problems() == [f"teaching.json:3: notes on “{id}”: there is no such section"]


def test_notes_say_something(content: SmallContent) -> None:
    assert faults(content, "scan#day", ask=[]) == ["they say nothing"]


def test_a_text_is_not_empty(content: SmallContent) -> None:
    assert faults(content, "scan#day", say=[" "]) == ["one of them is empty"]


def test_a_text_can_be_read_at_a_glance(content: SmallContent) -> None:
    assert faults(content, "pain#who", say=["No more. " * 40]) == [
        "one is longer than 300 characters: “No more. No more. No more. No …”"
    ]


def test_a_question_asks(content: SmallContent) -> None:
    assert faults(content, "scan#day", ask=["Look."]) == ["it asks nothing: “Look.…”"]


def test_they_rest_on_facts_or_say_that_they_state_nothing(content: SmallContent) -> None:
    assert faults(content, "scan#day", states=...) == [
        "they rest on no fact, and do not say that they state nothing"
    ]


def test_the_facts_have_to_be_there(content: SmallContent) -> None:
    assert faults(content, "scan#day", facts=["f-nothing"]) == ["fact “f-nothing” does not exist"]


def test_notes_on_what_families_read_rest_on_no_fact_for_clinicians(content: SmallContent) -> None:
    assert faults(content, "scan#day", facts=["f-dose"]) == ["fact “f-dose” is for clinicians only"]


def test_numbers_stand_in_the_facts(content: SmallContent) -> None:
    assert faults(content, "pain#who", say=["It was 18 of them."]) == [
        "the number “18” is in none of the facts cited here"
    ]


def test_no_words_of_the_seed_are_taken_over(content: SmallContent) -> None:
    copied = "The pain often comes back at night and keeps children from sleeping in their beds."

    found = faults(content, "pain#who", say=[copied])

    assert found
    assert all(fault.startswith("eight words in a row are those of the seed's “f-seed”") for fault in found)


def test_no_dose_in_notes_on_what_families_read(content: SmallContent) -> None:
    [number, dose] = faults(content, "scan#day", say=["They get 5 mg."])

    assert number == "a dose in notes on what families are shown: “5 mg”"
    assert dose == "the number “5” is in none of the facts cited here"


def test_notes_on_what_families_read_are_easy(content: SmallContent) -> None:
    hard = "Multidisciplinary institutional considerations necessitate individualised interpretation."

    [fault] = faults(content, "scan#day", say=[hard])

    assert fault.startswith("they read at grade")
