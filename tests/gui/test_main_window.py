import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import HomeAddress, SearchAddress, TopicAddress, TopicId
from crmo_desktop.gui import theme
from crmo_desktop.gui.actions import SEPARATOR
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.pages.inquiry import THREAD
from crmo_desktop.gui.widgets.outline_pane import OutlinePane
from crmo_desktop.gui.widgets.pinned import PinnedStrip
from crmo_desktop.gui.widgets.text_places import rects_of
from tests.gui.conftest import Browser, Desk
from tests.gui.hands import (
    button_called,
    click,
    has_colour,
    picture_of,
    press,
    press_keys,
    type_words,
    wait_for_results,
    wheel,
)

MRI, XRAY = TopicAddress(TopicId("mri")), TopicAddress(TopicId("x-ray"))
BACK, FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SMALL = (1024, 600)


@pytest.fixture
def reading_window(window: MainWindow) -> MainWindow:
    """The window with a topic on top."""
    return open_topic(window)


def open_topic(window: MainWindow, address: TopicAddress = MRI) -> MainWindow:
    window.navigator.go(address)
    window.focus_page()
    QApplication.processEvents()
    return window


def place_of(part: QWidget, window: MainWindow) -> QPoint:
    return part.mapTo(window, QPoint(0, 0))


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def pane_with_keyboard(window: MainWindow) -> str:
    """Which part of the window has the keyboard."""
    parts = {
        "toolbar": window.toolbar,
        "tree": window.panes.sidebar,
        "page": window.pages,
        "right": window.findChild(OutlinePane),
    }
    return next(
        name
        for name, part in parts.items()
        if isinstance(part, QWidget) and (part is focus() or part.isAncestorOf(focus()))
    )


# --- what is shown


def test_a_new_reader_sees_the_start_page_with_the_cursor_in_its_search(window: MainWindow) -> None:
    assert window.windowTitle() == "Start page – CRMO Desktop"
    assert window.home.isVisible()
    assert focus() is window.home.search
    assert not window.toolbar.search.isVisible(), "one search field is enough"
    assert not window.table["back"].isEnabled()
    assert not window.table["find"].isEnabled()


def test_a_topic_is_shown_everywhere(reading_window: MainWindow) -> None:
    window = reading_window
    page = window.reader.page()
    assert page is not None

    assert window.windowTitle() == f"{page.topic.title} – CRMO Desktop"
    assert window.tree.shown_topic() == "mri"
    assert window.reader.shows("mri")
    assert window.table["back"].isEnabled()
    assert window.table["find"].isEnabled()
    lists = {view.accessibleName(): view for view in window.right.findChildren(QListView)}
    outline, related = lists["On this page"].model(), lists["Related topics"].model()
    assert outline.rowCount() == len(page.sections) + 1
    assert related.rowCount() == len(page.related)
    assert window.right.isVisible()


def test_a_click_in_the_tree_opens_a_topic_and_the_keyboard_reads_it(window: MainWindow) -> None:
    tree = window.tree
    chapter = tree.model().index(0, 0)
    index = tree.model().index(1, 0, chapter)

    click(tree.viewport(), tree.visualRect(index).center())

    assert window.tree.shown_topic() == "names-and-codes"
    assert focus() is window.reader.view


def test_the_pane_at_the_right_leads_to_sections_and_topics(reading_window: MainWindow) -> None:
    window = reading_window
    names = [name for name, _ in window.reader.outline()]
    lists = {view.accessibleName(): view for view in window.right.findChildren(QListView)}
    sections, related = lists["On this page"], lists["Related topics"]

    click(sections.viewport(), sections.visualRect(sections.model().index(2, 0)).center())
    assert window.reader.view.section() == names[2]

    page = window.reader.page()
    assert page is not None
    click(related.viewport(), related.visualRect(related.model().index(0, 0)).center())
    assert window.navigator.topic() == page.related[0]


def test_the_pinned_box_leads_to_the_red_flags(reading_window: MainWindow) -> None:
    click(button_called(reading_window.right, "All red flags", QPushButton))

    assert reading_window.tree.shown_topic() == "red-flags"


def test_the_status_line_names_the_edition(window: MainWindow) -> None:
    words = " ".join(label.text() for label in window.status.findChildren(QLabel) if label.isVisible())

    assert str(window.reading.edition.made_on.year) in words
    assert "Offline" in words


