"""Tests of `crmo_desktop.gui.widgets.sheet_view`."""

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.sheet_view import SheetView
from tests.gui.conftest import Show
from tests.gui.hands import colours_in, has_colour, picture_of, press_keys, wheel

PAPER, INKS = QColor("#fffff0"), (QColor("#ff0000"), QColor("#00ff00"), QColor("#0000ff"))


class Pages:
    """Pages that are told apart by colour."""

    def __init__(self, pages: int = 3) -> None:
        self.pages = pages
        self.size = QSizeF(200, 300)
        self.painted: list[int] = []

    def paint(self, painter: QPainter, number: int) -> None:
        self.painted.append(number)
        painter.fillRect(QRectF(50, 100, 100, 100), INKS[number % 3])

    def told(self, number: int) -> str:
        return f"Words of page {number + 1}"


@pytest.fixture
def view(look: Look, show: Show) -> SheetView:
    view = SheetView(look, PAPER)
    view.set_sheets(Pages())
    show(view, 400, 400)
    view.setFocus()
    return view


def reported(view: SheetView) -> list[int]:
    pages: list[int] = []
    view.page_reached.connect(pages.append)
    return pages


def test_one_page_is_seen_whole_on_paper(view: SheetView) -> None:
    seen = picture_of(view)

    assert has_colour(seen, PAPER, least=1000)
    assert has_colour(seen, INKS[0], least=1000)
    assert not has_colour(seen, INKS[1])
    place = view.place_of(0)
    assert view.viewport().rect().contains(place.toAlignedRect())
    assert place.height() > 300


def test_pages_are_turned_and_told(view: SheetView) -> None:
    pages = reported(view)

    press_keys(view, "PgDown")
    assert has_colour(picture_of(view), INKS[1], least=1000)
    press_keys(view, "End")
    press_keys(view, "PgDown")
    press_keys(view, "PgUp")
    press_keys(view, "Home")

    assert pages == [1, 2, 1, 0]


def test_a_screen_reader_is_told_which_page_and_what_stands_on_it(view: SheetView) -> None:
    press_keys(view, "PgDown")

    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Page 2 of 3"
    assert interface.text(QAccessible.Text.Description) == "Words of page 2"
    view.set_sheets(None)
    assert interface.text(QAccessible.Text.Name) == "Pages"


def test_code_turns_no_page_aloud(view: SheetView, qtbot: QtBot) -> None:
    view.go_to(2)
    with qtbot.assertNotEmitted(view.page_reached):
        view.set_sheets(Pages(2))
        view.set_continuous(True)
        view.set_continuous(False)

    assert view.page() == 1


def test_without_pages_nothing_is_painted_and_keys_do_nothing(view: SheetView) -> None:
    view.set_sheets(None)

    for keys in ("PgDown", "End", "Home", "+", "Down"):
        press_keys(view, keys)

    assert not has_colour(picture_of(view), PAPER)
    assert view.count() == 0


def test_pages_are_made_larger_about_the_middle(view: SheetView) -> None:
    fitted = view.zoom()
    sizes: list[float] = []
    view.zoomed.connect(sizes.append)

    press_keys(view, "+")
    press_keys(view, "+")
    assert sizes == sorted(sizes)
    assert view.zoom() > fitted
    assert view.verticalScrollBar().maximum() > 0
    middle = view.verticalScrollBar().value() + view.viewport().height() / 2
    assert abs(middle - (view.verticalScrollBar().maximum() + view.viewport().height()) / 2) < 20
    press_keys(view, "-")
    press_keys(view, "0")

    assert view.is_fitted()
    assert view.zoom() == pytest.approx(fitted)


def test_sizes_end_somewhere(view: SheetView) -> None:
    for _ in range(20):
        view.step_zoom(1)
    assert view.zoom() == pytest.approx(4.0)
    assert has_colour(picture_of(view), INKS[0], least=1000)  # painted, not kept: it is too large

    for _ in range(20):
        view.step_zoom(-1)
    assert view.zoom() == pytest.approx(0.5)


def test_a_large_page_is_read_screen_by_screen(view: SheetView) -> None:
    for _ in range(6):
        view.step_zoom(1)
    bar = view.verticalScrollBar()
    bar.setValue(0)

    press_keys(view, "PgDown")
    assert 0 < bar.value() < bar.maximum()
    assert view.page() == 0
    bar.setValue(bar.maximum())
    press_keys(view, "PgDown")
    assert (view.page(), bar.value()) == (1, 0)
    press_keys(view, "PgUp")
    assert (view.page(), bar.value()) == (0, bar.maximum())


def test_where_one_was_in_a_large_page_stays_when_pages_are_made_anew(view: SheetView) -> None:
    for _ in range(6):
        view.step_zoom(1)
    view.verticalScrollBar().setValue(77)

    view.set_sheets(Pages())
    view.resize(view.width() + 10, view.height())

    assert view.verticalScrollBar().value() == 77


def test_all_pages_stand_below_one_another(view: SheetView) -> None:
    view.set_continuous(True)
    pages = reported(view)
    bar = view.verticalScrollBar()
    assert bar.maximum() > 2 * view.place_of(0).height() * 0.9

    bar.setValue(bar.maximum())
    assert view.page() == 2
    assert pages == [2]
    press_keys(view, "PgUp")
    assert view.page() == 1
    press_keys(view, "+")
    press_keys(view, "PgDown")
    assert view.page() in (1, 2)


def test_two_pages_are_seen_where_they_meet(view: SheetView) -> None:
    view.set_continuous(True)
    bar = view.verticalScrollBar()
    bar.setValue(round(bar.maximum() / 4))

    seen = colours_in(picture_of(view))

    assert seen[INKS[0].name()] > 100
    assert seen[INKS[1].name()] > 100


def test_the_wheel_turns_pages_and_with_ctrl_changes_the_size(view: SheetView) -> None:
    wheel(view.viewport(), -120)
    assert view.page() == 1
    wheel(view.viewport(), 120)
    assert view.page() == 0
    before = view.zoom()
    wheel(view.viewport(), 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() > before
    wheel(view.viewport(), -120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() <= before


def test_what_was_painted_is_kept(look: Look, show: Show) -> None:
    view, pages = SheetView(look, PAPER), Pages()
    view.set_sheets(pages)
    show(view, 400, 400)
    picture_of(view)
    before = len(pages.painted)

    picture_of(view)
    assert len(pages.painted) == before
    view.resize(300, 300)
    picture_of(view)
    assert len(pages.painted) > before


def test_few_pages_are_kept(look: Look, show: Show) -> None:
    view = SheetView(look, PAPER)
    view.set_sheets(Pages(20))
    show(view, 400, 400)

    for _ in range(19):
        view.go_to(view.page() + 1)
        picture_of(view)

    assert len(view._painted) <= 6


def test_the_ring_shows_where_the_keyboard_is(view: SheetView, look: Look) -> None:
    assert has_colour(picture_of(view), look.colour("focus"))
    view.clearFocus()
    assert not has_colour(picture_of(view), look.colour("focus"))


def test_arrows_move_a_page_that_is_larger(view: SheetView) -> None:
    for _ in range(9):
        view.step_zoom(1)
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    across.setValue(across.maximum() // 2)
    was = QPoint(across.value(), down.value())

    press_keys(view, "Right")
    press_keys(view, "Down")
    assert (across.value(), down.value()) == (was.x() + 60, was.y() + 60)
    press_keys(view, "Left")
    press_keys(view, "Up")
    assert (across.value(), down.value()) == (was.x(), was.y())
