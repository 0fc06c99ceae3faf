import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.page_structure import Kind, Part
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_highlights import Highlight
from crmo_desktop.gui.widgets.shown_page import ShownPage
from tests.gui import specimen
from tests.gui.conftest import Show
from tests.gui.hands import press
from tests.gui.widgets.page_between import Reader


@pytest.fixture
def reader(show: Show, look: Look) -> Reader:
    reader = Reader(show)
    reader.put(specimen.page(), look)
    return reader


@pytest.fixture
def shown(reader: Reader) -> ShownPage:
    return reader.view.shown


def test_links_are_called_by_what_they_are(shown: ShownPage) -> None:
    words = [shown.spoken(part) for part in shown.all(Kind.LINK)]

    assert words[0] == ("Sources 1 to 2", "")
    assert words[2] == ("lesions", "Explained word")
    assert words[3] == ("the silent ones", "")
    assert words[4] == ("the web", "Address outside this program")


def test_a_mark_of_one_source_is_called_by_its_number(reader: Reader, look: Look) -> None:
    html = '<p>Pain <a class="cite" href="cite:smith-2020:f-1">[7]</a></p>'
    reader.put(specimen.page(specimen.section("s", "S", html)), look)

    assert reader.view.shown.spoken(reader.view.shown.all(Kind.LINK)[1]).name == "Source 7"


def test_a_link_to_another_depth_says_what_it_does(reader: Reader, look: Look) -> None:
    html = '<p><a class="link" href="depth:short">30 seconds</a></p>'
    reader.put(specimen.page(specimen.section("s", "S", html)), look)

    link = next(part for part in reader.view.shown.all(Kind.LINK) if part.href == "depth:short")
    assert reader.view.shown.spoken(link) == ("30 seconds", "Changes how much of this page is shown")


def test_what_is_said_on_arrival_tells_the_kind(shown: ShownPage) -> None:
    said = [
        shown.said_on_arrival(shown.all(kind)[0])
        for kind in (Kind.HEADING, Kind.TABLE, Kind.LINK, Kind.PICTURE)
    ]

    assert said == [
        "Heading level 1: A <specimen>",
        "Table: Where it strikes. 4 rows, 4 columns",
        "Link: Sources 1 to 2",
        "Picture: A hand",
    ]
    assert shown.said_on_arrival(shown.all(Kind.CALL_OUT)[1]) == "Get help fast: Fever with pain."


def test_a_table_and_a_picture_without_words_are_called_something(reader: Reader, look: Look) -> None:
    shown = reader.view.shown
    assert shown.spoken(shown.all(Kind.TABLE)[1]).name == "Table"
    html = '<figure><img src="hand.svg" alt=""/></figure>'
    reader.put(specimen.page(specimen.section("s", "S", html)), look)

    assert [shown.spoken(part).name for part in shown.all(Kind.PICTURE)] == ["Picture without a description"]


def test_a_table_is_shown_with_its_caption(shown: ShownPage) -> None:
    captioned, bare = shown.all(Kind.TABLE)

    assert shown.top_of(captioned) < captioned.start
    assert shown.top_of(bare) == bare.start


def test_the_link_in_focus_is_the_part_reached_while_the_keyboard_is_in_the_view(reader: Reader) -> None:
    reader.view.setFocus()
    press(reader.view, Qt.Key.Key_Tab)

    reached = reader.view.shown.reached()

    assert reached is reader.view.shown.all(Kind.LINK)[0]
    reader.before.setFocus()
    QApplication.processEvents()
    assert reader.view.shown.reached() is None


def test_following_a_part_opens_its_link(reader: Reader) -> None:
    shown = reader.view.shown

    shown.follow(shown.all(Kind.LINK)[3])

    assert reader.targets() == ["crmo://topic/mri#silent"]


def test_places_are_those_of_the_words_on_the_screen(reader: Reader) -> None:
    view = reader.view
    start, end = view.find_all("Signs & symptoms")[0]

    place = view.shown.place_of(start, end)

    origin = view.viewport().mapToGlobal(view.rects(start, end)[0].topLeft())
    assert place.topLeft() == origin
    assert place.width() > 100


def test_another_page_has_other_parts_and_its_own_language(reader: Reader, look: Look) -> None:
    shown = reader.view.shown
    before = shown.all(Kind.TABLE)
    assert shown.language().language() == QLocale.Language.English

    reader.put(specimen.page(specimen.section("s", "S", "<p>Only this.</p>")), look)

    assert len(before) == 2
    assert shown.all(Kind.TABLE) == []


def marks() -> list[Part]:
    return [
        Part(Kind.MARK, 5, 9, name="Bones", level=1, number=7),
        Part(Kind.MARK, 40, 45, name="ache", note="Ask", level=4, number=8),
    ]


def test_marks_are_called_by_their_colour_words_and_note(shown: ShownPage) -> None:
    shown.set_marks(marks())

    first, second = shown.all(Kind.MARK)
    assert shown.spoken(first) == ("Highlight, yellow, 1: Bones", "")
    assert shown.spoken(second) == ("Highlight, pink, 4: ache", "Note: Ask")
    assert shown.said_on_arrival(second) == "Highlight, pink, 4: ache. Note: Ask"


def test_marks_take_the_place_of_those_before_whenever_the_page_is_read(shown: ShownPage) -> None:
    shown.set_marks(marks())
    before = len(shown.all(*Kind))

    shown.set_marks(marks()[:1])

    assert [part.number for part in shown.all(Kind.MARK)] == [7]
    assert len(shown.all(*Kind)) == before - 1
    shown.set_marks([])
    assert shown.all(Kind.MARK) == []


def test_following_a_mark_opens_its_card(reader: Reader, qtbot: QtBot) -> None:
    view = reader.view
    start, end = view.find_all("Bones ache")[0]
    view.set_highlights([Highlight(3, start, end, 1, "Bones ache")])

    with qtbot.waitSignal(view.mark_activated) as opened:
        view.shown.follow(view.shown.all(Kind.MARK)[0])

    assert opened.args is not None
    assert opened.args[0] == 3
