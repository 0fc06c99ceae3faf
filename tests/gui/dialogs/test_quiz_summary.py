"""Tests of `crmo_desktop.gui.dialogs.quiz_summary`."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import Given, Round
from crmo_desktop.gui.dialogs.quiz_summary import SummaryPane
from crmo_desktop.gui.widgets.wrapped_link import WrappedLink
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.dialogs.quiz_samples import NOON, said
from tests.gui.hands import click
from tests.gui.slides.question_samples import BEST, TRUE_FALSE

TAKEN = Round(
    uid="1",
    questions=(BEST.id, TRUE_FALSE.id),
    audience=Audience.PATIENT,
    changed=NOON,
    given=(
        Given(question=BEST.id, chosen=(0,), is_right=False, at=NOON),
        Given(question=TRUE_FALSE.id, chosen=(0,), is_right=True, at=NOON),
    ),
)


def test_what_was_wrong_is_told_with_why(show: Show, reading: ReadingService) -> None:
    holder = QWidget()
    pane = SummaryPane(TAKEN, (BEST, TRUE_FALSE), reading, holder)
    show(holder, 640, 560)
    pane.resize(600, 500)

    words = said(pane)
    assert words.startswith("1 of 2 right\n26 November 2026, for families\n")
    for line in (BEST.text, "Your answer: A. Germs", "Right answer: C. Both of them", BEST.explanation):
        assert line in words
    assert TRUE_FALSE.text not in words
    spy = QSignalSpy(pane.section_wanted)
    link = pane.findChild(WrappedLink)
    assert link is not None
    click(link)
    assert spy.at(0) == [BEST]


def test_where_all_was_right_it_says_so(show: Show, reading: ReadingService) -> None:
    pane = SummaryPane(replace(TAKEN, given=TAKEN.given[1:]), (BEST, TRUE_FALSE), reading, None)  # type: ignore[arg-type]  # a window of its own
    show(pane, 640, 300)

    assert "1 of 1 right" in said(pane)
    assert "Nothing was wrong." in said(pane)


@pytest.mark.parametrize(("gone", "words"), [(1, "1 more question was"), (2, "2 more questions were")])
def test_questions_that_are_gone_are_counted(
    gone: int, words: str, show: Show, reading: ReadingService
) -> None:
    ids = [f"q-{number}" for number in range(gone)]
    given = tuple(Given(question=id, chosen=(0,), is_right=False, at=NOON) for id in ids)
    pane = SummaryPane(replace(TAKEN, questions=tuple(ids), given=given), (), reading, None)  # type: ignore[arg-type]  # a window of its own
    show(pane, 640, 300)

    assert words in said(pane)
    assert "Nothing was wrong." not in said(pane)
