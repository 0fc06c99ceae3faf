"""What the table of fixed keys says is what happens: each key is pressed, and its effect looked for."""

import ast
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import (
    OwnPart,
    PictureAddress,
    PictureId,
    SearchAddress,
    TopicAddress,
    TopicId,
)
from crmo_desktop.domain.publication import OwnWords
from crmo_desktop.domain.quiz import QuestionKind
from crmo_desktop.gui.dialogs.change_keys import ChangeKeysDialog
from crmo_desktop.gui.dialogs.folder_name import FolderNameDialog
from crmo_desktop.gui.dialogs.handout import HandoutDialog
from crmo_desktop.gui.dialogs.own_words import OwnWordsDialog
from crmo_desktop.gui.dialogs.session_editor import SessionEditor
from crmo_desktop.gui.dialogs.session_name import SessionNameDialog
from crmo_desktop.gui.dialogs.sessions import SessionsDialog
from crmo_desktop.gui.dialogs.settings import SettingsDialog
from crmo_desktop.gui.dialogs.sheet_dialog import SheetDialog
from crmo_desktop.gui.fixed_keys import PLACES, FixedKey, FixedKeys, is_one_sign, places_of, shown_keys
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.models.slide_rows import SlideRows
from crmo_desktop.gui.pages.picture import PicturePage
from crmo_desktop.gui.presenter.console import Console
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.overlay import KeysOverlay, NotesOverlay
from crmo_desktop.gui.presenter.overview import Overview
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.gui.presenter.screens import Place
from crmo_desktop.gui.presenter.show import Cover
from crmo_desktop.gui.widgets.filter_field import FilterField
from crmo_desktop.gui.widgets.key_field import KeyField
from crmo_desktop.gui.widgets.own_list import OwnList
from crmo_desktop.gui.widgets.page_highlights import Highlight
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.picture_list import PictureList
from crmo_desktop.gui.widgets.result_list import ResultList
from crmo_desktop.gui.widgets.speech_bar import SpeechBar
from crmo_desktop.gui.widgets.step_tabs import StepTabs
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, press_keys, type_words, wait_for_results
from tests.gui.marks import highlight, things_of
from tests.gui.own_samples import fill
from tests.gui.presenter.wall_samples import LAPTOP, PROJECTOR, SampleScreens, deck, talk
from tests.gui.quiz_scenes import asked, pane_of, poll_results, question_of
from tests.gui.sample_pictures import TARGET, picture_of_rows
from tests.gui.scenes import closed, handout_filled, print_window, session_in_order, sessions

GUI: Final = Path(__file__).resolve().parents[2] / "crmo_desktop" / "gui"
MRI: Final = TopicAddress(TopicId("mri"))
ROWS: Final = FixedKeys().rows
Check = Callable[[MainWindow, str], None]
CHECKS: dict[tuple[str, str], Check] = {}


def does(place: str, *firsts: str) -> Callable[[Check], Check]:
    """This function looks for the effect of the rows of `place` that begin with these keys."""

    def keep(check: Check) -> Check:
        for first in firsts:
            CHECKS[(place, first)] = check
        return check

    return keep


def name_of(row: FixedKey) -> tuple[str, str]:
    return row.place, row.keys[0] if row.keys else row.shown


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open()


CASES: Final = [(row, key) for row in ROWS for key in (row.keys or (row.shown,))]


@pytest.mark.parametrize(("row", "key"), CASES, ids=[f"{row.place} {key}" for row, key in CASES])
def test_a_key_does_what_the_table_says(row: FixedKey, key: str, window: MainWindow) -> None:
    CHECKS[name_of(row)](window, key)


def test_every_row_is_tried_and_nothing_else() -> None:
    assert set(CHECKS) == {name_of(row) for row in ROWS}


# --- where the keyboard is


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def on_page(window: MainWindow) -> PageView:
    window.navigator.go(MRI)
    view = window.reader.view
    view.setFocus()
    QApplication.processEvents()
    assert focused() is view
    return view


def in_results(window: MainWindow, query: str = "bone") -> ResultList:
    window.navigator.go(SearchAddress(query))
    wait_for_results(window, query)
    window.results.enter()
    listed = focused()
    assert isinstance(listed, ResultList)
    return listed


def open_dialog() -> QWidget:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    waited = QElapsedTimer()
    waited.start()
    while not dialog.isActiveWindow():
        assert not waited.hasExpired(5000), "the dialog has the keyboard"
        QApplication.processEvents()
    return dialog


def is_open() -> bool:
    return QApplication.activeModalWidget() is not None


def assert_it_turns(view: PageView | QScrollArea, key: str) -> None:
    """`key` scrolls from the middle: down for the first of two, up for the second."""
    bar = view.verticalScrollBar()
    assert bar.maximum() > 20, "there is something to scroll"
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    press_keys(view, key)
    assert (bar.value() > before) == (key in {"PgDown", "Down", "End", "Space"})
    assert bar.value() != before


# --- the page


@does("page", "Tab")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    press_keys(window, key)
    first = view.focused_link()
    assert first is not None
    press_keys(window, key)
    assert view.focused_link() != first
    for _ in range(len(view.links()) - 1):
        press_keys(window, key)
    assert view.focused_link() is None
    assert focused() is not view


@does("page", "Shift+Tab")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    press_keys(window, "Tab")
    first = view.focused_link()
    press_keys(window, "Tab")
    press_keys(window, key)
    assert view.focused_link() == first
    while view.focused_link() is not None:
        press_keys(window, key)
    assert focused() is not view


@does("page", "Return")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    followed: list[str] = []

    def follow(target: str) -> None:
        followed.append(target)

    view.link_activated.connect(follow)
    press_keys(window, "Tab")
    link = view.focused_link()
    assert link is not None
    press_keys(window, key)
    assert followed == [link.href]
    reached = on_highlight(window)
    press_keys(window, key)
    assert window.reader.card() is not None
    window.reader.close_card()
    assert window.reader.view.mark_here() == reached


def on_highlight(window: MainWindow) -> Highlight:
    """The keyboard at a highlight."""
    highlight(window, "MRI")
    press_keys(window, "Shift+M")
    reached = window.reader.view.mark_here()
    assert reached is not None
    return reached


@does("page", "Del")
def _(window: MainWindow, key: str) -> None:
    on_page(window)
    on_highlight(window)
    press_keys(window, key)
    assert things_of(window) == ()


@does("page", "Space")
def _(window: MainWindow, key: str) -> None:
    assert_it_turns(on_page(window), key)
    CHECKS[("page", "Return")](window, key)


@does("page", "Shift+Space", "PgDown", "Down")
def _(window: MainWindow, key: str) -> None:
    assert_it_turns(on_page(window), key)


@does("page", "Home")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    assert_it_turns(view, key)
    assert view.place() == (1.0 if key == "End" else 0.0)


