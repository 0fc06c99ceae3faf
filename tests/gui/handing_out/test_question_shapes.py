"""Questions and answers as shapes of a file."""

import pytest

from crmo_desktop.domain.slides import plain
from crmo_desktop.export.pptx_values import WordsShape
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.gui.handing_out.question_shapes import answer_shapes, option_shapes
from crmo_desktop.gui.slides.answer_slide import AnswerSlide
from crmo_desktop.gui.slides.question_slide import QuestionSlide
from crmo_desktop.gui.slides.slide import SlideState


def asked(out: Handed) -> tuple[QuestionSlide, QuestionSlide]:
    best, order = (slide for slide in out.deck.slides if isinstance(slide, QuestionSlide))
    return best, order


def options(slide: QuestionSlide, state: SlideState) -> list[WordsShape]:
    return [shape for shape in option_shapes(slide, state) if isinstance(shape, WordsShape)]


def test_options_bear_letters_and_tell_no_answer(session_out: Handed) -> None:
    best, _ = asked(session_out)

    made = options(best, best.first_state())

    assert [plain(each.lines[0].words) for each in made] == [
        f"{letter}\t{words}" for letter, words in zip("ABCD", best.options, strict=True)
    ]
    assert {(each.fill, each.edge) for each in made} == {("card", "border_strong")}


def test_the_right_option_has_tick_fill_and_weight(session_out: Handed) -> None:
    best, _ = asked(session_out)

    made = options(best, best.last_state())
    (right,) = (each for each in made if each.fill == "good_bg")

    assert made.index(right) == best.question.answer[0]
    assert plain(right.lines[0].words).startswith("✓\t")
    assert all(strand.is_strong for strand in right.lines[0].words)
    assert right.edge == "good"


def test_an_order_is_put_right(session_out: Handed) -> None:
    _, order = asked(session_out)

    before, after = options(order, order.first_state()), options(order, order.last_state())
    right = [order.options[place] for place in order.question.answer]

    assert [plain(each.lines[0].words) for each in after] == [
        f"{number}\t{words}" for number, words in enumerate(right, 1)
    ]
    assert sum(each.area.height for each in after) == pytest.approx(sum(each.area.height for each in before))
    tops = [each.area.top for each in after]
    assert tops == sorted(tops)


def test_an_answer_tells_why_and_where(session_out: Handed) -> None:
    answer = next(slide for slide in session_out.deck.slides if isinstance(slide, AnswerSlide))

    (body,) = answer_shapes(answer, is_rtl=False)

    assert isinstance(body, WordsShape)
    assert [plain(line.words) for line in body.lines] == [each.text for each in answer.paragraphs]
    assert body.part == "body"
    assert any(strand.is_strong for line in body.lines for strand in line.words)
