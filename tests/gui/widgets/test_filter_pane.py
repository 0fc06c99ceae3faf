from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import ChoiceList
from crmo_desktop.gui.widgets.filter_pane import Counts, FilterPane
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, press

COUNTS = Counts(
    chapters=(("symptoms", "Symptoms", 6), ("adults", "Adults", 1)), in_all=14, in_both=14, in_own=11
)


@pytest.fixture
def pane(show: Show, look: Look, icons: IconShelf) -> FilterPane:
    pane = FilterPane(look, icons)
    show(pane, 288, 600)
    pane.set_counts(COUNTS)
    QApplication.processEvents()
    return pane


def list_called(pane: FilterPane, name: str) -> ChoiceList:
    return next(part for part in pane.findChildren(ChoiceList) if part.accessibleName() == name)


def rows(pane: FilterPane, name: str) -> list[tuple[str, str]]:
    return [(choice.words, choice.number) for choice in list_called(pane, name).choices()]


def visible_links(pane: FilterPane) -> list[str]:
    return [button.text() for button in pane.findChildren(QPushButton) if button.isVisible()]


def test_chapters_and_audiences_are_shown_with_their_numbers(pane: FilterPane) -> None:
    assert rows(pane, "Chapters") == [("All chapters", "14"), ("Symptoms", "6"), ("Adults", "1")]
    assert rows(pane, "Written for") == [("Both, families first", "14"), ("Families only", "11")]
    spoken = [choice.spoken for choice in list_called(pane, "Chapters").choices()]
    assert spoken == ["All chapters, 14 results", "Symptoms, 6 results", "Adults, 1 result"]


def test_for_clinicians_the_words_are_theirs(pane: FilterPane) -> None:
    pane.set_counts(replace(COUNTS, audience=Audience.CLINICIAN))

    assert [words for words, _ in rows(pane, "Written for")] == [
        "Both, clinicians first",
        "Clinicians only",
    ]


def test_what_is_chosen_is_marked(pane: FilterPane) -> None:
    assert list_called(pane, "Chapters").current() == ""
    assert not pane.is_filtering()

    pane.set_counts(replace(COUNTS, chapter="adults", own_only=True))

    assert list_called(pane, "Chapters").current() == "adults"
    assert list_called(pane, "Written for").current() == "own"
    assert pane.is_filtering()


def test_setting_from_code_is_silent(pane: FilterPane, look: Look, qtbot: QtBot) -> None:
    signals = (pane.chapter_chosen, pane.own_only_chosen, pane.everything_wanted, pane.query_chosen)
    told: list[object] = []
    for signal in signals:
        signal.connect(told.append)

    pane.set_counts(replace(COUNTS, chapter="adults"))
    pane.set_lately(["limping"])
    pane.set_look(look)

    assert told == []


def test_the_keyboard_chooses_chapter_and_audience(pane: FilterPane, qtbot: QtBot) -> None:
    pane.setFocus()
    with qtbot.waitSignal(pane.chapter_chosen) as chapter:
        press(pane, Qt.Key.Key_Down)
    assert chapter.args == ["symptoms"]

    press(pane, Qt.Key.Key_Tab)
    with qtbot.waitSignal(pane.own_only_chosen) as own:
        press(pane, Qt.Key.Key_Down)
    assert own.args == [True]
    with qtbot.waitSignal(pane.own_only_chosen) as own:
        press(pane, Qt.Key.Key_Up)
    assert own.args == [False]


def test_enter_leads_to_the_results(pane: FilterPane, qtbot: QtBot) -> None:
    pane.setFocus()

    with qtbot.waitSignal(pane.results_wanted):
        press(pane, Qt.Key.Key_Return)


def test_escape_and_a_link_show_everything_again(pane: FilterPane, qtbot: QtBot) -> None:
    assert "Show everything" not in visible_links(pane)
    pane.set_counts(replace(COUNTS, own_only=True))
    pane.setFocus()

    with qtbot.waitSignal(pane.everything_wanted):
        press(pane, Qt.Key.Key_Escape)
    with qtbot.waitSignal(pane.everything_wanted):
        click(button_called(pane, "Show everything", QPushButton))


def test_escape_that_has_nothing_to_clear_is_for_whoever_holds_the_pane(
    pane: FilterPane, qtbot: QtBot
) -> None:
    pane.setFocus()

    with qtbot.assertNotEmitted(pane.everything_wanted):
        press(pane, Qt.Key.Key_Escape)


def test_recent_searches_are_offered_and_can_be_forgotten(pane: FilterPane, qtbot: QtBot) -> None:
    assert "Forget recent searches" not in visible_links(pane)
    assert not list_called(pane, "Searched lately").isVisible()

    pane.set_lately(["Humira", "limping"])
    QApplication.processEvents()
    lately = list_called(pane, "Searched lately")
    with qtbot.waitSignal(pane.query_chosen) as chosen:
        click(lately.viewport(), lately.visualRect(lately.model().index(1, 0)).center())
    assert chosen.args == ["limping"]
    with qtbot.waitSignal(pane.forget_wanted):
        click(button_called(pane, "Forget recent searches", QPushButton))

    pane.set_lately([])
    assert not lately.isVisible()


def test_where_there_is_little_room_it_scrolls(pane: FilterPane, look_of: LookOf) -> None:
    pane.set_look(look_of("light", 200))
    pane.set_lately([f"query {number}" for number in range(8)])
    pane.resize(288, 200)
    QApplication.processEvents()

    assert pane.height() == 200
    lately = list_called(pane, "Searched lately")
    assert lately.height() == lately.sizeHint().height()
