import time

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.slides import Figure, MatterKind
from crmo_desktop.gui.slides.deck import SlideMakers, make_deck
from crmo_desktop.gui.slides.slide import Room, Slide
from crmo_desktop.gui.slides.words_slide import WordsSlide
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters
from tests.gui.slides.samples import MANY_NAMES, matter, point


def test_every_matter_has_its_slides_in_order(makers: SlideMakers) -> None:
    matters = (matter(key="own/0", kind=MatterKind.OWN), matter(*(point() for _ in range(6)), key="own/1"))
    deck = make_deck("Pain", matters, Room(), makers)

    assert (deck.title, deck.room) == ("Pain", Room())
    assert [slide.key for slide in deck.slides] == ["own/0/0", "own/1/0", "own/1/1"]
    assert [(slide.number, slide.count) for slide in deck.slides] == [(0, 1), (0, 2), (1, 2)]
    assert [slide.place for slide in deck.slides] == [0, 1, 2]


def test_slides_of_one_title_are_told_apart(makers: SlideMakers) -> None:
    deck = make_deck("Pain", (matter(*(point() for _ in range(6))),), Room(), makers)

    assert [slide.title for slide in deck.slides] == [
        "What comes first (1 of 2)",
        "What comes first (2 of 2)",
    ]


def test_sources_without_room_come_at_the_end_of_their_matter(makers: SlideMakers) -> None:
    own = matter(point(sources=tuple(MANY_NAMES)), references=MANY_NAMES)
    deck = make_deck("Pain", (own, matter(point(), key="own/2")), Room(), makers)

    assert [slide.title for slide in deck.slides] == [
        "What comes first", "What comes first: sources", "What comes first",
    ]  # fmt: skip


def test_figures_become_slides_between_words(makers: SlideMakers, reading: ReadingService) -> None:
    picture = next(iter(reading.pictures(Audience.PATIENT))).id
    own = matter(point("Before."), Figure(picture=PictureId(picture)), point("After."))
    deck = make_deck("Pain", (own,), Room(), makers)

    kinds = [isinstance(slide, WordsSlide) for slide in deck.slides]
    assert kinds[0]
    assert kinds[-1]
    assert False in kinds
    assert {slide.count for slide in deck.slides} == {len(deck.slides)}


def test_a_question_becomes_its_slides(makers: SlideMakers, reading: ReadingService) -> None:
    question = reading.questions(Audience.PATIENT)[0]
    asked = matter(kind=MatterKind.QUESTION, key=f"question/{question.id}", title="", question=question)
    deck = make_deck("Pain", (asked,), Room(), makers)

    assert len(deck.slides) > 1
    assert not isinstance(deck.slides[0], WordsSlide)


def test_a_place_is_found_again_after_everything_was_set_anew(makers: SlideMakers) -> None:
    matters = (matter(key="own/0"), matter(*(point() for _ in range(9)), key="own/1"))
    deck = make_deck("Pain", matters, Room(), makers)

    assert deck.place_of("own/1/1") == 2
    assert deck.place_of("own/1/99") == len(deck.slides) - 1
    assert deck.place_of("own/none/0") == 0


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_theme_moves_nothing(makers: SlideMakers, reading: ReadingService, theme: str) -> None:
    matters = SlideMatters(reading).of_topic(TopicId("mri"), Audience.CLINICIAN).matters

    def places(slides: tuple[Slide, ...]) -> list[object]:
        return [each for slide in slides for each in slide.placed]

    light, other = (make_deck("MRI", matters, Room(name), makers).slides for name in ("light", theme))
    assert places(light) == places(other)


def test_ninety_minutes_are_set_within_a_second(makers: SlideMakers, reading: ReadingService) -> None:
    talks = SlideMatters(reading)
    matters = [
        each
        for topic in ("mri", "bone-pain", "what-is-crmo", "naproxen", "bone-biology", "red-flags", "biopsy")
        for each in talks.of_topic(TopicId(topic), Audience.CLINICIAN).matters
    ]
    make_deck("Warm", matters[:3], Room(), makers)
    before = time.process_time()
    deck = make_deck("Ninety minutes", matters, Room(), makers)

    assert len(deck.slides) > 90  # one a minute
    assert time.process_time() - before < 1
