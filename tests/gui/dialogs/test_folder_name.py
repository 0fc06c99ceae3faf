import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.folder_name import FolderNameDialog
from crmo_desktop.gui.theme import Look
from tests.gui.hands import button_called, type_words


class Folders:
    """Takes any name but one."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def take(self, name: str) -> bool:
        if name == "School":
            return False
        self.taken.append(name)
        return True


@pytest.fixture
def folders() -> Folders:
    return Folders()


def open_for(name: str, folders: Folders, look: Look, qtbot: QtBot) -> FolderNameDialog:
    dialog = FolderNameDialog(name, folders.take, look, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_a_new_folder_needs_a_name(folders: Folders, look: Look, qtbot: QtBot) -> None:
    dialog = open_for("", folders, look, qtbot)
    make = button_called(dialog, "Make the folder", QPushButton)
    assert dialog.windowTitle() == "New folder"
    assert not make.isEnabled()

    type_words(dialog, "  Next   visit ")
    make.click()

    assert folders.taken == ["Next visit"]
    assert not dialog.isVisible()


def test_a_name_that_is_taken_is_told_and_can_be_changed(folders: Folders, look: Look, qtbot: QtBot) -> None:
    dialog = open_for("Physio", folders, look, qtbot)
    (field,) = dialog.findChildren(QLineEdit)
    assert (dialog.windowTitle(), field.selectedText()) == ("Rename the folder", "Physio")

    type_words(dialog, "School")
    button_called(dialog, "Rename", QPushButton).click()
    told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Another folder is called “School”." in told
    assert dialog.isVisible()

    type_words(dialog, "Autumn")
    button_called(dialog, "Rename", QPushButton).click()
    assert folders.taken == ["Autumn"]


def test_cancelling_changes_nothing(folders: Folders, look: Look, qtbot: QtBot) -> None:
    dialog = open_for("Physio", folders, look, qtbot)

    button_called(dialog, "Cancel", QPushButton).click()

    assert folders.taken == []
    assert not dialog.isVisible()
