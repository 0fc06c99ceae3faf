"""The window without a mouse: F6 and Escape, one thing upon another, and where the keyboard is afterwards."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from crmo_desktop.domain.identifiers import SearchAddress, TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.widgets.result_list import ResultList
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, press_keys, type_words, wait_for_results

MRI = TopicAddress(TopicId("mri"))


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    """On a topic, the keyboard on its second link."""
    window = desk.open()
    window.navigator.go(MRI)
    window.reader.view.setFocus()
    press_keys(window, "Tab")
    press_keys(window, "Tab")
    return window


@pytest.fixture
def small(desk: Desk) -> MainWindow:
    """The same where the topics lie over the page."""
    window = desk.open(size=(1024, 600), text_size=200)
    window.navigator.go(MRI)
    window.reader.view.setFocus()
    press_keys(window, "Tab")
    return window


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def escape(window: MainWindow) -> None:
    press_keys(window, "Esc")
    QApplication.processEvents()


def search(window: MainWindow, query: str = "bone") -> None:
    press_keys(window, "Ctrl+K")
    type_words(window, query)
    wait_for_results(window, query)


# --- Escape


def test_a_card_closes_and_the_link_has_the_ring_again(window: MainWindow) -> None:
    link = window.reader.view.focused_link()
    press_keys(window, "Return")
    if window.reader.card() is None:
        pytest.skip("the second link of this page leads away")

    escape(window)

    assert window.reader.card() is None
    assert focused() is window.reader.view
    assert window.reader.view.focused_link() == link


def open_card(window: MainWindow) -> None:
    view = window.reader.view
    while (link := view.focused_link()) is None or not link.href.startswith("cite:"):
        press_keys(window, "Tab")
    press_keys(window, "Return")
    assert window.reader.card() is not None


def test_find_closes_from_its_field_and_from_the_page(window: MainWindow) -> None:
    link = window.reader.view.focused_link()
    press_keys(window, "Ctrl+F")
    escape(window)
    assert not window.reader.find_bar.isVisible()
    assert (focused(), window.reader.view.focused_link()) == (window.reader.view, link)

    press_keys(window, "Ctrl+F")
    window.reader.view.setFocus()
    escape(window)
    assert not window.reader.find_bar.isVisible()
    assert focused() is window.reader.view


def test_find_gives_the_keyboard_back_to_the_list_of_topics(window: MainWindow) -> None:
    window.tree.setFocus()
    press_keys(window, "Ctrl+F")

    escape(window)

    assert focused() is window.tree


def test_a_card_over_find_over_full_screen(window: MainWindow) -> None:
    press_keys(window, "F11")
    press_keys(window, "Ctrl+F")
    window.reader.view.setFocus()
    open_card(window)

    escape(window)
    assert window.reader.card() is None
    assert window.reader.find_bar.isVisible()
    escape(window)
    assert not window.reader.find_bar.isVisible()
    assert window.isFullScreen()
    escape(window)
    assert not window.isFullScreen()
    assert focused() is window.reader.view


def test_full_screen_opened_after_the_results_goes_before_them(window: MainWindow) -> None:
    search(window)
    press_keys(window, "Down")
    press_keys(window, "F11")
    assert window.isFullScreen()

    escape(window)
    assert not window.isFullScreen()
    assert isinstance(focused(), ResultList)
    escape(window)
    assert window.navigator.query() == ""
    assert focused() is window.reader.view


def test_results_opened_in_full_screen_go_before_it(window: MainWindow) -> None:
    press_keys(window, "F11")
    search(window)
    press_keys(window, "Down")

    escape(window)
    assert window.navigator.query() == ""
    assert window.isFullScreen()
    escape(window)
    assert not window.isFullScreen()


def test_leaving_the_results_gives_the_keyboard_back_to_where_it_was(window: MainWindow) -> None:
    window.tree.setFocus()
    search(window)

    escape(window)

    assert window.navigator.query() == ""
    assert focused() is window.tree


def test_opening_a_result_and_searching_again_comes_back_to_the_page(window: MainWindow) -> None:
    window.tree.setFocus()
    search(window)
    press_keys(window, "Down")
    press_keys(window, "Return")
    assert focused() is window.reader.view
    search(window, "pain")

    escape(window)

    assert focused() is window.reader.view


def test_the_pane_over_the_page_closes_and_the_link_has_the_ring_again(small: MainWindow) -> None:
    link = small.reader.view.focused_link()
    press_keys(small, "F9")
    assert focused() is small.tree

    escape(small)

    assert not small.panes.sidebar.isVisible()
    assert (focused(), small.reader.view.focused_link()) == (small.reader.view, link)


def test_the_pane_over_find(small: MainWindow) -> None:
    press_keys(small, "Ctrl+F")
    field = focused()
    press_keys(small, "F9")

    escape(small)
    assert not small.panes.sidebar.isVisible()
    assert focused() is field
    escape(small)
    assert not small.reader.find_bar.isVisible()
    assert focused() is small.reader.view


def test_a_pane_beside_the_page_is_nothing_that_escape_closes(window: MainWindow) -> None:
    window.tree.setFocus()

    escape(window)

    assert window.tree.isVisible()
    assert focused() is window.tree


@pytest.mark.parametrize("action", ["about", "keys", "licences", "check_installation", "open_address"])
def test_a_dialog_closes_and_the_keyboard_is_where_it_was(action: str, window: MainWindow) -> None:
    link = window.reader.view.focused_link()
    window.table[action].trigger()
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert dialog is not None
    assert dialog is not window

    press_keys(dialog, "Esc")
    window.activateWindow()  # the offscreen screen has nobody to do so
    QApplication.processEvents()

    assert (focused(), window.reader.view.focused_link()) == (window.reader.view, link)


def test_a_menu_closes_and_the_keyboard_is_where_it_was(window: MainWindow) -> None:
    press_keys(window, "F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "&File"

    menu.close()

    assert focused() is window.reader.view


def test_escape_with_nothing_open_does_nothing(window: MainWindow) -> None:
    escape(window)

    assert focused() is window.reader.view
    assert window.reader.shows("mri")
    assert not window.keyboard.escape()


# --- F6


def test_f6_leaves_the_page_at_once_and_comes_back_to_its_link(window: MainWindow) -> None:
    link = window.reader.view.focused_link()
    assert link is not None

    press_keys(window, "F6")
    assert not window.pages.isAncestorOf(focused())
    press_keys(window, "Shift+F6")

    assert (focused(), window.reader.view.focused_link()) == (window.reader.view, link)


def test_f6_comes_back_to_where_the_keyboard_was_in_a_pane(window: MainWindow) -> None:
    larger = button_called(window.toolbar, "Larger text", QToolButton)
    larger.setFocus()

    press_keys(window, "F6")
    assert focused() is window.tree
    press_keys(window, "Shift+F6")

    assert focused() is larger


def test_f6_goes_through_find_bar_and_notice_too(window: MainWindow) -> None:
    window.notice.say("Something is wrong.")
    press_keys(window, "Ctrl+F")
    panes = [window.toolbar, window.notice, window.panes.sidebar, window.reader.find_bar, window.reader.view]
    window.toolbar.search.setFocus()

    reached = []
    for _ in range(6):
        press_keys(window, "F6")
        reached.append(next((n for n, pane in enumerate(panes) if is_in(pane, focused())), 5))

    assert reached == [1, 2, 3, 4, 5, 0]
    assert window.right.isVisible()


def is_in(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def test_a_notice_that_is_closed_gives_the_keyboard_to_the_page(window: MainWindow) -> None:
    window.notice.say("Something is wrong.")
    window.toolbar.search.setFocus()
    press_keys(window, "F6")

    press_keys(window, "Return")

    assert not window.notice.isVisible()
    assert focused() is window.reader.view


def test_f6_out_of_a_card_puts_it_away(window: MainWindow) -> None:
    open_card(window)

    press_keys(window, "F6")

    assert window.reader.card() is None
    assert focused().isVisible()


# --- F10


def test_f10_opens_the_menus_where_they_are_folded(small: MainWindow) -> None:
    opened: list[bool] = []
    menu = small.toolbar.menu_button.menu()

    def close() -> None:
        opened.append(menu.isVisible())
        menu.close()

    QTimer.singleShot(0, close)  # the menu holds the loop until it is closed

    press_keys(small, "F10")

    assert opened == [True]


def test_enter_presses_a_button(window: MainWindow) -> None:
    button_called(window.toolbar, "Start page", QToolButton).setFocus()

    press_keys(window, "Return")

    assert window.navigator.is_home()


def test_results_by_address_are_left_for_the_page(window: MainWindow) -> None:
    window.navigator.go(SearchAddress("bone"))
    wait_for_results(window, "bone")
    window.focus_page()

    escape(window)

    assert focused() is window.reader.view
