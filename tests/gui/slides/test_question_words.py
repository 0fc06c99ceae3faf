"""Tests of `crmo_desktop.gui.slides.question_words`."""

import pytest

from crmo_desktop.domain.quiz import Question
from crmo_desktop.gui.slides import question_words
from tests.gui.slides.question_samples import BEST, ORDER, TRUE_FALSE


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (BEST, ("C. Both of them",)),
        (TRUE_FALSE, ("True",)),
        (ORDER, ("1. One", "2. Two", "3. Three")),
    ],
)
def test_the_right_answer_in_words(question: Question, answer: tuple[str, ...]) -> None:
    assert question_words.right_answer(question) == answer


@pytest.mark.parametrize(("hands", "words"), [(0, "A: 0 hands"), (1, "A: 1 hand"), (12, "A: 12 hands")])
def test_hands_are_told(hands: int, words: str) -> None:
    assert question_words.hands_of("A", hands) == words