def test_an_old_edition_says_so(desk: Desk) -> None:
    window = desk.open(is_overdue=True)

    words = " ".join(label.text() for label in window.status.findChildren(QLabel) if label.isVisible())
    assert "Ask for a newer edition" in words


# --- back and forward


def test_the_mouses_own_buttons_go_back_and_forward_from_everywhere(reading_window: MainWindow) -> None:
    window = open_topic(reading_window, XRAY)
    parts = {
        "page": window.reader.view.viewport(),
        "tree": window.tree.viewport(),
        "toolbar": window.toolbar,
        "right": window.right,
        "outline": window.right.findChildren(QListView)[0].viewport(),
        "status": window.status,
    }

    for name, part in parts.items():
        click(part, button=BACK)
        assert window.navigator.address() == MRI, name
        click(part, button=FORWARD)
        assert window.navigator.topic() == window.reading.entry(XRAY.topic), name


def test_the_mouses_own_buttons_work_on_the_start_page_and_over_results(window: MainWindow) -> None:
    open_topic(window)
    click(window.reader.view.viewport(), button=BACK)
    assert window.navigator.is_home()
    click(window.home.viewport(), button=FORWARD)
    assert window.navigator.topic() is not None

    window.navigator.type_query("bone")
    wait_for_results(window, "bone")
    click(window.results, button=BACK)
    assert window.navigator.topic() is not None


def test_other_buttons_do_nothing_of_the_kind(reading_window: MainWindow) -> None:
    click(reading_window.toolbar, QPoint(3, 3))

    assert reading_window.navigator.address() == MRI


def test_the_place_on_a_page_is_found_again(reading_window: MainWindow) -> None:
    window = reading_window
    bar = window.reader.view.verticalScrollBar()
    window.reader.view.set_place(0.5)
    before = bar.value()

    press_keys(window, "Ctrl+PgDown")
    assert bar.value() == 0
    press_keys(window, "Alt+Left")

    assert bar.value() == before


# --- searching


def test_from_the_start_page_typing_goes_on_above_the_results(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "bone")
    wait_for_results(window, "bone")

    assert window.pages.is_searching()
    assert focus() is window.toolbar.search
    assert window.toolbar.search.text() == "bone"
    assert window.home.search.text() == ""

    type_words(window, " pain")
    wait_for_results(window, "bone pain")


def test_a_pause_after_a_blank_loses_no_blank(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "bone ")
    wait_for_results(window, "bone")

    type_words(window, "pain")

    wait_for_results(window, "bone pain")


@pytest.mark.parametrize("from_results", [False, True])
def test_escape_gives_the_page_back_as_it_was(
    from_results: bool, reading_window: MainWindow, qtbot: QtBot
) -> None:
    window = reading_window
    window.reader.view.set_place(0.5)
    before = window.reader.view.verticalScrollBar().value()
    press_keys(window, "Ctrl+K")
    type_words(window, "bone")
    wait_for_results(window, "bone")
    assert window.status.said().endswith("topics")

    if from_results:
        press(window, Qt.Key.Key_Down)
        assert window.results.isAncestorOf(focus())
    press(window, Qt.Key.Key_Escape)

    assert window.pages.is_reading()
    assert window.reader.view.verticalScrollBar().value() == before
    assert window.toolbar.search.text() == ""
    assert window.status.said() == ""
    assert focus() is window.reader.view


def test_escape_on_the_start_page_clears_the_field(window: MainWindow) -> None:
    window.home.search.setText("bone")

    press(window, Qt.Key.Key_Escape)

    assert window.home.search.text() == ""
    assert window.navigator.is_home()


def test_enter_opens_the_first_hit_with_its_words_marked(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "whole-body MRI")
    wait_for_results(window, "whole-body MRI")
    hit = window.results.current_hit()
    assert hit is not None

    press(window, Qt.Key.Key_Return)

    assert window.reader.shows(hit.topic)
    assert window.reader.view.section() == (hit.section or "")
    assert window.reader.view.extraSelections()
    assert focus() is window.reader.view


def test_typed_and_entered_at_once_opens_the_first_hit_too(window: MainWindow, qtbot: QtBot) -> None:
    """Nobody waits for the pause, nor for the search."""
    type_words(window, "bone scan")

    press(window, Qt.Key.Key_Return)
    assert window.navigator.is_home(), "nothing is shown that has not been found"

    qtbot.waitUntil(lambda: window.navigator.topic() is not None)
    assert window.reader.shows("bone-scan")
    assert focus() is window.reader.view
    assert window.home.search.text() == ""


