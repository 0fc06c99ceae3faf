from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId
from crmo_desktop.domain.search import SearchAnswer
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.hit_preview import HitPreview
from crmo_desktop.gui.pages.search_results import HITS_SHOWN, SearchPage
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.result_list import ResultList
from crmo_desktop.services.finding import Finder, Finding
from crmo_desktop.services.narrowing import EVERYTHING, Filter
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.trainer_questions import TrainerQuestions
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, has_colour, picture_of, press

QUERY = "whole-body MRI"
NOTHING = "zzzzqqqqxxxx"


@pytest.fixture
def finding(finder: Finder) -> Finding:
    return finder.find(QUERY, audience=Audience.PATIENT, limit=300)


@pytest.fixture
def answer(finding: Finding) -> SearchAnswer:
    return finding.answer


@pytest.fixture
def empty(
    show: Show, reading: ReadingService, questions: TrainerQuestions, icons: IconShelf, look: Look
) -> SearchPage:
    results = SearchPage(reading, questions, icons, look)
    results.set_look(look)
    show(results, 1100, 600)
    return results


@pytest.fixture
def results(empty: SearchPage, finding: Finding) -> SearchPage:
    empty.show_finding(finding)
    QApplication.processEvents()
    return empty


def put(results: SearchPage, finding: Finding, **changes: Any) -> None:
    """Show `finding` with its answer changed."""
    results.show_finding(finding._replace(answer=replace(finding.answer, **changes)))
    QApplication.processEvents()


def find(results: SearchPage, finder: Finder, query: str) -> Finding:
    found = finder.find(query, audience=Audience.PATIENT, limit=300)
    results.show_finding(found)
    QApplication.processEvents()
    return found


def list_of(results: SearchPage) -> QListView:
    view = results.findChild(ResultList)
    assert isinstance(view, QListView)
    return view


def preview_of(results: SearchPage) -> HitPreview:
    preview = results.findChild(HitPreview)
    assert isinstance(preview, HitPreview)
    return preview


def said(results: SearchPage) -> str:
    box = next(part for part in results.children() if part.objectName() == "didYouMean")
    return " ".join(label.text() for label in box.findChildren(QLabel) if label.isVisible()).strip()


def links(results: SearchPage) -> list[str]:
    return [button.text() for button in results.findChildren(QPushButton) if button.isVisible()]


def row(results: SearchPage, number: int) -> QModelIndex:
    return list_of(results).model().index(number, 0)


def has_keyboard(part: Any) -> bool:
    focus = QApplication.focusWidget()
    return focus is part or part.isAncestorOf(focus)


# --- hits


def test_the_best_hits_are_listed_the_first_one_chosen(results: SearchPage, answer: SearchAnswer) -> None:
    model = list_of(results).model()

    assert len(answer.hits) > HITS_SHOWN
    assert model.rowCount() == HITS_SHOWN
    assert results.shown_hits() == answer.hits[:HITS_SHOWN]
    assert results.current_hit() == answer.hits[0]
    assert results.answer() == answer


def test_a_row_says_all_of_itself_to_a_screen_reader(results: SearchPage, answer: SearchAnswer) -> None:
    hit = next(hit for hit in answer.hits if hit.section)
    spoken = row(results, answer.hits.index(hit)).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith(f"{hit.topic_title}, {hit.section_title}. {hit.excerpt}")


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
    empty: SearchPage, finding: Finding, look: Look, qtbot: QtBot
) -> None:
    signals = (empty.hit_chosen, empty.query_wanted, empty.completion_chosen, empty.said, empty.left)
    told: list[object] = []
    for signal in signals:
        signal.connect(told.append)

    empty.show_finding(finding)
    empty.set_look(look)
    empty.set_place(0.5)
    QApplication.processEvents()

    assert told == []


def test_keys_lead_back_to_typing_and_to_the_page(results: SearchPage, qtbot: QtBot) -> None:
    results.enter()
    assert has_keyboard(results)

    with qtbot.waitSignal(results.typing_wanted):
        press(results, Qt.Key.Key_Up)
    with qtbot.waitSignal(results.left):
        press(results, Qt.Key.Key_Escape)


def test_the_row_chosen_can_be_come_back_to(results: SearchPage, finding: Finding) -> None:
    list_of(results).setCurrentIndex(row(results, 17))
    place = results.place()

    results.show_finding(finding)
    assert results.place() == 0
    results.set_place(place)

    assert list_of(results).currentIndex().row() == 17


def test_a_row_that_is_gone_gives_way_to_the_last_one(results: SearchPage, finding: Finding) -> None:
    put(results, finding, hits=finding.answer.hits[:3])

    results.set_place(1.0)

    assert list_of(results).currentIndex().row() == 2


def test_how_much_was_found_is_told_below_the_list(results: SearchPage, qtbot: QtBot) -> None:
    labels = [label.text() for label in results.findChildren(QLabel) if label.isVisible()]
    assert results.summary() in labels
    assert results.summary().startswith(f"The best {HITS_SHOWN} of ")

    with qtbot.waitSignal(results.everything_wanted):
        click(button_called(results, "Show all on one page", QPushButton))


