"""Whose slides can go out."""

from datetime import UTC, datetime

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.gui.dialogs.slide_subjects import slide_subjects
from crmo_desktop.services.reading import ReadingService

EVENING = Session(
    uid="s-1",
    name="Evening",
    audience=Audience.CLINICIAN,
    parts=(Part(kind=PartKind.OWN, title="Welcome"),),
    changed=datetime(2026, 11, 26, tzinfo=UTC),
)


def test_what_is_shown_comes_first_then_sessions(reading: ReadingService) -> None:
    topic, session = slide_subjects(reading, TopicId("mri"), [EVENING])

    assert (topic.name, session.name) == ("mri", "s-1")
    assert topic.words == reading.entry(TopicId("mri")).title
    assert session.words == "Session: Evening"


def test_the_audience_of_a_topic_is_chosen_that_of_a_session_is_its_own(reading: ReadingService) -> None:
    topic, session = slide_subjects(reading, TopicId("mri"), [EVENING])

    assert topic.audiences == frozenset(Audience)
    assert topic.talk(Audience.CLINICIAN).audience is Audience.CLINICIAN
    assert session.audiences == frozenset()
    assert session.talk(Audience.PATIENT).audience is Audience.CLINICIAN


def test_without_a_topic_and_sessions_there_is_nothing(reading: ReadingService) -> None:
    assert slide_subjects(reading, None, []) == []
