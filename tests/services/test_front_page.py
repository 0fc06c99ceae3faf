"""What the start page offers of an edition."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.library import pack_format
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


def test_a_door_leads_to_what_the_edition_has(small_pack: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(small_pack, tmp_path / "pack"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for old, new in (("scan", "when-to-suspect"), ("pain", "treatment-overview")):
            connection.execute("UPDATE topic SET id = ? WHERE id = ?", (new, old))
    pack_format.seal(path)

    with closing(open_pack(path)) as pack:
        reading = ReadingService(pack)

        assert [[topic.id for topic in door.topics] for door in doors(reading)] == [
            ["treatment-overview"],
            ["when-to-suspect", "treatment-overview"],  # in the door's order, not the edition's
            ["treatment-overview"],
        ]
        assert [question.name for question in questions(reading)] == ["is-it", "helps"]


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
        assert [topic.id for topic in found[1].topics] == [
            "when-to-suspect",
            "differential-diagnosis",
            "limited-resources",
        ]

    def test_a_door_leads_to_pages_in_its_readers_words(self, reading: ReadingService) -> None:
        led_to = [(door, topic) for door in doors(reading) for topic in door.topics]

        assert led_to
        assert not [topic.id for door, topic in led_to if door.audience not in topic.audiences]

    def test_what_people_come_with_is_answered(self, reading: ReadingService) -> None:
        assert [(question.name, question.topic.id) for question in questions(reading)] == [
            ("is-it", "when-to-suspect"),
            ("urgent", "red-flags"),
            ("helps", "treatment-overview"),
            ("where", "bone-map"),
        ]


@pytest.mark.parametrize(
    ("only", "names"),
    [(Audience.PATIENT, ["families"]), (Audience.CLINICIAN, ["clinicians", "trainers"])],
)
def test_where_only_one_audience_is_served_only_its_doors_are_there(
    only: Audience, names: list[str], reading: ReadingService
) -> None:
    assert [door.name for door in doors(reading, only=only)] == names
