"""Tests of `crmo_desktop.store.quiz`."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import Given, Round
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.quiz import QuizRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
ROUND = Round(
    uid="1",
    questions=("q-a", "q-b", "q-c"),
    audience=Audience.CLINICIAN,
    chapter="bones",
    edition="2026-11-23",
    changed=NOON,
    given=(
        Given(question="q-a", chosen=(2,), is_right=True, at=NOON),
        Given(question="q-b", chosen=(1, 0, 2), is_right=False, at=NOON),
    ),
)


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(Notebook(path)) as opened:
        yield opened


@pytest.fixture
def rounds(notebook: Notebook) -> QuizRepository:
    return QuizRepository(notebook)


def test_a_round_comes_back_as_it_was(rounds: QuizRepository) -> None:
    rounds.put(ROUND)

    assert rounds.all() == (ROUND,)
    assert rounds.get("1") == ROUND
    assert rounds.get("2") is None


def test_a_round_takes_the_place_of_itself(rounds: QuizRepository) -> None:
    begun = replace(ROUND, given=(), changed=NOON - timedelta(minutes=1))
    rounds.put(begun)
    rounds.put(ROUND)

    assert rounds.all() == (ROUND,)


def test_the_latest_comes_first(rounds: QuizRepository) -> None:
    before = replace(ROUND, uid="2", changed=NOON - timedelta(days=1))
    rounds.put(before, ROUND)

    assert rounds.all() == (ROUND, before)


def test_what_was_deleted_is_gone(rounds: QuizRepository) -> None:
    rounds.put(ROUND)

    rounds.delete(("1",))

    assert rounds.all() == ()


@pytest.mark.parametrize(
    "change",
    [
        "body = 'nothing'",
        "body = json_remove(body, '$.given')",
        "body = json_set(body, '$.audience', 'nobody')",
        "body = json_set(body, '$.given[0].chosen', 1)",
        "changed_at = 'noon'",
    ],
)
def test_a_round_that_cannot_be_read_hides_no_other(
    change: str, rounds: QuizRepository, notebook: Notebook
) -> None:
    rounds.put(ROUND, replace(ROUND, uid="2"))
    notebook.write((f"UPDATE quiz_round SET {change} WHERE uid = '2'", ()))

    assert rounds.all() == (ROUND,)
    assert rounds.get("2") is None
