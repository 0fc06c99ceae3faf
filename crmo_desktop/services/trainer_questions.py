"""Questions that found no answer, kept until the trainer has one."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.store.questions import KeptQuestion, QuestionRepository

Question = KeptQuestion  # for the window, which does not see the store
_LONGEST: Final = 1000  # characters; what the search reads of a query


class TrainerQuestions:
    """The questions that the reader keeps."""

    def __init__(
        self,
        questions: QuestionRepository,
        *,
        now: Callable[[], datetime],
        trouble: Callable[[], UserError | None],
        keeps: bool = True,
        is_offered: bool = True,
    ) -> None:
        """Wrap the repository.

        Args:
            questions: where they are kept.
            now: gives the time with its zone.
            trouble: what is wrong with the reader's file now; None when all is well.
            keeps: false only tells what was kept before.
            is_offered: false where nobody should be asked to keep any.
        """
        self._questions = questions
        self._now = now
        self.trouble = trouble
        self._keeps = keeps
        self.is_offered = is_offered

    def keep(self, words: str, audience: Audience) -> bool:
        """Keep a question; returns whether it is kept now."""
        if self._keeps:
            self._questions.keep(_trimmed(words), audience, self._now())
        return self.has(words)

    def has(self, words: str) -> bool:
        """Whether the question is kept."""
        return self._questions.has(_trimmed(words))

    def all(self) -> list[KeptQuestion]:
        """Every question, the latest kept first; its time in the zone of this computer."""
        return [
            question._replace(when=question.when.astimezone()) for question in self._questions.newest_first()
        ]

    def delete(self, questions: list[KeptQuestion]) -> None:
        """Keep these no longer; `restore` takes it back."""
        self._questions.delete(questions)

    def restore(self, questions: list[KeptQuestion]) -> None:
        """Keep these again, as they were."""
        self._questions.restore(questions)


def _trimmed(words: str) -> str:
    return " ".join(words.split())[:_LONGEST]
