"""A handout on the table: parts chosen, put in order, taken out again; every step can be undone."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.handout import Handout, part_key
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import Content, Extract, OwnList, OwnWords, Publication
from crmo_desktop.services.publishing import missing_of, part_names
from crmo_desktop.services.reading import ReadingService

_MOST_UNDONE: Final = 200


class Assembly:
    """The parts of a handout in order.

    Attributes:
        uid: of the saved handout that is on the table; "" for none.
        name: that it was saved under; "" for none.
    """

    def __init__(self, reading: ReadingService) -> None:
        self._reading = reading
        self.uid, self.name = "", ""
        self._parts: tuple[Content, ...] = ()
        self._before: list[tuple[Content, ...]] = []
        self._names: dict[str, str] = {}

    # --- what is on the table

    def lay(self, handout: Handout | None) -> None:
        """Put a handout on the table, or clear it; what was there can be had back by `undo` no more."""
        self._before.clear()
        self.uid = "" if handout is None else handout.of if handout.is_draft else handout.uid
        self.name = "" if handout is None else handout.name
        self._names = {} if handout is None else dict(handout.names)
        contents = () if handout is None else handout.publication.contents
        self._parts = tuple(part for content in contents for part in _split(content))

    def parts(self) -> tuple[Content, ...]:
        """The parts in order; of sections each by itself."""
        return self._parts

    def names(self) -> Mapping[str, str]:
        """What the parts are called, by `part_key`; of those that are gone as they were called."""
        return self._names | part_names(self._reading, self._parts)

    def applied_to(self, publication: Publication) -> Publication:
        """`publication` with these parts."""
        return replace(publication, contents=self._parts)

    def is_missing(self, number: int) -> bool:
        """Whether this edition has a part no longer."""
        part = self._parts[number]
        if isinstance(part, Extract):
            return bool(missing_of(self._reading, part))
        return not isinstance(part, OwnWords | OwnList) and not self._reading.has(part.topic)

    def title(self, number: int) -> tuple[str, str]:
        """What a part is called: its topic, and its section; "" for a topic as a whole, and for own words."""
        part = self._parts[number]
        if isinstance(part, OwnWords | OwnList):
            return part.heading or " · ".join(part.lines if isinstance(part, OwnWords) else ()), ""
        names = self.names()
        topic = names.get(part_key(part.topic), part.topic)
        if not isinstance(part, Extract) or part.sections is None:
            return topic, ""
        return topic, ", ".join(names.get(part_key(part.topic, id), id) for id in part.sections)

    def chosen(self, audience: Audience) -> frozenset[str]:
        """The keys (`part_key`) of topics and sections that are in, in the words for `audience`."""
        keys: set[str] = set()
        for part in self._parts:
            if isinstance(part, Extract) and part.audience is audience:
                keys |= {part_key(part.topic, id) for id in part.sections or (None,)}
        return frozenset(keys)

    # --- what can be done

    def choose(self, topic: TopicId, section: SectionId | None, audience: Audience, *, on: bool) -> None:
        """Take a topic or a section in, at the end, or out; out of a topic as a whole the rest stays."""
        if on:
            kept = self._parts if section is not None else self._without(topic, audience)
            sections = None if section is None else (section,)
            added = Extract(topic=topic, audience=audience, sections=sections)
            self._become((*kept, added))
        elif section is None:
            self._become(self._without(topic, audience))
        else:
            self._become(
                tuple(left for part in self._parts for left in self._less(part, topic, section, audience))
            )

    def add(self, content: Content) -> int:
        """Put `content` at the end; returns its place."""
        self._become((*self._parts, content))
        return len(self._parts) - 1

    def put(self, number: int, content: Content) -> None:
        """Have `content` in the place of a part."""
        self._become((*self._parts[:number], content, *self._parts[number + 1 :]))

    def remove(self, number: int) -> None:
        """Take a part out."""
        self._become((*self._parts[:number], *self._parts[number + 1 :]))

    def move(self, number: int, by: int) -> int:
        """Move a part up (-1) or down (1), no further than the ends; returns its place."""
        place = max(0, min(number + by, len(self._parts) - 1))
        if place != number:
            parts = list(self._parts)
            parts.insert(place, parts.pop(number))
            self._become(tuple(parts))
        return place

    def tick(self, number: int, *, on: bool) -> None:
        """Make the lists of a part lists to tick, or plain ones."""
        part = self._parts[number]
        if isinstance(part, Extract | OwnWords):
            self.put(number, replace(part, is_checklist=on))

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._before)

    def undo(self) -> None:
        """Undo the last step."""
        if self._before:
            self._parts = self._before.pop()

    def _become(self, parts: tuple[Content, ...]) -> None:
        if parts == self._parts:
            return
        self._names = dict(self.names())
        self._before = [*self._before[-_MOST_UNDONE:], self._parts]
        self._parts = parts

    def _without(self, topic: TopicId, audience: Audience) -> tuple[Content, ...]:
        return tuple(
            part
            for part in self._parts
            if not (isinstance(part, Extract) and (part.topic, part.audience) == (topic, audience))
        )

    def _less(
        self, part: Content, topic: TopicId, section: SectionId, audience: Audience
    ) -> tuple[Content, ...]:
        """What is left of a part when `section` goes."""
        if not isinstance(part, Extract) or (part.topic, part.audience) != (topic, audience):
            return (part,)
        if part.sections is None:
            page = self._reading.page(topic, audience)
            return tuple(replace(part, sections=(one.id,)) for one in page.sections if one.id != section)
        return () if section in part.sections else (part,)


def _split(content: Content) -> tuple[Content, ...]:
    if isinstance(content, Extract) and content.sections is not None:
        return tuple(replace(content, sections=(id,)) for id in content.sections)
    return (content,)