# --- other words to search for


def test_a_corrected_query_is_told_in_words(results: SearchPage, finding: Finding, qtbot: QtBot) -> None:
    put(results, finding, query="hole-bodi", searched_for="whole-body", suggestions=("whole-body", "whole"))

    assert said(results).startswith(
        "Nothing was found for “hole-bodi”. Showing results for “whole-body”."
    )  # fmt: skip
    assert "whole" in links(results)
    assert "whole-body" not in links(results)


def test_another_spelling_can_be_chosen(results: SearchPage, finding: Finding, qtbot: QtBot) -> None:
    put(results, finding, suggestions=("bisphosphonate",))
    assert said(results).startswith("Did you mean:")

    button = button_called(results, "Search for bisphosphonate", QPushButton)
    with qtbot.waitSignal(results.query_wanted) as wanted:
        click(button)

    assert wanted.args == ["bisphosphonate"]


def test_with_nothing_to_say_there_is_no_box(results: SearchPage, finding: Finding) -> None:
    put(results, finding, suggestions=(), searched_for=None)

    assert said(results) == ""


def test_words_that_go_on_are_offered_and_can_be_reached_by_tab(
    results: SearchPage, finding: Finding, qtbot: QtBot
) -> None:
    put(results, finding, completions=("pain", "page"))
    assert {"pain", "page"} <= set(links(results))
    link = button_called(results, "Go on with page", QPushButton)
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus

    with qtbot.waitSignal(results.completion_chosen) as chosen:
        link.setFocus()
        press(results, Qt.Key.Key_Space)

    assert chosen.args == ["page"]


def test_the_list_does_not_move_when_there_is_nothing_to_go_on_with(
    results: SearchPage, finding: Finding
) -> None:
    put(results, finding, completions=("pain",), suggestions=(), searched_for=None)
    before = list_of(results).geometry()

    put(results, finding, completions=(), suggestions=(), searched_for=None)

    assert list_of(results).geometry() == before


# --- the filter


def chapters(results: SearchPage) -> set[str]:
    return {hit.chapter_title for hit in results.shown_hits()}


def test_one_chapter_is_shown_and_told(results: SearchPage, answer: SearchAnswer, qtbot: QtBot) -> None:
    assert len(chapters(results)) > 1

    with qtbot.waitSignal(results.said) as told:
        results.filters.chapter_chosen.emit("symptoms")

    assert chapters(results) == {"Symptoms"}
    assert results.chosen_filter() == Filter(chapter=ChapterId("symptoms"))
    assert told.args == [results.summary()]
    assert results.current_hit() == next(h for h in answer.hits if h.chapter_title == "Symptoms")
    assert results.answer() == answer, "what was found is still all of it"


def test_own_words_only(results: SearchPage) -> None:
    results.filters.own_only_chosen.emit(True)

    assert {hit.audience for hit in results.shown_hits()} == {Audience.PATIENT}
    assert results.filters.is_filtering()


def test_the_filter_stays_for_the_next_query_until_all_is_wanted_again(
    results: SearchPage, finder: Finder
) -> None:
    results.filters.chapter_chosen.emit("treatment")
    results.filters.own_only_chosen.emit(True)

    find(results, finder, "naproxen")
    assert chapters(results) == {"Treatment"}

    results.filters.everything_wanted.emit()
    assert results.chosen_filter() == EVERYTHING
    assert len(chapters(results)) > 1


def test_choosing_all_chapters_takes_only_that_filter_away(results: SearchPage) -> None:
    results.filters.chapter_chosen.emit("treatment")
    results.filters.own_only_chosen.emit(True)

    results.filters.chapter_chosen.emit("")

    assert results.chosen_filter() == Filter(own_words_only=True)


def test_a_filter_that_leaves_nothing_says_so_and_lets_go(results: SearchPage, finder: Finder) -> None:
    results.filters.chapter_chosen.emit("adults")
    find(results, finder, '"Ctrl+Shift+D"')
    assert results.shown_hits() == ()
    assert results.nothing.isVisible()
    assert "left out by the filter" in results.nothing.words()
    assert results.current_hit() is None

    click(button_called(results.nothing, "Show everything", QPushButton))

    assert results.shown_hits()
    assert not results.nothing.isVisible()


def test_where_the_pane_is_not_beside_a_button_says_what_is_shown(results: SearchPage, qtbot: QtBot) -> None:
    results.set_filters_beside(False)
    button = button_called(results, "Filter: All chapters", QToolButton)
    assert button.isVisible()
    with qtbot.waitSignal(results.filters_wanted):
        click(button)

    results.filters.chapter_chosen.emit("diagnosis")
    results.filters.own_only_chosen.emit(True)
    assert button.accessibleName() == "Filter: Diagnosis, Families only"
    assert "Show everything" in links(results)

    results.set_filters_beside(True)
    assert not button.isVisible()
    assert "Show everything" not in links(results), "the pane has it"


