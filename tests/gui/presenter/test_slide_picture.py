"""Tests of `crmo_desktop.gui.presenter.slide_picture`."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.presenter.slide_picture import SlidePicture
from crmo_desktop.gui.slides.slide import Room, SlideState
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import has_colour, picture_of, press_keys
from tests.gui.presenter.console_samples import LineSlide, matter

BAR = QColor("#0F5257")


@pytest.fixture
def slide() -> LineSlide:
    return LineSlide(matter("names"))


@pytest.fixture
def picture(look: Look, show: Show, slide: LineSlide) -> SlidePicture:
    picture = SlidePicture(look)
    picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    picture.setMouseTracking(True)
    picture.set_slide(slide, SlideState())
    show(picture, 646, 400)
    return picture


def test_it_is_as_large_as_there_is_room(picture: SlidePicture) -> None:
    area = picture.picture_rect()

    assert area.width() == pytest.approx(640)
    assert area.height() == pytest.approx(360)
    assert picture.height_for(646) == 366
    assert has_colour(picture_of(picture), BAR, least=2000)


def test_a_narrower_slide_keeps_its_shape(picture: SlidePicture) -> None:
    picture.set_slide(LineSlide(matter("names"), room=Room(width=960)), SlideState())

    area = picture.picture_rect()
    assert area.width() / area.height() == pytest.approx(4 / 3)


def test_it_is_painted_anew_only_for_another_state(picture: SlidePicture, slide: LineSlide) -> None:
    picture.grab()
    before = slide.painted
    picture.set_slide(slide, SlideState())
    picture.grab()
    assert slide.painted == before

    picture.set_slide(slide, SlideState(step=1))
    picture.grab()
    assert slide.painted == before + 1
    assert picture.slide is slide


def test_without_a_slide_it_is_an_empty_place(picture: SlidePicture, look: Look) -> None:
    picture.set_slide(None, SlideState())

    assert has_colour(picture_of(picture), look.colour("sunken"), least=2000)
    assert not has_colour(picture_of(picture), BAR)


def test_what_is_drawn_on_the_slide_is_seen(picture: SlidePicture) -> None:
    ink = QColor("#FF00AA")

    def draw(painter: QPainter) -> None:
        painter.fillRect(0, 360, 2000, 360, ink)

    picture.set_paint_over(draw)

    assert has_colour(picture_of(picture), ink, least=640 * 170)


def test_it_shows_that_it_has_the_keyboard(picture: SlidePicture, look_of: LookOf) -> None:
    look = look_of("dark")
    picture.set_look(look)
    picture.clearFocus()
    assert not has_colour(picture_of(picture), look.colour("focus"))

    picture.setFocus()

    assert has_colour(picture_of(picture), look.colour("focus"), least=100)
    press_keys(picture, "Down")


def test_pointing_tells_where_on_the_slide(picture: SlidePicture, qtbot: QtBot) -> None:
    told: list[tuple[str, QPointF]] = []
    picture.pointed.connect(lambda what, place: told.append((what, place)))
    middle = picture.picture_rect().center().toPoint()

    QTest.mousePress(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(picture, middle + QPoint(10, 0))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(300, 395))
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))

    assert [what for what, _ in told] == ["press", "move", "release", "leave"]
    assert told[0][1].x() == pytest.approx(640, abs=3)
    assert told[0][1].y() == pytest.approx(360, abs=3)
