"""Families are not shown the cohorts of a bone map that are for clinicians, in none of its forms."""

from dataclasses import replace

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import Panels
from crmo_desktop.domain.picture_audience import caption_line, read_by
from tests.domain.pictures import bone_map, group


def test_clinicians_see_all() -> None:
    picture = bone_map()

    assert read_by(picture, Audience.CLINICIAN) is picture


def test_families_see_the_rest() -> None:
    picture = read_by(bone_map(), Audience.PATIENT)

    assert isinstance(picture.drawing, BoneMap)
    assert [group.id for group in picture.drawing.groups] == ["all"]
    assert picture.said == ("Group all: spine 25%.",)
    assert [row[0].text for row in picture.table.rows] == ["Group all"]
    assert picture.facts == ("all-cohort", "all-bone")
    assert picture.sources == ("all-study",)


def test_a_picture_for_all_stays_as_it_is() -> None:
    whole = bone_map(groups=(group("all"),))
    other = replace(whole, drawing=Panels(order="together", panels=()))

    assert read_by(whole, Audience.PATIENT) is whole
    assert read_by(other, Audience.PATIENT) is other


@pytest.mark.parametrize(
    ("title", "line"),
    [("Sore bones", "Sore bones. What there is to see."), ("Where?", "Where? What there is to see.")],
)
def test_title_and_caption_are_one_line(title: str, line: str) -> None:
    assert caption_line(replace(bone_map(), title=title)) == line
