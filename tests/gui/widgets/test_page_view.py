import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPixmap, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.page import Page
from crmo_desktop.gui.page_document import Link
from crmo_desktop.gui.page_structure import Kind
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.text_places import rects_of
from tests.gui import specimen
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import NO_KEY, click, colours_in, move_mouse, picture_of, press, wheel
from tests.gui.widgets.page_between import Reader

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OUTSIDE = "https://example.org/spy.png"


def place_of(view: PageView, link: Link) -> QRect:
    """Where the first line of a link stands in the viewport; scrolled to if need be."""
    view.show_position(link.start)
    return rects_of(view, link.start, link.end)[0]


def link_to(view: PageView, kind: str) -> Link:
    return next(link for link in view.links() if link.href.startswith(kind))


# --- links by keyboard


def test_tab_goes_through_every_link_in_order_and_out(reader: Reader) -> None:
    view = reader.view
    reader.before.setFocus()
    press(view, Qt.Key.Key_Tab)
    reached: list[Link] = []
    while QApplication.focusWidget() is view and len(reached) <= len(view.links()):
        if (link := view.focused_link()) is not None:
            reached.append(link)
        press(view, Qt.Key.Key_Tab)

    assert len(view.links()) > 20
    assert reached == view.links()
    assert QApplication.focusWidget() is reader.after
    assert view.focused_link() is None


def test_shift_tab_goes_back_through_them_and_out(reader: Reader) -> None:
    view = reader.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.setFocus()
    reached: list[Link] = []
    while QApplication.focusWidget() is view and len(reached) <= len(view.links()):
        press(view, Qt.Key.Key_Tab, SHIFT)
        if (link := view.focused_link()) is not None:
            reached.append(link)

    assert reached == list(reversed(view.links()))
    assert QApplication.focusWidget() is reader.before


def test_tab_begins_with_what_can_be_seen(view: PageView) -> None:
    view.show_section("yield")
    view.setFocus()

    press(view, Qt.Key.Key_Tab)

    link = view.focused_link()
    assert link is not None
    assert link.start >= view.top_position()
    previous = view.links()[view.links().index(link) - 1]
    assert previous.start < view.top_position()


def test_a_link_that_is_reached_can_be_seen(view: PageView) -> None:
    view.setFocus()
    for _ in view.links():
        press(view, Qt.Key.Key_Tab)
        link = view.focused_link()
        assert link is not None
        first = rects_of(view, link.start, link.end)[0]
        assert view.viewport().rect().contains(first.center()), link.text


def test_the_words_of_the_link_reached_are_told(view: PageView, qtbot: QtBot) -> None:
    view.setFocus()

    with qtbot.waitSignal(view.focus_moved) as moved:
        press(view, Qt.Key.Key_Tab)

    first = view.links()[0]
    assert first.href.startswith("cite:")
    assert moved.args == ["Link: Sources " + first.text.strip("[]").replace("–", " to ")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_the_link_reached_and_say_where_it_stands(key: Qt.Key, reader: Reader) -> None:
    view = reader.view
    view.setFocus()
    press(view, Qt.Key.Key_Tab)
    link = view.focused_link()
    assert link is not None

    press(view, key)

    ((target, place),) = reader.opened
    assert target == link.href
    on_screen = rects_of(view, link.start, link.end)[0]
    assert place == QRect(view.viewport().mapToGlobal(on_screen.topLeft()), on_screen.size())


def test_enter_opens_nothing_where_no_link_is_reached(reader: Reader) -> None:
    reader.view.setFocus()

    press(reader.view, Qt.Key.Key_Return)

    assert reader.opened == []


def test_a_page_without_links_is_left_by_tab_at_once(short: Reader, look: Look) -> None:
    short.put(specimen.page(specimen.section("it", "It", "<p>Words.</p>"), sources=()), look)
    links = short.view.links()
    short.view.setFocus()

    for _ in links:
        press(short.view, Qt.Key.Key_Tab)
    press(short.view, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is short.after


@pytest.mark.parametrize("name", ["light", "dark", "hc_black"])
def test_the_ring_round_the_link_reached_is_painted(name: str, short: Reader, look_of: LookOf) -> None:
    look = look_of(name)
    short.put(specimen.page(), look)
    view = short.view
    view.setFocus()
    colour = look.colour("focus")

    def ring(link: Link) -> int:
        rect = rects_of(view, link.start, link.end)[0].adjusted(-6, -4, 6, 4)
        return colours_in(picture_of(view.viewport(), rect))[colour.name()]

    first, second = view.links()[:2]
    before = ring(first)
    press(view, Qt.Key.Key_Tab)
    assert ring(first) > before + 20
    assert ring(second) <= before

    press(view, Qt.Key.Key_Tab)
    assert ring(first) <= before
    assert ring(second) > before + 20

    short.after.setFocus()
    assert ring(second) <= before, "only where the keyboard is"


# --- links by mouse


@pytest.mark.parametrize("kind", ["cite:", "term:"])
def test_a_click_opens_a_link(kind: str, reader: Reader) -> None:
    link = link_to(reader.view, kind)

    click(reader.view.viewport(), place_of(reader.view, link).center())

    assert reader.targets() == [link.href]


@pytest.mark.parametrize("kind", ["crmo:", "https:"])
def test_the_view_follows_no_link_itself(kind: str, short: Reader) -> None:
    link = link_to(short.view, kind)
    before = short.view.toPlainText()

    click(short.view.viewport(), place_of(short.view, link).center())

    assert short.targets() == [link.href]
    assert short.view.toPlainText() == before
    assert not short.view.textCursor().hasSelection()


def test_a_small_mark_can_be_hit_from_a_little_beside_it(short: Reader) -> None:
    link = link_to(short.view, "cite:")
    rect = place_of(short.view, link)

    click(short.view.viewport(), QPoint(rect.center().x(), rect.bottom() + 4))

    assert short.targets() == [link.href]


def test_a_click_on_plain_words_opens_nothing(short: Reader) -> None:
    start, end = short.view.find_all("Bones ache")[0]

    click(short.view.viewport(), rects_of(short.view, start, end)[0].center())

    assert short.opened == []


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_open_nothing(button: Qt.MouseButton, short: Reader) -> None:
    link = link_to(short.view, "cite:")
    place = place_of(short.view, link).center()

    QTest.mousePress(short.view.viewport(), button, NO_KEY, place)
    QTest.mouseRelease(short.view.viewport(), button, NO_KEY, place)

    assert short.opened == []


def test_a_press_on_a_link_that_ends_elsewhere_opens_nothing(short: Reader) -> None:
    link = link_to(short.view, "term:")
    place = place_of(short.view, link).center()
    viewport = short.view.viewport()

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO_KEY, place)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO_KEY, place + QPoint(0, 120))

    assert short.opened == []


