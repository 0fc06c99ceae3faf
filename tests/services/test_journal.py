"""What was read, and how far."""

from datetime import UTC, datetime, timedelta

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 12, 0).astimezone()

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(notebook: Notebook) -> HistoryRepository:
    return HistoryRepository(notebook)


@pytest.fixture
def journal(history: HistoryRepository, clock: Clock) -> Journal:
    return Journal(history, now=clock)


def test_the_latest_comes_first_each_once(journal: Journal, clock: Clock, reading: ReadingService) -> None:
    for topic in ("pain", "scan", "pain"):
        journal.visited(reading.page(TopicId(topic), Audience.PATIENT))
        clock.time += timedelta(minutes=1)

    assert [(page.address, page.title) for page in journal.recent_pages()] == [
        ("crmo://topic/pain", "Bone pain"),
        ("crmo://topic/scan", "MRI scan"),
    ]


@pytest.mark.parametrize(
    ("later", "days"),
    [
        (timedelta(0), 0),
        (timedelta(hours=11), 0),
        (timedelta(hours=13), 1),
        (timedelta(days=3), 3),
        (timedelta(days=-2), 0),
    ],
)
def test_days_are_those_of_the_calendar(
    later: timedelta, days: int, journal: Journal, clock: Clock, reading: ReadingService
) -> None:
    journal.visited(reading.page(TopicId("pain"), Audience.PATIENT))
    clock.time += later

    assert [page.days_ago for page in journal.recent_pages()] == [days]


def test_three_pages_are_recalled(
    journal: Journal, history: HistoryRepository, reading: ReadingService
) -> None:
    from crmo_desktop.store.history import Visit

    for number in range(5):
        history.record(
            Visit(
                address=f"crmo://topic/t-{number}",
                title="T",
                audience=Audience.PATIENT,
                when=datetime.now(UTC),
            )
        )

    assert [page.address[-1] for page in journal.recent_pages()] == ["4", "3", "2"]


def test_the_place_is_kept_for_each_audience(journal: Journal, reading: ReadingService) -> None:
    patient, clinician = (reading.page(TopicId("pain"), audience) for audience in Audience)
    journal.left(patient, 0.25)

    assert (journal.place_of(patient), journal.place_of(clinician)) == (0.25, 0.0)


@pytest.mark.parametrize(("place", "kept"), [(-0.5, 0.0), (1.5, 1.0)])
def test_a_place_is_on_the_page(place: float, kept: float, journal: Journal, reading: ReadingService) -> None:
    page = reading.page(TopicId("pain"), Audience.PATIENT)
    journal.left(page, 0.5)
    journal.left(page, place)

    assert journal.place_of(page) == kept


def test_the_guide_is_not_noted(journal: Journal, reading: ReadingService) -> None:
    page = reading.page(TopicId("help-read"), Audience.PATIENT)
    journal.visited(page)
    journal.left(page, 0.5)

    assert (journal.recent_pages(), journal.place_of(page)) == ([], 0.0)


def test_a_journal_that_does_not_keep_only_tells(
    journal: Journal, history: HistoryRepository, clock: Clock, reading: ReadingService
) -> None:
    pain, scan = (reading.page(TopicId(topic), Audience.PATIENT) for topic in ("pain", "scan"))
    journal.visited(pain)
    journal.left(pain, 0.5)
    passing = Journal(history, now=clock, keeps=False)
    passing.visited(scan)
    passing.left(scan, 0.5)
    passing.left(pain, 0.75)

    assert [page.title for page in passing.recent_pages()] == ["Bone pain"]
    assert (passing.place_of(pain), passing.place_of(scan)) == (0.5, 0.0)
