"""The menu over a page: the window's own actions, by mouse and by key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.widgets.page_view import PageView
from tests.gui.conftest import Desk
from tests.gui.hands import press_keys, wait_for_results
from tests.gui.selecting import select_words


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    window = desk.open(audience=Audience.CLINICIAN)
    window.navigator.go(TopicAddress(TopicId("nsaids")))
    window.focus_page()
    return window


@pytest.fixture
def view(window: MainWindow) -> PageView:
    return window.reader.view


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


def asked(
    view: PageView, place: QPoint, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse
) -> QMenu:
    """The menu that comes up at a place in the viewport."""
    event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


MIDDLE = QPoint(20, 200)


def test_it_offers_the_actions_of_the_window_with_their_keys(window: MainWindow, view: PageView) -> None:
    menu = asked(view, MIDDLE)

    assert texts(menu) == [
        "Copy",
        "Copy with its source",
        "Highlight the selected words",
        "Bookmark this place",
        "Note on this topic…",
        "Select all",
        "Find in this page",
    ]
    assert menu.actions()[0] is window.table["copy"]
    assert menu.accessibleName() == "Page"
    letters = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions()]
    letters = [letter for letter in letters if letter]
    assert len(letters) == len(set(letters)) == len(texts(menu))


def test_the_colours_stand_in_a_menu_of_their_own(window: MainWindow, view: PageView) -> None:
    colours = next(action.menu() for action in asked(view, MIDDLE).actions() if action.menu())

    assert isinstance(colours, QMenu)
    assert colours.actions() == [window.table[f"highlight_{number}"] for number in (1, 2, 3, 4)]


def test_words_that_are_selected_can_be_looked_for(window: MainWindow, view: PageView) -> None:
    select_words(view, "juvenile arthritis")
    action = next(a for a in asked(view, MIDDLE).actions() if "juvenile" in a.text())
    assert action.text() == "&Find “juvenile arthritis” in this page"

    action.trigger()

    assert window.reader.find_bar.words() == "juvenile arthritis"


def test_a_long_selection_is_named_by_its_beginning(view: PageView) -> None:
    select_words(view, "In childhood arthritis an NSAID trial should last")

    assert texts(asked(view, MIDDLE))[-1] == "Find “In childhood arthritis an NSA…” in this page"


def test_several_paragraphs_are_not_looked_for(view: PageView) -> None:
    view.selectAll()

    assert texts(asked(view, MIDDLE))[-1] == "Find in this page"


def test_the_address_of_a_link_can_be_copied(window: MainWindow, view: PageView, qapp: QApplication) -> None:
    link = next(link for link in view.links() if link.href.startswith("crmo://topic/"))
    view.show_range(link.start, link.end)
    rect = view.rects(link.start, link.end)[0]
    action = next(a for a in asked(view, rect.center()).actions() if "address" in a.text())

    action.trigger()

    clipboard: QClipboard = qapp.clipboard()
    assert clipboard.text() == link.href
    assert window.status.said() == "Address copied"


def test_by_key_it_comes_up_at_the_link_in_focus(view: PageView) -> None:
    link = next(link for link in view.links() if link.href.startswith("crmo://topic/"))
    view.focus_link_at(link.start)
    rect = view.rects(link.start, link.end)[0]

    menu = asked(view, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)

    assert "Copy the address of the link" in texts(menu)
    top = view.viewport().mapToGlobal(QPoint(0, rect.bottom())).y()
    assert (
        abs(menu.pos().y() - top) < rect.height() or menu.pos().y() < top
    )  # above it where there is no room


def test_by_key_without_a_link_it_comes_up_on_the_page(view: PageView) -> None:
    menu = asked(view, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)

    assert view.rect().contains(view.mapFromGlobal(menu.pos()))


def test_a_key_and_the_event_that_some_systems_make_of_it_are_one_wish(view: PageView) -> None:
    press_keys(view, "Shift+F10")
    menu = QApplication.activePopupWidget()
    middle = view.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))

    QApplication.sendEvent(view, event)

    assert menu is not None
    assert QApplication.activePopupWidget() is menu


def test_it_goes_when_it_is_closed(view: PageView, qtbot: QtBot) -> None:
    menu = asked(view, MIDDLE)

    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_the_list_of_passages_and_the_preview_have_it_too(window: MainWindow) -> None:
    window.navigator.list_all("night pain")
    wait_for_results(window, "night pain")
    menu = asked(window.pages.passages.view, MIDDLE)
    assert "Copy" in texts(menu)
    assert not window.table["copy_with_source"].isEnabled()
    assert not next(action for action in menu.actions() if action.menu()).isEnabled()
    menu.close()

    window.navigator.search_for("night pain")
    wait_for_results(window, "night pain")
    assert "Copy" in texts(asked(window.results.preview.view, MIDDLE))


def test_the_key_for_menus_opens_it(view: PageView, qtbot: QtBot) -> None:
    """Qt makes the event of the key on each system; what is sent here is what it sends."""
    places: list[object] = []
    view.menu_wanted.connect(lambda place, link: places.append((place, link)))

    middle = view.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view, event)

    assert len(places) == 1
    assert event.isAccepted()
    assert Qt.ContextMenuPolicy.DefaultContextMenu == view.contextMenuPolicy()
