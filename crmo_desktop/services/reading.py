"""Open a topic, look up what a mark rests on, explain a word."""

import re
from typing import TYPE_CHECKING, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter, Edition, TopicEntry
from crmo_desktop.domain.errors import UnknownPictureError, UnknownTopicError
from crmo_desktop.domain.identifiers import (
    FactId,
    PictureId,
    SectionId,
    SourceId,
    TermId,
    TopicAddress,
    TopicId,
)
from crmo_desktop.library.pack import Pack

if TYPE_CHECKING:
    from crmo_desktop.domain.page import Citation, Fact, GlossaryTerm, Page, Source
    from crmo_desktop.domain.picture import Picture
    from crmo_desktop.domain.quiz import Question
    from crmo_desktop.domain.teaching import TeachingNote

_MARK: Final = re.compile(r'href="((?:cite|term):[^"]*)"')


class ReadingService:
    """The reference as a reader uses it."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._pictures: dict[PictureId, Picture] | None = None
        self._questions: dict[str, Question] | None = None
        self._teaching: dict[TopicAddress, TeachingNote] | None = None

    @property
    def edition(self) -> Edition:
        """The edition that is open."""
        return self._pack.edition

    @property
    def pack_name(self) -> str:
        """The file that holds the edition, for people."""
        return self._pack.path.name

    def chapters(self) -> tuple[Chapter, ...]:
        """Chapters of the reference in reading order, then the program's guide."""
        return self._pack.chapters

    def has(self, topic: str) -> bool:
        """Whether this edition has the topic."""
        return self._pack.has(topic)

    def entry(self, topic: TopicId) -> TopicEntry:
        """The topic as the tree lists it.

        Raises:
            UnknownTopicError: this edition has no such topic.
        """
        return self._pack.topic(topic)

    def page(self, topic: TopicId, audience: Audience) -> "Page":
        """The topic in the words for `audience`, or, where it has none, in those for the other audience.

        Raises:
            UnknownTopicError: this edition has no such topic.
        """
        page = self._pack.page(topic, audience) or self._pack.page(topic, audience.other)
        if page is None:
            raise UnknownTopicError(topic)
        return page

    def citations(self, page: "Page", target: str) -> "tuple[Citation, ...]":
        """What the mark `cite:<source>:<fact>+<fact>|<source>:…` on `page` rests on; at least one source.

        Raises:
            KeyError: the mark names a source or fact that the edition does not have.
        """
        from crmo_desktop.domain.page import Citation

        numbers = {source.id: number for number, source in enumerate(page.sources, start=1)}
        found = []
        for part in target.partition(":")[2].split("|"):
            source_id, _, facts = part.partition(":")
            source = self._pack.source(SourceId(source_id))
            found.append(
                Citation(
                    number=numbers.get(source.id, 0),
                    source=source,
                    facts=tuple(self._pack.fact(FactId(id)) for id in facts.split("+") if id),
                )
            )
        return tuple(found)

    def source(self, id: SourceId) -> "Source":
        """One source that this edition cites.

        Raises:
            KeyError: it cites no such source.
        """
        return self._pack.source(id)

    def fact(self, id: FactId) -> "Fact":
        """One fact that this edition cites.

        Raises:
            KeyError: it cites no such fact.
        """
        return self._pack.fact(id)

    def cited_in(self, picture: "Picture") -> "tuple[Citation, ...]":
        """Each source of `picture`, numbered in its order, with the facts that the picture takes from it.

        Raises:
            KeyError: it names a source or fact that the edition does not have.
        """
        from crmo_desktop.domain.page import Citation

        facts = [self._pack.fact(id) for id in picture.facts]
        return tuple(
            Citation(
                number=number,
                source=self._pack.source(id),
                facts=tuple(fact for fact in facts if id in fact.sources),
            )
            for number, id in enumerate(picture.sources, start=1)
        )

    def marks(self, page: "Page") -> tuple[str, ...]:
        """The target of every citation mark and glossary word of `page`, each once."""
        from html import unescape  # loaded late: its table of names would slow every start

        texts = [page.summary_html, *(section.html for section in page.sections)]
        found = (unescape(target) for text in texts for target in _MARK.findall(text))
        return tuple(dict.fromkeys(found))

    def term(self, target: str) -> "GlossaryTerm":
        """The glossary word that the link `term:<id>` explains.

        Raises:
            KeyError: the glossary has no such word.
        """
        return self._pack.term(TermId(target.partition(":")[2]))

    def terms(self) -> "tuple[GlossaryTerm, ...]":
        """Every word of the glossary."""
        from crmo_desktop.library.names import glossary

        return glossary(self._pack.connection)

    def keywords(self) -> dict[TopicId, tuple[str, ...]]:
        """Words for what a topic is about, by topic."""
        from crmo_desktop.library.names import topic_names

        return {name.id: name.keywords for name in topic_names(self._pack.connection)}

    def neighbours(self, topic: TopicId) -> tuple[TopicEntry | None, TopicEntry | None]:
        """The topics before and after `topic` in reading order."""
        order = list(self._pack.topics.values())
        place = next((i for i, entry in enumerate(order) if entry.id == topic), None)
        if place is None:
            return None, None
        before = order[place - 1] if place > 0 else None
        after = order[place + 1] if place + 1 < len(order) else None
        return before, after

    def picture(self, name: str) -> bytes | None:
        """A picture of the edition; None if there is no such picture."""
        return self._pack.picture(name)

    def pictures(self, audience: Audience | None = None) -> "tuple[Picture, ...]":
        """Every picture of the edition, in its order; with `audience` without what is not for it."""
        if audience is None:
            return tuple(self._by_id().values())
        return tuple(
            self.figure(id, audience)
            for id, picture in self._by_id().items()
            if picture.audience in ("both", audience)
        )

    def has_figure(self, id: PictureId) -> bool:
        """Whether this edition has the picture; a start asks, so none is read for that."""
        return self._pack.has_figure(id)

    def figure(self, id: PictureId, audience: Audience | None = None) -> "Picture":
        """One picture of the edition, as a value to be drawn; with `audience` without what is not for it.

        Raises:
            UnknownPictureError: this edition has no such picture.
        """
        picture = self._by_id().get(id)
        if picture is None:
            raise UnknownPictureError(id)
        if audience is None:
            return picture
        from crmo_desktop.domain.picture_audience import read_by

        return read_by(picture, audience)

    def _by_id(self) -> "dict[PictureId, Picture]":
        """Read when the first is asked for: a start shows none."""
        if self._pictures is None:
            from crmo_desktop.library.pictures import pictures

            self._pictures = {picture.id: picture for picture in pictures(self._pack.connection)}
        return self._pictures

    def questions(self, audience: Audience | None = None) -> "tuple[Question, ...]":
        """Every question of the edition, in its order; with `audience` those written for it."""
        return tuple(question for question in self._asked().values() if audience in (None, question.audience))

    def question(self, id: str) -> "Question | None":
        """One question of the edition; None if it has no such question."""
        return self._asked().get(id)

    def _asked(self) -> "dict[str, Question]":
        """Read when the first is asked for: a start asks none."""
        if self._questions is None:
            from crmo_desktop.library.questions import questions

            self._questions = {question.id: question for question in questions(self._pack.connection)}
        return self._questions

    def teaching(self, topic: TopicId, section: SectionId) -> "TeachingNote | None":
        """What the edition says to those who teach a section; None if it says nothing."""
        if self._teaching is None:
            from crmo_desktop.library.teaching import teaching_notes

            self._teaching = {note.place: note for note in teaching_notes(self._pack.connection)}
        return self._teaching.get(TopicAddress(topic, section))
