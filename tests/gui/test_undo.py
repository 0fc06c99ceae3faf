"""What is deleted can be had back: by Ctrl+Z, by a button that waits for a slow reader."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.undo import undo_typing
from tests.gui.hands import button_called, press_keys, type_words

MRI = TopicAddress(TopicId("mri"))


@pytest.fixture
def back() -> list[str]:
    """What was had back."""
    return []


@pytest.fixture
def deleted(window: MainWindow, back: list[str]) -> MainWindow:
    """A window on a topic in which two things were deleted."""
    window.navigator.go(MRI)
    window.focus_page()
    window.undo.offer("Bookmark “Spine” deleted", lambda: back.append("Spine"))
    window.undo.offer("Note on “MRI” deleted", lambda: back.append("MRI"))
    return window


def test_a_window_in_which_nothing_was_deleted_has_no_toast(window: MainWindow) -> None:
    assert "undo" not in vars(window)
    window.navigator.go(MRI)
    window.focus_page()

    press_keys(window, "Ctrl+Z")

    assert window.undo.toast.isHidden()
    assert window.status.said() == "Nothing was deleted that could be had back"


def test_it_shows_the_deletion_of_now_and_the_way_back(deleted: MainWindow) -> None:
    toast = deleted.undo.toast

    assert toast.isVisible()
    assert toast.words() == toast.accessibleName() == "Note on “MRI” deleted"
    assert "Ctrl+Z" in button_called(toast, "Undo: Note on “MRI” deleted", QPushButton).text()


def test_ctrl_z_has_everything_back_the_last_first(deleted: MainWindow, back: list[str]) -> None:
    for _ in range(3):
        press_keys(deleted, "Ctrl+Z")

    assert back == ["MRI", "Spine"]
    assert not deleted.undo.has_any()
    assert deleted.undo.toast.isHidden()


def test_the_button_does_the_same_and_the_keyboard_goes_to_the_page(
    deleted: MainWindow, back: list[str]
) -> None:
    for _ in range(5):
        if not deleted.undo.toast.isAncestorOf(QApplication.focusWidget() or deleted):
            press_keys(deleted, "F6")
    assert deleted.undo.toast.isAncestorOf(QApplication.focusWidget() or deleted), "it is a pane of F6"

    press_keys(deleted, "Return")

    assert back == ["MRI"]
    assert deleted.undo.toast.isHidden()
    assert deleted.reader.view.hasFocus()
    assert deleted.status.said() == "Undone: Note on “MRI” deleted"


def test_another_page_takes_it_away_but_not_the_way_back(deleted: MainWindow, back: list[str]) -> None:
    deleted.navigator.go(TopicAddress(TopicId("naproxen")))

    assert deleted.undo.toast.isHidden()

    press_keys(deleted, "Ctrl+Z")
    assert back == ["MRI"]


def test_escape_closes_it_wherever_the_keyboard_is(deleted: MainWindow, back: list[str]) -> None:
    press_keys(deleted, "Escape")

    assert deleted.undo.toast.isHidden()
    assert deleted.undo.has_any()
    assert back == []


def test_its_cross_closes_it(deleted: MainWindow) -> None:
    button_called(deleted.undo.toast, "Close without undoing", QToolButton).click()

    assert deleted.undo.toast.isHidden()
    assert deleted.undo.has_any()


def test_in_a_field_ctrl_z_has_back_what_was_typed(deleted: MainWindow, back: list[str]) -> None:
    field = deleted.toolbar.search
    field.setFocus()
    type_words(deleted, "spine")

    press_keys(deleted, "Ctrl+Z")

    assert field.text() == ""
    assert back == []


def test_the_menus_undo_is_for_the_field_too(qtbot: QtBot, deleted: MainWindow, back: list[str]) -> None:
    field = deleted.toolbar.search
    field.setFocus()
    type_words(deleted, "x")

    deleted.table["undo"].trigger()

    assert field.text() == ""
    assert back == []


def test_a_field_that_is_only_read_undoes_nothing(deleted: MainWindow) -> None:
    field = QLineEdit(deleted)
    field.setReadOnly(True)
    field.show()
    field.setFocus()

    assert not undo_typing()


def test_what_is_forgotten_comes_never_back(deleted: MainWindow, back: list[str]) -> None:
    deleted.undo.forget()

    press_keys(deleted, "Ctrl+Z")

    assert back == []
    assert deleted.undo.toast.isHidden()
