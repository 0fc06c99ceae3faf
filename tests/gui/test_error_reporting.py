"""Reports from the window: filled in, kept while the program runs, written, never sent."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.gui.dialogs.report_error import ReportErrorDialog
from crmo_desktop.gui.main_window import MainWindow
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, press_keys
from tests.gui.selecting import select_words

SAFETY = TopicAddress(TopicId("nsaids"), SectionId("safety-and-monitoring"))


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    window = desk.open(audience=Audience.CLINICIAN)
    window.navigator.go(SAFETY)
    window.focus_page()
    return window


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    for dialog in opened():
        dialog.close()


def opened() -> list[ReportErrorDialog]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, ReportErrorDialog) and one.isVisible()
    ]


def report(window: MainWindow) -> ReportErrorDialog:
    window.table["report_error"].trigger()
    (dialog,) = opened()
    return dialog


def wrong(dialog: ReportErrorDialog) -> QPlainTextEdit:
    return next(one for one in dialog.findChildren(QPlainTextEdit) if "wrong" in one.accessibleName())


def save(dialog: ReportErrorDialog, words: str, path: Path) -> None:
    button_called(dialog, words, QPushButton).click()
    (asking,) = (one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    assert Path(asking.selectedFiles()[0]).name == f"crmo-report-nsaids{path.suffix}"
    asking.fileSelected.emit(str(path))
    asking.close()


def said(dialog: ReportErrorDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_the_key_opens_it_with_what_the_program_knows(window: MainWindow) -> None:
    select_words(window.reader.view, "Damage rare")
    press_keys(window, "Ctrl+Shift+E")

    (dialog,) = opened()
    text = dialog.text()
    edition = window.reading.edition
    assert "Page: NSAIDs: Safety and monitoring (for clinicians)\n" in text
    assert f"Address: {SAFETY}\n" in text
    assert f"Edition: {edition.title}, {edition.made_on.isoformat()}, {edition.digest}\n" in text
    assert "Program: CRMO Desktop 1.2.3\n" in text
    assert "Words on the page:\n  Damage rare\n" in text
    assert "System" not in text


def test_what_was_typed_is_there_again(window: MainWindow) -> None:
    dialog = report(window)
    wrong(dialog).setPlainText("The dose is twice too high.")
    dialog.close()

    assert wrong(report(window)).toPlainText() == "The dose is twice too high."


def test_another_page_has_a_form_of_its_own(window: MainWindow) -> None:
    dialog = report(window)
    wrong(dialog).setPlainText("The dose is twice too high.")
    dialog.close()
    window.navigator.go(TopicAddress(TopicId("mri")))

    other = report(window)
    assert wrong(other).toPlainText() == ""
    other.close()
    window.navigator.back()

    assert wrong(report(window)).toPlainText() == "The dose is twice too high."


def test_as_text(window: MainWindow, tmp_path: Path) -> None:
    dialog = report(window)
    wrong(dialog).setPlainText("Für Ärzte")

    save(dialog, "Save as text…", tmp_path / "report.txt")

    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == dialog.text()
    assert "Saved as “report.txt”. Nothing was sent." in said(dialog)


def test_as_the_draft_of_a_mail(window: MainWindow, tmp_path: Path) -> None:
    dialog = report(window)
    wrong(dialog).setPlainText("Für Ärzte")

    save(dialog, "Save as mail draft…", tmp_path / "report.eml")

    mail = message_from_bytes((tmp_path / "report.eml").read_bytes(), policy=policy.default)
    assert mail["Subject"] == dialog.subject()
    assert mail["X-Unsent"] == "1"
    assert mail.get_content().replace("\r\n", "\n") == dialog.text()


def test_what_cannot_be_written_is_said_in_the_form(window: MainWindow, tmp_path: Path) -> None:
    dialog = report(window)

    save(dialog, "Save as text…", tmp_path / "gone" / "report.txt")

    assert "There is no folder" in said(dialog)
    assert dialog.isVisible()
