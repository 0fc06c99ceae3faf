"""The quiz as a reader takes it alone: rounds of questions, come back to when there is time."""

import random
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import Given, Question, Round
from crmo_desktop.store.quiz import QuizRepository

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


class Standing(NamedTuple):
    """How somebody answered a question when it was last asked."""

    is_right: bool
    at: datetime


class Quizzes:
    """The reader's rounds; each answer stands in the file when its method returns."""

    def __init__(
        self,
        rounds: QuizRepository,
        *,
        now: Callable[[], datetime],
        chance: random.Random | None = None,
    ) -> None:
        """Wrap the repository.

        Args:
            rounds: where they are kept.
            now: gives the time with its zone.
            chance: mixes questions; None for a new one.
        """
        self._rounds, self._now = rounds, now
        self._chance = chance or random.Random()  # noqa: S311 - not a secret

    # --- what there is

    def all(self) -> tuple[Round, ...]:
        """Every round with an answer, the latest first."""
        return tuple(each for each in self._rounds.all() if each.given)

    def unfinished(self, questions: Iterable[Question]) -> Round | None:
        """The round that was left last before its end; None if there is none with questions that are known.

        Args:
            questions: all of the edition.
        """
        known = {question.id for question in questions}
        return next((each for each in self._rounds.all() if known.intersection(each.open)), None)

    def standings(self) -> dict[str, Standing]:
        """How each question was answered last, by its id."""
        found: dict[str, Standing] = {}
        for taken in self._rounds.all():
            for given in taken.given:
                before = found.get(given.question)
                if before is None or before.at < given.at:
                    found[given.question] = Standing(given.is_right, given.at)
        return found

    def wrong_last(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """Those of `questions` that were answered wrong when they were last asked."""
        standings = self.standings()
        return tuple(one for one in questions if one.id in standings and not standings[one.id].is_right)

    # --- taking it

    def begin(
        self,
        questions: Sequence[Question],
        audience: Audience,
        *,
        chapter: str = "",
        number: int | None = None,
        edition: str = "",
    ) -> Round:
        """A new round of `questions`: first what was never asked, then what was wrong, then the longest ago.

        It stands in the file with its first answer.

        Args:
            questions: to choose from, never none.
            audience: whom they are for.
            chapter: that they are from; "" for all.
            number: how many at most; None for all of them.
            edition: they are from, YYYY-MM-DD.
        """
        mixed = list(questions)
        self._chance.shuffle(mixed)
        standings = self.standings()
        mixed.sort(key=lambda question: _urgency(standings.get(question.id)))
        chosen = mixed[:number]
        self._chance.shuffle(chosen)  # what is hard for the reader does not come all at once
        return self._new(tuple(question.id for question in chosen), audience, chapter, edition)

    def again(self, taken: Round) -> Round:
        """A new round of what was wrong in `taken`."""
        return self._new(taken.wrong, taken.audience, taken.chapter, taken.edition)

    def answer(self, taken: Round, question: Question, chosen: tuple[int, ...]) -> Round:
        """The round with an answer more; what was answered once stays as it was.

        Args:
            taken: the round; what another window answered in it meanwhile stays.
            question: one of its questions.
            chosen: places among the question's options; of an ORDER all in the order given.
        """
        taken = self._rounds.get(taken.uid) or taken
        if question.id not in taken.open:
            return taken
        now = self._now()
        given = Given(question=question.id, chosen=chosen, is_right=chosen == question.answer, at=now)
        answered = replace(taken, given=(*taken.given, given), changed=now)
        self._rounds.put(answered)
        return answered

    def delete(self, rounds: Iterable[Round]) -> None:
        """Keep these no longer; `restore` takes it back."""
        self._rounds.delete(tuple(each.uid for each in rounds))

    def restore(self, rounds: Iterable[Round]) -> None:
        """Bring back what was deleted, as it was."""
        self._rounds.put(*rounds)

    def _new(self, questions: tuple[str, ...], audience: Audience, chapter: str, edition: str) -> Round:
        return Round(
            uid=str(uuid.uuid4()),
            questions=questions,
            audience=audience,
            chapter=chapter,
            edition=edition,
            changed=self._now(),
        )


def chapters_of(questions: Iterable[Question]) -> dict[str, int]:
    """How many questions each chapter has, in the order in which they come."""
    return dict(Counter(str(question.chapter) for question in questions))


def _urgency(standing: Standing | None) -> tuple[int, datetime]:
    if standing is None:
        return 0, _NEVER
    return (2 if standing.is_right else 1), standing.at
