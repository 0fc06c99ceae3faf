"""What is handed out: a topic, and questions, of the real edition."""

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.handing_out.handed import Handed, handed
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_matter import SlideMatters
from tests.gui.handing_out.samples import NOON
from tests.gui.slides.conftest import makers

__all__ = ["makers"]

ROOM = Room(builds=False, is_paper=True)


@pytest.fixture(scope="session")
def topic(reading: ReadingService) -> Talk:
    return SlideMatters(reading).of_topic(TopicId("mri"), Audience.PATIENT)


@pytest.fixture(scope="session")
def session(reading: ReadingService) -> Talk:
    """A part of each kind, and one that this edition lacks."""
    parts = (
        Part(kind=PartKind.OWN, title="Welcome", words=("Who is here?",), minutes=2, note="Smile."),
        Part(kind=PartKind.QUESTION, target="q-osteomyelitis-word", title="A word"),
        Part(kind=PartKind.QUESTION, target="q-history", title="An order"),
        Part(kind=PartKind.PICTURE, target="bone-map", title="Bones"),
        Part(kind=PartKind.SECTION, target="mri#in-short", title="MRI"),
        Part(kind=PartKind.TOPIC, target="no-such-topic", title="Gone"),
    )
    made = Session(uid="s-1", name="Evening", audience=Audience.PATIENT, parts=parts, changed=NOON)
    return SlideMatters(reading).of_session(made)


@pytest.fixture(scope="session")
def topic_out(topic: Talk, makers: SlideMakers) -> Handed:
    return handed(topic, ROOM, makers, {topic.matters[0].key: ("My own note.",)})


@pytest.fixture(scope="session")
def session_out(session: Talk, makers: SlideMakers) -> Handed:
    return handed(session, ROOM, makers, {})