def test_down_leads_into_the_results_and_up_back_to_the_field(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "bone")
    wait_for_results(window, "bone")

    press(window, Qt.Key.Key_Down)
    assert window.results.isAncestorOf(focus())
    press(window, Qt.Key.Key_Up)

    assert focus() is window.toolbar.search


def test_the_field_shows_the_search_that_one_goes_back_to(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "bone")
    wait_for_results(window, "bone")
    press(window, Qt.Key.Key_Return)

    press_keys(window, "Alt+Left")
    wait_for_results(window, "bone")

    assert window.pages.is_searching()
    assert window.toolbar.search.text() == "bone"


def test_results_take_the_keyboard_of_the_page_that_they_follow(window: MainWindow) -> None:
    button_called(window.home, "Search for limping", QPushButton).setFocus()
    press(window, Qt.Key.Key_Space)
    wait_for_results(window, "limping")
    assert focus() is window.results.focusProxy()

    press_keys(window, "Ctrl+Shift+F")
    wait_for_results(window, "limping")
    assert focus() is window.pages.passages.view


def test_an_example_of_the_start_page_is_a_search(window: MainWindow) -> None:
    click(button_called(window.home, "Search for limping", QPushButton))

    assert window.navigator.address() == SearchAddress("limping")
    wait_for_results(window, "limping")
    assert window.toolbar.search.text() == "limping"


def test_a_word_of_the_glossary_can_be_searched_for(reading_window: MainWindow) -> None:
    window = reading_window
    link = next(link for link in window.reader.view.links() if link.href.startswith("term:"))
    window.reader.view.link_activated.emit(link.href, rects_of(window.reader.view, link.start, link.end)[0])

    button_called(window, "Find in all topics", QPushButton).click()

    wait_for_results(window, window.reading.term(link.href).term)


def test_search_puts_the_cursor_where_the_field_is(window: MainWindow) -> None:
    window.tree.setFocus()
    press_keys(window, "/")
    assert focus() is window.home.search

    open_topic(window)
    press_keys(window, "Ctrl+L")
    assert focus() is window.toolbar.search


def test_a_slash_can_be_typed(reading_window: MainWindow) -> None:
    press_keys(reading_window, "Ctrl+K")

    type_words(reading_window, "mg/kg")

    assert reading_window.toolbar.search.text() == "mg/kg"


def test_typing_on_the_start_page_loses_nothing_while_it_is_looked_for(desk: Desk, qtbot: QtBot) -> None:
    slow = desk.hold("bone")
    window = desk.open()
    type_words(window, "bone")
    qtbot.waitUntil(window.navigator.is_waiting)
    slow.wait_for("bone")

    type_words(window, " pain")
    assert focus() is window.home.search, "until there are results"
    slow.let_go()

    wait_for_results(window, "bone pain")
    assert window.toolbar.search.text() == "bone pain"
    assert focus() is window.toolbar.search


def test_escape_on_the_start_page_wants_no_results_any_more(desk: Desk, qtbot: QtBot) -> None:
    slow = desk.hold("bone")
    window = desk.open()
    type_words(window, "bone")
    qtbot.waitUntil(window.navigator.is_waiting)
    slow.wait_for("bone")

    press(window, Qt.Key.Key_Escape)
    slow.let_go()
    assert window.home.search.text() == ""
    type_words(window, "bone")

    wait_for_results(window, "bone")
    assert window.toolbar.search.text() == "bone", "and can be typed again"


def test_a_window_is_closed_while_it_searches(desk: Desk, qtbot: QtBot) -> None:
    slow = desk.hold("bone")
    window = desk.open()
    window.navigator.type_query("bone")
    slow.wait_for("bone")
    threading.Timer(0.02, slow.let_go).start()

    window.close()

    assert not window.isVisible()
    assert THREAD not in [thread.name for thread in threading.enumerate()]


def test_while_there_are_results_the_left_pane_filters_them(window: MainWindow) -> None:
    open_topic(window)
    assert window.tree.isVisible()

    window.navigator.type_query("bone")
    wait_for_results(window, "bone")
    assert not window.tree.isVisible()
    assert window.results.filters.isVisible()
    assert window.results.filters.width() == window.panes.sidebar.width()

    press_keys(window, "F9")
    assert not window.results.filters.isVisible()
    assert window.results.isAncestorOf(focus())
    press_keys(window, "F9")
    assert window.results.filters.isAncestorOf(focus())

    window.navigator.leave_search()
    assert window.tree.isVisible()
    assert not window.results.filters.isVisible()