@does("page", "Shift+F10")
def _(window: MainWindow, key: str) -> None:
    on_page(window)
    press_keys(window, key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.table["copy"] in menu.actions()
    menu.close()


@does("page", "H", "K", "T", "B", "G", "M")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    heard: list[str] = []
    view.walk.arrived.connect(heard.append)
    view.walk.at_end.connect(heard.append)
    view.focus_moved.connect(heard.append)
    press_keys(window, key)
    assert heard


@does("notice", "Esc")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    window.notice.say("Something is wrong.")
    press_keys(window, "Shift+F6")
    while not window.notice.isAncestorOf(focused()):
        press_keys(window, "Shift+F6")
    press_keys(window, key)
    assert not window.notice.isVisible()
    assert focused() is view


@does("undo", "Esc")
def closes_what_was_deleted_last(window: MainWindow, key: str) -> None:
    on_page(window)
    window.undo.offer("Bookmark “Spine” deleted", window.focus_page)
    button = next(iter(window.undo.toast.findChildren(QPushButton)))
    button.setFocus()
    press_keys(window, key)
    assert window.undo.toast.isHidden()
    assert window.reader.view.hasFocus()


@does("speech", "Esc")
def _(window: MainWindow, key: str) -> None:
    bar = SpeechBar(window)
    stopped: list[bool] = []

    def stop() -> None:
        stopped.append(True)

    bar.stopped.connect(stop)
    bar.show()
    bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bar.setFocus()
    press_keys(window, key)
    assert stopped == [True]


@does("preview", "Return")
def _(window: MainWindow, key: str) -> None:
    in_results(window)
    press_keys(window, "Alt+Return")
    assert isinstance(focused(), PageView)
    press_keys(window, key)
    assert window.navigator.topic() is not None


@does("preview", "Esc")
def _(window: MainWindow, key: str) -> None:
    listed = in_results(window)
    press_keys(window, "Alt+Return")
    press_keys(window, key)
    assert focused() is listed


def open_card(window: MainWindow) -> QWidget:
    view = on_page(window)
    link = next(link for link in view.links() if link.href.startswith("cite:"))
    view.link_activated.emit(link.href, view.cursorRect())
    card = window.reader.card()
    assert card is not None
    return card


@does("card", "Tab")
def _(window: MainWindow, key: str) -> None:
    card = open_card(window)
    first, seen = focused(), set()
    while focused() not in seen:
        seen.add(focused())
        press_keys(window, key)
        assert card.isAncestorOf(focused())
    assert focused() is first
    assert len(seen) > 2


@does("card", "Down")
def _(window: MainWindow, key: str) -> None:
    window.resize(700, 430)
    open_card(window)
    body = focused()
    assert isinstance(body, QScrollArea)
    body.setFixedHeight(60)
    QApplication.processEvents()
    assert_it_turns(body, key)


@does("card", "Esc")
def _(window: MainWindow, key: str) -> None:
    open_card(window)
    press_keys(window, key)
    assert window.reader.card() is None
    assert focused() is window.reader.view


@does("find_bar", "Return", "Shift+Return")
def _(window: MainWindow, key: str) -> None:
    on_page(window)
    press_keys(window, "Ctrl+F")
    type_words(window, "bone")
    before, total = window.reader.finding.matches()
    assert before == 0
    press_keys(window, key)
    assert window.reader.finding.matches() == ((total - 1 if "Shift" in key else 1), total)


@does("find_bar", "Esc")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    press_keys(window, "Ctrl+F")
    press_keys(window, key)
    assert not window.reader.find_bar.isVisible()
    assert focused() is view


# --- lists


@does("topics", "Down")
def _(window: MainWindow, key: str) -> None:
    window.navigator.go(MRI)
    window.tree.setFocus()
    before = window.tree.currentIndex()
    wanted = window.tree.indexBelow(before) if key == "Down" else window.tree.indexAbove(before)
    press_keys(window, key)
    assert window.tree.currentIndex() == wanted


@does("topics", "Right")
def _(window: MainWindow, key: str) -> None:
    chapter = window.tree.model().index(2, 0)
    window.tree.setFocus()
    window.tree.setCurrentIndex(chapter)
    window.tree.setExpanded(chapter, key == "Left")
    press_keys(window, key)
    assert window.tree.isExpanded(chapter) == (key == "Right")


@does("topics", "Return")
def _(window: MainWindow, key: str) -> None:
    window.tree.setFocus()
    chosen: list[str] = []
    window.tree.topic_chosen.connect(chosen.append)
    window.tree.setCurrentIndex(window.tree.model().index(1, 0, window.tree.model().index(0, 0)))
    press_keys(window, key)
    assert len(chosen) == 1


@does("topics", "Letters")
def _(window: MainWindow, key: str) -> None:
    window.tree.setFocus()
    type_words(window, "mri")
    assert str(window.tree.currentIndex().data()).startswith("MRI")


def on_outline(window: MainWindow) -> QListView:
    window.navigator.go(MRI)
    listed = next(
        view for view in window.right.findChildren(QListView) if view.accessibleName() == "On this page"
    )
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(1, 0))
    return listed


@does("outline", "Down")
def _(window: MainWindow, key: str) -> None:
    listed = on_outline(window)
    press_keys(window, key)
    assert listed.currentIndex().row() == (2 if key == "Down" else 0)


@does("outline", "Return")
def _(window: MainWindow, key: str) -> None:
    on_outline(window)
    chosen: list[str] = []
    window.right.section_chosen.connect(chosen.append)
    press_keys(window, key)
    assert len(chosen) == 1


@does("results", "Down")
def _(window: MainWindow, key: str) -> None:
    listed = in_results(window)
    if key == "Down":
        press_keys(window, key)
        assert listed.currentIndex().row() == 1
        return
    press_keys(window, "Down")
    press_keys(window, key)
    assert listed.currentIndex().row() == 0
    press_keys(window, key)
    assert focused() is window.toolbar.search


@does("results", "Return")
def _(window: MainWindow, key: str) -> None:
    in_results(window)
    press_keys(window, key)
    assert window.navigator.topic() is not None
    assert not window.pages.is_searching()


@does("results", "Esc")
def _(window: MainWindow, key: str) -> None:
    view = on_page(window)
    in_results(window)
    press_keys(window, key)
    assert window.reader.shows("mri")
    assert focused() is view


# --- my notes and marks


def in_things(window: MainWindow) -> OwnList:
    fill(window)
    window.table["my_things"].trigger()
    QApplication.processEvents()
    listed = focused()
    assert isinstance(listed, OwnList)
    return listed


@does("own_list", "Down")
def _(window: MainWindow, key: str) -> None:
    listed = in_things(window)
    if key == "Down":
        press_keys(window, key)
        assert listed.currentIndex().row() == 1
    else:
        press_keys(window, key)
        assert isinstance(focused(), FilterField)


@does("own_list", "Shift+Down")
def _(window: MainWindow, key: str) -> None:
    listed = in_things(window)
    if key == "Shift+Up":
        press_keys(window, "Down")
    press_keys(window, key)
    assert sorted(index.row() for index in listed.selectionModel().selectedRows()) == [0, 1]


