"""Words are filled with figures that were read; no number is typed in, nothing is stated without a fact."""

import pytest

from crmo_desktop.authoring.pictures.filling import Given
from crmo_desktop.domain.identifiers import FactId
from tests.authoring.pictures.small_pictures import events, faults, make, rates, sides, sound, way
from tests.authoring.small_content import SmallContent


def test_what_is_known_above_holds_below(content: SmallContent) -> None:
    drawing = sound(content, events(text="It was {year}.")).drawing

    assert drawing.events[0].text.text == "It was 1972."  # type: ignore[union-attr]  # a timeline
    assert drawing.events[0].text.facts == (FactId("f-first"),)  # type: ignore[union-attr]  # as above


def test_a_number_is_read_whatever_it_looks_like() -> None:
    given = Given({"people": "1,070"}).with_counted(n="3")

    assert given.number("people") == 1070
    assert given.number("n") == 3
    assert given.number("percent") is None
    assert given.counted == {"n"}


@pytest.mark.parametrize(
    ("text", "number"),
    [("43% of them", "43"), ("Two of them", "Two"), ("Half of them", "Half"), ("the third", "third")],
)
def test_a_number_that_is_typed_in(content: SmallContent, text: str, number: str) -> None:
    assert faults(content, rates(note=text)) == [f"the number “{number}” is typed in: read it from a fact"]


def test_names_with_figures_are_no_numbers(content: SmallContent) -> None:
    assert faults(content, rates(note="IL-1 of one kind")) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"note": "After {years} years"}, "nothing was read for {years}"),
        ({"read": {"f-none": "{percent}"}}, "fact “f-none” does not exist"),
        ({"facts": ["f-none"]}, "fact “f-none” does not exist"),
        ({"facts": "f-pain"}, "“facts” is no list of texts"),
        ({"read": ["f-pain"]}, "“read” is no JSON object of facts and templates"),
        ({"read": {"f-pain": ["{percent}% of {people}", "{percent}%"]}}, "“percent” is read twice here"),
        ({"read": {"f-pain": "{percent}% of {people} cats"}},
         "fact “f-pain”: “{percent}% of {people} cats” fits nothing that the fact says"),
        ({"label": ""}, "“children” does not say its label"),
        ({"what": 3}, "“Our study” does not say its what"),
    ],
)  # fmt: skip
def test_what_can_be_wrong_with_figures_and_words(
    content: SmallContent, changes: dict[str, object], fault: str
) -> None:
    assert fault in faults(content, rates(**changes))


def test_a_fault_tells_its_line(content: SmallContent) -> None:
    [problem] = make(content, rates(note="Seven")).problems

    lines = problem.path.read_text(encoding="utf-8").splitlines()
    assert '"Seven"' in lines[problem.line - 1]


def test_lists_that_are_none(content: SmallContent) -> None:
    assert faults(content, rates() | {"comparisons": []}) == [
        "“sore” has no list “comparisons” of JSON objects",
        "the picture rests on no fact",
    ]
    assert faults(content, rates() | {"legend": ["One"]}) == ["“legend” are 1 texts; 2 are wanted"]
    assert faults(content, rates() | {"legend": "One"}) == ["“legend” is no list of texts"]


def test_an_address_is_written_short(content: SmallContent) -> None:
    drawing = sound(content, way()).drawing

    assert drawing.steps[0].title.target == "crmo://topic/scan#day"  # type: ignore[union-attr]  # a flow


def test_all_that_is_said_is_kept_with_what_it_rests_on(content: SmallContent) -> None:
    said = make(content, sides()).said

    assert [(one.text, one.facts, one.is_statement, one.states_nothing) for one in said] == [
        ("Sore bones", (), False, False),
        ("What there is to see.", (), True, True),
        ("Pain", (), False, False),
        ("First", ("f-pain",), True, False),
        ("Not known", (), True, True),
    ]
