"""Tests of `crmo_desktop.gui.drawing.skeleton`."""

import pytest
from PySide6.QtCore import QPointF

from crmo_desktop.gui.drawing.skeleton import (
    PARTS,
    Bone,
    place_on,
    placed,
    shades_within,
    skeleton,
    thickness,
)
from tests.gui.drawing.bones import SPINE
from tests.gui.drawing.checks import RESOURCES

FOLDER = RESOURCES / "pictures"
VIEWS = ["front", "back"]
pytestmark = pytest.mark.usefixtures("qapp")


def bones(view: str, name: str) -> list[Bone]:
    found: tuple[Bone, ...] = getattr(skeleton(FOLDER), view).bones
    return [bone for bone in found if bone.answers_to(name)]


def test_it_is_read_once() -> None:
    assert skeleton(FOLDER) is skeleton(FOLDER)


@pytest.mark.parametrize("view", VIEWS)
def test_the_left_is_the_right_in_a_mirror(view: str) -> None:
    width = getattr(skeleton(FOLDER), view).size.width()

    for name in ("femur", "hand", "clavicle"):
        areas = {bone.side: bone.outline.boundingRect() for bone in bones(view, name)}
        assert areas["left"].left() == pytest.approx(width - areas["right"].right(), abs=0.01)
        assert areas["left"].height() == pytest.approx(areas["right"].height(), abs=0.01)


@pytest.mark.parametrize("view", VIEWS)
def test_a_name_means_a_bone_or_a_part_of_one(view: str) -> None:
    assert {bone.part for bone in bones(view, "femur")} == {"whole"}
    assert {bone.part for bone in bones(view, "femur/distal")} == {"distal"}
    assert len(bones(view, "femur/distal")) == 2
    assert bones(view, "pelvis/distal") == []


@pytest.mark.parametrize("view", VIEWS)
def test_bones_seen_through_the_ribs_lie_in_shade(view: str) -> None:
    found = getattr(skeleton(FOLDER), view).bones

    assert {bone.bone for bone in found if bone.is_far} == {"ribs"}
    assert all(bone.shades[0] == bone.outline for bone in found if bone.is_far)


def test_it_is_as_high_as_asked_and_where_asked() -> None:
    small = placed(FOLDER, "front", 300.0, (40.0, 20.0))
    head = next(bone for bone in small if bone.bone == "skull").outline.boundingRect()

    assert head.top() == pytest.approx(20, abs=3)
    assert 40 < head.left() < head.right() < 40 + 300 * 0.46
    assert max(bone.outline.boundingRect().bottom() for bone in small) < 320
    assert placed(FOLDER, "front", 300.0, (40.0, 20.0)) is small, "kept"


@pytest.mark.parametrize("height", [400.0, 1200.0])
def test_thick_lines_are_known_beforehand_but_for_parts(height: float) -> None:
    for bone in placed(FOLDER, "back", height, (0.0, 0.0)):
        is_thin = thickness(bone, height) <= 1.0
        assert (bone.stroke is None) == (bone.part in PARTS or is_thin)
        if bone.stroke is not None:
            assert bone.stroke.boundingRect().contains(bone.outline.boundingRect())


def test_shades_of_a_part_stay_within_it() -> None:
    where = FOLDER, "front", 500.0, (0.0, 0.0)
    found = placed(*where)

    for place, bone in enumerate(found):
        if bone.bone == "femur" and bone.is_part:
            shades = shades_within(*where, place)
            assert len(shades) == 2
            area = bone.outline.boundingRect().adjusted(-1, -1, 1, 1)
            assert all(area.contains(shade.boundingRect()) for shade in shades if not shade.isEmpty())
            assert any(not shade.isEmpty() for shade in shades)


def test_small_bones_have_thinner_lines_and_small_skeletons_too() -> None:
    femur, hand = bones("front", "femur")[0], bones("front", "hand")[0]

    assert thickness(hand, 500) == pytest.approx(0.78)
    assert thickness(femur, 500) == pytest.approx(1.2)
    assert thickness(femur, 300) < thickness(femur, 500) < thickness(femur, 640)


@pytest.mark.parametrize(
    "names", [("tibia",), SPINE, ("femur/distal",), ("pelvis",), ("foot",), ("sternum", "clavicle")]
)
def test_a_line_ends_on_the_bone_where_it_is_seen(names: tuple[str, ...]) -> None:
    at = place_on(FOLDER, "front", names)

    assert at is not None
    whole = skeleton(FOLDER).front
    assert at.x() < whole.size.width() / 2 + 5, "at the left of the picture, where names stand"
    upper = [bone for bone in whole.bones if bone.outline.contains(at)]
    assert any(upper[-1].answers_to(name) or upper[-1].is_part for name in names)
    assert any(bone.answers_to(name) for name in names for bone in upper)


def test_no_line_ends_on_what_is_not_seen() -> None:
    assert place_on(FOLDER, "back", ("patella",)) is None
    assert place_on(FOLDER, "front", ("wing",)) is None
    assert isinstance(place_on(FOLDER, "front", ("patella",)), QPointF)
