"""Questions and answers as shapes of a file."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRectF

from crmo_desktop.domain.quiz import LETTERS, QuestionKind
from crmo_desktop.domain.slides import Strand
from crmo_desktop.export.pptx_values import Area, Line, Shape, WordsShape
from crmo_desktop.gui.slides.answer_slide import AnswerSlide
from crmo_desktop.gui.slides.frame import LEFT, RIGHT
from crmo_desktop.gui.slides.question_slide import QuestionSlide
from crmo_desktop.gui.slides.slide import SlideState

_TICK: Final = "✓"
_TO_WORDS: Final = 1.4  # from a letter to the words behind it, times their size
_SPARE: Final = 12.0  # units below the last line, for faces that are higher


def option_shapes(slide: QuestionSlide, state: SlideState) -> Iterator[Shape]:
    """The options of a question; once it is answered the right one by tick, fill and weight."""
    placed = [each for each in slide.placed if each.kind == "option"]
    rects = [each.rect for each in placed]
    question, is_answered = slide.question, state.step + 1 >= slide.steps
    size = placed[0].size
    if question.kind is QuestionKind.ORDER and is_answered:
        for number, (place, rect) in enumerate(_in_order(rects, question.answer), 1):
            yield _option(f"{number}", slide.options[place], rect, size, is_right=True)
        return
    for place, rect in enumerate(rects):
        is_right = is_answered and place in question.answer
        sign = _TICK if is_right else LETTERS[place]
        yield _option(sign, slide.options[place], rect, size, is_right=is_right)


def _in_order(rects: Sequence[QRectF], order: Sequence[int]) -> Iterator[tuple[int, QRectF]]:
    """Where each option goes, one below the other in an order."""
    gap = rects[1].top() - rects[0].bottom() if len(rects) > 1 else 0.0
    top = rects[0].top()
    for place in order:
        rect = QRectF(rects[place])
        rect.moveTop(top)
        yield place, rect
        top = rect.bottom() + gap


def _option(sign: str, words: str, rect: QRectF, size: float, *, is_right: bool) -> Shape:
    line = Line(
        words=(Strand(f"{sign}\t", is_strong=True), Strand(words, is_strong=is_right)),
        size=size,
        hang=size * _TO_WORDS,
    )
    return WordsShape(
        area=Area(rect.left(), rect.top(), rect.width(), rect.height()),
        lines=(line,),
        fill="good_bg" if is_right else "card",
        edge="good" if is_right else "border_strong",
        is_middle=True,
    )


def answer_shapes(slide: AnswerSlide, *, is_rtl: bool) -> Iterator[Shape]:
    """Why an answer is right."""
    placed = [each for each in slide.placed if each.kind == "text"]
    if not placed:
        return
    lines, before = [], placed[0].rect
    for each, paragraph in zip(placed, slide.paragraphs, strict=True):
        above = max(0.0, each.rect.top() - before.bottom())
        words = (Strand(paragraph.text, is_strong=paragraph.weight >= 600),)
        lines.append(Line(words=words, size=each.size, role=paragraph.role, above=above))
        before = each.rect
    top = placed[0].rect.top()
    area = Area(RIGHT if is_rtl else LEFT, top, slide.width - LEFT - RIGHT, before.bottom() - top + _SPARE)
    yield WordsShape(area=area, lines=tuple(lines), part="body")
