"""Tests of `crmo_desktop.gui.presenter.ending`."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.dialogs.talk_over import PartTime
from crmo_desktop.gui.presenter.ending import keep_times, part_times
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.talk_time import TalkTime
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.services.own import Own
from crmo_desktop.services.sessions import Sessions
from crmo_desktop.store.database import Notebook
from tests.gui.presenter.console_samples import NOON, Clock, deck_of, talk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(notebook: Notebook) -> Sessions:
    return Own(notebook, now=lambda: NOON, edition="2026-11-26").sessions


def held(of: Talk, clock: Clock) -> TalkTime:
    show = Show(partial(deck_of, of), Room())
    time = TalkTime(show, of, now=lambda: NOON, clock=clock)
    show.setParent(time)
    return time


def test_the_times_of_a_session_are_kept(clock: Clock, sessions: Sessions, qtbot: QtBot) -> None:
    time = held(talk(), clock)
    clock.seconds += 70

    assert keep_times(time, sessions, is_rehearsal=False)
    (kept,) = sessions.rehearsals("s1")
    assert kept.seconds == (70.0, 0.0)
    assert not kept.is_rehearsal


def test_a_session_that_was_only_looked_at_is_not(clock: Clock, sessions: Sessions, qtbot: QtBot) -> None:
    time = held(talk(), clock)
    clock.seconds += 20

    assert not keep_times(time, sessions, is_rehearsal=False)
    assert sessions.rehearsals("s1") == ()
    assert keep_times(time, sessions, is_rehearsal=True)


def test_a_topic_keeps_none_and_its_time_is_told(clock: Clock, sessions: Sessions, qtbot: QtBot) -> None:
    topic = talk(is_session=False)
    time = held(topic, clock)
    clock.seconds += 90

    assert not keep_times(time, sessions, is_rehearsal=True)
    assert part_times(topic, time) == (PartTime("MRI", None, 90.0),)
