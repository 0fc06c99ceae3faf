"""Tests of `crmo_desktop.gui.dialogs.own_words`."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.publication import OwnWords
from crmo_desktop.gui.dialogs.own_words import OwnWordsDialog
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import Show
from tests.gui.hands import button_called, press_keys, type_words

WORDS = OwnWords(heading="Room 4", lines=("Ring us.", "Ask."), ruled=3, is_checklist=True)


def test_words_are_written_by_keys_alone(look: Look, show: Show) -> None:
    dialog = OwnWordsDialog(OwnWords(ruled=5), look, None)
    written: list[object] = []
    dialog.written.connect(written.append)
    show(dialog, 560, 500)

    type_words(dialog, " My  questions")
    press_keys(dialog, "Tab")
    type_words(dialog, "One?")
    press_keys(dialog, "Return")
    type_words(dialog, "Two?")
    press_keys(dialog, "Tab")
    press_keys(dialog, "Space")
    press_keys(dialog, "Tab")
    press_keys(dialog, "Up")
    press_keys(dialog, "Return")

    assert written == [OwnWords(heading="My questions", lines=("One?", "Two?"), ruled=6, is_checklist=True)]
    assert not dialog.isVisible()


def test_words_are_shown_as_they_were(look: Look, show: Show) -> None:
    dialog = OwnWordsDialog(WORDS, look, None)
    show(dialog, 560, 500)

    assert dialog.words() == WORDS


def test_nothing_is_no_part(look: Look, show: Show, qtbot: QtBot) -> None:
    dialog = OwnWordsDialog(OwnWords(), look, None)
    show(dialog, 560, 500)

    with qtbot.assertNotEmitted(dialog.written):
        button_called(dialog, "Put it in", QPushButton).click()
    assert not dialog.isVisible()
