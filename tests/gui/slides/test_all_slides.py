"""Every section of every topic on slides: nothing cut, nothing under the size limit, nothing left out."""

import pytest
from PySide6.QtGui import QColor

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import Figure, Matter
from crmo_desktop.gui.slides.deck import Deck, SlideMakers, make_deck
from crmo_desktop.gui.slides.room_look import ROOM_THEMES
from crmo_desktop.gui.slides.slide import Room, Slide
from crmo_desktop.gui.theme import load_theme
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters
from tests.gui.slides.measuring import faults, is_cut, unnamed, unsaid

WIDE, NARROW = 1280.0, 960.0
TOPICS = 89
ROOMS = {
    f"{theme}, {shape}": Room(theme, width=width)
    for theme in ("light", "contrast")
    for shape, width in (("wide", WIDE), ("narrow", NARROW))
}
LARGER = {
    "dark, wide, larger": Room("dark", 1, WIDE),
    "dark, narrow, largest": Room("dark", 3, NARROW),
    "dark, wide, smallest": Room("dark", -1, WIDE),
}
EVERY = 5  # of the topics, where other sizes of type are tried

Matters = dict[str, tuple[Matter, ...]]


@pytest.fixture(scope="module", params=list(Audience), ids=str)
def matters(request: pytest.FixtureRequest, reading: ReadingService) -> Matters:
    """The matters of every topic, by its id."""
    talks = SlideMatters(reading)
    topics = [entry.id for chapter in reading.chapters() for entry in chapter.topics]
    return {str(topic): talks.of_topic(topic, request.param).matters for topic in topics}


def _wrong(deck: Deck, ground: QColor, *, is_looked_at: bool) -> list[str]:
    wrong = []
    for slide in deck.slides:
        wrong += [f"{slide.key}: {fault}" for fault in faults(slide)]
        if is_looked_at and is_cut(slide, ground):
            wrong.append(f"{slide.key}: painted over the edge")
    return wrong


def _left_out(deck: Deck, own: tuple[Matter, ...]) -> list[str]:
    wrong = []
    slides: dict[str, list[Slide]] = {}
    for slide in deck.slides:
        slides.setdefault(slide.matter.key, []).append(slide)
    for matter in own:
        if missing := unsaid(matter, slides[matter.key]):
            wrong.append(f"{matter.key}: not said: {' '.join(missing)}")
        if missing_names := unnamed(matter, slides[matter.key]):
            wrong.append(f"{matter.key}: not named: {missing_names}")
    return wrong


def _ground(room: Room, makers: SlideMakers) -> QColor:
    return QColor(load_theme(makers.themes, ROOM_THEMES[room.theme]).colours["page"])


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_nothing_is_cut_or_small_or_left_out(matters: Matters, room: Room, makers: SlideMakers) -> None:
    assert len(matters) >= TOPICS
    ground, wrong = _ground(room, makers), []
    for topic, own in matters.items():
        deck = make_deck(topic, own, room, makers)
        # what is measured does not depend on the theme: one look at each shape is enough
        wrong += _wrong(deck, ground, is_looked_at=(room.theme == "light") == (room.width == WIDE))
        wrong += _left_out(deck, own)
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("room", LARGER.values(), ids=LARGER)
def test_other_sizes_of_type_cut_nothing_either(matters: Matters, room: Room, makers: SlideMakers) -> None:
    ground, wrong = _ground(room, makers), []
    for topic in list(matters)[::EVERY]:
        deck = make_deck(topic, matters[topic], room, makers)
        wrong += _wrong(deck, ground, is_looked_at=True) + _left_out(deck, matters[topic])
    assert wrong == []


def test_figures_are_among_what_is_measured(matters: Matters) -> None:
    assert any(isinstance(piece, Figure) for own in matters.values() for each in own for piece in each.pieces)
