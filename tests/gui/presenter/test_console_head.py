"""Tests of `crmo_desktop.gui.presenter.console_head`."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_head import ConsoleHead
from crmo_desktop.gui.presenter.timekeeper import Timekeeper
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called
from tests.gui.presenter.console_samples import NOON, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper(clock: Clock) -> Timekeeper:
    keeper = Timekeeper([2.0, 18.0], clock)
    keeper.enter(0, "a")
    return keeper


@pytest.fixture
def head(look: Look, icons: IconShelf, show: Show) -> ConsoleHead:
    box = QWidget()
    head = ConsoleHead("Session, 20 min", "CRMO for the clinic", look, icons, box)
    show(box, 1200, 100)
    head.resize(1200, 70)
    return head


def test_times_are_shown_and_said(head: ConsoleHead, keeper: Timekeeper, clock: Clock) -> None:
    clock.seconds += 460
    head.set_times(keeper, NOON)

    assert head.used.face.text() == "07:40"
    assert head.left.face.text() == "12:20"
    assert head.left.name.text() == "Left"
    assert head.clock.face.text() == "12:00"
    assert head.used.face.accessibleName() == "Used: 7 minutes 40 seconds"


def test_time_over_is_told_in_words_and_in_another_colour(
    head: ConsoleHead, keeper: Timekeeper, clock: Clock
) -> None:
    clock.seconds += 1265
    head.set_times(keeper, NOON)

    assert (head.left.name.text(), head.left.face.text()) == ("Over by", "01:05")
    assert head.left.face.property("state") == "over"
    keeper.start_again()
    head.set_times(keeper, NOON)
    assert (head.left.name.text(), head.left.face.property("state")) == ("Left", "good")


def test_without_a_plan_nothing_is_left(head: ConsoleHead, clock: Clock) -> None:
    head.set_times(Timekeeper([None], clock), NOON)

    assert head.left.isHidden()
    assert not head.used.isHidden()


def test_buttons_tell_what_is_wanted(head: ConsoleHead, keeper: Timekeeper) -> None:
    pauses: list[bool] = []
    others: list[str] = []
    head.pause_wanted.connect(pauses.append)
    head.again_wanted.connect(lambda: others.append("again"))
    head.end_wanted.connect(lambda: others.append("end"))

    button_called(head, "Pause", QPushButton).click()
    keeper.pause()
    head.set_times(keeper, NOON)
    assert (head.used.name.text(), head.used.face.property("state")) == ("Paused", "paused")
    button_called(head, "Go on", QPushButton).click()
    keeper.go_on()
    head.set_times(keeper, NOON)
    button_called(head, "From 0:00", QPushButton).click()
    button_called(head, "End", QPushButton).click()

    assert pauses == [True, False]
    assert head.used.name.text() == "Used"
    assert others == ["again", "end"]
    assert button_called(head, "Pause", QPushButton).isEnabled()


def test_times_stand_below_the_title_where_room_is_short(
    head: ConsoleHead, keeper: Timekeeper, look_of: LookOf
) -> None:
    head.set_times(keeper, NOON)
    head.set_look(look_of("dark", 200))
    head.resize(1000, 160)
    head.layout().activate()  # type: ignore[union-attr]  # it has one
    buttons = button_called(head, "End", QPushButton)
    below = head.used.mapTo(head, head.used.rect().topLeft()).y()

    assert below >= buttons.mapTo(head, buttons.rect().bottomLeft()).y()
    assert head.minimumSizeHint().width() <= 1024
    head.set_look(look_of("dark", 100))
    head.layout().activate()  # type: ignore[union-attr]  # it has one
    assert head.used.mapTo(head, head.used.rect().topLeft()).y() < 20
