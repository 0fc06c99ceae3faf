"""What the reader makes, as the window asks for it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NotesFileError, UserError
from crmo_desktop.domain.own_things import LONGEST_NAME, Colour, FolderId, Kind, Quote, Removed, Spot, ThingId
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.own_things import OwnThingRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
PAGE = "crmo://topic/mri"
SPOT = Spot(page=PAGE, audience=Audience.PATIENT, title="MRI scan")
SECTION = Spot(
    page=PAGE, section="in-short", audience=Audience.PATIENT, title="MRI scan", section_title="In short"
)
QUOTE = Quote(exact="A picture", suffix=" of bones")


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def make(notebook: Notebook, clock: Clock) -> OwnThings:
    def trouble() -> UserError | None:
        return notebook.problem

    return OwnThings(OwnThingRepository(notebook), now=clock, edition="2026-11-23", trouble=trouble)


@pytest.fixture
def things(notebook: Notebook, clock: Clock) -> OwnThings:
    return make(notebook, clock)


def test_a_bookmark_knows_its_place_and_edition(things: OwnThings) -> None:
    made = things.bookmark(SECTION)

    assert (made.kind, made.spot, made.edition) == (Kind.BOOKMARK, SECTION, "2026-11-23")
    assert (made.made, made.changed) == (NOON, NOON)
    assert made.words == ""
    assert things.get(made.id) == made
    assert things.all() == things.on_page(PAGE) == (made,)


def test_a_place_is_bookmarked_once(things: OwnThings) -> None:
    page, section = things.bookmark(SPOT), things.bookmark(SECTION)
    things.note(SPOT, "no bookmark")

    assert things.bookmark(SPOT) == page
    assert things.bookmark_at(PAGE, None) == page
    assert things.bookmark_at(PAGE, "in-short") == section
    assert things.bookmark_at(PAGE, "doses") is None
    assert len(things.all()) == 3


def test_a_highlight_has_its_words_and_colour(things: OwnThings, clock: Clock) -> None:
    made = things.highlight(SECTION, QUOTE, Colour.GREEN, "why?")
    assert (made.kind, made.quote, made.colour, made.words) == (Kind.HIGHLIGHT, QUOTE, Colour.GREEN, "why?")
    clock.now = NOON + timedelta(hours=1)

    things.colour(made.id, Colour.PINK)
    things.write(made.id, "because")

    (found,) = things.all()
    assert (found.colour, found.words, found.changed) == (Colour.PINK, "because", clock.now)
    assert (found.made, found.uid) == (NOON, made.uid)


def test_what_is_gone_is_not_changed(things: OwnThings) -> None:
    things.write(ThingId(7), "words")
    things.colour(ThingId(7), Colour.BLUE)
    things.lay([ThingId(7)], None)

    assert things.all() == ()
    assert things.delete([ThingId(7)]) == Removed()


def test_what_is_deleted_can_be_had_back(things: OwnThings) -> None:
    one, other = things.note(SPOT, "one"), things.highlight(SPOT, QUOTE, Colour.BLUE)
    before = things.all()

    removed = things.delete([one.id, other.id])
    assert things.all() == ()
    things.restore(removed)

    assert things.all() == before


def test_folders(things: OwnThings) -> None:
    folder = things.add_folder("  For   school ")
    one, other = things.note(SPOT, "one"), things.note(SPOT, "other")
    things.lay([one.id, other.id], folder.id)
    assert folder.name == "For school"
    assert things.add_folder("FOR SCHOOL") == folder
    assert things.rename_folder(folder.id, " Doctor ")
    before = things.all()

    removed = things.delete_folder(folder.id)
    assert things.folders() == ()
    assert [thing.folder for thing in things.all()] == [None, None]
    things.restore(removed)

    assert [folder.name for folder in things.folders()] == ["Doctor"]
    assert things.all() == before
    assert things.delete_folder(FolderId(99)) == Removed()


@pytest.mark.parametrize("name", ["", " \n "])
def test_a_folder_has_a_name(name: str, things: OwnThings) -> None:
    folder = things.add_folder("x" * 200)
    assert folder.name == "x" * LONGEST_NAME

    with pytest.raises(ValueError, match="without a name"):
        things.add_folder(name)
    with pytest.raises(ValueError, match="without a name"):
        things.rename_folder(folder.id, name)


def test_finished_topics(things: OwnThings) -> None:
    things.set_finished("mri", is_finished=True)
    things.set_finished("ct", is_finished=True)
    things.set_finished("ct", is_finished=False)

    assert things.finished() == {"mri"}


def test_what_another_window_does_is_noticed_once(things: OwnThings, notes: Path, clock: Clock) -> None:
    assert things.changed_elsewhere()
    things.note(SPOT, "mine")
    assert not things.changed_elsewhere()
    other = Notebook(notes)
    make(other, clock).note(SPOT, "theirs")
    other.close()

    assert things.changed_elsewhere()
    assert not things.changed_elsewhere()
    assert [thing.words for thing in things.all()] == ["theirs", "mine"]


def test_trouble_is_that_of_the_file(things: OwnThings, tmp_path: Path, clock: Clock) -> None:
    assert things.trouble() is None
    broken = tmp_path / "broken.sqlite"
    broken.write_text("Dear diary,")
    notebook = Notebook(broken)
    other = make(notebook, clock)
    other.note(SPOT, "kept meanwhile")

    assert isinstance(other.trouble(), NotesFileError)
    assert len(other.all()) == 1
    notebook.close()
