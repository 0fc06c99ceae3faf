from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.actions import SEPARATOR, ActionTable, make_menus
from crmo_desktop.gui.theme import NAMES, SYSTEM


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def table(window: QMainWindow) -> ActionTable:
    return ActionTable(window)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def mnemonics(words: list[str]) -> list[str]:
    return [text[text.index("&") + 1].lower() for text in words if "&" in text]


def test_no_two_actions_share_a_key(table: ActionTable) -> None:
    keys = [key for spec in table.specs for key in spec.keys]
    understood = [QKeySequence(key).toString() for key in keys]

    assert [key for key, n in Counter(understood).items() if n > 1 or not key] == []


def test_an_action_is_what_the_table_says(table: ActionTable) -> None:
    for spec in table.specs:
        if spec.text == SEPARATOR:
            continue
        action = table[spec.name]
        assert (action.text(), action.objectName()) == (spec.text, spec.name)
        assert action.shortcuts() == [QKeySequence(key) for key in spec.keys]
        assert action.isCheckable() == spec.is_checkable
        anywhere = action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
        assert anywhere != spec.is_for_page
    assert len({spec.name for spec in table.specs}) == len(table.specs)


def test_there_is_no_action_that_the_table_does_not_name(table: ActionTable) -> None:
    with pytest.raises(KeyError, match="fly"):
        table["fly"]
    with pytest.raises(KeyError):
        table["sep_quit"]


def test_of_a_group_one_is_on(table: ActionTable) -> None:
    table["for_patient"].setChecked(True)
    table["for_clinician"].setChecked(True)
    table["theme_dark"].setChecked(True)

    assert not table["for_patient"].isChecked()
    assert table["for_clinician"].isChecked(), "a theme is of another group"


def test_every_theme_has_its_action(table: ActionTable) -> None:
    assert [spec.name for spec in table.in_menu("theme")] == [f"theme_{name}" for name in (SYSTEM, *NAMES)]


def test_an_action_tells_its_menu_and_colours_are_in_view(table: ActionTable) -> None:
    titles = {spec.name: table.title_of(spec) for spec in table.specs}

    assert (titles["back"], titles["theme_dark"], titles["find"]) == ("Go", "View", "Edit")


def test_the_menus_hold_every_action_once(window: QMainWindow, table: ActionTable) -> None:
    make_menus(window, table)

    def inside(menu: QMenu) -> list[QAction]:
        found = []
        for action in menu.actions():
            deeper = action.menu()
            found += inside(deeper) if isinstance(deeper, QMenu) else [action]
        return [action for action in found if not action.isSeparator()]

    menus = [action.menu() for action in window.menuBar().actions()]
    held = [action for menu in menus if isinstance(menu, QMenu) for action in inside(menu)]
    assert Counter(action.objectName() for action in held) == Counter(
        action.objectName() for action in table.all()
    )


def test_the_menu_that_stands_in_for_the_bar_has_the_same_menus(
    window: QMainWindow, table: ActionTable
) -> None:
    folded, audiences = make_menus(window, table)

    assert texts(folded) == [action.text() for action in window.menuBar().actions()]
    assert texts(folded) == ["&File", "&Edit", "&View", "&Go", "&Bookmarks", "&Present", "&Help"]
    assert texts(audiences) == ["Written for &families", "Written for &clinicians"]


def test_colours_and_depths_stand_in_the_menu_view(window: QMainWindow, table: ActionTable) -> None:
    make_menus(window, table)
    view = window.menuBar().actions()[2].menu()

    assert isinstance(view, QMenu)
    assert {table.theme_title, table.depth_title} <= set(texts(view))


def test_within_a_menu_every_entry_has_a_letter_of_its_own(window: QMainWindow, table: ActionTable) -> None:
    make_menus(window, table)
    bar = [action.text() for action in window.menuBar().actions()]
    menus = [action.menu() for action in window.menuBar().actions()]
    themes, depths = ([table[spec.name].text() for spec in table.in_menu(n)] for n in ("theme", "depth"))

    for words in (bar, themes, depths, *(texts(menu) for menu in menus if isinstance(menu, QMenu))):
        letters = mnemonics(words)
        assert [letter for letter, n in Counter(letters).items() if n > 1] == [], words
        assert len(letters) == len(words), "every entry has one"


def test_keys_work_where_the_menu_bar_is_hidden(window: QMainWindow, table: ActionTable) -> None:
    make_menus(window, table)

    assert set(table.all()) <= set(window.actions())
