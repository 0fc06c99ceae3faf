from collections import Counter

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.fixed_keys import is_one_sign
from crmo_desktop.gui.key_map import _IN_DIALOGS, Given, KeyMap, pressed_key
from tests.gui.kept_keys import KeptKeys

CTRL, ALT, SHIFT, KEYPAD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def table(window: QMainWindow) -> ActionTable:
    return ActionTable(window)


@pytest.fixture
def kept() -> KeptKeys:
    return KeptKeys()


@pytest.fixture
def keys(table: ActionTable, kept: KeptKeys) -> KeyMap:
    return KeyMap(table, kept, table)


def loaded(table: ActionTable, given: Given) -> KeyMap:
    return KeyMap(table, KeptKeys(given), table)


def held_twice(keys: KeyMap) -> list[str]:
    counted = Counter(key for name in keys.names() for key in keys.keys_of(name))
    return [key for key, n in counted.items() if n > 1]


def test_actions_answer_their_own_keys_at_first(keys: KeyMap, table: ActionTable) -> None:
    assert keys.given() == ()
    for spec in table.specs:
        if spec.name in keys.names():
            assert keys.keys_of(spec.name) == tuple(QKeySequence(key).toString() for key in spec.keys)
            assert not keys.is_changed(spec.name)


def test_no_two_actions_share_a_key_and_no_action_takes_one_that_a_widget_of_the_window_answers(
    keys: KeyMap, table: ActionTable
) -> None:
    assert held_twice(keys) == []
    of_page = {spec.name for spec in table.specs if spec.is_for_page}
    for name in keys.names():
        for key in keys.own_keys_of(name):
            if (name, key) == ("undo", "Ctrl+Z"):  # a field takes it first, and has its typing back
                assert {row.place for row in keys.fixed.using(key)} - _IN_DIALOGS == {"field"}
                continue
            may_be_one_sign = key == "/" or name in of_page
            if may_be_one_sign and is_one_sign(key):
                assert keys.fixed.using(key) == []
            else:
                assert keys._is_fixed(key) == "", name


def test_keys_that_are_given_hold_at_once_and_are_kept(
    keys: KeyMap, table: ActionTable, kept: KeptKeys, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keys.changed):
        keys.give("larger", ("Ctrl+J",))

    assert table["larger"].shortcuts() == [QKeySequence("Ctrl+J")]
    assert kept.keys == (("larger", ("Ctrl+J",)),)
    assert keys.is_changed("larger")


def test_who_loses_a_key_keeps_the_others(keys: KeyMap) -> None:
    keys.give("larger", ("Ctrl+G",))

    assert keys.keys_of("find_next") == ("F3",)
    assert held_twice(keys) == []


def test_all_keys_can_be_taken_away(keys: KeyMap, table: ActionTable) -> None:
    keys.give("search", ())

    assert table["search"].shortcuts() == []
    assert keys.shown(keys.keys_of("search")) == "none"


def test_what_an_action_came_with_it_can_have_back(keys: KeyMap, kept: KeptKeys) -> None:
    keys.give("larger", ("Ctrl+F",))
    assert keys.keys_of("find") == ()

    keys.reset("find")

    assert keys.keys_of("find") == ("Ctrl+F",)
    assert keys.keys_of("larger") == ()
    keys.reset("larger")
    assert kept.keys == ()
    assert keys.keys_of("larger") == ("Ctrl+=", "Ctrl++")


def test_everything_can_be_as_it_came_and_back_again(
    keys: KeyMap, table: ActionTable, kept: KeptKeys
) -> None:
    keys.give("larger", ("Ctrl+F",))
    before = keys.given()

    keys.restore(())
    assert kept.keys == ()
    assert table["find"].shortcuts() == [QKeySequence("Ctrl+F")]

    keys.restore(before)
    assert keys.given() == before
    assert table["find"].shortcuts() == []


# --- what cannot be


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Ctrl+F", "Ctrl+F belongs to “Find in this page”. Give it to “Larger text” instead?"),
        ("F1", "F1 belongs to “What you can press”. Give it to “Larger text” instead?"),
        ("Alt+F", "Alt+F opens the menu “File”."),
        ("Home", "Home is needed where the keyboard is. Page: Beginning, end of the page."),
        ("Ctrl+V", "Ctrl+V is needed where the keyboard is. Any field: Cut, paste."),
        ("Alt+F4", "Alt+F4 belongs to the system."),
        ("Q", "Q alone is needed for typing. Hold Ctrl or Alt with it."),
        ("Shift+Q", "Shift+Q alone is needed for typing. Hold Ctrl or Alt with it."),
        ("?", "? alone is needed for typing. Hold Ctrl or Alt with it."),
        ("Ctrl+F, Ctrl+G", "These are no keys that a computer can tell apart."),
        ("", "These are no keys that a computer can tell apart."),
    ],
)
def test_a_key_that_is_taken_says_by_whom(key: str, words: str, keys: KeyMap) -> None:
    clash = keys.clash("larger", key)

    assert clash is not None
    assert clash.words == words
    assert bool(clash.owner) == words.endswith("instead?")


