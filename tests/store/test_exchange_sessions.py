"""What belongs to teaching, brought together with what stands in another notebook."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_file import (
    OwnContent,
    SavedPoll,
    SavedRehearsal,
    SavedRound,
    SavedSession,
    SavedSlideNote,
)
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.exchange_sessions import SessionMerging

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)
SESSION = SavedSession("1", "Evening", "{}", NOON)
NOTE = SavedSlideNote("topic/mri", Audience.PATIENT, "Wait", NOON)
ROUND = SavedRound("r", "{}", NOON)
ALL: dict[str, Any] = {
    "sessions": (SESSION,),
    "rehearsals": (SavedRehearsal("a", "1", "{}", NOON),),
    "slide_notes": (NOTE,),
    "polls": (SavedPoll("p", "Evening", "q-no-germ", "{}", NOON),),
    "quiz_rounds": (ROUND,),
}


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(open_notebook(path)) as opened:
        yield opened


def content(**lists: Any) -> OwnContent:
    none = dict.fromkeys(("folders", "things", "finished", "questions", "handouts", "visits", "searches"), ())
    return OwnContent(**none, unread=0, **lists)


def merge(notebook: Notebook, **lists: Any) -> list[int]:
    """How many sessions, rehearsals, notes, polls and rounds were taken in."""
    merging = SessionMerging(notebook, content(**lists))
    notebook.write(*merging.statements)
    return list(merging.counts.values())


def test_what_is_not_here_is_added_and_the_same_again_changes_nothing(notebook: Notebook) -> None:
    assert merge(notebook, **ALL) == [1, 1, 1, 1, 1]
    assert merge(notebook, **ALL) == [0, 0, 0, 0, 0]

    for table in ("session", "rehearsal", "slide_note", "poll", "quiz_round"):
        assert notebook.read(f"SELECT count(*) FROM {table}") == [(1,)]


def test_what_was_changed_later_stays(notebook: Notebook) -> None:
    merge(notebook, **ALL)

    later = merge(
        notebook,
        sessions=(SESSION._replace(name="Our evening", changed=LATER),),
        slide_notes=(NOTE._replace(words="Wait longer", changed=LATER),),
        quiz_rounds=(ROUND._replace(body="[]", changed=LATER),),
    )
    earlier = merge(notebook, **ALL)

    assert later == [1, 0, 1, 0, 1]
    assert earlier == [0, 0, 0, 0, 0]
    assert notebook.read("SELECT name FROM session") == [("Our evening",)]
    assert notebook.read("SELECT words FROM slide_note") == [("Wait longer",)]
    assert notebook.read("SELECT body FROM quiz_round") == [("[]",)]


def test_a_session_of_a_name_that_another_has_has_a_number(notebook: Notebook) -> None:
    merge(notebook, sessions=(SESSION, SESSION._replace(uid="2", name="EVENING")))

    assert notebook.read("SELECT name FROM session ORDER BY id") == [("Evening",), ("EVENING (2)",)]


def test_a_report_counts_what_is_other_than_before() -> None:
    from crmo_desktop.domain.own_file import ImportReport

    none = dict.fromkeys(
        (
            "added", "updated", "already_here", "newer_here", "folders", "finished", "questions", "handouts",
            "visits", "searches", "unread",
        ),
        0,
    )  # fmt: skip
    report = ImportReport(**none, sessions=1, rehearsals=2, slide_notes=3, polls=4, quiz_rounds=5)

    assert report.changed == 15
    assert replace(report, polls=0).changed == 11
