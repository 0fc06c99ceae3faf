"""Tests of `crmo_desktop.domain.quiz`."""

import pytest

from crmo_desktop.domain.quiz import mixed


@pytest.mark.parametrize("count", range(2, 7))
def test_an_order_is_mixed_always_in_the_same_way_and_never_right(count: int) -> None:
    for id in ("q-a", "q-b", "q-c"):
        order = mixed(id, count)

        assert order == mixed(id, count)
        assert sorted(order) == list(range(count))
        assert list(order) != list(range(count))


@pytest.mark.parametrize("count", [0, 1])
def test_what_has_one_order_only_stays(count: int) -> None:
    assert mixed("q-a", count) == tuple(range(count))
