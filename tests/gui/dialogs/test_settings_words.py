"""Every setting that is shown has words, and no words are left over."""

import pytest

from crmo_desktop.gui.dialogs.settings_words import PAGES, SettingWords
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.settings_table import ShownSetting
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings

SHOWN = Preferences(Settings(Notebook(None))).table().shown()


@pytest.fixture
def words(qapp: object) -> SettingWords:
    return SettingWords()


def test_every_setting_that_is_shown_has_words_and_no_other(words: SettingWords) -> None:
    assert set(words.settings) == {setting.key for setting in SHOWN}


@pytest.mark.parametrize("setting", SHOWN, ids=lambda setting: setting.key)
def test_a_setting_has_a_name_a_line_of_help_and_names_for_its_values(
    setting: ShownSetting, words: SettingWords
) -> None:
    said = words.settings[setting.key]

    assert said.name
    assert said.name[0].isupper()
    assert not said.name.endswith(".")
    assert said.help.endswith(".")
    assert list(said.options)[: len(setting.options)] == list(setting.options)
    assert len(set(said.options.values())) == len(said.options)


def test_names_are_told_apart(words: SettingWords) -> None:
    names = [said.name for said in (*words.settings.values(), *words.things.values())]

    assert len(set(names)) == len(names)


def test_every_page_has_a_name_an_icon_and_something_on_it(words: SettingWords, icons: IconShelf) -> None:
    assert list(words.pages) == list(PAGES)
    assert all(icons.svg(icon) for icon in PAGES.values())
    used = {setting.group for setting in SHOWN} | {page for page, _ in words.things}
    assert used == set(PAGES)
