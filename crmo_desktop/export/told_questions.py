"""Quiz questions as they leave the program: with all their words, so that they need nothing else."""

from dataclasses import dataclass, field
from typing import Final

from crmo_desktop.domain.quiz import LETTERS, Question, QuestionKind

_SEPARATOR: Final = ", "


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldQuestion:
    """A question, and what it rests on.

    Attributes:
        chapter: its title.
        settled_by: the topic and the section that tell the answer: "MRI › What it shows".
        sources: of its facts, each as it is named in short.
    """

    question: Question
    chapter: str
    settled_by: str
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionWords:
    """What files of questions say themselves; in English, unless the window gives others.

    Attributes:
        answer: with "{answer}".
        settled: with "{section}".
        difficulties: by their names in the edition.
        columns: of a table, in the order of `question_text.COLUMNS`.
    """

    language: str = "en"
    true: str = "True"
    false: str = "False"
    families: str = "Families"
    clinicians: str = "Clinicians"
    questions: str = "Questions"
    answers: str = "Answers"
    answer: str = "Answer: {answer}"
    settled: str = "Read more: {section}"
    sources: str = "Sources: {sources}"
    put_in_order: str = "Put them in order."
    difficulties: dict[str, str] = field(
        default_factory=lambda: {"easy": "Easy", "medium": "Medium", "hard": "Hard"}
    )
    columns: tuple[str, ...] = (
        *("Question", "Option A", "Option B", "Option C", "Option D", "Option E", "Option F", "Answer"),
        *("Explanation", "Read more", "Address", "Sources", "For", "Chapter", "Difficulty", "Id"),
    )

    def options(self, question: Question) -> tuple[str, ...]:
        """What there is to choose from, in words."""
        if question.kind is QuestionKind.TRUE_FALSE:
            return self.true, self.false
        return question.options

    def answer_of(self, question: Question) -> str:
        """The right answer: "True", "B", or of an order all letters in theirs: "C, A, B"."""
        if question.kind is QuestionKind.TRUE_FALSE:
            return self.options(question)[question.answer[0]]
        return _SEPARATOR.join(LETTERS[place] for place in question.answer)
