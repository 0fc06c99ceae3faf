"""What can be put on paper, on the small content: pain and scan, and a page of the guide."""

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownTopicError
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import Content, Extract, OwnWords, Passage, Publication
from crmo_desktop.services.publishing import (
    chapter_publication,
    file_name,
    joined,
    part_names,
    passage_publication,
    topic_publication,
    whole_publication,
    with_own_questions,
    without_missing,
)
from crmo_desktop.services.reading import ReadingService

PAIN, SCAN, GONE = TopicId("pain"), TopicId("scan"), TopicId("gone")
FAMILIES, BOTH = (Audience.PATIENT,), tuple(Audience)


def extract(topic: TopicId, *sections: str, audience: Audience = Audience.PATIENT) -> Extract:
    return Extract(topic=topic, audience=audience, sections=tuple(SectionId(id) for id in sections) or None)


def of(*contents: Content) -> Publication:
    return Publication(title="T", contents=contents)


def test_a_topic_is_printed_for_one_audience_or_for_both(reading: ReadingService) -> None:
    one, both = topic_publication(reading, PAIN, FAMILIES), topic_publication(reading, PAIN, BOTH)

    assert one == Publication(title=reading.entry(PAIN).title, contents=(extract(PAIN),))
    assert both.contents == (extract(PAIN), extract(PAIN, audience=Audience.CLINICIAN))


def test_a_topic_that_is_not_there_cannot_be_printed(reading: ReadingService) -> None:
    with pytest.raises(UnknownTopicError):
        topic_publication(reading, GONE, FAMILIES)


def test_a_chapter_has_contents_and_an_index(reading: ReadingService) -> None:
    chapter = reading.chapters()[0]

    made = chapter_publication(chapter, FAMILIES)

    assert made.title == chapter.title
    assert [part.topic for part in made.contents if isinstance(part, Extract)] == [
        entry.id for entry in chapter.topics
    ]
    assert made.has_list_of_contents
    assert made.has_index


def test_the_whole_reference_names_its_chapters_once_and_leaves_the_guide_out(
    reading: ReadingService,
) -> None:
    made = whole_publication(reading, BOTH)

    extracts = [part for part in made.contents if isinstance(part, Extract)]
    chapters = [chapter for chapter in reading.chapters() if not chapter.topics[0].is_help]
    assert [part.chapter for part in extracts if part.chapter] == [chapter.title for chapter in chapters]
    assert extracts[0].chapter == chapters[0].title
    assert not [part for part in extracts if reading.entry(part.topic).is_help]
    assert made.title == reading.edition.title


def test_a_topic_for_one_audience_only_is_printed_for_that(reading: ReadingService) -> None:
    guide = next(entry for chapter in reading.chapters() for entry in chapter.topics if entry.is_help)
    (written_for,) = {*guide.audiences} if len(guide.audiences) == 1 else {Audience.PATIENT}

    made = topic_publication(reading, guide.id, (written_for,))

    assert [part.audience for part in made.contents if isinstance(part, Extract)] == [written_for]


def test_selected_words_bear_the_name_of_their_topic(reading: ReadingService) -> None:
    made = passage_publication(reading, PAIN, Audience.PATIENT, "<p>words</p>")

    assert made.title == reading.entry(PAIN).title
    assert made.contents == (Passage(topic=PAIN, audience=Audience.PATIENT, html="<p>words</p>"),)


def test_own_questions_come_last(reading: ReadingService) -> None:
    own = OwnWords(heading="Yours", ruled=7)

    assert with_own_questions(of(extract(PAIN)), own).contents == (extract(PAIN), own)


def test_neighbours_of_one_topic_become_one() -> None:
    clinical = extract(PAIN, "who", audience=Audience.CLINICIAN)
    parts = (
        extract(PAIN, "in-short"), extract(PAIN, "how-often"), clinical, OwnWords(ruled=1),
        extract(PAIN, "in-short"), extract(PAIN), extract(SCAN, "day"),
    )  # fmt: skip

    assert joined(of(*parts)).contents == (
        extract(PAIN, "in-short", "how-often"), clinical, OwnWords(ruled=1),
        extract(PAIN, "in-short"), extract(PAIN), extract(SCAN, "day"),
    )  # fmt: skip


def test_what_an_edition_lacks_is_left_out_and_told(reading: ReadingService) -> None:
    passage, lost = (
        Passage(topic=topic, audience=Audience.PATIENT, html="<p>x</p>") for topic in (PAIN, GONE)
    )
    own = OwnWords(lines=("Ring us",))
    parts = (
        extract(PAIN, "in-short", "old"), extract(PAIN, "older"), extract(GONE), extract(GONE, "a"),
        extract(SCAN), passage, lost, own,
    )  # fmt: skip

    left, missing = without_missing(reading, of(*parts))

    assert left.contents == (extract(PAIN, "in-short"), extract(SCAN), passage, own)
    assert missing == ("pain#old", "pain#older", "gone", "gone#a")


def test_parts_are_called_as_this_edition_calls_them(reading: ReadingService) -> None:
    passage = Passage(topic=SCAN, audience=Audience.PATIENT, html="<p>x</p>")

    names = part_names(reading, (extract(PAIN, "in-short", "old"), extract(GONE), passage, OwnWords(ruled=1)))

    assert names == {
        "pain": reading.entry(PAIN).title,
        "pain#in-short": "In short",
        "scan": reading.entry(SCAN).title,
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Naproxen", "Naproxen (2026-11-26).pdf"),
        ('Is it "CRMO"? a/b\\c: yes', "Is it CRMO a b c yes (2026-11-26).pdf"),
        ("x" * 90, "x" * 60 + " (2026-11-26).pdf"),
        ("...", "crmo (2026-11-26).pdf"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "2026-11-26", ".pdf") == name
