"""Tests of `crmo_desktop.gui.slides.questions`: every question of the edition, in every room."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.question_slide import QuestionSlide, QuestionTextSlide
from crmo_desktop.gui.slides.questions import question_slides
from crmo_desktop.gui.slides.room_look import room_look
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Room, Slide
from crmo_desktop.services.reading import ReadingService
from tests.gui.slides.question_samples import BEST, matter_of, matters_of_edition

MakeSlides = Callable[..., tuple[Slide, ...]]
SHAPES = [1280.0, 960.0]


def no_drawer() -> None:
    raise AssertionError("questions draw no picture")


@pytest.fixture
def make(reading: ReadingService, icons: IconShelf, themes: Path, qapp: QApplication) -> MakeSlides:
    makers = SlideMakers(reading, icons, no_drawer, themes)  # type: ignore[arg-type]  # draws nothing

    def slides(matter: Matter, room: Room) -> tuple[Slide, ...]:
        return question_slides(matter, room_look(room, themes), makers, room)

    return slides


def test_a_question_comes_before_its_answer(make: MakeSlides) -> None:
    asked, answered = make(matter_of(BEST), Room())

    assert isinstance(asked, QuestionSlide)
    assert "C. Both of them" in answered.told(answered.first_state())


def test_what_asks_nothing_makes_no_slide(make: MakeSlides) -> None:
    assert make(replace(matter_of(BEST), question=None), Room()) == ()


def test_a_question_too_long_for_its_options_stands_before_them(make: MakeSlides) -> None:
    long = replace(
        BEST, text="Which of these is it? " * 10, options=tuple(f"{n} {'an option ' * 7}." for n in range(5))
    )

    asked, options, *_ = make(matter_of(long), Room(width=960.0))

    assert isinstance(asked, QuestionTextSlide)
    assert isinstance(options, QuestionSlide)
    assert options.fits
    check(asked)
    check(options)


def check(slide: Slide) -> None:
    """Nothing is cut, nothing lies over anything else, nothing is too small for the last row."""
    whole = QRectF(0, 0, slide.width, HEIGHT)
    for each in slide.placed:
        assert whole.contains(each.rect), each
        assert each.size >= SMALLEST, each
    for place, one in enumerate(slide.placed):
        for other in slide.placed[place + 1 :]:
            assert not one.rect.intersects(other.rect), (one, other)


@pytest.mark.parametrize("width", SHAPES)
@pytest.mark.parametrize("type_step", [-1, 0, 3])
def test_every_question_of_the_edition_fits(
    width: float, type_step: int, make: MakeSlides, reading: ReadingService
) -> None:
    room = Room(width=width, type_step=type_step)
    for matter in matters_of_edition(reading):
        slides = make(matter, room)
        assert matter.question is not None
        for slide in slides:
            check(slide)
            assert not isinstance(slide, QuestionSlide) or slide.fits, matter.key
        told = " ".join(words for slide in slides for words in slide.told(slide.last_state()))
        for sentence in (matter.title, *matter.question.options, matter.settled_by):
            assert sentence in told
        for word in matter.question.explanation.split():
            assert word.strip(".") in told
        assert len(slides) <= 3 or width == 960.0 or type_step > 0, matter.key
