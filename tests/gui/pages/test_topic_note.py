import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.domain.own_things import Kind
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.widgets.mark_card import MarkCard
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, click, press_keys, type_words
from tests.gui.marks import Offers, give_offers, things_of

SPINE = TopicAddress(TopicId("spine"))


@pytest.fixture
def window(windows: Desk) -> MainWindow:
    window = windows.open(audience=Audience.PATIENT)
    window.navigator.go(SPINE)
    window.focus_page()
    return window


@pytest.fixture
def offers(window: MainWindow) -> Offers:
    return give_offers(window)


def open_note(window: MainWindow) -> MarkCard:
    press_keys(window.focusWidget() or window, "Ctrl+N")
    card = window.reader.card()
    assert isinstance(card, MarkCard)
    assert QApplication.focusWidget() is card.note.field
    return card


def write(window: MainWindow, words: str) -> MarkCard:
    card = open_note(window)
    card.note.field.setPlainText(words)
    card.tell()
    return card


def strip_of(window: MainWindow) -> str:
    return window.late.marks.marking.strip.words()[0]


def test_a_note_is_kept_as_it_is_written_and_told_above_the_page(window: MainWindow) -> None:
    card = open_note(window)
    type_words(card.note.field, "Ask about the brace")
    card.tell()

    (note,) = things_of(window)
    assert (note.kind, note.words, note.spot.address) == (Kind.NOTE, "Ask about the brace", str(SPINE))
    assert card.note.is_kept()
    assert strip_of(window) == "Your note: Ask about the brace"


def test_writing_on_changes_the_same_note(window: MainWindow) -> None:
    card = write(window, "Ask")
    card.note.field.setPlainText("Ask on Monday")
    window.reader.close_card()

    assert [note.words for note in things_of(window)] == ["Ask on Monday"]


def test_the_note_is_there_when_it_is_opened_again(window: MainWindow) -> None:
    write(window, "Ask")
    window.reader.close_card()

    click(button_called(window.late.marks.marking.strip, "Open the note", QPushButton))

    card = window.reader.card()
    assert isinstance(card, MarkCard)
    assert card.words() == "Ask"


def test_left_empty_the_note_is_deleted_and_can_be_had_back(window: MainWindow, offers: Offers) -> None:
    card = write(window, "Ask")
    card.note.field.clear()
    card.tell()
    assert [note.words for note in things_of(window)] == ["Ask"], "other words may come"

    window.reader.close_card()
    assert things_of(window) == ()
    assert strip_of(window) == ""
    assert offers.words() == ["Note deleted"]

    offers.take_back()
    assert strip_of(window) == "Your note: Ask"


def test_the_card_deletes_the_note(window: MainWindow, offers: Offers) -> None:
    write(window, "Ask")
    window.reader.close_card()
    card = open_note(window)
    card.note.field.setPlainText("Ask on Monday")

    click(button_called(card, "Delete the note", QPushButton))

    assert things_of(window) == ()
    offers.take_back()
    assert [note.words for note in things_of(window)] == ["Ask on Monday"], "the words written last"


def test_an_empty_card_leaves_nothing(window: MainWindow, offers: Offers) -> None:
    open_note(window)

    window.reader.close_card()

    assert things_of(window) == ()
    assert offers.told == []


def test_who_writes_on_after_another_window_deleted_it_keeps_it(window: MainWindow) -> None:
    card = write(window, "Ask")
    window._services.own.things.delete([things_of(window)[0].id])

    card.note.field.setPlainText("Ask on Monday")
    card.tell()

    assert [note.words for note in things_of(window)] == ["Ask on Monday"]


def test_the_note_stands_above_the_topic_for_both_audiences_and_on_no_other(window: MainWindow) -> None:
    write(window, "Ask")

    window.navigator.set_audience(Audience.CLINICIAN)
    assert strip_of(window) == "Your note: Ask"
    window.navigator.go(TopicAddress(TopicId("mri")))
    assert strip_of(window) == ""


def test_the_note_is_never_among_the_words_of_the_page(window: MainWindow) -> None:
    write(window, "Ask on Monday")
    window.reader.close_card()

    window.reader.view.selectAll()
    window.reader.view.copy()

    assert "Monday" not in window.reader.view.toPlainText()
    assert "Monday" not in QApplication.clipboard().text()
