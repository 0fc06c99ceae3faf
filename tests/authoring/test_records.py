"""The fields of JSON objects, and what is wrong with them."""

import pytest

from crmo_desktop.authoring.records import Record, Shape, tidy

SHAPE = Shape(
    texts=("title",),
    optional_texts=("note",),
    lists=("words",),
    optional_numbers=("year",),
    choices={"kind": ("a", "b")},
)
GOOD: Record = {"title": "T", "note": None, "words": ["x"], "year": 2020, "kind": "a", "other": 1.5}


def test_a_good_record_stays_as_it_is() -> None:
    assert tidy(GOOD, SHAPE) == (GOOD, [])


def test_what_is_optional_may_be_absent() -> None:
    tidied, faults = tidy({"title": "T", "kind": "b"}, SHAPE)

    assert (tidied, faults) == ({"title": "T", "kind": "b", "words": []}, [])


@pytest.mark.parametrize(
    ("field", "value", "tidied", "fault"),
    [
        ("title", None, "", "it does not say its title"),
        ("title", " ", "", "it does not say its title"),
        ("title", 7, "", "it does not say its title"),
        ("note", 7, None, "its note is no text"),
        ("words", "x", [], "its words are not a list of texts"),
        ("words", ["x", 7], [], "its words are not a list of texts"),
        ("year", "2020", None, "its year is no whole number"),
        ("year", 20.5, None, "its year is no whole number"),
        ("year", True, None, "its year is no whole number"),
        ("kind", "c", "b", "its kind is none of a, b"),
        ("kind", None, "b", "its kind is none of a, b"),
        ("kind", ["a"], "b", "its kind is none of a, b"),
    ],
)
def test_a_wrong_field_is_told_and_replaced(field: str, value: object, tidied: object, fault: str) -> None:
    assert tidy(GOOD | {field: value}, SHAPE) == (GOOD | {field: tidied}, [fault])


def test_the_record_given_is_not_changed() -> None:
    record = {"title": 7}

    tidy(record, SHAPE)

    assert record == {"title": 7}
