"""Forgetting says what goes and what stays, and Enter keeps everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NotForgottenError
from crmo_desktop.gui.dialogs.forget import ForgetDialog, ForgetEverythingDialog, ForgetHistoryDialog, Made
from crmo_desktop.gui.theme import Look
from tests.gui.hands import button_called, press

MADE = Made(things=12, folders=1, finished=0, questions=2, handouts=1, backups=14, sessions=3, polls=1)


class File:
    """What is to be forgotten; held by another program as long as `is_held`."""

    def __init__(self) -> None:
        self.is_held, self.is_forgotten = False, False

    def forget(self) -> None:
        if self.is_held:
            raise NotForgottenError
        self.is_forgotten = True


@pytest.fixture
def file() -> File:
    return File()


def shown(dialog: ForgetDialog, qtbot: QtBot) -> ForgetDialog:
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def history(file: File, look: Look, qtbot: QtBot) -> ForgetDialog:
    return shown(ForgetHistoryDialog(file.forget, look, None, has_backups=True), qtbot)


@pytest.fixture
def everything(file: File, look: Look, qtbot: QtBot) -> ForgetDialog:
    return shown(ForgetEverythingDialog(MADE, file.forget, look, None), qtbot)


def words(dialog: ForgetDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_the_history_goes_from_backups_too_and_what_was_made_stays(history: ForgetDialog) -> None:
    goes, _, stays = words(history).partition("This stays:")

    assert "which pages were read" in goes
    assert "every backup" in goes
    assert "cannot be had back" in goes
    assert "bookmarks, highlights, notes" in stays


def test_without_backups_none_are_named(file: File, look: Look, qtbot: QtBot) -> None:
    dialog = shown(ForgetHistoryDialog(file.forget, look, None, has_backups=False), qtbot)

    assert "backup" not in words(dialog)


def test_enter_keeps_everything(history: ForgetDialog, everything: ForgetDialog, file: File) -> None:
    for dialog in (everything, history):
        press(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    assert not file.is_forgotten


def test_the_button_forgets(history: ForgetDialog, file: File, qtbot: QtBot) -> None:
    with qtbot.waitSignal(history.forgotten):
        button_called(history, "Forget the history", QPushButton).click()

    assert file.is_forgotten
    assert not history.isVisible()


def test_what_could_not_be_forgotten_is_told_and_tried_again(
    history: ForgetDialog, file: File, qtbot: QtBot
) -> None:
    file.is_held = True
    with qtbot.assertNotEmitted(history.forgotten):
        button_called(history, "Forget the history", QPushButton).click()
    assert "Not everything could be forgotten." in words(history)

    file.is_held = False
    button_called(history, "Forget the history", QPushButton).click()
    assert file.is_forgotten


def test_everything_is_counted(everything: ForgetDialog) -> None:
    goes, _, stays = words(everything).partition("This stays:")

    for line in (
        "12 bookmarks, highlights and notes",
        "1 folder",
        "2 questions kept for the trainer",
        "1 handout",
        "3 sessions with their rehearsals",
        "1 answer of a room",
        "the history",
        "all 14 backups",
    ):
        assert line in goes
    assert "finished" not in goes, "of which there is none"
    assert "settings" in stays


def test_everything_takes_a_tick_and_then_the_button(everything: ForgetDialog, file: File) -> None:
    forget = button_called(everything, "Forget everything", QPushButton)
    assert not forget.isEnabled()

    everything.findChildren(QCheckBox)[0].click()
    forget.click()

    assert file.is_forgotten


def test_before_that_everything_can_be_exported(everything: ForgetDialog, file: File, qtbot: QtBot) -> None:
    assert isinstance(everything, ForgetEverythingDialog)

    with qtbot.waitSignal(everything.export_wanted):
        button_called(everything, "Export first…", QPushButton).click()

    assert not file.is_forgotten
    assert not everything.isVisible()


def test_one_backup_is_one(file: File, look: Look, qtbot: QtBot) -> None:
    made = Made(things=1, folders=0, finished=3, questions=1, handouts=0, backups=1)

    said = words(shown(ForgetEverythingDialog(made, file.forget, look, None), qtbot))

    assert "1 bookmark, highlight or note" in said
    assert "3 topics marked as finished" in said
    assert "the backup" in said