@does("own_list", "Ctrl+Down")
def _(window: MainWindow, key: str) -> None:
    listed = in_things(window)
    if key == "Ctrl+Up":
        press_keys(window, "Down")
    chosen = listed.currentIndex().row()
    press_keys(window, key)
    assert listed.currentIndex().row() == 1 - chosen
    assert [index.row() for index in listed.selectionModel().selectedRows()] == [chosen]


@does("own_list", "Ctrl+Space")
def _(window: MainWindow, key: str) -> None:
    listed = in_things(window)
    press_keys(window, "Ctrl+Down")
    press_keys(window, key)
    assert len(listed.selectionModel().selectedRows()) == 2
    press_keys(window, key)
    assert len(listed.selectionModel().selectedRows()) == 1


@does("own_list", "Return")
def _(window: MainWindow, key: str) -> None:
    in_things(window)
    press_keys(window, key)
    assert window.reader.shows("mri")


@does("own_list", "Del")
def _(window: MainWindow, key: str) -> None:
    listed = in_things(window)
    before = listed.model().rowCount()
    press_keys(window, key)
    assert listed.model().rowCount() == before - 1
    assert focused() is listed


def in_own_pane(window: MainWindow, name: str = "My things") -> QListView:
    in_things(window)
    listed = next(
        view for view in window.pages.mine.side.findChildren(QListView) if view.accessibleName() == name
    )
    listed.setFocus()
    assert focused() is listed
    return listed


@does("own_pane", "Down")
def _(window: MainWindow, key: str) -> None:
    in_own_pane(window)
    press_keys(window, "Down")
    if key == "Up":
        press_keys(window, key)
    assert window.pages.mine.wanted().part is (OwnPart.BOOKMARKS if key == "Down" else OwnPart.EVERYTHING)


@does("own_pane", "Space", "Return")
def _(window: MainWindow, key: str) -> None:
    listed = in_own_pane(window, "Folders")
    press_keys(window, key)
    assert window.pages.mine.wanted().folder is not None
    assert (focused() is listed) == (key == "Space")
    assert isinstance(focused(), OwnList) == (key != "Space")


@does("own_pane", "F2")
def _(window: MainWindow, key: str) -> None:
    in_own_pane(window, "Folders")
    press_keys(window, "Space")
    press_keys(window, key)
    dialog = open_dialog()
    assert isinstance(dialog, FolderNameDialog)
    dialog.close()


@does("own_pane", "Del")
def _(window: MainWindow, key: str) -> None:
    listed = in_own_pane(window, "Folders")
    press_keys(window, "Space")
    before = listed.model().rowCount()
    press_keys(window, key)
    assert listed.model().rowCount() == before - 1


@does("own_pane", "Esc")
def _(window: MainWindow, key: str) -> None:
    in_own_pane(window)
    press_keys(window, "Down")
    press_keys(window, key)
    assert window.pages.mine.wanted().is_everything


@does("own_detail", "Esc")
def _(window: MainWindow, key: str) -> None:
    listed = in_things(window)
    press_keys(window, "Alt+Return")
    assert window.pages.mine.detail.isAncestorOf(focused())
    press_keys(window, key)
    assert focused() is listed


@does("own_field", "Down")
def _(window: MainWindow, key: str) -> None:
    listed = in_things(window)
    press_keys(window, "Up")
    type_words(window, "mri")
    press_keys(window, key)
    assert focused() is listed
    assert window.pages.mine.wanted().words == "mri"


@does("own_field", "Esc")
def _(window: MainWindow, key: str) -> None:
    in_things(window)
    press_keys(window, "Up")
    type_words(window, "mri")
    press_keys(window, key)
    assert window.pages.mine.wanted().words == ""
    assert isinstance(focused(), FilterField)


# --- searching


@does("nothing", "Esc")
def _(window: MainWindow, key: str) -> None:
    window.navigator.go(SearchAddress("zzzzqqqqxxxx"))
    wait_for_results(window, "zzzzqqqqxxxx")
    window.results.enter()
    assert window.results.nothing.isAncestorOf(focused())
    press_keys(window, key)
    assert window.navigator.query() == ""


def in_filter(window: MainWindow) -> QListView:
    in_results(window)
    listed = next(
        view for view in window.results.filters.findChildren(QListView) if view.model().rowCount() > 3
    )
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(1, 0))
    return listed


@does("filter", "Down")
def _(window: MainWindow, key: str) -> None:
    in_filter(window)
    press_keys(window, key)
    assert window.results.filters.is_filtering() == (key == "Down")


@does("filter", "Space", "Return")
def _(window: MainWindow, key: str) -> None:
    listed = in_filter(window)
    press_keys(window, key)
    assert window.results.filters.is_filtering()
    assert (focused() is listed) == (key == "Space")
    assert isinstance(focused(), ResultList) == (key != "Space")


@does("filter", "Esc")
def _(window: MainWindow, key: str) -> None:
    in_filter(window)
    press_keys(window, "Space")
    press_keys(window, key)
    assert not window.results.filters.is_filtering()
    assert window.navigator.query() == "bone"


@does("search", "Return")
def _(window: MainWindow, key: str) -> None:
    on_page(window)
    press_keys(window, "Ctrl+K")
    type_words(window, "naproxen")
    press_keys(window, key)
    QApplication.processEvents()
    while window.navigator.is_waiting():
        QApplication.processEvents()
    assert window.reader.shows("naproxen")


