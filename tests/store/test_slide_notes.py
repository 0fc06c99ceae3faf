"""Tests of `crmo_desktop.store.slide_notes`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.slide_notes import SlideNoteRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def notebook(path: Path) -> Notebook:
    return open_notebook(path)


@pytest.fixture
def notes(notebook: Notebook) -> SlideNoteRepository:
    return SlideNoteRepository(notebook)


def test_a_note_comes_back_for_its_audience(notes: SlideNoteRepository) -> None:
    notes.put("topic/mri#yield", Audience.PATIENT, "Ask first.", NOON)

    assert notes.get("topic/mri#yield", Audience.PATIENT) == "Ask first."
    assert notes.get("topic/mri#yield", Audience.CLINICIAN) == ""
    assert notes.get("topic/mri", Audience.PATIENT) == ""


def test_it_takes_the_place_of_the_one_before(notes: SlideNoteRepository, notebook: Notebook) -> None:
    notes.put("topic/mri", Audience.PATIENT, "One", NOON)
    notes.put("topic/mri", Audience.PATIENT, "Two", NOON.replace(hour=13))

    assert notes.get("topic/mri", Audience.PATIENT) == "Two"
    assert notebook.read("SELECT changed_at FROM slide_note") == [("2026-11-26T13:00:00+00:00",)]


def test_it_can_be_deleted(notes: SlideNoteRepository, notebook: Notebook) -> None:
    notes.put("topic/mri", Audience.PATIENT, "One", NOON)
    notes.put("topic/mri", Audience.CLINICIAN, "Two", NOON)

    notes.delete("topic/mri", Audience.PATIENT)

    assert notebook.read("SELECT audience FROM slide_note") == [(Audience.CLINICIAN,)]


def test_a_time_without_its_zone_is_a_fault(notes: SlideNoteRepository) -> None:
    with pytest.raises(ValueError, match="zone"):
        notes.put("topic/mri", Audience.PATIENT, "One", datetime(2026, 11, 26, 12))  # noqa: DTZ001 - that is it
