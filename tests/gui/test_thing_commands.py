"""My notes and marks, the history, undo and forgetting, through the window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import OwnAddress, OwnPart, TopicAddress, TopicId
from crmo_desktop.domain.own_things import Thing
from crmo_desktop.gui.dialogs.folder_name import FolderNameDialog
from crmo_desktop.gui.dialogs.forget import ForgetDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.pages.own_things import OwnThingsPage
from crmo_desktop.gui.quotable import Quotable
from crmo_desktop.gui.widgets.own_list import OwnList
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, press_keys, type_words
from tests.gui.own_samples import fill

MRI, XRAY = (TopicAddress(TopicId(id)) for id in ("mri", "x-ray"))


@pytest.fixture
def made(window: MainWindow) -> dict[str, Thing]:
    return fill(window)


@pytest.fixture
def page(made: dict[str, Thing], window: MainWindow) -> OwnThingsPage:
    """The page, opened by its key."""
    press_keys(window, "Ctrl+B")
    QApplication.processEvents()
    return window.pages.mine


Chosen = Callable[[str], Thing]


@pytest.fixture
def choose(page: OwnThingsPage, made: dict[str, Thing]) -> Chosen:
    def do(name: str) -> Thing:
        page.show_thing(made[name])
        QApplication.processEvents()
        return made[name]

    return do


def focus() -> object:
    return QApplication.focusWidget()


# --- the page


def test_its_key_shows_everything_with_the_keyboard_in_the_list(
    page: OwnThingsPage, window: MainWindow
) -> None:
    assert window.pages.is_mine()
    assert isinstance(focus(), OwnList)
    assert window.windowTitle() == "My notes and marks – CRMO Desktop"
    assert window.status.page() == "6 things, kept on this computer"
    assert window.sides.left() is page.side
    assert page.side.isVisible()
    assert not window.tree.isVisible()


def test_the_historys_key_shows_what_was_read(window: MainWindow) -> None:
    window.navigator.go(MRI)
    press_keys(window, "Ctrl+H")

    assert window.navigator.address() == OwnAddress(OwnPart.HISTORY)
    assert window.windowTitle() == "History – CRMO Desktop"
    press_keys(window, "Return")
    assert window.reader.shows("mri")
    assert window.status.page() == ""
    assert window.tree.isVisible()


def test_choosing_a_part_goes_into_title_and_trail(page: OwnThingsPage, window: MainWindow) -> None:
    page.side.part_chosen.emit("history")

    assert window.windowTitle() == "History – CRMO Desktop"
    assert window.navigator.trail.here.title == "History"


def test_what_can_be_done_with_a_topic_cannot_be_done_here(page: OwnThingsPage, window: MainWindow) -> None:
    for name in ("bookmark", "find", "highlight_1", "save_html"):
        assert not window.table[name].isEnabled(), name
    for name in ("beside", "back", "my_things", "history", "print", "save_pdf"):
        assert window.table[name].isEnabled(), name


def test_a_row_is_opened_at_its_section(choose: Chosen, window: MainWindow) -> None:
    thing = choose("section")

    press_keys(window, "Return")

    assert window.reader.shows("bone-map")
    assert window.reader.view.section() == thing.spot.section
    assert window.reader.view.hasFocus()


def test_a_highlight_is_opened_where_its_words_are(choose: Chosen, window: MainWindow) -> None:
    thing = choose("yellow")
    assert thing.quote is not None

    press_keys(window, "Return")

    place = Quotable(window.reader.view.contents()).find(thing.quote, thing.spot.section)
    assert place is not None
    assert window.reader.view.is_in_sight(place[0])


def test_a_row_of_the_other_audience_is_opened_for_that(
    choose: Chosen, window: MainWindow, page: OwnThingsPage
) -> None:
    window.navigator.set_audience(Audience.CLINICIAN)
    choose("whole")

    press_keys(window, "Return")

    assert window.navigator.audience is Audience.PATIENT


def test_what_is_gone_is_opened_as_far_as_it_is_there(choose: Chosen, window: MainWindow) -> None:
    choose("gone")

    press_keys(window, "Return")

    assert window.reader.shows("red-flags")


def test_a_page_that_is_no_longer_there_is_told(page: OwnThingsPage, window: MainWindow) -> None:
    from dataclasses import replace

    things = window._services.own.things
    spot = replace(things.all()[0].spot, page="crmo://topic/no-such")
    things.note(spot, "Where was this?")
    page.refresh()

    window.late.things.open(things.all()[0])

    assert window.pages.is_mine()
    assert "no-such" in window.notice.words()


def test_an_address_that_is_none_is_told(page: OwnThingsPage, window: MainWindow) -> None:
    from dataclasses import replace

    thing = window._services.own.things.all()[0]

    window.late.things.open(replace(thing, spot=replace(thing.spot, page="nowhere at all")))

    assert window.pages.is_mine()
    assert window.notice.words()


def test_back_comes_to_the_row_that_was_opened(choose: Chosen, window: MainWindow) -> None:
    thing = choose("note")
    press_keys(window, "Return")

    press_keys(window, "Alt+Left")

    assert window.pages.is_mine()
    assert window.pages.mine.seen().key == thing.uid


def test_enter_in_the_drawer_goes_on_to_the_list(desk: Desk) -> None:
    window = desk.open(size=(1024, 600), text_size=200)
    fill(window)
    window.table["my_things"].trigger()
    press_keys(window, "F9")
    assert window.pages.mine.side.isAncestorOf(QApplication.focusWidget() or window)

    press_keys(window, "Return")

    assert isinstance(focus(), OwnList)
    assert not window.panes.has_drawer()


# --- deleting


def test_what_is_deleted_is_had_back_by_a_key(choose: Chosen, window: MainWindow) -> None:
    choose("blue")
    press_keys(window, "Del")
    assert len(window._services.own.things.all()) == 5
    assert window.undo.toast.words() == "Highlight in “In short” deleted" or window.undo.toast.isVisible()
    assert isinstance(focus(), OwnList)

    press_keys(window, "Ctrl+Z")

    assert len(window._services.own.things.all()) == 6
    assert window.status.page().startswith("6 things")


def test_the_notice_leaves_the_foot_of_the_list_free(choose: Chosen, window: MainWindow) -> None:
    choose("blue")
    press_keys(window, "Del")
    QApplication.processEvents()
    toast = window.undo.toast
    export = button_called(window.pages.mine, "Export…", QPushButton)

    assert (
        toast.mapTo(window, toast.rect().bottomLeft()).y() < export.mapTo(window, export.rect().topLeft()).y()
    )


def test_several_are_chosen_deleted_and_had_back(page: OwnThingsPage, window: MainWindow) -> None:
    press_keys(window, "Ctrl+A")
    press_keys(window, "Del")
    assert window._services.own.things.all() == ()
    assert page.summary().startswith("Nothing here yet")

    press_keys(window, "Ctrl+Z")
    assert len(window._services.own.things.all()) == 6


def test_copies_are_plain_text(choose: Chosen, window: MainWindow) -> None:
    choose("note")

    press_keys(window, "Ctrl+C")

    assert "Bring the box." in QApplication.clipboard().text()


def test_another_window_sees_a_change(page: OwnThingsPage, window: MainWindow, desk: Desk) -> None:
    other = desk.open()
    other._services.own.things.delete([other._services.own.things.all()[0].id])

    window.own_signal.look()

    assert window.status.page().startswith("5 things")


# --- folders


def test_a_folder_is_made(page: OwnThingsPage, window: MainWindow) -> None:
    button_called(page.side, "New folder", QPushButton).click()
    (dialog,) = window.findChildren(FolderNameDialog)
    dialog.findChildren(QLineEdit)[0].setText("Physio")

    button_called(dialog, "Make the folder", QPushButton).click()

    assert "Physio" in [folder.name for folder in window._services.own.things.folders()]
    assert window.status.said() == "Folder “Physio” made"


# --- forgetting


def dialog_of(window: MainWindow) -> ForgetDialog:
    return next(one for one in window.findChildren(ForgetDialog) if one.isVisible())


def test_the_history_is_forgotten_and_things_are_not(window: MainWindow, qtbot: QtBot) -> None:
    fill(window)
    for address in (MRI, XRAY):
        window.navigator.go(address)
    window.table["history"].trigger()
    window.searching.recent.note("limping")
    window.table["forget_history"].trigger()

    button_called(dialog_of(window), "Forget the history", QPushButton).click()

    assert window._services.journal.history() == ()
    assert window.searching.recent.offered() == []
    assert window.pages.mine.summary() == "Nothing was read yet."
    assert len(window._services.own.things.all()) == 6
    assert window.navigator.trail.behind() == ()
    assert window.status.said() == "Forgotten"


def test_the_start_page_offers_nothing_that_was_forgotten(window: MainWindow) -> None:
    window.navigator.go(MRI)
    press_keys(window, "Alt+Home")
    window.table["forget_history"].trigger()

    button_called(dialog_of(window), "Forget the history", QPushButton).click()

    assert window.navigator.is_home()
    assert window._services.journal.recent_pages() == []


def test_everything_is_forgotten_and_nothing_can_be_had_back(choose: Chosen, window: MainWindow) -> None:
    choose("blue")
    press_keys(window, "Del")
    window.table["forget_everything"].trigger()
    dialog = dialog_of(window)
    dialog.findChildren(QCheckBox)[0].click()

    button_called(dialog, "Forget everything", QPushButton).click()
    press_keys(window, "Ctrl+Z")

    own = window._services.own
    assert (own.things.all(), own.things.folders(), own.things.finished()) == ((), (), frozenset())
    assert own.backups.all() == ()
    assert not window.undo.has_any()


def test_before_everything_is_forgotten_it_can_be_exported(
    page: OwnThingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.table["forget_everything"].trigger()
    with qtbot.waitSignal(window.table["export_things"].triggered):
        button_called(dialog_of(window), "Export first…", QPushButton).click()

    for dialog in QApplication.topLevelWidgets():
        if dialog is not window:
            dialog.close()


def test_typing_into_a_note_is_undone_in_the_note(choose: Chosen, window: MainWindow) -> None:
    choose("note")
    press_keys(window, "Del")
    choose("yellow")
    press_keys(window, "Alt+Return")
    note = window.pages.mine.detail.note
    assert note.field.hasFocus()
    type_words(window, "x")

    press_keys(window, "Ctrl+Z")

    assert note.words() == "Lena knows the loud one."
    assert window.undo.has_any()