def test_selecting_words_from_a_link_opens_nothing(short: Reader) -> None:
    link = link_to(short.view, "term:")
    rect = place_of(short.view, link)
    viewport = short.view.viewport()

    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NO_KEY, rect.topLeft() + QPoint(1, 8))
    QTest.mouseMove(viewport, rect.topRight() + QPoint(-2, 8))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NO_KEY, rect.topRight() + QPoint(-2, 8))

    assert short.view.textCursor().hasSelection()
    assert short.opened == []


def test_a_click_takes_the_ring_away(short: Reader) -> None:
    short.view.setFocus()
    press(short.view, Qt.Key.Key_Tab)
    assert short.view.focused_link() is not None

    click(short.view.viewport(), QPoint(5, 5))

    assert short.view.focused_link() is None


def test_a_hand_over_links_and_a_caret_over_words(short: Reader) -> None:
    viewport = short.view.viewport()
    link = link_to(short.view, "term:")
    on_link = place_of(short.view, link).center()
    start, end = short.view.find_all("A first line")[0]

    move_mouse(viewport, on_link)
    assert viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    move_mouse(viewport, rects_of(short.view, start, end)[0].center())
    assert viewport.cursor().shape() == Qt.CursorShape.IBeamCursor


def test_the_link_reached_is_kept_in_another_look(reader: Reader, page: Page, look_of: LookOf) -> None:
    view = reader.view
    view.setFocus()
    press(view, Qt.Key.Key_Tab)
    press(view, Qt.Key.Key_Tab)
    before = view.focused_link()

    reader.put(page, look_of("dark"), same_text=True)
    assert view.focused_link() == before

    reader.put(page, look_of("dark"))
    assert view.focused_link() is None


# --- keys and wheel


def test_ctrl_and_the_wheel_ask_for_another_size_and_scroll_nothing(view: PageView) -> None:
    wanted: list[int] = []
    view.zoom_wanted.connect(wanted.append)
    view.set_place(0.5)
    before = view.verticalScrollBar().value()

    wheel(view.viewport(), 120, CTRL)
    wheel(view.viewport(), -120, CTRL)
    wheel(view.viewport(), 0, CTRL)

    assert wanted == [1, -1]
    assert view.verticalScrollBar().value() == before


def test_the_wheel_alone_scrolls(view: PageView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.zoom_wanted):
        wheel(view.viewport(), -120)

    assert view.verticalScrollBar().value() > 0


def test_space_turns_a_page_and_shift_space_turns_back(view: PageView) -> None:
    view.setFocus()
    bar = view.verticalScrollBar()

    press(view, Qt.Key.Key_Space)
    assert bar.value() == bar.pageStep()
    press(view, Qt.Key.Key_Space, SHIFT)
    assert bar.value() == 0


