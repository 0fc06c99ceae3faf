"""Opening topics and looking up what their marks rest on."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownPictureError, UnknownTopicError
from crmo_desktop.domain.identifiers import FactId, PictureId, SectionId, TopicId
from crmo_desktop.library import pack_format
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.reading import ReadingService

PAIN, SCAN, GUIDE = TopicId("pain"), TopicId("scan"), TopicId("help-read")


def test_the_edition_that_is_open(reading: ReadingService, small_pack: Path) -> None:
    assert reading.edition.title == "A small reference"
    assert reading.pack_name == small_pack.name
    assert [chapter.id for chapter in reading.chapters()] == ["bones", "help"]


def test_topics_are_known_or_not(reading: ReadingService) -> None:
    assert reading.has("pain")
    assert not reading.has("pian")
    assert reading.entry(PAIN).title == "Bone pain"
    with pytest.raises(UnknownTopicError, match="pian"):
        reading.entry(TopicId("pian"))


@pytest.mark.parametrize("audience", Audience)
def test_a_page_is_in_the_words_for_its_reader(audience: Audience, reading: ReadingService) -> None:
    assert reading.page(PAIN, audience).audience is audience


def test_every_word_of_the_glossary(reading: ReadingService) -> None:
    terms = reading.terms()

    assert terms
    assert all(reading.term(f"term:{term.id}") == term for term in terms)


def test_topics_have_words_for_what_they_are_about(reading: ReadingService) -> None:
    keywords = reading.keywords()

    assert set(keywords) == {PAIN, SCAN, GUIDE}
    assert all(word == word.strip() for words in keywords.values() for word in words)
    assert any(keywords.values())


class TestPagesThatAreNotForAll:
    @pytest.fixture
    def reading(self, small_pack: Path, tmp_path: Path) -> Iterator[ReadingService]:
        """An edition with a topic for families only, and one for nobody."""
        path = Path(shutil.copy(small_pack, tmp_path / "pack"))
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("DELETE FROM page WHERE topic = 'scan' AND audience = 'clinician'")
            connection.execute("DELETE FROM page WHERE topic = 'help-read'")
        pack_format.seal(path)
        with closing(open_pack(path)) as pack:
            yield ReadingService(pack)

    def test_the_other_readers_words_are_better_than_none(self, reading: ReadingService) -> None:
        assert reading.page(SCAN, Audience.CLINICIAN).audience is Audience.PATIENT

    def test_a_topic_without_any_page_is_unknown(self, reading: ReadingService) -> None:
        with pytest.raises(UnknownTopicError):
            reading.page(GUIDE, Audience.PATIENT)


class TestMarks:
    def test_a_mark_tells_its_source_and_facts(self, reading: ReadingService) -> None:
        page = reading.page(PAIN, Audience.CLINICIAN)

        [citation] = reading.citations(page, "cite:study-2020:f-il+f-dose")

        assert (citation.number, citation.source.title) == (1, "A study of children")
        assert [fact.id for fact in citation.facts] == ["f-il", "f-dose"]

    def test_a_mark_for_several_sources_tells_each(self, reading: ReadingService) -> None:
        page = reading.page(SCAN, Audience.PATIENT)

        citations = reading.citations(page, "cite:study-2020:f-scan|book:f-scan")

        assert [(citation.number, citation.source.id) for citation in citations] == [
            (1, "study-2020"),
            (2, "book"),
        ]

    def test_a_source_that_the_page_does_not_number_is_0(self, reading: ReadingService) -> None:
        [citation] = reading.citations(reading.page(PAIN, Audience.PATIENT), "cite:book:")

        assert (citation.number, citation.facts) == (0, ())

    @pytest.mark.parametrize("target", ["cite:nowhere:f-pain", "cite:book:f-none", "cite:"])
    def test_a_mark_that_leads_nowhere(self, target: str, reading: ReadingService) -> None:
        page = reading.page(PAIN, Audience.PATIENT)

        with pytest.raises(KeyError):
            reading.citations(page, target)

    def test_the_marks_of_a_page_come_each_once(self, reading: ReadingService) -> None:
        assert reading.marks(reading.page(PAIN, Audience.PATIENT)) == (
            "cite:study-2020:f-pain",
            "cite:study-2020:f-rare",
        )
        assert reading.marks(reading.page(SCAN, Audience.PATIENT)) == (
            "cite:study-2020:f-scan",
            "cite:book:f-scan",
            "term:g-mri",
        )

    def test_a_word_is_looked_up(self, reading: ReadingService) -> None:
        assert reading.term("term:g-mri").term == "MRI"
        with pytest.raises(KeyError):
            reading.term("term:g-none")


def test_neighbours_are_those_in_reading_order(reading: ReadingService) -> None:
    def ids(topic: str) -> list[str | None]:
        return [entry.id if entry else None for entry in reading.neighbours(TopicId(topic))]

    assert ids("pain") == [None, "scan"]
    assert ids("scan") == ["pain", "help-read"]
    assert ids("help-read") == ["scan", None]
    assert ids("xyzzy") == [None, None]


def test_pictures(reading: ReadingService) -> None:
    assert reading.picture("knee.svg") == b"<svg/>"
    assert reading.picture("none.svg") is None


def test_an_edition_without_pictures_has_none(reading: ReadingService) -> None:
    assert reading.pictures() == ()
    with pytest.raises(UnknownPictureError):
        reading.figure(PictureId("bone-map"))


def test_pictures_are_read_for_an_audience(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        reading = ReadingService(pack)
        whole, bone_map = reading.pictures(), PictureId("bone-map")

        assert reading.figure(bone_map) in whole
        assert reading.figure(bone_map, Audience.CLINICIAN) == reading.figure(bone_map)
        assert len(reading.figure(bone_map, Audience.PATIENT).said) < len(reading.figure(bone_map).said)
        for audience in Audience:
            shown = reading.pictures(audience)
            assert [one.id for one in shown] == [
                one.id for one in whole if one.audience in ("both", audience)
            ]
            assert shown == tuple(reading.figure(one.id, audience) for one in shown)


def test_questions_are_asked_for_an_audience(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        reading = ReadingService(pack)
        whole = reading.questions()

        assert whole
        for audience in Audience:
            assert reading.questions(audience) == tuple(one for one in whole if one.audience is audience)
        assert reading.question(whole[0].id) is whole[0]
        assert reading.question("q-none") is None


def test_facts_sources_and_notes_for_teaching_by_their_ids(taught: ReadingService) -> None:
    fact = taught.fact(FactId("f-pain"))
    note = taught.teaching(TopicId("pain"), SectionId("in-short"))

    assert taught.source(fact.sources[0]).title == "A study of children"
    assert note is not None
    assert note.ask == ("Who knows?",)
    assert taught.teaching(TopicId("pain"), SectionId("nowhere")) is None


def test_an_edition_without_notes_for_teaching_has_none(reading: ReadingService) -> None:
    assert reading.teaching(TopicId("pain"), SectionId("in-short")) is None


def test_every_mark_of_the_reference_leads_somewhere(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        reading = ReadingService(pack)
        for topic in pack.topics.values():
            for audience in topic.audiences:
                page = reading.page(topic.id, audience)
                for mark in reading.marks(page):
                    found = (
                        reading.citations(page, mark) if mark.startswith("cite:") else [reading.term(mark)]
                    )
                    assert found, (topic.id, mark)