@does("search", "Down")
def _(window: MainWindow, key: str) -> None:
    in_results(window)
    press_keys(window, "Ctrl+K")
    press_keys(window, key)
    assert isinstance(focused(), ResultList)
    window.searching.recent.note("limping")
    window.searching.offer_recent()
    press_keys(window, "Ctrl+K")
    press_keys(window, "Del")
    press_keys(window, key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


@does("search", "Esc")
def _(window: MainWindow, key: str) -> None:
    in_results(window)
    press_keys(window, "Ctrl+K")
    press_keys(window, key)
    assert window.navigator.query() == ""
    assert window.toolbar.search.text() == ""


@does("switch", "Left")
def _(window: MainWindow, key: str) -> None:
    button_called(window.toolbar.switch, "Families", QToolButton).setFocus()
    press_keys(window, key)
    assert window.navigator.audience is Audience.CLINICIAN


@does("drawer", "Esc")
def _(window: MainWindow, key: str) -> None:
    window.resize(700, 500)
    window.navigator.go(MRI)
    QApplication.processEvents()
    press_keys(window, "F9")
    assert window.panes.sidebar.objectName() == "drawer"
    assert focused() is window.tree
    press_keys(window, key)
    assert not window.panes.sidebar.isVisible()
    assert window.pages.isAncestorOf(focused())


# --- dialogs


@does("key_field", "Backspace")
def _(window: MainWindow, key: str) -> None:
    dialog = ChangeKeysDialog(window.dialogs.keys, "larger", window._appearance.look, window)
    dialog.open()
    open_dialog()
    field = focused()
    assert isinstance(field, KeyField)
    press_keys(dialog, "Ctrl+J")
    press_keys(dialog, key)
    assert field.key() == ""
    dialog.close()


@does("page_parts", "Down")
def _(window: MainWindow, key: str) -> None:
    window.navigator.go(MRI)
    window.dialogs.show_page_parts(window.reader.view)
    dialog = open_dialog()
    listed = dialog.findChild(QAbstractItemView)
    assert isinstance(listed, QAbstractItemView)
    for part in (listed, dialog.findChild(QLineEdit)):
        assert part is not None
        part.setFocus()
        press_keys(dialog, "Down")
        before = listed.currentIndex().row()
        press_keys(dialog, key)
        assert listed.currentIndex().row() == before + (1 if key == "Down" else -1)
    dialog.close()


@does("page_parts", "Return")
def _(window: MainWindow, key: str) -> None:
    window.navigator.go(MRI)
    window.dialogs.show_page_parts(window.reader.view)
    dialog = open_dialog()
    listed = dialog.findChild(QAbstractItemView)
    assert isinstance(listed, QAbstractItemView)
    listed.setFocus()
    press_keys(dialog, key)
    assert not is_open()


@does("pictures", "Down")
def _(window: MainWindow, key: str) -> None:
    window.navigator.set_audience(Audience.CLINICIAN)
    window.dialogs.show_pictures()
    dialog = open_dialog()
    listed = dialog.findChild(PictureList)
    assert listed is not None
    for part in (listed, dialog.findChild(QLineEdit)):
        assert part is not None
        part.setFocus()
        press_keys(dialog, "Down")
        before = listed.currentIndex().row()
        press_keys(dialog, key)
        assert (listed.currentIndex().row() > before) == (key == "Down")
        press_keys(dialog, "Up")
        press_keys(dialog, "Up")
    dialog.close()


@does("pictures", "Return")
def _(window: MainWindow, key: str) -> None:
    window.navigator.set_audience(Audience.CLINICIAN)
    window.dialogs.show_pictures()
    listed = open_dialog().findChild(PictureList)
    assert listed is not None
    row = listed.current()
    listed.setFocus()
    press_keys(open_dialog(), key)
    assert not is_open()
    assert row is not None
    assert str(window.navigator.address()) == f"crmo://picture/{row.id}"


# --- pictures


def on_picture(window: MainWindow, view: str | None = None) -> PicturePage:
    """Where keys of a picture are answered: nothing has been reached yet."""
    window.navigator.set_audience(Audience.CLINICIAN)
    window.navigator.go(PictureAddress(PictureId("response-to-nsaids"), view))
    window.focus_page()
    QApplication.processEvents()
    return window.pages.picture


def at_mark(page: PicturePage) -> int:
    """Which of the places has the ring."""
    reached = page.canvas.reached()
    assert reached is not None
    return page.canvas.reachable().index(reached)


@does("picture", "Tab")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    marks = page.canvas.reachable()
    for place in range(len(marks)):
        press_keys(window, key)
        assert at_mark(page) == place
    press_keys(window, key)
    assert focused() is not page.canvas


@does("picture", "Shift+Tab")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    page.canvas.go_to(page.canvas.reachable()[1])
    press_keys(window, key)
    assert at_mark(page) == 0
    press_keys(window, key)
    assert focused() is not page.canvas


@does("picture", "Right")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    page.canvas.go_to(page.canvas.reachable()[1])
    press_keys(window, key)
    assert at_mark(page) == (2 if key in ("Right", "Down") else 0)


@does("picture", "Home")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    page.canvas.go_to(page.canvas.reachable()[1])
    press_keys(window, key)
    assert at_mark(page) == (0 if key == "Home" else len(page.canvas.reachable()) - 1)


@does("picture", "Return")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    chosen: list[str] = []
    page.canvas.mark_chosen.connect(chosen.append)
    mark = page.canvas.reachable()[1]
    page.canvas.go_to(mark)
    press_keys(window, key)
    assert chosen == [mark.id]


@does("picture", "+")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    press_keys(window, key)
    assert (page.canvas.zoom() > 1) == (key == "+")
    assert page.canvas.zoom() != 1


@does("picture", "0")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    page.canvas.set_zoom(3.0)
    press_keys(window, key)
    assert page.canvas.zoom() == 1


@does("picture", "Shift+Right")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window)
    page.canvas.set_place(3.0, (200, 200))
    press_keys(window, key)
    across, down = page.canvas.place()
    assert (across - 200, down - 200) == {
        "Shift+Right": (60, 0),
        "Shift+Left": (-60, 0),
        "Shift+Down": (0, 60),
        "Shift+Up": (0, -60),
    }[key]


@does("picture_table", "Right")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window, "table")
    page.table.setCurrentIndex(page.table.model().index(1, 1))
    press_keys(window, key)
    index = page.table.currentIndex()
    cells = {"Right": (1, 2), "Left": (1, 0), "Down": (2, 1), "Up": (0, 1)}
    assert (index.row(), index.column()) == cells[key]


@does("picture_table", "Return")
def _(window: MainWindow, key: str) -> None:
    page = on_picture(window, "table")
    page.table.set_table(picture_of_rows().table, "sample", window._appearance.look)
    press_keys(window, key)
    assert str(window.navigator.address()).startswith(TARGET)


def licences(window: MainWindow) -> tuple[QWidget, QLineEdit, QPlainTextEdit]:
    window.dialogs.show_licences()
    dialog = open_dialog()
    field, text = dialog.findChild(QLineEdit), dialog.findChild(QPlainTextEdit)
    assert isinstance(field, QLineEdit)
    assert isinstance(text, QPlainTextEdit)
    return dialog, field, text


@does("licences", "Ctrl+F")
def _(window: MainWindow, key: str) -> None:
    dialog, field, _ = licences(window)
    press_keys(dialog, key)
    assert focused() is field
    dialog.close()


@does("licences", "F3", "Shift+F3")
def _(window: MainWindow, key: str) -> None:
    dialog, field, text = licences(window)
    field.setFocus()
    type_words(dialog, "the")
    before = text.textCursor().position()
    press_keys(dialog, key)
    assert text.textCursor().position() != before
    dialog.close()


def kept_questions(window: MainWindow) -> tuple[QWidget, QTableView]:
    window.navigator.go(SearchAddress("zzzzqqqqxxxx"))
    wait_for_results(window, "zzzzqqqqxxxx")
    window.results.nothing.keep_wanted.emit("zzzzqqqqxxxx")
    window.dialogs.show_kept_questions()
    dialog = open_dialog()
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    return dialog, table


