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
