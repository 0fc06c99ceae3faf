"""The trainer's own notes on slides, in the reader's file."""

from datetime import datetime
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.times import stamp
from crmo_desktop.store.database import Notebook

_PUT: Final = """
    INSERT INTO slide_note (place, audience, words, changed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (place, audience) DO UPDATE SET words = excluded.words, changed_at = excluded.changed_at
"""


class SlideNoteRepository:
    """A note for each matter and audience; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def get(self, place: str, audience: Audience) -> str:
        """The words at the matter of this key; "" for none."""
        rows = self._notebook.read(
            "SELECT words FROM slide_note WHERE place = ? AND audience = ?", (place, audience)
        )
        return str(rows[0][0]) if rows else ""

    def put(self, place: str, audience: Audience, words: str, changed: datetime) -> None:
        """Have `words` stand there in place of those before.

        Raises:
            ValueError: `changed` has no time zone.
        """
        self._notebook.write((_PUT, (place, audience, words, stamp(changed))))

    def delete(self, place: str, audience: Audience) -> None:
        """Keep no note there."""
        self._notebook.write(("DELETE FROM slide_note WHERE place = ? AND audience = ?", (place, audience)))
