from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import HomeAddress, SearchAddress, SectionId, TopicAddress, TopicId
from crmo_desktop.domain.publication import PaperSize, TypeSize
from crmo_desktop.store.database import Notebook, open_notebook
from crmo_desktop.store.setting_kinds import WholeNumber
from crmo_desktop.store.settings import (
    AUDIENCE,
    CLINIC,
    DEPTH,
    KEEPS_HISTORY,
    KEYS,
    LANGUAGE,
    LAST_ADDRESS,
    LEFT_PANE,
    NOTES_TYPE,
    PAPER_SIZE,
    PAPER_TYPE,
    RIGHT_PANE,
    ROOM_BUILDS,
    ROOM_THEME,
    ROOM_TYPE,
    ROOM_WALL,
    SETTINGS,
    SPEECH_SPEED,
    SPLITTER_SIZES,
    STAYS_ON_COMPUTER,
    TEXT_SIZE,
    THEME,
    WINDOW_GEOMETRY,
    Setting,
    Settings,
)

VALUES: list[tuple[Setting[Any], Any]] = [
    (AUDIENCE, Audience.CLINICIAN),
    (THEME, "hc_black"),
    (DEPTH, Depth.SHORT),
    (TEXT_SIZE, 80),
    (LANGUAGE, "pt-BR"),
    (TEXT_SIZE, 250),
    (LEFT_PANE, False),
    (RIGHT_PANE, False),
    (WINDOW_GEOMETRY, b"\x01\xd9\xd0\xcb\x00\xff"),
    (SPLITTER_SIZES, (288, 608, 0)),
    (LAST_ADDRESS, TopicAddress(TopicId("mri"), SectionId("in-short"))),
    (LAST_ADDRESS, SearchAddress("spots on palms")),
    (STAYS_ON_COMPUTER, True),
    (KEYS, (("find", ("Ctrl+J", "F4")), ("quit", ()))),
    (KEEPS_HISTORY, False),
    *((PAPER_SIZE, size.value) for size in PaperSize),
    *((PAPER_TYPE, size.value) for size in TypeSize),
    (CLINIC, "Children’s clinic, 2nd floor"),
    (ROOM_THEME, "contrast"),
    (ROOM_TYPE, "-1"),
    (ROOM_BUILDS, False),
    (ROOM_WALL, "same"),
    (NOTES_TYPE, 28),
]


DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "settings.md"
HEADER = """| setting | default | what it is | in the dialog under |
|---|---|---|---|
"""


def documented() -> str:
    """The table of docs/settings.md."""
    rows = (
        f"| `{setting.key}` | {_code(setting.write(setting.default))} | {setting.help} | {_page(setting)} |\n"
        for setting in SETTINGS
    )
    return HEADER + "".join(rows)


def _code(text: str) -> str:
    return f"`{text}`" if text else "nothing"


def _page(setting: Setting[Any]) -> str:
    return setting.group.replace("_", " ").capitalize() if setting.group else "not shown"


@pytest.fixture
def notebook(path: Path) -> Notebook:
    return open_notebook(path)


@pytest.fixture
def settings(notebook: Notebook) -> Settings:
    return Settings(notebook)


