"""The skeleton: every bone on both its sides in both views, readable curves, left where it belongs."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.house.tree import ROOT

VIEWS = ["front", "back"]
LONG = {"femur", "tibia", "fibula", "humerus"}
PAIRED = LONG | {"clavicle", "scapula", "radius", "ulna", "hand", "pelvis", "foot", "ribs"}
MIDDLE = {"skull", "mandible", "cervical-spine", "thoracic-spine", "lumbar-spine", "sacrum", "sternum"}
SEEN_FROM_THE_FRONT = {"patella"}
PARTS = ["whole", "proximal", "shaft", "distal"]
STEP = re.compile(r"([MLCZ])([0-9. ]*)")
NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
VERTEBRAE = {"cervical-spine": 7, "thoracic-spine": 12, "lumbar-spine": 5}

Bone = dict[str, Any]
DATA: dict[str, Any] = json.loads((ROOT / "resources/pictures/skeleton.json").read_text(encoding="utf-8"))


def bones(view: str) -> list[Bone]:
    found: list[Bone] = DATA["views"][view]["bones"]
    return found


def outline(view: str, bone: Bone) -> str:
    """Its own, or that of its fellow, which is to be turned about the middle."""
    found: str = bone["outline"] if "outline" in bone else bones(view)[bone["mirror"]]["outline"]
    return found


def points(path: str) -> list[tuple[float, float]]:
    numbers = [float(number) for _, part in STEP.findall(path) for number in part.split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def middle(view: str, bone: Bone) -> float:
    """How far a bone lies to the right of the middle of the view."""
    across = [x for x, _ in points(outline(view, bone))]
    half = float(DATA["views"][view]["size"][0]) / 2
    off = (min(across) + max(across)) / 2 - half
    return -off if "mirror" in bone else off


@pytest.mark.parametrize("view", VIEWS)
def test_every_bone_is_there_on_its_sides(view: str) -> None:
    found = {(bone["bone"], bone["side"]) for bone in bones(view)}
    pairs = PAIRED | (SEEN_FROM_THE_FRONT if view == "front" else set())

    assert found == {(bone, side) for bone in pairs for side in ("left", "right")} | {(b, "") for b in MIDDLE}


@pytest.mark.parametrize("view", VIEWS)
def test_long_bones_have_three_parts_after_the_whole(view: str) -> None:
    for index, bone in enumerate(bones(view)):
        if bone["part"] == "whole":
            following = bones(view)[index : index + 4]
            assert [part["part"] for part in following] == PARTS
            assert {(part["bone"], part["side"]) for part in following} == {(bone["bone"], bone["side"])}
    wholes = Counter(bone["bone"] for bone in bones(view) if bone["part"] == "whole")

    assert wholes == dict.fromkeys(LONG, 2)
    assert {bone["bone"] for bone in bones(view) if bone["part"]} == LONG


@pytest.mark.parametrize("view", VIEWS)
def test_parts_are_cut_from_the_whole_one_below_the_other(view: str) -> None:
    for index, bone in enumerate(bones(view)):
        if bone["part"] == "whole":
            heights = [[y for _, y in points(outline(view, part))] for part in bones(view)[index : index + 4]]
            whole, proximal, shaft, distal = ((min(part), max(part)) for part in heights)
            assert proximal[0] == pytest.approx(whole[0], abs=1)
            assert distal[1] == pytest.approx(whole[1], abs=1)
            assert proximal[0] < shaft[0] < distal[0] < distal[1]
            assert proximal[1] < shaft[1] < distal[1]


@pytest.mark.parametrize("view", VIEWS)
def test_a_path_is_made_of_four_steps_only(view: str) -> None:
    for bone in bones(view):
        for path in filter(None, [bone.get("outline", ""), *bone.get("shades", [])]):
            steps = STEP.findall(path)
            assert "".join(name + numbers for name, numbers in steps) == path
            assert [len(numbers.split()) for _, numbers in steps] == [NUMBERS[name] for name, _ in steps]
            assert path.startswith("M")
            assert path.endswith("Z")
            assert path.count("M") == path.count("Z")


@pytest.mark.parametrize("view", VIEWS)
def test_a_bone_has_an_outline_of_its_own_or_of_its_fellow(view: str) -> None:
    for bone in bones(view):
        assert ("outline" in bone) != ("mirror" in bone)
        if "mirror" in bone:
            fellow = bones(view)[bone["mirror"]]
            assert (fellow["bone"], fellow["part"]) == (bone["bone"], bone["part"])
            assert {fellow["side"], bone["side"]} == {"left", "right"}
        assert len(points(outline(view, bone))) > 6


@pytest.mark.parametrize("view", VIEWS)
def test_all_of_it_lies_in_the_picture(view: str) -> None:
    width, height = DATA["views"][view]["size"]
    drawn = [place for bone in bones(view) for place in points(outline(view, bone))]

    assert all(0 < x < width and 0 < y < height for x, y in drawn)
    assert max(y for _, y in drawn) - min(y for _, y in drawn) == pytest.approx(1000, abs=35)


@pytest.mark.parametrize("view", VIEWS)
def test_the_persons_left_is_where_it_belongs(view: str) -> None:
    right = 1 if view == "front" else -1

    for bone in bones(view):
        way = {"left": right, "right": -right, "": 0}[bone["side"]] * middle(view, bone)
        assert way > 0 if bone["side"] else abs(middle(view, bone)) < 3


@pytest.mark.parametrize("view", VIEWS)
def test_both_sides_are_alike(view: str) -> None:
    sides = Counter((bone["bone"], bone["part"], bone["side"]) for bone in bones(view))

    assert all(sides[bone, part, "left"] == sides[bone, part, "right"] for bone, part, side in sides if side)


def test_all_vertebrae_are_seen_from_behind() -> None:
    found = Counter(bone["bone"] for bone in bones("back"))

    assert {bone: found[bone] for bone in VERTEBRAE} == VERTEBRAE


def test_both_views_have_one_scale() -> None:
    tops = {}
    for view in VIEWS:
        skull = next(bone for bone in bones(view) if bone["bone"] == "skull")
        tops[view] = min(y for _, y in points(skull["outline"]))

    assert tops["front"] == pytest.approx(tops["back"], abs=1)
    assert DATA["views"]["front"]["size"] == DATA["views"]["back"]["size"]


def test_the_script_says_what_each_entry_means() -> None:
    script = (ROOT / "resources/pictures/make_skeleton.py").read_text(encoding="utf-8")
    keys = {key for view in VIEWS for bone in bones(view) for key in bone}
    names = {bone["bone"] for view in VIEWS for bone in bones(view)}

    assert "make_skeleton.py" in DATA["about"]
    assert [word for word in sorted(keys | names) if word not in script] == []
    assert Path(ROOT / "resources/pictures/NOTICE-musclemimic-models.txt").is_file()
