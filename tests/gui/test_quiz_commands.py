"""Tests of `crmo_desktop.gui.quiz_commands`."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from crmo_desktop.domain.identifiers import TopicAddress
from crmo_desktop.domain.quiz import QuestionKind
from crmo_desktop.gui.dialogs.poll_results import PollResultsDialog
from crmo_desktop.gui.dialogs.print_preview import PrintPreview
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.widgets.wrapped_link import WrappedLink
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, click, press_keys
from tests.gui.quiz_scenes import asked, pane_of, poll_results, question_of, quiz_dialog, quiz_summary


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_its_key_opens_the_quiz(window: MainWindow) -> None:
    press_keys(window, "F8")

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Quiz"
    dialog.close()


def test_an_answer_outlives_the_window(desk: Desk) -> None:
    window = desk.open()
    question = question_of(window, QuestionKind.BEST_ANSWER)
    dialog = quiz_dialog(window)
    dialog.take(window._services.own.quiz.begin(window.reading.questions()[:3], question.audience))
    pane_of(dialog).choose(0)
    dialog.close()
    window.close()

    dialog = quiz_dialog(desk.open())

    assert button_called(dialog, "Go on, 1 of 3 answered", QPushButton).isVisible()
    dialog.close()


def test_the_section_that_settles_a_question_is_opened(window: MainWindow) -> None:
    question = question_of(window, QuestionKind.BEST_ANSWER)
    dialog = asked(window, question)
    pane_of(dialog).choose(0)
    QApplication.processEvents()
    link = pane_of(dialog).findChild(WrappedLink)
    assert link is not None

    click(link)

    assert QApplication.activeModalWidget() is None
    assert window.navigator.trail.here.address == question.settled_by
    assert isinstance(question.settled_by, TopicAddress)


def test_the_summary_is_shown_as_pages(window: MainWindow) -> None:
    dialog = quiz_summary(window)
    click(button_called(dialog, "Print…", QPushButton))

    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PrintPreview)
    waited = QElapsedTimer()
    waited.start()
    while preview.making.is_busy():
        assert not waited.hasExpired(10_000), "the pages are made"
        QApplication.processEvents()
    assert preview.publication().title == "Quiz: 0 of 1 right"
    preview.close()
    dialog.close()


def test_answers_of_rooms_are_saved_as_csv(window: MainWindow, tmp_path: Path) -> None:
    dialog = poll_results(window)
    assert isinstance(dialog, PollResultsDialog)

    dialog.save_wanted.emit(tmp_path / "answers.csv", dialog.as_csv())

    text = (tmp_path / "answers.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeffWhen,Session,Question,")
    assert text.count("\r\n") == 5
    assert "Saved as “answers.csv”." in said(dialog)
    dialog.close()


def test_what_cannot_be_written_is_told(window: MainWindow, tmp_path: Path) -> None:
    dialog = poll_results(window)
    assert isinstance(dialog, PollResultsDialog)

    dialog.save_wanted.emit(tmp_path / "nowhere" / "answers.csv", dialog.as_csv())

    assert "nowhere" in said(dialog)
    assert "Saved" not in said(dialog)
    dialog.close()
