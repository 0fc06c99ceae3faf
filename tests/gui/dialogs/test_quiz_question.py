"""Tests of `crmo_desktop.gui.dialogs.quiz_question`."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import Given, Question
from crmo_desktop.gui.dialogs.quiz_question import QuestionPane
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.wrapped_link import WrappedLink
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.dialogs.quiz_samples import NOON, said
from tests.gui.hands import click, press, type_words
from tests.gui.slides.question_samples import BEST, ORDER, TRUE_FALSE

Make = Callable[[Question], QuestionPane]
HERE = TopicAddress(TopicId("mri"), SectionId("in-short"))


@pytest.fixture
def make(show: Show, reading: ReadingService, look: Look, icons: IconShelf) -> Make:
    def pane(question: Question) -> QuestionPane:
        made = QuestionPane(
            replace(question, settled_by=HERE),
            "Question 3 of 10",
            reading,
            look,
            icons,
            None,  # type: ignore[arg-type]  # a window of its own
        )
        show(made, 640, 560)
        made.begin()
        return made

    return pane


def given(question: Question, *chosen: int) -> Given:
    return Given(question=question.id, chosen=chosen, is_right=chosen == question.answer, at=NOON)


def names(pane: QuestionPane) -> list[str]:
    return [option.accessibleName() for option in pane.options]


def test_it_asks_with_the_keyboard_on_the_first_option(make: Make) -> None:
    pane = make(BEST)

    assert said(pane) == f"Question 3 of 10\n{BEST.text}"
    assert names(pane) == ["A. Germs", "B. A growth", "C. Both of them", "D. Neither"]
    assert QApplication.focusWidget() is pane.options[0]
    group = pane.options[0].parentWidget()
    assert group is not None
    assert group.accessibleName() == BEST.text


def test_arrows_go_through_the_options(make: Make) -> None:
    pane = make(BEST)
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Up, 0)):
        press(pane, key)
        assert QApplication.focusWidget() is pane.options[place]
    press(pane, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is pane.options[0]


@pytest.mark.parametrize("way", ["click", "letter", "key"])
def test_an_option_is_chosen(way: str, make: Make) -> None:
    pane = make(BEST)
    spy = QSignalSpy(pane.answered)
    if way == "click":
        click(pane.options[2])
    elif way == "letter":
        type_words(pane, "c")
    else:
        press(pane, Qt.Key.Key_Down)
        press(pane, Qt.Key.Key_Down)
        press(pane, Qt.Key.Key_Return)

    assert spy.at(0) == [(2,)]


def test_other_letters_mean_nothing(make: Make) -> None:
    pane = make(BEST)
    spy = QSignalSpy(pane.answered)

    type_words(pane, "ez1 ".strip())
    press(pane, Qt.Key.Key_Backspace)

    assert spy.count() == 0


def test_right_is_said_with_why_and_where(make: Make) -> None:
    pane = make(BEST)
    pane.show_answer(given(BEST, 2))
    QApplication.processEvents()

    assert "Right.\n" in said(pane)
    assert BEST.explanation in said(pane)
    assert names(pane)[2] == "Right, and your answer: Both of them"
    link = pane.findChild(WrappedLink)
    assert link is not None
    assert link.words().startswith("Read it in ")
    spy = QSignalSpy(pane.section_wanted)
    click(link)
    assert spy.count() == 1


def test_wrong_is_said_with_what_is_right(make: Make) -> None:
    pane = make(BEST)
    pane.show_answer(given(BEST, 0))
    QApplication.processEvents()

    assert "Not right. Right answer: C. Both of them" in said(pane)
    assert names(pane) == ["Your answer: A. Germs", "B. A growth", "Right answer: Both of them", "D. Neither"]


def test_what_is_answered_stays(make: Make) -> None:
    pane = make(BEST)
    pane.show_answer(given(BEST, 0))
    spy = QSignalSpy(pane.answered)

    type_words(pane, "c")
    click(pane.options[1])
    pane.choose(2)

    assert spy.count() == 0
    assert not pane.is_open()


def test_true_or_false(make: Make) -> None:
    pane = make(TRUE_FALSE)
    spy = QSignalSpy(pane.answered)

    type_words(pane, "b")

    assert names(pane) == ["A. True", "B. False"]
    assert spy.at(0) == [(1,)]


def test_things_are_put_in_order_one_after_the_other(make: Make) -> None:
    pane = make(ORDER)
    spy = QSignalSpy(pane.answered)
    assert "Choose what comes first" in said(pane)

    type_words(pane, "b")
    assert names(pane) == ["A. Three", "1. One", "C. Two"]
    type_words(pane, "c")
    assert names(pane) == ["A. Three", "1. One", "2. Two"]
    assert spy.count() == 0
    type_words(pane, "a")

    assert spy.at(0) == [(1, 2, 0)]


def test_what_was_put_in_order_is_taken_back(make: Make) -> None:
    pane = make(ORDER)
    type_words(pane, "bc")

    press(pane, Qt.Key.Key_Backspace)
    assert names(pane) == ["A. Three", "1. One", "C. Two"]
    type_words(pane, "c")
    click(pane.options[1])  # and all that came after it

    assert names(pane) == ["A. Three", "B. One", "C. Two"]


def test_the_right_order_is_shown(make: Make) -> None:
    pane = make(ORDER)
    pane.show_answer(given(ORDER, 0, 1, 2))
    QApplication.processEvents()

    assert names(pane) == ["3. Three", "1. One", "2. Two"]
    tops = [option.geometry().top() for option in pane.options]
    assert tops[1] < tops[2] < tops[0]
    assert "Not right. This is the right order." in said(pane)
    assert "Your answer: 1. Three; 2. One; 3. Two" in said(pane)
