"""Tests of `crmo_desktop.gui.presenter.painted`."""

import pytest
from PySide6.QtCore import QRectF, QSize

from crmo_desktop.gui.presenter.painted import PaintedSlides, fitted, nearby
from crmo_desktop.gui.presenter.show import Show
from tests.gui.hands import has_colour
from tests.gui.presenter.wall_samples import SampleSlide

SIZE = QSize(640, 360)


def sample(running: Show, place: int) -> SampleSlide:
    slide = running.deck.slides[place]
    assert isinstance(slide, SampleSlide)
    return slide


def test_a_slide_is_painted_once_a_state_and_size(running: Show) -> None:
    painted, slide = PaintedSlides(), sample(running, 1)

    first = painted.picture(slide, slide.first_state(), SIZE)
    again = painted.picture(slide, slide.first_state(), SIZE)
    painted.picture(slide, slide.last_state(), SIZE)
    painted.picture(slide, slide.first_state(), SIZE * 2)

    assert first is again
    assert len(slide.painted) == 3
    assert has_colour(first.toImage(), slide.ground, least=640 * 360)


def test_the_oldest_goes_where_there_are_too_many(running: Show) -> None:
    painted, first, second = PaintedSlides(), sample(running, 0), sample(running, 1)
    large = QSize(7680, 4320)

    painted.picture(first, first.first_state(), large)
    painted.picture(second, second.first_state(), large)

    assert not painted.has(first, first.first_state(), large)
    assert painted.has(second, second.first_state(), large)
    painted.forget()
    assert not painted.has(second, second.first_state(), large)


@pytest.mark.parametrize(
    ("width", "place"), [(1280, QRectF(0, 120, 1280, 720)), (960, QRectF(0, 0, 1280, 960))]
)
def test_a_slide_is_as_large_as_it_fits(width: float, place: QRectF) -> None:
    assert fitted(width, QRectF(0, 0, 1280, 960)) == place


def test_what_is_next_and_what_was_before_is_near(running: Show) -> None:
    def near() -> list[tuple[str, int]]:
        return [(slide.title, state.step) for slide, state in nearby(running)]

    assert near() == [("Built", 0)]
    running.forward()
    assert near() == [("Built", 1), ("Live", 0), ("First", 0)]
    running.forward()
    assert near() == [("Built", 2), ("Live", 0), ("Built", 0)]
    running.go_to(4)
    assert near() == [("Asked", 1)]
