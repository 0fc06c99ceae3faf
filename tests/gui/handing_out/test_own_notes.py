"""Tests of `crmo_desktop.gui.handing_out.own_notes`."""

from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Colour, Quote, Spot
from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.gui.handing_out.own_notes import note_place, own_words, trainers_notes
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.slide_notes import SlideNotes
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.own_things import OwnThingRepository
from crmo_desktop.store.slide_notes import SlideNoteRepository
from tests.gui.presenter.console_samples import matter, talk

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
PAGE = Spot(page="crmo://topic/mri", audience=Audience.PATIENT, title="MRI")
NAMES = Spot(page=PAGE.page, audience=Audience.PATIENT, title="MRI", section="names", section_title="Names")


@pytest.fixture
def things(notebook: Notebook) -> OwnThings:
    return OwnThings(
        OwnThingRepository(notebook), now=lambda: NOON, edition="2026-11-26", trouble=lambda: None
    )


def test_notes_and_highlights_of_the_section_are_told(things: OwnThings) -> None:
    things.note(NAMES, " Ask Anna. ")
    things.highlight(NAMES, Quote(exact="bone"), Colour.BLUE, "Lena knows it")
    things.highlight(NAMES, Quote(exact="child"), Colour.PINK)
    things.note(PAGE, "On all of it")
    things.bookmark(NAMES)

    assert own_words(things, matter("names")) == (
        "Ask Anna.",
        "Highlighted: “bone” Lena knows it",
        "Highlighted: “child”",
    )
    assert own_words(things, matter("signs")) == ()


def test_what_is_nowhere_in_the_reference_has_none(things: OwnThings) -> None:
    things.note(PAGE, "On all of it")

    assert own_words(things, matter("1", kind=MatterKind.OWN)) == ()


def test_own_words_of_two_sessions_have_notes_of_their_own() -> None:
    own = matter("1", kind=MatterKind.OWN)

    assert note_place(talk(), own) == "session/s1/own/1"
    assert note_place(talk(is_session=False), own) == "own/1"
    assert note_place(talk(), matter("names")) == "topic/mri#names"


def test_what_is_handed_out_has_the_words_of_part_slide_and_section(
    things: OwnThings, notebook: Notebook
) -> None:
    notes = SlideNotes(SlideNoteRepository(notebook), now=lambda: NOON)
    notes.write("topic/mri#names", Audience.PATIENT, "Ask first. ")
    notes.write("session/s1/own/2", Audience.PATIENT, "Coffee.")
    things.note(NAMES, "Ask Anna.")

    assert trainers_notes(talk(), notes, things) == {
        "topic/mri#names": ("Let Anna begin.", "Ask first.", "Ask Anna."),
        "own/2": ("Coffee.",),
    }
