"""A session on the table: parts put in, put in order, given minutes; every step can be undone."""

from dataclasses import replace
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, Session
from crmo_desktop.services.session_parts import SessionParts, part_key

_MOST_UNDONE: Final = 200


class SessionMaking:
    """The session as it is by now; whoever changes it keeps it."""

    def __init__(self, parts: SessionParts, session: Session) -> None:
        self._edition = parts
        self.session = session
        self._before: list[Session] = []
        self._typed: tuple[int, str] | None = None  # where the last step was typing: number of the part, what

    # --- what is there

    def parts(self) -> tuple[Part, ...]:
        """The parts in order."""
        return self.session.parts

    def title(self, number: int) -> str:
        """What a part is called now; of one that is gone as it was called."""
        part = self.session.parts[number]
        called = self._edition.called(part, self.session.audience)
        if called is None:
            return part.title or part.target
        return f"{called.above} › {called.title}" if called.above else called.title

    def is_missing(self, number: int) -> bool:
        """Whether this edition does not have a part for this audience."""
        return self._edition.called(self.session.parts[number], self.session.audience) is None

    def chosen(self) -> frozenset[str]:
        """The keys of what is shown, by `part_key`."""
        return frozenset(part_key(part) for part in self.session.parts) - {""}

    def without_minutes(self) -> int:
        """How many parts have no minutes."""
        return sum(part.minutes is None for part in self.session.parts)

    # --- what can be done

    def choose(self, key: str, after: int, *, on: bool) -> int:
        """Put in what `key` names, behind the part `after`, or take out all parts that show it.

        Returns:
            The place of the new part; when taking out, `after` or what is the last part then.

        Raises:
            ValueError: `key` names nothing that could be shown.
        """
        if on:
            return self.add(self._edition.part(key, self.session.audience), after)
        kept = tuple(part for part in self.session.parts if part_key(part) != key)
        self._become(replace(self.session, parts=kept))
        return min(after, len(kept) - 1)

    def add(self, part: Part, after: int) -> int:
        """Put `part` behind the one at `after`, -1 for the beginning; returns its place."""
        parts, place = self.session.parts, after + 1
        self._become(replace(self.session, parts=(*parts[:place], part, *parts[place:])))
        return place

    def remove(self, number: int) -> None:
        """Take a part out."""
        parts = self.session.parts
        self._become(replace(self.session, parts=(*parts[:number], *parts[number + 1 :])))

    def move(self, number: int, to: int) -> int:
        """Move a part to the place `to`, no further than the ends; returns its place."""
        place = max(0, min(to, len(self.session.parts) - 1))
        if place != number:
            parts = list(self.session.parts)
            parts.insert(place, parts.pop(number))
            self._become(replace(self.session, parts=tuple(parts)))
        return place

    def set_minutes(self, number: int, minutes: float | None) -> None:
        """Plan `minutes` for a part; None for none."""
        self._put(number, "minutes", replace(self.session.parts[number], minutes=minutes))

    def set_note(self, number: int, note: str) -> None:
        """Write the note of a part."""
        self._put(number, "note", replace(self.session.parts[number], note=note))

    def set_words(self, number: int, title: str, words: tuple[str, ...]) -> None:
        """Give own words another heading and other lines."""
        self._put(number, "words", replace(self.session.parts[number], title=title, words=words))

    def set_name(self, name: str) -> None:
        """Call the session `name`."""
        self._type(-1, "name", replace(self.session, name=name))

    def set_audience(self, audience: Audience) -> None:
        """Show the words for `audience`."""
        self._become(replace(self.session, audience=audience))

    # --- undoing

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._before)

    def undo(self) -> None:
        """Undo the last step; of what was typed without anything in between all of it."""
        self._typed = None
        if self._before:
            self.session = self._before.pop()

    def _put(self, number: int, what: str, part: Part) -> None:
        parts = self.session.parts
        self._type(number, what, replace(self.session, parts=(*parts[:number], part, *parts[number + 1 :])))

    def _type(self, number: int, what: str, session: Session) -> None:
        if session == self.session:
            return
        if self._typed == (number, what):
            self.session = session
            return
        self._become(session)
        self._typed = (number, what)

    def _become(self, session: Session) -> None:
        self._typed = None
        if session == self.session:
            return
        self._before = [*self._before[-_MOST_UNDONE:], self.session]
        self.session = session
