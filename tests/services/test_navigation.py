"""Back and forward."""

import pytest

from crmo_desktop.domain.identifiers import Address, HomeAddress, SearchAddress, TopicAddress, TopicId
from crmo_desktop.services.navigation import Stop, Trail

A, B, C = (TopicAddress(TopicId(name)) for name in "abc")


@pytest.fixture
def trail() -> Trail:
    trail = Trail()
    for address in (A, B, C):
        trail.go(address)
    return trail


def addresses(stops: tuple[Stop, ...]) -> list[Address]:
    return [stop.address for stop in stops]


def test_it_begins_at_home_with_nowhere_to_go() -> None:
    trail = Trail()

    assert trail.here == Stop(HomeAddress())
    assert (trail.behind(), trail.ahead(), trail.back(), trail.forward()) == ((), (), None, None)


def test_back_and_forward(trail: Trail) -> None:
    back = trail.back()
    assert back is trail.here
    assert back == Stop(B)
    assert addresses(trail.behind()) == [A, HomeAddress()]
    assert addresses(trail.ahead()) == [C]

    forward = trail.forward()
    assert forward == Stop(C)
    assert trail.ahead() == ()


def test_several_steps_at_once(trail: Trail) -> None:
    assert trail.back(3) == Stop(HomeAddress())
    assert trail.forward(2) == Stop(B)


@pytest.mark.parametrize("steps", [0, 4, 100, -1])
def test_steps_that_lead_nowhere_change_nothing(steps: int, trail: Trail) -> None:
    assert trail.back(steps) is None
    assert trail.here == Stop(C)


def test_going_on_forgets_what_lay_ahead(trail: Trail) -> None:
    trail.back(2)
    trail.go(SearchAddress("pain"))

    assert trail.ahead() == ()
    assert addresses(trail.behind()) == [A, HomeAddress()]


def test_going_where_one_is_adds_nothing(trail: Trail) -> None:
    trail.back()
    trail.go(B)

    assert addresses(trail.ahead()) == [C]


def test_title_and_place_are_kept_for_the_way_back(trail: Trail) -> None:
    trail.note(title="C", place=0.5)
    trail.note(place=0.75)
    trail.back()
    trail.note(title="B")

    assert trail.here == Stop(B, "B", 0.0)
    assert trail.forward() == Stop(C, "C", 0.75)


def test_a_long_way_forgets_its_beginning() -> None:
    trail = Trail()
    for number in range(Trail.LONGEST + 10):
        trail.go(TopicAddress(TopicId(f"t-{number}")))

    assert len(trail.behind()) == Trail.LONGEST - 1
    assert trail.here.address == TopicAddress(TopicId(f"t-{Trail.LONGEST + 9}"))
    assert trail.behind()[-1].address == TopicAddress(TopicId("t-10"))