def test_escape_in_the_filter_clears_it_and_then_leaves(reading_window: MainWindow) -> None:
    window = reading_window
    window.navigator.type_query("bone")
    wait_for_results(window, "bone")
    everything = window.results.shown_hits()
    window.results.filters.setFocus()
    for _ in range(2):
        press(window, Qt.Key.Key_Down)
    assert window.results.shown_hits() != everything
    assert {hit.chapter_title for hit in window.results.shown_hits()} == {"Bones and the body"}
    assert window.status.said() == window.results.summary()

    press(window, Qt.Key.Key_Escape)
    assert window.results.shown_hits() == everything
    assert window.results.filters.isAncestorOf(focus())
    press(window, Qt.Key.Key_Escape)

    assert window.pages.is_reading()
    assert focus() is window.reader.view


def test_enter_in_the_filter_goes_to_the_results(window: MainWindow) -> None:
    window.navigator.type_query("bone")
    wait_for_results(window, "bone")
    window.results.filters.setFocus()

    press(window, Qt.Key.Key_Return)

    assert window.results.isAncestorOf(focus())


def test_where_the_left_pane_is_a_drawer_a_button_opens_the_filter_in_it(desk: Desk) -> None:
    window = desk.open(size=SMALL, text_size=200)
    window.navigator.search_for("bone")
    wait_for_results(window, "bone")
    button = button_called(window.results, "Filter: All chapters", QToolButton)
    assert button.isVisible()
    assert not window.results.filters.isVisible()

    click(button)
    assert window.results.filters.isVisible()
    assert window.results.filters.isAncestorOf(focus())
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)

    assert not window.results.filters.isVisible()
    assert window.results.isAncestorOf(focus())
    assert button.accessibleName() == "Filter: Understanding CRMO"


def test_the_filter_is_remembered_while_the_window_is_open(window: MainWindow, desk: Desk) -> None:
    window.navigator.search_for("bone")
    wait_for_results(window, "bone")
    window.results.filters.chapter_chosen.emit("treatment")
    open_topic(window)

    window.navigator.search_for("naproxen")
    wait_for_results(window, "naproxen")

    assert {hit.chapter_title for hit in window.results.shown_hits()} == {"Treatment"}
    click(button_called(window.results.filters, "Show everything", QPushButton))
    assert len({hit.chapter_title for hit in window.results.shown_hits()}) > 1


@pytest.mark.parametrize("part", ["results", "completions"])
def test_escape_leaves_from_every_part_of_the_results(part: str, reading_window: MainWindow) -> None:
    window = reading_window
    window.navigator.type_query("bone pa")
    wait_for_results(window, "bone pa")
    if part == "completions":
        button_called(window.results, "Go on with pain", QPushButton).setFocus()
    else:
        window.results.enter()

    press(window, Qt.Key.Key_Escape)

    assert window.pages.is_reading()
    assert window.toolbar.search.text() == ""


# --- for whom


def test_the_switch_shows_the_page_in_other_words_and_is_kept(reading_window: MainWindow) -> None:
    window = reading_window

    click(button_called(window.toolbar.switch, "Clinicians", QToolButton))

    page = window.reader.page()
    assert page is not None
    assert page.audience is window.preferences.audience is Audience.CLINICIAN
    assert window.table["for_clinician"].isChecked()
    assert window.right.isVisible()


def test_a_door_switches_the_audience(window: MainWindow) -> None:
    door = next(
        part for part in window.home.findChildren(QWidget) if part.accessibleName() == "For clinicians"
    )

    click(door.findChildren(QPushButton)[0])

    assert window.toolbar.switch.audience() is window.preferences.audience is Audience.CLINICIAN
    assert window.table["for_clinician"].isChecked()


def test_the_audience_asked_for_at_the_start_is_shown(desk: Desk) -> None:
    window = desk.open(audience=Audience.CLINICIAN)

    assert window.toolbar.switch.audience() is Audience.CLINICIAN
    assert window.table["for_clinician"].isChecked()
    assert window.preferences.audience is Audience.PATIENT, "for this time only"


# --- what cannot be done is told


