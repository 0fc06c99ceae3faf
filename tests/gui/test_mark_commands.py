"""Bookmarks and finished topics, through the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import HomeAddress, TopicAddress, TopicId
from crmo_desktop.domain.own_things import Kind
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.models.topic_model import TopicModel
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, click, press_keys
from tests.gui.marks import Offers, give_offers, things_of

SPINE = TopicAddress(TopicId("spine"))
MRI = TopicAddress(TopicId("mri"))
TREATMENT = "treatment-of-the-spine"


@pytest.fixture
def spine(desk: Desk) -> MainWindow:
    """A window on a topic for families, with the keyboard in the page."""
    window = desk.open(audience=Audience.PATIENT)
    window.navigator.go(SPINE)
    window.focus_page()
    return window


@pytest.fixture
def offers(spine: MainWindow) -> Offers:
    return give_offers(spine)


def is_ticked(window: MainWindow, name: str = "bookmark") -> bool:
    return window.table[name].isChecked()


def test_the_topic_is_bookmarked_at_its_beginning(spine: MainWindow) -> None:
    press_keys(spine.reader.view, "Ctrl+D")

    (bookmark,) = things_of(spine)
    assert (bookmark.kind, bookmark.spot.address, bookmark.spot.title) == (Kind.BOOKMARK, str(SPINE), "Spine")
    assert spine.status.said() == "Bookmarked: Spine"
    assert is_ticked(spine)


def test_further_down_it_is_the_section_that_is_read(spine: MainWindow) -> None:
    spine.reader.show_section(TREATMENT)

    press_keys(spine.reader.view, "Ctrl+D")

    (bookmark,) = things_of(spine)
    assert bookmark.spot.address == f"{SPINE}#{TREATMENT}"
    assert spine.status.said() == "Bookmarked: Spine, How it is treated"


def test_the_tick_follows_the_reader(spine: MainWindow) -> None:
    spine.reader.show_section(TREATMENT)
    press_keys(spine.reader.view, "Ctrl+D")
    assert is_ticked(spine)

    spine.reader.view.set_place(0.0)
    assert not is_ticked(spine)
    spine.reader.show_section(TREATMENT)
    assert is_ticked(spine)
    spine.navigator.go(MRI)
    assert not is_ticked(spine)
    spine.navigator.go(HomeAddress())
    assert not is_ticked(spine)


def test_among_the_sources_the_topic_is_bookmarked(spine: MainWindow) -> None:
    spine.reader.show_section("sources")

    press_keys(spine.reader.view, "Ctrl+D")

    assert things_of(spine)[0].spot.address == str(SPINE)


def test_again_takes_it_away_and_it_can_be_had_back(spine: MainWindow, offers: Offers) -> None:
    press_keys(spine.reader.view, "Ctrl+D")
    (before,) = things_of(spine)

    press_keys(spine.reader.view, "Ctrl+D")
    assert things_of(spine) == ()
    assert offers.words() == ["Bookmark deleted: Spine"]
    assert not is_ticked(spine)

    offers.take_back()
    assert things_of(spine) == (before,)
    assert is_ticked(spine)


def test_what_was_deleted_comes_back_by_key(spine: MainWindow) -> None:
    press_keys(spine.reader.view, "Ctrl+D")
    press_keys(spine.reader.view, "Ctrl+D")

    press_keys(spine.reader.view, "Ctrl+Z")

    assert [thing.spot.title for thing in things_of(spine)] == ["Spine"]


def test_the_button_in_the_toolbar_bookmarks_and_shows_it(spine: MainWindow) -> None:
    button = spine.toolbar.buttons["bookmark"]
    assert button.toolTip() == "Bookmark this place (Ctrl+D)"

    click(button)

    assert button.isChecked()
    assert len(things_of(spine)) == 1


def test_buttons_of_the_toolbar_rest_where_no_topic_is_shown(spine: MainWindow) -> None:
    assert button_called(spine.toolbar, "Bookmark this place", QToolButton).isEnabled()

    spine.navigator.go(HomeAddress())

    assert not spine.toolbar.buttons["bookmark"].isEnabled()


def test_a_topic_that_is_finished_is_ticked_told_and_remembered(desk: Desk, spine: MainWindow) -> None:
    press_keys(spine.reader.view, "Ctrl+Shift+K")

    assert spine._services.own.things.finished() == {"spine"}
    assert is_ticked(spine, "finished")
    assert spine.status.said() == "Finished: Spine"
    for window in (spine, desk.open()):
        model = window.tree.model()
        assert isinstance(model, TopicModel)
        said = model.index_of("spine").data(Qt.ItemDataRole.AccessibleTextRole)
        assert said == "Spine, finished"


def test_again_it_is_not_finished_after_all(spine: MainWindow) -> None:
    press_keys(spine.reader.view, "Ctrl+Shift+K")
    press_keys(spine.reader.view, "Ctrl+Shift+K")

    assert spine._services.own.things.finished() == set()
    assert not is_ticked(spine, "finished")
    assert spine.status.said() == "Not finished: Spine"


def test_what_another_window_does_is_ticked(desk: Desk, spine: MainWindow) -> None:
    other = desk.open(audience=Audience.PATIENT)
    other.navigator.go(SPINE)
    press_keys(other.reader.view, "Ctrl+Shift+K")
    press_keys(other.reader.view, "Ctrl+D")

    spine.own_signal.look()

    assert is_ticked(spine)
    assert is_ticked(spine, "finished")


def test_without_a_topic_the_commands_do_nothing(desk: Desk) -> None:
    window = desk.open()
    marks = window.late.marks

    for command in (marks.bookmark, marks.note, marks.finished, marks.highlight_1, marks.highlight_4):
        command()

    assert things_of(window) == ()
    assert window._services.own.things.finished() == set()


def test_a_start_on_home_makes_nothing_for_pages(desk: Desk) -> None:
    window = desk.open()

    assert window.late.marks._marking is None
