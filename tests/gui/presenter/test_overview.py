"""Tests of `crmo_desktop.gui.presenter.overview`."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.presenter.overview import Overview, SlideRows
from crmo_desktop.gui.presenter.painted import PaintedSlides
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import CheckModel
from tests.gui.conftest import Show as OpenWidget
from tests.gui.hands import click, has_colour, picture_of, press_keys
from tests.gui.presenter.wall_samples import SampleSlide


@pytest.fixture
def overview(running: Show, look: Look, show: OpenWidget) -> Overview:
    window = QWidget()
    overview = Overview(running, PaintedSlides(), look, window)
    show(window, 1200, 700)
    running.go_to(1)
    overview.open()
    return overview


def chosen(overview: Overview) -> list[int]:
    places: list[int] = []
    overview.chosen.connect(places.append)
    return places


def test_the_rows_are_a_model(running: Show, check_model: CheckModel) -> None:
    rows = SlideRows(running)

    check_model(rows)
    assert rows.rowCount() == 5
    assert rows.index(1, 0).data() == "2  Built"
    assert rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Slide 2: Built"
    assert rows.data(rows.index(9, 0)) is None


def test_it_covers_the_window_and_begins_at_the_slide_shown(overview: Overview) -> None:
    assert overview.geometry() == QRect(0, 0, 1200, 700)
    assert overview.currentIndex().row() == 1
    assert overview.hasFocus()
    assert overview.accessibleName() == "All slides"


def test_all_slides_are_seen(overview: Overview, running: Show) -> None:
    seen = picture_of(overview)

    for slide in running.deck.slides:
        assert isinstance(slide, SampleSlide)
        assert has_colour(seen, slide.ground, least=5000)


def test_slides_not_shown_yet_are_seen_whole_but_no_answer_is(overview: Overview, running: Show) -> None:
    running.go_to(0)
    picture_of(overview)
    last, asked = running.deck.slides[1], running.deck.slides[3]

    assert isinstance(asked, SampleSlide)
    assert isinstance(last, SampleSlide)
    assert {state.step for state in asked.painted} == {0}
    assert 2 in {state.step for state in last.painted}


def test_arrows_go_and_enter_chooses(overview: Overview) -> None:
    places = chosen(overview)

    press_keys(overview, "Right")
    press_keys(overview, "Return")
    press_keys(overview, "Home")
    press_keys(overview, "Down")
    press_keys(overview, "Space")
    press_keys(overview, "End")
    press_keys(overview, "Enter")

    assert places == [2, 4, 4]


def test_a_click_chooses(overview: Overview) -> None:
    places = chosen(overview)
    middle = overview.visualRect(overview.model().index(3, 0)).center()

    click(overview.viewport(), QPoint(middle))

    assert places == [3]


def test_other_keys_are_left_to_the_talk(overview: Overview, running: Show) -> None:
    places = chosen(overview)

    for key in ("L", "O", "Esc", "3"):
        press_keys(overview, key)

    assert (places, overview.currentIndex().row()) == ([], 1)


def test_it_is_made_anew_with_the_slides(overview: Overview, running: Show) -> None:
    running.set_type_step(1)

    assert overview.model().rowCount() == 5


def test_a_long_title_is_not_cut(overview: Overview, running: Show) -> None:
    low = overview.gridSize().height()
    running.deck.slides[1].title = "A title that goes on and on and fits into no width of a slide " * 3
    overview.set_cells()

    assert overview.gridSize().height() > low + 2 * QFontMetrics(overview.words_font).lineSpacing()


def test_a_narrow_window_has_fewer_beside_each_other(overview: Overview) -> None:
    wide = overview.gridSize().width()
    overview.resize(700, 600)

    assert overview.gridSize().width() < wide
    assert overview.gridSize().width() * 3 < 700
