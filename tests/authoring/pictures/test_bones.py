"""The bone map: cohorts of the site frequencies or of facts, never mixed, none quoted second-hand."""

import pytest

from crmo_desktop.domain.bone_map import BoneFigure, BoneMap
from crmo_desktop.domain.identifiers import FactId
from tests.authoring.pictures.small_pictures import bones, drawn, faults, lesion_group, mri_group, told_group
from tests.authoring.small_content import SmallContent


def mapped(content: SmallContent, *groups: dict[str, object]) -> BoneMap:
    drawing = drawn(content, bones(*groups))
    assert isinstance(drawing, BoneMap)
    return drawing


def test_a_cohort_of_the_site_frequencies(content: SmallContent) -> None:
    [group] = mapped(content, mri_group(note={"text": "One child, several.", "facts": ["f-pain"]})).groups

    assert (group.people, group.n, group.counts, group.total) == (
        "25 children; 20 had all of it",
        25,
        "people",
        None,
    )
    assert (group.source, group.method, group.unit) == ("book", "MRI", "Children in %")
    assert group.facts == (FactId("f-bones"), FactId("f-pain"))
    assert not group.is_for_clinicians
    assert group.bones == (
        BoneFigure(id="site-2", bones=("lumbar-spine",), name="Spine", percent=68.0, shown="68%",
                   facts=(FactId("f-bones"),)),
        BoneFigure(id="site-1", bones=("tibia", "tibia/distal"), name="Shin bone", percent=64.0,
                   shown="64.0%", affected=16, facts=(FactId("f-bones"),), target="crmo://topic/scan"),
    )  # fmt: skip


def test_a_cohort_whose_lesions_are_counted_is_for_clinicians(content: SmallContent) -> None:
    [group] = mapped(content, lesion_group()).groups

    assert (group.people, group.counts, group.total) == ("101 lesions in 13 children", "lesions", 101)
    assert group.is_for_clinicians
    assert faults(content, bones(lesion_group(for_clinicians=False))) == [
        "group “lesions” counts lesions: it is for clinicians"
    ]


def test_a_cohort_that_a_fact_tells_of(content: SmallContent) -> None:
    [group] = mapped(content, told_group()).groups

    assert (group.n, group.source) == (20, "study-2020")
    assert [(bone.id, bone.percent, bone.shown, bone.affected) for bone in group.bones] == [
        ("f-counts-spine", 25.0, "25.0%", 5)
    ]


def test_a_bone_whose_percentage_is_read(content: SmallContent) -> None:
    bone = {"site": "spine", "read": {"f-bones": "spine {percent}%"}}
    [group] = mapped(content, told_group(bones=[bone])).groups

    assert (group.bones[0].percent, group.bones[0].shown, group.bones[0].affected) == (68.0, "68%", None)


QUOTED = {"source": "book", "basis": "patients (as quoted)", "method": "secondary citation"}


@pytest.mark.parametrize(
    ("group", "fault"),
    [
        (mri_group(**{"from": QUOTED}), "“site-4” is quoted second-hand, or of no known cohort"),
        (mri_group(**{"from": {"source": "none"}}), "no site frequency is from none, None, None"),
        (mri_group(read_from={"method": "({whole} from"}),
         "site frequency “site-1”: “({whole} from” fits nothing that the fact says"),
        (told_group(read={}), "group “told” does not read n, its people"),
        (told_group(facts=["f-pain", "f-bones"]), "a cohort rests on facts of one source"),
        (told_group(bones=[{"site": "spine"}]), "neither a percentage nor a count is read for “spine”"),
        (told_group(bones=[{"site": "jaw", "read": {"f-counts": "spine {count}"}}]),
         "“sites” does not say which bones “jaw” is"),
        (told_group(bones=[{"site": "spine", "read": {"f-counts": "{count} people"}}],
                    read={"f-counts": "spine {n}"}), "400.0 is no percentage"),
        (told_group(read={"f-dose": "{n} mg"}), "group “told” does not read n, its people"),
    ],
)  # fmt: skip
def test_what_can_be_wrong_with_a_cohort(content: SmallContent, group: dict[str, object], fault: str) -> None:
    assert fault in faults(content, bones(group))


def test_cohorts_of_different_sizes_are_not_one(content: SmallContent) -> None:
    picture = bones()
    assert faults(content, picture) == []
    content.change("site-frequencies.json", "site-2", cohort_n=26)

    from crmo_desktop.authoring.content_folder import read_content
    from crmo_desktop.authoring.pictures.making import make_picture

    folder = read_content(content.root)
    problems = make_picture(folder, folder.pictures["sore"]).problems
    assert [problem.text for problem in problems] == [
        "the site frequencies of “mri” are of cohorts of different sizes"
    ]


def test_two_cohorts_with_one_name(content: SmallContent) -> None:
    assert faults(content, bones(mri_group(), mri_group())) == ["two groups are called “mri”"]


@pytest.mark.parametrize("bone", ["tail", "tibia/middle", ""])
def test_a_bone_that_the_skeleton_does_not_have(content: SmallContent, bone: str) -> None:
    picture = bones()
    picture["sites"][1]["bones"] = [bone]

    assert f"the skeleton has no bone “{bone}”" in faults(content, picture)
