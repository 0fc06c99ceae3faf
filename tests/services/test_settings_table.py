"""The settings by key, as the dialog shows them."""

from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.settings_table import SettingsTable
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.settings import Settings

CONTROLS = {"choice", "number", "flag", "line", "outside"}


@pytest.fixture
def settings(notebook: Notebook) -> Settings:
    return Settings(notebook)


@pytest.fixture
def table(settings: Settings) -> SettingsTable:
    return Preferences(settings).table()


def current(table: SettingsTable) -> dict[str, Any]:
    return {setting.key: setting.current for setting in table.shown()}


def test_all_start_at_their_defaults(table: SettingsTable) -> None:
    shown = table.shown()

    assert len(shown) > 15
    assert all(setting.current == setting.default for setting in shown)
    assert not any(setting.is_locked for setting in shown)
    assert {setting.control for setting in shown} == CONTROLS


def test_those_of_one_page_stand_together(table: SettingsTable) -> None:
    groups = [setting.group for setting in table.shown()]

    assert list(dict.fromkeys(groups)) == [
        "reading",
        "seeing",
        "read_aloud",
        "keys",
        "paper",
        "presenting",
        "privacy",
    ]
    assert sorted(groups, key=list(dict.fromkeys(groups)).index) == groups


def test_what_the_window_sets_by_itself_is_not_shown(table: SettingsTable) -> None:
    keys = {setting.key for setting in table.shown()}

    assert not keys & {"window_geometry", "splitter_sizes", "last_address", "stays_on_computer"}


def test_there_is_something_to_choose_from(table: SettingsTable) -> None:
    for setting in table.shown():
        if setting.control == "choice":
            assert setting.default in setting.options
            assert len(setting.options) > 1
        elif setting.control == "number":
            assert setting.least <= setting.default <= setting.most
            assert setting.step > 0


def test_a_change_is_kept_and_seen_by_preferences(table: SettingsTable, settings: Settings) -> None:
    table.set("text_size", 150)
    table.set("audience", Audience.CLINICIAN)

    assert table.get("text_size").current == 150
    assert Preferences(settings).text_size == 150
    assert Preferences(settings).audience is Audience.CLINICIAN


def test_what_it_cannot_be_is_refused(table: SettingsTable) -> None:
    with pytest.raises(ValueError, match="pink"):
        table.set("theme", "pink")
    with pytest.raises(KeyError):
        table.set("colour", "pink")


def test_some_are_reset_and_had_back(table: SettingsTable) -> None:
    for key, value in (("text_size", 150), ("theme", "dark"), ("clinic", "Ward 3")):
        table.set(key, value)
    before = current(table)

    kept = table.reset("text_size", "theme", "text_face")

    assert current(table) == before | {"text_size": 100, "theme": "system"}

    table.put_back(kept)
    assert current(table) == before


def test_resetting_what_is_not_set_writes_nothing(table: SettingsTable, notebook: Notebook) -> None:
    ((before,),) = notebook.read("SELECT total_changes()")

    assert table.reset("text_size", "theme") == {}

    assert notebook.read("SELECT total_changes()") == [(before,)]


def test_a_value_from_another_version_is_had_back_as_it_was(table: SettingsTable, notebook: Notebook) -> None:
    notebook.write(("INSERT INTO setting VALUES ('theme', 'purple')", ()))

    kept = table.reset("theme")
    table.put_back(kept)

    assert notebook.read("SELECT key, value FROM setting") == [("theme", "purple")]


def test_what_an_administrator_locked_stays(notebook: Notebook) -> None:
    SettingsTable(Settings(notebook)).set("theme", "sepia")
    table = SettingsTable(Settings(notebook, starts={"theme": "dark"}, locked={"theme"}))

    table.set("theme", "light")
    assert table.reset("theme", "text_size") == {}

    theme = table.get("theme")
    assert (theme.current, theme.default, theme.is_locked) == ("dark", "dark", True)
    assert notebook.path is not None
    unlocked = SettingsTable(Settings(open_notebook(notebook.path)))
    assert unlocked.get("theme").current == "sepia"


def test_what_an_administrator_starts_with_is_the_default(notebook: Notebook) -> None:
    table = SettingsTable(Settings(notebook, starts={"theme": "dark"}))
    table.set("theme", "light")

    table.reset("theme")

    assert table.get("theme").current == "dark"


def test_a_change_in_another_window_is_seen(table: SettingsTable, notebook: Notebook) -> None:
    assert table.get("text_size").current == 100
    assert notebook.path is not None

    SettingsTable(Settings(open_notebook(notebook.path))).set("text_size", 180)

    assert table.get("text_size").current == 180
