import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QToolButton,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.gui.widgets.card import Card
from crmo_desktop.gui.widgets.text_places import rects_of
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import LookOf
from tests.gui.hands import button_called, click, press
from tests.gui.pages.desk import Desk


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_a_card_and_escape_gives_the_keyboard_back_to_the_mark(
    key: Qt.Key, open_desk: Desk, mark: str
) -> None:
    open_desk.tab_to(mark)

    press(open_desk.window, key)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert open_desk.card().isAncestorOf(focus)

    press(open_desk.window, Qt.Key.Key_Escape)
    view = open_desk.reader.view
    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is view
    link = view.focused_link()
    assert link is not None
    assert link.href == mark


def test_the_mark_pressed_again_opens_its_card_again(open_desk: Desk, mark: str) -> None:
    open_desk.tab_to(mark)
    for _ in range(2):
        press(open_desk.window, Qt.Key.Key_Return)
        assert open_desk.card_words()
        press(open_desk.window, Qt.Key.Key_Escape)
        assert open_desk.reader.card() is None


def test_a_card_stands_within_the_page_and_not_on_its_mark(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    view, card = open_desk.reader.view, open_desk.card()
    link = open_desk.link(mark)
    rect = rects_of(view, link.start, link.end)[0]
    on_window = QRect(view.viewport().mapTo(open_desk.window, rect.topLeft()), rect.size())
    assert open_desk.window.rect().contains(card.geometry())
    assert not card.geometry().intersects(on_window)


def test_the_cross_closes_a_card(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    click(button_called(open_desk.card(), "Close the card", QToolButton))

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.reader.view


def test_a_click_on_the_page_closes_a_card(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)
    assert open_desk.reader.card() is not None

    click(open_desk.reader.view.viewport(), QPoint(10, 10))

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.reader.view


def test_a_click_on_another_part_closes_a_card_and_the_keyboard_goes_there(
    open_desk: Desk, mark: str
) -> None:
    open_desk.click(mark)

    click(open_desk.field)

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.field


def test_a_click_on_what_takes_no_keyboard_closes_a_card_too(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    click(open_desk.label)

    assert open_desk.reader.card() is None


def test_a_key_that_leads_elsewhere_closes_a_card(open_desk: Desk, mark: str) -> None:
    open_desk.tab_to(mark)
    press(open_desk.window, Qt.Key.Key_Return)
    assert open_desk.reader.card() is not None

    open_desk.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    assert open_desk.reader.card() is None
    assert QApplication.focusWidget() is open_desk.field


def test_a_click_in_a_card_keeps_it(open_desk: Desk, mark: str) -> None:
    open_desk.click(mark)

    click(open_desk.card().findChildren(QLabel)[1])

    assert open_desk.reader.card() is not None


def test_one_card_is_open_at_a_time(open_desk: Desk, mark: str, term: str) -> None:
    open_desk.click(mark)
    first = open_desk.card()
    press(open_desk.window, Qt.Key.Key_Escape)

    open_desk.click(term)

    assert open_desk.card() is not first
    assert len([card for card in open_desk.window.findChildren(Card) if card.isVisible()]) == 1


@pytest.mark.parametrize("what", ["another page", "another size", "another look"])
def test_a_card_goes_when_its_place_does(
    what: str, open_desk: Desk, mark: str, reading: ReadingService, look_of: LookOf
) -> None:
    open_desk.click(mark)
    assert open_desk.reader.card() is not None

    match what:
        case "another page":
            open_desk.reader.show_page(reading.page(TopicId("x-ray"), Audience.PATIENT), Audience.PATIENT)
        case "another size":
            open_desk.window.resize(1100, 650)
            QApplication.processEvents()
        case _:
            open_desk.reader.set_look(look_of("dark"))

    assert open_desk.reader.card() is None
