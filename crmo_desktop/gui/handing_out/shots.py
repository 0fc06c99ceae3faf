"""Which slides go out of the program, and in which state: questions with and without their answers."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from crmo_desktop.gui.slides.answer_slide import AnswerSlide
from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.figures_slide import BoneSlide, FlowSlide, LiveSlide
from crmo_desktop.gui.slides.question_slide import QuestionSlide
from crmo_desktop.gui.slides.slide import Placed, Slide, SlideState


class Shot(NamedTuple):
    """A slide as it is handed out.

    Attributes:
        number: as it bears it, from 1.
        is_answer: the same slide went before without its answer.
    """

    slide: Slide
    state: SlideState
    number: int
    is_answer: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """What is seen on it, in reading order."""
        return self.slide.told(self.state)


FRAME: Final = ("kicker", "title", "source", "number")  # what each slide has round its body


def placed_in(shot: Shot) -> tuple[Placed, ...]:
    """Everything that is seen on it."""
    slide, state = shot.slide, shot.state
    placed = slide.placed_in(state) if isinstance(slide, LiveSlide) else slide.placed
    return tuple(each for each in placed if each.step <= state.step)


def shots_of(deck: Deck, *, has_answers: bool = True) -> tuple[Shot, ...]:
    """Every slide, once all of it is seen; a question also without its answer, a live one in all states.

    Args:
        deck: whose slides.
        has_answers: answers to questions go along.
    """
    return tuple(
        shot for number, slide in enumerate(deck.slides, 1) for shot in _of(slide, number, has_answers)
    )


def _of(slide: Slide, number: int, has_answers: bool) -> Iterator[Shot]:
    last = Shot(slide, slide.last_state(), number)
    if isinstance(slide, QuestionSlide):
        yield Shot(slide, slide.first_state(), number)
        if has_answers:
            yield last._replace(is_answer=True)
    elif isinstance(slide, BoneSlide | FlowSlide):
        yield from (Shot(slide, state, number) for state in slide.paper_states())
    elif has_answers or not isinstance(slide, AnswerSlide):
        yield last
