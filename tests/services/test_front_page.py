"""What the start page offers of an edition."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.front_page import doors, questions
from crmo_desktop.services.reading import ReadingService


def test_a_small_edition_has_doors_without_topics(reading: ReadingService) -> None:
    assert [(door.name, door.topics) for door in doors(reading)] == [
        ("families", ()),
        ("clinicians", ()),
        ("trainers", ()),
    ]
    assert questions(reading) == ()


class TestReference:
    @pytest.fixture
    def reading(self, pack_path: Path) -> Iterator[ReadingService]:
        with closing(open_pack(pack_path)) as pack:
            yield ReadingService(pack)

    def test_each_reader_has_a_door_with_at_most_three_topics(self, reading: ReadingService) -> None:
        found = doors(reading)

        assert [(door.name, door.audience) for door in found] == [
            ("families", Audience.PATIENT),
            ("clinicians", Audience.CLINICIAN),
            ("trainers", Audience.CLINICIAN),
        ]
        assert all(1 <= len(door.topics) <= 3 for door in found)

    def test_what_people_come_with_is_answered(self, reading: ReadingService) -> None:
        assert [(question.name, question.topic.id) for question in questions(reading)] == [
            ("is-it", "when-to-suspect"),
            ("urgent", "red-flags"),
            ("helps", "treatment-overview"),
            ("where", "bone-map"),
        ]
