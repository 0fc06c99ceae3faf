"""Edit > Settings with a window: every change is kept and holds, and goes both ways."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.errors import NotesFileError
from crmo_desktop.gui.dialogs.keys import KeysDialog
from crmo_desktop.gui.dialogs.reading import Choices, ReadingDialog
from crmo_desktop.gui.dialogs.settings import SettingsDialog
from crmo_desktop.gui.dialogs.settings_rows import Control, Entry
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.settings_commands import SettingsCommands
from crmo_desktop.gui.speech.choice import Make
from crmo_desktop.gui.speech.engine import Engine, Voice
from crmo_desktop.gui.widgets.number_slider import NumberSlider
from crmo_desktop.gui.widgets.segments import Segments
from crmo_desktop.gui.widgets.setting_controls import ChoiceBox, LineField, TickBox
from crmo_desktop.services.keeping import Keeping, Kept
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, press, press_keys, type_words

ANOTHER: dict[str, Any] = {
    "audience": Audience.CLINICIAN,
    "depth": Depth.SHORT,
    "text_size": 110,
    "text_face": "dyslexic",
    "text_spacing": "very_roomy",
    "theme": "hc_white",
    "reading_ruler": True,
    "line_focus": True,
    "focus_lines": 4,
    "motion": "reduced",
    "caret": "off",
    "left_pane": False,
    "right_pane": False,
    "speech_speed": 125,
    "paper_size": "letter",
    "paper_type": "largest",
    "clinic": "Ward 3",
    "room_theme": "contrast",
    "room_type": "2",
    "room_builds": False,
    "room_wall": "same",
    "keeps_history": False,
}


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    return opened(window)


def opened(window: MainWindow) -> SettingsDialog:
    window.table["settings"].trigger()
    found = [one for one in window.findChildren(SettingsDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def entry_of(dialog: SettingsDialog, key: str) -> Entry:
    return next(entry for entry in dialog.findChildren(Entry) if entry.key == key)


def control(dialog: SettingsDialog, key: str) -> Any:
    found = entry_of(dialog, key).control
    assert isinstance(found, Control)
    return found


def choose(dialog: SettingsDialog, key: str, value: Any) -> None:
    """Choose `value` as hands do."""
    entry, part = entry_of(dialog, key), control(dialog, key)
    dialog.show_page(entry.page)
    if isinstance(part, TickBox):
        part.click()
    elif isinstance(part, NumberSlider):
        part.setFocus()
        steps = (value - part.value()) // part.slider.singleStep()
        for _ in range(abs(steps)):
            press(part, Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)
    elif isinstance(part, LineField):
        part.setFocus()
        type_words(dialog, value)
    elif isinstance(part, ChoiceBox):
        part.setFocus()
        press(part, Qt.Key.Key_Home)
        while part.value() != value:
            before = part.value()
            press(part, Qt.Key.Key_Down)
            assert part.value() != before, f"{key} cannot be {value}"
    elif isinstance(part, Segments):
        button_called(part, entry.words.options[value], type(part._group.buttons()[0])).click()  # type: ignore[type-var]  # they are tool buttons
    QApplication.processEvents()


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def kept(window: MainWindow, key: str) -> Any:
    return window.preferences.table().get(key).current


def test_every_setting_is_tried(window: MainWindow) -> None:
    shown = {setting.key for setting in window.preferences.table().shown()}

    assert set(ANOTHER) == shown - {"language", "speech_voice", "keys"}  # these have tests of their own


@pytest.mark.parametrize(("key", "value"), ANOTHER.items(), ids=ANOTHER)
def test_a_change_is_kept_at_once_and_its_way_back_leads_to_the_default(
    key: str, value: Any, window: MainWindow, dialog: SettingsDialog
) -> None:
    default = kept(window, key)
    assert not entry_of(dialog, key).row.back.isVisible()

    choose(dialog, key, value)
    assert kept(window, key) == value
    assert entry_of(dialog, key).row.back.isVisible()

    entry_of(dialog, key).row.back.click()
    assert kept(window, key) == default
    assert control(dialog, key).value() == default
    assert not entry_of(dialog, key).row.back.isVisible()


def test_it_is_opened_once(window: MainWindow, dialog: SettingsDialog) -> None:
    assert opened(window) is dialog

    dialog.close()

    assert opened(window) is not dialog


def test_the_window_can_be_used_beside_it(window: MainWindow, dialog: SettingsDialog) -> None:
    assert not dialog.isModal()
    assert window.isEnabled()


class TestBothWays:
    @pytest.mark.parametrize(
        ("action", "key", "value"),
        [
            ("for_clinician", "audience", Audience.CLINICIAN),
            ("theme_dark", "theme", "dark"),
            ("larger", "text_size", 110),
            ("ruler", "reading_ruler", True),
            ("line_focus", "line_focus", True),
            ("left_pane", "left_pane", False),
            ("right_pane", "right_pane", False),
        ],
    )
    def test_what_a_menu_changes_shows_in_the_dialog(
        self, action: str, key: str, value: Any, window: MainWindow, dialog: SettingsDialog
    ) -> None:
        window.table[action].trigger()

        assert control(dialog, key).value() == value
        assert not entry_of(dialog, key).is_at_default()

    def test_what_text_and_reading_changes_shows_in_the_dialog(
        self, window: MainWindow, dialog: SettingsDialog
    ) -> None:
        window.table["reading"].trigger()
        other = QApplication.activeModalWidget()
        assert isinstance(other, ReadingDialog)
        for name, place in (("face", 1), ("spacing", 2), ("focus", 3), ("motion", 1), ("colours", 3)):
            other.options(name)[place].click()
        other.close()

        values = {key: control(dialog, key).value() for key in ("text_face", "text_spacing", "theme")}
        assert values == {"text_face": "serif", "text_spacing": "very_roomy", "theme": "sepia"}
        dialog.parent().late.settings._look_again()  # type: ignore[union-attr]  # as the timer does
        assert control(dialog, "motion").value() == "reduced"
        assert control(dialog, "line_focus").value()
        assert control(dialog, "focus_lines").value() == 5

    def test_and_the_other_way_round(self, window: MainWindow, dialog: SettingsDialog) -> None:
        for key in ("text_size", "text_face", "text_spacing", "theme", "line_focus", "focus_lines", "motion"):
            choose(dialog, key, ANOTHER[key])

        window.table["reading"].trigger()
        other = QApplication.activeModalWidget()
        assert isinstance(other, ReadingDialog)
        assert window.commands.comfort.choices() == Choices(
            110, "dyslexic", "very_roomy", "hc_white", ruler=False, focus="4", motion="reduced"
        )
        other.close()

    def test_what_another_window_changes_shows_and_holds_here(
        self, desk: Desk, window: MainWindow, dialog: SettingsDialog, qtbot: QtBot
    ) -> None:
        elsewhere = Notebook(desk.notes)
        settings = Settings(elsewhere)
        Preferences(settings).theme = "dark"
        Preferences(settings).clinic = "Ward 3"
        elsewhere.close()

        qtbot.waitUntil(lambda: control(dialog, "theme").value() == "dark")
        assert control(dialog, "clinic").value() == "Ward 3"
        assert window._appearance.look.theme.name == "dark"

    def test_the_dialog_takes_the_look_that_it_chooses(
        self, window: MainWindow, dialog: SettingsDialog
    ) -> None:
        before = control(dialog, "speech_speed").slider.width()

        choose(dialog, "text_size", 150)

        assert dialog._look is window._appearance.look
        assert control(dialog, "speech_speed").slider.width() > before


class TestResetting:
    def change_some(self, dialog: SettingsDialog) -> dict[str, Any]:
        some = {key: ANOTHER[key] for key in ("text_size", "theme", "clinic", "keeps_history", "left_pane")}
        for key, value in some.items():
            choose(dialog, key, value)
        return some

    def everything(self, dialog: SettingsDialog) -> None:
        button_called(dialog, "Reset everything…", QPushButton).click()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QWidget)
        button_called(asked, "Reset all settings", QPushButton).click()

    def test_everything_and_back(self, window: MainWindow, dialog: SettingsDialog) -> None:
        window.dialogs.keys.give("find", ("Ctrl+J",))
        some = self.change_some(dialog)
        given = window.dialogs.keys.given()
        assert not entry_of(dialog, "keys").is_at_default()

        self.everything(dialog)

        assert all(setting.current == setting.default for setting in window.preferences.table().shown())
        assert window.table["find"].shortcut().toString() == "Ctrl+F"
        assert window._appearance.text_size == 100
        assert window.table["left_pane"].isChecked()

        button_called(dialog, "Undo", QPushButton).click()

        assert {key: kept(window, key) for key in some} == some
        assert window.dialogs.keys.given() == given
        assert window._appearance.look.theme.name == "hc_white"
        assert not button_called(dialog, "Undo", QPushButton).isVisible()

    def test_a_page_and_then_another_are_undone_one_by_one(
        self, window: MainWindow, dialog: SettingsDialog
    ) -> None:
        self.change_some(dialog)
        for page in ("paper", "privacy"):
            dialog.show_page(page)
            button_called(dialog, "Reset this page", QPushButton).click()
        assert (kept(window, "clinic"), kept(window, "keeps_history")) == ("", True)
        assert kept(window, "theme") == "hc_white"
        undo = button_called(dialog, "Undo", QPushButton)

        undo.click()
        assert (kept(window, "clinic"), kept(window, "keeps_history")) == ("", False)
        undo.click()
        assert kept(window, "clinic") == "Ward 3"
        assert not undo.isVisible()

    def test_what_is_undone_is_gone_with_the_dialog(self, window: MainWindow, dialog: SettingsDialog) -> None:
        choose(dialog, "clinic", "Ward 3")
        entry_of(dialog, "clinic").row.back.click()
        dialog.close()

        assert not button_called(opened(window), "Undo", QPushButton).isVisible()

    def test_notes_and_history_stay(self, window: MainWindow, dialog: SettingsDialog) -> None:
        window.searching.recent.note("limping")
        choose(dialog, "clinic", "Ward 3")

        self.everything(dialog)

        assert window.searching.recent.offered() == ["limping"]


class FakeEngine(Engine):
    """Has the voices that it is made with."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        super().__init__()
        self._voices = voices

    def ask_voices(self) -> None:
        self.voices_found.emit(self._voices)


