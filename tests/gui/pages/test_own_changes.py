"""Each change is told, each deletion can be had back."""

from collections.abc import Callable
from typing import cast

import pytest

from crmo_desktop.gui.pages.own_changes import OwnChanges
from crmo_desktop.gui.pages.own_words import ThingWords
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from tests.gui.own_samples import make_things
from tests.gui.pages.own_page import now, sources_over


@pytest.fixture
def told() -> list[str]:
    """What was told, in order."""
    return []


class Desk:
    def __init__(self, reading: ReadingService, notebook: Notebook, told: list[str]) -> None:
        self.sources, self.history = sources_over(reading, notebook)
        self.made = make_things(reading, self.sources.things)
        words = ThingWords(reading.edition)
        self.changes = OwnChanges(self.sources.things, self.sources.history, words)
        self.changes.changed.connect(lambda: told.append("changed"))
        self.changes.deleted.connect(self._on_deleted)
        self.backs: list[tuple[str, Callable[[], None]]] = []

    def _on_deleted(self, words: str, back: object) -> None:
        self.backs.append((words, cast("Callable[[], None]", back)))

    def uids(self) -> set[str]:
        return {thing.uid for thing in self.sources.things.all()}


@pytest.fixture
def desk(reading: ReadingService, notebook: Notebook, told: list[str]) -> Desk:
    return Desk(reading, notebook, told)


def test_one_thing_or_several_deleted_and_had_back(desk: Desk, told: list[str]) -> None:
    before = desk.sources.things.all()
    desk.changes.delete([desk.made["section"]])
    desk.changes.delete([desk.made["blue"], desk.made["note"]])

    assert [words for words, _ in desk.backs] == ["Bookmark “In short” deleted", "2 things deleted"]
    assert len(desk.uids()) == 3

    for _, back in reversed(desk.backs):
        back()
    assert desk.sources.things.all() == before
    assert told == ["changed"] * 4


def test_a_folder_goes_and_what_lay_in_it_stays(desk: Desk, told: list[str]) -> None:
    things = desk.sources.things
    folder = things.folders()[0]
    before = things.all()

    desk.changes.delete_folder(folder)
    assert folder not in things.folders()
    assert {thing.folder for thing in things.all()} == {None, things.folders()[0].id}
    words, back = desk.backs[0]
    assert words == "Folder “Next visit” deleted; what lay in it is kept"

    back()
    assert folder in things.folders()
    assert things.all() == before


def test_visits_deleted_and_had_back(desk: Desk) -> None:
    from crmo_desktop.domain.audience import Audience
    from crmo_desktop.store.history import Visit

    for title in ("MRI", "Jaw"):
        desk.history.record(
            Visit(address=f"crmo://topic/{title.lower()}", title=title, audience=Audience.PATIENT, when=now())
        )
    (day,) = desk.sources.history.history()

    desk.changes.delete_visits(day.visits[:1])
    assert [visit.title for visit in desk.sources.history.history()[0].visits] == ["MRI"]
    assert desk.backs[0][0] == "Visit to “Jaw” deleted"

    desk.backs[0][1]()
    assert desk.sources.history.history() == (day,)


def test_other_changes_stand_at_once(desk: Desk, told: list[str]) -> None:
    things, made = desk.sources.things, desk.made
    folder = desk.changes.new_folder("Physio")
    desk.changes.lay([made["blue"].id, made["note"].id], folder.id)
    desk.changes.colour(made["blue"].id, 4)
    desk.changes.write(made["blue"].id, "New words")

    changed = things.get(made["blue"].id)
    assert changed is not None
    assert (changed.folder, changed.colour, changed.words) == (folder.id, 4, "New words")
    assert told == ["changed"] * 4


def test_two_folders_are_not_called_the_same(desk: Desk) -> None:
    first, second = desk.sources.things.folders()

    assert not desk.changes.rename(first.id, second.name)
    assert desk.changes.rename(first.id, "Autumn")
    assert {folder.name for folder in desk.sources.things.folders()} == {"Autumn", second.name}
