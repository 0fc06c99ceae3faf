from datetime import datetime, timedelta

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.services.trainer_questions import TrainerQuestions
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.questions import QuestionRepository

NOON = datetime(2026, 11, 25, 12).astimezone()


@pytest.fixture
def repository(notebook: Notebook) -> QuestionRepository:
    return QuestionRepository(notebook)


@pytest.fixture
def questions(repository: QuestionRepository) -> TrainerQuestions:
    return TrainerQuestions(repository, now=lambda: NOON, trouble=no_trouble)


def no_trouble() -> UserError | None:
    return None


def words(questions: TrainerQuestions) -> list[str]:
    return [question.words for question in questions.all()]


def test_a_question_is_kept_with_its_time_on_this_computer(questions: TrainerQuestions) -> None:
    assert questions.keep("  why do\n my wrists click ", Audience.PATIENT)

    (kept,) = questions.all()
    assert (kept.words, kept.audience, kept.when) == ("why do my wrists click", Audience.PATIENT, NOON)
    assert kept.when.utcoffset() == NOON.utcoffset()
    assert questions.has("why do my wrists  click")
    assert not questions.has("why")


def test_a_question_is_kept_once(questions: TrainerQuestions) -> None:
    assert questions.keep("why", Audience.PATIENT)
    assert questions.keep("why", Audience.PATIENT)

    assert words(questions) == ["why"]


def test_a_text_that_is_no_question_any_more_is_cut(questions: TrainerQuestions) -> None:
    questions.keep("x" * 5000, Audience.PATIENT)

    assert words(questions) == ["x" * 1000]
    assert questions.has("x" * 5000)


def test_deleting_can_be_taken_back(questions: TrainerQuestions) -> None:
    questions.keep("a", Audience.PATIENT)
    questions.keep("b", Audience.CLINICIAN)
    before = questions.all()

    questions.delete(before[1:])
    assert words(questions) == ["b"]
    questions.restore(before[1:])

    assert questions.all() == before


def test_a_passing_window_keeps_nothing_and_tells_what_was_kept(
    questions: TrainerQuestions, repository: QuestionRepository
) -> None:
    questions.keep("before", Audience.PATIENT)
    passing = TrainerQuestions(
        repository, now=lambda: NOON + timedelta(days=1), trouble=no_trouble, keeps=False
    )

    assert not passing.keep("now", Audience.PATIENT)
    assert passing.keep("before", Audience.PATIENT)
    assert words(passing) == ["before"]


def test_where_nothing_is_kept_nobody_is_asked_to(repository: QuestionRepository) -> None:
    for is_offered in (True, False):
        questions = TrainerQuestions(repository, now=lambda: NOON, trouble=no_trouble, is_offered=is_offered)
        assert questions.is_offered is is_offered