def test_an_unknown_address_is_told_in_words_and_changes_nothing(reading_window: MainWindow) -> None:
    window = reading_window
    window.reader.view.set_place(0.5)
    before = window.reader.view.verticalScrollBar().value()

    window.navigator.go_to_text("crmo://topic/no-such-topic")
    QApplication.processEvents()

    assert window.notice.isVisible()
    assert window.notice.words().startswith("There is no topic “no-such-topic” in this edition.")
    assert window.tree.shown_topic() == "mri"
    assert window.reader.view.verticalScrollBar().value() == pytest.approx(before, abs=2)


def test_what_was_told_about_a_page_goes_with_it(reading_window: MainWindow) -> None:
    reading_window.navigator.go_to_text("no-such-topic")

    reading_window.navigator.go(XRAY)

    assert not reading_window.notice.isVisible()


def test_trouble_of_the_readers_own_file_is_told_once_and_stays(desk: Desk) -> None:
    desk.notes.parent.mkdir(parents=True)
    desk.notes.write_bytes(b"this is no file of ours" * 100)

    window = open_topic(desk.open())
    words = window.notice.words()
    assert words
    assert window.notice.isVisible()

    window.navigator.go(XRAY)
    assert window.notice.words() == words
    button_called(window.notice, "Close this notice", QToolButton).click()
    window.navigator.go(MRI)
    assert not window.notice.isVisible(), "once"


def test_trouble_is_told_in_words_with_what_to_do(window: MainWindow) -> None:
    window.show_error(UserError("The lamp is “{lamp}”.", hint="Mend it.", lamp="broken"))

    assert window.notice.words() == "The lamp is “broken”. Mend it."


def test_an_outside_link_shows_its_address_and_opens_nothing(
    reading_window: MainWindow, browser: Browser
) -> None:
    window = reading_window
    link = next(link for link in window.reader.view.links() if link.href.startswith("https:"))
    window.reader.view.show_position(link.start)
    view = window.reader.view
    click(view.viewport(), rects_of(view, link.start, link.end)[0].center())

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    (shown,) = (part.toPlainText() for part in dialog.findChildren(QTextEdit))
    press(dialog, Qt.Key.Key_Escape)
    assert shown == link.href
    assert browser.addresses == []


# --- keys


def test_every_key_of_the_table_works(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open()
    last = ("quit",)
    specs = [spec for spec in window.table.specs if spec.keys and spec.text != SEPARATOR]
    specs.sort(key=lambda spec: spec.name in last)
    pressed: list[str] = []
    for spec in specs:
        window.table[spec.name].triggered.connect(lambda *_, name=spec.name: pressed.append(name))

    for spec in specs:
        for keys in spec.keys:
            if window.navigator.topic() is None:
                window.navigator.go(MRI)
            window.table["forward"].setEnabled(True)
            window.table["beside"].setEnabled(True)
            window.table["undo"].setEnabled(True)
            if spec.is_for_page:  # and for families, as these are
                window.navigator.set_audience(Audience.PATIENT)
            (window.reader.view if spec.is_for_page else window.tree).setFocus()
            pressed.clear()
            press_keys(window, keys)
            assert pressed == [spec.name], keys
            if window.late.is_presenting():
                window.late.present.presenter.end()
                window.activateWindow()
            close_dialogs(window, qtbot)

    assert not window.isVisible(), "the last one quits"


def close_dialogs(window: MainWindow, qtbot: QtBot) -> None:
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    dialogs = [part for part in window.findChildren(QDialog) if part.isVisible()]
    for dialog in dialogs:  # the settings stand beside the window, the others over it
        dialog.close()
    if dialogs:
        with qtbot.waitActive(window):  # the offscreen screen has nobody to do so
            window.activateWindow()


@pytest.mark.parametrize("keys", ["Ctrl+K", "Ctrl+F", "F1", "Alt+Home", "F9"])
def test_keys_work_while_the_menu_is_folded(keys: str, desk: Desk, qtbot: QtBot) -> None:
    window = open_topic(desk.open(text_size=200))
    assert not window.menuBar().isVisible()
    name = next(spec.name for spec in window.table.specs if keys in spec.keys)

    with qtbot.waitSignal(window.table[name].triggered):
        press_keys(window, keys)


def test_the_folded_menu_holds_what_the_bar_holds(desk: Desk, qtbot: QtBot) -> None:
    window = open_topic(desk.open(text_size=200))
    button = button_called(window.toolbar, "Menu", QToolButton)
    menu = button.menu()
    assert isinstance(menu, QMenu)
    assert button.isVisible()

    names = [action.text() for action in menu.actions()]
    assert names == [action.text() for action in window.menuBar().actions()]
    go = next(entry.menu() for entry in menu.actions() if entry.text() == "&Go")
    assert isinstance(go, QMenu)
    next(entry for entry in go.actions() if entry.text() == "&Start page").trigger()
    assert window.navigator.is_home()


# --- panes


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("what", "size", "text_size", "panes"),
    [
        ("home", (1366, 768), 100, {"toolbar", "tree", "page"}),
        ("topic", (1366, 768), 100, {"toolbar", "tree", "page", "right"}),
        ("results", (1366, 768), 100, {"toolbar", "tree", "page"}),
        ("topic", SMALL, 100, {"toolbar", "tree", "page"}),
        ("topic", SMALL, 200, {"toolbar", "page"}),
        ("drawer", SMALL, 200, {"toolbar", "tree"}),  # the page lies behind it
    ],
)
def test_f6_goes_round_all_panes_and_never_gets_stuck(
    what: str, size: tuple[int, int], text_size: int, panes: set[str], step: int, desk: Desk
) -> None:
    window = desk.open(size=size, text_size=text_size)
    if what in {"topic", "drawer"}:
        open_topic(window)
    if what == "results":
        window.navigator.search_for("bone")
        wait_for_results(window, "bone")
        window.focus_page()
    if what == "drawer":
        press_keys(window, "F9")

    reached = []
    for _ in range(2 * len(panes)):
        press_keys(window, "F6" if step > 0 else "Shift+F6")
        reached.append(pane_with_keyboard(window))

    assert set(reached) == panes
    assert reached[: len(panes)] == reached[len(panes) :], "round and round"
    assert len(set(reached[: len(panes)])) == len(panes), "each once a round"


