"""Tests of `crmo_desktop.gui.dialogs.session_words`."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.publication import OwnList
from crmo_desktop.domain.session import PartKind, Session
from crmo_desktop.gui.dialogs.session_words import SessionWords
from tests.gui.session_samples import NOON, PARTS, rehearsal

EVENING = Session(uid="1", name="Evening", audience=Audience.PATIENT, parts=PARTS, changed=NOON)


@pytest.fixture
def words(qapp: QApplication) -> SessionWords:
    return SessionWords()


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "0 minutes"), (1, "1 minute"), (7.5, "7.5 minutes"), (20, "20 minutes")],
)
def test_minutes_are_told_with_their_halves(words: SessionWords, minutes: float, told: str) -> None:
    assert words.minutes(minutes) == told


def test_a_session_is_told_in_a_line(words: SessionWords) -> None:
    clinicians = replace(EVENING, audience=Audience.CLINICIAN, parts=PARTS[:1])

    assert words.summary(EVENING) == "7.5 minutes · 3 parts · for families"
    assert words.summary(clinicians) == "5 minutes · 1 part · for clinicians"
    assert words.summary(replace(EVENING, parts=())) == "Nothing in it yet · for families"


def test_what_is_planned_tells_what_is_not(words: SessionWords) -> None:
    without = replace(PARTS[0], minutes=None)

    assert words.planned(EVENING) == "7.5 minutes, 1 part without minutes"
    assert words.planned(replace(EVENING, parts=(without, *PARTS))) == "7.5 minutes, 2 parts without minutes"
    assert words.planned(replace(EVENING, parts=PARTS[:1])) == "5 minutes"


def test_a_part_is_told_with_its_note(words: SessionWords) -> None:
    told = [words.part(part) for part in PARTS]

    assert told == ["5 minutes · Section", "2.5 minutes · Own words · Open a window", "Whole topic"]
    assert len({words.kind(kind) for kind in PartKind}) == len(PartKind)


def test_how_long_it_took_is_told(words: SessionWords) -> None:
    first = words.rehearsal(rehearsal(EVENING), EVENING.minutes)
    held = words.rehearsal(rehearsal(EVENING, is_rehearsal=False), 0)

    assert first.startswith("26 November 2026, ")
    assert first.endswith(": rehearsed in 3:15 of 7:30 minutes")
    assert held.endswith(": held in 3:15 minutes")
    assert words.steps(rehearsal(EVENING))[1] == "1:05  A break"


def test_a_plan_on_paper_says_when_each_part_is(words: SessionWords) -> None:
    plan = words.plan(EVENING, [part.title for part in PARTS])

    (listed,) = plan.contents
    assert isinstance(listed, OwnList)
    assert (plan.title, listed.heading) == ("Evening", "Plan of the session")
    assert "trainer’s own" in listed.note
    assert [entry.kind for entry in listed.entries] == [
        "Minute 0 to 5: MRI: In short",
        "Minute 5 to 7.5: A break",
        "No minutes: What an earlier edition had",
    ]
    assert listed.entries[1].words == "Tea is next door\nOpen a window"
