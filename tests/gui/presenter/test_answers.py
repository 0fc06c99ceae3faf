"""Tests of `crmo_desktop.gui.presenter.answers`."""

from functools import partial
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import Poll
from crmo_desktop.domain.slides import Matter, MatterKind
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.answers import Answers
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.slides.deck import SlideMakers, make_deck
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.services.reading import ReadingService
from tests.gui.presenter.wall_samples import NOON, matter


@pytest.fixture
def kept() -> list[Poll]:
    return []


@pytest.fixture
def asked(reading: ReadingService, icons: IconShelf, themes: Path, kept: list[Poll], qapp: object) -> Show:
    """A show that begins with a question of the edition."""
    question = next(question for question in reading.questions() if len(question.options) == 4)
    of_it = Matter(
        key=f"question/{question.id}",
        kind=MatterKind.QUESTION,
        title=question.text,
        audience=Audience.PATIENT,
        question=question,
        settled_by="Where it stands",
    )
    makers = SlideMakers(reading, icons, partial(pytest.fail, "nothing is drawn"), themes)
    show = Show(lambda room: make_deck("A talk", (of_it, matter("Last")), room, makers), Room())
    answers = Answers(show, "A talk", "2026-11-26", lambda: NOON, kept.append)
    assert answers.parent() is show
    return show


def to_the_hands(asked: Show) -> None:
    while not asked.press("hands"):
        asked.forward()


def test_hands_are_kept_when_the_answer_is_shown(asked: Show, kept: list[Poll]) -> None:
    to_the_hands(asked)
    for _ in range(3):
        asked.press("more:1")
    assert kept == []
    asked.forward()

    (poll,) = kept
    assert poll.counts == (0, 3, 0, 0)
    assert (poll.session, poll.edition, poll.held) == ("A talk", "2026-11-26", NOON)


def test_hands_counted_again_take_the_place_of_those_before(asked: Show, kept: list[Poll]) -> None:
    to_the_hands(asked)
    asked.press("more:1")
    asked.forward()
    asked.press("more:0")

    assert [poll.counts for poll in kept] == [(0, 1, 0, 0), (1, 1, 0, 0)]
    assert len({poll.uid for poll in kept}) == 1


def test_without_hands_nothing_is_kept(asked: Show, kept: list[Poll]) -> None:
    for _ in range(8):
        asked.forward()

    assert kept == []


def test_each_talk_is_another_room(asked: Show, kept: list[Poll]) -> None:
    Answers(asked, "Another", "2026-11-26", lambda: NOON, kept.append)
    to_the_hands(asked)
    asked.press("more:1")
    asked.forward()

    assert len({poll.uid for poll in kept}) == 2
