"""Tests of `crmo_desktop.gui.presenter.keys`."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from crmo_desktop.gui.presenter.hand import Hand
from crmo_desktop.gui.presenter.keys import ROOM_THEMES, TalkKeys
from crmo_desktop.gui.presenter.show import Cover, Show, Tool
from crmo_desktop.gui.presenter.zoom import Zoom

PLAIN = Qt.KeyboardModifier.NoModifier


def press(keys: TalkKeys, *written: str) -> bool:
    """Press keys written as in a menu; whether the last one meant something."""
    is_used = False
    for each in written:
        pressed = QKeySequence(each)[0]  # type: ignore[index]  # the stubs do not know that keys can be counted through
        key, modifiers = pressed.key(), pressed.keyboardModifiers()
        code = key.value
        text = chr(code) if Qt.Key.Key_Space.value <= code < Qt.Key.Key_Escape.value else ""
        is_upper = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        text = text if is_upper else text.lower()
        is_used = keys.press(QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text))
    return is_used


def counts(running: Show) -> tuple[int, ...]:
    return running.state.counts


def is_zoomed(running: Show) -> bool:
    return running.is_zoomed


def is_counting(running: Show) -> bool:
    return running.state.is_counting


def where(running: Show) -> tuple[str, int]:
    return running.slide.title, running.state.step


@pytest.mark.parametrize("key", ["Right", "Down", "Space", "PgDown", "Return", "Enter"])
def test_on(key: str, keys: TalkKeys, running: Show) -> None:
    seen = []
    for _ in range(4):
        assert press(keys, key)
        seen.append(where(running))

    assert seen == [("Built", 0), ("Built", 1), ("Built", 2), ("Live", 0)]


@pytest.mark.parametrize("key", ["Left", "Up", "PgUp", "Backspace"])
def test_back_to_all_of_the_slide_before(key: str, keys: TalkKeys, running: Show) -> None:
    running.go_to(2)

    assert press(keys, key)
    assert where(running) == ("Built", 2)
    press(keys, key)
    assert where(running) == ("Built", 1)


def test_first_and_last(keys: TalkKeys, running: Show) -> None:
    press(keys, "End")
    assert where(running) == ("Last", 0)
    press(keys, "Home")
    assert where(running) == ("First", 0)


def test_a_number_and_enter(keys: TalkKeys, running: Show) -> None:
    typed: list[str] = []
    keys.typed_changed.connect(typed.append)

    press(keys, "4", "2", "Backspace", "Return")

    assert where(running) == ("Asked", 0)
    assert typed == ["4", "42", "4", ""]


def test_a_number_that_is_too_large_is_the_last_slide(keys: TalkKeys, running: Show) -> None:
    press(keys, "1", "2", "3", "4", "5", "Return")

    assert where(running) == ("Last", 0)


def test_a_number_is_forgotten(keys: TalkKeys, running: Show) -> None:
    press(keys, "3", "Esc")
    assert keys.typed == ""
    press(keys, "3", "Right")
    assert keys.typed == ""
    assert where(running) == ("Built", 0)


@pytest.mark.parametrize(
    ("key", "cover"), [("B", Cover.BLACK), (".", Cover.BLACK), ("W", Cover.WHITE), (",", Cover.WHITE)]
)
def test_the_wall_is_covered_and_uncovered(key: str, cover: Cover, keys: TalkKeys, running: Show) -> None:
    press(keys, key)
    assert running.cover == cover
    press(keys, key)
    assert running.cover == Cover.NOTHING
    press(keys, key, "Right")
    assert running.cover == Cover.NOTHING
    assert where(running) == ("First", 0)


@pytest.mark.parametrize(("key", "tool"), [("P", Tool.SPOTLIGHT), ("D", Tool.DRAW), ("E", Tool.ERASE)])
def test_a_tool_is_moved_by_arrows(key: str, tool: Tool, keys: TalkKeys, running: Show, hand: Hand) -> None:
    press(keys, key)
    assert running.tool == tool
    before = hand.place
    press(keys, "Right", "Down")
    assert hand.place.x() > before.x()
    assert hand.place.y() > before.y()
    press(keys, "Left", "Up")
    assert hand.place == before
    press(keys, "PgDown")
    assert where(running) == ("Built", 0)
    press(keys, "Esc")
    assert running.tool == Tool.NONE


def test_drawing_undoing_and_rubbing_out_by_keys(keys: TalkKeys, hand: Hand) -> None:
    press(keys, "D", "Shift+Right", "Shift+Right", "Right")
    assert len(hand.strokes()) == 1
    assert press(keys, "Ctrl+Z")
    assert hand.strokes() == ()
    press(keys, "Shift+Right", "Left", "Del")
    assert hand.strokes() == ()
    press(keys, "Ctrl+Z")
    assert len(hand.strokes()) == 1
    press(keys, "E", "Shift+Right")
    assert hand.strokes() == ()


@pytest.mark.parametrize("key", ["Ctrl+B", "Alt+Right", "Ctrl+PgDown", "F9", "Y"])
def test_other_keys_are_none_of_ours(key: str, keys: TalkKeys, running: Show) -> None:
    assert not press(keys, key)
    assert where(running) == ("First", 0)


def test_up_and_down_belong_to_what_is_live(keys: TalkKeys, running: Show) -> None:
    running.go_to(2)

    press(keys, "Down", "Down")
    assert running.state.chosen == 1
    press(keys, "Return")
    assert counts(running) == (1,)
    press(keys, "Backspace")
    assert counts(running) == ()
    press(keys, "Up", "Up")
    assert (running.slide.title, running.state.chosen) == ("Live", -1)
    press(keys, "Up")
    assert running.slide.title == "Built"


def test_under_a_cover_nothing_lives(keys: TalkKeys, running: Show) -> None:
    running.go_to(2)
    press(keys, "B", "Down")

    assert (running.cover, running.state.chosen) == (Cover.NOTHING, -1)


def test_a_picture_is_made_large_and_moved(keys: TalkKeys, running: Show, zoom: Zoom) -> None:
    running.go_to(2)
    press(keys, "Z")
    assert is_zoomed(running)
    press(keys, "+", "+")
    assert zoom.factor == 2.0
    before = zoom.seen()
    press(keys, "Right", "Down")
    assert zoom.seen().left() > before.left()
    assert zoom.seen().top() > before.top()
    press(keys, "-")
    assert zoom.factor == 1.5
    press(keys, "Esc")
    assert not is_zoomed(running)
    assert running.slide.title == "Live"


def test_what_has_no_picture_is_not_made_large(keys: TalkKeys, running: Show) -> None:
    press(keys, "Z")

    assert not is_zoomed(running)


def test_words_grow_and_shrink_and_it_is_told(keys: TalkKeys, running: Show) -> None:
    rooms: list[object] = []
    keys.room_changed.connect(rooms.append)

    press(keys, "+", "=", "-")
    assert running.deck.room.type_step == 1
    press(keys, "+", "+", "+", "+")
    assert running.deck.room.type_step == 3
    assert len(rooms) == 5


def test_room_themes_follow_each_other(keys: TalkKeys, running: Show) -> None:
    seen = [running.deck.room.theme]
    for _ in ROOM_THEMES:
        press(keys, "T")
        seen.append(running.deck.room.theme)

    assert seen == ["light", "dark", "contrast", "light"]


def test_hands_are_counted(keys: TalkKeys, running: Show) -> None:
    running.go_to(3)
    press(keys, "H")
    assert is_counting(running)

    press(keys, "A", "B", "B", "Shift+A")
    assert counts(running) == (0, 2, 0)
    press(keys, "Down", "Down", "+", "+", "-")
    assert counts(running) == (0, 2, 1)
    press(keys, "1", "7", "Return")
    assert counts(running) == (0, 2, 17)
    press(keys, "Esc")
    assert not is_counting(running)
    press(keys, "B")
    assert running.cover == Cover.BLACK


def test_a_letter_without_an_option_is_what_it_always_is(keys: TalkKeys, running: Show) -> None:
    running.go_to(3)
    press(keys, "H", "D")

    assert running.tool == Tool.DRAW


def test_an_answer_is_revealed_and_points_come_at_once(keys: TalkKeys, running: Show) -> None:
    running.go_to(3)
    press(keys, "R")
    assert where(running) == ("Asked", 1)
    running.go_to(1)
    press(keys, "R")
    assert where(running) == ("Built", 2)


@pytest.mark.parametrize(
    ("key", "signal"),
    [("S", "notes_wanted"), ("X", "swap_wanted"), ("F1", "list_wanted"), ("?", "list_wanted")],
)
def test_what_others_do_is_told(key: str, signal: str, keys: TalkKeys) -> None:
    told: list[str] = []
    getattr(keys, signal).connect(lambda: told.append(signal))

    assert press(keys, key)
    assert told == [signal]


def test_notes_are_scrolled(keys: TalkKeys) -> None:
    told: list[int] = []
    keys.notes_scrolled.connect(told.append)

    press(keys, "Shift+Down", "Shift+Up")

    assert told == [1, -1]


def test_escape_leaves_step_by_step_and_then_ends(keys: TalkKeys, running: Show) -> None:
    ended: list[bool] = []
    listed = [True]
    running.ended.connect(lambda: ended.append(True))
    keys.is_listed = lambda: bool(listed)
    keys.list_wanted.connect(listed.clear)
    running.go_to(2)
    press(keys, "P", "Z", "O")

    for left in ("list", "overview", "zoom", "tool"):
        assert not ended, left
        press(keys, "Esc")

    assert not listed
    assert (running.is_overview, running.is_zoomed, running.tool) == (False, False, Tool.NONE)
    assert not ended
    press(keys, "Esc")
    assert ended
