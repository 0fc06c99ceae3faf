"""A picture as a whole: what it is called, whose it is, in which order it stands."""

from crmo_desktop.authoring.content_folder import read_content
from crmo_desktop.authoring.pictures.making import art_of, art_svg, make_pictures
from crmo_desktop.domain.picture_json import picture_record, read_picture
from tests.authoring.pictures.small_pictures import (
    EVERY,
    ages,
    bones,
    faults,
    labels,
    rates,
    sound,
    steps,
    told_group,
    with_evidence,
)
from tests.authoring.small_content import SmallContent


def test_a_picture_says_what_it_is(content: SmallContent) -> None:
    picture = sound(content, ages())

    assert (picture.id, picture.title, picture.caption) == ("sore", "Sore bones", "What there is to see.")
    assert (picture.audience, picture.topic) == ("both", "pain")
    assert picture.facts == ("f-age",)
    assert picture.sources == ("study-2020", "book")


def test_the_sources_of_the_cohorts_come_first(content: SmallContent) -> None:
    both = bones(told_group(), bones()["groups"][0])

    assert sound(content, both).sources == ("study-2020", "book")


def test_every_kind_survives_the_pack(content: SmallContent) -> None:
    for record in EVERY.values():
        picture = sound(content, record)
        assert read_picture(picture_record(picture)) == picture


def test_pictures_stand_in_the_order_of_their_topics(content: SmallContent) -> None:
    with_evidence(content)
    for id, topic in (("a", "scan"), ("c", "pain"), ("b", "pain"), ("d", "none")):
        content.write(f"pictures/{id}.json", rates() | {"id": id, "topic": topic})

    assert [made.file.id for made in make_pictures(read_content(content.root))] == ["b", "c", "a", "d"]


def test_what_can_be_wrong_with_a_picture(content: SmallContent) -> None:
    assert faults(content, rates() | {"topic": "none"}) == ["there is no topic “none”"]
    assert faults(content, rates() | {"audience": "cats"}) == ["“cats” is none of patient, clinician, both"]
    assert faults(content, rates() | {"columns": ["One"]}) == ["“columns” are 1 texts; 5 are wanted"]
    assert faults(content, rates() | {"kind": "Photo"})[0].startswith(
        "there is no kind of picture “Photo”: Bone"
    )
    assert faults(content, rates() | {"caption": None}) == ["a part of the picture does not say its text"]


def test_art_goes_into_the_pack_without_anchors(content: SmallContent) -> None:
    assert art_of(sound(content, labels())) == ["leg.svg"]
    assert art_of(sound(content, steps())) == ["leg.svg"]
    assert art_of(sound(content, rates())) == []
    folder = read_content(content.root)
    assert b"anchors" not in art_svg(folder, "leg.svg")
    assert art_svg(folder, "none.svg") == b""
