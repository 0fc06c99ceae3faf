"""Tests of `crmo_desktop.gui.presenter.talk_time`."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.session import Rehearsal
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.talk_time import TalkTime
from crmo_desktop.gui.slides.slide import Room
from tests.gui.presenter.console_samples import NOON, Clock, deck_of, talk


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Show(partial(deck_of, talk()), Room())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def time(show: Show, clock: Clock) -> TalkTime:
    return TalkTime(show, talk(), now=lambda: NOON, clock=clock, parent=show)


def test_it_counts_from_the_beginning_and_follows_the_show(time: TalkTime, show: Show, clock: Clock) -> None:
    clock.seconds += 40
    show.go_to(3)
    clock.seconds += 2

    assert list(time.keeper.parts) == [40, 2]
    assert time.keeper.of_slide("topic/mri#names/0") == 40


def test_another_size_of_type_takes_no_time_away(time: TalkTime, show: Show, clock: Clock) -> None:
    clock.seconds += 5
    show.set_type_step(1)
    clock.seconds += 5

    assert time.keeper.of_slide("topic/mri#names/0") == 10


def test_seconds_are_told(time: TalkTime, qtbot: QtBot) -> None:
    with qtbot.waitSignal(time.ticked, timeout=2000):
        pass


def test_pausing_and_beginning_again_are_told_at_once(time: TalkTime, clock: Clock, qtbot: QtBot) -> None:
    used: list[float] = []
    for change in (partial(time.set_paused, True), partial(time.set_paused, False), time.start_again):
        with qtbot.waitSignal(time.ticked):
            change()
        used.append(time.keeper.used)
        clock.seconds += 5

    assert used == [0, 0, 0]
    assert time.keeper.used == 5


def test_the_result_tells_the_parts_of_the_session(time: TalkTime, show: Show, clock: Clock) -> None:
    clock.seconds += 40
    show.go_to(3)
    clock.seconds += 50
    show.end()
    clock.seconds += 100

    assert time.result(is_rehearsal=True) == Rehearsal(
        session="s1", titles=("What it is", "What to do"), seconds=(40.0, 50.0), began=NOON
    )


def test_a_topic_has_no_result(show: Show) -> None:
    time = TalkTime(show, talk(is_session=False), now=lambda: NOON, parent=show)

    assert time.result(is_rehearsal=True) is None
