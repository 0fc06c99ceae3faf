"""Questions of the quiz, and what was answered."""

import random
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, FactId, SourceId, TopicAddress

LETTERS = "ABCDEF"


class QuestionKind(StrEnum):
    """How a question is answered."""

    BEST_ANSWER = "best-answer"
    TRUE_FALSE = "true-false"
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answer.

    Attributes:
        options: as shown: of a BEST_ANSWER as written, of an ORDER mixed (always in the same way); none of a
            TRUE_FALSE, whose two words are the window's: 0 is "true", 1 is "false".
        answer: the places of the right options among `options`, from 0: one; of an ORDER all of them in their
            right order.
        settled_by: the section that tells the answer.
        sources: of its facts.
    """

    id: str
    kind: QuestionKind
    audience: Audience
    difficulty: str
    chapter: ChapterId
    text: str
    options: tuple[str, ...]
    answer: tuple[int, ...]
    explanation: str
    settled_by: TopicAddress
    facts: tuple[FactId, ...] = ()
    sources: tuple[SourceId, ...] = ()

    @property
    def choices(self) -> int:
        """How many options there are to choose from."""
        return len(self.options) or 2


def mixed(id: str, count: int) -> tuple[int, ...]:
    """The order in which the options of an ORDER question are shown, always the same, never the right one.

    Args:
        id: of the question.
        count: of its options.
    """
    order = list(range(count))
    shuffler = random.Random(id)  # noqa: S311 - not a secret
    while count > 1 and order == sorted(order):
        shuffler.shuffle(order)
    return tuple(order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a reader answered to a question.

    Attributes:
        chosen: places among the question's `options`, as in `Question.answer`.
        at: with its time zone.
    """

    question: str
    chosen: tuple[int, ...]
    is_right: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Questions that a reader takes one after the other, and what was answered so far.

    Attributes:
        uid: names it in every file.
        questions: their ids, in the order in which they are asked.
        given: answers, the first given first; no question has two.
        audience: for whom the questions are.
        chapter: that they are from; "" where they are from all.
        edition: the date of the edition they are from, YYYY-MM-DD.
        changed: with its time zone.
    """

    uid: str
    questions: tuple[str, ...]
    audience: Audience
    changed: datetime
    given: tuple[Given, ...] = ()
    chapter: str = ""
    edition: str = ""

    @property
    def open(self) -> tuple[str, ...]:
        """Ids of the questions that are not answered yet, in order."""
        answered = {given.question for given in self.given}
        return tuple(id for id in self.questions if id not in answered)

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(given.is_right for given in self.given)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Ids of the questions that were answered wrong, in order."""
        wrong = {given.question for given in self.given if not given.is_right}
        return tuple(id for id in self.questions if id in wrong)

    def given_to(self, question: str) -> Given | None:
        """What was answered to it; None as long as nothing was."""
        return next((given for given in self.given if given.question == question), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """How a room answered a question; hands, no names.

    Attributes:
        session: the name of the session; the topic's title where none was held.
        options: their words, as shown.
        counts: hands for each option, 0 or more.
        right: the place of the right option, from 0.
        held: when the answer was shown, with its time zone.
    """

    uid: str
    session: str
    question: str
    text: str
    options: tuple[str, ...]
    counts: tuple[int, ...]
    right: int
    edition: str
    held: datetime
