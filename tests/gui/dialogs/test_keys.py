from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.dialogs.change_keys import ChangeKeysDialog
from crmo_desktop.gui.dialogs.keys import KeyRow, KeysDialog
from crmo_desktop.gui.key_map import KeyMap
from crmo_desktop.gui.theme import Look
from tests.gui.hands import button_called, press, press_keys, type_words
from tests.gui.kept_keys import KeptKeys

Open = Callable[..., KeysDialog]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def table(window: QMainWindow) -> ActionTable:
    return ActionTable(window)


@pytest.fixture
def keys(table: ActionTable) -> KeyMap:
    return KeyMap(table, KeptKeys(), table)


@pytest.fixture
def open_dialog(table: ActionTable, look: Look, qtbot: QtBot) -> Open:
    def open_it(keys: KeyMap, *places: str) -> KeysDialog:
        dialog = KeysDialog(table, keys, places, look, None)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
        return dialog

    return open_it


@pytest.fixture
def dialog(open_dialog: Open, keys: KeyMap) -> KeysDialog:
    return open_dialog(keys, "page", "window")


def table_of(dialog: KeysDialog) -> QTableView:
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    return table


def shown(dialog: KeysDialog) -> list[tuple[str, ...]]:
    model = table_of(dialog).model()
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def said(dialog: KeysDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def choose(dialog: KeysDialog, action: str) -> None:
    """As a reader does: type its name, Tab into the list."""
    dialog.findChildren(QLineEdit)[0].clear()
    type_words(dialog, action)
    press(dialog, Qt.Key.Key_Tab)


def change(dialog: KeysDialog, action: str, keys: str) -> None:
    choose(dialog, action)
    press(dialog, Qt.Key.Key_Return)
    above = changing()
    press_keys(above, keys)
    press(above, Qt.Key.Key_Return)


def changing() -> ChangeKeysDialog:
    above = QApplication.activeModalWidget()
    assert isinstance(above, ChangeKeysDialog)
    above.activateWindow()
    return above


# --- what can be pressed


def test_what_can_be_pressed_where_the_keyboard_is_comes_first(dialog: KeysDialog, keys: KeyMap) -> None:
    here = [row for row in shown(dialog) if row[0].startswith("Here: ")]

    assert shown(dialog)[: len(here)] == here
    assert len(here) == len(keys.fixed.at("page")) + len(keys.fixed.at("window"))
    assert here[0] == ("Here: Page", "Next link, mark or explained word; after the last, on", "Tab")


def test_then_comes_every_action_with_its_menu(dialog: KeysDialog, table: ActionTable) -> None:
    table["keep_here"].setVisible(True)

    rows = shown(dialog)

    assert ("Go", "Back", "Alt+Left") in rows
    assert ("Edit", "Search all topics", "Ctrl+K, Ctrl+L, /") in rows
    assert ("View", "Dark", "none") in rows
    assert not [row for row in rows if "&" in "".join(row[:2]) or not all(row)]
    actions = [row for row in dialog.rows() if row.action]
    assert [row.action for row in actions] == [
        action.objectName() for action in table.all() if action.objectName() != "keep_here"
    ]


def test_a_row_is_heard_whole(dialog: KeysDialog) -> None:
    model = table_of(dialog).model()

    heard = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard == "Next link, mark or explained word; after the last, on: Tab. Here: Page"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ctrl+g", "Find next"), ("START", "Start page"), (" alt+left ", "Back")],
)
def test_typing_searches_what_keys_do_and_the_keys_themselves(
    typed: str, found: str, dialog: KeysDialog
) -> None:
    type_words(dialog, typed)

    assert [row[1] for row in shown(dialog)] == [found]


def test_nothing_found_is_an_empty_list_and_clearing_gives_all_back(dialog: KeysDialog) -> None:
    rows = shown(dialog)
    type_words(dialog, "zzz")
    assert shown(dialog) == []
    assert not button_called(dialog, "Change the keys…", QPushButton).isEnabled()

    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.clear()
    assert shown(dialog) == rows