@pytest.mark.parametrize("key", ["Ctrl+J", "F4", "Ctrl+Shift+F4", "Alt+Shift+K", "Ctrl+=", "Shift+F8"])
def test_a_free_key_and_one_of_its_own_do_not_clash(key: str, keys: KeyMap) -> None:
    assert keys.clash("larger", key) is None


def test_a_sign_that_an_action_came_with_it_can_have_back(keys: KeyMap) -> None:
    keys.give("search", ("Ctrl+K",))

    assert keys.clash("search", "/") is None
    assert keys.clash("larger", "/") is not None


def test_a_sign_is_not_given_on(keys: KeyMap) -> None:
    clash = keys.clash("larger", "/")

    assert clash is not None
    assert clash.owner == ""


# --- what was kept


def test_what_was_kept_holds_from_the_start(table: ActionTable) -> None:
    keys = loaded(table, (("larger", ("Ctrl+F",)), ("find", ())))

    assert keys.faults == []
    assert table["larger"].shortcuts() == [QKeySequence("Ctrl+F")]
    assert table["find"].shortcuts() == []


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ((("fly", ("Ctrl+J",)),), "“fly” is not in this version of the program."),
        ((("larger", ("Ctrl+Rubbish",)),), "“Larger text” has its own keys again: “Ctrl+Rubbish” is no key."),
        ((("larger", ("",)),), "“Larger text” has its own keys again: “” is no key."),
        ((("larger", ("Q",)),), "“Larger text” has its own keys again: Q alone is needed for typing."),
        ((("larger", ("Alt+F",)),), "“Larger text” has its own keys again: Alt+F opens the menu “File”."),
        (
            (("larger", ("Ctrl+F",)),),
            "“Larger text” has its own keys again: Ctrl+F belongs to “Find in this page”.",
        ),
        (
            (("larger", ("Ctrl+J",)), ("smaller", ("Ctrl+J",))),
            "“Smaller text” has its own keys again: Ctrl+J belongs to “Larger text”.",
        ),
    ],
)
def test_what_does_not_hold_any_more_is_left_out_and_said(
    given: Given, fault: str, table: ActionTable
) -> None:
    kept = KeptKeys(given)
    keys = KeyMap(table, kept, table)

    assert [words.startswith(fault) for words in keys.faults] == [True]
    assert held_twice(keys) == []
    assert table["find"].shortcuts() == [QKeySequence("Ctrl+F")]
    assert kept.keys == given, "what is kept stays, for the version that understands it"


def test_giving_up_one_change_may_undo_another(table: ActionTable) -> None:
    """Back with what it came with, an action needs a key that was given on."""
    keys = loaded(table, (("larger", ("Ctrl+F",)), ("smaller", ("Ctrl+=",))))

    assert held_twice(keys) == []
    assert keys.given() == ()
    assert len(keys.faults) == 2


def test_what_cannot_be_read_at_all_is_said(table: ActionTable) -> None:
    keys = KeyMap(table, KeptKeys(is_broken=True), table)

    assert keys.faults == ["The keys that you had changed cannot be read. All are as they came."]
    keys.give("larger", ("Ctrl+J",))
    assert keys.faults == []


# --- what was pressed


@pytest.mark.parametrize(
    ("modifiers", "key", "written"),
    [
        (CTRL, Qt.Key.Key_J, "Ctrl+J"),
        (CTRL | SHIFT, Qt.Key.Key_J, "Ctrl+Shift+J"),
        (CTRL | SHIFT, Qt.Key.Key_Question, "Ctrl+?"),
        (ALT | SHIFT, Qt.Key.Key_F2, "Alt+Shift+F2"),
        (CTRL | SHIFT, Qt.Key.Key_Space, "Ctrl+Shift+Space"),
        (CTRL | KEYPAD, Qt.Key.Key_5, "Ctrl+5"),
        (CTRL, Qt.Key.Key_Control, ""),
        (SHIFT, Qt.Key.Key_Shift, ""),
        (CTRL, Qt.Key.Key_unknown, ""),
    ],
)
def test_what_is_pressed_is_written_as_in_a_menu(
    modifiers: Qt.KeyboardModifier, key: Qt.Key, written: str
) -> None:
    assert pressed_key(QKeyCombination(modifiers, key)) == written