def test_tab_reaches_the_page_and_leaves_it_again(window: MainWindow) -> None:
    window.navigator.go(TopicAddress(TopicId("about")))
    window.toolbar.search.setFocus()
    reached: list[QWidget] = []
    for _ in range(200):
        press(window, Qt.Key.Key_Tab)
        if focus() not in reached:
            reached.append(focus())

    assert window.reader.view in reached
    assert window.tree in reached
    assert any(window.right.isAncestorOf(part) for part in reached)
    assert window.toolbar.search in reached, "all the way round"


def test_the_tree_can_be_put_away_and_is_so_next_time(desk: Desk) -> None:
    first = open_topic(desk.open())
    press_keys(first, "F9")
    assert not first.tree.isVisible()
    assert focus() is first.reader.view
    first.close()

    second = open_topic(desk.open())
    assert not second.tree.isVisible()
    press_keys(second, "F9")
    assert second.tree.isVisible()
    assert focus() is second.tree


def test_the_right_pane_can_be_put_away_and_its_box_moves_below_the_page(desk: Desk) -> None:
    window = open_topic(desk.open())
    strip = window.reader.findChild(PinnedStrip)
    assert isinstance(strip, PinnedStrip)
    assert not strip.isVisible()

    press_keys(window, "Shift+F9")
    QApplication.processEvents()
    assert not window.right.isVisible()
    assert strip.isVisible()
    assert button_called(window.reader, "On this page", QToolButton).isVisible()
    window.close()

    assert not open_topic(desk.open()).right.isVisible()


def test_dragged_borders_are_there_again(desk: Desk) -> None:
    first = open_topic(desk.open())
    first.panes.moved.emit(350, 240)
    first.close()

    second = open_topic(desk.open())
    assert (second.panes.sidebar.width(), second.right.width()) == (350, 240)


@pytest.mark.parametrize(
    ("size", "text_size"), [(SMALL, 100), (SMALL, 200), (SMALL, 250), ((1366, 768), 200), ((640, 420), 100)]
)
@pytest.mark.parametrize("what", ["home", "topic", "results", "nothing found", "all passages"])
def test_nothing_sticks_out_of_a_small_window(
    size: tuple[int, int], text_size: int, what: str, desk: Desk
) -> None:
    window = desk.open(size=size, text_size=text_size)
    if what == "topic":
        open_topic(window)
    if what == "results":
        window.navigator.search_for("bone pa")
        wait_for_results(window, "bone pa")
    if what == "nothing found":
        window.navigator.search_for('"bisphosphonate wrist"')
        wait_for_results(window, '"bisphosphonate wrist"')
    if what == "all passages":
        window.navigator.list_all("night pain")
        wait_for_results(window, "night pain")
    QApplication.processEvents()

    assert (window.width(), window.height()) == size, "nothing pushes the window wider"
    page = window.pages
    assert page.mapTo(window, QPoint(page.width(), 0)).x() <= size[0]
    assert page.width() >= 300
    for button in window.toolbar.findChildren(QToolButton):
        if button.isVisible():
            assert place_of(button, window).x() + button.width() <= size[0], button.accessibleName()


