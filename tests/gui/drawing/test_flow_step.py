"""Tests of `crmo_desktop.gui.drawing.flow_step`."""

from dataclasses import replace

import pytest

from crmo_desktop.domain.picture import Answer
from crmo_desktop.gui.drawing.flow_step import draw_step, next_label, ways_from
from tests.gui.drawing.checks import FACE_NAMES, look_in
from tests.gui.drawing.drawn import check_contrast, check_scene
from tests.gui.drawing.examples import FLOW


@pytest.mark.parametrize("face", FACE_NAMES)
@pytest.mark.parametrize("width", [300.0, 520.0, 1100.0])
@pytest.mark.parametrize("id", [step.id for step in FLOW.steps])
def test_every_step_can_be_shown_by_itself(id: str, width: float, face: str) -> None:
    step = FLOW.step(id)

    scene = draw_step(FLOW, step, look_in(face=face), width, ("suspect", "flags"))

    check_scene(scene, width)
    check_contrast(scene)
    marks = {mark.id: mark for mark in scene.marks}
    assert step.title.text in marks[id].name
    for answer in step.answers:
        assert FLOW.step(answer.next).title.text in marks[f"answer:{answer.next}"].name


def test_the_trail_tells_what_was_answered_and_passes_over_what_there_is_not() -> None:
    scene = draw_step(FLOW, FLOW.step("tests"), look_in(), 608.0, ("gone", "suspect", "flags"))

    names = [mark.name for mark in scene.marks if mark.id.startswith("trail:")]
    assert names == [f"1. {FLOW.steps[0].title.text} Yes", "2. Any red flag? No"]


def test_answers_that_lead_to_the_same_step_are_one() -> None:
    step = replace(
        FLOW.step("flags"),
        answers=(
            Answer(label="Yes", next="urgent"),
            Answer(label="Not sure", next="urgent"),
            Answer(label="", next="tests"),
        ),
    )

    assert ways_from(step) == [("Yes / Not sure", "urgent"), ("Go on", "tests")]
    assert next_label(step, "urgent") == "Yes"
    assert next_label(step, "nowhere") == ""