def test_home_and_end_lead_to_the_ends(view: PageView) -> None:
    view.setFocus()
    bar = view.verticalScrollBar()

    press(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    press(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_arrows_scroll(view: PageView) -> None:
    view.setFocus()

    press(view, Qt.Key.Key_Down)

    assert view.verticalScrollBar().value() > 0


def test_words_can_be_selected_and_copied(short: Reader) -> None:
    start, end = short.view.find_all("A first line")[0]
    cursor = QTextCursor(short.view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    short.view.setTextCursor(cursor)

    short.view.copy()

    assert QApplication.clipboard().text() == "A first line"


# --- the caret


def test_with_a_caret_arrows_move_it_and_shift_selects(short: Reader) -> None:
    view = short.view
    view.setFocus()
    assert not view.has_caret()

    view.set_caret(True)
    view.put_caret(view.find_all("A first line")[0][0])
    for _ in range(7):
        press(view, Qt.Key.Key_Right, SHIFT)

    assert view.has_caret()
    assert view.textCursor().selectedText() == "A first"
    press(view, Qt.Key.Key_Home)
    assert not view.textCursor().hasSelection()
    press(view, Qt.Key.Key_End)
    assert (
        view.textCursor().atBlockEnd() or view.textCursor().position() > view.find_all("A first line")[0][0]
    )


def test_the_caret_comes_where_the_reader_is(view: PageView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()

    view.set_caret(True)

    assert view.is_in_sight(view.textCursor().position())
    assert bar.value() == place


def test_without_a_caret_arrows_scroll_again(view: PageView) -> None:
    view.set_caret(True)
    view.set_caret(True)
    view.set_caret(False)
    view.setFocus()
    before = view.verticalScrollBar().value()

    press(view, Qt.Key.Key_Down)

    assert view.verticalScrollBar().value() > before


def test_links_and_letters_work_with_a_caret_too(view: PageView) -> None:
    view.set_caret(True)
    view.setFocus()

    press(view, Qt.Key.Key_Tab)
    assert view.focused_link() is not None
    press(view, Qt.Key.Key_H)

    assert view.focused_link() is None
    assert view.textCursor().position() == view.shown.all(Kind.HEADING)[1].start


def test_putting_the_caret_scrolls_nothing(view: PageView) -> None:
    view.put_caret(view.document().characterCount() - 2)

    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("theme", NAMES)
def test_who_comes_to_the_page_by_key_sees_a_ring_round_it_and_who_clicks_does_not(
    theme: str, short: Reader, look_of: LookOf
) -> None:
    look = look_of(theme)
    short.put(specimen.page(), look)
    view = short.view
    edge = QPoint(view.viewport().width() // 2, 2)
    short.before.setFocus()

    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture_of(view.viewport()).pixelColor(edge) == look.colour("focus")
    view.verticalScrollBar().setValue(100)
    QApplication.processEvents()
    assert picture_of(view.viewport()).pixelColor(edge) == look.colour("focus")
    short.before.setFocus()
    click(view.viewport(), QPoint(5, 200))

    assert view.hasFocus()
    assert picture_of(view.viewport()).pixelColor(edge) != look.colour("focus")


def test_shift_tab_goes_back_from_where_one_has_walked(view: PageView) -> None:
    view.setFocus()
    for _ in range(3):
        press(view, Qt.Key.Key_H)
    here = view.walk.here()
    assert here is not None

    press(view, Qt.Key.Key_Backtab, SHIFT)

    reached = view.focused_link()
    assert reached is not None
    assert reached.end <= here
    assert all(link.end <= reached.end or link.start >= here for link in view.links())


# --- drawings


def test_who_presses_a_drawing_opens_it(look: Look, show: Show, qtbot: QtBot) -> None:
    drawing = QPixmap(300, 200)
    drawing.fill(look.colour("accent"))
    asked: list[str] = []

    def pixmap(name: str, _ratio: float) -> QPixmap:
        asked.append(name)
        return drawing

    view = PageView(pixmap)
    show(view, 700, 500)
    ways = '<a href="crmo://picture/team">Open</a> <a href="crmo://picture/team#table">Table</a>'
    view.set_page(f'<p><img src="pic:figure:team" alt="Who"></p><p>{ways}</p>', "", look, name="Page")
    middle = QPoint(view.margin_width() + 150, 120)

    move_mouse(view.viewport(), middle)
    shape = view.viewport().cursor().shape()
    with qtbot.waitSignal(view.link_activated) as opened:
        click(view.viewport(), middle)

    assert set(asked) == {"pic:figure:team"}
    assert opened.args is not None
    assert opened.args[0] == "crmo://picture/team"
    assert shape == Qt.CursorShape.PointingHandCursor
