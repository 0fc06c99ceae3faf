from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import ChoiceList
from crmo_desktop.gui.widgets.own_pane import OwnChoice, OwnPane
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, press

SHOWN = OwnChoice(
    counts={"": 12, "bookmarks": 5, "highlights": 4, "notes": 1},
    folders=[("7", "Next visit", 4), ("9", "School", 0)],
)


@pytest.fixture
def pane(show: Show, look: Look, icons: IconShelf) -> OwnPane:
    pane = OwnPane(look, icons)
    pane.set_shown(SHOWN)
    show(pane, 288, 500)
    return pane


def listed(pane: OwnPane, name: str) -> ChoiceList:
    return next(view for view in pane.findChildren(ChoiceList) if view.accessibleName() == name)


def test_parts_and_folders_with_their_numbers(pane: OwnPane) -> None:
    parts = listed(pane, "My things").choices()

    assert [(one.words, one.number) for one in parts] == [
        ("Everything", "12"),
        ("Bookmarks", "5"),
        ("Highlights", "4"),
        ("Notes", "1"),
        ("History", ""),
    ]
    assert [one.spoken for one in parts[2:4]] == ["Highlights, 4 things", "Notes, 1 thing"]
    assert [one.words for one in listed(pane, "Folders").choices()] == ["Next visit", "School"]
    assert listed(pane, "My things").current() == ""


def test_what_is_chosen_is_told(pane: OwnPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.part_chosen) as part:
        listed(pane, "My things").chosen.emit("notes")
    with qtbot.waitSignal(pane.folder_chosen) as folder:
        listed(pane, "Folders").chosen.emit("9")
    with qtbot.waitSignal(pane.colour_chosen) as colour:
        button_called(pane, "Only blue, 3", QToolButton).click()
    with qtbot.waitSignal(pane.new_folder_wanted):
        button_called(pane, "New folder", QPushButton).click()
    with qtbot.waitSignal(pane.list_wanted):
        listed(pane, "Folders").confirmed.emit()

    assert (part.args, folder.args, colour.args) == (["notes"], ["9"], [3])


def test_setting_from_code_is_silent(pane: OwnPane, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(pane.part_chosen),
        qtbot.assertNotEmitted(pane.folder_chosen),
        qtbot.assertNotEmitted(pane.colour_chosen),
    ):
        pane.set_shown(replace(SHOWN, part=None, folder="9", colour=2))

    assert listed(pane, "Folders").current() == "9"
    assert button_called(pane, "Only green, 2", QToolButton).isChecked()


def test_a_folder_that_is_chosen_can_be_renamed_and_deleted(pane: OwnPane, qtbot: QtBot) -> None:
    rename = button_called(pane, "Rename", QPushButton)
    assert not rename.isVisible()

    pane.set_shown(replace(SHOWN, part=None, folder="7"))
    assert rename.isVisible()
    with qtbot.waitSignal(pane.rename_wanted) as renamed:
        rename.click()
    with qtbot.waitSignal(pane.delete_wanted) as deleted:
        button_called(pane, "Delete the folder", QPushButton).click()

    assert renamed.args == deleted.args == ["7"]


def test_keys_do_the_same_to_the_folder_they_are_on(pane: OwnPane, qtbot: QtBot) -> None:
    pane.set_shown(replace(SHOWN, part=None, folder="7"))
    listed(pane, "Folders").setFocus()

    with qtbot.waitSignal(pane.rename_wanted):
        press(pane, Qt.Key.Key_F2)
    with qtbot.waitSignal(pane.delete_wanted):
        press(pane, Qt.Key.Key_Delete)
    with qtbot.waitSignal(pane.everything_wanted):
        press(pane, Qt.Key.Key_Escape)


def test_without_a_folder_the_keys_do_nothing(pane: OwnPane, qtbot: QtBot) -> None:
    listed(pane, "My things").setFocus()

    with (
        qtbot.assertNotEmitted(pane.rename_wanted),
        qtbot.assertNotEmitted(pane.delete_wanted),
        qtbot.assertNotEmitted(pane.everything_wanted),
    ):
        for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Escape):
            press(pane, key)


def test_where_there_is_no_history_a_sentence_says_why(pane: OwnPane, look_of: LookOf) -> None:
    pane.set_shown(replace(SHOWN, history="History is not kept here."))
    pane.set_look(look_of("dark"))
    QApplication.processEvents()

    assert "History" not in [one.words for one in listed(pane, "My things").choices()]
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "History is not kept here." in shown


def test_without_folders_there_is_no_empty_list(pane: OwnPane) -> None:
    pane.set_shown(OwnChoice(counts={}))

    assert not listed(pane, "Folders").isVisible()
