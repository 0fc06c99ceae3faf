from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import SearchAddress, TopicAddress, TopicId
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.home_cards import DoorCard, LastRead, QuestionCard, RecentCard
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.services.front_page import Door, doors, questions
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import RESOURCES, LookOf, Show
from tests.gui.hands import button_called, click, has_colour, picture_of, press, type_words

PAGES = [LastRead("crmo://topic/mri", "MRI", "yesterday")]
PICTURE = (RESOURCES / "pictures" / "knees.svg").read_text(encoding="utf-8")


def make(reading: ReadingService, icons: IconShelf, look: Look, show: Show, width: int = 1000) -> HomePage:
    home = HomePage(doors(reading), questions(reading), icons, PICTURE)
    home.set_look(look)
    show(home, width, 720)
    return home


@pytest.fixture
def home(reading: ReadingService, icons: IconShelf, look: Look, show: Show) -> HomePage:
    return make(reading, icons, look, show)


def columns(parts: list[QWidget]) -> int:
    return len({part.x() for part in parts})


def test_it_offers_a_search_doors_and_questions(home: HomePage) -> None:
    words = [label.text() for label in home.findChildren(QLabel) if label.isVisible()]

    assert "What would you like to know?" in words
    assert "Questions people come with" in words
    assert len(home.findChildren(DoorCard)) == 3
    assert len(home.findChildren(QuestionCard)) == 4
    assert home.search.isVisible()


def test_a_door_that_leads_nowhere_is_not_there(
    reading: ReadingService, icons: IconShelf, look: Look, show: Show
) -> None:
    first, *others = doors(reading)

    home = HomePage((Door(first.name, first.audience, ()), *others), (), icons, "")
    home.set_look(look)
    show(home)

    assert len(home.findChildren(DoorCard)) == 2


def test_what_is_typed_is_told_and_so_are_the_keys_that_lead_on(home: HomePage, qtbot: QtBot) -> None:
    home.search.setFocus()

    with qtbot.waitSignal(home.query_changed) as changed:
        type_words(home, "mri")
    with qtbot.waitSignal(home.query_submitted):
        press(home, Qt.Key.Key_Return)
    with qtbot.waitSignal(home.results_wanted):
        press(home, Qt.Key.Key_Down)

    assert changed.args == ["mri"]


def test_an_example_searches_for_itself(home: HomePage, qtbot: QtBot) -> None:
    for words in ("limping", "M86.3"):
        with qtbot.waitSignal(home.address_chosen) as chosen:
            click(button_called(home, f"Search for {words}", QPushButton))
        assert chosen.args == [SearchAddress(words), None]


def test_what_its_boxes_lead_to_is_told(home: HomePage, qtbot: QtBot) -> None:
    home.set_recent(PAGES)
    presses = (
        home.findChildren(DoorCard)[0].findChildren(QPushButton)[0],
        home.findChildren(QuestionCard)[0],
        button_called(home, "MRI", QPushButton),
    )
    for part in presses:
        home.ensureWidgetVisible(part)
        with qtbot.waitSignal(home.address_chosen):
            click(part)


