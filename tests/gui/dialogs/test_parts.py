import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf
from tests.gui.hands import press


def make(qtbot: QtBot, look: Look, *, paragraphs: int = 1, parent: QWidget | None = None) -> PlainDialog:
    dialog = PlainDialog("Of the window", look, parent, width=400)
    dialog.add_title("A title")
    for _ in range(paragraphs):
        dialog.add_words("A paragraph of words that is long enough to be set in more than one line. " * 2)
    dialog.add_button("Cancel").clicked.connect(dialog.reject)
    dialog.add_button("Do it", primary=True).clicked.connect(dialog.accept)
    dialog.fit()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> PlainDialog:
    return make(qtbot, look)


def test_it_has_a_title_and_stands_before_the_window(dialog: PlainDialog) -> None:
    assert dialog.windowTitle() == "Of the window"
    assert dialog.isModal()


def test_escape_closes_it(dialog: PlainDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_enter_does_what_the_primary_button_does(dialog: PlainDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, Qt.Key.Key_Return)


def test_enter_on_another_button_does_what_that_button_does(dialog: PlainDialog, qtbot: QtBot) -> None:
    cancel, do_it = dialog.findChildren(QPushButton)
    cancel.setFocus()
    assert (cancel.autoDefault(), do_it.autoDefault()) == (False, True)

    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Space)


def test_words_are_plain_and_can_be_selected(dialog: PlainDialog) -> None:
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_it_is_as_high_as_its_words_need(dialog: PlainDialog) -> None:
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)

    assert dialog.width() == 400
    assert area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [100, 200, 250])
def test_it_never_leaves_the_screen_and_scrolls_what_does_not_fit(
    size: int, qtbot: QtBot, look_of: LookOf
) -> None:
    dialog = make(qtbot, look_of("light", size), paragraphs=60)
    room: QRect = dialog.screen().availableGeometry()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)

    assert dialog.height() <= room.height() - 48
    assert dialog.width() <= room.width() - 48
    assert area.verticalScrollBar().maximum() > 0
    for button in dialog.findChildren(QPushButton):
        assert dialog.rect().contains(button.geometry())


def test_muted_words_are_told_apart(qtbot: QtBot, look: Look) -> None:
    dialog = PlainDialog("x", look, None)
    qtbot.addWidget(dialog)

    assert dialog.add_words("quiet", muted=True).property("kind") == "muted"
    assert dialog.add_words("loud").property("kind") is None
