"""Tests of `crmo_desktop.gui.drawing.flow_order`."""

from dataclasses import replace

from crmo_desktop.gui.drawing.flow_order import sides_of, ways
from tests.gui.drawing.examples import FLOW, step


def test_the_way_is_the_shortest_to_where_all_comes_together_or_the_longest() -> None:
    short, long = sides_of(FLOW)

    assert short.way == ["suspect", "flags", "tests", "exclude", "image", "several", "decide"]
    assert short.aside == ["urgent", "lead", "biopsy", "other"]
    assert short.beside == {"urgent": 1, "lead": 3, "biopsy": 5, "other": 5}
    assert long.way == [
        "suspect", "flags", "tests", "exclude", "lead", "image", "several", "biopsy", "decide",
    ]  # fmt: skip
    assert long.aside == ["urgent", "other"]


def test_a_chart_that_goes_in_circles_or_has_steps_apart_cannot_be_split() -> None:
    circle = (step("a", "question", "A?", Yes="b"), step("b", "action", "B", _="a"))
    apart = (step("a", "question", "A?", Yes="b"), step("b", "end", "B"), step("c", "end", "C"))
    nowhere = (step("a", "question", "A?", Yes="x"),)

    for steps in (circle, apart, nowhere, ()):
        assert sides_of(replace(FLOW, steps=steps)) == []


def test_answers_that_lead_to_the_same_step_are_one_way() -> None:
    several = step("a", "question", "A?", Yes="b", No="c", Not_sure="b", _="c")

    assert ways(several) == [("Yes / Not sure", "b"), ("No", "c")]
