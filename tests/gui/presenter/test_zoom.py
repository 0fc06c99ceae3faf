"""Tests of `crmo_desktop.gui.presenter.zoom`."""

import pytest
from PySide6.QtCore import QRectF

from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.zoom import FACTORS, Zoom

WHOLE = QRectF(0, 0, 1280, 720)
PICTURE = QRectF(640, 180, 640, 360)  # of the sample's live slide


@pytest.fixture
def picture(running: Show, zoom: Zoom) -> Zoom:
    running.go_to(2)
    running.set_zoomed(True)
    return zoom


def test_all_of_a_slide_is_seen_at_first(zoom: Zoom) -> None:
    assert zoom.seen() == WHOLE
    zoom.pan(1, 1)
    assert zoom.seen() == WHOLE


def test_a_picture_begins_as_large_as_it_fits(picture: Zoom) -> None:
    assert picture.seen() == PICTURE
    picture.pan(1, -1)
    assert picture.seen() == PICTURE


def test_it_grows_in_steps_and_no_further(picture: Zoom) -> None:
    seen = [picture.factor]
    for _ in range(6):
        picture.step(1)
        seen.append(picture.factor)

    assert tuple(dict.fromkeys(seen)) == FACTORS
    assert picture.seen().width() == PICTURE.width() / FACTORS[-1]
    for _ in range(6):
        picture.step(-1)
    assert picture.seen() == PICTURE


@pytest.mark.parametrize(("right", "down"), [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_it_is_moved_up_to_its_edge(right: int, down: int, picture: Zoom) -> None:
    picture.step(1)
    for _ in range(20):
        picture.pan(right, down)

    seen = picture.seen()
    assert PICTURE.contains(seen)
    edges = {(1, 0): "right", (-1, 0): "left", (0, 1): "bottom", (0, -1): "top"}
    edge = edges[(right, down)]
    assert getattr(seen, edge)() == pytest.approx(getattr(PICTURE, edge)())


def test_each_picture_begins_anew(picture: Zoom, running: Show) -> None:
    picture.step(1)
    picture.pan(1, 1)
    running.set_zoomed(False)
    assert picture.seen() == WHOLE
    running.set_zoomed(True)

    assert picture.seen() == PICTURE


def test_nothing_beside_the_slide_is_seen(picture: Zoom, running: Show) -> None:
    running.slide.zoomed = QRectF(1000, 20, 280, 520)  # high, and at the edge
    running.set_zoomed(False)
    running.set_zoomed(True)

    assert picture.factor == FACTORS[0]
    assert WHOLE.contains(picture.seen())
    assert picture.seen().right() == WHOLE.right()


def test_a_picture_that_fills_the_slide_already_begins_larger(picture: Zoom, running: Show) -> None:
    running.slide.zoomed = QRectF(1000, 20, 280, 680)
    running.set_zoomed(False)
    running.set_zoomed(True)

    assert picture.factor == FACTORS[1]
    assert WHOLE.contains(picture.seen())
