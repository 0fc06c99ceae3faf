import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.reset_all import ResetAllDialog
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import Show
from tests.gui.hands import button_called


@pytest.fixture
def dialog(look: Look, show: Show) -> ResetAllDialog:
    dialog = ResetAllDialog(look, None)
    show(dialog, 480, 300)
    return dialog


def test_it_says_what_stays(dialog: ResetAllDialog) -> None:
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert "Your notes, highlights, bookmarks, folders, history and kept questions stay" in said


def test_it_is_accepted_or_not(dialog: ResetAllDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        button_called(dialog, "Reset all settings", QPushButton).click()
    dialog.open()
    with qtbot.assertNotEmitted(dialog.accepted), qtbot.waitSignal(dialog.rejected):
        button_called(dialog, "Cancel", QPushButton).click()
