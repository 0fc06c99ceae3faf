"""Tests of `crmo_desktop.gui.presenter.console_rows`."""

from dataclasses import replace

from crmo_desktop.gui.models.slide_rows import SlideRow
from crmo_desktop.gui.presenter.console_rows import slide_rows
from crmo_desktop.gui.presenter.timekeeper import Timekeeper
from crmo_desktop.gui.slides.slide import Room
from tests.gui.presenter.console_samples import Clock, deck_of, talk


def test_slides_stand_below_their_parts_with_their_times() -> None:
    clock, held = Clock(), talk()
    deck = deck_of(held, Room())
    keeper = Timekeeper([part.minutes for part in held.parts], clock)
    keeper.enter(0, deck.slides[0].key)
    clock.seconds += 65
    keeper.enter(0, deck.slides[1].key)
    clock.seconds += 0.4

    rows = slide_rows(held, deck, keeper, 1)

    assert [row for row, _ in rows] == [
        SlideRow(-1, "What it is", "1:05 of 2 min"),
        SlideRow(0, "Names (1 of 2)", "1:05", is_passed=True),
        SlideRow(1, "Names (2 of 2)"),
        SlideRow(2, "Signs"),
        SlideRow(-1, "What to do", "3 min"),
        SlideRow(3, "Fever"),
        SlideRow(4, "Map"),
        SlideRow(5, "2"),
    ]
    assert [words for _, words in rows][:4] == [
        "What it is, 1:05 of 2 min",
        "1: Names (1 of 2), was shown",
        "2: Names (2 of 2), on the wall",
        "3: Signs",
    ]


def test_a_part_without_minutes_tells_only_what_it_took() -> None:
    clock, held = Clock(), talk()
    held = replace(held, parts=tuple(replace(part, minutes=None) for part in held.parts))
    keeper = Timekeeper([None, None], clock)
    keeper.enter(0, "x")
    clock.seconds += 5

    rows = slide_rows(held, deck_of(held, Room()), keeper, 0)

    assert [row.time for row, _ in rows if row.place < 0] == ["0:05", ""]
    assert rows[4][1] == "What to do"


def test_a_topic_has_slides_only() -> None:
    held = talk(is_session=False)
    keeper = Timekeeper([None], Clock())

    assert [row.place for row, _ in slide_rows(held, deck_of(held, Room()), keeper, 0)] == [0, 1, 2]