def test_at_1024_the_sections_are_behind_a_button_and_the_box_below_the_page(desk: Desk) -> None:
    window = open_topic(desk.open(size=SMALL))
    strip = window.reader.findChild(PinnedStrip)
    assert isinstance(strip, PinnedStrip)

    assert window.tree.isVisible()
    assert not window.right.isVisible()
    assert button_called(window.reader, "On this page", QToolButton).isVisible()
    assert strip.isVisible()
    assert window.menuBar().isVisible()


def test_without_room_the_tree_is_a_drawer_that_closes_when_a_topic_is_chosen(desk: Desk) -> None:
    window = open_topic(desk.open(size=SMALL, text_size=200))
    assert not window.tree.isVisible()
    width = window.reader.width()

    press_keys(window, "F9")
    assert window.tree.isVisible()
    assert focus() is window.tree
    assert window.reader.width() == width, "over the page, not beside it"

    window.tree.show_topic("x-ray")
    press(window, Qt.Key.Key_Return)
    assert window.navigator.topic() == window.reading.entry(XRAY.topic)
    assert not window.tree.isVisible()
    assert not window.table["left_pane"].isChecked()
    assert window.preferences.left_pane, "a drawer that closes is no wish of the reader's"


@pytest.mark.parametrize("way", ["Escape", "click"])
def test_an_open_drawer_is_left_without_choosing(desk: Desk, way: str) -> None:
    window = open_topic(desk.open(size=SMALL, text_size=200))
    topic = window.navigator.topic()
    press_keys(window, "F9")

    if way == "Escape":
        press(window, Qt.Key.Key_Escape)
    else:
        click(window.panes, QPoint(window.panes.width() - 20, window.panes.height() // 2))

    assert not window.tree.isVisible()
    assert not window.table["left_pane"].isChecked()
    assert window.navigator.topic() == topic, "the click was for the drawer, not for the page"
    assert focus() is window.reader.view


def test_the_topics_come_after_the_first_paint(desk: Desk) -> None:
    """And Tab goes from the toolbar to them, from them to the page, wherever they were made."""
    window = desk.open()

    reached: list[QWidget] = []
    widget: QWidget | None = window.toolbar.menu_button.nextInFocusChain()
    while window.home.search not in reached:
        assert widget is not None
        reached.append(widget)
        widget = widget.nextInFocusChain()

    assert window.tree in reached
    assert window.tree.shown_topic() == ""


def test_panes_come_back_when_there_is_room_again(desk: Desk) -> None:
    window = open_topic(desk.open())
    window.commands.set_text_size(200)
    QApplication.processEvents()
    assert not window.tree.isVisible()
    assert not window.right.isVisible()
    assert not window.menuBar().isVisible()

    window.commands.set_text_size(100)
    QApplication.processEvents()

    assert window.tree.isVisible()
    assert window.right.isVisible()
    assert window.menuBar().isVisible()


def test_panes_follow_the_width_of_the_window(window: MainWindow) -> None:
    open_topic(window)
    shown = []
    for width in (1366, 1024, 700, 1024, 1366):
        window.resize(width, 600)
        QApplication.processEvents()
        shown.append((window.tree.isVisible(), window.right.isVisible()))

    assert shown == [(True, True), (True, False), (False, False), (True, False), (True, True)]


# --- looks


def scheme(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let the system change its colours."""
    monkeypatch.setattr(theme, "system_theme", lambda: name)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def ground(window: MainWindow) -> QImage:
    return picture_of(window.reader.view.viewport())


def test_the_window_follows_the_system_until_the_reader_chooses(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_topic(desk.open())
    looks = {name: theme.load_theme(desk.themes, name) for name in ("light", "dark", "sepia")}

    def page_is(name: str) -> bool:
        return has_colour(ground(window), QColor(looks[name].colours["page"]), least=50_000)

    assert page_is("light")
    scheme(desk, monkeypatch, "dark")
    assert page_is("dark")
    window.table["theme_sepia"].trigger()
    assert page_is("sepia")
    scheme(desk, monkeypatch, "light")
    assert page_is("sepia")
    window.table["theme_system"].trigger()
    assert page_is("light")


@pytest.mark.parametrize("name", ["theme_dark", "theme_hc_black"])
def test_another_theme_keeps_the_place(name: str, reading_window: MainWindow) -> None:
    view = reading_window.reader.view
    view.set_place(0.5)
    before = view.verticalScrollBar().value()

    reading_window.table[name].trigger()
    QApplication.processEvents()

    assert view.verticalScrollBar().value() == pytest.approx(before, abs=1)


def test_every_text_size_keeps_the_section(reading_window: MainWindow) -> None:
    """The panes change as the text grows, and wide tables become blocks."""
    window = reading_window
    window.navigator.set_audience(Audience.CLINICIAN)
    names = [name for name, _ in window.reader.outline()]
    window.reader.show_section(names[3])

    for _ in range(6):
        press_keys(window, "Ctrl+=")
        QApplication.processEvents()
        assert window.reader.view.section() == names[3], window.preferences.text_size
    press_keys(window, "Ctrl+0")
    QApplication.processEvents()
    assert window.reader.view.section() == names[3]


def test_ctrl_and_the_wheel_change_the_text_size_of_the_window(reading_window: MainWindow) -> None:
    window = reading_window

    wheel(window.reader.view.viewport(), 120, CTRL)

    assert window.preferences.text_size == 110
    assert window.status.said() == "Text 110%"
    texts = [label.text() for label in window.toolbar.findChildren(QLabel) if label.isVisible()]
    assert "110%" in texts


def test_every_page_that_was_made_takes_the_new_look(window: MainWindow, desk: Desk) -> None:
    open_topic(window)
    window.navigator.search_for("bone")
    wait_for_results(window, "bone")
    dark = theme.load_theme(desk.themes, "dark")

    window.table["theme_dark"].trigger()

    for address, role in ((HomeAddress(), "window"), (MRI, "page"), (SearchAddress("bone"), "page")):
        window.navigator.go(address)
        if isinstance(address, SearchAddress):
            wait_for_results(window, "bone")
        QApplication.processEvents()
        picture = picture_of(window.pages)
        assert has_colour(picture, QColor(dark.colours[role]), least=50_000), str(address)


# --- settings


def test_what_the_reader_set_is_there_again(desk: Desk) -> None:
    first = open_topic(desk.open(size=(720, 610)))  # it fits the offscreen screen
    first.navigator.set_audience(Audience.CLINICIAN)
    first.commands.set_text_size(125)
    first.table["theme_dark"].trigger()
    press_keys(first, "Shift+F9")
    first.close()

    second = open_topic(desk.open(size=None))

    assert (second.width(), second.height()) == (720, 610)
    assert second.navigator.audience is Audience.CLINICIAN
    assert second.table["theme_dark"].isChecked()
    assert not second.table["right_pane"].isChecked()
    assert "125%" in [label.text() for label in second.toolbar.findChildren(QLabel)]


def test_the_first_time_the_window_fits_the_screen(desk: Desk) -> None:
    window = desk.open(size=None)
    room = window.screen().availableGeometry()

    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_what_was_read_last_is_offered_on_the_start_page(desk: Desk) -> None:
    first = open_topic(desk.open())
    first.close()

    second = desk.open()

    assert button_called(second.home, "MRI and whole-body MRI", QPushButton).isVisible()


# --- others


def test_an_address_handed_over_is_shown_and_the_window_comes_back(reading_window: MainWindow) -> None:
    reading_window.showMinimized()

    reading_window.open_address(XRAY)

    assert not reading_window.isMinimized()
    assert reading_window.navigator.topic() == reading_window.reading.entry(XRAY.topic)


def test_the_guide_is_offered_if_the_edition_has_one(window: MainWindow) -> None:
    assert window.table["guide"].isVisible() is window.reading.has("help-start")


def test_the_keyboard_reaches_what_is_asked_above_the_page_and_comes_back(window: MainWindow) -> None:
    window.navigator.go(TopicAddress(TopicId("about")))
    window.notice.ask("drive", "Where?", (("here", "Keep here"), ("there", "Keep there")))
    window.toolbar.search.setFocus()

    press_keys(window, "F6")

    focus = window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Keep here"
    press(window, Qt.Key.Key_Space)
    after = window.focusWidget()
    assert after is not None
    assert after.isVisible()
    assert not window.notice.isVisible()
