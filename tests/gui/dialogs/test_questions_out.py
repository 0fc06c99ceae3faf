"""Quiz questions as files, as a reader meets it."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.dialogs.questions_out import QuestionsOutDialog
from crmo_desktop.gui.main_window import MainWindow
from tests.gui.conftest import Desk
from tests.gui.hands import press, press_keys


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open()


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[QuestionsOutDialog]:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.table["questions_out"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuestionsOutDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    if isValid(dialog):
        dialog.close()


def save(dialog: QuestionsOutDialog, path: Path) -> None:
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    assert asking.defaultSuffix() == path.suffix.removeprefix(".")
    asking.fileSelected.emit(str(path))
    asking.reject()


def test_it_begins_with_all_questions_of_the_reader_s_audience(
    window: MainWindow, dialog: QuestionsOutDialog
) -> None:
    asked = window.reading.questions(window.navigator.audience)

    assert dialog.chosen() == asked
    assert dialog._count.text() == f"{len(asked)} questions"
    assert dialog.whom.hasFocus()


def test_by_keys_another_audience_and_a_chapter(window: MainWindow, dialog: QuestionsOutDialog) -> None:
    press(dialog, Qt.Key.Key_Home)
    assert dialog.chosen() == window.reading.questions()

    press_keys(dialog, "Tab")
    press(dialog, Qt.Key.Key_Down)
    chapter = dialog.chapter.currentData()

    assert dialog.chosen()
    assert {question.chapter for question in dialog.chosen()} == {chapter}

    dialog.whom.setCurrentIndex(dialog.whom.findData(Audience.CLINICIAN.value))
    dialog.whom.activated.emit(0)
    assert {question.audience for question in dialog.chosen()} == {Audience.CLINICIAN}
    kept = dialog.chapter.currentData()
    assert kept in {"", chapter}  # it stays where clinicians have questions of it


@pytest.mark.parametrize("kind", ["apkg", "text", "table"])
def test_each_kind_is_written_and_told(dialog: QuestionsOutDialog, tmp_path: Path, kind: str) -> None:
    path = tmp_path / {"apkg": "quiz.apkg", "text": "quiz.txt", "table": "quiz.tsv"}[kind]
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))

    dialog.save_button.setFocus()
    press(dialog, Qt.Key.Key_Return)
    save(dialog, path)

    assert zipfile.is_zipfile(path) == (kind == "apkg")
    assert "quiz." in dialog._said.text()
    assert dialog._said.isVisible()


def test_a_place_that_does_not_do_is_told(dialog: QuestionsOutDialog, tmp_path: Path) -> None:
    dialog.save()
    save(dialog, tmp_path / "none" / "quiz.apkg")

    assert "none" in dialog._said.text()
    press_keys(dialog, "Esc")
    assert QApplication.activeModalWidget() is None
