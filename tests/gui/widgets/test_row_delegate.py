from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView

from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import RowDelegate
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import has_colour, move_mouse, picture_of

Index = QModelIndex | QPersistentModelIndex
LONG = "A title that is much too long for one line and is therefore set in several"


class Delegate(RowDelegate):
    """The second row is the one the page shows; the first heads the others."""

    def is_current(self, index: Index) -> bool:
        return bool(index.data(ROW_ROLE) == 1)

    def is_heading(self, index: Index) -> bool:
        return bool(index.data(ROW_ROLE) == 0)


@dataclass
class Shelf:
    view: QListView
    delegate: Delegate

    def row(self, number: int) -> QImage:
        """What the row looks like."""
        index = self.view.model().index(number, 0)
        return picture_of(self.view.viewport(), self.view.visualRect(index))

    def height(self, number: int) -> int:
        return self.view.visualRect(self.view.model().index(number, 0)).height()


def make(show: Show, look: Look) -> Shelf:
    view = QListView()
    model: RowModel[int] = RowModel(view)
    model.set_rows([(0, "Heading"), (1, "Shown"), (2, "Another"), (3, LONG)])
    delegate = Delegate(look, parent=view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setStyleSheet(f"background: {look.name_of('page')}; border: none;")
    delegate.follow_pointer(view)
    delegate.view_width = 240
    show(view, 240, 300)
    return Shelf(view, delegate)


@pytest.fixture
def shelf(show: Show, look: Look) -> Shelf:
    return make(show, look)


def test_a_long_title_is_wrapped_never_cut(shelf: Shelf) -> None:
    assert shelf.height(2) == 29, "the height of a target"
    assert shelf.height(3) > 1.6 * shelf.height(2)


def test_rows_grow_with_the_text(shelf: Shelf, look_of: LookOf) -> None:
    shelf.delegate.set_look(look_of("light", 200))
    shelf.view.doItemsLayout()

    assert shelf.height(2) >= 58


@pytest.mark.parametrize("name", ["light", "dark", "hc_black", "hc_white"])
def test_the_row_that_the_page_shows_has_its_ground_and_a_bar(name: str, show: Show, look_of: LookOf) -> None:
    look = look_of(name)
    shelf = make(show, look)

    assert has_colour(shelf.row(1), look.colour("row_current"), least=1000)
    assert has_colour(shelf.row(1), look.colour("accent"), least=40)
    assert not has_colour(shelf.row(2), look.colour("row_current"), least=1000)


def test_the_row_under_the_pointer_has_a_ground_until_the_pointer_leaves(shelf: Shelf, look: Look) -> None:
    viewport = shelf.view.viewport()
    place = shelf.view.visualRect(shelf.view.model().index(2, 0)).center()
    assert not has_colour(shelf.row(2), look.colour("row_hover"), least=1000)

    move_mouse(viewport, place)
    assert has_colour(shelf.row(2), look.colour("row_hover"), least=1000)

    move_mouse(viewport, viewport.rect().bottomRight())
    assert not has_colour(shelf.row(2), look.colour("row_hover"), least=1000)


def test_in_high_contrast_the_row_under_the_pointer_has_an_edge(show: Show, look_of: LookOf) -> None:
    look = look_of("hc_white")
    shelf = make(show, look)

    before = shelf.row(2)

    move_mouse(shelf.view.viewport(), shelf.view.visualRect(shelf.view.model().index(2, 0)).center())

    after = shelf.row(2)
    width = range(before.width())
    changed = sum(1 for x in width if before.pixelColor(x, 1) != after.pixelColor(x, 1))
    assert changed > 0.8 * before.width()


@pytest.mark.parametrize("name", ["light", "hc_black"])
def test_the_row_where_the_keyboard_is_has_a_ring(name: str, show: Show, look_of: LookOf) -> None:
    look = look_of(name)
    shelf = make(show, look)
    shelf.view.setCurrentIndex(shelf.view.model().index(2, 0))

    shelf.view.setFocus()
    assert has_colour(shelf.row(2), look.colour("focus"), least=100)
    assert not has_colour(shelf.row(0), look.colour("focus"), least=100)

    shelf.view.clearFocus()
    assert not has_colour(shelf.row(2), look.colour("focus"), least=100)


def test_the_ring_can_be_seen_on_the_ground_of_the_row_shown(show: Show, look_of: LookOf) -> None:
    look = look_of("hc_black")
    shelf = make(show, look)
    shelf.view.setCurrentIndex(shelf.view.model().index(1, 0))
    shelf.view.setFocus()

    assert has_colour(shelf.row(1), look.colour("on_row_current"), least=300)


def test_headings_are_bold(shelf: Shelf) -> None:
    """The same word takes more room in a heavier face."""
    model = shelf.view.model()
    assert isinstance(model, RowModel)
    model.set_rows([(0, "Words"), (2, "Words")])

    def ink(number: int) -> int:
        row = shelf.row(number)
        pixels = (row.pixelColor(x, y).lightness() for x in range(row.width()) for y in range(row.height()))
        return sum(1 for lightness in pixels if lightness < 128)

    assert ink(0) > ink(1) * 1.1
