"""Tests of `crmo_desktop.gui.slides.answer_slide`."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.answer_slide import answer_slides
from crmo_desktop.gui.slides.room_look import RoomLook, room_look
from crmo_desktop.gui.slides.slide import HEIGHT, Room, SlideState
from tests.gui.slides.question_samples import BEST, ORDER, TRUE_FALSE, matter_of


@pytest.fixture
def look(themes: Path, qapp: QApplication) -> RoomLook:
    return room_look(Room(), themes)


def test_an_answer_tells_why_and_where_it_is_written(look: RoomLook, icons: IconShelf) -> None:
    (slide,) = answer_slides(matter_of(BEST), BEST, look, icons)

    assert slide.steps == 1
    assert slide.told(SlideState()) == (
        "Answer",
        "C. Both of them",
        "Beck and others 2010; Zhao and others 2018",
        BEST.text,
        "Both can look alike.",
        "Nobody can tell by looking.",
        "Read it in Bone pain › In short",
    )
    assert slide.source_line == "Beck and others 2010; Zhao and others 2018"
    assert slide.notes == ("Ask it twice.",)


def test_true_is_not_said_twice(look: RoomLook, icons: IconShelf) -> None:
    (slide,) = answer_slides(matter_of(TRUE_FALSE), TRUE_FALSE, look, icons)

    assert [each.text for each in slide.paragraphs][:2] == [TRUE_FALSE.text, "Bring a book."]


def test_the_order_that_was_seen_is_not_told_again(look: RoomLook, icons: IconShelf) -> None:
    (slide,) = answer_slides(matter_of(ORDER, settled_by=""), ORDER, look, icons)

    assert [each.text for each in slide.paragraphs] == ["One comes first."]


def test_many_sources_have_a_slide_of_their_own(look: RoomLook, icons: IconShelf) -> None:
    ids = tuple(SourceId(f"s-{number}") for number in range(9))
    question = replace(BEST, sources=ids)
    names = {id: f"Somebody and others, Journal of Many Words in its Name {id}" for id in ids}

    first, *rest = answer_slides(matter_of(question, references=names), question, look, icons)

    assert first.source_line == look.words.sources_follow()
    assert rest
    told = [each.text for slide in rest for each in slide.paragraphs]
    assert told == [f"{name}." for name in names.values()]


def test_a_long_explanation_takes_several_slides(look: RoomLook, icons: IconShelf) -> None:
    sentence = "This is a sentence of some length which is said more than once, so that it takes room."
    question = replace(BEST, explanation=" ".join([sentence] * 12))

    slides = answer_slides(matter_of(question), question, look, icons)

    assert len(slides) > 1
    assert sum(each.text == sentence for slide in slides for each in slide.paragraphs) == 12
    assert all(len(slide.paragraphs) > 1 for slide in slides)


@pytest.mark.parametrize(("language", "words"), [("en", "What is it?"), ("ar", "ما هذا؟")])
def test_an_answer_is_painted(language: str, words: str, look: RoomLook, icons: IconShelf) -> None:
    question = replace(BEST, text=words)
    (slide,) = answer_slides(matter_of(question, language=language), question, look, icons)
    image = QImage(round(slide.width), round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slide.paint(painter, SlideState())
    painter.end()

    text = next(each for each in slide.placed if each.words == words)
    is_at_right = text.rect.center().x() > slide.width / 2
    assert is_at_right is (language == "ar")
    ground = image.pixelColor(image.width() // 2, 4)
    edges = text.rect.toRect()
    left, top, right, bottom = edges.left(), edges.top(), edges.right(), edges.bottom()
    found = {image.pixelColor(x, y).name() for x in range(left, right, 2) for y in range(top, bottom, 2)}
    assert len(found - {ground.name()}) > 1
