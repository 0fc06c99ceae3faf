"""What was read, and how far."""

from datetime import datetime, timedelta, timezone

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.services.journal import Journal, ReadPage
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.history import HistoryRepository
from tests.domain.pictures import bone_map
from tests.domain.values import entry, page

NOON = datetime(2026, 11, 22, 12).astimezone()  # in the zone of this computer


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def history(notebook: Notebook) -> HistoryRepository:
    return HistoryRepository(notebook)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(history: HistoryRepository, clock: Clock) -> Journal:
    return Journal(history, now=clock)


def titled(id: str, title: str = "") -> Page:
    return page(topic=entry(id=TopicId(id), title=title or id.upper()))


GUIDE = page(topic=entry(id=TopicId("help-read"), is_help=True))


def test_the_three_pages_read_last_the_latest_first(journal: Journal) -> None:
    for id in "abcdb":
        journal.visited(titled(id))

    assert journal.recent_pages() == [ReadPage(f"crmo://topic/{id}", id.upper(), 0) for id in "bdc"]


def test_a_visit_is_noted_with_its_audience_and_time(
    journal: Journal, history: HistoryRepository, clock: Clock
) -> None:
    clock.now = NOON - timedelta(hours=1)

    journal.visited(page(audience=Audience.CLINICIAN))

    [visit] = history.newest_first()
    assert (visit.address, visit.title) == ("crmo://topic/mri", "MRI scan")
    assert (visit.audience, visit.when) == (Audience.CLINICIAN, clock.now)


@pytest.mark.parametrize(
    ("earlier", "days_ago"),
    [
        (timedelta(0), 0),
        (timedelta(hours=11), 0),
        (timedelta(hours=13), 1),  # late yesterday is yesterday, even if less than a day ago
        (timedelta(days=1), 1),
        (timedelta(days=400), 400),
        (timedelta(days=-2), 0),  # the clock was wrong then, or is now
    ],
    ids=str,
)
def test_days_are_those_of_the_calendar(
    earlier: timedelta, days_ago: int, journal: Journal, clock: Clock
) -> None:
    clock.now = NOON - earlier
    journal.visited(page())
    clock.now = NOON

    assert [read.days_ago for read in journal.recent_pages()] == [days_ago]


@pytest.mark.parametrize("hours", [-12, 0, 14])
def test_the_calendar_is_that_of_this_computer(hours: int, journal: Journal, clock: Clock) -> None:
    clock.now = NOON - timedelta(hours=12, minutes=5)
    journal.visited(page())
    clock.now = (NOON - timedelta(hours=11, minutes=55)).astimezone(timezone(timedelta(hours=hours)))

    assert [read.days_ago for read in journal.recent_pages()] == [1]


@pytest.mark.parametrize(
    ("place", "kept"), [(0.0, 0.0), (0.25, 0.25), (1.0, 1.0), (-0.5, 0.0), (1.5, 1.0), (float("nan"), 0.0)]
)
def test_a_place_is_kept_within_its_page(place: float, kept: float, journal: Journal) -> None:
    journal.left(page(), 0.5)

    journal.left(page(), place)

    assert journal.place_of(page()) == kept


def test_each_audience_has_its_place(journal: Journal) -> None:
    journal.left(page(audience=Audience.PATIENT), 0.5)

    assert journal.place_of(page(audience=Audience.PATIENT)) == 0.5
    assert journal.place_of(page(audience=Audience.CLINICIAN)) == 0.0


def test_the_guide_is_not_noted(journal: Journal) -> None:
    journal.visited(GUIDE)
    journal.left(GUIDE, 0.5)

    assert journal.recent_pages() == []
    assert journal.place_of(GUIDE) == 0.0


def test_a_journal_that_keeps_nothing_tells_what_was_read_before(
    journal: Journal, history: HistoryRepository, clock: Clock
) -> None:
    journal.visited(titled("a"))
    journal.left(titled("a"), 0.5)
    passing = Journal(history, now=clock, keeps=lambda: False)

    passing.visited(titled("b"))
    passing.left(titled("a"), 1.0)

    assert [read.title for read in passing.recent_pages()] == ["A"]
    assert passing.place_of(titled("a")) == 0.5


def test_whether_to_keep_is_asked_each_time(history: HistoryRepository, clock: Clock) -> None:
    wanted = True
    journal = Journal(history, now=clock, keeps=lambda: wanted)
    journal.visited(titled("a"))
    journal.left(titled("a"), 0.5)

    wanted = False
    journal.visited(titled("b"))
    journal.left(titled("a"), 0.9)

    assert [read.title for read in journal.recent_pages()] == ["A"]
    assert journal.place_of(titled("a")) == 0.5

    wanted = True
    journal.visited(titled("c"))

    assert [read.title for read in journal.recent_pages()] == ["C", "A"]


# --- all of it


def test_the_history_goes_day_by_day_the_latest_first(journal: Journal, clock: Clock) -> None:
    for earlier, id in [(400, "a"), (1, "b"), (1, "c"), (0, "d"), (0, "b")]:
        clock.now = NOON - timedelta(days=earlier)
        journal.visited(titled(id))

    days = journal.history()

    assert [(day.days_ago, [visit.title for visit in day.visits]) for day in days] == [
        (0, ["B", "D"]),
        (1, ["C", "B"]),
        (400, ["A"]),
    ]
    assert days[0].day == NOON.date()
    assert days[0].visits[0].when.utcoffset() == NOON.utcoffset()


def test_pictures_are_part_of_it(journal: Journal) -> None:
    picture = bone_map()

    journal.saw(picture, Audience.CLINICIAN)

    (day,) = journal.history()
    assert [(visit.address, visit.title, visit.audience) for visit in day.visits] == [
        (f"crmo://picture/{picture.id}", picture.title, Audience.CLINICIAN)
    ]


def test_a_clock_that_jumps_changes_no_order(journal: Journal, clock: Clock) -> None:
    for later, id in [(0, "a"), (3, "b"), (0, "c")]:
        clock.now = NOON + timedelta(days=later)
        journal.visited(titled(id))

    days = journal.history()

    assert [visit.title for day in days for visit in day.visits] == ["C", "B", "A"]
    assert [day.days_ago for day in days] == [0, -3, 0]


def test_visits_are_deleted_with_a_way_back(journal: Journal) -> None:
    for id in "abc":
        journal.visited(titled(id))
    journal.left(titled("c"), 0.5)
    before = journal.history()

    forgotten = journal.delete(before[0].visits[:2])
    assert [visit.title for day in journal.history() for visit in day.visits] == ["A"]
    assert journal.place_of(titled("c")) == 0.0
    journal.restore(forgotten)

    assert journal.history() == before
    assert journal.place_of(titled("c")) == 0.5


def test_all_is_forgotten(journal: Journal) -> None:
    journal.visited(titled("a"))
    journal.left(titled("a"), 0.5)

    journal.forget_all()

    assert journal.history() == ()
    assert journal.recent_pages() == []
    assert journal.place_of(titled("a")) == 0.0
