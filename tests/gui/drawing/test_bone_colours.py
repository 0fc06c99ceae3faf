"""Tests of `crmo_desktop.gui.drawing.bone_colours`."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.gui.drawing.bone_colours import (
    STEPS,
    BoneScene,
    Coloured,
    coloured,
    paint,
    shown_by,
    step_of,
)
from crmo_desktop.gui.drawing.scene import Mark, Shape, box
from crmo_desktop.gui.drawing.skeleton import placed
from tests.gui.drawing.bones import BACK, KNEE, LEGS, PELVIS, TIBIA, TOP
from tests.gui.drawing.checks import RESOURCES

FOLDER = RESOURCES / "pictures"
pytestmark = pytest.mark.usefixtures("qapp")


def front(*figures: object) -> list[Coloured]:
    return coloured(placed(FOLDER, "front", 500.0, (0.0, 0.0)), figures)  # type: ignore[arg-type]  # figures


@pytest.mark.parametrize(
    ("percent", "step"), [(0, 0), (14.9, 0), (15, 1), (38.7, 2), (59.9, 3), (74.9, 4), (75, 5), (100, 5)]
)
def test_a_figure_has_the_step_that_the_legend_says(percent: float, step: int) -> None:
    bins = json.loads((RESOURCES / "themes/tokens.json").read_text(encoding="utf-8"))["scale_bins"]

    assert step_of(percent) == step
    assert bins[step][0] <= percent <= bins[step][1]
    assert len(bins) == STEPS


def test_of_two_figures_a_bone_shows_the_one_that_tells_of_fewer() -> None:
    shown = {one.bone.bone: one.figure for one in front(TIBIA, LEGS) if not one.bone.is_part}

    assert shown["tibia"] is TIBIA
    assert shown["femur"] is LEGS
    assert shown["foot"] is LEGS
    assert shown["skull"] is None


def test_a_line_leads_to_bones_that_show_the_figure() -> None:
    assert shown_by(LEGS, (TIBIA, LEGS)) == ("femur", "patella", "fibula", "foot")
    assert shown_by(TIBIA, (TIBIA, LEGS)) == ("tibia",)
    again = replace(TIBIA, id="site-09")
    assert shown_by(TIBIA, (again, TIBIA)) == ("tibia",), (
        "one of two shows; the other's line leads there, too"
    )
    assert shown_by(again, (again, TIBIA)) == ("tibia",)


def test_a_part_has_a_colour_of_its_own() -> None:
    shown = {(one.bone.bone, one.bone.part): one.figure for one in front(KNEE, TOP)}

    assert shown["femur", "distal"] is KNEE
    assert shown["tibia", "proximal"] is TOP
    assert shown["femur", "whole"] is None
    assert shown["femur", "shaft"] is None


def test_bones_without_a_figure_are_hatched_and_others_shaded() -> None:
    scene = BoneScene(QSizeF(300, 500))
    shapes = front(PELVIS, BACK)
    paint(scene, shapes, 500)
    found = [item for item in scene.items if isinstance(item, Shape)]

    grounds = [item for item in found if item.fill and not item.is_shade]
    assert {item.fill for item in grounds} == {"nodata", "scale[2]", "scale[0]"}
    assert all(bool(item.hatch) == (item.fill == "nodata") for item in grounds)
    assert all(item.opacity < 0.2 for item in found if item.is_shade)
    assert any(item.is_shade for item in found)
    lines = [item for item in found if item.line]
    assert len(lines) == len([one for one in shapes if not one.bone.is_part])
    assert {item.line for item in lines} == {"bone_line"}


def test_what_lies_uppermost_is_pointed_at() -> None:
    scene, other = BoneScene(QSizeF(100, 100)), BoneScene(QSizeF(40, 40))
    for id, rect in (("far", QRectF(0, 0, 40, 40)), ("near", QRectF(10, 10, 20, 20))):
        other.marks.append(Mark(id=id, name=id, area=box(rect), ring=rect))
        other.shapes.append((box(rect), id))
    other.marks.reverse()
    scene.add(other, QPointF(50, 50))

    def pointed(x: float, y: float) -> str | None:
        mark = scene.mark_at(QPointF(x, y))
        return None if mark is None else mark.id

    assert pointed(70, 70) == "near"
    assert pointed(55, 55) == "far"
    assert pointed(20, 20) is None


def test_a_scene_that_stays_where_it_is_is_taken_over_as_it_is() -> None:
    scene, other = BoneScene(QSizeF(100, 100)), BoneScene(QSizeF(40, 40))
    shape = other.shape(box(QRectF(0, 0, 10, 10)), fill="nodata")

    scene.add(other, QPointF(0, 0))

    assert scene.items[0] is shape
