"""Back and forward."""

import pytest

from crmo_desktop.domain.identifiers import (
    Address,
    HomeAddress,
    SearchAddress,
    TopicAddress,
    TopicId,
    parse_address,
)
from crmo_desktop.services.navigation import EverythingAddress, Stop, Trail

HOME = HomeAddress()
A, B, C = (TopicAddress(TopicId(id)) for id in "abc")


def trail(*addresses: Address) -> Trail:
    trail = Trail()
    for address in addresses:
        trail.go(address)
    return trail


def addresses(stops: tuple[Stop, ...]) -> list[Address]:
    return [stop.address for stop in stops]


def test_a_trail_begins_at_home() -> None:
    begun = trail()

    assert begun.here == Stop(HOME)
    assert begun.behind() == begun.ahead() == ()
    assert begun.back() is begun.forward() is None


def test_the_nearest_stop_comes_first_both_ways() -> None:
    way = trail(A, B, C)
    way.back(2)

    assert way.here.address == A
    assert addresses(way.behind()) == [HOME]
    assert addresses(way.ahead()) == [B, C]

    way.forward(2)

    assert addresses(way.behind()) == [B, A, HOME]
    assert way.ahead() == ()


def test_back_and_forward_tell_the_stop_reached() -> None:
    way = trail(A, B)

    assert way.back() == Stop(A) == way.here
    assert way.back() == Stop(HOME) == way.here
    assert way.forward(2) == Stop(B) == way.here


@pytest.mark.parametrize("steps", [0, 2, 200])
def test_there_is_no_way_so_far(steps: int) -> None:
    way = trail(A, B)
    way.back()

    assert way.back(steps) is None
    assert way.forward(steps) is None
    assert way.here.address == A


def test_a_new_way_forgets_what_lay_ahead() -> None:
    way = trail(A, B)
    way.back(2)

    way.go(C)

    assert addresses((way.here, *way.behind())) == [C, HOME]
    assert way.ahead() == ()


def test_going_where_one_is_keeps_the_way_ahead_and_the_place() -> None:
    way = trail(A, B)
    way.back()
    way.note(title="The first", place=0.5)

    way.go(A)

    assert way.here == Stop(A, "The first", 0.5)
    assert addresses(way.ahead()) == [B]


def test_a_page_seen_twice_is_two_stops() -> None:
    assert addresses(trail(A, B, A).behind()) == [B, A, HOME]


def test_a_title_and_a_place_are_noted_apart() -> None:
    way = trail(A)

    way.note(title="The first")
    assert way.here == Stop(A, "The first", 0.0)
    way.note(place=0.25)
    assert way.here == Stop(A, "The first", 0.25)
    way.note(title="", place=0.0)
    assert way.here == Stop(A)


def test_what_was_noted_is_there_on_the_way_back() -> None:
    way = trail(A)
    way.note(title="The first", place=0.75)
    way.go(B)
    way.note(title="The second", place=0.5)

    assert way.back() == Stop(A, "The first", 0.75)
    assert way.ahead() == (Stop(B, "The second", 0.5),)


def test_a_long_trail_forgets_its_beginning() -> None:
    searches = [SearchAddress(str(number)) for number in range(Trail.LONGEST + 5)]

    way = trail(*searches)

    assert addresses((way.here, *way.behind())) == searches[: -Trail.LONGEST - 1 : -1]
    assert way.back(Trail.LONGEST - 1) == Stop(searches[5])
    assert way.back() is None


def test_the_page_of_all_is_no_search_and_written_as_one() -> None:
    """Back and forward tell them apart; a copied address leads to the results."""
    everything, search = EverythingAddress("night pain"), SearchAddress("night pain")

    assert everything != search
    assert search != everything
    assert everything == EverythingAddress("night pain")
    assert parse_address(str(everything)) == search


def test_begun_again_nobody_has_been_anywhere() -> None:
    walked = trail(A, SearchAddress("bone"))
    walked.back()

    walked.clear()

    assert walked.here == Stop(HomeAddress())
    assert (walked.behind(), walked.ahead()) == ((), ())


def test_what_is_shown_is_kept_when_the_rest_is_forgotten() -> None:
    walked = trail(A, SearchAddress("bone"))
    walked.back()

    walked.forget_others()

    assert walked.here.address == A
    assert (walked.behind(), walked.ahead()) == ((), ())
