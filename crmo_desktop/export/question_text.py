"""Quiz questions as text: to be read and printed anywhere, or as a table for other programs."""

from collections.abc import Iterator, Sequence
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import LETTERS, QuestionKind
from crmo_desktop.export.told_questions import QuestionWords, ToldQuestion

COLUMNS: Final = 16
_INDENT: Final = "   "


def plain_text(title: str, questions: Sequence[ToldQuestion], stamp: str, words: QuestionWords) -> str:
    """Questions first, so that nobody reads the answers with them; then the answers, with what settles them.

    Args:
        title: of the whole.
        questions: in this order.
        stamp: which edition it is, and that it is no advice.
        words: what the text says itself.
    """
    lines = [title, stamp, ""]
    for part, tell in ((words.questions, _asked), (words.answers, _answered)):
        lines += [part, "=" * len(part), ""]
        for number, told in enumerate(questions, start=1):
            lines += [*tell(number, told, words), ""]
    lines.append(stamp)
    return "\n".join(lines) + "\n"


def _asked(number: int, told: ToldQuestion, words: QuestionWords) -> Iterator[str]:
    question = told.question
    yield f"{number}. {question.text}"
    options = words.options(question)
    if question.kind is QuestionKind.TRUE_FALSE:
        yield _INDENT + " / ".join(options)
        return
    for letter, option in zip(LETTERS, options, strict=False):
        yield f"{_INDENT}{letter}  {option}"


def _answered(number: int, told: ToldQuestion, words: QuestionWords) -> Iterator[str]:
    question = told.question
    yield f"{number}. {words.answer.format(answer=words.answer_of(question))}"
    yield _INDENT + question.explanation
    yield _INDENT + words.settled.format(section=told.settled_by)
    if told.sources:
        yield _INDENT + words.sources.format(sources="; ".join(told.sources))


def table(questions: Sequence[ToldQuestion], stamp: str, words: QuestionWords) -> str:
    """A line a question, its columns parted by tabs, the first line their names, the last the edition."""
    rows = [words.columns, *(_row(told, words) for told in questions), (stamp,)]
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def _row(told: ToldQuestion, words: QuestionWords) -> tuple[str, ...]:
    question = told.question
    options = words.options(question)
    is_family = question.audience is Audience.PATIENT
    return (
        question.text,
        *(options[place] if place < len(options) else "" for place in range(len(LETTERS))),
        words.answer_of(question),
        question.explanation,
        told.settled_by,
        str(question.settled_by),
        "; ".join(told.sources),
        words.families if is_family else words.clinicians,
        told.chapter,
        words.difficulties.get(question.difficulty, question.difficulty),
        question.id,
    )


def _cell(words: str) -> str:
    """What a cell can hold: no tab, no new line."""
    return " ".join(words.split())
