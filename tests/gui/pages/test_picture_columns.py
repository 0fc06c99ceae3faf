"""Two columns or one, and what is brought into sight."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmo_desktop.gui.pages.picture_columns import PictureColumns
from crmo_desktop.gui.pages.picture_room import Room
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import Show

BESIDE, BELOW = Room(20, 400, 200, is_beside=True), Room(20, 500, 500, is_beside=False)


class Page(QWidget):
    """Every part is a plain widget of some height."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.drawing, self.foot, self.panel = (self.part(high) for high in (50, 900, 60, 70))
        self.columns = PictureColumns(self.head, [self.drawing], self.foot, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)

    def part(self, high: int) -> QWidget:
        made = QWidget()
        made.setFixedHeight(high)
        return made

    def place(self, part: QWidget) -> tuple[int, int]:
        point = part.mapTo(self.columns, QPoint(0, 0))
        return point.x(), point.y() + self.columns.scrolled()


@pytest.fixture
def page(show: Show) -> Page:
    page = Page()
    show(page, 700, 500)
    return page


def arranged(page: Page, room: Room, look: Look, *, over: bool) -> None:
    page.columns.arrange(room, look, page.panel, over=over)
    page.panel.show()
    page.columns.scroll_to(0)
    page.grab()


def test_with_room_the_panel_heads_the_other_column(page: Page, look: Look) -> None:
    for over in (True, False):
        arranged(page, BESIDE, look, over=over)

        assert page.place(page.panel)[0] > page.place(page.drawing)[0] + page.drawing.width()
        assert page.place(page.panel)[1] < page.place(page.foot)[1]
        assert (page.drawing.width(), page.panel.width()) == (400, 200)


def test_without_it_stands_over_the_drawing_or_below(page: Page, look: Look) -> None:
    arranged(page, BELOW, look, over=True)
    assert page.place(page.head)[1] < page.place(page.panel)[1] < page.place(page.drawing)[1]
    arranged(page, BELOW, look, over=False)
    assert page.place(page.drawing)[1] < page.place(page.panel)[1] < page.place(page.foot)[1]
    assert page.place(page.panel)[0] == page.place(page.drawing)[0]


def test_what_is_out_of_sight_is_brought_into_sight(page: Page, look: Look) -> None:
    arranged(page, BELOW, look, over=False)
    place = QRect(10, 800, 40, 30)

    page.columns.bring(page.drawing, place)

    top = page.drawing.mapTo(page.columns.viewport(), place.topLeft()).y()
    assert 0 <= top <= page.columns.viewport().height() - 30
    kept = page.columns.scrolled()
    page.columns.scroll_to(0)
    page.columns.scroll_to(kept)
    assert page.columns.scrolled() == kept > 0


def test_a_drawing_that_scrolls_fits_into_the_page(page: Page, look: Look) -> None:
    assert page.columns.height_for_drawing(look) <= page.columns.height()
    assert page.columns.room_for_all() < 700
