"""Tests of `crmo_desktop.store.polls`."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmo_desktop.domain.quiz import Poll
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.polls import PollRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
POLL = Poll(
    uid="1",
    session="Evening in the school",
    question="q-name",
    text="What is it?",
    options=("A germ", "No germ"),
    counts=(3, 14),
    right=1,
    edition="2026-11-23",
    held=NOON,
)


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(Notebook(path)) as opened:
        yield opened


@pytest.fixture
def polls(notebook: Notebook) -> PollRepository:
    return PollRepository(notebook)


def test_a_poll_comes_back_as_it_was(polls: PollRepository) -> None:
    polls.put(POLL)

    assert polls.all() == (POLL,)


def test_hands_counted_again_take_the_place_of_those_before(polls: PollRepository) -> None:
    polls.put(POLL)
    again = replace(POLL, counts=(4, 13), held=NOON + timedelta(minutes=1))
    polls.put(again)

    assert polls.all() == (again,)


def test_the_latest_comes_first(polls: PollRepository) -> None:
    before = replace(POLL, uid="2", held=NOON - timedelta(days=1))
    polls.put(before, POLL)

    assert polls.all() == (POLL, before)


def test_what_was_deleted_is_gone(polls: PollRepository) -> None:
    other = replace(POLL, uid="2")
    polls.put(POLL, other)

    polls.delete(("1", "9"))

    assert polls.all() == (other,)


def test_a_time_without_its_zone_is_refused(polls: PollRepository) -> None:
    with pytest.raises(ValueError, match="zone"):
        polls.put(replace(POLL, held=NOON.replace(tzinfo=None)))


@pytest.mark.parametrize(
    "change",
    [
        "body = 'nothing'",
        "body = '[]'",
        "body = json_remove(body, '$.counts')",
        "body = json_set(body, '$.right', 2)",
        "body = json_remove(body, '$.counts[0]')",
        "held_at = 'noon'",
    ],
)
def test_a_poll_that_cannot_be_read_hides_no_other(
    change: str, polls: PollRepository, notebook: Notebook
) -> None:
    polls.put(POLL, replace(POLL, uid="2"))
    notebook.write((f"UPDATE poll SET {change} WHERE uid = '2'", ()))

    assert polls.all() == (POLL,)
