"""Tests of `crmo_desktop.gui.slides.figures_flow`."""

import pytest

from crmo_desktop.domain.picture import Answer, Flow, Step
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_flow import FlowSlides, flag_parts
from tests.gui.slides.figure_samples import pen_of, texts, words

FLOW = Flow(
    steps=(
        Step(
            id="ask",
            kind="question",
            title=words("Does it rain?", "fact-rain"),
            text=words("Look out."),
            answers=(Answer(label="Yes", next="stay"), Answer(label="No", next="walk")),
        ),
        Step(id="walk", kind="action", title=words("Walk"), answers=(Answer(label="", next="stay"),)),
        Step(id="stay", kind="end", title=words("Stay"), text=words("At home.")),
    ),
    flags_title=words("Thunder: go in"),
    flags=tuple(words(f"Flag {number}", f"fact-{number}") for number in range(9)),
)


@pytest.fixture
def flow(makers: SlideMakers) -> FlowSlides:
    return FlowSlides(FLOW, pen_of(makers))


def test_a_chart_begins_with_its_first_step(flow: FlowSlides) -> None:
    part = flow.part(flow.first())

    assert part.title == "Does it rain?"
    assert texts(part) == ["1", "Question", "Look out.", "Yes", "Stay", "No", "Walk", "Thunder: go in"]
    assert "fact-rain" in part.facts


def test_up_and_down_go_to_answers_and_stop_at_the_ends(flow: FlowSlides) -> None:
    at = flow.first()
    for key, chosen in (("up", 0), ("down", 1), ("down", 1), ("up", 0)):
        moved = flow.pressed(key, at)
        assert moved is not None
        at = moved
        assert at.chosen == chosen


def test_an_answer_is_followed_and_taken_back(flow: FlowSlides) -> None:
    second = flow.pressed("choose", flow.first()._replace(chosen=1))
    assert second is not None
    assert (second.step, second.trail, second.chosen) == ("walk", ("ask",), 0)
    end = flow.pressed("choose", second)
    assert end is not None
    assert end.trail == ("ask", "walk")
    assert flow.pressed("choose", end) is None
    assert flow.pressed("down", end) is None
    assert flow.pressed("undo", end) == second
    assert flow.pressed("undo", second) == flow.first()._replace(chosen=1)
    assert flow.pressed("undo", flow.first()) is None


def test_the_way_gone_is_shown_with_its_answers(flow: FlowSlides) -> None:
    at = flow.place_of(View(step="stay", trail=("ask", "walk")), -1)
    assert texts(flow.part(at))[:5] == ["1", "No", "2", "3", "End of the path"]
    assert flow.told(at)[:2] == ("1. Does it rain? No", "2. Walk")


def test_a_view_of_nothing_is_the_first_step(flow: FlowSlides) -> None:
    assert flow.place_of(None, 1) == flow.first()._replace(chosen=1)


def test_each_step_is_reached_on_the_shortest_way(flow: FlowSlides) -> None:
    places = flow.places()
    assert [place.step for place in places] == ["ask", "walk", "stay"]
    assert [place.trail for place in places] == [(), ("ask",), ("ask",)]


def test_a_low_room_first_loses_where_answers_lead_and_then_the_reminder(makers: SlideMakers) -> None:
    low = texts(FlowSlides(FLOW, pen_of(makers, high=310.0)).part(FlowSlides(FLOW, pen_of(makers)).first()))
    assert "Stay" not in low
    assert "Thunder: go in" in low
    lowest = FlowSlides(FLOW, pen_of(makers, high=240.0))
    assert texts(lowest.part(lowest.first()))[-1] == "No"


def test_red_flags_stand_in_red_on_slides_with_their_title(makers: SlideMakers) -> None:
    parts = flag_parts(FLOW, pen_of(makers, high=300.0))

    assert len(parts) > 1
    assert {part.title for part in parts} == {"Thunder: go in"}
    assert [text for part in parts for text in texts(part)] == [f"Flag {number}" for number in range(9)]
    assert {one.ground for part in parts for one in part.scene.written()} == {"red_bg"}
    assert all(part.scene.size.height() <= 300 for part in parts)
