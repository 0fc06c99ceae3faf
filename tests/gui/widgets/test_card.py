from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card, CardContent
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, press

CONTENT = CardContent(
    kind="Source 2: cohort study",
    icon="quote",
    role="evidence_title",
    title="Bones & <pain>",
    subtitle="J Bone, 2020",
    statements=("Two in five had pain.", "One in ten had fever."),
    rows=(("Figures", "40% of 37 children"), ("Strength", "cohort")),
    actions=(("copy", "Copy citation", "copy"), ("address", "Show address", "link")),
)
ROOM = QRect(0, 50, 1000, 650)


@pytest.fixture
def window(show: Show) -> QWidget:
    window = QWidget()
    field = QLineEdit(window)
    show(window, 1000, 700)
    field.setFocus()
    return window


@pytest.fixture
def card(window: QWidget, look: Look, icons: IconShelf) -> Card:
    """A card beside a mark in the middle of a narrow column."""
    card = Card(CONTENT, look, icons, window)
    card.show_beside(QRect(300, 300, 30, 20), ROOM, 640)
    return card


def words_of(card: Card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.text()]


def test_it_shows_what_it_is_given_word_for_word(card: Card) -> None:
    assert words_of(card) == [
        "Source 2: cohort study",
        "Bones & <pain>",
        "J Bone, 2020",
        "Two in five had pain.",
        "One in ten had fever.",
        "Figures",
        "40% of 37 children",
        "Strength",
        "cohort",
    ]
    assert {label.textFormat() for label in card.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }


def test_without_a_kind_its_title_heads_it(window: QWidget, look: Look, icons: IconShelf) -> None:
    bare = replace(CONTENT, kind="", subtitle="", statements=("A word.",), rows=())

    card = Card(bare, look, icons, window)

    assert words_of(card) == ["Bones & <pain>", "A word."]
    assert card.accessibleName() == "Bones & <pain>"


def test_it_says_everything_to_a_screen_reader(card: Card) -> None:
    area = card.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    said = "Two in five had pain. One in ten had fever. Figures: 40% of 37 children. Strength: cohort."

    assert card.accessibleName() == "Source 2: cohort study. Bones & <pain>"
    assert card.spoken_text() == f"Source 2: cohort study. Bones & <pain>. {said}"
    assert area.accessibleDescription() == said
    assert area.accessibleName() == "What the card says"


def test_a_button_tells_its_action(card: Card, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.action_chosen) as copy:
        click(button_called(card, "Copy citation", QPushButton))
    with qtbot.waitSignal(card.action_chosen) as address:
        button_called(card, "Show address", QPushButton).setFocus()
        press(card, Qt.Key.Key_Space)

    assert (copy.args, address.args) == (["copy"], ["address"])


def test_it_takes_the_keyboard_and_escape_asks_to_close(card: Card, qtbot: QtBot) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)

    with qtbot.waitSignal(card.closed):
        press(card, Qt.Key.Key_Escape)


def test_the_cross_asks_to_close(card: Card, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.closed):
        click(button_called(card, "Close the card", QToolButton))


def test_other_keys_do_not_close_it(card: Card, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.closed):
        press(card, Qt.Key.Key_A)


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_tab_goes_round_within_it(modifiers: Qt.KeyboardModifier, card: Card) -> None:
    reached = []
    for _ in range(4):
        press(card, Qt.Key.Key_Tab, modifiers)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert card.isAncestorOf(focus)
        reached.append(focus)

    assert len(set(reached)) == 4, "text, close, two buttons"
    press(card, Qt.Key.Key_Tab, modifiers)
    assert QApplication.focusWidget() is reached[0]


# --- where it stands


def test_it_stands_beside_the_column_at_the_height_of_the_mark(card: Card) -> None:
    assert card.x() == 652
    assert card.y() < 310 < card.geometry().bottom()
    assert ROOM.contains(card.geometry())


@pytest.mark.parametrize(
    ("top", "is_below"),
    [(100, True), (640, False)],
)
def test_without_room_beside_it_stands_below_or_above_the_mark(
    top: int, is_below: bool, window: QWidget, look: Look, icons: IconShelf
) -> None:
    mark = QRect(300, top, 30, 20)
    card = Card(CONTENT, look, icons, window)

    card.show_beside(mark, ROOM, 900)

    assert not card.geometry().intersects(mark)
    assert (card.y() > mark.bottom()) is is_below
    assert ROOM.contains(card.geometry())


@pytest.mark.parametrize("corner", [QPoint(2, 60), QPoint(960, 60), QPoint(2, 680), QPoint(960, 680)])
def test_it_never_leaves_the_room(corner: QPoint, window: QWidget, look: Look, icons: IconShelf) -> None:
    card = Card(CONTENT, look, icons, window)

    card.show_beside(QRect(corner.x(), corner.y(), 30, 20), ROOM, 990)

    assert ROOM.contains(card.geometry())


@pytest.mark.parametrize("size", [100, 200, 250])
def test_a_long_text_scrolls_and_the_buttons_stay_in_sight(
    size: int, window: QWidget, look_of: LookOf, icons: IconShelf
) -> None:
    card = Card(
        replace(CONTENT, statements=("A long statement. " * 60,)), look_of("light", size), icons, window
    )

    card.show_beside(QRect(300, 300, 30, 20), ROOM, 640)
    QApplication.processEvents()

    area = card.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert ROOM.contains(card.geometry())
    for button in card.findChildren(QPushButton):
        assert card.rect().contains(button.geometry())
    press(card, Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() > 0, "keys scroll it"


def test_a_short_text_needs_no_scrolling(card: Card) -> None:
    area = card.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)

    QApplication.processEvents()

    assert area.verticalScrollBar().maximum() == 0


def test_large_text_puts_the_buttons_below_each_other(
    window: QWidget, look_of: LookOf, icons: IconShelf
) -> None:
    def tops(size: int) -> set[int]:
        card = Card(CONTENT, look_of("light", size), icons, window)
        card.show_beside(QRect(300, 300, 30, 20), ROOM, 640)
        QApplication.processEvents()
        return {button.y() for button in card.findChildren(QPushButton)}

    assert len(tops(125)) == 1
    assert len(tops(150)) == 2