@does("questions", "Del", "Ctrl+Z")
def _(window: MainWindow, key: str) -> None:
    dialog, table = kept_questions(window)
    QApplication.processEvents()
    press_keys(dialog, "Home")
    table.selectRow(0)  # with no key held: the test before may have left Shift down
    press_keys(dialog, "Del")
    assert table.model().rowCount() == 0
    if key != "Del":
        press_keys(dialog, key)
        assert table.model().rowCount() == 1
    dialog.close()


def wait_until_active(dialog: QWidget) -> None:
    assert open_dialog() is dialog
    QApplication.processEvents()


@does("quiz", "Down", "Return", "A to F", "Backspace")
def _(window: MainWindow, key: str) -> None:
    dialog = asked(window, question_of(window, QuestionKind.ORDER))
    wait_until_active(dialog)
    options = pane_of(dialog).options
    if key in {"Down", "Up"}:
        options[1].setFocus()
        press_keys(dialog, key)
        assert focused() is options[2 if key == "Down" else 0]
    elif key in {"Return", "Enter", "Space"}:
        options[1].setFocus()
        press_keys(dialog, key)
        assert options[1].is_chosen
    else:
        press_keys(dialog, "B")
        assert [option.is_chosen for option in options][:2] == [False, True]
        if key != "A to F":
            press_keys(dialog, key)
            assert not any(option.is_chosen for option in options)
    dialog.close()


@does("polls", "Del", "Ctrl+Z")
def _(window: MainWindow, key: str) -> None:
    dialog = poll_results(window)
    wait_until_active(dialog)
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.selectRow(0)  # with no key held: the test before may have left Shift down
    press_keys(dialog, "Del")
    assert table.model().rowCount() == 1
    if key != "Del":
        press_keys(dialog, key)
        assert table.model().rowCount() == 2
    dialog.close()


