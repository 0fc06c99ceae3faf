"""Tests of `crmo_desktop.gui.presenter.console_sides`."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_sides import NextSide, WallSide, scrolling
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf, Show
from tests.gui.measure import faults


def settle(side: QWidget) -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def next_side(look: Look, icons: IconShelf, show: Show) -> NextSide:
    box = QWidget()
    side = NextSide(look, icons, box)
    show(box, 700, 700)
    side.resize(650, 640)
    settle(side)
    return side


def test_the_slide_leaves_room_for_notes(look: Look, icons: IconShelf, show: Show) -> None:
    box = QWidget()
    side = WallSide(look, icons, box, notes_size=24)
    show(box, 800, 800)
    side.resize(640, 720)
    settle(side)
    tall = side.picture.height()
    side.resize(640, 460)
    settle(side)
    short = side.picture.height()

    assert tall == side.picture.height_for(640)
    assert short == round(460 * 0.36)
    assert side.notes.size == 24
    assert side.minimumSizeHint().height() <= 200
    side.resize(480, 640)
    settle(side)
    assert side.picture.height() == side.picture.height_for(480)


def test_buttons_stand_beside_what_comes_next_while_there_is_room(
    next_side: NextSide, look_of: LookOf
) -> None:
    black = next_side.buttons["black"]

    def left(of: QWidget) -> int:
        return of.mapTo(next_side, of.rect().topLeft()).x()

    assert left(black) > left(next_side.picture) + next_side.picture.width() / 2
    next_side.set_look(look_of("dark", 200))
    next_side.resize(480, 400)
    settle(next_side)
    assert left(black) < 20
    assert faults(next_side) == []
    next_side.set_look(look_of("dark", 100))
    next_side.resize(650, 640)
    settle(next_side)
    assert left(black) > 300


def test_what_is_too_high_scrolls(look: Look, show: Show) -> None:
    box, body = QWidget(), QLabel("\n".join("Line" for _ in range(60)))
    area = scrolling(body, box)
    show(box, 300, 200)
    area.resize(280, 180)
    settle(area)

    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
