"""Tests of `crmo_desktop.gui.drawing.leaders`."""

from itertools import combinations, pairwise
from random import Random

import pytest
from PySide6.QtCore import QPointF

from crmo_desktop.gui.drawing.leaders import Segment, cross, split, spread, uncrossed


def test_what_is_at_the_left_goes_left_and_the_sides_are_even() -> None:
    left, right = split([(10, 30), (90, 30), (20, 30), (80, 30)], 100)

    assert sorted(left) == [0, 2]
    assert sorted(right) == [1, 3]


def test_no_side_is_crowded_for_being_near() -> None:
    left, right = split([(90 + number, 30) for number in range(6)], 100)

    assert len(left) > 0
    assert max(90 + number for number in left) <= min(90 + number for number in right)


def test_names_are_pushed_apart_and_stay_near() -> None:
    assert spread([10, 100], [20, 20], 10, 200) == [10, 100]
    tops = spread([50, 50, 50], [20, 20, 20], 10, 200)
    assert tops == [20, 50, 80]
    assert spread([190, -5], [20, 20], 10, 200)[0] >= 0


def test_names_stay_within_the_height_if_they_can() -> None:
    assert spread([195, 198], [20, 20], 10, 200) == [150, 180]
    tops = spread([0] * 10, [30] * 10, 5, 200)
    assert [two - one for one, two in pairwise(tops)] == [35] * 9
    assert tops[0] == pytest.approx(-(10 * 35 - 5 - 200) / 2)
    assert spread([], [], 10, 100) == []


@pytest.mark.parametrize("seed", range(60))
def test_lines_are_uncrossed(seed: int) -> None:
    random = Random(seed)
    goals = [QPointF(random.uniform(30, 130), random.uniform(0, 400)) for _ in range(9)]

    def lines_of(order: list[int]) -> list[Segment]:
        tops = spread([goals[n].y() for n in order], [20 + n for n in order], 8, 400)
        return [(QPointF(0, top), goals[n]) for n, top in zip(order, tops, strict=True)]

    order = uncrossed(sorted(range(9), key=lambda n: goals[n].y()), lines_of)

    assert sorted(order) == list(range(9))
    assert not any(cross(one, two) for one, two in combinations(lines_of(order), 2))


def test_lines_that_cross_are_told_from_those_that_do_not() -> None:
    down = (QPointF(0, 0), QPointF(10, 10))

    assert cross(down, (QPointF(0, 10), QPointF(10, 0)))
    assert not cross(down, (QPointF(0, 10), QPointF(10, 20)))