def settings_dialog(window: MainWindow) -> SettingsDialog:
    window.table["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    QApplication.processEvents()
    return dialog


@does("settings", "Letters")
def _(window: MainWindow, key: str) -> None:
    dialog = settings_dialog(window)
    type_words(dialog, "ruler")
    assert dialog.query() == "ruler"
    dialog.close()


@does("settings", "Ctrl+F")
def _(window: MainWindow, key: str) -> None:
    dialog = settings_dialog(window)
    press_keys(dialog, key)
    assert isinstance(dialog.focusWidget(), QLineEdit)
    dialog.close()


@does("settings", "Return")
def _(window: MainWindow, key: str) -> None:
    dialog = settings_dialog(window)
    press_keys(dialog, "Ctrl+F")
    type_words(dialog, "ruler")
    press_keys(dialog, key)
    assert dialog.focusWidget().accessibleName() == "Reading ruler"
    dialog.close()


@does("settings", "Esc")
def _(window: MainWindow, key: str) -> None:
    dialog = settings_dialog(window)
    dialog.search_for("ruler")
    press_keys(dialog, key)
    assert (dialog.query(), dialog.isVisible()) == ("", True)
    press_keys(dialog, key)
    QApplication.processEvents()
    assert not window.findChildren(SettingsDialog)


@does("dialog", "Return")
def _(window: MainWindow, key: str) -> None:
    window.dialogs.show_keys()
    dialog = open_dialog()
    dialog.findChildren(QPushButton)[-1].setFocus()
    press_keys(dialog, key)
    assert not is_open()
    window.dialogs.ask_address()
    dialog = open_dialog()
    assert isinstance(focused(), QLineEdit)
    type_words(dialog, str(MRI))
    press_keys(dialog, key)
    assert not is_open(), "from a field, too"


@does("dialog", "PgDown")
def _(window: MainWindow, key: str) -> None:
    window.dialogs.show_about()
    dialog = open_dialog()
    dialog.resize(dialog.width(), 220)
    QApplication.processEvents()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert_it_turns(area, key)
    dialog.close()


@does("dialog", "Esc")
def _(window: MainWindow, key: str) -> None:
    window.dialogs.show_about()
    dialog = open_dialog()
    press_keys(dialog, key)
    assert not is_open()


# --- paper


def in_print_window(window: MainWindow) -> SheetDialog:
    dialog = print_window(window)
    assert isinstance(dialog, SheetDialog)
    dialog.pane.view.setFocus()
    assert dialog.pane.view.count() > 2
    return dialog


def in_handout(window: MainWindow) -> HandoutDialog:
    dialog = handout_filled(window)
    assert isinstance(dialog, HandoutDialog)
    dialog.chosen.list.setFocus()
    return dialog


@does("sheets", "PgDown", "Home")
def _(window: MainWindow, key: str) -> None:
    view = in_print_window(window).pane.view
    view.go_to(1)
    press_keys(view, key)
    last = view.count() - 1
    assert view.page() == {"PgDown": 2, "PgUp": 0, "Home": 0, "End": last}[key]
    view.window().close()


@does("sheets", "Down")
def _(window: MainWindow, key: str) -> None:
    view = in_print_window(window).pane.view
    for _ in range(12):
        view.step_zoom(1)
    bar = view.verticalScrollBar() if key in {"Down", "Up"} else view.horizontalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    press_keys(view, key)
    assert bar.value() != before
    assert (bar.value() > before) == (key in {"Down", "Right"})
    view.window().close()


@does("sheets", "+")
def _(window: MainWindow, key: str) -> None:
    view = in_print_window(window).pane.view
    press_keys(view, "+")
    before = view.zoom()
    press_keys(view, key)
    assert (view.zoom() > before) == (key == "+")
    assert view.is_fitted() == (key == "0")
    view.window().close()


@does("paper", "Ctrl++")
def _(window: MainWindow, key: str) -> None:
    dialog = in_print_window(window)
    view = dialog.pane.view
    view.step_zoom(1)
    before = view.zoom()
    dialog.print_button.setFocus()
    press_keys(dialog, key)
    assert (view.zoom() > before) == (key == "Ctrl++")
    assert view.is_fitted() == (key == "Ctrl+0")
    dialog.close()


@does("paper", "Ctrl+P", "Ctrl+S")
def _(window: MainWindow, key: str) -> None:
    dialog = in_print_window(window)
    asked: list[str] = []
    dialog.out.ask_printer = lambda _book: asked.append("Ctrl+P")  # type: ignore[method-assign, assignment]  # no system dialog
    dialog.out.ask_place = lambda _book, _name: asked.append("Ctrl+S")  # type: ignore[method-assign, assignment]  # the same
    press_keys(dialog, key)
    assert asked == [key]
    dialog.close()


@does("paper", "Return")
def _(window: MainWindow, key: str) -> None:
    dialog = in_print_window(window)
    asked: list[str] = []
    dialog.out.ask_place = lambda _book, name: asked.append(name)  # type: ignore[method-assign, assignment]  # no system dialog
    dialog.save_button.setFocus()
    press_keys(dialog, key)
    assert len(asked) == 1
    dialog.close()


@does("paper", "Esc")
def _(window: MainWindow, key: str) -> None:
    dialog = in_print_window(window)
    press_keys(dialog, key)
    assert not is_open()


@does("parts", "Down", "Right")
def _(window: MainWindow, key: str) -> None:
    dialog = in_handout(window)
    show_step(dialog, 0)
    tree = dialog.choosing.tree
    tree.setFocus()
    tree.collapseAll()
    model = tree.model()
    tree.setCurrentIndex(model.index(1, 0))
    if key == "Left":
        tree.expand(model.index(1, 0))
    press_keys(tree, key)
    rows = {"Down": 2, "Up": 0, "Right": 1, "Left": 1}
    assert tree.currentIndex().row() == rows[key]
    assert tree.isExpanded(model.index(1, 0)) == (key == "Right")
    dialog.close()


@does("parts", "Space")
def _(window: MainWindow, key: str) -> None:
    dialog = in_handout(window)
    show_step(dialog, 0)
    tree = dialog.choosing.tree
    tree.setFocus()
    before = len(dialog.assembly.parts())
    tree.open_topic("naproxen")
    press_keys(tree, key)
    assert len(dialog.assembly.parts()) == before + 1
    dialog.close()


@does("chosen", "Down", "Alt+Down")
def _(window: MainWindow, key: str) -> None:
    dialog = in_handout(window)
    dialog.show_parts(1)
    before = dialog.assembly.parts()
    press_keys(dialog.chosen.list, key)
    place = {"Down": 2, "Up": 0}[key.removeprefix("Alt+")]
    assert dialog.chosen.list.place() == place
    assert (dialog.assembly.parts()[place] == before[1]) == ("Alt" in key)
    dialog.close()


@does("chosen", "Del")
def _(window: MainWindow, key: str) -> None:
    dialog = in_handout(window)
    before = dialog.assembly.parts()
    press_keys(dialog.chosen.list, key)
    assert len(dialog.assembly.parts()) == len(before) - 1
    dialog.close()


@does("chosen", "Return")
def _(window: MainWindow, key: str) -> None:
    dialog = in_handout(window)
    dialog.assembly.add(OwnWords(heading="Room 4"))
    dialog.show_parts(len(dialog.assembly.parts()) - 1)
    press_keys(dialog.chosen.list, key)
    asking = open_dialog()
    assert isinstance(asking, OwnWordsDialog)
    assert asking.words() == OwnWords(heading="Room 4")
    asking.close()
    dialog.close()


@does("handout", "Ctrl+Z")
def _(window: MainWindow, key: str) -> None:
    dialog = in_handout(window)
    before = dialog.assembly.parts()
    dialog.remove_part()
    press_keys(dialog, key)
    assert dialog.assembly.parts() == before
    dialog.close()


# --- sessions


def in_sessions(window: MainWindow) -> SessionsDialog:
    dialog = sessions(window)
    assert isinstance(dialog, SessionsDialog)
    dialog.list.setFocus()
    return dialog


def in_session(window: MainWindow) -> SessionEditor:
    editor = session_in_order(window)
    assert isinstance(editor, SessionEditor)
    editor.order.list.setFocus()
    return editor


@does("session_list", "Down")
def _(window: MainWindow, key: str) -> None:
    dialog = in_sessions(window)
    dialog.list.setCurrentIndex(dialog.list.model().index(int(key == "Up"), 0))
    press_keys(dialog.list, key)
    assert dialog.list.currentIndex().row() == int(key == "Down")
    dialog.close()


@does("session_list", "Return")
def _(window: MainWindow, key: str) -> None:
    dialog = in_sessions(window)
    chosen = dialog.current()
    press_keys(dialog.list, key)
    editor = open_dialog()
    assert isinstance(editor, SessionEditor)
    assert editor.session() == chosen
    editor.close()
    dialog.close()


@does("session_list", "F2")
def _(window: MainWindow, key: str) -> None:
    dialog = in_sessions(window)
    press_keys(dialog.list, key)
    asking = open_dialog()
    assert isinstance(asking, SessionNameDialog)
    asking.close()
    dialog.close()


@does("session_list", "Del")
def _(window: MainWindow, key: str) -> None:
    dialog = in_sessions(window)
    before = len(window._services.own.sessions.all())
    press_keys(dialog.list, key)
    assert len(window._services.own.sessions.all()) == before - 1
    dialog.close()


@does("sessions", "Ctrl+Z")
def _(window: MainWindow, key: str) -> None:
    dialog = in_sessions(window)
    before = window._services.own.sessions.all()
    dialog.delete_session()
    press_keys(dialog, key)
    assert window._services.own.sessions.all() == before
    dialog.close()


@does("session", "Ctrl+Z")
def _(window: MainWindow, key: str) -> None:
    editor = in_session(window)
    before = editor.making.parts()
    editor.remove_part()
    press_keys(editor, key)
    assert editor.making.parts() == before
    closed(window)


@does("session", "Return")
def _(window: MainWindow, key: str) -> None:
    editor = in_session(window)
    before = len(editor.making.parts())
    editor.order.remove.setFocus()
    press_keys(editor, key)
    assert len(editor.making.parts()) == before - 1
    closed(window)


@does("session", "Esc")
def _(window: MainWindow, key: str) -> None:
    editor = in_session(window)
    press_keys(editor, key)
    assert isinstance(QApplication.activeModalWidget(), SessionsDialog)
    closed(window)


def show_step(dialog: HandoutDialog, number: int) -> None:
    tabs = dialog.findChild(StepTabs)
    if tabs is not None:
        tabs.show_step(number)


# --- fields, buttons, everywhere


def in_field(window: MainWindow) -> QLineEdit:
    on_page(window)
    press_keys(window, "Ctrl+F")
    type_words(window, "bone pain")
    field = focused()
    assert isinstance(field, QLineEdit)
    return field


@does("field", "Left", "Ctrl+Left")
def _(window: MainWindow, key: str) -> None:
    field = in_field(window)
    field.setCursorPosition(4)
    press_keys(window, key)
    places = {"Left": 3, "Right": 5, "Home": 0, "End": 9, "Ctrl+Left": 0, "Ctrl+Right": 5}
    assert field.cursorPosition() == places[key]


@does("field", "Ctrl+Backspace")
def _(window: MainWindow, key: str) -> None:
    field = in_field(window)
    field.setCursorPosition(0 if "Del" in key else 9)
    press_keys(window, key)
    assert field.text() == ("pain" if "Del" in key else "bone ")


@does("field", "Ctrl+X")
def _(window: MainWindow, key: str) -> None:
    field = in_field(window)
    field.selectAll()
    press_keys(window, "Ctrl+X")
    assert field.text() == ""
    if key == "Ctrl+V":
        press_keys(window, key)
        assert field.text() == "bone pain"


@does("field", "Ctrl+Z")
def _(window: MainWindow, key: str) -> None:
    field = in_field(window)
    field.selectAll()
    press_keys(window, "Del")
    press_keys(window, key)
    assert field.text() == "bone pain"


@does("button", "Space")
def _(window: MainWindow, key: str) -> None:
    on_page(window)
    window.toolbar.buttons["home"].setFocus()
    press_keys(window, key)
    assert window.navigator.is_home()


@does("window", "Tab")
def _(window: MainWindow, key: str) -> None:
    before = focused()
    press_keys(window, key)
    assert focused() is not before
    press_keys(window, "Tab" if "Shift" in key else "Shift+Tab")
    assert focused() is before


@does("window", "Esc")
def _(window: MainWindow, key: str) -> None:
    on_page(window)
    press_keys(window, "F11")
    assert window.isFullScreen()
    press_keys(window, key)
    assert not window.isFullScreen()


@does("window", "Alt and a letter")
def _(window: MainWindow, key: str) -> None:
    press_keys(window, "Alt+G")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "&Go"
    menu.close()


# --- talks


def in_talk(window: MainWindow, place: int = 0, *places: Place) -> HeldTalk:
    """A talk of five slides, at one of them; on one screen unless `places` are told."""
    stage = window.late.present.stage._replace(make=deck)
    if places:
        stage = stage._replace(screens=SampleScreens(*places))
    presenter = Presenter(stage)
    presenter.begin(talk())
    held = presenter.held
    assert held is not None
    held.show.go_to(place)
    QApplication.processEvents()
    return held


def seen(held: HeldTalk) -> tuple[int, int]:
    return held.show.place, held.show.state.step


def over(held: HeldTalk, kind: type[QWidget]) -> bool:
    return any(part.isVisible() for part in held.home().findChildren(kind))


@does("wall", "Right", "Left", "Return")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 1)
    held.show.forward()
    press_keys(held.wall, key)
    assert seen(held) == ((1, 0) if key in {"Left", "PgUp", "Backspace"} else (1, 2))
    held.show.go_to(2)
    held.show.press("down")
    press_keys(held.wall, key)
    assert bool(held.show.state.counts) == (key in {"Return", "Enter"})
    held.show.end()


