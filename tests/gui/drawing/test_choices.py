"""Tests of `crmo_desktop.gui.drawing.choices`."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from crmo_desktop.domain.picture import Choices
from crmo_desktop.gui.drawing.choices import draw
from crmo_desktop.gui.drawing.scene import Scene, Shape, View
from tests.gui.drawing.checks import FACE_NAMES, WIDTHS, look_in
from tests.gui.drawing.drawn import check_contrast, check_scene, tools
from tests.gui.drawing.examples import CHOICES


def drawn(width: float, face: str = "atkinson", choices: Choices = CHOICES) -> Scene:
    return draw(choices, look_in(face=face), width, View(), tools())


def rings(scene: Scene) -> dict[str, QRectF]:
    return {mark.id: mark.ring for mark in scene.marks}


def heads(scene: Scene) -> list[QRectF]:
    return [
        item.path.boundingRect()
        for item in scene.items
        if isinstance(item, Shape) and item.fill == "muted" and not item.line
    ]


@pytest.mark.parametrize("face", FACE_NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_or_overlaps(width: float, face: str) -> None:
    check_scene(drawn(width, face), width)


@pytest.mark.parametrize("width", [345.0, 608.0])
def test_all_words_can_be_read_in_every_theme(width: float) -> None:
    check_contrast(drawn(width))


@pytest.mark.parametrize("face", FACE_NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_choices_of_equal_rank_are_of_equal_size_and_stand_in_one_line(width: float, face: str) -> None:
    scene = drawn(width, face)

    cards = [ring for id, ring in rings(scene).items() if id.startswith("card:1:")]
    assert len({(round(card.width()), round(card.height())) for card in cards}) == 1
    lines = {round(card.top()) for card in cards}, {round(card.left()) for card in cards}
    assert min(map(len, lines)) == 1
    assert [written.text for written in scene.written()].count("or") == len(cards) - 1


@pytest.mark.parametrize("width", WIDTHS)
def test_no_arrow_leads_from_one_choice_to_another(width: float) -> None:
    scene = drawn(width)

    cards = rings(scene)
    frame = cards["card:1:0"].united(cards["card:1:2"])
    assert len(heads(scene)) == 2  # from what comes first, and from what changes the choice
    for head in heads(scene):
        assert not head.intersects(frame)


def test_what_changes_the_choice_stands_beside_what_comes_first_or_below_all() -> None:
    wide, narrow = rings(drawn(608.0)), rings(drawn(345.0))

    assert wide["card:3:0"].left() > wide["card:0:0"].right()
    assert wide["card:3:1"].bottom() < wide["band:1"].top()
    assert narrow["card:3:0"].top() > narrow["card:2:0"].bottom()


def test_a_bridge_has_a_dashed_edge_across_all_that_it_may_go_with() -> None:
    scene = drawn(608.0)

    [edge] = [
        item.path.boundingRect()
        for item in scene.items
        if isinstance(item, Shape) and item.dashes and item.fill
    ]
    cards = rings(scene)
    assert edge.left() < cards["card:1:0"].left()
    assert edge.right() > cards["card:1:2"].right()
    assert edge.contains(cards["card:2:0"])


@pytest.mark.parametrize("width", [345.0, 900.0])
@pytest.mark.parametrize("kinds", [("parallel",), ("first", "parallel"), ("first", "bridge"), ("shifts",)])
def test_any_bands_can_be_left_out(kinds: tuple[str, ...], width: float) -> None:
    bands = tuple(band for band in CHOICES.bands if band.kind in kinds)

    check_scene(drawn(width, choices=replace(CHOICES, bands=bands)), width)


def test_marks_say_what_they_show() -> None:
    marks = {mark.id: mark for mark in drawn(608.0).marks}

    assert marks["card:1:1"].name == (
        "TNF inhibitor. Etanercept, adalimumab or infliximab, by injection or by drip."
    )
    assert marks["card:1:1"].facts == ("card-01", "card-02")
    assert marks["card:1:1"].target == "crmo://topic/card"
    assert (
        marks["band:1"].name == "If that is not enough: one of these, side by side. None is known to be best."
    )
