"""Tests of `crmo_desktop.gui.drawing.flow_parts`."""

import itertools

import pytest
from PySide6.QtCore import QRectF, QSizeF

from crmo_desktop.domain.picture import Answer
from crmo_desktop.gui.drawing.flow_parts import StepBox, flags, in_columns, kind_name, numbers, told, way_on
from crmo_desktop.gui.drawing.scene import Scene
from tests.gui.drawing.checks import FACE_NAMES, look_in
from tests.gui.drawing.drawn import check_contrast, check_scene, tools
from tests.gui.drawing.examples import FLOW


def test_steps_are_numbered_in_the_order_that_they_are_told() -> None:
    assert list(numbers(FLOW).values()) == list(range(1, len(FLOW.steps) + 1))


def test_an_answer_says_where_it_leads() -> None:
    assert way_on(Answer(label="Yes", next="x"), 4) == "Yes: go to 4"
    assert way_on(Answer(label="", next="x"), 4) == "Go to 4"


def test_a_box_in_words_is_its_number_its_kind_and_its_ways() -> None:
    assert told(FLOW, FLOW.step("lead")) == (
        "6. Step: Follow that lead first. Cultures first. Ruled out: go to 7"
    )
    assert kind_name(FLOW.step("other")) == "End of the path"


@pytest.mark.parametrize("face", FACE_NAMES)
@pytest.mark.parametrize("width", [160.0, 232.0, 300.0, 608.0, 1300.0])
def test_red_flags_stand_in_as_many_columns_as_there_is_room_for(width: float, face: str) -> None:
    wide = max(width, 232.0 if face == "dyslexic" else 160.0)

    scene = flags(FLOW, look_in(face=face), wide, tools())

    check_scene(scene, wide)
    check_contrast(scene)
    rows = [mark.ring for mark in scene.marks if mark.id.startswith("flag:")][1:]
    for one, two in itertools.pairwise(rows):
        assert one.bottom() <= two.top() + 0.01 or one.right() <= two.left() + 0.01
    columns = len({row.left() for row in rows})
    assert columns == 1 if wide < 600 else columns in (2, 3) if wide > 700 else columns <= 2


def test_a_box_is_as_high_as_it_said_and_its_sign_tells_its_kind() -> None:
    shapes = {}
    for step in FLOW.steps:
        scene, box = Scene(QSizeF(280, 0)), StepBox(FLOW, step, look_in())
        rect = QRectF(0, 0, 280, box.height(280))
        box.put(scene, rect)
        assert all(rect.adjusted(8, 6, -8, -6).contains(one.rect) for one in scene.written())
        shapes[step.kind] = len(scene.items) - len(scene.written())
    assert shapes == {"question": 2, "action": 2, "end": 3}
    assert StepBox(FLOW, FLOW.step("tests"), look_in(), ("Yes: go to 4",)).height(280) > StepBox(
        FLOW, FLOW.step("tests"), look_in()
    ).height(280)


def test_columns_are_as_even_as_their_order_allows() -> None:
    assert in_columns([30, 60, 30, 26, 30], 2) == [[0, 1], [2, 3, 4]]
    assert in_columns([26] * 7, 3) == [[0, 1, 2], [3, 4, 5], [6]]
    assert in_columns([26, 26], 1) == [[0, 1]]
    assert in_columns([90, 26], 3) == [[0], [1]]
    assert in_columns([], 2) == [[]]