@does("wall", "Down")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 1)
    held.show.forward()
    press_keys(held.wall, key)
    assert seen(held) == (1, 2 if key == "Down" else 0)
    held.show.go_to(2)
    held.show.press("down")
    press_keys(held.wall, key)
    assert (held.show.place, held.show.state.chosen) == (2, 1 if key == "Down" else -1)
    held.show.end()


@does("wall", "Home")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 2)
    press_keys(held.wall, key)
    assert held.show.place == (0 if key == "Home" else 4)
    held.show.end()


@does("wall", "Figures, then Enter")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    press_keys(held.wall, "4")
    press_keys(held.wall, "Return")
    assert held.show.place == 3
    held.show.end()


@does("wall", "O")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    press_keys(held.wall, key)
    assert over(held, Overview)
    held.show.end()


@does("wall", "Esc")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    press_keys(held.wall, "F1")
    press_keys(held.wall, key)
    assert not over(held, KeysOverlay)
    ended: list[bool] = []
    held.show.ended.connect(partial(ended.append, True))
    press_keys(held.wall, key)
    assert ended == [True]


@does("wall", "B", "W")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    covers = []
    for _ in range(2):
        press_keys(held.wall, key)
        covers.append(held.show.cover)
    assert covers == [Cover.BLACK if key in "B." else Cover.WHITE, Cover.NOTHING]
    held.show.end()


@does("wall", "+")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 2)
    press_keys(held.wall, key)
    assert held.show.deck.room.type_step == (-1 if key == "-" else 1)
    held.show.set_zoomed(True)
    held.zoom.step(1)
    press_keys(held.wall, key)
    assert held.zoom.factor == (1.0 if key == "-" else 2.0)
    held.show.end()


@does("wall", "T")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    press_keys(held.wall, key)
    assert held.show.deck.room.theme == "dark" == window.preferences.room_theme
    held.show.end()


@does("wall", "Z")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 2)
    press_keys(held.wall, key)
    assert held.show.is_zoomed
    held.zoom.step(1)
    before = held.zoom.seen()
    press_keys(held.wall, "Right")
    assert held.zoom.seen().left() > before.left()
    held.show.end()


@does("wall", "R")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 1)
    press_keys(held.wall, key)
    assert seen(held) == (1, 2)
    held.show.go_to(3)
    press_keys(held.wall, key)
    assert seen(held) == (3, 1)
    held.show.end()


@does("wall", "H")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 3)
    for pressed in (key, "A", "B", "B", "Shift+B"):
        press_keys(held.wall, pressed)
    assert held.show.state.counts == (1, 1, 0)
    held.show.end()


@does("wall", "S", "F1")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    kind = NotesOverlay if key == "S" else KeysOverlay
    press_keys(held.wall, key)
    assert over(held, kind)
    press_keys(held.wall, key)
    assert not over(held, kind)
    held.show.end()


@does("wall", "Shift+Down")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    turned: list[int] = []
    held.keys.notes_scrolled.connect(turned.append)
    press_keys(held.wall, key)
    assert turned == [1 if key == "Shift+Down" else -1]
    held.show.end()


@does("wall", "X")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window, 0, LAPTOP, PROJECTOR)
    assert held.wall.geometry() == PROJECTOR.rect
    press_keys(held.home(), key)
    assert held.wall.geometry() == LAPTOP.rect
    held.show.end()


@does("wall", "P", "D", "E")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    press_keys(held.wall, "D")
    press_keys(held.wall, "Shift+Right")
    assert len(held.hand.strokes()) == 1
    before = held.hand.place
    if key != "D":
        press_keys(held.wall, key)
    press_keys(held.wall, "Shift+Left")
    assert held.hand.place.x() < before.x()
    assert bool(held.hand.strokes()) == (key != "E")
    held.show.end()


@does("wall", "Ctrl+Z", "Del")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    for pressed in ("D", "Shift+Right", "Left", "Shift+Right", "Left"):
        press_keys(held.wall, pressed)
    press_keys(held.wall, key)
    assert len(held.hand.strokes()) == (1 if key == "Ctrl+Z" else 0)
    held.show.end()


