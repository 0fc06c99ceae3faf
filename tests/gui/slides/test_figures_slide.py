"""Tests of `crmo_desktop.gui.slides.figures_slide`: what keys do with live pictures."""

import pytest
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_slide import BoneSlide, FigureSlide, FlowSlide, TableSlide
from crmo_desktop.gui.slides.slide import SlideState
from tests.gui.slides.figure_samples import slides_of


def _one(picture: str, kind: type[FigureSlide], makers: SlideMakers) -> FigureSlide:
    return next(slide for slide in slides_of(picture, makers) if isinstance(slide, kind))


def _pressed(slide: FigureSlide, *keys: str, state: SlideState | None = None) -> SlideState:
    state = state or slide.first_state()
    for key in keys:
        after = slide.press(key, state)
        assert after is not None, key
        state = after
    return state


def _painted(slide: FigureSlide, state: SlideState) -> QImage:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(0.25, 0.25)
    slide.paint(painter, state)
    painter.end()
    return image


@pytest.fixture
def bones(makers: SlideMakers) -> FigureSlide:
    return _one("bone-map", BoneSlide, makers)


@pytest.fixture
def flow(makers: SlideMakers) -> FigureSlide:
    return _one("path-to-diagnosis", FlowSlide, makers)


@pytest.fixture
def table(makers: SlideMakers) -> FigureSlide:
    return _one("crmo-or-infection", TableSlide, makers)


def test_a_bone_map_changes_its_group_by_keys(bones: FigureSlide) -> None:
    first = bones.first_state()
    second = _pressed(bones, "down")

    assert first.view is not None
    assert second.view is not None
    assert first.view.groups != second.view.groups
    assert bones.told(first) != bones.told(second)
    assert _painted(bones, first) != _painted(bones, second)
    assert _pressed(bones, "up", state=second) == first
    assert _pressed(bones, "undo", state=second) == first
    assert _pressed(bones, "up") == first  # it stays at the ends
    assert bones.press("choose", first) is None
    assert bones.press("undo", first) is None


def test_a_bone_map_opens_at_the_group_that_a_view_names(bones: FigureSlide) -> None:
    second = _pressed(bones, "down")
    named = SlideState(view=second.view)
    assert bones.told(named) == bones.told(second)
    assert bones.told(SlideState()) == bones.told(bones.first_state())


def test_the_source_line_is_that_of_the_group_shown(bones: FigureSlide) -> None:
    states = bones.paper_states()
    lines = {each.words for state in states for each in bones.placed_in(state) if each.kind == "source"}
    assert len(lines) > 1


def test_all_groups_are_printed(bones: FigureSlide) -> None:
    groups = {state.view.groups for state in bones.paper_states() if state.view is not None}
    assert len(groups) == 11


def test_a_flow_chart_goes_step_by_step(flow: FigureSlide) -> None:
    second = _pressed(flow, "down", "choose")

    assert second.view is not None
    assert second.view.trail
    assert flow.told(second)[1] != flow.told(flow.first_state())[1]  # the title, below the picture's
    assert _painted(flow, flow.first_state()) != _painted(flow, second)
    assert _pressed(flow, "undo", state=second) == flow.first_state()._replace(chosen=1)
    assert flow.press("undo", flow.first_state()) is None
    assert len(flow.paper_states()) == 13


def test_what_is_told_of_a_flow_chart_begins_with_its_title_and_ends_with_the_sources(
    flow: FigureSlide,
) -> None:
    told = flow.told(flow.first_state())
    placed = flow.placed_in(flow.first_state())
    assert told[0] == placed[0].words
    assert told[-1] == next(each.words for each in placed if each.kind == "source")


def test_a_line_of_a_table_is_pointed_at(table: FigureSlide) -> None:
    first = _pressed(table, "down")
    assert first.chosen == 0
    assert _pressed(table, "down", state=first).chosen == 1
    assert _pressed(table, "up", state=first).chosen == 0
    assert _pressed(table, "undo", state=first) == SlideState()
    assert table.press("undo", SlideState()) is None
    assert any(text.startswith("Fever (Russia)") for text in table.told(first))
    assert len(table.told(first)) < len(table.told(SlideState()))
    assert _painted(table, SlideState()) != _painted(table, first)


def test_a_table_is_sorted_and_what_was_pointed_at_stays_so(table: FigureSlide) -> None:
    chosen = _pressed(table, "down")
    kept = _pressed(table, "choose", state=chosen)
    assert any(text.startswith("Fever (Russia)") for text in table.told(kept))
    assert kept.chosen != chosen.chosen

    again = _pressed(table, "choose", "choose", "choose", state=kept).view
    assert again is not None
    assert again.sort is None
    assert _pressed(table, "undo", state=kept) == SlideState()


def test_a_table_that_nobody_pointed_at_leaves_the_key_to_the_talk(table: FigureSlide) -> None:
    assert table.press("choose", SlideState()) is None


def test_down_on_a_later_slide_begins_with_its_first_line(makers: SlideMakers) -> None:
    later = [slide for slide in slides_of("crmo-or-infection", makers) if isinstance(slide, TableSlide)][1]
    assert _pressed(later, "down").chosen > 0


def test_a_picture_that_does_not_change_has_no_keys(makers: SlideMakers) -> None:
    slide = slides_of("history", makers)[0]
    assert slide.press("down", SlideState()) is None
    assert slide.placed_in(SlideState()) == slide.placed
    assert slide.paper_states() == (SlideState(),)
    assert slide.notes == slide.matter.notes


def test_the_illustration_is_told_by_its_name(makers: SlideMakers) -> None:
    slide = slides_of("long-bone", makers)[0]
    picture = next(each for each in slide.placed if each.kind == "picture")
    assert picture.words == slide.picture.title
    assert slide.told(SlideState()).count(slide.picture.title) == 1
    assert slide.zoomed == picture.rect


def test_more_states_than_are_kept_are_drawn_anew(bones: FigureSlide) -> None:
    first = _painted(bones, bones.first_state())
    for step in range(45):
        bones.told(SlideState(chosen=step))
        bones.scene_of(SlideState(chosen=step))
    assert _painted(bones, bones.first_state()) == first
