import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.pages.search_results import SearchPage
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.searching import SearchingService


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def stack(reading: ReadingService, icons: IconShelf, look: Look, made: list[str], qtbot: QtBot) -> PageStack:
    frame = QWidget()

    def make_reader() -> ReaderPage:
        made.append("reader")
        return ReaderPage(reading, icons, look, frame)

    def make_results() -> SearchPage:
        made.append("results")
        return SearchPage(reading, icons, look, frame)

    stack = PageStack(HomePage((), (), icons, "", frame), make_reader, make_results)
    frame.setParent(stack)
    qtbot.addWidget(stack)
    return stack


def test_the_start_page_is_there_at_once_and_nothing_else(stack: PageStack, made: list[str]) -> None:
    assert stack.is_home()
    assert not stack.is_reading()
    assert not stack.is_searching()
    assert stack.made() == [stack.home]
    assert made == []


def test_a_page_is_made_once_when_it_is_first_wanted(stack: PageStack, made: list[str]) -> None:
    assert stack.reader is stack.reader
    assert stack.results is stack.results

    assert made == ["reader", "results"]
    assert stack.made() == [stack.home, stack.reader, stack.results]
    assert stack.is_home(), "made is not shown"


def test_one_page_is_on_top(stack: PageStack) -> None:
    def on_top() -> tuple[bool, bool, bool]:
        return stack.is_home(), stack.is_reading(), stack.is_searching()

    stack.setCurrentWidget(stack.reader)
    assert on_top() == (False, True, False)
    stack.setCurrentWidget(stack.results)
    assert on_top() == (False, False, True)
    stack.setCurrentWidget(stack.home)
    assert on_top() == (True, False, False)


def test_the_keyboard_goes_into_results_only_where_they_are_on_top(
    stack: PageStack, made: list[str], searching: SearchingService, qtbot: QtBot
) -> None:
    with qtbot.waitActive(stack):
        stack.show()
    stack.home.search.setFocus()
    stack.enter_results()
    assert made == [], "nothing is made for it"
    assert stack.focusWidget() is stack.home.search

    answer = searching.search("night pain", audience=Audience.PATIENT, limit=5)
    stack.results.show_answer(answer, Audience.PATIENT)
    stack.setCurrentWidget(stack.results)
    stack.enter_results()

    focus = stack.focusWidget()
    assert focus is not None
    assert stack.results.isAncestorOf(focus)


def test_what_paints_the_page_on_top_is_known(stack: PageStack) -> None:
    assert stack.painted_widget() is stack.home.viewport()

    stack.setCurrentWidget(stack.reader)
    assert stack.painted_widget() is stack.reader.view.viewport()

    stack.setCurrentWidget(stack.results)
    assert stack.painted_widget() is stack.results
