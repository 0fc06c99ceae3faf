"""Searching in the window: fields, results, keys, what is kept of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.dialogs.questions import QuestionsDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.pages.hit_preview import HitPreview
from crmo_desktop.gui.widgets.recent_menu import RecentMenu
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, click, press, press_keys, type_words, wait_for_results

MRI = TopicAddress(TopicId("mri"))


@pytest.fixture
def on_mri(window: MainWindow) -> MainWindow:
    """The window with a topic on top and the keyboard in it."""
    window.navigator.go(MRI)
    window.focus_page()
    return window


def find(window: MainWindow, query: str) -> None:
    window.navigator.search_for(query)
    wait_for_results(window, query)


def menu_of(window: MainWindow) -> RecentMenu:
    (menu,) = [menu for menu in window.findChildren(RecentMenu) if menu.isVisible()]
    return menu


def test_alt_enter_looks_at_the_result_beside_the_list(window: MainWindow) -> None:
    assert not window.table["beside"].isEnabled()
    type_words(window, "whole-body MRI")
    wait_for_results(window, "whole-body MRI")
    preview = window.results.findChild(HitPreview)
    assert isinstance(preview, HitPreview)

    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert preview.isAncestorOf(QApplication.focusWidget() or window)
    assert window.pages.is_searching()

    press(window, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.results.focusProxy()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    hit = window.results.current_hit()
    assert preview.hit() == hit
    press(window, Qt.Key.Key_Return)
    assert hit is not None
    assert window.reader.shows(hit.topic)


def test_without_room_for_a_preview_alt_enter_opens_the_page(desk: Desk) -> None:
    window = desk.open(size=(1024, 600))
    find(window, "whole-body MRI")
    hit = window.results.current_hit()

    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)

    assert hit is not None
    assert window.reader.shows(hit.topic)


def test_f3_goes_through_the_words_a_search_found(window: MainWindow) -> None:
    find(window, "whole-body MRI")
    window.results.enter()
    press(window, Qt.Key.Key_Return)
    first, total = window.reader.finding.matches()
    assert total > 1

    press_keys(window, "F3")
    second = window.reader.finding.matches()[0]
    assert second == (0 if first is None else (first + 1) % total)
    press_keys(window, "Shift+F3")
    assert second is not None
    assert window.reader.finding.matches()[0] == (second - 1) % total


def test_a_completion_goes_on_in_the_field(window: MainWindow) -> None:
    type_words(window, "bone pa")
    wait_for_results(window, "bone pa")

    click(button_called(window.results, "Go on with pain", QPushButton))

    assert window.toolbar.search.text() == "bone pain "
    assert QApplication.focusWidget() is window.toolbar.search
    wait_for_results(window, "bone pain")
    type_words(window, "at night")
    wait_for_results(window, "bone pain at night")


def test_all_that_was_found_comes_on_one_page(window: MainWindow) -> None:
    type_words(window, "night pain")
    press_keys(window, "Ctrl+Shift+F")

    wait_for_results(window, "night pain")
    assert window.pages.is_listing()
    assert window.windowTitle() == "Find in all topics: night pain – CRMO Desktop"
    assert window.toolbar.search.text() == "night pain"
    assert window.tree.isVisible()
    assert window.table["find"].isEnabled()
    press_keys(window, "Ctrl+F")
    assert window.pages.passages.find_bar.isVisible()
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Escape)
    assert window.navigator.is_home()


def test_all_that_a_list_shows_comes_on_one_page(window: MainWindow) -> None:
    find(window, "night pain")
    window.toolbar.search.set_query("")

    click(button_called(window.results, "Show all on one page", QPushButton))
    wait_for_results(window, "night pain")

    assert window.pages.is_listing()
    press_keys(window, "Alt+Left")
    wait_for_results(window, "night pain")
    assert window.pages.is_searching()


def test_what_is_still_being_typed_is_listed_and_not_searched_for_once_more(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.navigator.go(MRI)
    press_keys(window, "Ctrl+K")
    type_words(window, "naproxen")

    press_keys(window, "Ctrl+Shift+F")
    qtbot.waitUntil(window.pages.is_listing)

    with qtbot.assertNotEmitted(window.toolbar.search.query_changed, wait=120):
        assert window.pages.is_listing()


def test_without_words_to_list_the_cursor_goes_where_they_are_typed(on_mri: MainWindow) -> None:
    press_keys(on_mri, "Ctrl+Shift+F")

    assert QApplication.focusWidget() is on_mri.toolbar.search
    assert on_mri.status.said() == "Type what to find, then press Ctrl+Shift+F"
    assert on_mri.navigator.address() == MRI


def test_searches_that_were_of_use_are_offered_below_the_empty_field(window: MainWindow) -> None:
    find(window, "whole-body MRI")
    window.navigator.open_first_hit()
    find(window, "not opened")
    find(window, "naproxen")
    window.navigator.open_first_hit()

    window.searching.start()
    window.toolbar.search.set_query("")
    press(window, Qt.Key.Key_Down)
    menu = menu_of(window)
    assert [action.data() for action in menu.actions() if action.data()] == ["naproxen", "whole-body MRI"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    wait_for_results(window, "whole-body MRI")
    assert window.toolbar.search.text() == "whole-body MRI"


def test_recent_searches_are_offered_by_the_next_window_on_its_start_page(desk: Desk) -> None:
    first = desk.open()
    find(first, "naproxen")
    first.navigator.open_first_hit()
    first.close()

    window = desk.open()
    press(window, Qt.Key.Key_Down)
    QTest.keyClick(menu_of(window), Qt.Key.Key_Return)

    wait_for_results(window, "naproxen")


def test_recent_searches_can_be_forgotten(window: MainWindow) -> None:
    find(window, "naproxen")
    window.navigator.open_first_hit()
    find(window, "naproxen")
    assert window.results.filters.isVisible()

    click(button_called(window.results.filters, "Forget recent searches", QPushButton))

    assert window.searching.recent.offered() == []
    assert window.status.said() == "Recent searches forgotten"
    assert not button_called(window.results.filters, "Forget recent searches", QPushButton).isVisible()
    window.searching.start()
    window.toolbar.search.set_query("")
    press(window, Qt.Key.Key_Down)
    assert not [menu for menu in window.findChildren(RecentMenu) if menu.isVisible()]


def test_a_question_without_an_answer_is_kept_and_can_be_read_again(window: MainWindow) -> None:
    find(window, "zzzzqqqqxxxx")
    window.results.enter()
    press(window, Qt.Key.Key_Space)
    assert "This question is kept for the trainer." in window.results.nothing.words()

    press(window, Qt.Key.Key_Space)

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuestionsDialog)
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    assert table.model().index(0, 0).data() == "zzzzqqqqxxxx"
    dialog.close()


def test_a_question_kept_while_the_file_cannot_be_used_says_so(desk: Desk) -> None:
    desk.notes.parent.mkdir(parents=True)
    desk.notes.write_text("Dear diary,", encoding="utf-8")
    window = desk.open()
    find(window, "zzzzqqqqxxxx")

    click(button_called(window.results.nothing, "Keep this question for the trainer", QPushButton))

    said = window.results.nothing.words()
    assert "Kept until the program is closed. Your notes file is damaged." in said
    assert desk.notes.read_text(encoding="utf-8") == "Dear diary,"


def test_the_nearest_topic_is_opened(window: MainWindow) -> None:
    find(window, '"bisphosphonate wrist"')

    window.results.enter()
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)

    assert window.navigator.topic() is not None
