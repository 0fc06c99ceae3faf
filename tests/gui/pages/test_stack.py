import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.all_passages import AllPassagesPage
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.own_things import OwnThingsPage
from crmo_desktop.gui.pages.picture import PicturePage
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.pages.search_results import SearchPage
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.trainer_questions import TrainerQuestions
from crmo_desktop.store.database import Notebook
from tests.gui.pages.own_page import sources_over
from tests.gui.sample_pictures import SampleDrawer


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def stack(
    reading: ReadingService,
    questions: TrainerQuestions,
    notebook: Notebook,
    icons: IconShelf,
    look: Look,
    made: list[str],
    qtbot: QtBot,
) -> PageStack:
    frame = QWidget()

    def make_reader() -> ReaderPage:
        made.append("reader")
        return ReaderPage(reading, icons, look, frame)

    def make_results() -> SearchPage:
        made.append("results")
        return SearchPage(reading, questions, icons, look, frame)

    def make_passages() -> AllPassagesPage:
        made.append("passages")
        return AllPassagesPage(reading, icons, look, frame)

    def make_picture() -> PicturePage:
        made.append("picture")
        return PicturePage(reading, icons, look, SampleDrawer(), frame)

    def make_mine() -> OwnThingsPage:
        made.append("mine")
        return OwnThingsPage(sources_over(reading, notebook)[0], icons, look, frame)

    home = HomePage((), (), icons, "", frame)
    stack = PageStack(home, make_reader, make_results, make_passages, make_picture, make_mine)
    frame.setParent(stack)
    qtbot.addWidget(stack)
    return stack


def test_the_start_page_is_there_at_once_and_nothing_else(stack: PageStack, made: list[str]) -> None:
    assert stack.is_home()
    assert not stack.is_reading()
    assert not stack.is_searching()
    assert not stack.is_listing()
    assert not stack.has_results()
    assert not stack.has_mine()
    assert stack.middle() is stack.home
    assert stack.text_page() is None
    assert stack.made() == [stack.home]
    assert made == []


def test_a_page_is_made_once_when_it_is_first_wanted(stack: PageStack, made: list[str]) -> None:
    assert stack.reader is stack.reader
    assert stack.results is stack.results
    assert stack.passages is stack.passages
    assert stack.picture is stack.picture
    assert stack.mine is stack.mine

    assert made == ["reader", "results", "passages", "picture", "mine"]
    assert stack.has_mine()
    assert stack.has_results()
    pages = [stack.reader, stack.results, stack.passages, stack.picture, stack.mine]
    assert stack.made() == [stack.home, *pages]
    assert stack.is_home(), "made is not shown"


def test_one_page_is_on_top(stack: PageStack) -> None:
    def on_top() -> tuple[bool, ...]:
        return (
            stack.is_home(),
            stack.is_reading(),
            stack.is_searching(),
            stack.is_listing(),
            stack.is_picture(),
        )

    stack.setCurrentWidget(stack.mine)
    assert on_top() == (False,) * 5
    assert stack.is_mine()
    assert stack.middle() is stack.mine.rows()
    assert stack.painted_widget() is stack.mine
    stack.setCurrentWidget(stack.reader)
    assert not stack.is_mine()
    assert on_top() == (False, True, False, False, False)
    assert stack.text_page() is stack.reader
    stack.setCurrentWidget(stack.results)
    assert on_top() == (False, False, True, False, False)
    assert stack.text_page() is None
    stack.setCurrentWidget(stack.passages)
    assert on_top() == (False, False, False, True, False)
    assert stack.text_page() is stack.passages
    stack.setCurrentWidget(stack.picture)
    assert on_top() == (False, False, False, False, True)
    assert stack.text_page() is None
    assert stack.painted_widget() is stack.picture.painted()
    assert stack.painted_widget().isAncestorOf(stack.picture.canvas)
    stack.setCurrentWidget(stack.home)
    assert on_top() == (True, False, False, False, False)


def test_a_page_brought_up_tells_whether_the_keyboard_went_with_the_one_before(
    stack: PageStack, qtbot: QtBot
) -> None:
    with qtbot.waitActive(stack):
        stack.show()
    stack.home.search.setFocus()

    assert stack.bring_up(stack.reader)
    assert stack.is_reading()
    stack.reader.setFocus()
    assert not stack.bring_up(stack.reader), "it is there already"
    stack.reader.view.clearFocus()
    assert not stack.bring_up(stack.home)


def test_what_paints_the_page_on_top_is_known(stack: PageStack) -> None:
    assert stack.painted_widget() is stack.home.viewport()

    stack.setCurrentWidget(stack.reader)
    assert stack.painted_widget() is stack.reader.view.viewport()

    stack.setCurrentWidget(stack.passages)
    assert stack.painted_widget() is stack.passages.view.viewport()

    stack.setCurrentWidget(stack.results)
    assert stack.painted_widget() is stack.results


def test_the_keyboard_goes_with_the_page_and_rests_nowhere_on_the_way(
    stack: PageStack, qtbot: QtBot, qapp: QApplication
) -> None:
    with qtbot.waitActive(stack):
        stack.show()
    stack.setCurrentWidget(stack.reader)
    stack.setCurrentWidget(stack.home)
    stack.home.search.setFocus()
    been: list[QWidget | None] = []

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        been.append(new)

    qapp.focusChanged.connect(note)
    stack.setCurrentWidget(stack.reader)
    stack.setCurrentWidget(stack.home)
    qapp.focusChanged.disconnect(note)

    assert [widget for widget in been if widget is not None] == [stack.reader.view, stack.home.search]
    assert stack.text_pages() == [stack.reader]


def test_the_keyboard_stays_where_it_is_outside_the_pages(stack: PageStack, qtbot: QtBot) -> None:
    field = QLineEdit()
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(field)
    layout.addWidget(stack)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    field.setFocus()

    stack.setCurrentWidget(stack.reader)

    assert field.hasFocus()
    layout.removeWidget(stack)
    stack.setParent(None)
