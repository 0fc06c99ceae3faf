from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.questions import QuestionRepository

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def notebook(path: Path) -> Notebook:
    return open_notebook(path)


@pytest.fixture
def questions(notebook: Notebook) -> QuestionRepository:
    return QuestionRepository(notebook)


def words(questions: QuestionRepository) -> list[str]:
    return [question.words for question in questions.newest_first()]


def test_a_question_comes_back_as_it_was(questions: QuestionRepository) -> None:
    questions.keep("wrist clicks", Audience.CLINICIAN, NOON.astimezone(timezone(timedelta(hours=-7))))

    (found,) = questions.newest_first()
    assert (found.words, found.audience, found.when) == ("wrist clicks", Audience.CLINICIAN, NOON)
    assert found.when.tzinfo is UTC
    assert questions.has("wrist clicks")
    assert not questions.has("wrist")


def test_the_latest_comes_first_even_if_the_clock_went_back(questions: QuestionRepository) -> None:
    questions.keep("a", Audience.PATIENT, NOON)
    questions.keep("b", Audience.PATIENT, NOON - timedelta(days=30))

    assert words(questions) == ["b", "a"]


def test_the_same_question_is_kept_once_with_its_first_date(questions: QuestionRepository) -> None:
    questions.keep("a", Audience.PATIENT, NOON)
    questions.keep("a", Audience.CLINICIAN, NOON + timedelta(days=1))

    (found,) = questions.newest_first()
    assert (found.when, found.audience) == (NOON, Audience.PATIENT)


def test_a_time_without_its_zone_is_refused(questions: QuestionRepository) -> None:
    with pytest.raises(ValueError, match="zone"):
        questions.keep("a", Audience.PATIENT, NOON.replace(tzinfo=None))


def test_what_was_deleted_can_be_had_back_in_its_place(questions: QuestionRepository) -> None:
    for letter in "abc":
        questions.keep(letter, Audience.PATIENT, NOON)
    before = questions.newest_first()

    questions.delete(before[:2])
    assert words(questions) == ["a"]
    questions.keep("d", Audience.PATIENT, NOON)
    questions.restore(before[:2])

    assert words(questions) == ["d", "c", "b", "a"]


def test_what_was_kept_anew_meanwhile_is_not_there_twice(questions: QuestionRepository) -> None:
    questions.keep("a", Audience.PATIENT, NOON)
    deleted = questions.newest_first()
    questions.delete(deleted)
    questions.keep("a", Audience.CLINICIAN, NOON)

    questions.restore(deleted)

    assert words(questions) == ["a"]


@pytest.mark.parametrize("change", ["audience = 'nobody'", "kept_at = 'noon'", "kept_at = x'00'"])
def test_a_question_that_cannot_be_read_hides_no_other(
    change: str, questions: QuestionRepository, notebook: Notebook
) -> None:
    questions.keep("a", Audience.PATIENT, NOON)
    questions.keep("b", Audience.PATIENT, NOON)
    notebook.write((f"UPDATE kept_question SET {change} WHERE words = 'b'", ()))

    assert words(questions) == ["a"]
    assert questions.has("b")


def test_what_was_deleted_is_not_in_the_file(
    questions: QuestionRepository, notebook: Notebook, path: Path
) -> None:
    questions.keep("something private", Audience.PATIENT, NOON)
    questions.delete(questions.newest_first())
    notebook.close()

    assert b"private" not in path.read_bytes()
