"""Questions with all their words."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, SectionId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import Question
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.question_files import QuestionFiles
from crmo_desktop.services.reading import ReadingService


@pytest.fixture(scope="module")
def reading(pack_path: Path) -> Iterator[ReadingService]:
    pack = open_pack(pack_path)
    yield ReadingService(pack)
    pack.close()


@pytest.fixture
def question(reading: ReadingService) -> Question:
    found = reading.question("q-osteomyelitis-word")
    assert found is not None
    return found


def test_chapter_section_and_sources_are_named(reading: ReadingService, question: Question) -> None:
    (told,) = QuestionFiles(reading).told([question])

    assert told.question is question
    assert told.chapter in {chapter.title for chapter in reading.chapters()}
    page = reading.page(question.settled_by.topic, question.audience)
    assert told.settled_by.startswith(f"{page.topic.title} › ")
    assert len(told.sources) == len(question.sources) > 0


def test_what_an_edition_lacks_is_named_as_it_is_written(reading: ReadingService, question: Question) -> None:
    gone = TopicAddress(TopicId("no-such-topic"), SectionId("x"))
    whole = TopicAddress(TopicId("mri"), SectionId("no-such-section"))
    odd = [
        replace(question, chapter=ChapterId("no-such-chapter"), settled_by=gone),
        replace(question, settled_by=whole),
    ]

    first, second = QuestionFiles(reading).told(odd)

    assert (first.chapter, first.settled_by) == ("no-such-chapter", str(gone))
    assert second.settled_by == reading.page(TopicId("mri"), question.audience).topic.title


def test_every_question_of_the_edition_is_told(reading: ReadingService) -> None:
    asked = reading.questions()

    told = QuestionFiles(reading).told(asked)

    assert len(told) == len(asked) > 100
    assert all(" › " in each.settled_by for each in told)


@pytest.mark.parametrize("kind", ["text", "table"])
def test_text_is_text(reading: ReadingService, kind: str) -> None:
    text = QuestionFiles(reading).file(kind, reading.questions(Audience.PATIENT)).decode("utf-8")

    assert "Information, not medical advice." in text
    assert all(" ".join(question.text.split()) in text for question in reading.questions(Audience.PATIENT))
    assert ("\t" in text) == (kind == "table")


def test_a_package_is_an_archive(reading: ReadingService, question: Question) -> None:
    data = QuestionFiles(reading).file("apkg", [question])

    assert zipfile.is_zipfile(BytesIO(data))
