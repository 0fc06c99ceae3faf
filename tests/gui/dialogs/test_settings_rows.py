"""What each setting is set by, and what a row can be found by."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.settings_rows import ActionButton, Entry, Section, action_entry, setting_entry
from crmo_desktop.gui.dialogs.settings_words import Words
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.number_slider import NumberSlider
from crmo_desktop.gui.widgets.segments import Segments
from crmo_desktop.gui.widgets.setting_controls import ChoiceBox, LineField, TickBox
from crmo_desktop.services.settings_table import ShownSetting
from tests.gui.hands import button_called

WORDS = Words("Typeface", "Of the page.", {"a": "Clear", "b": "Serif, as in books"})


def setting(control: str, default: Any, *, current: Any = None, **more: Any) -> ShownSetting:
    value = default if current is None else current
    made = ShownSetting("text_face", "reading", control, (), 0, 0, 0, default, value, is_locked=False)
    return made._replace(**more)


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    frame = QWidget()
    qtbot.addWidget(frame)
    return frame


def made(shown: ShownSetting, words: Words, frame: QWidget, icons: IconShelf) -> Entry:
    entry = setting_entry(shown, words, icons, frame)
    entry.set_setting(shown)
    return entry


LONG = Words("Colours", "They follow.", {"a": "Same as the computer", "b": "High contrast", "c": "Light"})


@pytest.mark.parametrize(
    ("shown", "words", "kind"),
    [
        (setting("choice", "a", options=("a", "b")), WORDS, Segments),
        (setting("choice", "a", options=("a", "b", "c")), LONG, ChoiceBox),
        (setting("outside", "a"), WORDS, ChoiceBox),
        (setting("number", 3, least=1, most=5, step=1), WORDS, NumberSlider),
        (setting("flag", True), WORDS, TickBox),
        (setting("line", "Ward"), WORDS, LineField),
    ],
)
def test_a_setting_is_set_by_what_suits_it(
    shown: ShownSetting, words: Words, kind: type[QWidget], frame: QWidget, icons: IconShelf
) -> None:
    entry = made(shown, words, frame, icons)

    assert isinstance(entry.control, kind)
    assert entry.control.value() == shown.current  # type: ignore[attr-defined]  # each of those kinds has one
    assert entry.is_at_default()
    assert not entry.row.back.isVisibleTo(frame)


def test_numbers_in_per_cent_say_so(frame: QWidget, icons: IconShelf) -> None:
    shown = setting("number", 100, least=80, most=250, step=10)

    size = made(shown._replace(key="text_size"), WORDS, frame, icons).control
    lines = made(shown._replace(key="focus_lines"), WORDS, frame, icons).control

    assert isinstance(size, NumberSlider)
    assert isinstance(lines, NumberSlider)
    assert (size.words(), lines.words()) == ("100%", "100")


def test_a_change_is_told_with_its_key(frame: QWidget, icons: IconShelf, qtbot: QtBot) -> None:
    entry = made(setting("flag", False), WORDS, frame, icons)
    assert isinstance(entry.control, TickBox)

    with qtbot.waitSignal(entry.changed) as changed:
        entry.control.click()

    assert changed.args == ["text_face", True]


def test_what_is_not_at_its_default_can_go_back(frame: QWidget, icons: IconShelf, qtbot: QtBot) -> None:
    entry = made(setting("flag", False, current=True), WORDS, frame, icons)
    assert not entry.is_at_default()

    with qtbot.waitSignal(entry.default_wanted) as wanted:
        entry.row.back.click()

    assert wanted.args == ["text_face"]


def test_showing_how_it_is_set_is_silent(frame: QWidget, icons: IconShelf, qtbot: QtBot) -> None:
    entry = made(setting("choice", "a", options=("a", "b")), WORDS, frame, icons)

    with qtbot.assertNotEmitted(entry.changed):
        entry.set_setting(setting("choice", "a", current="b", options=("a", "b")))

    assert not entry.is_at_default()


def test_what_is_locked_says_why_and_has_no_way_back(frame: QWidget, icons: IconShelf) -> None:
    entry = made(setting("flag", False, current=True), WORDS, frame, icons)

    entry.row.lock("Set by somebody")
    entry.set_setting(setting("flag", False, current=True))

    assert entry.row.note() == "Set by somebody"
    assert not entry.row.back.isVisibleTo(entry.row)
    assert entry.is_at_default(), "there is nothing that could be reset"
    assert not entry.control.isEnabled()


def test_it_is_found_by_name_help_values_and_page(frame: QWidget, icons: IconShelf) -> None:
    entry = made(setting("choice", "a", options=("a", "b")), WORDS, frame, icons)

    assert entry.matches((), "Reading")
    assert all(entry.matches((word,), "Reading") for word in ("type", "page", "serif", "reading"))
    assert entry.matches(("type", "books"), "Reading")
    assert not entry.matches(("type", "paper"), "Reading")
    entry.is_offered = False
    assert not entry.matches((), "Reading")


def test_an_action_has_a_button(frame: QWidget, icons: IconShelf, qtbot: QtBot) -> None:
    words = Words("Backups", "Copies.", button="Backups…")
    entry = action_entry("backups", "things", words, icons, frame)

    with qtbot.waitSignal(entry.action_wanted) as wanted:
        button_called(entry.row, "Backups…", QPushButton).click()

    assert wanted.args == ["backups"]
    assert entry.is_at_default()
    assert isinstance(entry.control, ActionButton)
    assert entry.control.button.accessibleDescription() == "Backups. Copies."


def test_a_section_shows_what_has_the_words(frame: QWidget, icons: IconShelf, look: Look) -> None:
    section = Section("Reading", frame)
    for words in (WORDS, Words("Ruler", "A bar.")):
        section.add(made(setting("flag", False), words, frame, icons))
    section.set_look(look)
    frame.show()

    assert section.show_matching(("bar",)) == 1
    assert [entry.row.isVisibleTo(section) for entry in section.entries] == [False, True]
    assert section.show_matching(()) == 2
    assert section.findChildren(QLabel)[0].text() == "Reading"


def test_the_keyboard_goes_to_the_part_that_takes_it(
    frame: QWidget, icons: IconShelf, look: Look, qtbot: QtBot
) -> None:
    entry = made(setting("choice", "a", current="b", options=("a", "b")), WORDS, frame, icons)
    entry.set_look(look)
    entry.row.resize(500, 90)
    with qtbot.waitActive(frame):
        frame.show()

    entry.take_keyboard()

    focus = frame.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Serif, as in books"
