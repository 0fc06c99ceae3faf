import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import CardContent
from crmo_desktop.gui.widgets.mark_card import MarkCard
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, has_colour, picture_of, press, type_words

COLOURS = {1: "Yellow, 1", 2: "Green, 2", 3: "Blue, 3", 4: "Pink, 4"}
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
    return opened(MarkCard(CONTENT, "Ask", COLOURS, 2, look, icons, window))


@pytest.fixture
def note(window: QWidget, look: Look, icons: IconShelf) -> MarkCard:
    """The card of a note, open."""
    return opened(MarkCard(CONTENT, "", {}, 0, look, icons, window))


def opened(card: MarkCard) -> MarkCard:
    card.show_beside(QRect(100, 100, 50, 20), QRect(0, 0, 800, 600), 600)
    QApplication.processEvents()
    return card


def heard(card: MarkCard) -> list[str]:
    told: list[str] = []
    card.words_changed.connect(told.append)
    return told


def test_it_shows_its_colour_and_its_words(card: MarkCard) -> None:
    on = [button.accessibleName() for button in card.findChildren(QToolButton) if button.isChecked()]

    assert on == ["Green, 2"]
    assert card.words() == "Ask"


def test_a_colour_is_told_when_the_reader_chooses_it(card: MarkCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.colour_chosen) as chosen:
        click(button_called(card, "Pink, 4", QToolButton))

    assert chosen.args == [4]


def test_a_colour_from_code_is_silent(card: MarkCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.colour_chosen):
        card.set_colour(3)

    assert button_called(card, "Blue, 3", QToolButton).isChecked()
    assert not button_called(card, "Green, 2", QToolButton).isChecked()


def test_what_is_written_is_told_when_typing_pauses(card: MarkCard, qtbot: QtBot) -> None:
    told = heard(card)
    card._pause.setInterval(1)
    card.field.setFocus()

    with qtbot.waitSignal(card.words_changed):
        type_words(card.field, "Then ")

    assert told[-1].startswith("Then")


def test_what_is_written_is_told_before_the_card_goes(card: MarkCard) -> None:
    told = heard(card)
    card.field.setPlainText("  Ask on Monday \n")

    card.hide()

    assert told == ["Ask on Monday"]


def test_nothing_is_told_twice_or_where_nothing_has_changed(card: MarkCard, qtbot: QtBot) -> None:
    told = heard(card)
    card.tell()
    card.field.setPlainText("Other")
    card.tell()
    card.tell()

    with qtbot.waitSignal(card.left):
        card.hide()

    assert told == ["Other"]


def test_what_became_of_it_is_shown_until_the_reader_writes_on(card: MarkCard) -> None:
    card.set_saved("✓ Saved")
    assert card.saved() == "✓ Saved"

    card.field.insertPlainText("x")

    assert card.saved() == ""


def test_a_highlight_begins_with_its_words_a_note_in_its_field(card: MarkCard, note: MarkCard) -> None:
    assert QApplication.focusWidget() is note.field
    opened(card)
    assert QApplication.focusWidget() is not card.field


def test_tab_leaves_the_field_and_escape_closes(note: MarkCard, qtbot: QtBot) -> None:
    press(note.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not note.field
    note.field.setFocus()

    with qtbot.waitSignal(note.closed):
        press(note.field, Qt.Key.Key_Escape)

    assert note.words() == ""


def test_the_colours_are_reached_by_tab_and_chosen_by_space(card: MarkCard, qtbot: QtBot) -> None:
    button = button_called(card, "Blue, 3", QToolButton)
    for _ in range(10):
        if QApplication.focusWidget() is button:
            break
        card.focusNextPrevChild(True)

    with qtbot.waitSignal(card.colour_chosen) as chosen:
        press(button, Qt.Key.Key_Space)

    assert chosen.args == [3]


def test_a_colour_is_drawn_with_its_number_and_a_bar_where_it_is_on(card: MarkCard, look: Look) -> None:
    on, off = button_called(card, "Green, 2", QToolButton), button_called(card, "Pink, 4", QToolButton)
    foot = QRect(QPoint(4, on.height() - 9), QPoint(on.width() - 4, on.height()))

    assert has_colour(picture_of(on), look.colour("hl_green"), least=50)
    assert has_colour(picture_of(on, foot), look.colour("text"), least=20)
    assert not has_colour(picture_of(off, foot), look.colour("text"), least=20)
    on.setFocus()
    assert has_colour(picture_of(on), look.colour("focus"), least=20)


def test_the_field_says_what_it_is_for(card: MarkCard, note: MarkCard) -> None:
    assert card.field.accessibleName() == "Note beside it"
    assert note.field.accessibleName() == "Your note"
