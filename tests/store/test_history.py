from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.history import HistoryRepository, Place, Visit

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAGE = "crmo://topic/mri"


def visit(address: str = PAGE, title: str = "MRI", *, when: datetime = NOON) -> Visit:
    return Visit(address=address, title=title, audience=Audience.PATIENT, when=when)


@pytest.fixture
def notebook(path: Path) -> Notebook:
    return open_notebook(path)


@pytest.fixture
def history(notebook: Notebook) -> HistoryRepository:
    return HistoryRepository(notebook)


def test_a_visit_comes_back_as_it_was(history: HistoryRepository) -> None:
    there = visit(when=NOON.astimezone(timezone(timedelta(hours=5, minutes=30))))

    history.record(there)

    (found,) = history.newest_first()
    assert found == there
    assert found.when.tzinfo is UTC


def test_the_latest_comes_first_even_if_the_clock_went_back(history: HistoryRepository) -> None:
    history.record(visit("a", when=NOON))
    history.record(visit("b", when=NOON - timedelta(days=400)))
    history.record(visit("c", when=NOON - timedelta(days=200)))

    assert [one.address for one in history.newest_first()] == ["c", "b", "a"]
    assert [one.address for one in history.newest_first(2)] == ["c", "b"]


def test_an_address_stands_there_once(history: HistoryRepository) -> None:
    for address in "aba":
        history.record(visit(address, f"title of {address}"))

    assert [one.address for one in history.newest_first()] == ["a", "b"]


def test_a_time_without_its_zone_is_refused(history: HistoryRepository) -> None:
    with pytest.raises(ValueError, match="zone"):
        history.record(visit(when=NOON.replace(tzinfo=None)))


# --- all of it


def record(history: HistoryRepository, *addresses: str) -> None:
    for address in addresses:
        history.record(visit(address, address.upper()))


def read(history: HistoryRepository) -> list[str]:
    return [one.address for one in history.all()]


def test_every_visit_stands_there_the_latest_first(history: HistoryRepository) -> None:
    record(history, *"aba")
    history.record(visit("c", when=NOON - timedelta(days=400)))

    assert read(history) == ["c", "a", "b", "a"]
    assert [one.id for one in history.all()] == [4, 3, 2, 1]
    assert history.all()[1] == visit("a", "A")._replace(id=3)


def test_what_was_deleted_can_be_had_back_in_its_place(history: HistoryRepository) -> None:
    record(history, *"abc")
    before = history.all()

    forgotten = history.delete(before[:2])
    assert read(history) == ["a"]
    record(history, "d")
    history.restore(forgotten)

    assert read(history) == ["d", "c", "b", "a"]
    assert history.all()[1:] == before
    history.restore(forgotten)
    assert len(history.all()) == 4


def test_how_far_a_page_was_read_is_forgotten_with_its_last_visit(history: HistoryRepository) -> None:
    record(history, *"aab")
    history.keep_place("a", Audience.PATIENT, Place(0.5, "in-short"))
    history.keep_place("a", Audience.CLINICIAN, Place(0.25))
    latest, *others = (one for one in history.all() if one.address == "a")

    assert history.delete([latest]).places == ()
    assert history.place_of("a", Audience.PATIENT) == Place(0.5, "in-short")
    forgotten = history.delete(others)
    assert history.place_of("a", Audience.PATIENT) is None
    history.keep_place("a", Audience.CLINICIAN, Place(1.0))
    history.restore(forgotten)

    assert history.place_of("a", Audience.PATIENT) == Place(0.5, "in-short")
    assert history.place_of("a", Audience.CLINICIAN) == Place(1.0)


@pytest.mark.parametrize(
    "change",
    ["audience = 'nobody'", "visited_at = 'noon'", "visited_at = x'00'", "visited_at = '9999-12-31'"],
)
def test_a_visit_that_cannot_be_read_hides_no_other(
    change: str, history: HistoryRepository, notebook: Notebook
) -> None:
    record(history, *"ab")
    notebook.write((f"UPDATE visit SET {change} WHERE address = 'b'", ()))

    assert read(history) == ["a"]
    assert [one.address for one in history.newest_first()] == ["a"]
    assert notebook.read("SELECT count(*) FROM visit") == [(2,)]


def test_a_place_is_kept_for_each_audience(history: HistoryRepository) -> None:
    history.keep_place(PAGE, Audience.PATIENT, Place(0.5, "in-short"))
    history.keep_place(PAGE, Audience.CLINICIAN, Place(0.75))
    history.keep_place(PAGE, Audience.CLINICIAN, Place(1.0, "reading"))

    assert history.place_of(PAGE, Audience.PATIENT) == Place(0.5, "in-short")
    assert history.place_of(PAGE, Audience.CLINICIAN) == Place(1.0, "reading")
    assert history.place_of("crmo://topic/ct", Audience.PATIENT) is None


@pytest.mark.parametrize("ratio", [-0.1, 1.1, float("nan")])
def test_a_place_lies_on_its_page(ratio: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Place(ratio)


def test_forgetting_leaves_no_trace_in_any_file(
    history: HistoryRepository, notebook: Notebook, path: Path
) -> None:
    history.record(visit(title="something private"))
    history.keep_place("crmo://topic/private", Audience.PATIENT, Place(0.5))

    history.forget_all()

    assert not history.newest_first()
    assert history.place_of("crmo://topic/private", Audience.PATIENT) is None
    assert notebook.problem is None
    for file in path.parent.iterdir():
        assert b"private" not in file.read_bytes()
