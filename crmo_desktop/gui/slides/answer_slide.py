"""Why an answer is right: the answer, its explanation, and the section that settles it."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from crmo_desktop.domain.quiz import Question, QuestionKind
from crmo_desktop.domain.slides import Matter
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides import question_words
from crmo_desktop.gui.slides.elements import Element, SetText, Words, paint_all, set_text
from crmo_desktop.gui.slides.frame import LEFT, RIGHT, Frame, fits_foot
from crmo_desktop.gui.slides.question_rows import sizes_below
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.slide import Placed, Slide, SlideState
from crmo_desktop.services.sentences import split

_GAP: Final = 18.0  # between paragraphs


class Paragraph(NamedTuple):
    """Words of an answer in the colour of a role."""

    text: str
    role: str = "text"
    weight: int = 400


class AnswerSlide(Slide):
    """A part of an explanation, or all of it.

    Attributes:
        paragraphs: what it says below its title.
    """

    def __init__(
        self,
        frame: Frame,
        matter: Matter,
        paragraphs: Sequence["Paragraph"],
        size: float,
        look: RoomLook,
        icons: IconShelf,
    ) -> None:
        """Set paragraphs of letters of a size below a frame."""
        self.matter, self.title, self.width = matter, question_words.answer(), look.width
        self.steps, self.source_line, self.notes = 1, frame.source_line, matter.notes
        self.paragraphs = tuple(paragraphs)
        self._frame, self._look, self._icons = frame, look, icons
        self._elements: list[Element] = []
        self.placed = frame.placed
        top = frame.body.top()
        for each in paragraphs:
            words = _set(each, size, look)
            element: Element = Words(words=words, at=QPointF(LEFT, top), role=each.role)
            element = element.mirrored(look.width) if frame.is_mirrored else element
            self._elements.append(element)
            self.placed += (Placed(kind="text", rect=QRectF(element.rect), size=words.size, words=each.text),)
            top += words.height + _GAP

    def paint(self, painter: QPainter, state: SlideState) -> None:
        """Paint it."""
        self._frame.paint(painter, self._icons, self.place)
        paint_all(self._elements, painter, self._look.look, self._icons)


def answer_slides(
    matter: Matter, question: Question, look: RoomLook, icons: IconShelf
) -> tuple[AnswerSlide, ...]:
    """The answer with its explanation, on as many slides as it takes, and its sources."""
    names = [matter.references[source] for source in question.sources if source in matter.references]
    has_room = fits_foot(names, look)
    foot = None if has_room else look.words.sources_follow()
    title = question.text
    if question.kind is not QuestionKind.ORDER:  # the right order was seen
        (title,) = question_words.right_answer(question)

    def frame() -> Frame:
        return Frame(matter, look, title=title, kicker=question_words.answer(), sources=names, foot=foot)

    paragraphs = _paragraphs(matter, question, title)
    slides = _slides(frame, matter, paragraphs, look, icons)
    if has_room:
        return slides

    def sources() -> Frame:
        return Frame(matter, look, title=look.words.sources(), kicker=question_words.answer(), foot="")

    return *slides, *_slides(sources, matter, [Paragraph(f"{name}.") for name in names], look, icons)


def _paragraphs(matter: Matter, question: Question, title: str) -> list[Paragraph]:
    sentences = split(question.explanation)
    if sentences and sentences[0] == f"{title}.":
        del sentences[0]  # "True.", which is the title
    paragraphs = [Paragraph(sentence) for sentence in sentences]
    if question.kind is not QuestionKind.ORDER:
        paragraphs.insert(0, Paragraph(question.text, "muted"))
    if matter.settled_by:
        paragraphs.append(Paragraph(question_words.settled_by(matter.settled_by), "accent", 600))
    return paragraphs


def _slides(
    frame: Callable[[], Frame], matter: Matter, paragraphs: list[Paragraph], look: RoomLook, icons: IconShelf
) -> tuple[AnswerSlide, ...]:
    room = frame().body.height()
    sizes = sizes_below(look)
    size = next((size for size in sizes if _height(paragraphs, size, look) <= room), None)
    if size is None:  # several slides: as large as each paragraph allows
        fitting = (s for s in sizes if all(_height([each], s, look) <= room for each in paragraphs))
        size = next(fitting, sizes[-1])
    groups = _filled(paragraphs, size, look, room)
    return tuple(AnswerSlide(frame(), matter, group, size, look, icons) for group in groups)


def _set(paragraph: Paragraph, size: float, look: RoomLook) -> SetText:
    font = look.font(size, paragraph.weight)
    return set_text(paragraph.text, font, look.width - LEFT - RIGHT, spacing=1.05)


def _height(paragraphs: Sequence[Paragraph], size: float, look: RoomLook) -> float:
    return sum(_set(each, size, look).height + _GAP for each in paragraphs) - _GAP


def _filled(
    paragraphs: Sequence[Paragraph], size: float, look: RoomLook, room: float
) -> list[list[Paragraph]]:
    """As many paragraphs on each slide as it has room for, one at least; no last one stands alone."""
    groups: list[list[Paragraph]] = [[]]
    for each in paragraphs:
        if groups[-1] and _height([*groups[-1], each], size, look) > room:
            groups.append([])
        groups[-1].append(each)
    if len(groups) > 1 and len(groups[-1]) == 1 and len(groups[-2]) > 1:
        pair = [groups[-2][-1], groups[-1][0]]
        if _height(pair, size, look) <= room:
            groups[-2:] = [groups[-2][:-1], pair]
    return groups
