"""Questions that the reference did not answer, kept for the trainer."""

from datetime import datetime
from typing import Any, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.times import stamp, time_of
from crmo_desktop.store.database import Notebook


class KeptQuestion(NamedTuple):
    """One question.

    Attributes:
        id: its number in the file, never given to another.
        words: as they were typed.
        audience: for whom pages were shown then.
        when: with its time zone.
    """

    id: int
    words: str
    audience: Audience
    when: datetime


class QuestionRepository:
    """The reader's kept questions; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def keep(self, words: str, audience: Audience, when: datetime) -> None:
        """Keep a question; one that is kept already keeps its first date.

        Raises:
            ValueError: `when` has no time zone.
        """
        self._notebook.write(
            (
                "INSERT OR IGNORE INTO kept_question (words, audience, kept_at) VALUES (?, ?, ?)",
                (words, audience, stamp(when)),
            )
        )

    def has(self, words: str) -> bool:
        """Whether these words are kept."""
        return bool(self._notebook.read("SELECT 1 FROM kept_question WHERE words = ?", (words,)))

    def newest_first(self) -> list[KeptQuestion]:
        """Every question, the latest kept first; what cannot be read is left out, and stays there."""
        rows = self._notebook.read("SELECT id, words, audience, kept_at FROM kept_question ORDER BY id DESC")
        return [question for row in rows if (question := _question(row)) is not None]

    def delete(self, questions: list[KeptQuestion]) -> None:
        """Keep these no longer."""
        self._notebook.write(
            *(("DELETE FROM kept_question WHERE id = ?", (question.id,)) for question in questions)
        )

    def restore(self, questions: list[KeptQuestion]) -> None:
        """Keep these again, in their old places; one whose words were kept anew meanwhile stays as it is."""
        self._notebook.write(
            *(
                (
                    "INSERT INTO kept_question VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    (question.id, question.words, question.audience, question.when.isoformat()),
                )
                for question in questions
            )
        )


def _question(row: tuple[Any, ...]) -> KeptQuestion | None:
    id, words, audience, kept_at = row
    try:
        return KeptQuestion(id, words, Audience(audience), time_of(kept_at))
    except (TypeError, ValueError):
        return None
