"""Tests of `crmo_desktop.gui.presenter.show`."""

import pytest
from PySide6.QtTest import QSignalSpy

from crmo_desktop.gui.presenter.show import Cover, Show, Tool
from crmo_desktop.gui.slides.slide import Room
from tests.gui.presenter.wall_samples import deck, talk


def where(running: Show) -> tuple[str, int]:
    return running.slide.title, running.state.step


def tool(running: Show) -> Tool:
    return running.tool


def test_it_begins_where_it_is_told() -> None:
    held = talk()

    assert where(Show(lambda room: deck(held, room), Room(), "topic/Live")) == ("Live", 0)
    assert where(Show(lambda room: deck(held, room), Room(), "topic/None")) == ("First", 0)


def test_forward_goes_to_the_end_and_no_further(running: Show) -> None:
    for _ in range(20):
        running.forward()

    assert where(running) == ("Last", 0)
    assert running.next_slide is None


def test_back_goes_to_the_beginning_and_no_further(running: Show) -> None:
    running.go_to(1)
    for _ in range(20):
        running.back()

    assert where(running) == ("First", 0)


def test_a_slide_is_found_as_it_was_left(running: Show) -> None:
    running.go_to(1)
    running.forward()
    running.go_to(4)
    assert running.state_of(running.deck.slides[1]).step == 1
    running.go_to(1)

    assert where(running) == ("Built", 1)


@pytest.mark.parametrize(("place", "found"), [(-3, 0), (2, 2), (99, 4)])
def test_it_goes_to_the_nearest_place(place: int, found: int, running: Show) -> None:
    running.go_to(1)
    running.go_to(place)

    assert running.place == found


def test_what_changes_nothing_tells_nothing(running: Show) -> None:
    changed = QSignalSpy(running.changed)

    running.go_to(0)
    running.back()
    running.set_state(running.state)
    running.set_zoomed(False)
    running.set_zoomed(True)
    running.set_overview(False)
    running.set_room(running.deck.room)
    assert not running.press("down")

    assert changed.count() == 0


def test_another_slide_is_told_once(running: Show) -> None:
    moved, changed = QSignalSpy(running.moved), QSignalSpy(running.changed)

    running.forward()
    running.forward()

    assert (moved.count(), changed.count()) == (1, 2)


def test_going_on_uncovers_first(running: Show) -> None:
    for cover in (Cover.BLACK, Cover.WHITE):
        running.set_cover(cover)
        running.forward()
        assert (running.cover, running.place) == (Cover.NOTHING, 0)
    running.set_overview(True)
    running.back()
    assert (running.is_overview, running.place) == (False, 0)
    running.go_to(2)
    running.set_zoomed(True)
    running.forward()
    assert (running.is_zoomed, running.place) == (False, 2)


def test_a_tool_is_put_down_by_taking_it_again(running: Show) -> None:
    running.set_tool(Tool.DRAW)
    assert tool(running) == Tool.DRAW
    running.set_tool(Tool.ERASE)
    assert tool(running) == Tool.ERASE
    running.set_tool(Tool.ERASE)
    assert tool(running) == Tool.NONE


def test_another_room_stays_at_the_same_place(running: Show) -> None:
    anew = QSignalSpy(running.set_anew)
    running.go_to(1)
    running.forward()
    running.set_room(running.deck.room._replace(theme="dark"))
    assert where(running) == ("Built", 1)
    running.set_room(running.deck.room._replace(builds=False))

    assert where(running) == ("Built", 0)
    assert anew.count() == 2


@pytest.mark.parametrize(("step", "found"), [(-9, -1), (2, 2), (9, 3)])
def test_words_have_a_smallest_and_a_largest_size(step: int, found: int, running: Show) -> None:
    running.set_type_step(step)

    assert running.deck.room.type_step == found


def test_the_end_is_told(running: Show) -> None:
    ended = QSignalSpy(running.ended)
    running.end()

    assert ended.count() == 1
