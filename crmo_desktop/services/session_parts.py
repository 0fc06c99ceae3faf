"""What can be put into a session, and what the parts of one are called in this edition."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownPictureError, UnknownTopicError
from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.quiz import Question
from crmo_desktop.domain.session import Part, PartKind
from crmo_desktop.services.pictures import listed_pictures
from crmo_desktop.services.reading import ReadingService

CASES: Final = TopicId("case-studies")


class Offer(NamedTuple):
    """Something that can be put in, or a heading over such things.

    Attributes:
        key: names it, by `part_key`; "" for a heading.
    """

    key: str
    title: str
    parts: tuple["Offer", ...] = ()


class Offers(NamedTuple):
    """All that can be put in.

    Attributes:
        chapters: each with its topics, and these with their sections.
        pictures, questions: headings with what belongs under them.
    """

    chapters: tuple[Offer, ...]
    cases: tuple[Offer, ...]
    pictures: tuple[Offer, ...]
    questions: tuple[Offer, ...]


class Called(NamedTuple):
    """What a part is called.

    Attributes:
        title: of the section, the picture or whatever it is.
        above: of the topic that it is in; "" for none.
    """

    title: str
    above: str = ""


def part_key(part: Part) -> str:
    """What names what a part shows: "section:mri#yield"; "" of own words."""
    return "" if part.kind is PartKind.OWN else _key(part.kind, part.target)


class SessionParts:
    """Knows the edition."""

    def __init__(self, reading: ReadingService, questions: Callable[[], Sequence[Question]]) -> None:
        """Wrap what the edition has; `questions` gives those of the quiz, and is asked once at most."""
        self._reading, self._ask = reading, questions
        self._known: dict[tuple[str, Audience], Called | None] = {}  # places, by what they are called

    @cached_property
    def _questions(self) -> dict[str, Question]:
        return {question.id: question for question in self._ask()}

    # --- what can be put in

    def offers(self, audience: Audience) -> Offers:
        """All that `audience` can be shown."""
        return Offers(
            chapters=self._chapters(audience),
            cases=self._cases(audience),
            pictures=self._pictures(audience),
            questions=self._quiz(audience),
        )

    def _chapters(self, audience: Audience) -> tuple[Offer, ...]:
        found = []
        for chapter in self._reading.chapters():
            topics = tuple(
                Offer(_key(PartKind.TOPIC, entry.id), entry.title, self._sections(entry.id, audience))
                for entry in chapter.topics
                if audience in entry.audiences and not entry.is_help
            )
            if topics:
                found.append(Offer("", chapter.title, topics))
        return tuple(found)

    def _sections(self, topic: TopicId, audience: Audience) -> tuple[Offer, ...]:
        return tuple(
            Offer(_key(_kind_of(topic, is_box=section.is_key_points), f"{topic}#{section.id}"), section.title)
            for section in self._reading.page(topic, audience).sections
        )

    def _cases(self, audience: Audience) -> tuple[Offer, ...]:
        if not self._reading.has(CASES):
            return ()
        found = self._sections(CASES, audience)
        return tuple(offer for offer in found if offer.key.startswith(f"{PartKind.CASE}:"))

    def _pictures(self, audience: Audience) -> tuple[Offer, ...]:
        by_chapter: dict[str, list[Offer]] = {}
        for picture in listed_pictures(self._reading, audience):
            offer = Offer(_key(PartKind.PICTURE, picture.id), picture.title)
            by_chapter.setdefault(picture.chapter, []).append(offer)
        return tuple(Offer("", chapter, tuple(offers)) for chapter, offers in by_chapter.items())

    def _quiz(self, audience: Audience) -> tuple[Offer, ...]:
        titles = {chapter.id: chapter.title for chapter in self._reading.chapters()}
        by_chapter: dict[str, list[Offer]] = {}
        for question in self._questions.values():
            if question.audience is audience:
                title = titles.get(question.chapter, "")
                offer = Offer(_key(PartKind.QUESTION, question.id), question.text)
                by_chapter.setdefault(title, []).append(offer)
        return tuple(Offer("", chapter, tuple(offers)) for chapter, offers in by_chapter.items())

    # --- what is put in

    def part(self, key: str, audience: Audience) -> Part:
        """The part that shows what `key` names, called as it is called now; without minutes.

        Raises:
            ValueError: `key` names nothing that could be shown.
        """
        kind, _, target = key.partition(":")
        part = Part(kind=PartKind(kind), target=target)
        called = self.called(part, audience)
        if called is None:
            raise ValueError(f"not in this edition: {key}")
        title = f"{called.above}: {called.title}" if called.above else called.title
        return Part(kind=part.kind, target=target, title=title)

    def called(self, part: Part, audience: Audience) -> Called | None:
        """What a part is called in this edition for `audience`; None if there is no such thing."""
        if part.kind is PartKind.OWN:
            return Called(part.title or " · ".join(part.words))
        if part.kind is PartKind.QUESTION:
            question = self._questions.get(part.target)
            return None if question is None else Called(question.text)
        if part.kind is PartKind.PICTURE:
            try:
                return Called(self._reading.figure(PictureId(part.target)).title)
            except UnknownPictureError:
                return None
        return self._place_called(part.target, audience)

    def _place_called(self, target: str, audience: Audience) -> Called | None:
        key = (target, audience)
        if key not in self._known:
            self._known[key] = self._looked_up(target, audience)
        return self._known[key]

    def _looked_up(self, target: str, audience: Audience) -> Called | None:
        topic, _, section = target.partition("#")
        try:
            page = self._reading.page(TopicId(topic), audience)
        except UnknownTopicError:
            return None
        if not section:
            return Called(page.topic.title)
        title = next((one.title for one in page.sections if one.id == section), None)
        return None if title is None else Called(title, page.topic.title)


def _key(kind: PartKind, target: str) -> str:
    return f"{kind.value}:{target}"


def _kind_of(topic: TopicId, *, is_box: bool) -> PartKind:
    """What a section is: the stories of the case studies are told step by step."""
    return PartKind.CASE if topic == CASES and not is_box else PartKind.SECTION
