from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.search import SearchAnswer, SearchHit
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.search_results import SearchPage
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.searching import SearchingService
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, press

QUERY = "whole-body MRI"


@pytest.fixture
def answer(searching: SearchingService) -> SearchAnswer:
    return searching.search(QUERY, audience=Audience.PATIENT)


@pytest.fixture
def empty(show: Show, reading: ReadingService, icons: IconShelf, look: Look) -> SearchPage:
    results = SearchPage(reading, icons, look)
    results.set_look(look)
    show(results, 1100, 600)
    return results


@pytest.fixture
def results(empty: SearchPage, answer: SearchAnswer) -> SearchPage:
    empty.show_answer(answer, Audience.PATIENT)
    QApplication.processEvents()
    return empty


def list_of(results: SearchPage) -> QListView:
    view = results.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def preview_of(results: SearchPage) -> PageView:
    view = results.findChild(PageView)
    assert isinstance(view, PageView)
    return view


def said(results: SearchPage) -> str:
    return " ".join(label.text() for label in results.findChildren(QLabel) if label.isVisible())


def offers(results: SearchPage) -> list[str]:
    return [button.text() for button in results.findChildren(QPushButton) if button.isVisible()]


def row(results: SearchPage, number: int) -> QModelIndex:
    return list_of(results).model().index(number, 0)


# --- hits


def test_hits_are_listed_best_first_the_first_one_chosen(results: SearchPage, answer: SearchAnswer) -> None:
    model = list_of(results).model()

    assert len(answer.hits) > 3
    assert model.rowCount() == len(answer.hits)
    assert results.current_hit() == answer.hits[0]
    assert results.answer() == answer


def test_a_row_says_all_of_itself_to_a_screen_reader(results: SearchPage, answer: SearchAnswer) -> None:
    hit = next(hit for hit in answer.hits if hit.section)
    spoken = row(results, answer.hits.index(hit)).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith(f"{hit.topic_title}, {hit.section_title}. {hit.excerpt}")


