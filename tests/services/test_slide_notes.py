"""Tests of `crmo_desktop.services.slide_notes`."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.services.slide_notes import SlideNotes
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.slide_notes import SlideNoteRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
MRI = "topic/mri"


@pytest.fixture
def notebook() -> Iterator[Notebook]:
    notebook = Notebook(None)
    yield notebook
    notebook.close()


@pytest.fixture
def notes(notebook: Notebook) -> SlideNotes:
    return SlideNotes(SlideNoteRepository(notebook), now=lambda: NOON)


def test_a_note_is_kept_as_it_was_written(notes: SlideNotes) -> None:
    notes.write(MRI, Audience.PATIENT, " Ask first.\nThen wait.\n")

    assert notes.on(MRI, Audience.PATIENT) == " Ask first.\nThen wait.\n"
    assert notes.on(MRI, Audience.CLINICIAN) == ""


@pytest.mark.parametrize("words", ["", " \n"])
def test_one_without_words_is_none(words: str, notes: SlideNotes, notebook: Notebook) -> None:
    notes.write(MRI, Audience.PATIENT, "Ask first.")
    notes.write(MRI, Audience.PATIENT, words)

    assert notebook.read("SELECT COUNT(*) FROM slide_note") == [(0,)]