@does("overview", "Right", "Home", "Return", "O")
def _(window: MainWindow, key: str) -> None:
    held = in_talk(window)
    press_keys(held.wall, "O")
    listed = held.wall.findChild(Overview)
    assert listed is not None
    columns = max(1, listed.viewport().width() // listed.gridSize().width())
    begins = {"Left": 1, "Up": columns, "Home": 3, "PgUp": 4}.get(key, 0)
    listed.setCurrentIndex(listed.model().index(begins, 0))
    press_keys(held.wall, key)
    went = {"Right": 1, "Left": 0, "Down": columns, "Up": 0, "Home": 0, "End": 4}
    assert listed.isVisible() == (key in {*went, "PgUp", "PgDown"})
    if key in went:
        assert listed.currentIndex().row() == went[key]
    assert held.show.place == 0
    held.show.end()


def on_console(window: MainWindow) -> tuple[HeldTalk, Console]:
    held = in_talk(window, 1, LAPTOP, PROJECTOR)
    assert held.console is not None
    assert held.home() is held.console
    listed, waited = held.console.next.list, QElapsedTimer()
    rows = listed.model()
    assert isinstance(rows, SlideRows)
    waited.start()
    while listed.currentIndex() != rows.index_of(1):  # the console follows when the wall is painted
        assert not waited.hasExpired(5000)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    return held, held.console


@does("slide_list", "Down", "Return")
def _(window: MainWindow, key: str) -> None:
    held, console = on_console(window)
    listed = console.next.list
    listed.setFocus()
    here = listed.currentIndex().row()
    if key in {"Down", "Up"}:
        press_keys(console, key)
        assert abs(listed.currentIndex().row() - here) in {1, 2}  # over the heading of a part
        assert held.show.place == 1
    else:
        press_keys(console, "Down")
        press_keys(console, key)
        assert held.show.place == 2
    held.show.end()


@does("console", "Tab")
def _(window: MainWindow, key: str) -> None:
    held, console = on_console(window)
    console.next.list.setFocus()
    press_keys(console, key)
    assert focused() is not console.next.list
    assert console.isAncestorOf(focused())
    held.show.end()


@does("console", "Esc")
def _(window: MainWindow, key: str) -> None:
    held, console = on_console(window)
    console.wall.notes.own.field.setFocus()
    press_keys(console, key)
    assert focused() is console.wall.picture
    ended: list[bool] = []
    held.show.ended.connect(partial(ended.append, True))
    press_keys(console, key)
    assert ended == [True]


@does("console", "PgDown")
def _(window: MainWindow, key: str) -> None:
    held, console = on_console(window)
    held.show.forward()
    console.wall.notes.own.field.setFocus()
    press_keys(console, key)
    assert seen(held) == (1, 2 if key == "PgDown" else 0)
    held.show.end()


# --- the other way round: what code answers is in the table


def answered_in_code() -> list[tuple[str, str, str]]:
    """(class, place or "", key) of every key that a `keyPressEvent` names."""
    found = []
    for path in sorted(GUI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                for method in node.body:
                    if isinstance(method, ast.FunctionDef) and method.name in {
                        "keyPressEvent",
                        "eventFilter",
                    }:
                        found += [(node.name, PLACES.get(node.name, ""), key) for key in keys_in(method)]
    return found


def keys_in(method: ast.FunctionDef) -> list[str]:
    names = [
        node.attr.removeprefix("Key_")
        for node in ast.walk(method)
        if isinstance(node, ast.Attribute) and node.attr.startswith("Key_")
    ]
    written = {
        "Escape": "Esc",
        "Delete": "Del",
        "PageUp": "PgUp",
        "PageDown": "PgDown",
        "Backtab": "Shift+Tab",
    }
    return [written.get(name, name) for name in names]


# Parts of a place that have a class of their own, or that answer as any button does.
PARTS: Final = {
    "_List": ["outline"],
    "RowList": ["page_parts", "pictures"],
    "ChoiceList": ["filter"],
    "QuestionCard": ["button"],
    "AnswerButton": ["button"],
    "WrappedLink": ["button"],
    "QuizOption": ["quiz"],
    "_KeyTable": ["dialog"],
    "IdleWatch": ["window"],
    "ConsoleKeys": ["console"],
}


def test_every_key_that_code_answers_is_in_the_table() -> None:
    keys = FixedKeys()
    answered = answered_in_code()
    missing = []
    for name, of_class, key in answered:
        for place in [of_class] if of_class else PARTS.get(name, [""]):
            listed = {one.removeprefix("Shift+") for row in keys.at(place) for one in row.keys}
            listed |= {"Space"} if name == "_KeyTable" else set()
            if key not in listed:
                missing.append(f"{key} of {name} at {place}")

    assert len(answered) > 20
    assert missing == []


def test_every_place_is_a_class_and_has_a_title_and_rows() -> None:
    keys = FixedKeys()
    classes = {
        node.name
        for path in GUI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }

    assert {name for name in PLACES if not name.startswith("Q")} - {"QuestionsDialog"} <= classes
    assert set(PLACES.values()) == set(keys.titles) == {row.place for row in keys.rows}
    for row in keys.rows:
        assert row.what
        assert bool(row.keys) != bool(row.shown)
        for key in row.keys:
            assert QKeySequence(key).toString() == key, "as Qt writes it"


def test_within_a_place_a_key_is_listed_once() -> None:
    keys = FixedKeys()
    for place in keys.titles:
        listed = [key for row in keys.at(place) for key in row.keys]
        assert len(listed) == len(set(listed)), place


# --- where the keyboard is


def test_places_go_from_the_inside_out(window: MainWindow) -> None:
    view = on_page(window)
    assert places_of(view) == ["page", "window"]
    assert places_of(window.toolbar.search) == ["search", "field", "window"]
    assert places_of(window.toolbar.buttons["home"]) == ["button", "window"]
    press_keys(window, "Ctrl+F")
    assert places_of(focused()) == ["field", "find_bar", "window"]
    assert places_of(None) == []


def test_a_preview_is_a_page_too(window: MainWindow) -> None:
    in_results(window)
    press_keys(window, "Alt+Return")

    assert places_of(focused()) == ["page", "preview", "window"]


def test_a_pane_over_the_page_is_a_place_while_it_is_there(window: MainWindow) -> None:
    window.resize(700, 500)
    window.navigator.go(MRI)
    press_keys(window, "F9")

    assert places_of(focused()) == ["topics", "drawer", "window"]


def test_what_is_above_a_dialog_is_not_asked(window: MainWindow, qtbot: QtBot) -> None:
    window.dialogs.show_about()
    dialog = open_dialog()

    assert places_of(focused()) == ["button", "dialog"]
    dialog.close()


def test_keys_are_written_for_a_reader() -> None:
    assert shown_keys(FixedKey("page", ("Return", "Enter", "Space"), "Open")) == "Enter, Space"
    assert shown_keys(FixedKey("page", ("Shift+Return", "Shift+Enter"), "Back")) == "Shift+Enter"
    assert shown_keys(FixedKey("page", ("Enter",), "Open")) == "Enter"
    assert shown_keys(FixedKey("page", (), "Find", "Letters")) == "Letters"


@pytest.mark.parametrize(
    ("key", "is_one"),
    [
        *((key, True) for key in ("H", "Shift+H", "/", "1", "Space")),
        *((key, False) for key in ("Ctrl+H", "F1", "Home", "Alt+1", "Ctrl+H, Ctrl+J")),
    ],
)
def test_a_sign_without_ctrl_is_told(key: str, is_one: bool) -> None:
    assert is_one_sign(key) == is_one


def test_what_is_used_where_is_found() -> None:
    assert {row.place for row in FixedKeys().using("Ctrl+Z")} == {
        "handout", "questions", "polls", "wall", "sessions", "session", "field",
    }  # fmt: skip


def test_labels_are_no_place(qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    assert places_of(label) == []