def with_voices(window: MainWindow, *voices: Voice) -> list[int]:
    """Have the computer speak with these; returns how often that was asked."""
    asked: list[int] = []

    def makers() -> Sequence[Make]:
        asked.append(1)
        return [lambda: FakeEngine(voices)]

    window.listening.makers = makers  # type: ignore[method-assign]  # the computer's own are another matter
    return asked


class TestVoices:
    def test_one_is_chosen(self, window: MainWindow) -> None:
        asked = with_voices(window, Voice("1", "Alice", "en"), Voice("2", "Bert", "en"))
        dialog = opened(window)
        assert asked == [], "a system is asked for its voices when they are wanted"
        dialog.show_page("read_aloud")

        choose(dialog, "speech_voice", "2")

        assert asked == [1]
        assert window.preferences.speech_voice == "2"

    def test_there_is_none(self, window: MainWindow) -> None:
        with_voices(window)
        dialog = opened(window)

        dialog.show_page("read_aloud")

        assert "This computer has no voice installed." in labels(dialog)

    def test_the_guide_says_how_to_add_one(self, window: MainWindow) -> None:
        with_voices(window)
        dialog = opened(window)
        dialog.show_page("read_aloud")

        button_called(dialog, "How to add a voice", QPushButton).click()

        assert str(window.navigator.address()) == "crmo://topic/help-aloud"


