"""What is chosen stays chosen while rows change; places are looked up of rows that are seen."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.own_rows import OwnRow
from crmo_desktop.gui.pages.own_table import OwnTable, Source, key_of
from crmo_desktop.gui.pages.own_words import Day
from crmo_desktop.gui.theme import Look
from crmo_desktop.store.history import Visit
from tests.gui.conftest import Show
from tests.gui.hands import button_called
from tests.gui.pages.own_page import settle

TODAY = Day(date(2026, 11, 26))
BEGIN = datetime(2026, 11, 26, tzinfo=UTC)


def visit(number: int) -> Visit:
    when = BEGIN + timedelta(minutes=number)
    return Visit(address=f"crmo://topic/t{number}", title=f"T{number}", audience=Audience.PATIENT, when=when)


VISITS = [visit(number) for number in range(200)]


@pytest.fixture
def looked_up() -> list[Source]:
    return []


@pytest.fixture
def table(show: Show, look: Look, icons: IconShelf, looked_up: list[Source]) -> OwnTable:
    holder = QWidget()

    def make(source: Source) -> OwnRow:
        is_day = isinstance(source, Day)
        return OwnRow(icon="" if is_day else "history", title=str(source))

    def look_up(source: Source) -> bool:
        looked_up.append(source)
        return True

    table = OwnTable(make, look_up, look, icons, holder)
    table.resize(500, 300)
    show(holder, 500, 300)
    return table


def fill(table: OwnTable, *sources: Source, stays: bool = False) -> None:
    table.set_sources(sources, stays=stays)
    settle()


def test_the_first_row_that_can_be_chosen_is(table: OwnTable) -> None:
    fill(table, TODAY, VISITS[0], VISITS[1])

    assert table.current() == VISITS[0]
    assert table.selected() == [VISITS[0]]


def test_choosing_is_told_once_keys_pause(table: OwnTable, qtbot: QtBot) -> None:
    fill(table, *VISITS[:3])

    with qtbot.waitSignal(table.chosen):
        assert table.choose(key_of(VISITS[2]))
    assert table.current() == VISITS[2]
    assert not table.choose("no such row")


def test_the_same_rows_stay_chosen(table: OwnTable) -> None:
    fill(table, *VISITS[:5])
    table.choose(VISITS[3])
    table.list.setSelectionMode(table.list.SelectionMode.MultiSelection)
    table.list.setCurrentIndex(table.list.model().index(1, 0))
    assert table.selected() == [VISITS[1], VISITS[3]]

    fill(table, TODAY, *VISITS[:5], stays=True)

    assert table.selected() == [VISITS[1], VISITS[3]]
    assert table.current() == VISITS[1]


@pytest.mark.parametrize(
    ("before", "after", "current"),
    [
        ([0, 1, 2], [0, 2], 2),
        ([0, 1], [0], 0),
        ([1], [], None),
    ],
)
def test_in_the_place_of_a_row_that_went_is_its_neighbour(
    before: list[int], after: list[int], current: int | None, table: OwnTable
) -> None:
    fill(table, *(VISITS[n] for n in before))
    table.choose(VISITS[1])

    fill(table, *(VISITS[n] for n in after), stays=True)

    assert table.current() == (None if current is None else VISITS[current])


def test_where_one_was_scrolled_to_one_stays(table: OwnTable) -> None:
    fill(table, *VISITS)
    table.list.scrollToBottom()
    settle()
    before = table.list.verticalScrollBar().value()

    fill(table, *VISITS, stays=True)

    assert before > 0
    assert table.list.verticalScrollBar().value() == before


def test_only_rows_that_are_seen_are_looked_up_and_once(
    table: OwnTable, looked_up: list[Source], qtbot: QtBot
) -> None:
    fill(table, *VISITS)
    seen = table.list.shown_rows()
    qtbot.waitUntil(lambda: len(looked_up) == len(seen))

    table.list.viewport().update()
    settle()
    assert looked_up == VISITS[: len(seen)]

    table.choose(VISITS[30])
    qtbot.waitUntil(lambda: VISITS[30] in looked_up)
    assert VISITS[60] not in looked_up


def test_nothing_is_looked_up_while_nobody_looks(table: OwnTable, looked_up: list[Source]) -> None:
    table.hide()
    fill(table, *VISITS)

    assert looked_up == []


def test_words_in_the_place_of_an_empty_list(table: OwnTable, qtbot: QtBot) -> None:
    fill(table)
    assert table.is_empty()
    table.show_nothing("No notes.", "Show everything")

    table.enter()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    with qtbot.waitSignal(table.link_wanted):
        button_called(table, "Show everything", QPushButton).click()

    fill(table, VISITS[0])
    table.show_nothing("", "")
    table.enter()
    assert table.list.hasFocus()


def test_where_nothing_is_offered_the_keyboard_stays(table: OwnTable) -> None:
    fill(table)
    table.show_nothing("Nothing was read yet.", "")
    before = QApplication.focusWidget()

    table.enter()

    assert QApplication.focusWidget() is before


def test_all_are_chosen_also_those_without_a_row_yet(table: OwnTable) -> None:
    fill(table, *VISITS)

    table.select_all()

    assert table.selected() == VISITS


def test_keys_of_the_list_are_told(table: OwnTable, qtbot: QtBot) -> None:
    fill(table, VISITS[0])
    table.set_name("History")

    assert table.list.accessibleName() == "History"
    told: list[str] = []
    signals: dict[str, Callable[[], None]] = {
        "opened": lambda: table.list.opened.emit(table.list.currentIndex()),
        "deleted": table.list.delete_wanted.emit,
        "typing": table.list.typing_wanted.emit,
    }
    table.opened.connect(lambda: told.append("opened"))
    table.delete_wanted.connect(lambda: told.append("deleted"))
    table.typing_wanted.connect(lambda: told.append("typing"))
    for emit in signals.values():
        emit()
    assert told == list(signals)
