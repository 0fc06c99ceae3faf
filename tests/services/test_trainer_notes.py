"""What is told to whoever teaches."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, FactId, SectionId, TopicId
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.trainer_notes import Notes, NoteWords, TrainerNotes, facts_in

GERMAN = NoteWords("Frage: {text}", "Sag: {text}", "Oft falsch: {text}", "Vorsicht: {text}", "Sicher: {text}")
BONES = ChapterId("bones")


def notes_of(reading: ReadingService, topic: str, section: str, audience: Audience) -> Notes:
    page = reading.page(TopicId(topic), audience)
    [found] = [one for one in page.sections if one.id == SectionId(section)]
    return TrainerNotes(reading, NoteWords()).of_section(page, found)


def test_what_to_ask_and_say_comes_first_and_how_sure_it_is_last(taught: ReadingService) -> None:
    assert notes_of(taught, "pain", "in-short", Audience.PATIENT) == Notes(
        taught=(
            "Ask the room: Who knows?",
            "Say or do: It came first in 17 of 40.",
            "Easily misunderstood: It is not always pain.",
        ),
        cautions=(),
        rests_on=("How sure it is: cohort: Doe, Bones 2020.",),
    )


def test_cautions_are_told_unless_the_section_tells_them(taught: ReadingService) -> None:
    page = taught.page(TopicId("pain"), Audience.CLINICIAN)
    [who] = [section for section in page.sections if section.id == "who"]
    notes = TrainerNotes(taught, GERMAN)
    caution = taught.fact(FactId("f-careful")).caution
    assert caution is not None

    assert notes.of_section(page, who) == Notes(
        taught=("Sag: Say the dose.",),
        cautions=(f"Vorsicht: {caution}",),
        rests_on=("Sicher: cohort: Doe, Bones 2020.",),
    )
    assert notes.of_facts([FactId("f-careful")], "en", said=f"So: {caution}").cautions == ()


def test_a_section_without_notes_and_facts_has_none(reading: ReadingService) -> None:
    assert notes_of(reading, "help-read", "marks", Audience.PATIENT) == Notes((), (), ())


def test_facts_of_a_picture_or_question_once_each(taught: ReadingService) -> None:
    notes = TrainerNotes(taught, NoteWords())

    assert notes.of_facts([FactId("f-pain"), FactId("f-pain")], "en") == Notes(
        (), (), ("How sure it is: cohort: Doe, Bones 2020.",)
    )


def test_what_is_often_misunderstood_in_a_chapter(taught: ReadingService, reading: ReadingService) -> None:
    assert TrainerNotes(taught, NoteWords()).of_chapter(BONES, Audience.PATIENT) == (
        "Why it matters: It came first in 17 of 40.",
        "Often misunderstood: “It is nothing.” It is.",
    )
    assert TrainerNotes(taught, NoteWords()).of_chapter(ChapterId("living"), Audience.PATIENT) == ()
    assert TrainerNotes(reading, NoteWords()).of_chapter(BONES, Audience.PATIENT) == ()


def test_the_facts_behind_marks() -> None:
    html = '<a href="cite:a:f-1+f-2|b:f-1">[1]</a> <a href="cite:c&amp;d:">[2]</a> <a href="term:t">t</a>'

    assert facts_in(html) == ("f-1", "f-2")