class TestLanguage:
    def test_one_is_chosen_for_the_next_start(self, window: MainWindow) -> None:
        commands = SettingsCommands(
            window._desk()._replace(services=window._services._replace(languages=("en", "he")))
        )
        commands.settings()
        dialog = commands._dialog
        assert dialog is not None

        choose(dialog, "language", "he")

        assert window.preferences.language == "he"
        dialog.close()

    def test_without_a_choice_there_is_none(self, dialog: SettingsDialog) -> None:
        assert not entry_of(dialog, "language").row.isVisible()


class TestElsewhere:
    def test_keys_have_their_own_dialog(self, window: MainWindow, dialog: SettingsDialog) -> None:
        dialog.show_page("keys")
        button_called(dialog, "Keys…", QPushButton).click()

        other = QApplication.activeModalWidget()
        assert isinstance(other, KeysDialog)
        other.close()

    def test_f1_says_what_can_be_pressed_here(self, dialog: SettingsDialog) -> None:
        press_keys(dialog, "F1")

        other = QApplication.activeModalWidget()
        assert isinstance(other, KeysDialog)
        other.close()

    @pytest.mark.parametrize("name", ["backups", "forget_history", "forget_everything", "export_things"])
    def test_buttons_do_what_the_menus_do(
        self, name: str, window: MainWindow, dialog: SettingsDialog, qtbot: QtBot
    ) -> None:
        action = window.table[name]
        action.triggered.disconnect()
        entry = entry_of(dialog, name)
        dialog.show_page(entry.page)

        with qtbot.waitSignal(action.triggered):
            button_called(entry.row, entry.words.button, QPushButton).click()

    def test_it_says_where_things_are_kept(self, desk: Desk, dialog: SettingsDialog) -> None:
        note = entry_of(dialog, "keep_here").row.note().replace("\u200b", "")

        assert note == f"On this computer, in {desk.notes.parent}"
        assert not entry_of(dialog, "keep_here").control.isVisibleTo(dialog)

    def test_beside_the_program(self, window: MainWindow, tmp_path: Path) -> None:
        notebook = Notebook(tmp_path / "stick" / "notes.sqlite")
        keeping = Keeping(notebook, Settings(notebook), Kept.BESIDE)
        commands = SettingsCommands(
            window._desk()._replace(services=window._services._replace(keeping=keeping))
        )
        commands.settings()
        dialog = commands._dialog
        assert dialog is not None

        assert entry_of(dialog, "keep_here").row.note().startswith("Beside the program, in ")
        dialog.close()
        notebook.close()

    def test_when_they_are_moved_it_says_so(self, window: MainWindow, dialog: SettingsDialog) -> None:
        window.table["keep_here"].setVisible(True)

        window.dialogs.moved.emit()

        assert entry_of(dialog, "keep_here").control.isVisibleTo(dialog._sections["things"])

    def test_it_says_why_nothing_is_kept(self, window: MainWindow) -> None:
        trouble = NotesFileError("The disk is full.", hint="Make room.")
        services = window._services._replace(own_trouble=lambda: trouble)
        commands = SettingsCommands(window._desk()._replace(services=services))
        commands.settings()
        dialog = commands._dialog
        assert dialog is not None

        assert "The disk is full. Make room." in labels(dialog)
        dialog.close()


def test_where_readers_take_turns_all_is_locked(window: MainWindow) -> None:
    window.dialogs.lock_keys()

    dialog = opened(window)

    assert any(words.startswith("Readers take turns at this computer") for words in labels(dialog))
    assert not control(dialog, "text_size").isEnabled()


def test_what_an_administrator_locked_says_so(desk: Desk) -> None:
    window = desk.open()
    window.preferences._settings._locked = frozenset({"theme"})

    dialog = opened(window)

    assert not control(dialog, "theme").isEnabled()
    assert entry_of(dialog, "theme").row.note() == "Set by whoever looks after this computer"
    assert control(dialog, "text_size").isEnabled()


def test_a_closed_dialog_hears_nothing_any_more(window: MainWindow, dialog: SettingsDialog) -> None:
    dialog.close()

    window.table["theme_dark"].trigger()
    window.dialogs.moved.emit()
    window.late.settings._on_voices(None, ())

    assert window.late.settings._dialog is None
