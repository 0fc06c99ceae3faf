import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.filter_field import FilterField
from tests.gui.conftest import Show
from tests.gui.hands import press, type_words


@pytest.fixture
def field(show: Show, look: Look, icons: IconShelf) -> FilterField:
    holder = QWidget()
    field = FilterField("Search my things", holder, pause_ms=10)
    field.set_look(look, icons)
    field.resize(300, 40)
    show(holder, 320, 60)
    field.setFocus()
    return field


def test_it_says_what_it_is_for(field: FilterField) -> None:
    assert field.accessibleName() == field.placeholderText() == "Search my things"

    field.set_name("Search the history")

    assert field.accessibleName() == "Search the history"


def test_a_pause_in_typing_reports_once(field: FilterField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.words_changed.connect(told.append)

    type_words(field, " bone ")

    qtbot.waitUntil(lambda: told == ["bone"])


def test_setting_words_from_code_is_silent(field: FilterField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.words_changed, wait=30):
        field.set_words("bone")

    assert field.text() == "bone"


def test_the_blank_after_a_word_stays_while_the_same_is_set(field: FilterField) -> None:
    type_words(field, "bone ")

    field.set_words("bone")

    assert field.text() == "bone "


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_that_lead_into_the_list_report_first(key: Qt.Key, field: FilterField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.words_changed.connect(told.append)
    field.list_wanted.connect(lambda: told.append("list"))
    type_words(field, "x")

    press(field, key)

    assert told == ["x", "list"]


def test_escape_empties_it_and_the_next_is_for_others(field: FilterField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.words_changed.connect(told.append)
    type_words(field, "x")
    qtbot.waitUntil(lambda: told == ["x"])

    press(field, Qt.Key.Key_Escape)

    assert told == ["x", ""]
    assert field.text() == ""
    with qtbot.assertNotEmitted(field.words_changed, wait=30):
        press(field, Qt.Key.Key_Escape)
