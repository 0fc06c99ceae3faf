"""The tree as values."""

import dataclasses

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.domain.identifiers import ChapterId, TopicId


def test_a_topic_is_of_the_reference_and_stays_as_it_is() -> None:
    entry = TopicEntry(
        id=TopicId("scan"), title="Scan", chapter=ChapterId("bones"), audiences=frozenset({Audience.PATIENT})
    )

    assert not entry.is_help
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry.title = "Other"  # type: ignore[misc]  # what is tried here
