from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.export.clean import text_of
from crmo_desktop.export.sections import cited_in, section_of
from crmo_desktop.services.reading import ReadingService

CALL_OUTS = {"caution": "Caution"}


def test_a_section_has_its_heading_and_titles_of_its_boxes(reading: ReadingService) -> None:
    page = reading.page(TopicId("nsaids"), Audience.CLINICIAN)

    root = section_of(page, "safety-and-monitoring", CALL_OUTS)

    text = text_of(root)
    assert text.startswith("Safety and monitoring\n\nNearly all of it")
    assert "\n\nCaution\nThe 5 of 702" in text
    assert "\nKidney\tDamage rare\tReview 1993" in text


def test_above_the_first_section_it_is_the_summary(reading: ReadingService) -> None:
    page = reading.page(TopicId("nsaids"), Audience.CLINICIAN)

    text = text_of(section_of(page, "", CALL_OUTS))

    assert text.startswith("NSAIDs\n\nFirst-line, but not the only step")


def test_each_mark_is_named_once(reading: ReadingService) -> None:
    page = reading.page(TopicId("nsaids"), Audience.CLINICIAN)
    root = section_of(page, "safety-and-monitoring", CALL_OUTS)
    root.extend(list(section_of(page, "safety-and-monitoring", CALL_OUTS)))

    marks = list(cited_in(root))

    assert marks
    assert len(marks) == len(set(marks))
    assert all(reading.citations(page, mark) for mark in marks)
