import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.dialogs.change_keys import ChangeKeysDialog
from crmo_desktop.gui.key_map import KeyMap
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.key_field import KeyField
from tests.gui.hands import button_called, press, press_keys
from tests.gui.kept_keys import KeptKeys

NOTHING_YET = "Press keys together, such as Ctrl+Shift and a letter, or F2."


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def keys(window: QMainWindow) -> KeyMap:
    return KeyMap(ActionTable(window), KeptKeys(), window)


def opened(keys: KeyMap, action: str, look: Look, qtbot: QtBot) -> ChangeKeysDialog:
    dialog = ChangeKeysDialog(keys, action, look, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def dialog(keys: KeyMap, look: Look, qtbot: QtBot) -> ChangeKeysDialog:
    return opened(keys, "larger", look, qtbot)


def words(dialog: ChangeKeysDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def primary(dialog: ChangeKeysDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.isDefault())


def test_it_waits_for_keys(dialog: ChangeKeysDialog) -> None:
    assert isinstance(dialog.focusWidget(), KeyField)
    assert words(dialog)[:2] == ["Larger text", "Keys now: Ctrl+=, Ctrl++."]
    assert NOTHING_YET in words(dialog)
    assert not primary(dialog).isEnabled()


def test_a_free_key_is_taken_by_enter(dialog: ChangeKeysDialog, keys: KeyMap, qtbot: QtBot) -> None:
    press_keys(dialog, "Ctrl+J")
    assert "Ctrl+J is free." in words(dialog)

    with qtbot.waitSignal(dialog.changed) as heard:
        press(dialog, Qt.Key.Key_Return)

    assert heard.args == ["larger"]
    assert keys.keys_of("larger") == ("Ctrl+J",)
    assert not dialog.isVisible()


def test_it_can_keep_the_keys_that_it_has(dialog: ChangeKeysDialog, keys: KeyMap) -> None:
    press_keys(dialog, "Ctrl+J")
    press(dialog, Qt.Key.Key_Tab)
    more = dialog.focusWidget()
    assert isinstance(more, QCheckBox)
    press(dialog, Qt.Key.Key_Space)
    primary(dialog).setFocus()

    press(dialog, Qt.Key.Key_Return)

    assert keys.keys_of("larger") == ("Ctrl+=", "Ctrl++", "Ctrl+J")


def test_a_key_of_another_action_is_given_on_only_when_asked(dialog: ChangeKeysDialog, keys: KeyMap) -> None:
    press_keys(dialog, "Ctrl+F")

    assert "Ctrl+F belongs to “Find in this page”. Give it to “Larger text” instead?" in words(dialog)
    assert primary(dialog).text() == "&Give it to “Larger text”"
    assert keys.given() == ()
    press(dialog, Qt.Key.Key_Return)
    assert (keys.keys_of("larger"), keys.keys_of("find")) == (("Ctrl+F",), ())


@pytest.mark.parametrize("key", ["Alt+F", "Home", "H", "Ctrl+V"])
def test_a_key_that_is_needed_elsewhere_is_not_taken(
    key: str, dialog: ChangeKeysDialog, keys: KeyMap
) -> None:
    press_keys(dialog, key)

    press(dialog, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert not primary(dialog).isEnabled()
    assert keys.given() == ()


def test_forgetting_what_was_pressed_begins_anew(dialog: ChangeKeysDialog) -> None:
    press_keys(dialog, "Ctrl+F")
    press(dialog, Qt.Key.Key_Backspace)

    assert NOTHING_YET in words(dialog)
    assert primary(dialog).text() == "&Use these keys"
    assert not primary(dialog).isEnabled()


def test_one_of_its_own_is_said_to_be(dialog: ChangeKeysDialog) -> None:
    press_keys(dialog, "Ctrl+=")

    assert "Ctrl+= is one of its keys already." in words(dialog)


def test_all_its_keys_can_be_taken_away(dialog: ChangeKeysDialog, keys: KeyMap) -> None:
    link = button_called(dialog, "Take all its keys away", QPushButton)
    link.setFocus()

    press(dialog, Qt.Key.Key_Return)

    assert keys.keys_of("larger") == ()
    assert not dialog.isVisible()


def test_what_it_came_with_it_can_have_back(keys: KeyMap, look: Look, qtbot: QtBot) -> None:
    keys.give("larger", ("Ctrl+F",))
    dialog = opened(keys, "larger", look, qtbot)
    assert "Keys now: Ctrl+F. It came with: Ctrl+=, Ctrl++." in words(dialog)

    button_called(dialog, "Give it back what it came with", QPushButton).click()

    assert keys.keys_of("larger") == ("Ctrl+=", "Ctrl++")


def test_without_keys_there_is_nothing_to_keep_or_take(keys: KeyMap, look: Look, qtbot: QtBot) -> None:
    keys.give("larger", ())

    dialog = opened(keys, "larger", look, qtbot)

    assert "Keys now: none. It came with: Ctrl+=, Ctrl++." in words(dialog)
    assert not button_called(dialog, "Take all its keys away", QPushButton).isEnabled()
    assert not button_called(dialog, "Keep the keys that it has as well", QCheckBox).isEnabled()  # type: ignore[type-var]  # a check box is a button, too


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, None], ids=["Escape", "Cancel"])
def test_leaving_changes_nothing(
    leave: Qt.Key | None, dialog: ChangeKeysDialog, keys: KeyMap, qtbot: QtBot
) -> None:
    press_keys(dialog, "Ctrl+J")

    with qtbot.waitSignal(dialog.rejected):
        if leave is None:
            button_called(dialog, "Cancel", QPushButton).click()
        else:
            press(dialog, leave)

    assert keys.given() == ()