def test_what_is_written_for_others_says_so(results: SearchPage, answer: SearchAnswer) -> None:
    hit = replace(answer.hits[0], audience=Audience.CLINICIAN, section=None, why="MRI = MR")
    results.show_answer(SearchAnswer(query="x", hits=(hit,)), Audience.PATIENT)

    spoken = row(results, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == f"{hit.topic_title}. {hit.excerpt}. MRI = MR. For clinicians"


def test_choosing_a_hit_tells_it_by_mouse_and_keys(
    results: SearchPage, answer: SearchAnswer, qtbot: QtBot
) -> None:
    view = list_of(results)
    with qtbot.waitSignal(results.hit_chosen) as chosen:
        click(view.viewport(), view.visualRect(row(results, 1)).center())
    assert chosen.args == [answer.hits[1]]

    results.enter()
    press(results, Qt.Key.Key_Down)
    with qtbot.waitSignal(results.hit_chosen) as chosen:
        press(results, Qt.Key.Key_Return)
    assert chosen.args == [answer.hits[2]]


def test_showing_an_answer_from_code_is_silent(
    empty: SearchPage, answer: SearchAnswer, look: Look, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(empty.hit_chosen), qtbot.assertNotEmitted(empty.query_wanted):
        empty.show_answer(answer, Audience.PATIENT)
        empty.set_look(look)


def test_keys_lead_back_to_typing_and_to_the_page(results: SearchPage, qtbot: QtBot) -> None:
    results.enter()
    assert results.isAncestorOf(QApplication.focusWidget() or results.window()) is True

    with qtbot.waitSignal(results.typing_wanted):
        press(results, Qt.Key.Key_Up)
    with qtbot.waitSignal(results.left):
        press(results, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([], "No results"),
        ([0], "1 result"),
        ([0, 0], "2 results in 1 topic"),
        ([0, 0, 1], "3 results in 2 topics"),
    ],
)
def test_the_summary_counts(places: list[int], told: str, results: SearchPage, answer: SearchAnswer) -> None:
    topics = list(dict.fromkeys(hit.topic for hit in answer.hits))
    hits = tuple(replace(answer.hits[0], topic=topics[place], section=None) for place in places)

    results.show_answer(SearchAnswer(query="x", hits=hits), Audience.PATIENT)

    assert results.summary() == told


# --- other spellings


def test_a_corrected_query_is_told_in_words(results: SearchPage, answer: SearchAnswer, qtbot: QtBot) -> None:
    corrected = replace(
        answer, query="hole-bodi", searched_for="whole-body", suggestions=("whole-body", "whole")
    )

    results.show_answer(corrected, Audience.PATIENT)

    assert "“hole-bodi”" in said(results)
    assert "“whole-body”" in said(results)
    qtbot.waitUntil(lambda: offers(results) == ["whole"])


def test_another_spelling_can_be_chosen(results: SearchPage, answer: SearchAnswer, qtbot: QtBot) -> None:
    results.show_answer(replace(answer, suggestions=("bisphosphonate",)), Audience.PATIENT)
    qtbot.waitUntil(lambda: offers(results) == ["bisphosphonate"])
    assert "Did you mean:" in said(results)

    button = next(button for button in results.findChildren(QPushButton) if button.isVisible())
    assert button.accessibleName() == "Search for bisphosphonate"
    with qtbot.waitSignal(results.query_wanted) as wanted:
        click(button)

    assert wanted.args == ["bisphosphonate"]


def test_nothing_found_is_told_in_words_and_a_long_query_is_cut(results: SearchPage) -> None:
    results.show_answer(SearchAnswer(query="z" * 100, hits=()), Audience.PATIENT)

    assert said(results) == "No topic contains “" + "z" * 60 + "…”."
    assert results.current_hit() is None
    assert preview_of(results).toPlainText().strip() == ""


def test_with_nothing_to_say_there_is_no_box(results: SearchPage) -> None:
    assert said(results) == ""
    assert offers(results) == []


# --- the preview


def test_the_preview_shows_the_section_of_the_hit_with_its_words_marked(
    results: SearchPage, answer: SearchAnswer
) -> None:
    hit: SearchHit = next(hit for hit in answer.hits if hit.section and hit.marks)
    list_of(results).setCurrentIndex(row(results, answer.hits.index(hit)))
    preview = preview_of(results)

    assert preview.isVisible()
    assert preview.accessibleName() == f"Preview of {hit.topic_title}"
    assert hit.section_title in preview.toPlainText()
    marked = {hit.excerpt[start : start + length].lower() for start, length in hit.marks}
    shown = {selection.cursor.selectedText().lower() for selection in preview.extraSelections()}
    assert shown
    assert shown <= marked


def test_the_preview_follows_the_hit_chosen(results: SearchPage, answer: SearchAnswer) -> None:
    before = preview_of(results).toPlainText()
    other = next(n for n, hit in enumerate(answer.hits) if hit.topic != answer.hits[0].topic)

    list_of(results).setCurrentIndex(row(results, other))

    assert preview_of(results).toPlainText() != before


def test_a_link_in_the_preview_opens_the_hit(results: SearchPage, answer: SearchAnswer, qtbot: QtBot) -> None:
    preview = preview_of(results)
    link = preview.links()[0]
    preview.show_position(link.start)
    place = preview.cursorRect(preview.textCursor())
    assert place.isValid()

    with qtbot.waitSignal(results.hit_chosen) as chosen:
        preview.link_activated.emit(link.href, place)

    assert chosen.args == [answer.hits[0]]


@pytest.mark.parametrize(
    ("width", "size", "is_shown"), [(900, 100, True), (899, 100, False), (1100, 150, False)]
)
def test_the_preview_is_there_where_there_is_room(
    width: int, size: int, is_shown: bool, results: SearchPage, look_of: LookOf
) -> None:
    results.set_look(look_of("light", size))

    results.resize(width, 590)
    QApplication.processEvents()

    assert preview_of(results).isVisible() is is_shown


def test_before_any_search_it_is_empty(empty: SearchPage, look_of: LookOf) -> None:
    empty.set_look(look_of("dark"))

    assert empty.summary() == "No results"
    assert empty.current_hit() is None
