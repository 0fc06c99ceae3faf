"""What the content says to whoever teaches it: the console shows it, notes pages print it."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownTopicError
from crmo_desktop.domain.identifiers import ChapterId, FactId, TopicId
from crmo_desktop.domain.page import Fact, Page, Section
from crmo_desktop.domain.slides import plain
from crmo_desktop.domain.source_name import short_name
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_pieces import entries_of, parse
from crmo_desktop.services.slide_words import all_in

TEACHING_POINTS: Final = TopicId("teaching-points")  # a section for each chapter: "families-bones"
_MARK: Final = re.compile(r'href="cite:([^"]*)"')


class NoteWords(NamedTuple):
    """The words that lead notes, in the window's language; the notes themselves are the edition's.

    Attributes:
        ask, say, misunderstood: before what a trainer asks, says or does, and looks out for.
        caution: before what must be said beside a fact.
        rests_on: before how surely the facts are known and from whom.
    """

    ask: str = "Ask the room: {text}"
    say: str = "Say or do: {text}"
    misunderstood: str = "Easily misunderstood: {text}"
    caution: str = "Caution: {text}"
    rests_on: str = "How sure it is: {text}"


class Notes(NamedTuple):
    """What is told to a trainer, a paragraph each.

    Attributes:
        taught: how to teach it.
        cautions: what has to be said beside its facts.
        rests_on: how surely they are known.
    """

    taught: tuple[str, ...]
    cautions: tuple[str, ...]
    rests_on: tuple[str, ...]


class TrainerNotes:
    """Gathers the notes of matters."""

    def __init__(self, reading: ReadingService, words: NoteWords) -> None:
        self._reading, self._words = reading, words

    def of_section(self, page: Page, section: Section) -> Notes:
        """How to teach a section, what has to be said beside its facts, and how sure they are."""
        note = self._reading.teaching(page.topic.id, section.id)
        ids = facts_in(section.html)
        taught: list[str] = []
        if note is not None:
            ids = (*ids, *note.facts)
            taught += [self._words.ask.format(text=text) for text in note.ask]
            taught += [self._words.say.format(text=text) for text in note.say]
            taught += [self._words.misunderstood.format(text=text) for text in note.misunderstood]
        return self.of_facts(ids, page.language, said=section.text)._replace(taught=tuple(taught))

    def of_facts(self, ids: Iterable[FactId], language: str, said: str = "") -> Notes:
        """The cautions of facts, without those that are `said` already, and how surely each is known."""
        facts = [self._reading.fact(id) for id in dict.fromkeys(ids)]
        cautions = dict.fromkeys(fact.caution for fact in facts if fact.caution)
        told = tuple(
            self._words.caution.format(text=text) for text in cautions if text.rstrip(".") not in said
        )
        return Notes((), told, self._rests_on(facts, language))

    def of_chapter(self, chapter: ChapterId, audience: Audience) -> tuple[str, ...]:
        """Why a chapter matters and what is often misunderstood in it, as the teaching points tell."""
        try:
            page = self._reading.page(TEACHING_POINTS, audience)
        except UnknownTopicError:
            return ()
        found: list[str] = []
        for section in page.sections:
            if section.id.partition("-")[2] == chapter:
                for dl in parse(section.html).iter("dl"):
                    _, *entries = entries_of(dl)  # the first is the message itself
                    found += [line for terms, told in entries if (line := _line(terms, told))]
        return tuple(found)

    def _rests_on(self, facts: Iterable[Fact], language: str) -> tuple[str, ...]:
        """Sources by how surely what they say is known, in one line."""
        by_strength: dict[str, dict[str, None]] = {}
        for fact in facts:
            names = by_strength.setdefault(fact.strength, {})
            for id in fact.sources:
                names.setdefault(short_name(self._reading.source(id), language))
        if not by_strength:
            return ()
        lines = [f"{strength}: {'; '.join(names)}." for strength, names in by_strength.items()]
        return (self._words.rests_on.format(text=" ".join(lines)),)


def _line(terms: list[Element], told: list[Element]) -> str:
    """A word and what is told of it; "" where that only leads on."""
    said = [all_in(element) for element in told]
    if all(one.leads_on for one in said):
        return ""
    return f"{plain(all_in(terms[0]).words)}: {' '.join(plain(one.words) for one in said)}"


def facts_in(html: str) -> tuple[FactId, ...]:
    """The facts that the marks of a section name, each once."""
    found = (
        FactId(fact)
        for mark in _MARK.findall(html)
        for part in unescape(mark).split("|")
        for fact in part.partition(":")[2].split("+")
    )
    return tuple(dict.fromkeys(fact for fact in found if fact))
