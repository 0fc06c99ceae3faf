"""Tests of `crmo_desktop.gui.drawing.bone_map`."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.gui.drawing.bone_colours import step_of
from crmo_desktop.gui.drawing.bone_map import draw, mark_id, said, shown_groups
from crmo_desktop.gui.drawing.scene import Mark, Scene, Shape, View, box
from tests.gui.drawing import checks
from tests.gui.drawing.bones import DRAWING, PARTS, SPINE, WHOLE, WIDE, figure, group

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(
    *groups: str, width: float = 608, face: str = "atkinson", drawing: BoneMap = DRAWING, theme: str = "light"
) -> Scene:
    return draw(drawing, checks.look_in(theme, face), width, View(groups=groups), checks.tools())


def reached(scene: Scene) -> list[Mark]:
    return [mark for mark in scene.marks if mark.is_reached]


def without_bones(scene: Scene) -> Scene:
    """Labels, lines to bones and the legend: what must keep clear of words."""
    kept = [item for item in scene.items if not (isinstance(item, Shape) and item.line == "bone_line")]
    return Scene(scene.size, kept, scene.marks)


@pytest.mark.parametrize("face", checks.FACE_NAMES)
@pytest.mark.parametrize("width", checks.WIDTHS)
@pytest.mark.parametrize("groups", [("whole",), ("parts",), ("wide", "parts")])
def test_nothing_is_cut_or_overlaps(groups: tuple[str, ...], width: float, face: str) -> None:
    scene = drawn(*groups, width=width, face=face)

    assert scene.size.width() == width
    checks.assert_nothing_overlaps(scene)
    checks.assert_marks(scene)
    checks.assert_lines_keep_clear(without_bones(scene))


@pytest.mark.parametrize("theme", checks.THEMES)
def test_it_can_be_read_and_its_lines_show(theme: str) -> None:
    look, scene = checks.look_in(theme), drawn("whole", theme=theme)

    checks.assert_readable(scene, look)
    checks.assert_lines_show(scene, look)


@pytest.mark.parametrize("width", checks.WIDTHS)
def test_figures_are_drawn_as_they_were_told(width: float) -> None:
    for people in DRAWING.groups:
        scene = drawn(people.id, width=width)
        told = {mark.id: mark for mark in reached(scene)}
        assert set(told) == {one.id for one in people.bones}
        for one in people.bones:
            mark = told[one.id]
            assert mark.value == one.percent
            assert mark.name == said(one) == f"{one.name}: {one.shown}"
            assert mark.facts == (one.id, *one.facts)
            assert mark.target == one.target
            assert one.shown in checks.all_words(scene)


def ground_at(scene: Scene, point: QPointF) -> str:
    """The fill of what is painted last at a point, shades left out."""
    fills = [i for i in scene.items if isinstance(i, Shape) and i.fill.startswith(("scale", "nodata"))]
    return next(item.fill for item in reversed(fills) if item.path.contains(point))


@pytest.mark.parametrize("group", DRAWING.groups, ids=lambda group: group.id)
def test_every_line_ends_on_a_bone_in_the_colour_of_its_figure(group: BoneGroup) -> None:
    scene = drawn(group.id)
    dots = [i for i in scene.items if isinstance(i, Shape) and i.fill == "text"]
    marks = {mark.id: mark for mark in reached(scene)}

    assert len(dots) == len(group.bones)
    for dot in dots:
        at = dot.path.boundingRect().center()
        [mark] = [mark for mark in marks.values() if mark.outline is not None and mark.outline.contains(at)]
        assert mark.value is not None
        assert ground_at(scene, at) == f"scale[{step_of(mark.value)}]"
        assert scene.mark_at(at) is mark


def test_lines_do_not_cross_and_labels_are_read_from_above() -> None:
    scene = drawn("parts")
    tops = [mark.ring.top() for mark in reached(scene)]

    assert tops == sorted(tops)
    ends = [
        item.path.currentPosition().y()
        for item in scene.items
        if isinstance(item, Shape) and item.line == "text" and not item.fill
    ]
    assert ends == sorted(ends)
    assert all(one.ring.bottom() <= other.ring.top() + 8 for one, other in pairwise(reached(scene)))


def test_bones_without_a_figure_are_named_under_the_pointer_only() -> None:
    scene = drawn("whole")
    bare = {mark.id: mark for mark in scene.marks if not mark.is_reached}

    assert {"skull", "femur", "foot", "ribs"} <= set(bare)
    assert not {"tibia", "pelvis", *SPINE} & set(bare)
    assert bare["skull"].name == f"Skull: {DRAWING.no_figure}"
    assert bare["skull"].value is None
    head = bare["skull"].outline
    assert head is not None
    nose = QPointF(head.toFillPolygons()[0].boundingRect().center())
    found = scene.mark_at(nose)
    assert found is not None
    assert found.id == "skull"


def test_a_part_without_a_figure_belongs_to_its_bone() -> None:
    scene = drawn("parts")

    assert "femur" in {mark.id for mark in scene.marks if not mark.is_reached}
    assert not [mark for mark in scene.marks if "/" in mark.id]


def test_it_says_whose_figures_it_shows_and_what_must_be_said() -> None:
    for shown in DRAWING.groups:
        words = checks.all_words(drawn(shown.id))
        for text in (shown.name, shown.people, shown.method, shown.note, shown.unit, DRAWING.no_figure):
            assert text in words
        assert "Front" in words
        assert "Back" in words


def test_two_groups_are_two_maps() -> None:
    wide, narrow = drawn("whole", "parts", width=900), drawn("whole", "parts", width=608)

    for scene in (wide, narrow):
        ids = [mark.id for mark in reached(scene)]
        assert ids == [
            *(f"{figure.id} whole" for figure in by_height(scene, WHOLE)),
            *(f"{figure.id} parts" for figure in by_height(scene, PARTS)),
        ]
        assert all(mark.name.startswith("Children, ") for mark in scene.marks)
    heads = [{one.text: one.rect for one in scene.written()} for scene in (wide, narrow)]
    assert heads[0][WHOLE.name].top() == heads[0][PARTS.name].top(), "side by side"
    assert heads[1][WHOLE.name].bottom() < heads[1][PARTS.name].top(), "one below the other"


def by_height(scene: Scene, group: BoneGroup) -> list[BoneFigure]:
    tops = {mark.id: mark.ring.top() for mark in scene.marks}

    def top(figure: BoneFigure) -> float:
        return tops[mark_id(figure, group, is_one_of_two=True)]

    return sorted(group.bones, key=top)


def test_a_view_without_groups_or_with_unknown_ones_shows_the_first() -> None:
    assert shown_groups(DRAWING, View()) == (WHOLE,)
    assert shown_groups(DRAWING, View(groups=("gone",))) == (WHOLE,)
    assert shown_groups(DRAWING, View(groups=("wide", "wide", "gone"))) == (WIDE,)
    assert shown_groups(DRAWING, View(groups=("parts", "wide", "whole"))) == (PARTS, WIDE)


def test_a_bone_that_is_seen_from_behind_only_is_labelled_there() -> None:
    bones = (figure("site-08", "Elbow", 30, "ulna"), figure("site-09", "Nothing", 10, "wing"))
    scene = drawn(drawing=BoneMap(groups=(group("odd", *bones),), no_figure="None.", front="F", back="B"))

    assert [mark.id for mark in reached(scene)] == ["site-08"]


def test_many_labels_push_the_skeleton_down_rather_than_each_other() -> None:
    many = [figure(f"site-{n:02}", f"Name of a bone {n}", 10 + n, "ribs") for n in range(14)]
    drawing = BoneMap(groups=(group("many", *many),), no_figure="None.", front="F", back="B")
    scene = drawn(drawing=drawing, width=345)

    checks.assert_nothing_overlaps(scene)
    assert all(box(mark.ring).boundingRect().top() >= 0 for mark in reached(scene))
