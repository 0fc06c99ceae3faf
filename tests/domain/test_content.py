"""The tree as values."""

from datetime import date
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter
from crmo_desktop.domain.identifiers import ChapterId, TopicId
from tests.domain.values import edition, entry

CHAPTER = Chapter(id=ChapterId("diagnosis"), title="Diagnosis", topics=(entry(),))


def test_a_topic_is_of_the_reference_unless_it_says_otherwise() -> None:
    assert not entry().is_help
    assert entry(is_help=True).is_help


def test_topics_that_say_the_same_are_the_same() -> None:
    assert entry() == entry(audiences=frozenset([Audience.CLINICIAN, Audience.PATIENT]))
    assert len({entry(), entry(), entry(id=TopicId("ct"))}) == 2


def test_an_edition_of_another_day_is_another() -> None:
    assert edition() == edition()
    assert edition() != edition(made_on=date(2026, 11, 24))


@pytest.mark.parametrize(
    ("value", "field"),
    [(edition(), "digest"), (entry(), "title"), (CHAPTER, "topics")],
    ids=["edition", "topic", "chapter"],
)
def test_values_cannot_be_changed(value: Any, field: str) -> None:
    with pytest.raises(AttributeError):
        setattr(value, field, "changed")
