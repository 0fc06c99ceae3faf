"""What a picture says in words and as a table comes from what it draws: nothing is lost, nothing added."""

import pytest

from tests.authoring.pictures.small_pictures import EVERY, ages, events, medicines, rates, sound, steps
from tests.authoring.small_content import SmallContent

SAID = {
    "BoneMap": (
        "Children, MRI: 25 children; 20 had all of it. Children in %: Spine 68%; Shin bone 64.0% (16 of 25).",
        "Lesions: 101 lesions in 13 children. Lesions in %: Shin bone 20.8% (21 of 101).",
        "People: 20 people. People in %: Spine 25.0% (5 of 20). Worked out from counts.",
    ),
    "LabelledArt": ("A spot. It hurts.",),
    "Panels": ("1. Sore. It hurts.", "2. Calm. Rest."),
    "Flow": (
        "Red flags: Pain that stays.",
        "1. Does it hurt? It hurt first in 17. Yes: go to 2. No: go to 3.",
        "2. Scan. Then go to 3.",
        "3. Decide.",
    ),
    "Choices": ("First. Ask. A scan. It shows spots.",),
    "IconArrays": ("Pain first.", "Our study: 42.5% of 40 children."),
    "SideBySide": ("Pain. CRMO: First. Flu: Not known.",),
    "Ranges": ("At the start: Our study: median 9.6; 1070 people.",),
    "Timeline": ("1972: First told. A report.",),
}
ROWS = {
    "BoneMap": [
        ("Children, MRI", "Spine", "68%", "25"),
        ("Children, MRI", "Shin bone", "64.0%", "25"),
        ("Lesions", "Shin bone", "20.8%", "13"),
        ("People", "Spine", "25.0%", "20"),
    ],
    "LabelledArt": [("A spot", "It hurts.")],
    "Panels": [("1. Sore", "It hurts."), ("2. Calm", "Rest.")],
    "Flow": [
        ("", "Red flags", "Pain that stays.", ""),
        ("1", "Does it hurt?", "It hurt first in 17.", "Yes: go to 2. No: go to 3."),
        ("2", "Scan", "", "Then go to 3."),
        ("3", "Decide", "", ""),
    ],
    "Choices": [("First", "", "Ask."), ("First", "A scan", "It shows spots.")],
    "IconArrays": [("Pain first", "Our study", "42.5%", "40 children", "")],
    "SideBySide": [("Pain", "First", "Not known")],
    "Ranges": [("At the start", "Our study", "median 9.6", "1070")],
    "Timeline": [("1972", "First told", "A report.")],
}


@pytest.mark.parametrize("kind", EVERY)
def test_each_kind_is_told(content: SmallContent, kind: str) -> None:
    picture = sound(content, EVERY[kind])

    assert picture.said == SAID[kind]
    assert [tuple(cell.text for cell in row) for row in picture.table.rows] == ROWS[kind]


@pytest.mark.parametrize("kind", EVERY)
def test_each_table_fits_its_heads(content: SmallContent, kind: str) -> None:
    table = sound(content, EVERY[kind]).table

    assert list(table.columns) == EVERY[kind]["columns"]
    assert len(table.numeric) == len(table.columns)
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_counts_and_notes_are_told(content: SmallContent) -> None:
    picture = rates(read={"f-pain": "in {count} of {people} children"}, note="Of one place (mostly.)")

    assert sound(content, picture).said[1] == "Our study (children): 17 of 40 (43%). Of one place (mostly.)"


def test_what_is_not_there_is_not_told(content: SmallContent) -> None:
    assert sound(content, ages(read={"f-age": "median {value} years"})).said == (
        "At the start: Our study: median 9.6.",
    )
    bare = events()
    del bare["events"][0]["text"]
    assert sound(content, bare).said == ("1972: First told.",)
    band = medicines()
    del band["bands"][0]["note"]
    assert sound(content, band).said == ("First. A scan. It shows spots.",)
    assert sound(content, steps() | {"order": "together"}).said == ("Sore. It hurts.", "Calm. Rest.")
