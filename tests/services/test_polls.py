"""Tests of `crmo_desktop.services.polls`."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crmo_desktop.domain.quiz import Poll
from crmo_desktop.services.polls import Polls, polls_as_csv
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.polls import PollRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
HEAD = ("When", "Session", "Question", "Words", "Option", "Hands", "Right", "Edition")
POLL = Poll(
    uid="1",
    session="Evening",
    question="q-name",
    text="What is it?",
    options=("A germ, or two", "No “germ”"),
    counts=(3, 14),
    right=1,
    edition="2026-11-23",
    held=NOON,
)


@pytest.fixture
def polls(notebook: Notebook) -> Polls:
    return Polls(PollRepository(notebook))


def test_a_poll_is_kept_and_counted_again(polls: Polls) -> None:
    polls.keep(POLL)
    again = replace(POLL, counts=(2, 15))
    polls.keep(again)

    assert polls.all() == (again,)


def test_what_was_deleted_can_be_had_back(polls: Polls) -> None:
    other = replace(POLL, uid="2", held=NOON - timedelta(minutes=1))
    polls.keep(POLL)
    polls.keep(other)

    deleted = polls.delete(["1", "gone"])

    assert deleted == (POLL,)
    assert polls.all() == (other,)
    polls.restore(deleted)
    assert polls.all() == (POLL, other)


def test_a_spreadsheet_reads_every_option_with_its_hands() -> None:
    text = polls_as_csv([POLL], HEAD, "yes", "no")

    head, *rows = csv.reader(io.StringIO(text, newline=""))
    when = NOON.astimezone().strftime("%Y-%m-%d %H:%M")
    asked = [when, "Evening", "q-name", "What is it?"]
    assert tuple(head) == HEAD
    assert rows == [
        [*asked, "A germ, or two", "3", "no", "2026-11-23"],
        [*asked, "No “germ”", "14", "yes", "2026-11-23"],
    ]
    assert text.count("\r\n") == 3


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_no_spreadsheet_takes_words_for_a_formula(sign: str) -> None:
    text = polls_as_csv([replace(POLL, session=f"{sign}1+1")], HEAD, "yes", "no")

    _, row, _ = csv.reader(io.StringIO(text, newline=""))
    assert row[1] == f"'{sign}1+1"
