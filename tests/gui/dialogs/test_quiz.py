"""Tests of `crmo_desktop.gui.dialogs.quiz`."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NotesFileError, UserError
from crmo_desktop.domain.quiz import Question, Round
from crmo_desktop.gui.dialogs.quiz import QuizDialog, QuizTools
from crmo_desktop.gui.dialogs.quiz_question import QuestionPane
from crmo_desktop.gui.dialogs.quiz_start import StartPane
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.quizzes import Quizzes
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from tests.gui.conftest import Show
from tests.gui.dialogs.quiz_samples import quiz_in, said
from tests.gui.hands import button_called, click, press
from tests.gui.quiz_scenes import wrong_for

Open = Callable[[], QuizDialog]


def all_well() -> UserError | None:
    return None


@pytest.fixture
def quiz(notebook: Notebook) -> Quizzes:
    return quiz_in(notebook)


@pytest.fixture
def open_quiz(
    show: Show, quiz: Quizzes, reading: ReadingService, look: Look, icons: IconShelf
) -> Iterator[Open]:
    opened: list[QuizDialog] = []

    def open_it() -> QuizDialog:
        dialog = QuizDialog(QuizTools(quiz, reading, all_well, look, icons), Audience.PATIENT, None)
        show(dialog, dialog.width(), dialog.height())
        opened.append(dialog)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.close()


def asked(dialog: QuizDialog) -> QuestionPane:
    """The question that is asked now."""
    QApplication.processEvents()
    panes = [pane for pane in dialog.findChildren(QuestionPane) if pane.isVisible()]
    assert len(panes) == 1
    return panes[0]


def answer(dialog: QuizDialog, *, right: bool) -> None:
    pane = asked(dialog)
    for place in pane.question.answer if right else wrong_for(pane.question):
        pane.choose(place)


def seen(dialog: QuizDialog) -> set[str]:
    """The buttons at the foot that can be pressed."""
    return {
        button.text() for button in dialog.findChildren(QPushButton) if button.isVisible() and button.text()
    }


def take(dialog: QuizDialog, quiz: Quizzes, questions: tuple[Question, ...], *rights: bool) -> Round:
    """A round of these questions, each answered right or wrong, up to its result."""
    dialog.take(quiz.begin(questions, Audience.PATIENT))
    for right in rights:
        answer(dialog, right=right)
        dialog.go_on()
    return quiz.all()[0]


def test_a_round_goes_question_by_question_by_enter_alone(open_quiz: Open, quiz: Quizzes) -> None:
    dialog = open_quiz()
    press(dialog, Qt.Key.Key_Return)  # begin
    for number in range(1, 11):
        assert f"Question {number} of 10" in said(dialog)
        if asked(dialog).question.kind == "order":
            answer(dialog, right=False)
        else:
            press(dialog, Qt.Key.Key_Return)  # the first option
        assert len(quiz.all()[0].given) == number
        assert ("Next question" if number < 10 else "See the result") in seen(dialog)
        press(dialog, Qt.Key.Key_Return)

    assert f"{quiz.all()[0].right} of 10 right" in said(dialog)


def test_what_was_left_is_gone_on_with(open_quiz: Open, quiz: Quizzes) -> None:
    dialog = open_quiz()
    press(dialog, Qt.Key.Key_Return)
    first = asked(dialog).question
    answer(dialog, right=True)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

    dialog = open_quiz()
    assert "Go on, 1 of 10 answered" in seen(dialog)
    press(dialog, Qt.Key.Key_Return)

    assert "Question 2 of 10" in said(dialog)
    assert asked(dialog).question != first


def test_instead_of_going_on_a_new_round_can_be_begun(open_quiz: Open, quiz: Quizzes) -> None:
    dialog = open_quiz()
    press(dialog, Qt.Key.Key_Return)
    answer(dialog, right=True)
    press(dialog, Qt.Key.Key_Escape)
    dialog = open_quiz()

    click(button_called(dialog, "Begin a new one", QPushButton))

    assert "Question 1 of 10" in said(dialog)


def test_fields_choose_what_is_asked(open_quiz: Open, quiz: Quizzes) -> None:
    dialog = open_quiz()
    pane = dialog.findChild(StartPane)
    assert pane is not None
    for field, place in ((pane.audience, 1), (pane.chapter, 1), (pane.number, 0)):
        assert isinstance(field, QComboBox)
        field.setCurrentIndex(place)
        field.activated.emit(place)
    chapter = pane.chosen_chapter()
    dialog.go_on()

    answer(dialog, right=True)
    (taken,) = quiz.all()
    assert (taken.audience, taken.chapter, len(taken.questions)) == (Audience.CLINICIAN, chapter, 5)
    assert taken.edition


def test_the_result_offers_what_was_wrong_again(
    open_quiz: Open, quiz: Quizzes, reading: ReadingService
) -> None:
    dialog = open_quiz()
    questions = reading.questions(Audience.PATIENT)[:4]
    taken = take(dialog, quiz, questions, True, False, False, True)

    assert "2 of 4 right" in said(dialog)
    assert {"See the 2 again", "New round", "Print…", "Delete this round", "Close"} <= seen(dialog)
    dialog.go_on()
    assert "Question 1 of 2" in said(dialog)
    assert asked(dialog).question.id in taken.wrong
    answer(dialog, right=True)
    dialog.go_on()
    answer(dialog, right=False)
    dialog.go_on()
    assert "See it again" in seen(dialog)


def test_where_nothing_was_wrong_a_new_round_comes_next(
    open_quiz: Open, quiz: Quizzes, reading: ReadingService
) -> None:
    dialog = open_quiz()
    take(dialog, quiz, reading.questions(Audience.PATIENT)[:1], True)
    assert "Nothing was wrong." in said(dialog)

    dialog.go_on()

    assert "Begin" in seen(dialog)


def test_what_was_wrong_last_is_asked_again(open_quiz: Open, quiz: Quizzes, reading: ReadingService) -> None:
    dialog = open_quiz()
    taken = take(dialog, quiz, reading.questions(Audience.PATIENT)[:2], False, True)
    click(button_called(dialog, "New round", QPushButton))

    click(button_called(dialog, "Ask the question again that was wrong last", QPushButton))

    assert asked(dialog).question.id == taken.wrong[0]


def test_a_round_before_is_looked_at_deleted_and_had_back(
    open_quiz: Open, quiz: Quizzes, reading: ReadingService
) -> None:
    taken = take(open_quiz(), quiz, reading.questions(Audience.PATIENT)[:2], False, True)
    dialog = open_quiz()
    pane = dialog.findChild(StartPane)
    assert pane is not None
    pane.round_wanted.emit(taken.uid)
    assert "1 of 2 right" in said(dialog)

    click(button_called(dialog, "Delete this round", QPushButton))
    assert quiz.all() == ()
    assert "Begin" in seen(dialog)
    click(button_called(dialog, "Have the round back", QPushButton))

    assert quiz.all() == (taken,)
    assert "1 of 2 right" in said(dialog)


def test_a_round_that_is_gone_is_not_shown(open_quiz: Open) -> None:
    dialog = open_quiz()
    pane = dialog.findChild(StartPane)
    assert pane is not None

    pane.round_wanted.emit("gone")

    assert pane.isVisible()


def test_the_result_is_printed(open_quiz: Open, quiz: Quizzes, reading: ReadingService) -> None:
    dialog = open_quiz()
    take(dialog, quiz, reading.questions(Audience.PATIENT)[:2], False, True)
    spy = QSignalSpy(dialog.print_wanted)

    click(button_called(dialog, "Print…", QPushButton))

    assert spy.at(0)[0].title == "Quiz: 1 of 2 right"
    assert len(spy.at(0)[0].contents) == 3


def test_the_section_that_settles_it_is_shown(
    open_quiz: Open, quiz: Quizzes, reading: ReadingService
) -> None:
    dialog = open_quiz()
    question = reading.questions(Audience.PATIENT)[0]
    spy = QSignalSpy(dialog.section_wanted)
    dialog.take(quiz.begin([question], Audience.PATIENT))
    answer(dialog, right=False)

    asked(dialog).section_wanted.emit()

    assert spy.at(0) == [question]


def test_it_never_changes_its_size(open_quiz: Open, quiz: Quizzes) -> None:
    dialog = open_quiz()
    before = dialog.size()
    press(dialog, Qt.Key.Key_Return)
    answer(dialog, right=False)

    assert dialog.size() == before


def test_where_nothing_can_be_kept_it_says_so(
    show: Show, quiz: Quizzes, reading: ReadingService, look: Look, icons: IconShelf
) -> None:
    def trouble() -> UserError:
        return NotesFileError("Your notes file is damaged.", hint="Reading works.")

    dialog = QuizDialog(QuizTools(quiz, reading, trouble, look, icons), Audience.PATIENT, None)
    show(dialog, dialog.width(), dialog.height())

    assert "Your notes file is damaged." in said(dialog)
    dialog.close()


def test_why_an_answer_is_right_is_scrolled_to(open_quiz: Open, quiz: Quizzes, qtbot: QtBot) -> None:
    dialog = open_quiz()
    dialog.resize(dialog.width(), 300)
    press(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    assert bar.value() == 0

    answer(dialog, right=False)

    qtbot.waitUntil(lambda: 0 < bar.value() == bar.maximum())
    dialog.go_on()
    QApplication.processEvents()
    assert bar.value() == 0
