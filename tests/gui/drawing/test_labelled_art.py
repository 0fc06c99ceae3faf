"""Tests of `crmo_desktop.gui.drawing.labelled_art`."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF

from crmo_desktop.gui.drawing.labelled_art import draw
from crmo_desktop.gui.drawing.leaders import Segment, cross
from crmo_desktop.gui.drawing.scene import Illustration, Scene, Shape, View
from tests.gui.drawing.checks import FACE_NAMES, WIDTHS, look_in
from tests.gui.drawing.drawn import check_contrast, check_scene, tools
from tests.gui.drawing.examples import BONE


def drawn(width: float, face: str = "atkinson") -> Scene:
    return draw(BONE, look_in(face=face), width, View(), tools())


def leaders(scene: Scene) -> list[Segment]:
    found = []
    for item in scene.items:
        if (
            isinstance(item, Shape)
            and item.line == "text"
            and not item.fill
            and item.path.elementCount() == 2
        ):
            one, two = item.path.elementAt(0), item.path.elementAt(1)
            found.append((QPointF(one.x, one.y), QPointF(two.x, two.y)))
    return found


@pytest.mark.parametrize("face", FACE_NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_or_overlaps(width: float, face: str) -> None:
    check_scene(drawn(width, face), width)


@pytest.mark.parametrize("width", [345.0, 608.0])
def test_all_words_can_be_read_in_every_theme(width: float) -> None:
    check_contrast(drawn(width))


@pytest.mark.parametrize("face", FACE_NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_lines_end_at_what_they_name_and_do_not_cross(width: float, face: str) -> None:
    scene = drawn(width, face)

    lines = leaders(scene)
    assert len(lines) == len(BONE.labels)
    assert not any(cross(one, two) for one, two in combinations(lines, 2))
    [art] = [item.rect for item in scene.items if isinstance(item, Illustration)]
    scale = art.width() / BONE.art.width
    goals = {(round(art.x() + one.x * scale, 1), round(art.y() + one.y * scale, 1)) for one in BONE.labels}
    assert {(round(end.x(), 1), round(end.y(), 1)) for _, end in lines} == goals
    for written in scene.written():
        for start, end in lines:
            for part in range(1, 20):
                point = start + (end - start) * (part / 20)
                assert not written.rect.adjusted(1, 1, -1, -1).contains(point), written.text


@pytest.mark.parametrize("width", WIDTHS)
def test_the_illustration_keeps_its_form(width: float) -> None:
    [art] = [item.rect for item in drawn(width).items if isinstance(item, Illustration)]

    assert art.height() / art.width() == pytest.approx(BONE.art.height / BONE.art.width)
    assert art.height() >= 280


def test_lesions_have_a_sign_and_a_frame_of_their_own() -> None:
    for width in (345.0, 608.0):
        scene = drawn(width)
        signs = [item for item in scene.items if isinstance(item, Shape) and item.fill == "lesion"]
        assert len(signs) == 4  # at each lesion and at its name
        grounds = {written.text: written.ground for written in scene.written() if not written.text.isdigit()}
        assert grounds["Sore spot"] == "caution_bg"
        assert grounds["Spongy bone"] == "page"


def test_where_it_is_narrow_numbers_stand_for_names() -> None:
    numbers = [written.text for written in drawn(345.0).written() if written.text.isdigit()]

    count = len(BONE.labels)
    assert sorted(map(int, numbers)) == sorted([*range(1, count + 1)] * 2)
    assert not [written.text for written in drawn(608.0).written() if written.text.isdigit()]


def test_names_are_marks_from_above_to_below_on_each_side() -> None:
    scene = drawn(608.0)

    assert len(scene.marks) == len(BONE.labels)
    keys = [(mark.ring.center().x() > 304, mark.ring.top()) for mark in scene.marks]
    assert keys == sorted(keys)
    [cartilage] = [mark for mark in scene.marks if mark.id == "label:0"]
    assert cartilage.name == "Joint cartilage. Smooth, covers the end"
    assert cartilage.facts == ("bone-01", "bone-02")
    assert cartilage.target == "crmo://topic/long-bones"
