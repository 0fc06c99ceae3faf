"""The page of the reader's own things: chosen from, looked through, left and found again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import OwnAddress, OwnPart
from crmo_desktop.domain.own_things import Colour, Thing
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.own_table import OwnTable
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.filter_field import FilterField
from crmo_desktop.gui.widgets.own_list import OwnList
from crmo_desktop.services.own_view import Order, Wanted
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, press, type_words
from tests.gui.pages.own_page import OwnDesk, open_page, settle


def names(own: OwnDesk) -> list[str]:
    """What is listed, by the names of the samples; titles of what is none of them."""
    by_uid = {thing.uid: name for name, thing in own.made.items()}
    (table,) = own.page.findChildren(OwnTable)
    model = table.list.model()
    sources = [model.source(model.index(row, 0)) for row in range(model.rowCount())]  # type: ignore[attr-defined]  # it is an OwnRowModel
    return [by_uid.get(one.uid, "?") if isinstance(one, Thing) else type(one).__name__ for one in sources]


def rows(own: OwnDesk) -> list[str]:
    (view,) = own.page.findChildren(OwnList)
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def shown(own: OwnDesk) -> list[str]:
    """All words of labels and links that can be seen."""
    labels = [label.text() for label in own.page.findChildren(QLabel) if label.isVisible()]
    links = [link.text() for link in own.page.findChildren(QPushButton) if link.isVisible()]
    return [words for words in (*labels, *links) if words]


EVERYTHING = ["yellow", "section", "whole", "note", "blue", "gone"]


def test_everything_the_latest_first(own: OwnDesk) -> None:
    assert names(own) == EVERYTHING
    assert own.page.address() == OwnAddress()
    assert own.page.title() == "My notes and marks"
    assert own.page.summary() == "6 things"
    assert own.page.status() == "6 things, kept on this computer"
    assert own.page.detail.note.words() == "Lena knows the loud one."


def test_a_part_a_folder_a_colour(own: OwnDesk, qtbot: QtBot) -> None:
    side = own.page.side
    with qtbot.waitSignal(own.page.said) as said:
        side.part_chosen.emit("bookmarks")
    assert names(own) == ["section", "whole"]
    assert said.args == ["2 things"]
    assert own.page.address() == OwnAddress(OwnPart.BOOKMARKS)

    side.colour_chosen.emit(Colour.BLUE.value)
    assert names(own) == ["blue"]
    assert own.page.wanted().part is OwnPart.HIGHLIGHTS

    side.part_chosen.emit("")
    assert names(own) == ["blue"], "the colour still holds"
    side.colour_chosen.emit(0)
    assert names(own) == EVERYTHING

    side.folder_chosen.emit(str(own.made["whole"].folder))
    assert names(own) == ["yellow", "whole"]
    side.everything_wanted.emit()
    assert names(own) == EVERYTHING


def test_orders(own: OwnDesk) -> None:
    for order, found in (
        (Order.OLDEST, EVERYTHING[::-1]),
        (Order.TITLE, ["section", "whole", "yellow", "note", "gone", "blue"]),
    ):
        own.page._on_order(order.value)
        assert names(own) == found

    own.page.show_part(OwnPart.EVERYTHING)
    assert own.page.wanted().order is Order.TITLE, "an order that was chosen holds on"


def test_typing_narrows_and_keys_lead_down_and_up_again(own: OwnDesk, qtbot: QtBot) -> None:
    (field,) = own.page.findChildren(FilterField)
    field.setFocus()

    type_words(own.page, "thursday")
    qtbot.waitUntil(lambda: names(own) == ["note"])
    press(own.page, Qt.Key.Key_Down)
    assert own.page.findChildren(OwnList)[0].hasFocus()

    press(own.page, Qt.Key.Key_Up)
    assert field.hasFocus()
    press(own.page, Qt.Key.Key_Escape)
    assert names(own) == EVERYTHING


def test_what_finds_nothing_says_so_and_leads_back(own: OwnDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(own.page.said) as said:
        own.page.side.colour_chosen.emit(Colour.GREEN.value)
    assert said.args == ["No highlight in green."]
    assert "No highlight in green." in shown(own)

    own.page.enter()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Show everything"
    focus.click()

    assert names(own) == EVERYTHING
    assert own.page.findChildren(OwnList)[0].hasFocus()


def test_a_new_reader_is_told_how_to_begin(
    reading: ReadingService, notebook: Notebook, icons: IconShelf, look: Look, show: Show
) -> None:
    own = open_page(reading, notebook, icons, look, with_things=False)
    show(own.page, 1078, 600)
    own.page.show_part(OwnPart.EVERYTHING)

    assert own.page.summary().startswith("Nothing here yet. Ctrl+D bookmarks a page.")
    own.page.side.part_chosen.emit("notes")
    assert "Show everything" not in shown(own), "there is nothing more"


class TestHistory:
    def test_visits_day_by_day(self, own: OwnDesk) -> None:
        own.visited("Spine", days_ago=3)
        own.visited("Jaw", days_ago=1)
        own.visited("MRI", "Naproxen")

        own.page.show_part(OwnPart.HISTORY)

        titles = rows(own)
        assert titles[:4] == ["Today", "Naproxen", "MRI", "Yesterday"]
        assert titles[4] == "Jaw"
        assert titles[6] == "Spine"
        assert own.page.title() == "History"
        assert own.page.address() == OwnAddress(OwnPart.HISTORY)
        assert own.page.summary() == "4 visits"
        assert own.page.status() == "4 visits, kept on this computer"

    def test_words_are_looked_for_in_titles_and_empty_days_go(self, own: OwnDesk) -> None:
        own.visited("Jaw", days_ago=1)
        own.visited("MRI")
        own.page.show_part(OwnPart.HISTORY)

        own.page._on_words("jaw")
        assert rows(own) == ["Yesterday", "Jaw"]

        own.page._on_words("xyzzy")
        assert own.page.summary() == "Nothing that was read has “xyzzy” in its title."
        own.page._on_link()
        assert own.page.wanted() == Wanted(part=OwnPart.HISTORY)

    def test_it_can_be_forgotten_from_here(self, own: OwnDesk, qtbot: QtBot) -> None:
        own.visited("MRI")
        own.page.show_part(OwnPart.HISTORY)

        with qtbot.waitSignal(own.page.forget_wanted):
            button_called(own.page, "Forget the history…", QPushButton).click()

    def test_switched_off_it_says_so_and_leads_to_the_settings(self, own: OwnDesk, qtbot: QtBot) -> None:
        own.sources.preferences.keeps_history = False
        own.page.show_part(OwnPart.HISTORY)
        assert own.page.summary() == "History is switched off. Nothing is kept."

        with qtbot.waitSignal(own.page.settings_wanted):
            button_called(own.page, "Settings", QPushButton).click()

    def test_what_was_kept_before_it_was_switched_off_is_there(self, own: OwnDesk) -> None:
        own.visited("MRI")
        own.sources.preferences.keeps_history = False

        own.page.show_part(OwnPart.HISTORY)

        assert own.page.summary() == "1 visit. History is switched off; these were kept before."

    def test_on_a_shared_computer_there_is_none(self, own: OwnDesk) -> None:
        own.page.listing.no_history = "History is not kept here."

        own.page.show_part(OwnPart.HISTORY)

        assert own.page.summary() == "History is not kept here."
        assert own.page.status() == ""
        assert "Restore…" not in shown(own)


def test_left_and_come_back_to_it_is_as_it_was(own: OwnDesk) -> None:
    own.page._on_part("highlights")
    own.page.show_thing(own.made["blue"])
    own.page._on_part("highlights")
    settle()
    seen = own.page.seen()

    own.page.show_part(OwnPart.HISTORY)
    own.page.show_part(OwnPart.EVERYTHING, seen)

    assert own.page.wanted().part is OwnPart.HIGHLIGHTS
    assert own.page.seen() == seen


def test_changes_elsewhere_are_shown_and_the_reader_stays(own: OwnDesk) -> None:
    own.page.show_thing(own.made["note"])
    settle()

    own.sources.things.delete([own.made["blue"].id])
    own.page.refresh()
    settle()

    assert names(own) == ["yellow", "section", "whole", "note", "gone"]
    assert own.page.detail.note.words().startswith("Ask about this")


def test_what_changes_while_it_is_not_seen_is_read_when_it_is(own: OwnDesk) -> None:
    own.page.hide()
    own.sources.things.delete([own.made["blue"].id])
    own.page.refresh()
    assert "blue" in names(own)

    own.page.show()

    assert "blue" not in names(own)


def test_a_folder_that_is_gone_is_shown_no_longer(own: OwnDesk) -> None:
    folder = own.made["whole"].folder
    assert folder is not None
    own.page._on_folder(str(folder))

    own.sources.things.delete_folder(folder)
    own.page.refresh()

    assert names(own) == EVERYTHING


def test_words_that_are_gone_are_told_once_the_row_is_seen(own: OwnDesk, qtbot: QtBot) -> None:
    (view,) = own.page.findChildren(OwnList)

    def said() -> str:
        return str(view.model().index(5, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    qtbot.waitUntil(lambda: "No longer on this page since the edition of" in said())
    assert "Your words are kept" in said()


class TestRoom:
    def test_where_there_is_little_the_detail_comes_in_the_place_of_the_list(self, own: OwnDesk) -> None:
        page = own.page
        page.resize(640, 500)
        settle()
        assert not page.detail.isVisible()

        button_called(page, "Details", QPushButton).click()
        assert page.is_over()
        assert page.detail.isVisible()
        assert not page.middle.isVisible()
        assert page.detail.note.field.hasFocus()

        press(page, Qt.Key.Key_Escape)
        assert page.middle.isVisible()
        assert page.findChildren(OwnList)[0].hasFocus()

    def test_more_room_shows_both(self, own: OwnDesk) -> None:
        own.page.resize(640, 500)
        own.page.look_beside()

        own.page.resize(1078, 600)
        settle()

        assert own.page.middle.isVisible()
        assert own.page.detail.isVisible()
        assert not own.page.is_over()

    def test_larger_text_needs_more_room(self, own: OwnDesk, look_of: LookOf) -> None:
        own.page.set_look(look_of("dark", 200))
        settle()

        assert not own.page.detail.isVisible()

    def test_without_a_thing_there_is_no_detail(self, own: OwnDesk) -> None:
        own.page.resize(640, 500)
        own.page._on_words("xyzzy")

        own.page.look_beside()

        assert own.page.middle.isVisible()
        assert not button_called(own.page, "Details", QPushButton).isVisible()


def test_the_foot_leads_to_files_and_backups(own: OwnDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(own.page.export_wanted):
        button_called(own.page, "Export…", QPushButton).click()
    with qtbot.waitSignal(own.page.backups_wanted):
        button_called(own.page, "Restore…", QPushButton).click()


def test_the_pane_is_wanted_where_it_does_not_stand_beside(own: OwnDesk, qtbot: QtBot) -> None:
    own.page.set_side_beside(False)

    with qtbot.waitSignal(own.page.side_wanted):
        own.page._head._side.click()
    assert not own.page.has_side_beside()


def test_for_another_reader_nothing_is_left(own: OwnDesk) -> None:
    own.page._on_words("naproxen")
    own.page.detail.note.field.setFocus()
    type_words(own.page, "secret")
    own.sources.things.delete([thing.id for thing in own.made.values()])

    own.page.forget()
    settle()

    assert own.page.wanted() == Wanted()
    assert own.page.findChildren(FilterField)[0].text() == ""
    assert own.page.detail.note.words() == ""
    assert own.sources.things.all() == ()


@pytest.mark.parametrize("focused", [True, False])
def test_all_can_be_chosen_where_the_keyboard_is_in_the_list(focused: bool, own: OwnDesk) -> None:
    if focused:
        own.page.enter()
    else:
        own.page.findChildren(FilterField)[0].setFocus()

    own.page.select_all()
    settle()

    assert ("6 things chosen" in shown(own)) == focused


def test_a_list_of_thousands_is_quick_to_look_through(own: OwnDesk) -> None:
    place = own.made["note"].spot
    for number in range(300):
        own.sources.things.note(place, f"Number {number}")
    own.page.show_part(OwnPart.EVERYTHING)
    assert len(rows(own)) < 200, "rows are made as they are needed"

    own.page.select_all()
    own.page.enter()
    own.page.select_all()
    settle()

    assert len(rows(own)) == 306
    assert "306 things chosen" in shown(own)
