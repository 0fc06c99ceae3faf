"""Tests of `crmo_desktop.gui.presenter.timekeeper`."""

import pytest

from crmo_desktop.gui.presenter.timekeeper import Timekeeper
from tests.gui.presenter.console_samples import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper(clock: Clock) -> Timekeeper:
    """Two parts of 2 and 3 minutes, and one that has none."""
    return Timekeeper([2.0, 3.0, None], clock)


def test_nothing_is_counted_before_the_first_slide(keeper: Timekeeper, clock: Clock) -> None:
    clock.seconds += 60

    assert keeper.used == 0
    assert list(keeper.parts) == [0, 0, 0]


def test_time_belongs_to_the_part_and_the_slide_that_are_shown(keeper: Timekeeper, clock: Clock) -> None:
    keeper.enter(0, "a")
    clock.seconds += 30
    keeper.enter(0, "b")
    clock.seconds += 20
    keeper.enter(1, "c")
    clock.seconds += 5
    keeper.enter(0, "a")
    clock.seconds += 1

    assert keeper.part == 0
    assert list(keeper.parts) == [51, 5, 0]
    assert [keeper.of_slide(slide) for slide in "abcd"] == [31, 20, 5, 0]
    assert keeper.used == 56


def test_a_pause_is_not_counted_whatever_is_shown_meanwhile(keeper: Timekeeper, clock: Clock) -> None:
    keeper.enter(0, "a")
    clock.seconds += 10
    keeper.pause()
    clock.seconds += 100
    keeper.enter(1, "b")
    clock.seconds += 100
    keeper.pause()
    paused = (keeper.is_paused, keeper.used)

    keeper.go_on()
    clock.seconds += 7
    keeper.go_on()

    assert list(paused) == [True, 10]
    assert list(keeper.parts) == [10, 7, 0]


def test_it_begins_at_nought_again_where_it_is(keeper: Timekeeper, clock: Clock) -> None:
    keeper.enter(1, "b")
    clock.seconds += 10
    keeper.start_again()
    clock.seconds += 4

    assert list(keeper.parts) == [0, 4, 0]


def test_what_is_left_falls_below_nought(keeper: Timekeeper, clock: Clock) -> None:
    keeper.enter(0, "a")
    clock.seconds += 130

    assert (keeper.planned, keeper.left, keeper.left_of_part) == (300, 170, -10)
    clock.seconds += 200
    assert (keeper.left, keeper.left_of_part) == (-30, -210)


@pytest.mark.parametrize(
    ("part", "seconds", "behind"),
    [(0, 60, 0), (0, 130, 10), (1, 100, -20), (1, 200, 0), (1, 310, 10), (2, 250, -50), (2, 320, 20)],
)
def test_it_is_behind_the_plan_or_ahead_of_it(
    part: int, seconds: float, behind: float, keeper: Timekeeper, clock: Clock
) -> None:
    keeper.enter(part, "a")
    clock.seconds += seconds

    assert keeper.behind == behind


def test_without_a_plan_there_is_nothing_to_be_behind(clock: Clock) -> None:
    keeper = Timekeeper([None], clock)
    keeper.enter(0, "a")
    clock.seconds += 500

    assert (keeper.planned, keeper.left, keeper.left_of_part, keeper.behind) == (None, None, None, 0)


def test_a_talk_without_parts_has_its_slides(clock: Clock) -> None:
    keeper = Timekeeper([], clock)
    keeper.enter(3, "a")
    clock.seconds += 5

    assert keeper.used == 5
    assert list(keeper.parts) == []
    assert keeper.left_of_part is None