# --- nothing found


def test_nothing_found_is_told_in_words_with_what_is_near(
    results: SearchPage, finder: Finder, qtbot: QtBot
) -> None:
    found = find(results, finder, '"bisphosphonate wrist"')
    assert found.rescue is not None

    assert results.nothing.isVisible()
    assert results.summary() == "No results"
    assert results.spoken() == "No topic contains “bisphosphonate wrist”."
    assert said(results) == ""
    title = found.rescue.topics[0][1]
    with qtbot.waitSignal(results.nothing.address_chosen) as chosen:
        click(button_called(results.nothing, title, QPushButton))
    assert chosen.args == [f"crmo://topic/{found.rescue.topics[0][0]}"]
    with qtbot.waitSignal(results.query_wanted) as wanted:
        click(button_called(results.nothing, "Search for bisphosphonate wrist", QPushButton))
    assert wanted.args == ["bisphosphonate wrist"]


def test_going_into_an_empty_list_goes_to_what_is_offered(results: SearchPage, finder: Finder) -> None:
    find(results, finder, NOTHING)

    results.enter()

    assert has_keyboard(button_called(results.nothing, "Keep this question for the trainer", QPushButton))


def test_one_letter_is_no_question(empty: SearchPage, finder: Finder) -> None:
    empty.show_finding(Finding(SearchAnswer(query="b", hits=()), Audience.PATIENT, 30))

    assert empty.spoken() == "Type one more letter."
    assert empty.summary() == ""
    assert links(empty) == []


def test_a_question_is_kept_and_known_to_be(
    results: SearchPage, finder: Finder, questions: TrainerQuestions
) -> None:
    find(results, finder, NOTHING)

    click(button_called(results.nothing, "Keep this question for the trainer", QPushButton))

    assert [question.words for question in questions.all()] == [NOTHING]
    assert "This question is kept for the trainer." in results.nothing.words()
    find(results, finder, "naproxen")
    find(results, finder, NOTHING)
    assert "This question is kept for the trainer." in results.nothing.words()
    assert "Keep this question for the trainer" not in links(results)


def test_hits_come_back_after_nothing(results: SearchPage, finder: Finder) -> None:
    find(results, finder, NOTHING)
    find(results, finder, "naproxen")

    assert list_of(results).isVisible()
    assert not results.nothing.isVisible()


# --- the preview


def test_the_preview_follows_the_hit_chosen(results: SearchPage, answer: SearchAnswer, qtbot: QtBot) -> None:
    assert preview_of(results).hit() == answer.hits[0]
    other = next(n for n, hit in enumerate(answer.hits) if hit.topic != answer.hits[0].topic)

    list_of(results).setCurrentIndex(row(results, other))

    qtbot.waitUntil(lambda: preview_of(results).hit() == answer.hits[other])


def test_the_preview_is_shown_once_for_keys_that_follow_each_other(
    results: SearchPage, answer: SearchAnswer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(preview_of(results), "show_hit", shown.append)

    for number in range(1, 6):
        list_of(results).setCurrentIndex(row(results, number))

    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [answer.hits[5]]


def test_looking_beside_puts_the_keyboard_into_the_preview_and_escape_back(
    results: SearchPage, answer: SearchAnswer, qtbot: QtBot
) -> None:
    list_of(results).setCurrentIndex(row(results, 2))

    results.look_beside()
    assert has_keyboard(preview_of(results))
    assert preview_of(results).hit() == answer.hits[2]
    with qtbot.assertNotEmitted(results.left):
        press(results, Qt.Key.Key_Escape)
    assert has_keyboard(list_of(results))

    results.look_beside()
    with qtbot.waitSignal(results.hit_chosen) as chosen:
        press(results, Qt.Key.Key_Return)
    assert chosen.args == [answer.hits[2]]


def test_without_room_for_it_looking_beside_opens_the_page(
    results: SearchPage, answer: SearchAnswer, qtbot: QtBot
) -> None:
    results.resize(600, 500)
    QApplication.processEvents()

    with qtbot.waitSignal(results.hit_chosen) as chosen:
        results.look_beside()

    assert chosen.args == [answer.hits[0]]


def test_there_is_nothing_to_look_at_beside_an_empty_list(
    results: SearchPage, finder: Finder, qtbot: QtBot
) -> None:
    find(results, finder, NOTHING)

    with qtbot.assertNotEmitted(results.hit_chosen):
        results.look_beside()
    assert preview_of(results).hit() is None


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
    empty.set_place(0.5)
    assert empty.place() == 0


@pytest.mark.parametrize("name", ["hc_black", "hc_white"])
def test_in_high_contrast_the_box_has_an_edge(
    name: str, results: SearchPage, finding: Finding, look_of: LookOf
) -> None:
    look = look_of(name)
    results.set_look(look)
    put(results, finding, suggestions=("bisphosphonate",))

    assert has_colour(picture_of(results), look.colour("unknown_bar"), least=500)
