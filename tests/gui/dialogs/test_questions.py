from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.dialogs.questions import QuestionsDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.trainer_questions import TrainerQuestions
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.questions import QuestionRepository
from tests.gui.conftest import LookOf, Show, make_questions
from tests.gui.hands import button_called, click, press, press_keys

DAY = datetime(2026, 11, 25, 18, 4).astimezone()


@pytest.fixture
def three(notebook: Notebook, questions: TrainerQuestions) -> TrainerQuestions:
    """Three questions: c, b, a."""
    repository = QuestionRepository(notebook)
    repository.keep("a", Audience.PATIENT, DAY)
    repository.keep("b", Audience.CLINICIAN, DAY)
    repository.keep("why do my wrists click", Audience.PATIENT, DAY)
    return questions


def make(show: Show, questions: TrainerQuestions, look: Look) -> QuestionsDialog:
    dialog = QuestionsDialog(questions, look, None)
    show(dialog, dialog.width(), dialog.height())
    return dialog


@pytest.fixture
def dialog(show: Show, three: TrainerQuestions, look: Look) -> Iterator[QuestionsDialog]:
    dialog = make(show, three, look)
    yield dialog
    dialog.close()


def table(dialog: QuestionsDialog) -> QTableView:
    view = dialog.findChild(QTableView)
    assert isinstance(view, QTableView)
    return view


def rows(dialog: QuestionsDialog) -> list[list[str]]:
    model = table(dialog).model()
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def said(dialog: QuestionsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def button(dialog: QWidget, words: str) -> QPushButton:
    return button_called(dialog, words, QPushButton)


def test_questions_are_listed_with_day_and_audience_the_latest_first(dialog: QuestionsDialog) -> None:
    assert rows(dialog) == [
        ["why do my wrists click", "25 November 2026", "for families"],
        ["b", "25 November 2026", "for clinicians"],
        ["a", "25 November 2026", "for families"],
    ]
    assert QApplication.focusWidget() is table(dialog)
    assert table(dialog).currentIndex().row() == 0
    assert "kept for you only" in said(dialog)
    assert not button(dialog, "Undo").isVisible()


def test_all_are_copied_as_text(dialog: QuestionsDialog) -> None:
    click(button(dialog, "Copy all as text"))

    assert QGuiApplication.clipboard().text().splitlines() == [
        "Questions kept for the trainer",
        "",
        "25 November 2026, for families: why do my wrists click",
        "25 November 2026, for clinicians: b",
        "25 November 2026, for families: a",
    ]
    assert "3 questions copied." in said(dialog)


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_question_is_deleted_and_had_back(
    way: str, dialog: QuestionsDialog, three: TrainerQuestions
) -> None:
    press(dialog, Qt.Key.Key_Down)
    if way == "key":
        press(dialog, Qt.Key.Key_Delete)
    else:
        click(button(dialog, "Delete"))
    assert [row[0] for row in rows(dialog)] == ["why do my wrists click", "a"]
    assert [question.words for question in three.all()] == ["why do my wrists click", "a"]
    assert "1 question deleted." in said(dialog)
    assert table(dialog).currentIndex().row() == 1
    assert QApplication.focusWidget() is table(dialog)

    if way == "key":
        press_keys(dialog, "Ctrl+Z")
    else:
        click(button(dialog, "Undo"))
    assert [row[0] for row in rows(dialog)] == ["why do my wrists click", "b", "a"]
    assert table(dialog).currentIndex().row() == 1
    assert "Kept again." in said(dialog)
    assert not button(dialog, "Undo").isVisible()


def test_all_are_deleted_together_and_step_by_step_had_back(dialog: QuestionsDialog) -> None:
    press(dialog, Qt.Key.Key_Delete)
    press_keys(dialog, "Ctrl+A")
    press(dialog, Qt.Key.Key_Delete)
    assert rows(dialog) == []
    assert not table(dialog).isVisible()
    assert "2 questions deleted." in said(dialog)
    assert QApplication.focusWidget() is button(dialog, "Undo")
    assert not button(dialog, "Delete").isEnabled()
    assert not button(dialog, "Copy all as text").isEnabled()

    press(dialog, Qt.Key.Key_Space)
    assert len(rows(dialog)) == 2
    press_keys(dialog, "Ctrl+Z")
    assert len(rows(dialog)) == 3
    press_keys(dialog, "Ctrl+Z")
    assert len(rows(dialog)) == 3


def test_with_nothing_chosen_nothing_is_deleted(dialog: QuestionsDialog) -> None:
    table(dialog).clearSelection()
    assert not button(dialog, "Delete").isEnabled()

    press(dialog, Qt.Key.Key_Delete)

    assert len(rows(dialog)) == 3


def test_what_was_kept_anew_elsewhere_can_be_had_back_all_the_same(
    dialog: QuestionsDialog, three: TrainerQuestions
) -> None:
    press(dialog, Qt.Key.Key_Delete)
    three.keep("why do my wrists click", Audience.CLINICIAN)

    press_keys(dialog, "Ctrl+Z")

    assert [row[0] for row in rows(dialog)] == ["why do my wrists click", "b", "a"]


def test_without_questions_it_says_how_to_keep_one(
    show: Show, questions: TrainerQuestions, look: Look
) -> None:
    dialog = make(show, questions, look)

    assert "No question is kept." in said(dialog)
    assert "“Keep this question for the trainer”" in said(dialog)
    assert QApplication.focusWidget() is button(dialog, "Close")
    assert not table(dialog).isVisible()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_one_question_is_one(show: Show, questions: TrainerQuestions, look: Look) -> None:
    questions.keep("only", Audience.PATIENT)
    dialog = make(show, questions, look)

    click(button(dialog, "Copy all as text"))

    assert "1 question copied." in said(dialog)
    dialog.close()


def test_trouble_with_the_file_is_told_in_words(show: Show, notebook: Notebook, look: Look) -> None:
    trouble = UserError("The disk is full.", hint="It stays here until there is room.")
    questions = make_questions(notebook, lambda: trouble)
    questions.keep("why", Audience.PATIENT)

    dialog = make(show, questions, look)

    assert "The disk is full. It stays here until there is room." in said(dialog)
    dialog.close()


@pytest.mark.parametrize("size", [100, 200])
def test_a_long_question_wraps_and_the_dialog_stays_on_the_screen(
    size: int, show: Show, questions: TrainerQuestions, look_of: LookOf, qtbot: QtBot
) -> None:
    questions.keep("is it safe to fly with a sore back and a plaster on the left leg " * 4, Audience.PATIENT)
    questions.keep("short", Audience.PATIENT)
    dialog = make(show, questions, look_of("light", size))
    room = dialog.screen().availableGeometry()

    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    qtbot.waitUntil(lambda: table(dialog).rowHeight(1) > table(dialog).rowHeight(0))
    assert table(dialog).horizontalScrollBar().maximum() == 0
    dialog.close()
