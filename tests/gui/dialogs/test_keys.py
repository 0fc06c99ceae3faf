import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.dialogs.keys import KeysDialog
from crmo_desktop.gui.theme import Look
from tests.gui.hands import press, type_words

Row = tuple[str, str, str]


@pytest.fixture
def rows(qtbot: QtBot) -> list[Row]:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ActionTable(parent).keys()


@pytest.fixture
def dialog(rows: list[Row], look: Look, qtbot: QtBot) -> KeysDialog:
    dialog = KeysDialog(rows, look, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def shown(dialog: KeysDialog) -> list[Row]:
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    model = table.model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data(), model.index(row, 2).data())
        for row in range(model.rowCount())
    ]


def test_every_key_is_listed(dialog: KeysDialog, rows: list[Row]) -> None:
    assert shown(dialog) == rows
    assert len(rows) > 20


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ctrl+f", "Find in this page"), ("START", "Start page"), (" alt+left ", "Back")],
)
def test_typing_searches_what_keys_do_and_the_keys_themselves(
    typed: str, found: str, dialog: KeysDialog
) -> None:
    type_words(dialog, typed)

    assert [row[1] for row in shown(dialog)] == [found]


def test_nothing_found_is_an_empty_list_and_clearing_gives_all_back(
    dialog: KeysDialog, rows: list[Row]
) -> None:
    type_words(dialog, "zzz")
    assert shown(dialog) == []

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
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.setFocus()

    press(dialog, Qt.Key.Key_Tab)

    assert dialog.focusWidget() is not table


def test_escape_closes_it(dialog: KeysDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)