def store(notebook: Notebook, key: str, value: str) -> None:
    notebook.write(("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value)))


def stored(notebook: Notebook) -> dict[str, str]:
    return dict(notebook.read("SELECT key, value FROM setting"))


def test_keys_are_unique_and_explained() -> None:
    keys = [key for setting in SETTINGS for key in (setting.key, *setting.former)]

    assert len(keys) == len(set(keys))
    assert all(setting.help.endswith(".") for setting in SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_a_default_is_valid_and_given_while_nothing_is_set(setting: Setting[Any], settings: Settings) -> None:
    assert setting.read(setting.write(setting.default)) == setting.default
    assert settings.get(setting) == setting.default
    assert not settings.is_set(setting)


@pytest.mark.parametrize(("setting", "value"), VALUES, ids=lambda value: getattr(value, "key", repr(value)))
def test_a_value_is_kept(setting: Setting[Any], value: Any, path: Path, settings: Settings) -> None:
    settings.set(setting, value)

    assert settings.get(setting) == value
    assert settings.is_set(setting)
    assert Settings(open_notebook(path)).get(setting) == value


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (THEME, "pink"),
        (TEXT_SIZE, 79),
        (TEXT_SIZE, 251),
        (SPLITTER_SIZES, (100, -1)),
        (SPEECH_SPEED, 49),
        (PAPER_SIZE, "a3"),
        (PAPER_TYPE, "huge"),
        (CLINIC, "two\nlines"),
        (CLINIC, " blanks round it "),
        (CLINIC, "x" * 121),
    ],
)
def test_a_value_that_it_cannot_have_is_refused(
    setting: Setting[Any], value: Any, settings: Settings, notebook: Notebook
) -> None:
    with pytest.raises(ValueError, match=r".+"):
        settings.set(setting, value)
    assert not stored(notebook)


@pytest.mark.parametrize(
    ("setting", "text"),
    [
        (AUDIENCE, "nurse"),
        (DEPTH, "deep"),
        (THEME, "pink"),
        (TEXT_SIZE, "large"),
        (TEXT_SIZE, "10"),
        (LEFT_PANE, "maybe"),
        (WINDOW_GEOMETRY, "§"),
        (WINDOW_GEOMETRY, "abc"),
        (SPLITTER_SIZES, "wide"),
        (SPLITTER_SIZES, "1 -2"),
        (LAST_ADDRESS, "https://example.org"),
        (KEYS, "{"),
        (KEYS, "[]"),
        (KEYS, '{"find": "Ctrl+J"}'),
        (KEYS, '{"find": [1]}'),
    ],
)
def test_a_stored_value_that_is_none_any_more_gives_the_default_and_stays(
    setting: Setting[Any], text: str, settings: Settings, notebook: Notebook
) -> None:
    store(notebook, setting.key, text)

    assert settings.get(setting) == setting.default
    assert stored(notebook) == {setting.key: text}


def test_a_former_key_is_read_until_the_setting_is_set(settings: Settings, notebook: Notebook) -> None:
    renamed = Setting(key="new", default=100, help="…", kind=WholeNumber(1, 999), former=("old", "older"))
    store(notebook, "older", "120")

    assert settings.get(renamed) == 120

    settings.set(renamed, 140)
    assert stored(notebook) == {"new": "140"}


def test_setting_the_same_value_again_writes_nothing(settings: Settings, notebook: Notebook) -> None:
    settings.set(TEXT_SIZE, 120)
    ((before,),) = notebook.read("SELECT total_changes()")

    settings.set(TEXT_SIZE, 120)

    assert notebook.read("SELECT total_changes()") == [(before,)]


def test_resetting_gives_the_default_again(settings: Settings) -> None:
    settings.set(TEXT_SIZE, 120)
    settings.set(THEME, "dark")
    settings.set(LEFT_PANE, False)

    settings.reset(TEXT_SIZE, THEME)

    assert settings.get(TEXT_SIZE) == 100
    assert settings.get(THEME) == "system"
    assert settings.get(LEFT_PANE) is False


def test_what_was_reset_is_had_back(settings: Settings, notebook: Notebook) -> None:
    renamed = Setting(key="new", default=100, help="…", kind=WholeNumber(1, 999), former=("old",))
    store(notebook, "old", "120")
    settings.set(THEME, "dark")
    before = stored(notebook)

    kept = settings.reset(renamed, THEME, TEXT_SIZE)
    assert stored(notebook) == {}

    settings.put_back(kept)
    assert stored(notebook) == before
    assert settings.get(THEME) == "dark"


def test_every_setting_is_documented() -> None:
    """docs/settings.md has the table as it is declared; run this file to write it anew."""
    assert DOCUMENT.read_text(encoding="utf-8").endswith(documented())


def test_a_change_in_another_window_is_seen(path: Path, settings: Settings) -> None:
    assert settings.get(TEXT_SIZE) == 100

    Settings(open_notebook(path)).set(TEXT_SIZE, 180)

    assert settings.get(TEXT_SIZE) == 180


def test_the_last_address_is_home_at_first(settings: Settings) -> None:
    assert settings.get(LAST_ADDRESS) == HomeAddress()


def in_another_window(notebook: Notebook, **more: Any) -> Settings:
    assert notebook.path is not None
    return Settings(open_notebook(notebook.path), **more)


class TestOfAnAdministrator:
    def test_what_they_chose_is_where_a_reader_starts(self, notebook: Notebook) -> None:
        settings = Settings(notebook, starts={"theme": "dark"})

        assert (settings.get(THEME), settings.default(THEME)) == ("dark", "dark")
        assert not settings.is_set(THEME)
        assert settings.get(AUDIENCE) is Audience.PATIENT
        assert not settings.is_locked(THEME)

    def test_the_reader_may_change_it_and_go_back(self, notebook: Notebook) -> None:
        settings = Settings(notebook, starts={"theme": "dark"})

        settings.set(THEME, "sepia")
        assert in_another_window(notebook, starts={"theme": "dark"}).get(THEME) == "sepia"

        settings.reset(THEME)
        assert settings.get(THEME) == "dark"

    def test_a_stored_value_that_is_none_gives_what_they_chose(self, notebook: Notebook) -> None:
        store(notebook, "theme", "purple")

        assert Settings(notebook, starts={"theme": "dark"}).get(THEME) == "dark"

    def test_what_is_locked_is_as_they_chose_whatever_was_kept(self, notebook: Notebook) -> None:
        in_another_window(notebook).set(THEME, "sepia")
        settings = Settings(notebook, starts={"theme": "dark"}, locked={"theme"})

        settings.set(THEME, "light")

        assert settings.get(THEME) == "dark"
        assert settings.is_locked(THEME)
        assert in_another_window(notebook).get(THEME) == "sepia"  # unlocked, the reader's own choice is back

    def test_locked_without_a_choice_of_theirs_it_is_the_programs(self, notebook: Notebook) -> None:
        in_another_window(notebook).set(THEME, "sepia")

        assert Settings(notebook, locked={"theme"}).get(THEME) == THEME.default

    def test_a_value_that_cannot_be_is_refused_even_there(self, notebook: Notebook) -> None:
        with pytest.raises(ValueError, match="purple"):
            Settings(notebook, locked={"theme"}).set(THEME, "purple")


def test_a_language_is_a_tag_or_the_systems(notebook: Notebook) -> None:
    kept = Settings(notebook)

    assert kept.get(LANGUAGE) == "system"
    with pytest.raises(ValueError, match="tag"):
        kept.set(LANGUAGE, "a language")


if __name__ == "__main__":
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(text[: text.index(HEADER)] + documented(), encoding="utf-8", newline="\n")


def test_two_that_read_one_notebook_both_see_what_another_window_sets(tmp_path: Path) -> None:
    notebook, elsewhere = Notebook(tmp_path / "notes.sqlite"), Notebook(tmp_path / "notes.sqlite")
    one, two = Settings(notebook), Settings(notebook)
    assert one.get(TEXT_SIZE) == two.get(TEXT_SIZE) == 100

    Settings(elsewhere).set(TEXT_SIZE, 150)

    assert one.get(TEXT_SIZE) == two.get(TEXT_SIZE) == 150
    notebook.close()
    elsewhere.close()
