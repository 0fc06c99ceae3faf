from datetime import date
from xml.etree import ElementTree

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.gui.sourced_copy import SourcedCopy, place_of
from crmo_desktop.services.reading import ReadingService

DAY = date(2026, 11, 27)


@pytest.fixture
def sourced() -> SourcedCopy:
    return SourcedCopy()


def test_words_their_sources_and_where_they_stand(sourced: SourcedCopy, reading: ReadingService) -> None:
    page = reading.page(TopicId("nsaids"), Audience.CLINICIAN)
    root = ElementTree.fromstring("<div><p>Kidney damage is rare.</p></div>")
    cited = reading.citations(page, "cite:beck-2010:nsaids-05|jansson-2007:nsaids-08")

    copied = sourced.copy(
        root, place_of(page, "safety-and-monitoring"), [*cited, *cited], reading.edition, DAY
    )

    lines = copied.text.split("\n")
    numbers = sorted(citation.number for citation in cited)
    assert lines[:3] == ["Kidney damage is rare.", "", "Sources"]
    assert [line.partition(" ")[0] for line in lines[3:5]] == [f"[{number}]" for number in numbers]
    references = {f"[{one.number}] {one.source.reference}" for one in cited}
    assert set(lines[3:5]) == references
    assert all("doi:" in line for line in references)
    assert lines[5:8] == [
        "",
        "NSAIDs: Safety and monitoring (for clinicians)",
        "crmo://topic/nsaids#safety-and-monitoring",
    ]
    assert lines[8].startswith("CRMO reference, edition ")
    assert lines[8].endswith("Information, not medical advice. Copied on 2026-11-27.")
    assert len(lines) == 9
    assert '<a href="crmo://topic/nsaids#safety-and-monitoring">' in copied.html


def test_without_marks_there_is_no_list_of_sources(sourced: SourcedCopy, reading: ReadingService) -> None:
    page = reading.page(TopicId("nsaids"), Audience.PATIENT)
    root = ElementTree.fromstring("<div><p>Words.</p></div>")

    text = sourced.copy(root, place_of(page, ""), [], reading.edition, DAY).text

    assert text.startswith("Words.\n\nNSAIDs (for families)\ncrmo://topic/nsaids\nCRMO")


def test_what_is_no_section_of_the_page_is_its_beginning(reading: ReadingService) -> None:
    page = reading.page(TopicId("nsaids"), Audience.PATIENT)

    assert place_of(page, "sources").section == ""
    assert str(place_of(page, "in-short").address) == "crmo://topic/nsaids#in-short"


def test_the_guide_is_for_nobody_in_particular(sourced: SourcedCopy, reading: ReadingService) -> None:
    page = reading.page(TopicId("help-start"), Audience.PATIENT)

    assert sourced.heading(place_of(page, "")) == page.topic.title
