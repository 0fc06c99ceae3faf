import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.key_map import pressed_key
from crmo_desktop.gui.widgets.key_field import KeyField
from tests.gui.conftest import Show
from tests.gui.hands import press, press_keys


@pytest.fixture
def field(show: Show) -> KeyField:
    """Beside another field, in a window that has a shortcut."""
    window = QWidget()
    layout = QVBoxLayout(window)
    before = QLineEdit(window)
    field = KeyField(pressed_key, str.lower, window)
    for part in (before, field, QLineEdit(window)):
        layout.addWidget(part)
    action = QAction("Find", window)
    action.setShortcut(QKeySequence("Ctrl+F"))
    window.addAction(action)
    show(window)
    field.setFocus()
    return field


@pytest.mark.parametrize("keys", ["Ctrl+F", "Alt+X", "Ctrl+Shift+J", "F1", "X", "Ctrl+A", "Home", "Ctrl+Tab"])
def test_it_takes_what_is_pressed(keys: str, field: KeyField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.key_pressed) as heard:
        press_keys(field, keys)

    assert heard.args == [QKeySequence(keys).toString()]
    assert field.key() == QKeySequence(keys).toString()
    assert field.text() == field.key().lower()


def test_the_last_keys_count(field: KeyField) -> None:
    press_keys(field, "Ctrl+F")
    press_keys(field, "Ctrl+J")

    assert field.text() == "ctrl+j"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_it_forgets(key: Qt.Key, field: KeyField) -> None:
    press_keys(field, "Ctrl+F")

    press(field, key)

    assert (field.key(), field.text()) == ("", "")


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_Tab, 1), (Qt.Key.Key_Backtab, 0)])
def test_tab_leads_out(key: Qt.Key, place: int, field: KeyField) -> None:
    others = [one for one in field.window().findChildren(QLineEdit) if one is not field]

    press(field, key)

    assert field.window().focusWidget() is others[place]
    assert field.key() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_what_a_dialog_answers_is_left_to_it(key: Qt.Key, field: KeyField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.key_pressed):
        press(field, key)


def test_control_alone_is_nothing_yet(field: KeyField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.key_pressed):
        press(field, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
