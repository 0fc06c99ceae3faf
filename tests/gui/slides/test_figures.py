"""Tests of `crmo_desktop.gui.slides.figures`: every picture of the edition in every room."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.picture import Flow, SideBySide
from crmo_desktop.domain.slides import Figure, MatterKind
from crmo_desktop.gui.slides.deck import SlideMakers, make_deck
from crmo_desktop.gui.slides.figures_slide import FigureSlide
from crmo_desktop.gui.slides.frame import FOOT
from crmo_desktop.gui.slides.room_look import ROOM_THEMES
from crmo_desktop.gui.slides.slide import SMALLEST, Room
from crmo_desktop.gui.theme import load_theme
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters
from tests.gui.slides.figure_samples import joined, matter_of, shown, slides_of, told_by
from tests.gui.slides.measuring import is_cut

Drawn = Callable[..., tuple[FigureSlide, ...]]
PICTURES = sorted(path.stem for path in (Path(__file__).parents[3] / "content/pictures").glob("*.json"))
ROOMS = {
    "light, wide": Room(),
    "contrast, narrow, smaller": Room("contrast", -1, 960.0),
    "dark, narrow, largest": Room("dark", 3, 960.0),
}


@pytest.fixture(scope="module")
def drawn(makers: SlideMakers) -> Iterator[Drawn]:
    """The slides of a picture in a room, made once."""
    made: dict[tuple[str, Room], tuple[FigureSlide, ...]] = {}

    def draw(picture: str, room: Room = Room()) -> tuple[FigureSlide, ...]:
        if (picture, room) not in made:
            made[picture, room] = slides_of(picture, makers, room)
        return made[picture, room]

    yield draw
    made.clear()


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
@pytest.mark.parametrize("picture", PICTURES)
def test_every_word_is_large_and_has_its_place(
    picture: str, room: Room, drawn: Drawn, makers: SlideMakers
) -> None:
    ground = QColor(load_theme(makers.themes, ROOM_THEMES[room.theme]).colours["page"])
    for slide, state in shown(drawn(picture, room)):
        placed = [each for each in slide.placed_in(state) if each.kind != "picture"]
        area = QRectF(40, 0, room.width - 80, FOOT + 1)
        assert [each.words for each in placed if each.size < SMALLEST] == []
        assert [each.words for each in placed if not area.contains(each.rect)] == []
        crossing = [
            (one.words, other.words)
            for one, other in combinations(placed, 2)
            if one.rect.adjusted(1, 1, -1, -1).intersects(other.rect)
        ]
        assert crossing == []
        assert slide.spare(state) >= -0.5
        assert not is_cut(slide, ground)


@pytest.mark.parametrize("room", [Room(), ROOMS["contrast, narrow, smaller"]], ids=["wide", "narrow"])
@pytest.mark.parametrize("picture", PICTURES)
def test_all_that_a_picture_says_is_on_its_slides(
    picture: str, room: Room, drawn: Drawn, makers: SlideMakers
) -> None:
    matter = matter_of(picture, makers)
    value = makers.reading.figure(picture, matter.audience)  # type: ignore[arg-type]  # its id
    slides = drawn(picture, room)
    said = joined([each.words for slide, state in shown(slides) for each in slide.placed_in(state)])

    wanted = [value.caption, *told_by(value.drawing)]
    assert [text for text in wanted if joined([text]) not in said] == []


@pytest.mark.parametrize("picture", PICTURES)
def test_sources_without_room_at_the_foot_are_named_on_slides_of_their_own(
    picture: str, drawn: Drawn, makers: SlideMakers
) -> None:
    matter = matter_of(picture, makers)
    figures = drawn(picture)
    unnamed = {id for slide in figures for id in slide.unnamed}
    others = make_deck("", [matter], Room(), makers).slides[len(figures) :]
    named = " ".join(each.words for slide in others for each in slide.placed)

    assert [id for id in unnamed if matter.references[id] not in named] == []
    assert bool(others) == bool(unnamed)
    assert any(slide.source_line for slide in figures)
    elsewhere = [slide for slide in figures if slide.unnamed and not slide.is_live]
    assert all("Sources" in slide.source_line for slide in elsewhere)


def test_pictures_that_can_change_are_live(drawn: Drawn, makers: SlideMakers) -> None:
    for picture in PICTURES:
        matter = matter_of(picture, makers)
        drawing = makers.reading.figure(picture, matter.audience).drawing  # type: ignore[arg-type]  # its id
        is_live = any(slide.is_live for slide in drawn(picture))
        assert is_live == isinstance(drawing, BoneMap | Flow | SideBySide), picture


def test_every_slide_of_a_picture_can_be_made_large(drawn: Drawn) -> None:
    for picture in ("long-bone", "bone-map", "relapse"):
        for slide in drawn(picture):
            assert slide.zoomed is not None
            assert QRectF(0, 0, slide.width, 720).contains(slide.zoomed)


def test_what_a_section_cites_has_the_sources_of_its_pictures(reading: ReadingService) -> None:
    talks = SlideMatters(reading)
    found = 0
    for chapter in reading.chapters():
        for entry in chapter.topics:
            for audience in Audience:
                for matter in talks.of_topic(entry.id, audience).matters:
                    for piece in matter.pieces:
                        if isinstance(piece, Figure):
                            found += 1
                            assert set(reading.figure(piece.picture, audience).sources) <= set(
                                matter.references
                            )
    assert found >= len(PICTURES)


def test_a_picture_by_itself_is_called_by_its_name(makers: SlideMakers) -> None:
    from dataclasses import replace

    from crmo_desktop.gui.slides.figures import figure_slides
    from crmo_desktop.gui.slides.room_look import room_look

    matter = replace(matter_of("history", makers), kind=MatterKind.PICTURE, kicker="", title="History")
    look = room_look(Room(), makers.themes)
    figure = matter.pieces[0]
    assert isinstance(figure, Figure)
    slide = figure_slides(matter, figure, look, makers, Room())[0]

    kinds = [each.kind for each in slide.placed]
    assert "kicker" not in kinds
    assert next(each.words for each in slide.placed if each.kind == "title") == slide.picture.title


@pytest.mark.parametrize("picture", PICTURES)
def test_what_says_something_names_whose_it_is(picture: str, drawn: Drawn) -> None:
    first = drawn(picture)[0]
    if first.picture.caption_facts:
        assert joined([first.picture.caption]) in joined(list(first.told(first.first_state())))
        assert first.source_line
