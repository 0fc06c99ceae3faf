"""Tests of `crmo_desktop.gui.dialogs.print_subjects`."""

from datetime import UTC, datetime

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.handout import Handout
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, Passage, Publication
from crmo_desktop.gui.dialogs.paper_tools import Shown
from crmo_desktop.gui.dialogs.print_subjects import WHOLE, subjects
from crmo_desktop.services.publishing import QUESTIONS
from crmo_desktop.services.reading import ReadingService

MRI = TopicId("mri")
FAMILIES = (Audience.PATIENT,)


def test_what_is_read_comes_first(reading: ReadingService) -> None:
    offered = subjects(reading, Shown(MRI, Audience.PATIENT), ())

    assert [subject.words for subject in offered] == [
        "MRI and whole-body MRI", "Chapter: Diagnosis", "Questions to ask your doctor", "The whole reference",
    ]  # fmt: skip
    assert [subject.has_contents for subject in offered] == [False, True, False, True]
    assert [subject.is_questions for subject in offered] == [False, False, True, False]
    assert offered[0].make(FAMILIES).contents == (Extract(topic=MRI, audience=Audience.PATIENT),)
    assert offered[1].make(FAMILIES).title == "Diagnosis"
    assert offered[3].make(FAMILIES).has_index


def test_words_selected_come_before_all(reading: ReadingService) -> None:
    shown = Shown(MRI, Audience.CLINICIAN, selected="<p>words</p>")

    first = subjects(reading, shown, ())[0]

    assert first.words == "The words selected"
    assert not first.audiences
    assert first.make(FAMILIES).contents == (
        Passage(topic=MRI, audience=Audience.CLINICIAN, html="<p>words</p>"),
    )


def test_the_questions_are_offered_once(reading: ReadingService) -> None:
    offered = subjects(reading, Shown(QUESTIONS, Audience.PATIENT), ())

    assert [subject.name for subject in offered] == [QUESTIONS, "chapter living", WHOLE]
    assert offered[0].is_questions


def test_what_a_search_found_comes_first(reading: ReadingService) -> None:
    found = Publication(title="Find in all topics: pain", contents=(OwnWords(ruled=1),))

    offered = subjects(reading, Shown(None, Audience.PATIENT, found=found), ())

    assert [subject.name for subject in offered] == ["found", QUESTIONS, WHOLE]
    assert offered[0].make(FAMILIES) is found


def test_handouts_come_last(reading: ReadingService) -> None:
    handout = Handout(
        uid="7",
        name="Flare plan",
        publication=Publication(title="Flare plan", contents=(OwnWords(ruled=1),)),
        changed=datetime(2026, 11, 26, tzinfo=UTC),
    )

    last = subjects(reading, Shown(None, Audience.PATIENT), (handout,))[-1]

    assert (last.name, last.words, last.handout) == ("7", "Handout: Flare plan", handout)
    assert last.make(FAMILIES) is handout.publication
