"""Quiz questions with all their words, for files that leave the program."""

from collections.abc import Iterable
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownTopicError
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.quiz import Question
from crmo_desktop.domain.source_name import short_name
from crmo_desktop.export import question_text
from crmo_desktop.export.told_questions import QuestionWords, ToldQuestion
from crmo_desktop.services.reading import ReadingService

ENGLISH: Final = QuestionWords()


class QuestionFiles:
    """Looks up what questions only name; each page is read once."""

    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading
        self._pages: dict[tuple[str, Audience], Page | None] = {}
        self._chapters = {chapter.id: chapter.title for chapter in reading.chapters()}

    def told(self, questions: Iterable[Question]) -> tuple[ToldQuestion, ...]:
        """Questions with the titles of their chapters and sections, and with the names of their sources."""
        return tuple(self._told(question) for question in questions)

    def file(self, kind: str, questions: Iterable[Question], words: QuestionWords = ENGLISH) -> bytes:
        """The bytes of a file of questions.

        Args:
            kind: "apkg" for Anki, "text" to be read, "table" for other programs.
            questions: in this order.
            words: what the file says itself.
        """
        edition, told = self._reading.edition, self.told(questions)
        stamp = words.stamp(edition)
        if kind == "apkg":
            from crmo_desktop.export.anki import apkg  # most readers never save one

            return apkg(words.title(edition), told, stamp, edition.made_on, words)
        if kind == "table":
            return question_text.table(told, stamp, words).encode("utf-8")
        return question_text.plain_text(words.title(edition), told, stamp, words).encode("utf-8")

    def _told(self, question: Question) -> ToldQuestion:
        page = self._page(question)
        return ToldQuestion(
            question=question,
            chapter=self._chapters.get(question.chapter, str(question.chapter)),
            settled_by=_section(question, page),
            sources=tuple(self._sources(question)),
        )

    def _page(self, question: Question) -> Page | None:
        key = (str(question.settled_by.topic), question.audience)
        if key not in self._pages:
            try:
                self._pages[key] = self._reading.page(question.settled_by.topic, question.audience)
            except UnknownTopicError:
                self._pages[key] = None
        return self._pages[key]

    def _sources(self, question: Question) -> Iterable[str]:
        language = self._reading.edition.language
        for id in question.sources:
            yield short_name(self._reading.source(id), language)


def _section(question: Question, page: Page | None) -> str:
    if page is None:
        return str(question.settled_by)
    for section in page.sections:
        if section.id == question.settled_by.section:
            return f"{page.topic.title} › {section.title}"
    return page.topic.title
