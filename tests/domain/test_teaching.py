"""A note for those who teach is a value."""

from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.domain.teaching import TeachingNote


def test_notes_that_say_the_same_are_the_same() -> None:
    place = TopicAddress(TopicId("mri"), SectionId("yield"))
    one, other = (TeachingNote(place=place, ask=("Why?",), say=(), misunderstood=()) for _ in range(2))

    assert one == other
    assert one.facts == ()
