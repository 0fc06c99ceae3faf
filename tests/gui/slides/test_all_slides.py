"""Every section of every topic on slides: nothing cut, nothing under the size limit, nothing left out."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.slides.deck import Deck, SlideMakers, make_deck
from crmo_desktop.gui.slides.room_look import ROOM_THEMES
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.gui.theme import load_theme
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters
from tests.gui.slides.measuring import faults, is_cut, unsaid

WIDE, NARROW = 1280.0, 960.0
ROOMS = {
    "light, wide": Room(),
    "light, narrow": Room(width=NARROW),
    "contrast, wide": Room("contrast"),
    "contrast, narrow": Room("contrast", width=NARROW),
    "dark, wide, larger": Room("dark", 2),
    "dark, narrow, largest": Room("dark", 3, NARROW),
}
CHAPTERS = 14  # at least; more are found by the test itself


@pytest.fixture(scope="module", params=list(Audience), ids=str)
def matters(request: pytest.FixtureRequest, reading: ReadingService) -> dict[str, tuple[Matter, ...]]:
    """The matters of every topic, by its id."""
    talks = SlideMatters(reading)
    topics = [entry.id for chapter in reading.chapters() for entry in chapter.topics]
    return {str(topic): talks.of_topic(topic, request.param).matters for topic in topics}


def _decks(
    matters: dict[str, tuple[Matter, ...]], room: Room, makers: SlideMakers
) -> Iterator[tuple[str, Deck]]:
    for topic, own in matters.items():
        yield topic, make_deck(topic, own, room, makers)


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_nothing_is_cut_or_small_or_left_out(
    matters: dict[str, tuple[Matter, ...]], room: Room, makers: SlideMakers
) -> None:
    wrong = []
    ground = QColor(load_theme(makers.themes, ROOM_THEMES[room.theme]).colours["page"])
    for topic, deck in _decks(matters, room, makers):
        for slide in deck.slides:
            wrong += [f"{slide.key}: {fault}" for fault in faults(slide)]
            if is_cut(slide, ground):
                wrong.append(f"{slide.key}: painted over the edge")
        for matter in matters[topic]:
            own = [slide for slide in deck.slides if slide.matter is matter]
            if missing := unsaid(matter, own):
                wrong.append(f"{matter.key}: not said: {' '.join(missing)}")
    assert wrong == []
