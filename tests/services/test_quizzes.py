"""Tests of `crmo_desktop.services.quizzes`."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import Question, QuestionKind
from crmo_desktop.services.quizzes import Quizzes, chapters_of
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.quiz import QuizRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Clock:
    """Goes on by a minute each time it is looked at."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


def question(id: str, chapter: str = "bones") -> Question:
    return Question(
        id=id,
        kind=QuestionKind.BEST_ANSWER,
        audience=Audience.PATIENT,
        difficulty="easy",
        chapter=ChapterId(chapter),
        text="Which?",
        options=("this", "that", "neither"),
        answer=(1,),
        explanation="That.",
        settled_by=TopicAddress(TopicId("pain")),
    )


QUESTIONS = [question(f"q-{letter}") for letter in "abcdef"]
RIGHT, WRONG = (1,), (0,)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def quiz(notebook: Notebook, clock: Clock) -> Quizzes:
    return Quizzes(QuizRepository(notebook), now=clock, chance=random.Random(1))


def begin(quiz: Quizzes, number: int | None = None) -> list[Question]:
    taken = quiz.begin(QUESTIONS, Audience.PATIENT, number=number)
    return [one for id in taken.questions for one in QUESTIONS if one.id == id]


def test_a_round_asks_every_question_once(quiz: Quizzes) -> None:
    taken = quiz.begin(QUESTIONS, Audience.PATIENT, chapter="bones", edition="2026-11-23")

    assert sorted(taken.questions) == [one.id for one in QUESTIONS]
    assert (taken.chapter, taken.edition, taken.audience) == ("bones", "2026-11-23", Audience.PATIENT)
    assert taken.open == taken.questions


def test_a_round_without_an_answer_leaves_nothing(quiz: Quizzes) -> None:
    quiz.begin(QUESTIONS, Audience.PATIENT)

    assert quiz.all() == ()
    assert quiz.unfinished(QUESTIONS) is None


def test_an_answer_is_right_or_wrong_and_kept_at_once(quiz: Quizzes) -> None:
    taken = quiz.begin(QUESTIONS[:2], Audience.PATIENT)

    taken = quiz.answer(taken, QUESTIONS[0], RIGHT)
    assert quiz.all() == (taken,)
    taken = quiz.answer(taken, QUESTIONS[1], WRONG)

    assert quiz.all() == (taken,)
    assert (taken.right, taken.wrong, taken.open) == (1, ("q-b",), ())
    given = taken.given_to("q-b")
    assert given is not None
    assert given.chosen == WRONG
    assert taken.given_to("q-c") is None


def test_what_was_answered_once_stays(quiz: Quizzes) -> None:
    taken = quiz.answer(quiz.begin(QUESTIONS, Audience.PATIENT), QUESTIONS[0], WRONG)

    assert quiz.answer(taken, QUESTIONS[0], RIGHT) == taken
    assert quiz.answer(taken, question("q-other"), RIGHT) == taken


def test_answers_of_two_windows_come_together(quiz: Quizzes) -> None:
    taken = quiz.begin(QUESTIONS, Audience.PATIENT)
    quiz.answer(taken, QUESTIONS[0], RIGHT)

    both = quiz.answer(taken, QUESTIONS[1], RIGHT)

    assert [one.question for one in both.given] == ["q-a", "q-b"]


def test_what_was_left_is_come_back_to(quiz: Quizzes) -> None:
    done = quiz.answer(quiz.begin(QUESTIONS[:1], Audience.PATIENT), QUESTIONS[0], RIGHT)
    left = quiz.answer(quiz.begin(QUESTIONS[1:3], Audience.PATIENT), QUESTIONS[1], RIGHT)

    assert quiz.unfinished(QUESTIONS) == left
    assert quiz.all() == (left, done)


def test_questions_that_the_edition_no_longer_has_are_not_come_back_to(quiz: Quizzes) -> None:
    quiz.answer(quiz.begin(QUESTIONS[1:3], Audience.PATIENT), QUESTIONS[1], RIGHT)

    assert quiz.unfinished(QUESTIONS[:2]) is None


def test_what_was_wrong_is_asked_again(quiz: Quizzes) -> None:
    taken = quiz.begin(QUESTIONS[:3], Audience.PATIENT)
    for one, chosen in zip(QUESTIONS, (WRONG, RIGHT, WRONG), strict=False):
        taken = quiz.answer(taken, one, chosen)

    again = quiz.again(taken)

    assert again.uid != taken.uid
    assert sorted(again.questions) == ["q-a", "q-c"]
    assert quiz.wrong_last(QUESTIONS) == (QUESTIONS[0], QUESTIONS[2])
    quiz.answer(again, QUESTIONS[0], RIGHT)
    assert quiz.wrong_last(QUESTIONS) == (QUESTIONS[2],)


def test_new_questions_come_first_then_wrong_ones_then_those_of_long_ago(quiz: Quizzes) -> None:
    taken = quiz.begin(QUESTIONS[:4], Audience.PATIENT)
    for one, chosen in zip(QUESTIONS, (RIGHT, RIGHT, WRONG, WRONG), strict=False):
        taken = quiz.answer(taken, one, chosen)

    assert {one.id for one in begin(quiz, 2)} == {"q-e", "q-f"}
    assert {one.id for one in begin(quiz, 3)} == {"q-e", "q-f", "q-c"}
    assert {one.id for one in begin(quiz, 5)} == {"q-e", "q-f", "q-c", "q-d", "q-a"}
    assert len(begin(quiz)) == 6


def test_questions_are_mixed(quiz: Quizzes) -> None:
    orders = {quiz.begin(QUESTIONS, Audience.PATIENT).questions for _ in range(5)}

    assert len(orders) > 1


def test_what_was_deleted_can_be_had_back(quiz: Quizzes) -> None:
    taken = quiz.answer(quiz.begin(QUESTIONS, Audience.PATIENT), QUESTIONS[0], RIGHT)

    quiz.delete([taken])
    assert quiz.all() == ()
    quiz.restore([taken])

    assert quiz.all() == (taken,)


def test_by_itself_it_mixes_by_chance(notebook: Notebook, clock: Clock) -> None:
    quiz = Quizzes(QuizRepository(notebook), now=clock)

    assert sorted(quiz.begin(QUESTIONS, Audience.PATIENT).questions) == [one.id for one in QUESTIONS]


def test_chapters_are_counted_in_their_order() -> None:
    asked = [question("q-a", "symptoms"), question("q-b", "bones"), question("q-c", "symptoms")]

    assert list(chapters_of(asked).items()) == [("symptoms", 2), ("bones", 1)]
