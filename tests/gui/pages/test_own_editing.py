"""What is chosen is shown in full, and what is done there stands in the file."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import Colour, Thing
from crmo_desktop.gui.pages.own_editing import NameWanted, OwnEditing
from crmo_desktop.gui.widgets.own_detail import NEW_FOLDER
from tests.gui.hands import type_words
from tests.gui.pages.own_page import OwnDesk, settle


@pytest.fixture
def editing(own: OwnDesk) -> OwnEditing:
    return own.page.editing


def choose(own: OwnDesk, name: str) -> Thing:
    assert own.page._table.choose(own.made[name].uid)
    settle()
    return own.made[name]


def kept(own: OwnDesk, name: str) -> Thing:
    thing = own.sources.things.get(own.made[name].id)
    assert thing is not None
    return thing


def test_a_highlight_in_full(own: OwnDesk) -> None:
    thing = choose(own, "yellow")
    detail = own.page.detail.shown()
    assert detail is not None
    assert thing.quote is not None

    assert detail.place.endswith(f"{thing.spot.title} › {thing.spot.section_title}")
    assert detail.quote == thing.quote.exact
    assert (detail.colour, detail.words, detail.state) == (1, thing.words, "")
    assert detail.folder == str(thing.folder)
    assert detail.can_open


def test_one_whose_words_are_gone(own: OwnDesk) -> None:
    choose(own, "gone")
    detail = own.page.detail.shown()
    assert detail is not None

    assert detail.state.startswith("No longer on this page since the edition of")
    assert detail.quote == "see the care team when the pain seems worse"


def test_a_bookmark_shows_how_its_place_begins(own: OwnDesk) -> None:
    choose(own, "whole")
    detail = own.page.detail.shown()
    assert detail is not None

    assert detail.after
    assert (detail.quote, detail.colour, detail.words) == ("", 0, "")


def test_a_visit(own: OwnDesk, editing: OwnEditing) -> None:
    own.visited("MRI")
    own.page.show_part(OwnPart.HISTORY)
    settle()
    detail = own.page.detail.shown()
    assert detail is not None

    assert (detail.place, detail.words, detail.folder) == ("MRI", None, None)
    assert detail.state.startswith("Read on ")


def test_words_stand_in_the_file_as_they_are_typed(own: OwnDesk) -> None:
    choose(own, "yellow")
    note = own.page.detail.note
    note.field.setFocus()
    type_words(own.page, "Really: ")

    note.finish()
    settle()

    assert kept(own, "yellow").words == "Really: Lena knows the loud one."
    assert note.is_kept()
    assert "Saved" in [label.text() for label in note.findChildren(QLabel)]


def test_words_are_kept_when_another_row_is_chosen(own: OwnDesk) -> None:
    choose(own, "yellow")
    own.page.detail.note.field.setFocus()
    type_words(own.page, "First. ")

    choose(own, "whole")

    assert kept(own, "yellow").words.startswith("First. ")
    assert kept(own, "whole").words == ""


def test_words_that_cannot_be_kept_stay_and_are_tried_again(
    own: OwnDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(own, "yellow")
    note, things = own.page.detail.note, own.sources.things
    trouble: list[UserError] = [UserError("The disk is full.", hint="Make room.")]
    monkeypatch.setattr(things, "trouble", lambda: trouble[0] if trouble else None)
    note.field.setFocus()
    type_words(own.page, "x")
    note.finish()
    settle()
    assert note.is_kept() is False
    assert "The disk is full. Make room." in [label.text() for label in note.findChildren(QLabel)]

    trouble.clear()
    note.retry_wanted.emit()

    assert note.is_kept()


def test_a_colour_stands_at_once(own: OwnDesk) -> None:
    choose(own, "yellow")

    own.page.detail.colour_chosen.emit(3)

    assert kept(own, "yellow").colour is Colour.BLUE


def test_several_are_laid_into_a_folder_or_out_of_it(own: OwnDesk, editing: OwnEditing, qtbot: QtBot) -> None:
    own.page.enter()
    own.page.select_all()
    settle()
    school = kept(own, "note").folder

    with qtbot.waitSignal(editing.said) as said:
        own.page.detail.folder_chosen.emit(str(school))
    assert {thing.folder for thing in own.sources.things.all()} == {school}
    assert said.args == ["Now in the folder “School”"]
    settle()
    assert own.page.detail.findChildren(QComboBox)[0].currentText() == "School"

    own.page.detail.folder_chosen.emit("")
    assert {thing.folder for thing in own.sources.things.all()} == {None}


def test_into_a_folder_that_is_yet_to_be_made(own: OwnDesk, editing: OwnEditing, qtbot: QtBot) -> None:
    choose(own, "blue")
    with qtbot.waitSignal(editing.name_wanted) as wanted:
        own.page.detail.folder_chosen.emit(NEW_FOLDER)

    assert isinstance(wanted.args[0], NameWanted)
    assert wanted.args[0].name == ""
    assert wanted.args[0].take("Physio")

    names = {folder.id: folder.name for folder in own.sources.things.folders()}
    folder = kept(own, "blue").folder
    assert folder is not None
    assert names[folder] == "Physio"


def test_folders_are_made_and_renamed(own: OwnDesk, editing: OwnEditing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editing.name_wanted) as wanted:
        own.page.side.new_folder_wanted.emit()
    assert wanted.args[0].take("Physio")

    folder = next(one for one in own.sources.things.folders() if one.name == "Physio")
    with qtbot.waitSignal(editing.name_wanted) as wanted:
        own.page.side.rename_wanted.emit(str(folder.id))
    assert wanted.args[0].name == "Physio"
    assert not wanted.args[0].take("School")
    assert wanted.args[0].take("Autumn")

    own.page.side.rename_wanted.emit("999")
    assert {one.name for one in own.sources.things.folders()} == {"Autumn", "Next visit", "School"}


def test_deleting_goes_on_with_the_neighbour_and_can_be_had_back(own: OwnDesk, editing: OwnEditing) -> None:
    choose(own, "section")

    editing.delete()
    settle()

    assert own.page._table.current() == kept(own, "whole")
    words, back = own.deleted[0]
    assert words == "Bookmark “In short” deleted"
    cast("Callable[[], None]", back)()
    assert kept(own, "section").uid == own.made["section"].uid


def test_visits_are_deleted(own: OwnDesk, editing: OwnEditing) -> None:
    own.visited("MRI", "Jaw")
    own.page.show_part(OwnPart.HISTORY)
    own.page.enter()
    own.page.select_all()

    editing.delete()

    assert own.deleted[0][0] == "2 visits deleted"
    assert own.sources.history.history() == ()
    editing.delete()
    assert len(own.deleted) == 1, "there is nothing more to delete"


def test_a_folder_is_deleted(own: OwnDesk) -> None:
    own.page.side.delete_wanted.emit(str(kept(own, "note").folder))
    own.page.side.delete_wanted.emit("999")

    assert kept(own, "note").folder is None
    assert len(own.deleted) == 1


def test_enter_opens(own: OwnDesk, editing: OwnEditing, qtbot: QtBot) -> None:
    thing = choose(own, "note")

    with qtbot.waitSignal(editing.opened) as opened:
        own.page._table.opened.emit()

    assert opened.args == [thing]


def test_what_is_chosen_is_copied(own: OwnDesk, editing: OwnEditing, qtbot: QtBot) -> None:
    choose(own, "note")

    with qtbot.waitSignal(editing.said):
        editing.copy()

    assert "Ask about this on Thursday.\nBring the box." in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    editing.forget()
    editing.copy()
    assert QGuiApplication.clipboard().text() == ""


def test_visits_are_copied(own: OwnDesk, editing: OwnEditing) -> None:
    own.visited("MRI")
    own.page.show_part(OwnPart.HISTORY)
    settle()

    editing.copy()

    assert QGuiApplication.clipboard().text().startswith("MRI\nRead on ")
