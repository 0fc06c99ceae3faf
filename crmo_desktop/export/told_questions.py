"""Quiz questions as they leave the program: with all their words, so that they need nothing else."""

from dataclasses import dataclass, field
from typing import Final

from crmo_desktop.domain.content import Edition
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
        sources: with "{sources}".
        deck: with "{title}".
        edition: with "{title}" and "{date}".
        reviewed: with "{name}".
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
    deck: str = "{title}: questions"
    edition: str = "{title}, edition {date}"
    reviewed: str = "Reviewed by {name}"
    not_reviewed: str = "Not yet reviewed by a physician"
    not_advice: str = "Information, not medical advice"
    difficulties: dict[str, str] = field(
        default_factory=lambda: {"easy": "Easy", "medium": "Medium", "hard": "Hard"}
    )
    columns: tuple[str, ...] = (
        *("Question", "Option A", "Option B", "Option C", "Option D", "Option E", "Option F", "Answer"),
        *("Explanation", "Read more", "Address", "Sources", "For", "Chapter", "Difficulty", "Id"),
    )

    def title(self, edition: Edition) -> str:
        """What a file or a deck of questions of an edition is called."""
        return self.deck.format(title=edition.title)

    def stamp(self, edition: Edition) -> str:
        """Which edition it is, whether a physician has looked at it, and what it is not."""
        made = self.edition.format(title=edition.title, date=edition.made_on.isoformat())
        name = edition.reviewed_by
        reviewed = self.reviewed.format(name=name) if name else self.not_reviewed
        return f"{made}. {reviewed}. {self.not_advice}."

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
