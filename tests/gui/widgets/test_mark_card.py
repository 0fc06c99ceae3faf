import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import CardContent
from crmo_desktop.gui.widgets.mark_card import MarkCard
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, press, type_words
from tests.gui.marks import colour_button

CONTENT = CardContent(
    kind="Your highlight",
    icon="highlight",
    role="accent",
    title="Bones ache",
    subtitle="",
    statements=(),
    rows=(),
    actions=(("delete", "Delete", "trash"),),
)


@pytest.fixture
def window(show: Show) -> QWidget:
    window = QWidget()
    show(window, 800, 600)
    return window


@pytest.fixture
def card(window: QWidget, look: Look, icons: IconShelf) -> MarkCard:
    """The card of a green highlight, open."""
    return opened(MarkCard(CONTENT, "Ask", 2, look, icons, window))


@pytest.fixture
def note(window: QWidget, look: Look, icons: IconShelf) -> MarkCard:
    """The card of a note, open."""
    return opened(MarkCard(CONTENT, "Ask", 0, look, icons, window))


def opened(card: MarkCard) -> MarkCard:
    card.show_beside(QRect(100, 100, 50, 20), QRect(0, 0, 800, 600), 600)
    QApplication.processEvents()
    return card


def heard(card: MarkCard) -> list[str]:
    told: list[str] = []
    card.words_changed.connect(told.append)
    return told


def test_it_shows_its_colour_and_its_words(card: MarkCard, note: MarkCard) -> None:
    assert card.colours is not None
    assert card.colours.colour() == 2
    assert card.words() == "Ask"
    assert note.colours is None


def test_a_colour_is_told_when_the_reader_chooses_it(card: MarkCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.colour_chosen) as chosen:
        click(colour_button(card, "Colour: pink, 4"))

    assert chosen.args == [4]


def test_what_is_written_is_told_when_typing_pauses(card: MarkCard, qtbot: QtBot) -> None:
    told = heard(card)
    card.note.field.setFocus()

    with qtbot.waitSignal(card.words_changed):
        type_words(card.note.field, "Then ")

    assert told == ["Then Ask"]


def test_what_is_written_is_told_before_the_card_goes(card: MarkCard) -> None:
    told = heard(card)
    card.note.field.setPlainText("  Ask on Monday \n")
    card.left.connect(lambda: told.append("left"))

    card.hide()

    assert told == ["Ask on Monday", "left"]


def test_nothing_is_told_where_nothing_has_changed(card: MarkCard) -> None:
    told = heard(card)

    card.tell()
    card.hide()

    assert told == []


def test_what_could_not_be_kept_is_told_again(card: MarkCard) -> None:
    told = heard(card)
    card.note.set_kept(kept=False, words="The disk is full.")

    click(button_called(card, "Try again", QPushButton))

    assert told == ["Ask"]


def test_a_highlight_begins_with_its_words_a_note_behind_what_stands_in_its_field(
    card: MarkCard, note: MarkCard
) -> None:
    assert QApplication.focusWidget() is note.note.field
    assert note.note.field.textCursor().position() == len("Ask")

    opened(card)

    assert QApplication.focusWidget() is not card.note.field


def test_tab_leaves_the_field_and_escape_closes(note: MarkCard, qtbot: QtBot) -> None:
    press(note.note.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not note.note.field
    note.note.field.setFocus()

    with qtbot.waitSignal(note.closed):
        press(note.note.field, Qt.Key.Key_Escape)

    assert note.words() == "Ask"


def test_the_colours_are_reached_by_tab_and_chosen_by_space(card: MarkCard, qtbot: QtBot) -> None:
    button = colour_button(card, "Colour: blue, 3")
    for _ in range(12):
        if QApplication.focusWidget() is button:
            break
        card.focusNextPrevChild(True)

    with qtbot.waitSignal(card.colour_chosen) as chosen:
        press(button, Qt.Key.Key_Space)

    assert chosen.args == [3]
