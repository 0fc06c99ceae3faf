"""Tests of `crmo_desktop.gui.presenter.presenter`; what is held is in `test_two_screens`."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Session
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.gui.presenter.stage import Stage
from tests.gui.presenter.conftest import Told
from tests.gui.presenter.wall_samples import NOON, SampleAwake, talk


@pytest.fixture
def presenter(stage: Stage) -> Iterator[Presenter]:
    presenter = Presenter(stage)
    yield presenter
    presenter.end()


def test_the_screen_stays_awake_until_the_end(presenter: Presenter, awake: SampleAwake) -> None:
    ended = QSignalSpy(presenter.ended)
    presenter.begin(talk())
    assert awake.asked == ["hold"]
    presenter.end()
    presenter.end()

    assert awake.asked == ["hold", "release"]
    assert ended.count() == 1


def test_a_second_talk_ends_the_first(presenter: Presenter, awake: SampleAwake) -> None:
    presenter.begin(talk())
    first = presenter.held
    presenter.begin(talk())

    assert presenter.held is not first
    assert awake.asked == ["hold", "release", "hold"]


def test_it_begins_at_the_section_that_is_read(presenter: Presenter) -> None:
    presenter.begin(replace(talk(), begin="topic/Live"))

    assert presenter.held is not None
    assert presenter.held.show.slide.title == "Live"


def test_what_the_edition_lacks_is_told(presenter: Presenter, told: Told) -> None:
    presenter.begin(replace(talk(), missing=("X-ray", "Case 3")))

    assert told.said == ["This edition has no: X-ray, Case 3"]


def test_the_system_closing_the_wall_ends_the_talk(presenter: Presenter) -> None:
    presenter.begin(talk())
    assert presenter.held is not None
    presenter.held.wall.close()

    assert presenter.held is None


def test_with_the_programs_window_the_talk_ends(presenter: Presenter, stage: Stage) -> None:
    presenter.begin(talk())
    stage.window.close()

    assert presenter.held is None


def test_a_rehearsal_is_kept_and_shown(presenter: Presenter, stage: Stage, told: Told) -> None:
    session = Session(uid="s", name="A talk", audience=Audience.PATIENT, parts=(), changed=NOON)
    assert stage.own.sessions.keep(session)
    presenter.begin(replace(talk(), session=session), is_rehearsal=True)
    presenter.end()

    assert len(told.dialogs) == 1
    assert [rehearsal.is_rehearsal for rehearsal in stage.own.sessions.rehearsals("s")] == [True]
    told.dialogs[0].close()
