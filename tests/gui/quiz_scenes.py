"""The windows of the quiz, as a reader has them open."""

from datetime import datetime

from PySide6.QtWidgets import QApplication, QWidget

from crmo_desktop.domain.quiz import Poll, Question, QuestionKind
from crmo_desktop.gui.dialogs.quiz import QuizDialog
from crmo_desktop.gui.dialogs.quiz_question import QuestionPane
from crmo_desktop.gui.main_window import MainWindow

NOON = datetime(2026, 11, 26, 12).astimezone()


def quiz_dialog(window: MainWindow) -> QuizDialog:
    """The quiz, opened by its key."""
    window.table["quiz"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuizDialog)
    return dialog


def question_of(window: MainWindow, kind: QuestionKind) -> Question:
    """The longest question of a kind that the edition has for those for whom pages are shown."""
    asked = window.reading.questions(window.navigator.audience)
    return max((one for one in asked if one.kind is kind), key=lambda one: len(one.text + one.explanation))


def asked(window: MainWindow, question: Question) -> QuizDialog:
    """A round of one question."""
    dialog = quiz_dialog(window)
    dialog.take(window._services.own.quiz.begin([question], question.audience))
    return dialog


def pane_of(dialog: QuizDialog) -> QuestionPane:
    """The question that is asked."""
    pane = dialog.findChild(QuestionPane)
    assert pane is not None
    return pane


def wrong_for(question: Question) -> tuple[int, ...]:
    """An answer that is not right."""
    if question.kind is QuestionKind.ORDER:
        return tuple(reversed(question.answer))
    return ((question.answer[0] + 1) % question.choices,)


def quiz_start(window: MainWindow) -> QWidget:
    """With a round before, something that was wrong, and one that was left."""
    quiz, asked = window._services.own.quiz, window.reading.questions(window.navigator.audience)
    for count in (1, 2):
        taken = quiz.begin(asked[:2], window.navigator.audience)
        for question in asked[:count]:
            taken = quiz.answer(taken, question, wrong_for(question))
    return quiz_dialog(window)


def quiz_question(window: MainWindow) -> QWidget:
    return asked(window, question_of(window, QuestionKind.BEST_ANSWER))


def quiz_answered(window: MainWindow) -> QWidget:
    question = question_of(window, QuestionKind.BEST_ANSWER)
    dialog = asked(window, question)
    pane_of(dialog).choose(wrong_for(question)[0])
    QApplication.processEvents()
    return dialog


def quiz_order(window: MainWindow) -> QWidget:
    dialog = asked(window, question_of(window, QuestionKind.ORDER))
    pane_of(dialog).choose(1)
    return dialog


def quiz_order_answered(window: MainWindow) -> QWidget:
    question = question_of(window, QuestionKind.ORDER)
    dialog = asked(window, question)
    for place in wrong_for(question):
        pane_of(dialog).choose(place)
    QApplication.processEvents()
    return dialog


def quiz_summary(window: MainWindow) -> QWidget:
    dialog = quiz_answered(window)
    assert isinstance(dialog, QuizDialog)
    dialog.go_on()
    QApplication.processEvents()
    return dialog


def keep_polls(window: MainWindow) -> None:
    """Two rooms have answered."""
    for uid, session, counts in (("1", "Evening in the school", (3, 14)), ("2", "Team meeting", (0, 6))):
        window._services.own.polls.keep(
            Poll(
                uid=uid,
                session=session,
                question="q-no-germ",
                text="No germ has been found that causes CRMO, and nobody can catch it.",
                options=("True", "False"),
                counts=counts,
                right=0,
                edition="2026-11-26",
                held=NOON,
            )
        )


def poll_results(window: MainWindow) -> QWidget:
    keep_polls(window)
    window.table["results"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def no_poll_results(window: MainWindow) -> QWidget:
    window.table["results"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


QUIZ_SCENES = (
    quiz_start,
    quiz_question,
    quiz_answered,
    quiz_order,
    quiz_order_answered,
    quiz_summary,
    poll_results,
    no_poll_results,
)
