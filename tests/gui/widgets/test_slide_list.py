"""Tests of `crmo_desktop.gui.widgets.slide_list`."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.models.slide_rows import SlideRow
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.slide_list import SlideList
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import has_colour, picture_of, press_keys
from tests.gui.measure import faults

LONG = "What the bones of the leg show on MRI, and what they do not show at all"
ROWS = [
    (SlideRow(-1, "What it is", "1:10 of 2 min"), "What it is"),
    (SlideRow(0, "Names", "0:10", is_passed=True), "1: Names, was shown"),
    (SlideRow(1, LONG), "2"),
    (SlideRow(-1, "What to do", "3 min"), "What to do"),
    (SlideRow(2, "Signs"), "3: Signs"),
]


@pytest.fixture
def slides(look: Look, show: Show) -> SlideList:
    slides = SlideList(look)
    slides.set_look(look)
    slides.set_slides(ROWS)
    slides.set_shown(0)
    show(slides, 360, 260)
    slides.setFocus()
    return slides


def chosen(slides: SlideList) -> list[int]:
    places: list[int] = []
    slides.slide_chosen.connect(places.append)
    return places


def test_keys_go_through_slides_and_over_parts(slides: SlideList) -> None:
    places = chosen(slides)

    press_keys(slides, "Down")
    press_keys(slides, "Down")
    assert places == []
    press_keys(slides, "Return")
    press_keys(slides, "Up")
    press_keys(slides, "Enter")

    assert places == [2, 1]


def test_a_click_chooses_a_slide_and_no_part(slides: SlideList) -> None:
    places = chosen(slides)
    for number in (3, 4):
        place = slides.visualRect(slides.rows.index(number, 0)).center()
        QTest.mouseClick(slides.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    assert places == [2]


@pytest.mark.parametrize("key", ["Space", "PgDown", "Home", "B"])
def test_other_keys_are_left_to_the_wall(key: str, slides: SlideList) -> None:
    here = slides.currentIndex()

    press_keys(slides, key)

    assert slides.currentIndex() == here


def test_marking_the_slide_that_is_shown_is_silent(slides: SlideList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slides.slide_chosen):
        slides.set_shown(2)
    assert slides.currentIndex().row() == 4
    slides.set_shown(2)
    assert slides.currentIndex().row() == 4


def test_the_keyboard_stays_where_it_is_while_times_go_on(slides: SlideList) -> None:
    press_keys(slides, "Down")

    slides.set_slides([(row._replace(time="0:11"), words) for row, words in ROWS])

    assert slides.currentIndex().row() == 2
    assert slides.rows.row(slides.currentIndex()) == SlideRow(1, LONG, "0:11")


def test_titles_wrap_and_nothing_is_cut(slides: SlideList) -> None:
    index = slides.rows.index(2, 0)

    assert slides.visualRect(index).height() > slides.visualRect(slides.rows.index(1, 0)).height()
    assert faults(slides) == []


@pytest.mark.parametrize("theme", ["dark", "hc_black"])
def test_the_slide_on_the_wall_is_marked(theme: str, slides: SlideList, look_of: LookOf) -> None:
    look = look_of(theme, 150)
    slides.set_look(look)
    slides.set_shown(1)

    assert has_colour(picture_of(slides), look.colour("row_current"), least=200)
    assert slides.minimumSizeHint().height() >= look.ui(100)
