"""The dialog of settings by itself: what it shows and what it tells."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.dialogs.reset_all import ResetAllDialog
from crmo_desktop.gui.dialogs.settings import Offer, SettingsDialog
from crmo_desktop.gui.dialogs.settings_rows import Control, Entry
from crmo_desktop.gui.dialogs.settings_words import PAGES
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.setting_controls import ChoiceBox
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.settings_table import SettingsTable
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, press, press_keys, type_words

ACTIONS = ("backups", "export_things", "import_things", "forget_history", "forget_everything", "add_voice")
OFFER = Offer(ACTIONS, (("en", "English"), ("he", "עברית")), locked="", administered="Set by somebody")
CHANGED: dict[str, Any] = {
    "audience": Audience.CLINICIAN,
    "text_size": 150,
    "theme": "dark",
    "clinic": "Ward 3",
    "keeps_history": False,
    "focus_lines": 5,
}


@pytest.fixture
def table(notebook: Notebook) -> SettingsTable:
    return Preferences(Settings(notebook)).table()


Make = Callable[..., SettingsDialog]


@pytest.fixture
def make(table: SettingsTable, look: Look, icons: IconShelf, show: Show) -> Make:
    def make(offer: Offer = OFFER) -> SettingsDialog:
        dialog = SettingsDialog(table.shown(), offer, look, icons, None)
        show(dialog, dialog.width(), dialog.height())
        return dialog

    return make


@pytest.fixture
def dialog(make: Make) -> SettingsDialog:
    return make()


def entries(dialog: SettingsDialog) -> dict[str, Entry]:
    return {entry.key: entry for entry in dialog.findChildren(Entry)}


def control(dialog: SettingsDialog, key: str) -> Any:
    found = entries(dialog)[key].control
    assert isinstance(found, Control)
    return found


def shown_rows(dialog: SettingsDialog) -> list[str]:
    return [entry.row.name for entry in dialog.findChildren(Entry) if entry.row.isVisible()]


def headings(dialog: SettingsDialog) -> list[str]:
    return [section.name for section in dialog._sections.values() if section.isVisible()]


def labels(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


class TestWhatIsSet:
    def test_all_are_shown_as_they_are(self, dialog: SettingsDialog, table: SettingsTable) -> None:
        for setting in table.shown():
            if setting.key != "keys":
                assert control(dialog, setting.key).value() == setting.current

    def test_others_are_shown_and_not_told(
        self, dialog: SettingsDialog, table: SettingsTable, qtbot: QtBot
    ) -> None:
        for key, value in CHANGED.items():
            table.set(key, value)

        with qtbot.assertNotEmitted(dialog.changed):
            dialog.set_settings(table.shown())

        assert {key: control(dialog, key).value() for key in CHANGED} == CHANGED
        at_default = {key for key, entry in entries(dialog).items() if entry.is_at_default()}
        assert at_default == set(entries(dialog)) - set(CHANGED)

    def test_a_change_is_told_at_once(self, dialog: SettingsDialog, qtbot: QtBot) -> None:
        with qtbot.waitSignal(dialog.changed) as changed:
            control(dialog, "reading_ruler").click()

        assert changed.args == ["reading_ruler", True]

    def test_voices_are_offered_once_they_are_known(self, dialog: SettingsDialog, qtbot: QtBot) -> None:
        with qtbot.waitSignal(dialog.voices_wanted):
            dialog.show_page("read_aloud")
        with qtbot.assertNotEmitted(dialog.voices_wanted):
            dialog.show_page("reading")
            dialog.show_page("read_aloud")

        dialog.set_voices({"en-1": "Alice", "en-2": "Bert"})

        box = control(dialog, "speech_voice")
        assert [box.itemText(place) for place in range(box.count())] == [
            "The computer’s own choice", "Alice", "Bert",
        ]  # fmt: skip
        assert entries(dialog)["speech_voice"].row.note() == ""

    def test_a_voice_that_was_chosen_is_shown_once_it_is_known(
        self, table: SettingsTable, make: Make
    ) -> None:
        table.set("speech_voice", "en-2")
        dialog = make()

        dialog.set_voices({"en-1": "Alice", "en-2": "Bert"})

        assert control(dialog, "speech_voice").value() == "en-2"

    def test_where_there_is_no_voice_it_says_so(self, dialog: SettingsDialog) -> None:
        dialog.set_voices({})

        assert entries(dialog)["speech_voice"].row.note() == "This computer has no voice installed."

    def test_languages_are_offered_where_there_are_several(self, dialog: SettingsDialog) -> None:
        box = control(dialog, "language")
        assert isinstance(box, ChoiceBox)

        assert [box.itemText(place) for place in range(box.count())] == [
            "Same as the computer", "English", "עברית",
        ]  # fmt: skip
        assert "Language" in shown_rows(dialog)

    def test_one_language_is_no_choice(self, make: Make) -> None:
        assert "Language" not in shown_rows(make(OFFER._replace(languages=(("en", "English"),))))

    def test_it_says_where_things_are_kept(self, dialog: SettingsDialog) -> None:
        dialog.show_page("things")
        dialog.set_place("On this computer, in /data", can_move=False)
        assert entries(dialog)["keep_here"].row.note() == "On this computer, in /data"
        assert not entries(dialog)["keep_here"].control.isVisible()

        dialog.set_place("On this computer, in /data", can_move=True)
        assert entries(dialog)["keep_here"].control.isVisible()

    def test_it_says_that_nothing_is_kept(self, dialog: SettingsDialog) -> None:
        dialog.set_trouble("The disk is full.")
        assert "The disk is full." in labels(dialog)

        dialog.set_trouble("")
        assert "The disk is full." not in labels(dialog)

    @pytest.mark.parametrize("action", [*ACTIONS, "keys"])
    def test_what_is_done_and_not_set_has_a_button(
        self, action: str, dialog: SettingsDialog, qtbot: QtBot
    ) -> None:
        entry = entries(dialog)[action]
        dialog.show_page(entry.page)
        assert entry.row.isVisible()

        with qtbot.waitSignal(dialog.action_wanted) as wanted:
            button_called(entry.row, entry.words.button, QPushButton).click()

        assert wanted.args == [action]

    def test_what_cannot_be_done_here_is_not_offered(self, make: Make) -> None:
        dialog = make(OFFER._replace(actions=()))
        dialog.show_page("things")

        assert shown_rows(dialog) == ["Where your things are kept"]


class TestLocked:
    def test_what_an_administrator_set_is_shown_with_the_reason(
        self, notebook: Notebook, look: Look, icons: IconShelf, show: Show
    ) -> None:
        settings = Settings(notebook, starts={"theme": "dark"}, locked={"theme"})
        dialog = SettingsDialog(SettingsTable(settings).shown(), OFFER, look, icons, None)
        show(dialog, dialog.width(), dialog.height())

        theme = entries(dialog)["theme"]
        assert control(dialog, "theme").value() == "dark"
        assert not theme.control.isEnabled()
        assert theme.row.note() == "Set by somebody"
        assert entries(dialog)["text_size"].control.isEnabled()

    def test_where_readers_take_turns_nothing_can_be_changed(self, table: SettingsTable, make: Make) -> None:
        table.set("text_size", 150)
        dialog = make(OFFER._replace(locked="Readers take turns."))

        assert "Readers take turns." in labels(dialog)
        of_settings = [entries(dialog)[setting.key] for setting in table.shown()]
        assert not any(entry.control.isEnabled() for entry in of_settings)
        assert not button_called(dialog, "Reset this page", QPushButton).isEnabled()
        assert not button_called(dialog, "Reset everything…", QPushButton).isEnabled()


class TestResetting:
    def test_one_setting(self, table: SettingsTable, make: Make, qtbot: QtBot) -> None:
        table.set("text_size", 150)
        dialog = make()

        with qtbot.waitSignal(dialog.reset_wanted) as wanted:
            entries(dialog)["text_size"].row.back.click()

        assert wanted.args == [("text_size",)]

    def test_the_page(self, table: SettingsTable, make: Make, qtbot: QtBot) -> None:
        for key, value in CHANGED.items():
            table.set(key, value)
        dialog = make()

        with qtbot.waitSignal(dialog.reset_wanted) as wanted:
            button_called(dialog, "Reset this page", QPushButton).click()

        assert wanted.args == [("audience", "text_size", "theme")]

    def test_a_page_that_is_as_it_was_cannot_be_reset(self, dialog: SettingsDialog) -> None:
        assert not button_called(dialog, "Reset this page", QPushButton).isEnabled()
        assert not button_called(dialog, "Reset everything…", QPushButton).isEnabled()

    def test_everything_after_a_question(self, table: SettingsTable, make: Make, qtbot: QtBot) -> None:
        for key, value in CHANGED.items():
            table.set(key, value)
        dialog = make()
        everything = button_called(dialog, "Reset everything…", QPushButton)

        with qtbot.assertNotEmitted(dialog.reset_wanted):
            everything.click()
            asked = QApplication.activeModalWidget()
            assert isinstance(asked, ResetAllDialog)
            button_called(asked, "Cancel", QPushButton).click()
        everything.click()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, ResetAllDialog)
        with qtbot.waitSignal(dialog.reset_wanted) as wanted:
            button_called(asked, "Reset all settings", QPushButton).click()

        assert set(wanted.args[0]) == set(CHANGED)

    def test_undo_is_offered_when_there_is_something(self, dialog: SettingsDialog, qtbot: QtBot) -> None:
        undo = button_called(dialog, "Undo", QPushButton)
        assert not undo.isVisible()

        dialog.set_can_undo(True)
        with qtbot.waitSignal(dialog.undo_wanted):
            undo.click()
        dialog.set_can_undo(False)

        assert not undo.isVisible()


class TestSearching:
    def test_a_page_has_its_own_rows(self, dialog: SettingsDialog) -> None:
        assert headings(dialog) == ["Reading"]
        assert shown_rows(dialog)[:3] == ["Written for", "How much of a topic", "Text size"]

        dialog.show_page("paper")

        assert headings(dialog) == ["Paper"]
        assert shown_rows(dialog) == ["Sheets", "Type on paper", "Name of the clinic"]

    def test_it_goes_over_all_pages_and_shows_in_which(self, dialog: SettingsDialog) -> None:
        dialog.search_for("LINE")

        assert headings(dialog) == ["Reading", "Seeing"]
        assert shown_rows(dialog) == ["Spacing", "Reading ruler", "Line focus", "Lines in focus"]
        assert "4 settings found" in labels(dialog)

    def test_it_counts(self, dialog: SettingsDialog) -> None:
        dialog.search_for("ruler")

        assert "1 setting found" in labels(dialog)

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("letter", ["Spacing", "Sheets"]),  # in a line of help, and among the values
            ("high contrast", ["Colours", "Colours on the wall"]),
            ("backups", ["Backups"]),
            ("paper clinic", ["Name of the clinic"]),  # the page's name counts
        ],
    )
    def test_it_finds_by_name_help_and_values(
        self, words: str, found: list[str], dialog: SettingsDialog
    ) -> None:
        dialog.search_for(words)

        assert shown_rows(dialog) == found

    def test_nothing_found_has_a_way_back(self, dialog: SettingsDialog) -> None:
        dialog.search_for("xyzzy")
        assert "No setting has these words." in labels(dialog)
        assert headings(dialog) == []

        button_called(dialog, "Show all settings", QPushButton).click()

        assert headings(dialog) == ["Reading"]

    def test_choosing_a_page_ends_the_search(self, dialog: SettingsDialog) -> None:
        dialog.search_for("line")

        dialog.show_page("privacy")

        assert headings(dialog) == ["Privacy"]
        assert dialog._side.search.text() == ""


class TestKeys:
    def test_it_begins_at_the_pages_and_arrows_go_through_them(self, dialog: SettingsDialog) -> None:
        assert dialog._side.list.hasFocus() or dialog._side.box.hasFocus()
        for page in list(PAGES)[1:]:
            press(dialog, Qt.Key.Key_Down)
            assert headings(dialog) == [dialog._sections[page].name]

    def test_typing_anywhere_searches(self, dialog: SettingsDialog) -> None:
        control(dialog, "reading_ruler").setFocus()

        type_words(dialog, "clinic")

        assert dialog._side.search.hasFocus()
        assert dialog._side.search.text() == "clinic"
        assert shown_rows(dialog) == ["Written for", "Name of the clinic"]

    def test_ctrl_f_goes_to_the_search_and_enter_to_what_was_found(self, dialog: SettingsDialog) -> None:
        press_keys(dialog, "Ctrl+F")
        assert dialog._side.search.hasFocus()

        type_words(dialog, "ruler")
        press(dialog, Qt.Key.Key_Return)

        assert control(dialog, "reading_ruler").hasFocus()
        assert dialog.isVisible()

    def test_enter_stays_where_nothing_was_found(self, dialog: SettingsDialog) -> None:
        dialog.search_for("xyzzy")
        dialog._side.search.setFocus()

        press(dialog, Qt.Key.Key_Return)

        assert dialog._side.search.hasFocus()
        assert dialog.isVisible()

    def test_escape_empties_the_search_and_then_closes(self, dialog: SettingsDialog) -> None:
        dialog.search_for("line")
        control(dialog, "line_focus").setFocus()

        press(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog._side.search.text() == ""
        assert dialog._side.search.hasFocus()

        press(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    def test_close_closes(self, dialog: SettingsDialog) -> None:
        button_called(dialog, "Close", QPushButton).click()

        assert not dialog.isVisible()


class TestRoom:
    def test_pages_are_a_list_that_opens_where_there_is_little_room(self, dialog: SettingsDialog) -> None:
        assert not dialog.is_narrow()

        dialog.resize(500, 560)
        assert dialog.is_narrow()

        dialog.resize(820, 260)
        assert dialog.is_narrow(), "the list would not be seen to its end"

        dialog.resize(820, 640)
        assert not dialog.is_narrow()

    def test_another_look_takes_more_room_only_if_words_are_larger(
        self, dialog: SettingsDialog, look_of: LookOf
    ) -> None:
        dialog.resize(700, 500)

        dialog.set_look(look_of("dark"))
        assert (dialog.width(), dialog.height()) == (700, 500)

        dialog.set_look(look_of("dark", 200))
        assert dialog.height() > 500

    def test_it_goes_with_its_window(
        self, table: SettingsTable, look: Look, icons: IconShelf, show: Show
    ) -> None:
        window = QWidget()
        show(window)
        dialog = SettingsDialog(table.shown(), OFFER, look, icons, window)
        dialog.show()

        window.close()

        assert not dialog.isVisible()
