"""What paper says beside the words of the reference."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QObject

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.gui.paper.words import PaperWords, told_day
from crmo_desktop.services.reading import ReadingService

PAIN = TopicId("bone-pain")


@pytest.fixture
def words(qapp: QObject) -> PaperWords:
    return PaperWords()


def test_a_page_says_for_whom_it_is_and_how_much_it_cites(words: PaperWords, reading: ReadingService) -> None:
    families = words.of_page(reading.page(PAIN, Audience.PATIENT), 1)
    clinicians = words.of_page(reading.page(PAIN, Audience.CLINICIAN), 12, "Bone pain")

    assert (families.audience, families.source_count) == ("For families", "1 source")
    assert (families.sources, families.call_outs["red-flag"]) == ("Sources", "Get help fast")
    assert (clinicians.audience, clinicians.source_count) == ("For clinicians", "12 sources")
    assert (clinicians.sources, clinicians.call_outs["red-flag"]) == ("Sources: Bone pain", "Red flag")
    assert words.of_page(reading.page(PAIN, Audience.PATIENT), 0).source_count == ""


def test_the_guide_is_for_everybody(words: PaperWords, reading: ReadingService) -> None:
    guide = next(chapter for chapter in reading.chapters() if chapter.topics[0].is_help).topics[0]

    assert words.of_page(reading.page(guide.id, Audience.PATIENT), 0).audience == ""


def test_the_edition_says_who_reviewed_it(words: PaperWords, reading: ReadingService) -> None:
    edition = reading.edition._replace(made_on=date(2026, 11, 22), reviewed_by=None)

    assert words.edition(edition) == (
        "CRMO Desktop, edition 22 November 2026. Not yet reviewed by a physician."
    )
    assert words.edition(edition._replace(reviewed_by="Dr A")).endswith("Reviewed by Dr A.")


def test_days_and_pages_in_words(words: PaperWords) -> None:
    assert told_day(date(2026, 11, 6)) == "6 November 2026"
    assert words.printed(date(2026, 11, 6)) == "Printed 6 November 2026."
    assert (words.page_of_pages(3, 12), words.on_page(7)) == ("3 / 12", "(page 7)")


def test_few_sources_of_a_picture_are_named(words: PaperWords, reading: ReadingService) -> None:
    page = reading.page(PAIN, Audience.PATIENT)
    source = replace(page.sources[0], authors="Beck C", year=2010)

    assert words.source([]) == ""
    assert words.source([source]) == "Source: Beck 2010"
    assert words.source([source, source]) == "Sources: Beck 2010; Beck 2010"


def test_a_part_says_where_it_is_from(words: PaperWords) -> None:
    assert words.part_of("Flares", "For families") == "From “Flares” · For families"
    assert words.part_of("Printing", "") == "From “Printing”"
    assert words.topic_for("Flares", Audience.CLINICIAN) == "Flares, for clinicians"
    assert words.topic_for("Flares", Audience.PATIENT) == "Flares, for families"
