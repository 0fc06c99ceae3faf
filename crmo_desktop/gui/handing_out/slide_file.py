"""A deck as a file of slides (.pptx)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter

from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.language import is_right_to_left
from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.export.pptx_values import (
    COLOURS,
    Area,
    FileSlide,
    PictureShape,
    Shape,
    SlideFile,
)
from crmo_desktop.gui.edition_stamp import edition_stamp
from crmo_desktop.gui.handing_out.question_shapes import answer_shapes, option_shapes
from crmo_desktop.gui.handing_out.shots import FRAME, Shot, placed_in, shots_of
from crmo_desktop.gui.handing_out.slide_shapes import foot_shapes, head_shapes, words_shapes
from crmo_desktop.gui.slides.answer_slide import AnswerSlide
from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.frame import LEFT, RIGHT
from crmo_desktop.gui.slides.question_slide import QuestionSlide
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import HEIGHT, Placed
from crmo_desktop.gui.slides.words_slide import WordsSlide

_SHARP: Final = 2.0  # pixels of a picture to the unit: 1440 on the height of a slide
_ROUND: Final = 12.0  # units round a picture
_BOXES: Final = ("key", "red", "caution", "evidence", "unknown")


class Handed(NamedTuple):
    """What is handed out.

    Attributes:
        look: that the deck was set in.
        notes: what is told whoever speaks beside the slide's own notes, by the key of a matter: theirs.
    """

    deck: Deck
    look: RoomLook
    edition: Edition
    notes: Callable[[str], tuple[str, ...]]


def slide_file(handed: Handed, made: datetime, *, has_answers: bool = True) -> SlideFile:
    """The slides of a deck as a file.

    Args:
        handed: what is handed out.
        made: when, with its time zone.
        has_answers: answers to questions go along.
    """
    deck, edition = handed.deck, handed.edition
    language = deck.slides[0].matter.language
    is_rtl = is_right_to_left(language)
    stamp = edition_stamp(edition)
    return SlideFile(
        title=deck.title,
        subject=stamp,
        language=language,
        width=deck.room.width,
        colours=_colours(handed.look),
        slides=tuple(_slide(shot, handed, stamp) for shot in shots_of(deck, has_answers=has_answers)),
        made=made.strftime("%Y-%m-%dT%H:%M:%SZ"),
        is_rtl=is_rtl,
    )


def _colours(look: RoomLook) -> Mapping[str, str]:
    """Every colour that shapes ask for by its name."""
    names = [name for name in COLOURS if name != "question"]
    names += ["zebra", "border", "border_strong", "good_bg", "card"]
    names += [f"{box}_{part}" for box in _BOXES for part in ("bg", "bar", "title")]
    return {"question": look.look.name_of("aud_trainer")} | {name: look.look.name_of(name) for name in names}


def _slide(shot: Shot, handed: Handed, stamp: str) -> FileSlide:
    slide, look = shot.slide, handed.look
    is_rtl = is_right_to_left(slide.matter.language)
    seen = placed_in(shot)
    head = tuple(head_shapes(seen, look, is_rtl=is_rtl))
    foot = tuple(foot_shapes(seen, look, shot.number, is_rtl=is_rtl))
    return FileSlide(
        title=slide.title,
        shapes=(*head, *_body(shot, look, is_rtl=is_rtl), *foot),
        foot=stamp,
        notes=(*handed.notes(slide.matter.key), *slide.notes),
        is_question=slide.matter.kind is MatterKind.QUESTION,
    )


def _body(shot: Shot, look: RoomLook, *, is_rtl: bool) -> Iterator[Shape]:
    slide = shot.slide
    if isinstance(slide, WordsSlide):
        yield from words_shapes(slide, look, is_rtl=is_rtl)
    elif isinstance(slide, QuestionSlide):
        yield from option_shapes(slide, shot.state)
    elif isinstance(slide, AnswerSlide):
        yield from answer_shapes(slide, is_rtl=is_rtl)
    else:
        yield from _picture(shot, look)


# --- pictures


def _picture(shot: Shot, look: RoomLook) -> Iterator[Shape]:
    """What is painted below the frame, which stays words."""
    seen = placed_in(shot)
    body = [each for each in seen if each.kind not in FRAME]
    if not body:
        return
    area = _area(body, seen, look)
    told = "\n".join(each.words for each in body if each.words)
    yield PictureShape(area=Area(area.x(), area.y(), area.width(), area.height()), png=_png(shot, area), told=told)


def _area(body: Sequence[Placed], seen: Sequence[Placed], look: RoomLook) -> QRectF:
    """What the picture covers: as wide as the slide's body, as high as what is in it."""
    heads = [each.rect.bottom() for each in seen if each.kind in {"kicker", "title"}]
    feet = [each.rect.top() for each in seen if each.kind == "source"]
    top, bottom = max(heads, default=0.0) + 2, min([HEIGHT - 70, *feet]) - 2
    low = max(each.rect.bottom() for each in body) + _ROUND
    return QRectF(LEFT - _ROUND, top, look.width - LEFT - RIGHT + 2 * _ROUND, min(low, bottom) - top)


def _png(shot: Shot, rect: QRectF) -> bytes:
    image = QImage((rect.size() * _SHARP).toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_SHARP, _SHARP)
    painter.translate(-rect.topLeft())
    shot.slide.paint(painter, shot.state)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes for the format
    return bytes(buffer.data().data())
