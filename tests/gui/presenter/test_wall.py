"""Tests of `crmo_desktop.gui.presenter.wall`."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.presenter.hand import Hand
from crmo_desktop.gui.presenter.keys import TalkKeys
from crmo_desktop.gui.presenter.painted import PaintedSlides
from crmo_desktop.gui.presenter.show import Cover, Show, Tool
from crmo_desktop.gui.presenter.wall import Wall, width_for
from crmo_desktop.gui.presenter.zoom import Zoom
from tests.gui.conftest import Show as OpenWidget
from tests.gui.hands import colours_in, has_colour, move_mouse, picture_of, press_keys, wheel
from tests.gui.presenter.wall_samples import SampleSlide

INK, PAPER = QColor("#00ff00"), QColor("#f0f0ff")
BLACK, WHITE = QColor("#000000"), QColor("#ffffff")


@pytest.fixture
def painted() -> PaintedSlides:
    return PaintedSlides()


@pytest.fixture
def wall(running: Show, hand: Hand, zoom: Zoom, painted: PaintedSlides, show: OpenWidget) -> Iterator[Wall]:
    keys = TalkKeys(running, hand, zoom)
    wall = Wall(running, hand, zoom, keys, painted, {"focus": INK, "page": PAPER}.__getitem__)
    show(wall, 1280, 720)
    QApplication.processEvents()
    yield wall
    wall.blockSignals(True)


def ground(running: Show) -> QColor:
    slide = running.slide
    assert isinstance(slide, SampleSlide)
    return slide.ground


@pytest.mark.parametrize(
    ("size", "width"),
    [
        (QSize(1920, 1080), 1280.0),
        (QSize(1366, 768), 1280.0),
        (QSize(1024, 768), 960.0),
        (QSize(1280, 800), 1152.0),
        (QSize(800, 1200), 960.0),
        (QSize(3440, 1440), 1280.0),
    ],
)
def test_slides_have_the_shape_of_the_screen(size: QSize, width: float) -> None:
    assert width_for(size) == width


def test_the_slide_fills_the_wall(wall: Wall, running: Show) -> None:
    assert set(colours_in(picture_of(wall))) == {ground(running).name()}
    running.forward()
    assert set(colours_in(picture_of(wall))) == {ground(running).name()}
    running.forward()
    assert has_colour(picture_of(wall), WHITE, least=1000)


def test_a_screen_of_another_shape_sets_slides_anew(wall: Wall, running: Show) -> None:
    running.go_to(1)
    wall.resize(1024, 768)
    assert (running.deck.room.width, running.slide.title) == (960.0, "Built")
    wall.resize(600, 800)

    seen = picture_of(wall)
    assert wall.frame().toRect() == QRect(0, 175, 600, 450)
    assert seen.pixelColor(300, 100) == BLACK
    assert seen.pixelColor(300, 400) == ground(running)


@pytest.mark.parametrize(("cover", "colour"), [(Cover.BLACK, BLACK), (Cover.WHITE, WHITE)])
def test_a_cover_covers_all_of_it(cover: Cover, colour: QColor, wall: Wall, running: Show) -> None:
    running.set_tool(Tool.SPOTLIGHT)
    running.set_cover(cover)

    assert set(colours_in(picture_of(wall))) == {colour.name()}


def test_what_is_near_is_painted_ahead(
    wall: Wall, running: Show, painted: PaintedSlides, qtbot: QtBot
) -> None:
    after = running.deck.slides[1]

    qtbot.waitUntil(lambda: painted.has(after, after.first_state(), QSize(1280, 720)))
    assert isinstance(after, SampleSlide)
    times = len(after.painted)
    running.forward()
    picture_of(wall)
    assert len(after.painted) == times


def test_a_hidden_wall_paints_nothing_ahead(wall: Wall, running: Show) -> None:
    wall.hide()
    last = running.deck.slides[4]
    running.go_to(3)
    QApplication.processEvents()

    assert isinstance(last, SampleSlide)
    assert last.painted == []


def test_figures_are_seen_where_there_is_no_console(wall: Wall, running: Show) -> None:
    press_keys(wall, "4")
    assert set(colours_in(picture_of(wall))) == {ground(running).name()}
    wall.set_alone(True)
    assert has_colour(picture_of(wall), BLACK, least=500)
    press_keys(wall, "Return")
    assert set(colours_in(picture_of(wall))) == {ground(running).name()}
    assert running.place == 3


def test_it_tells_a_screen_reader_what_is_seen(wall: Wall, running: Show) -> None:
    running.go_to(1)
    running.forward()

    assert wall.accessibleName() == "Built"
    assert wall.accessibleDescription() == "Built\nPoint 1"


def test_a_picture_is_seen_large(wall: Wall, running: Show, zoom: Zoom) -> None:
    running.go_to(2)
    running.set_zoomed(True)

    assert wall.seen() == zoom.seen()
    assert wall.place_of(QPointF(0, 0)) == QPointF(640, 180)
    assert set(colours_in(picture_of(wall))) == {ground(running).name()}


def test_beside_a_picture_that_is_large_nothing_of_the_slide_is_cut(wall: Wall, running: Show) -> None:
    running.go_to(2)
    running.slide.zoomed = QRectF(640, 180, 100, 360)
    running.set_zoomed(True)

    seen = picture_of(wall)
    assert seen.pixelColor(640, 360) == ground(running)
    assert seen.pixelColor(200, 360) == seen.pixelColor(1100, 360) == PAPER


def test_the_mouse_goes_on_and_back(wall: Wall, running: Show) -> None:
    buttons = Qt.MouseButton
    for button, title in (
        (buttons.LeftButton, "Built"),
        (buttons.RightButton, "First"),
        (buttons.ForwardButton, "Built"),
        (buttons.BackButton, "First"),
        (buttons.MiddleButton, "First"),
    ):
        QTest.mouseClick(wall, button, Qt.KeyboardModifier.NoModifier, QPoint(100, 100))
        assert running.slide.title == title


def test_the_wheel_goes_on_and_back_and_makes_a_picture_larger(wall: Wall, running: Show, zoom: Zoom) -> None:
    wheel(wall, -60)
    assert running.slide.title == "First"
    wheel(wall, -60)
    assert running.slide.title == "Built"
    wheel(wall, 120)
    assert running.slide.title == "First"
    running.go_to(2)
    running.set_zoomed(True)
    wheel(wall, 120)
    assert zoom.factor == 1.5


def test_the_pointer_is_seen_when_it_is_moved_until_the_next_slide(wall: Wall, running: Show) -> None:
    assert wall.cursor().shape() == Qt.CursorShape.BlankCursor
    move_mouse(wall, QPoint(200, 200))
    assert wall.cursor().shape() == Qt.CursorShape.ArrowCursor
    running.forward()
    assert wall.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_mouse_draws_and_lights(wall: Wall, running: Show, hand: Hand) -> None:
    running.set_tool(Tool.DRAW)
    QTest.mousePress(wall, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, 100))
    move_mouse(wall, QPoint(400, 100))
    QTest.mouseRelease(wall, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(400, 100))
    assert picture_of(wall).pixelColor(250, 100) == INK
    assert running.slide.title == "First"

    running.set_tool(Tool.SPOTLIGHT)
    move_mouse(wall, QPoint(600, 600))
    assert hand.place == QPointF(600, 600)
    QTest.mouseClick(wall, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(500, 500))
    assert hand.place == QPointF(500, 500)
    assert running.slide.title == "First"


def test_a_key_that_is_no_key_of_talks_does_nothing(wall: Wall, running: Show) -> None:
    press_keys(wall, "Y")

    assert running.slide.title == "First"


def test_closing_it_is_told(wall: Wall, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wall.closing):
        wall.close()
