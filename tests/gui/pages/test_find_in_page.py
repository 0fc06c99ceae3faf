from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QToolButton,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import LookOf
from tests.gui.hands import button_called, press, type_words
from tests.gui.pages.desk import Desk


def test_find_counts_marks_and_goes_round(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    assert QApplication.focusWidget() is reader.find_bar.focusProxy()

    type_words(open_desk.window, "MRI")

    total = reader.view.toPlainText().lower().count("mri")
    assert total > 3
    assert reader.finding.matches() == (0, total)
    assert reader.find_bar.count_text() == f"1 of {total}"
    assert len(reader.view.extraSelections()) == total

    press(open_desk.window, Qt.Key.Key_Return)
    assert reader.find_bar.count_text() == f"2 of {total}"
    press(open_desk.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(open_desk.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar.count_text() == f"{total} of {total}"
    press(open_desk.window, Qt.Key.Key_Return)
    assert reader.find_bar.count_text() == f"1 of {total}"


def test_find_begins_with_what_can_be_seen(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.view.set_place(0.6)
    top = reader.view.top_position()

    reader.open_find()
    type_words(open_desk.window, "MRI")

    current, _ = reader.finding.matches()
    assert current is not None
    assert current > 0
    assert reader.view.find_all("mri")[current][0] >= top


def test_words_that_are_selected_are_looked_for(open_desk: Desk) -> None:
    reader = open_desk.reader
    start, end = reader.view.find_all("scan")[0]
    cursor = reader.view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    reader.view.setTextCursor(cursor)

    reader.open_find()

    assert reader.find_bar.words() == reader.view.toPlainText()[start:end]
    assert reader.finding.matches()[1] > 0


def test_what_is_not_on_the_page_is_told(open_desk: Desk) -> None:
    open_desk.reader.open_find()

    type_words(open_desk.window, "zzz")

    assert open_desk.reader.find_bar.count_text() == "Not on this page"
    assert open_desk.reader.finding.matches() == (None, 0)


def test_escape_closes_find_takes_the_marks_away_and_gives_the_keyboard_back(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")

    press(open_desk.window, Qt.Key.Key_Escape)

    assert not reader.find_bar.isVisible()
    assert reader.view.extraSelections() == []
    assert reader.finding.matches() == (None, 0)
    assert QApplication.focusWidget() is reader.view


def test_find_opened_again_looks_for_the_same_words(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")
    press(open_desk.window, Qt.Key.Key_Escape)

    reader.open_find()

    assert reader.find_bar.words() == "MRI"
    assert reader.finding.matches()[1] > 3


def test_another_page_is_searched_for_the_same_words(open_desk: Desk, reading: ReadingService) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "bone")

    reader.show_page(reading.page(TopicId("x-ray"), Audience.PATIENT), Audience.PATIENT)

    total = reader.view.toPlainText().lower().count("bone")
    assert reader.finding.matches()[1] == total > 0
    assert reader.view.verticalScrollBar().value() == 0, "a new page begins at its beginning"


def test_matches_are_kept_in_another_look(open_desk: Desk, look_of: LookOf) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")
    press(open_desk.window, Qt.Key.Key_Return)
    before = reader.finding.matches()

    reader.set_look(look_of("dark", 150))

    assert reader.finding.matches() == before
    assert len(reader.view.extraSelections()) == before[1]


def test_words_that_a_search_found_are_marked_without_a_find_bar(open_desk: Desk) -> None:
    reader = open_desk.reader

    reader.finding.mark_words(["MRI", "scan", "MRI scan"])

    _, total = reader.finding.matches()
    assert total == len(reader.view.extraSelections()) > 3
    assert not reader.find_bar.isVisible()
    reader.finding.step(1)
    assert reader.finding.matches()[0] is not None


def test_the_button_to_the_sections_gives_way_to_the_find_bar(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.set_outline_button(True)
    button = button_called(reader, "On this page", QToolButton)

    reader.open_find()
    QApplication.processEvents()

    assert not button.geometry().intersects(reader.find_bar.geometry())


def test_the_marks_of_a_page_go_with_it(open_desk: Desk, reading: ReadingService) -> None:
    reader = open_desk.reader
    reader.finding.mark_words(["MRI"])

    open_desk.put(reading.page(TopicId("x-ray"), Audience.PATIENT))

    assert reader.finding.matches() == (None, 0)
    shown = [selection for selection in reader.view.extraSelections() if not selection.cursor.isNull()]
    assert shown == []


def test_matches_are_counted_anew_when_tables_become_blocks(open_desk: Desk) -> None:
    reader = open_desk.reader
    reader.open_find()
    type_words(open_desk.window, "MRI")

    reader.set_narrow(True)

    total = reader.view.toPlainText().lower().count("mri")
    assert reader.finding.matches()[1] == total
    for selection in reader.view.extraSelections():
        assert selection.cursor.selectedText().lower() == "mri"
