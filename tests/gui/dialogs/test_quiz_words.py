"""Tests of `crmo_desktop.gui.dialogs.quiz_words`."""

from dataclasses import replace
from datetime import datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.domain.publication import OwnWords
from crmo_desktop.domain.quiz import Given, Question, Round
from crmo_desktop.gui.dialogs import quiz_words
from crmo_desktop.services.reading import ReadingService
from tests.gui.slides.question_samples import BEST, ORDER, TRUE_FALSE

NOON = datetime(2026, 11, 26, 12).astimezone()
TAKEN = Round(
    uid="1",
    questions=(BEST.id, ORDER.id, TRUE_FALSE.id),
    audience=Audience.PATIENT,
    chapter="bones",
    changed=NOON,
    given=(
        Given(question=BEST.id, chosen=(2,), is_right=True, at=NOON),
        Given(question=ORDER.id, chosen=(0, 1, 2), is_right=False, at=NOON),
    ),
)


def test_a_round_in_words(reading: ReadingService) -> None:
    assert quiz_words.score(TAKEN) == "1 of 2 right"
    assert quiz_words.about(TAKEN, reading) == "26 November 2026, for families, Bones and the body"
    clinicians = replace(TAKEN, audience=Audience.CLINICIAN, chapter="")
    assert quiz_words.about(clinicians, reading) == "26 November 2026, for clinicians"


@pytest.mark.parametrize(
    ("question", "chosen", "words"),
    [
        (BEST, (2,), "C. Both of them"),
        (TRUE_FALSE, (1,), "False"),
        (ORDER, (0, 1, 2), "1. Three; 2. One; 3. Two"),
        (BEST, (7,), ""),
    ],
)
def test_what_was_answered(question: Question, chosen: tuple[int, ...], words: str) -> None:
    assert quiz_words.your_answer(question, chosen) == f"Your answer: {words}"


def test_where_the_answer_is_written(reading: ReadingService) -> None:
    mri = replace(BEST, settled_by=TopicAddress(TopicId("mri"), SectionId("in-short")))
    assert quiz_words.read_in(mri, reading).endswith(" › In short")
    gone = replace(BEST, settled_by=TopicAddress(TopicId("mri"), SectionId("gone")))
    assert quiz_words.section_of(gone, reading) == reading.entry(TopicId("mri")).title
    assert quiz_words.section_of(replace(BEST, settled_by=TopicAddress(TopicId("no"))), reading) == (
        "crmo://topic/no"
    )


def test_the_summary_on_paper_tells_what_was_wrong_and_why(reading: ReadingService) -> None:
    paper = quiz_words.summary(TAKEN, (BEST, ORDER, TRUE_FALSE), reading)

    about, first, second = paper.contents
    assert paper.title == "Quiz: 1 of 2 right"
    assert isinstance(about, OwnWords)
    assert about.lines == ("26 November 2026, for families, Bones and the body",)
    assert isinstance(first, OwnWords)
    assert first.heading == f"1. {BEST.text}"
    assert first.lines[:2] == ("Right. Your answer: C. Both of them", BEST.explanation)
    assert isinstance(second, OwnWords)
    assert second.lines[:2] == (
        "Not right. Your answer: 1. Three; 2. One; 3. Two",
        "Right answer: 1. One; 2. Two; 3. Three",
    )
