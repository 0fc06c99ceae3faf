"""The trainer's own notes on slides."""

from collections.abc import Callable
from datetime import datetime

from crmo_desktop.domain.audience import Audience
from crmo_desktop.store.slide_notes import SlideNoteRepository


class SlideNotes:
    """A note for each matter; each change stands in the file when its method returns."""

    def __init__(self, notes: SlideNoteRepository, *, now: Callable[[], datetime]) -> None:
        """Wrap the repository; `now` gives the time with its zone."""
        self._notes, self._now = notes, now

    def on(self, matter: str, audience: Audience) -> str:
        """The note on the matter of this key; "" for none."""
        return self._notes.get(matter, audience)

    def write(self, matter: str, audience: Audience, words: str) -> None:
        """Have `words` stand there in place of those before; without any there is no note."""
        if words.strip():
            self._notes.put(matter, audience, words, self._now())
        else:
            self._notes.delete(matter, audience)