def test_from_code_it_is_silent(home: HomePage, look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(home.address_chosen), qtbot.assertNotEmitted(home.query_changed, wait=100):
        home.set_recent(PAGES)
        home.set_look(look)
        home.search.set_query("mri")


def test_pages_read_last_are_offered_when_there_are_some(home: HomePage, qtbot: QtBot) -> None:
    recent = home.findChild(RecentCard)
    assert isinstance(recent, RecentCard)
    assert not recent.isVisible()

    home.set_recent(PAGES)
    qtbot.waitUntil(recent.isVisible)
    assert "Carry on reading" in [label.text() for label in home.findChildren(QLabel) if label.isVisible()]

    home.set_recent([])
    assert not recent.isVisible()


def reached_by(home: HomePage, key: Qt.Key, last: str) -> list[str]:
    """The names of what has the keyboard while `key` is pressed again and again, up to `last`."""
    names = [name_of(home.focusWidget())]
    while names[-1] != last:
        assert len(names) < 50, names
        press(home, key)
        names.append(name_of(home.focusWidget()))
    return names


def name_of(widget: QWidget | None) -> str:
    assert widget is not None
    assert not widget.visibleRegion().isEmpty(), "what has the keyboard is scrolled into view"
    return widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")


@pytest.mark.parametrize("width", [480, 1000])
def test_tab_reaches_everything_in_the_order_in_which_it_stands(
    width: int, reading: ReadingService, icons: IconShelf, look: Look, show: Show
) -> None:
    home = make(reading, icons, look, show, width)
    home.resize(width, 400)
    home.set_recent([*PAGES, LastRead("crmo://topic/biopsy", "A biopsy", "today")])
    home.search.setFocus()

    expected = ["Search all topics"]
    expected += [f"Search for {words}" for words in ("limping", "blisters on hands", "Humira", "M86.3")]
    expected += [topic.title for door in doors(reading) for topic in door.topics]
    expected += ["Is it CRMO?", "When is it urgent?", "What helps?", "Where does it strike?"]
    expected += ["MRI", "A biopsy"]
    assert reached_by(home, Qt.Key.Key_Tab, "A biopsy") == expected
    assert reached_by(home, Qt.Key.Key_Backtab, "Search all topics") == expected[::-1]


def test_new_pages_read_last_do_not_change_the_order(home: HomePage) -> None:
    home.set_recent(PAGES)
    home.set_recent([])
    home.set_recent(PAGES)
    home.search.setFocus()

    names = reached_by(home, Qt.Key.Key_Tab, "MRI")

    assert names[-2:] == ["Where does it strike?", "MRI"]
    assert all(names)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_question_that_tab_has_reached_is_answered_by_a_key(
    key: Qt.Key, home: HomePage, qtbot: QtBot
) -> None:
    home.search.setFocus()
    reached_by(home, Qt.Key.Key_Tab, "What helps?")

    with qtbot.waitSignal(home.address_chosen) as chosen:
        press(home, key)

    assert chosen.args == [TopicAddress(TopicId("treatment-overview")), None]


@pytest.mark.parametrize(("width", "doors_beside"), [(1000, 3), (700, 2), (600, 1)])
@pytest.mark.parametrize("pages", [[], PAGES])
def test_there_are_as_many_columns_as_there_is_room_for(
    width: int,
    doors_beside: int,
    pages: list[LastRead],
    reading: ReadingService,
    icons: IconShelf,
    look: Look,
    show: Show,
) -> None:
    home = make(reading, icons, look, show, width)
    home.set_recent(pages)
    QApplication.processEvents()

    assert columns([*home.findChildren(DoorCard)]) == doors_beside
    assert home.horizontalScrollBar().maximum() == 0
    boxes = [*home.findChildren(DoorCard), *home.findChildren(QuestionCard), *home.findChildren(RecentCard)]
    shown = [box for box in boxes if box.isVisible()]
    assert len(shown) == 7 + len(pages)
    for box in shown:
        assert not [
            other for other in shown if other is not box and other.geometry().intersects(box.geometry())
        ]


@pytest.fixture
def program_font(qapp: QApplication) -> Iterator[None]:
    """Gives back the font that a test sets, as the program does."""
    font = QFont(qapp.font())
    yield
    qapp.setFont(font)


@pytest.mark.parametrize("size", [100, 150, 200, 250])
def test_nothing_sticks_out_or_is_cut_at_any_text_size(
    size: int,
    reading: ReadingService,
    icons: IconShelf,
    look_of: LookOf,
    show: Show,
    qapp: QApplication,
    program_font: None,
) -> None:
    look = look_of("light", size)
    qapp.setFont(look.ui_font())
    home = HomePage(doors(reading), questions(reading), icons, PICTURE)
    home.setStyleSheet(style_sheet(look, RESOURCES / "icons"))
    home.set_look(look)
    home.set_recent(PAGES)
    show(home, 1024, 720)
    QApplication.processEvents()

    assert home.horizontalScrollBar().maximum() == 0
    for label in home.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        elif label.isVisible() and label.text():
            assert label.width() >= label.sizeHint().width(), label.text()
    for button in home.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_it_is_made_anew_when_its_room_changes(home: HomePage) -> None:
    assert columns([*home.findChildren(DoorCard)]) == 3

    home.resize(500, 700)
    QApplication.processEvents()

    assert columns([*home.findChildren(DoorCard)]) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_ornament_has_the_colours_of_the_theme(
    name: str, reading: ReadingService, icons: IconShelf, look_of: LookOf, show: Show
) -> None:
    look = look_of(name)
    home = make(reading, icons, look, show)
    picture = picture_of(home.viewport())
    corner = picture.copy(picture.width() - 330, 0, 300, 200)

    roles = [role for role in look.theme.colours if "{" + role + "}" in PICTURE]
    assert roles
    assert any(has_colour(corner, look.colour(role), least=20) for role in roles)


def test_the_ornament_gives_way_to_large_text(
    reading: ReadingService, icons: IconShelf, look_of: LookOf, show: Show
) -> None:
    look = look_of("light", 150)
    home = make(reading, icons, look, show, 1366)
    role = next(role for role in look.theme.colours if "{" + role + "}" in PICTURE)
    picture = picture_of(home.viewport())

    assert not has_colour(picture.copy(picture.width() - 330, 0, 300, 60), look.colour(role), least=20)


def test_without_an_ornament_the_page_is_whole(
    reading: ReadingService, icons: IconShelf, look: Look, show: Show
) -> None:
    home = HomePage(doors(reading), questions(reading), icons, "")
    home.set_look(look)
    show(home, 1000, 700)

    assert columns([*home.findChildren(DoorCard)]) == 3