def test_what_can_have_the_keyboard_has_a_name(dialog: KeysDialog) -> None:
    assert [field.accessibleName() for field in dialog.findChildren(QLineEdit)] == ["Search the keys"]
    assert [table.accessibleName() for table in dialog.findChildren(QTableView)] == ["Keys"]


def test_it_can_be_searched_at_once_and_enter_closes_it(dialog: KeysDialog, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is dialog.findChild(QLineEdit)

    with qtbot.waitSignal(dialog.accepted):
        press(dialog, Qt.Key.Key_Return)


def test_tab_leaves_the_table(dialog: KeysDialog) -> None:
    table = table_of(dialog)
    table.setFocus()

    press(dialog, Qt.Key.Key_Tab)

    assert dialog.focusWidget() is not table


def test_escape_closes_it(dialog: KeysDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)


# --- changing


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_is_changed_by_its_own_key(key: Qt.Key, dialog: KeysDialog) -> None:
    choose(dialog, "larger text")

    press(dialog, key)

    assert changing().windowTitle() == "Keys of “Larger text”"
    assert dialog.isVisible()


def test_what_is_changed_is_shown_and_said(dialog: KeysDialog, keys: KeyMap) -> None:
    change(dialog, "larger text", "Ctrl+J")

    assert keys.keys_of("larger") == ("Ctrl+J",)
    assert shown(dialog) == [("View", "Larger text", "Ctrl+J (changed)")]
    assert "Larger text: Ctrl+J" in said(dialog)
    assert dialog.focusWidget() is table_of(dialog)


def test_the_row_that_was_changed_stays_chosen_among_all(dialog: KeysDialog) -> None:
    change(dialog, "larger text", "Ctrl+J")
    dialog.findChildren(QLineEdit)[0].clear()
    row = [row.action for row in dialog.rows()].index("smaller")
    table_of(dialog).setCurrentIndex(table_of(dialog).model().index(row, 1))
    table_of(dialog).setFocus()

    press(dialog, Qt.Key.Key_Return)
    press_keys(changing(), "Ctrl+M")
    press(changing(), Qt.Key.Key_Return)

    assert dialog.rows()[table_of(dialog).currentIndex().row()].action == "smaller"


def test_all_as_they_came_can_be_undone(dialog: KeysDialog, keys: KeyMap) -> None:
    reset = button_called(dialog, "All as they came", QPushButton)
    assert not reset.isEnabled()
    change(dialog, "larger text", "Ctrl+J")
    assert reset.isEnabled()

    reset.click()
    assert keys.given() == ()
    undo = button_called(dialog, "Undo", QPushButton)
    assert dialog.focusWidget() is undo
    assert "All keys are as they came." in said(dialog)

    press(dialog, Qt.Key.Key_Return)
    assert keys.keys_of("larger") == ("Ctrl+J",)
    assert not undo.isVisible()
    assert dialog.focusWidget() is reset
    assert dialog.isVisible()


def test_keys_of_widgets_cannot_be_changed(dialog: KeysDialog) -> None:
    table_of(dialog).setFocus()
    assert dialog.rows()[0].action == ""

    press(dialog, Qt.Key.Key_Return)

    assert QApplication.activeModalWidget() is dialog
    assert "These keys cannot be changed." in said(dialog)


def test_where_readers_take_turns_nothing_can_be_changed(open_dialog: Open, keys: KeyMap) -> None:
    keys.give("larger", ("Ctrl+J",))
    keys.locked = "Not here."
    dialog = open_dialog(keys)

    choose(dialog, "smaller text")
    press(dialog, Qt.Key.Key_Return)

    assert QApplication.activeModalWidget() is dialog
    assert said(dialog).count("Not here.") == 2
    for name in ("Change the keys…", "All as they came"):
        assert not button_called(dialog, name, QPushButton).isEnabled()


def test_what_was_kept_and_does_not_hold_is_said(open_dialog: Open, table: ActionTable, keys: KeyMap) -> None:
    broken = KeyMap(table, KeptKeys(is_broken=True), table)

    dialog = open_dialog(broken)

    assert "The keys that you had changed cannot be read. All are as they came." in said(dialog)


def test_a_row_is_four_words() -> None:
    assert KeyRow("Go", "Back", "Alt+Left").action == ""
