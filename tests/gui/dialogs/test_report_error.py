"""The form about an error: all of it is shown as it will be written."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NoFolderError
from crmo_desktop.gui.dialogs.report_error import MAIL_FILE, TEXT_FILE, Draft, Known, ReportErrorDialog
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import Show
from tests.gui.hands import button_called, type_words

KNOWN = Known(
    place="NSAIDs: Safety (for clinicians)",
    address="crmo://topic/nsaids#safety",
    edition="CRMO reference, 2026-11-26, 0123abc",
    program="CRMO Desktop 1.2.3",
    words="Kidney\tDamage rare",
    system="Some System 4, Qt 6",
)


@pytest.fixture
def dialog(show: Show, look: Look) -> Iterator[ReportErrorDialog]:
    dialog = ReportErrorDialog(KNOWN, Draft(), look, None)
    show(dialog, 700, 700)
    yield dialog
    dialog.close()


def field(dialog: ReportErrorDialog, words: str) -> QPlainTextEdit:
    found = [one for one in dialog.findChildren(QPlainTextEdit) if words in one.accessibleName()]
    assert len(found) == 1
    return found[0]


def box(dialog: ReportErrorDialog, words: str) -> QCheckBox:
    return next(one for one in dialog.findChildren(QCheckBox) if one.text().replace("&", "") == words)


def shown(dialog: ReportErrorDialog) -> str:
    return field(dialog, "As it will be written").toPlainText()


def press(dialog: ReportErrorDialog, words: str) -> None:
    button_called(dialog, words, QPushButton).click()


def said(dialog: ReportErrorDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_what_is_known_is_filled_in_and_shown(dialog: ReportErrorDialog) -> None:
    assert shown(dialog) == (
        "Report of an error in CRMO Desktop\n\n"
        "Page: NSAIDs: Safety (for clinicians)\n"
        "Address: crmo://topic/nsaids#safety\n"
        "Edition: CRMO reference, 2026-11-26, 0123abc\n"
        "Program: CRMO Desktop 1.2.3\n\n"
        "Words on the page:\n  Kidney\tDamage rare\n"
    )
    assert "Nothing is sent." in said(dialog)


def test_what_is_typed_is_shown_as_it_will_be_written(dialog: ReportErrorDialog, qtbot: QtBot) -> None:
    assert field(dialog, "What is wrong?").hasFocus()
    with qtbot.waitSignal(dialog.draft_changed) as told:
        type_words(field(dialog, "What is wrong?"), "The dose")
    field(dialog, "What should it say").setPlainText("Half of it")
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    type_words(line, "Ada")

    assert told.args is not None
    assert shown(dialog).endswith(
        "\nWhat is wrong?\n  The dose\n\nWhat should it say, and where does it say so?\n  Half of it\n\n"
        "From:\n  Ada\n"
    )
    assert dialog.draft() == Draft("The dose", "Half of it", "Ada")


def test_words_and_system_go_along_only_where_they_are_ticked(dialog: ReportErrorDialog) -> None:
    box(dialog, "Add the words selected on the page").click()
    box(dialog, "Add what system this computer has").click()

    assert "Kidney" not in shown(dialog)
    assert "System: Some System 4, Qt 6\n" in shown(dialog)


def test_without_words_there_is_no_box_for_them(show: Show, look: Look) -> None:
    dialog = ReportErrorDialog(KNOWN._replace(words=""), Draft(), look, None)
    show(dialog, 700, 700)

    assert not box(dialog, "Add the words selected on the page").isVisible()
    assert "Words on the page" not in shown(dialog)
    dialog.close()


def test_filling_it_in_from_code_is_silent(dialog: ReportErrorDialog, qtbot: QtBot) -> None:
    draft = Draft("a", "b", "c", with_words=False, with_system=True)

    with qtbot.assertNotEmitted(dialog.draft_changed, wait=20):
        dialog.set_draft(draft)

    assert dialog.draft() == draft
    assert "What is wrong?\n  a\n" in shown(dialog)


def test_what_was_cleared_can_be_had_back(dialog: ReportErrorDialog) -> None:
    assert not button_called(dialog, "Clear the form", QPushButton).isEnabled()
    field(dialog, "What is wrong?").setPlainText("The dose")

    press(dialog, "Clear the form")
    assert dialog.draft() == Draft()
    assert "Cleared." in said(dialog)
    press(dialog, "Bring it back")

    assert dialog.draft().wrong == "The dose"
    assert not button_called(dialog, "Bring it back", QPushButton).isVisible()


def test_typing_goes_on_after_clearing(dialog: ReportErrorDialog) -> None:
    field(dialog, "What is wrong?").setPlainText("The dose")
    press(dialog, "Clear the form")

    field(dialog, "What is wrong?").setPlainText("No, the title")

    assert not button_called(dialog, "Bring it back", QPushButton).isVisible()


def test_it_is_copied_as_it_is_shown(dialog: ReportErrorDialog, qapp: QApplication) -> None:
    press(dialog, "Copy the report")

    clipboard: QClipboard = QGuiApplication.clipboard()
    assert clipboard.text() == shown(dialog)
    assert "Report copied. Nothing was sent." in said(dialog)


def test_files_are_asked_for(dialog: ReportErrorDialog, qtbot: QtBot) -> None:
    for words, ending in (("Save as text…", TEXT_FILE), ("Save as mail draft…", MAIL_FILE)):
        with qtbot.waitSignal(dialog.file_wanted) as asked:
            press(dialog, words)
        assert asked.args == [ending]


def test_what_goes_wrong_is_said_and_the_form_stays(dialog: ReportErrorDialog, tmp_path: object) -> None:
    from pathlib import Path

    dialog.show_error(NoFolderError(Path("/gone")))

    assert "There is no folder “/gone”." in said(dialog)
    assert dialog.isVisible()


def test_a_mail_is_named_after_the_page(dialog: ReportErrorDialog) -> None:
    assert dialog.subject() == "CRMO Desktop: error on “NSAIDs: Safety (for clinicians)”"
