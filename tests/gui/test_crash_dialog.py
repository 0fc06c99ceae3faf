import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.crash_dialog import CrashDialog
from tests.gui.hands import button_called, press


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def dialog(qtbot: QtBot, window: QWidget) -> CrashDialog:
    dialog = CrashDialog("line one\nline two", window)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def test_the_dialog_says_what_is_kept_and_what_to_do(dialog: CrashDialog) -> None:
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))

    for promise in ("Your page and your place are kept", "nothing has been sent", "close the program"):
        assert promise in words
    assert "line one" not in words


def test_details_are_there_for_those_who_ask(dialog: CrashDialog) -> None:
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert not text.isVisible()

    button_called(dialog, "Show details", QPushButton).click()
    assert text.isVisible()
    assert text.toPlainText() == "line one\nline two"
    assert text.isReadOnly()

    button_called(dialog, "Show details", QPushButton).click()
    assert not text.isVisible()


def test_details_can_be_copied(dialog: CrashDialog) -> None:
    QGuiApplication.clipboard().clear()

    button_called(dialog, "Copy details", QPushButton).click()

    assert QGuiApplication.clipboard().text() == "line one\nline two"
    assert "Copied" in [label.text() for label in dialog.findChildren(QLabel)]


def test_enter_goes_on_reading(dialog: CrashDialog, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is button_called(dialog, "Go on reading", QPushButton)

    press(dialog, Qt.Key.Key_Return)

    assert not dialog.isVisible()
