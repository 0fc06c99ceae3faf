"""Tests of `crmo_desktop.domain.picture_json`."""

import json
from typing import Any

import pytest

from crmo_desktop.domain.identifiers import FactId, PictureId, SourceId, TopicId
from crmo_desktop.domain.picture import Art as Illustration
from crmo_desktop.domain.picture import (
    Comparison,
    IconArrays,
    Label,
    LabelledArt,
    Picture,
    PictureTable,
    Rate,
    Words,
)
from crmo_desktop.domain.picture import Drawing as AnyDrawing
from crmo_desktop.domain.picture_json import picture_record, read_picture

FACT = FactId("mri-08")
RATE = Rate(
    label="Bristol", percent=29, shown="29%", people=162, what="lesions", source=SourceId("s"), facts=(FACT,)
)
ARRAYS = IconArrays(
    comparisons=(Comparison(question=Words(text="Silent?", facts=(FACT,)), rates=(RATE,)),),
    legend=("silent", "not"),
)
LABELLED = LabelledArt(
    art=Illustration(name="long-bone.svg", width=260, height=620),
    labels=(
        Label(name=Words(text="Shaft"), x=10, y=20.5),
        Label(name=Words(text="Sore spot"), x=1, y=2, note=Words(text="Here"), is_lesion=True),
    ),
)


def picture(drawing: AnyDrawing) -> Picture:
    return Picture(
        id=PictureId("one"),
        title="One",
        caption="What to see.",
        audience="both",
        topic=TopicId("mri"),
        drawing=drawing,
        said=("Said.",),
        table=PictureTable(columns=("Who",), numeric=(False,), rows=((Words(text="Bristol"),),)),
        facts=(FACT,),
        sources=(SourceId("s"),),
    )


@pytest.mark.parametrize("drawing", [ARRAYS, LABELLED])
def test_a_picture_comes_back_from_json_as_it_was(drawing: AnyDrawing) -> None:
    written = json.loads(json.dumps(picture_record(picture(drawing))))

    read = read_picture(written)

    assert read == picture(drawing)


def test_whole_numbers_come_back_as_what_they_were_told_as() -> None:
    read = read_picture(json.loads(json.dumps(picture_record(picture(ARRAYS)))))

    assert isinstance(read.drawing, IconArrays)
    assert isinstance(read.drawing.comparisons[0].rates[0].percent, float)
    assert isinstance(read.drawing.comparisons[0].rates[0].people, int)


def _without(name: str) -> dict[str, Any]:
    record = picture_record(picture(ARRAYS))
    del record[name]
    return record


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"kind": "Film"},
        _without("kind"),
        _without("drawing"),
        _without("title"),
        picture_record(picture(ARRAYS)) | {"title": 3},
        picture_record(picture(ARRAYS)) | {"colour": "red"},
        picture_record(picture(ARRAYS)) | {"kind": "Flow"},
        picture_record(picture(ARRAYS)) | {"table": None},
    ],
)
def test_what_is_no_picture_is_refused_in_words(record: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="picture"):
        read_picture(record)
