"""A deck as a file of slides (.pptx)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from crmo_desktop.domain.language import is_right_to_left
from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.export.pptx_values import (
    FileSlide,
    Shape,
    SlideFile,
)
from crmo_desktop.gui.edition_stamp import edition_stamp
from crmo_desktop.gui.handing_out.figure_shapes import figure_shapes
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.gui.handing_out.question_shapes import answer_shapes, option_shapes
from crmo_desktop.gui.handing_out.shots import Shot, placed_in, shots_of
from crmo_desktop.gui.handing_out.slide_shapes import foot_shapes, head_shapes, words_shapes
from crmo_desktop.gui.slides.answer_slide import AnswerSlide
from crmo_desktop.gui.slides.figures_slide import FigureSlide
from crmo_desktop.gui.slides.question_slide import QuestionSlide
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.words_slide import WordsSlide


def slide_file(handed: Handed, made: datetime, *, has_answers: bool = True) -> SlideFile:
    """The slides of a deck as a file.

    Args:
        handed: what is handed out.
        made: when, with its time zone.
        has_answers: answers to questions go along.
    """
    deck, edition = handed.deck, handed.edition
    stamp = edition_stamp(edition)
    return SlideFile(
        title=deck.title,
        subject=stamp,
        language=handed.language,
        width=deck.room.width,
        colours=_colours(handed.look),
        slides=tuple(_slide(shot, handed, stamp) for shot in shots_of(deck, has_answers=has_answers)),
        made=made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        is_rtl=is_right_to_left(handed.language),
    )


def _colours(look: RoomLook) -> Mapping[str, str]:
    """Every colour by its name; the bronze of questions is that of trainers."""
    return {**look.look.theme.colours, "question": look.look.name_of("aud_trainer")}


def _slide(shot: Shot, handed: Handed, stamp: str) -> FileSlide:
    slide, look = shot.slide, handed.look
    is_rtl = is_right_to_left(slide.matter.language)
    seen = placed_in(shot)
    is_question = slide.matter.kind is MatterKind.QUESTION
    head = tuple(head_shapes(seen, look, is_question=is_question, is_rtl=is_rtl))
    foot = tuple(foot_shapes(seen, look, shot.number, is_rtl=is_rtl))
    return FileSlide(
        title=slide.title,
        shapes=(*head, *_body(shot, look, is_rtl=is_rtl), *foot),
        foot=stamp,
        notes=(*handed.notes_on(slide.matter), *slide.notes),
        part=handed.parts[slide.matter.part] if slide.matter.part < len(handed.parts) else "",
        is_question=is_question,
    )


def _body(shot: Shot, look: RoomLook, *, is_rtl: bool) -> Iterator[Shape]:
    slide = shot.slide
    if isinstance(slide, WordsSlide):
        yield from words_shapes(slide, look, is_rtl=is_rtl)
    elif isinstance(slide, QuestionSlide):
        yield from option_shapes(slide, shot.state)
    elif isinstance(slide, AnswerSlide):
        yield from answer_shapes(slide, is_rtl=is_rtl)
    elif isinstance(slide, FigureSlide):
        yield from figure_shapes(slide, shot.state)
