"""What is set holds in the window at once, and menus and bars show the same."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.motion import set_motion
from crmo_desktop.gui.settings_effects import SettingsEffects
from crmo_desktop.gui.theme import Appearance
from tests.gui.conftest import Desk

MRI = TopicAddress(TopicId("mri"))


class Aloud:
    """Stands in for what reads aloud."""

    def __init__(self) -> None:
        self.followed = 0

    def follow_preferences(self) -> None:
        self.followed += 1


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    window = desk.open()
    window.navigator.go(MRI)
    return window


@pytest.fixture
def aloud() -> Aloud:
    return Aloud()


@pytest.fixture
def effects(window: MainWindow, aloud: Aloud) -> SettingsEffects:
    return SettingsEffects(window._desk(), window.commands, lambda: aloud)


def appearance_of(window: MainWindow) -> Appearance:
    (appearance,) = window.findChildren(Appearance)
    return appearance


def put(window: MainWindow, effects: SettingsEffects, key: str, value: object) -> None:
    window.preferences.table().set(key, value)
    effects.apply((key,))
    QApplication.processEvents()


def holds(window: MainWindow, key: str) -> Any:
    """What is so in the window, whatever the settings say."""
    appearance, view = appearance_of(window), window.reader.view
    return {
        "audience": window.navigator.audience,
        "depth": window.reader.easy.depth,
        "text_size": appearance.look.text_size,
        "theme": appearance.look.theme.name,
        "text_face": appearance.look.face,
        "text_spacing": appearance.look.spacing,
        "reading_ruler": view.aid is not None and view.aid.is_on(),
        "line_focus": view.aid is not None and view.aid.is_on(),
        "caret": "on" if view.has_caret() else "off",
        "left_pane": window.panes.sidebar.isVisible(),
        "right_pane": window.right.isVisible(),
    }[key]


def ticked(window: MainWindow) -> set[str]:
    return {action.objectName() for action in window.table.all() if action.isChecked()}


@pytest.mark.parametrize(
    ("key", "value", "tick", "was_ticked"),
    [
        ("audience", Audience.CLINICIAN, "for_clinician", "for_patient"),
        ("depth", Depth.SENTENCE, "depth_sentence", "depth_everything"),
        ("text_size", 110, "", ""),
        ("theme", "sepia", "theme_sepia", "theme_system"),
        ("text_face", "serif", "", ""),
        ("text_spacing", "roomy", "", ""),
        ("reading_ruler", True, "ruler", ""),
        ("line_focus", True, "line_focus", ""),
        ("caret", "on", "caret", ""),
        ("left_pane", False, "", "left_pane"),
        ("right_pane", False, "", "right_pane"),
    ],
)
def test_a_setting_holds_at_once_and_can_go_back(
    key: str, value: object, tick: str, was_ticked: str, window: MainWindow, effects: SettingsEffects
) -> None:
    before, ticks = holds(window, key), ticked(window)

    put(window, effects, key, value)
    assert holds(window, key) == value
    assert ticked(window) == (ticks | {tick} - {""}) - {was_ticked}

    window.preferences.table().reset(key)
    effects.apply((key,))
    assert holds(window, key) == before
    assert ticked(window) == ticks


def test_lines_in_focus_are_as_many_as_set(
    window: MainWindow, effects: SettingsEffects, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(window, effects, "line_focus", True)
    aid = window.reader.view.aid
    assert aid is not None
    shown: list[tuple[bool, int]] = []
    monkeypatch.setattr(aid, "show", lambda ruler, clear_rows: shown.append((ruler, clear_rows)))

    put(window, effects, "focus_lines", 5)

    assert shown == [(False, 5)]


def test_less_motion_holds_at_once(window: MainWindow, effects: SettingsEffects) -> None:
    usual = QApplication.cursorFlashTime()

    put(window, effects, "motion", "reduced")
    assert QApplication.cursorFlashTime() == 0

    put(window, effects, "motion", "system")
    set_motion("system")
    assert QApplication.cursorFlashTime() == usual


@pytest.mark.parametrize("key", ["speech_speed", "speech_voice"])
def test_who_reads_aloud_follows(key: str, effects: SettingsEffects, aloud: Aloud) -> None:
    effects.apply((key,))

    assert aloud.followed == 1


def test_nobody_reads_aloud_yet(window: MainWindow) -> None:
    effects = SettingsEffects(window._desk(), window.commands, lambda: None)

    put(window, effects, "speech_speed", 150)

    assert window.preferences.speech_speed == 150


def test_what_several_settings_are_about_is_done_once(effects: SettingsEffects, aloud: Aloud) -> None:
    effects.apply(("speech_speed", "speech_voice", "clinic", "keeps_history"))

    assert aloud.followed == 1


def test_a_page_opened_whole_stays_so_when_nothing_has_changed(
    window: MainWindow, effects: SettingsEffects
) -> None:
    put(window, effects, "depth", Depth.SHORT)
    window.reader.open_whole()

    effects.apply(("depth",))

    assert holds(window, "depth") is Depth.EVERYTHING


def test_the_keyboard_stays_where_it_was_in_the_window(window: MainWindow, effects: SettingsEffects) -> None:
    window.reader.view.setFocus()

    put(window, effects, "left_pane", False)
    put(window, effects, "left_pane", True)

    assert window.focusWidget() is window.reader.view


def test_a_pane_that_opens_over_the_page_stays_closed(desk: Desk) -> None:
    window = desk.open(size=(700, 500))
    window.navigator.go(MRI)
    effects = SettingsEffects(window._desk(), window.commands, lambda: None)

    put(window, effects, "left_pane", False)
    put(window, effects, "left_pane", True)

    assert not window.panes.has_drawer()
    assert window.preferences.left_pane


def test_what_the_command_line_said_is_what_holds(desk: Desk) -> None:
    window = desk.open(theme="dark", text_size=150, audience=Audience.CLINICIAN)
    effects = SettingsEffects(window._desk(), window.commands, lambda: None)

    shown = {setting.key: effects.holding(setting).current for setting in window.preferences.table().shown()}

    assert (shown["theme"], shown["text_size"], shown["audience"]) == ("dark", 150, Audience.CLINICIAN)
    assert shown["text_face"] == "atkinson"
