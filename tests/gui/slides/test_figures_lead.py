"""Tests of `crmo_desktop.gui.slides.figures_lead`."""

from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_lead import bone_lead, caption_part, flow_lead
from tests.gui.slides.figure_samples import pen_of, texts
from tests.gui.slides.test_figures_bones import MAP
from tests.gui.slides.test_figures_flow import FLOW


def test_a_bone_map_is_led_to_by_its_groups(makers: SlideMakers) -> None:
    (part,) = bone_lead(MAP, "What to see.", pen_of(makers))
    assert texts(part) == ["What to see.", "Group one", "75 children", "Group two", "75 children"]
    assert part.sources == ["source-one", "source-two"]


def test_a_flow_chart_is_led_to_by_its_steps_with_their_numbers(makers: SlideMakers) -> None:
    (part,) = flow_lead(FLOW, "What to see.", pen_of(makers))
    assert texts(part) == ["What to see.", "1", "Does it rain?", "2", "Walk", "3", "Stay"]


def test_where_there_is_little_room_words_are_smaller_or_on_more_slides(makers: SlideMakers) -> None:
    parts = flow_lead(FLOW, "What to see.", pen_of(makers, width=600.0, high=180.0, text=50.0))
    assert len(parts) > 1
    assert all(part.scene.size.height() <= 180.5 for part in parts)


def test_a_caption_alone_is_as_large_as_it_has_room(makers: SlideMakers) -> None:
    short = caption_part("Short.", pen_of(makers, text=50.0))
    long = caption_part("Many words of a caption. " * 12, pen_of(makers, text=50.0, high=300.0))

    assert short.scene.written()[0].layout.font().pixelSize() == 50
    assert long.scene.written()[0].layout.font().pixelSize() < 50
    assert long.scene.size.height() <= 300
