import json
from pathlib import Path
from types import SimpleNamespace
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from crmo_desktop.gui import theme
from crmo_desktop.gui.theme import (
    LARGEST_TEXT,
    NAMES,
    SMALLEST_TEXT,
    SYSTEM,
    TEXT_STEPS,
    Appearance,
    Look,
    load_theme,
    system_theme,
)
from tests.gui.conftest import LookOf

Scheme: TypeAlias = Qt.ColorScheme
Contrast: TypeAlias = Qt.ContrastPreference


def system_is(monkeypatch: pytest.MonkeyPatch, scheme: Scheme, contrast: Contrast) -> None:
    """Let the system be set to a colour scheme and a contrast; the offscreen screen has neither."""
    accessibility = SimpleNamespace(contrastPreference=lambda: contrast)
    hints = SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: accessibility)
    monkeypatch.setattr(theme, "QGuiApplication", SimpleNamespace(styleHints=lambda: hints))


# --- one theme


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_has_the_colours_of_its_file(name: str, themes: Path) -> None:
    written = json.loads((themes / f"{name}.json").read_text(encoding="utf-8"))

    loaded = load_theme(themes, name)

    plain = {role: colour for role, colour in loaded.colours.items() if "[" not in role}
    steps = [colour for role, colour in loaded.colours.items() if role.startswith("scale[")]
    assert (loaded.name, loaded.kind, plain, steps) == (
        name, written["kind"], written["colours"], written["scale"],
    )  # fmt: skip
    assert loaded.colours["scale_label[5]"] == written["scale_label"][5]


def test_there_is_a_theme_for_every_name_in_the_menu_and_one_for_paper(themes: Path) -> None:
    files = {path.stem for path in themes.glob("*.json")}

    assert files - {"tokens", "contrast"} == {*NAMES, "print"}


def test_a_theme_that_is_not_there_cannot_be_loaded(themes: Path) -> None:
    with pytest.raises(OSError, match="lilac"):
        load_theme(themes, "lilac")


# --- a look


def test_a_role_is_a_colour(look_of: LookOf) -> None:
    look = look_of("dark")

    assert look.name_of("text") == look.theme.colours["text"]
    assert look.colour("text") == QColor(look.theme.colours["text"])
    with pytest.raises(KeyError, match="lilac"):
        look.colour("lilac")


@pytest.mark.parametrize(("size", "px", "ui"), [(80, 14.5, 14), (100, 18, 18), (150, 27, 27), (250, 45, 36)])
def test_sizes_grow_with_the_text_and_the_windows_own_words_stop_at_200(
    size: int, px: float, ui: int, look_of: LookOf
) -> None:
    look = look_of("light", size)

    assert look.px(18) == px
    assert look.ui(18) == ui
    assert look.ui_font(18).pixelSize() == ui
    assert look.heading_font(18).pixelSize() == ui


def test_a_font_is_never_too_small_to_be_one(look: Look) -> None:
    assert look.ui_font(0.1).pixelSize() == 1


def test_words_and_titles_have_the_bundled_faces(look: Look) -> None:
    known = set(QFontDatabase.families())

    assert {*look.families, *look.heading_families} <= known
    assert look.ui_font(15, 700).families() == look.families
    assert look.ui_font(15, 700).weight() == 700
    assert look.heading_font(20).families() == look.heading_families
    assert look.heading_font(20).weight() == 600


@pytest.mark.parametrize(
    ("name", "size", "width"),
    [("light", 100, 2), ("light", 150, 3), ("dark", 125, 2), ("hc_black", 100, 3), ("hc_white", 100, 3)],
)
def test_the_ring_is_thicker_for_those_who_need_it(
    name: str, size: int, width: float, look_of: LookOf
) -> None:
    assert look_of(name, size).focus_width == width


@pytest.mark.parametrize("name", NAMES)
def test_qts_own_roles_have_the_colours_of_the_theme(name: str, look_of: LookOf) -> None:
    look = look_of(name)
    palette = look.palette()

    assert palette.color(QPalette.ColorRole.Window) == look.colour("window")
    assert palette.color(QPalette.ColorRole.Text) == look.colour("text")
    assert palette.color(QPalette.ColorRole.Highlight) == look.colour("selection")
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText) == look.colour("muted")


# --- faces


# --- what the system says


@pytest.mark.parametrize(
    ("scheme", "contrast", "name"),
    [
        (Scheme.Unknown, Contrast.NoPreference, "light"),
        (Scheme.Light, Contrast.NoPreference, "light"),
        (Scheme.Dark, Contrast.NoPreference, "dark"),
        (Scheme.Light, Contrast.HighContrast, "hc_white"),
        (Scheme.Dark, Contrast.HighContrast, "hc_black"),
    ],
)
def test_high_contrast_comes_before_dark_before_light(
    scheme: Scheme, contrast: Contrast, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    system_is(monkeypatch, scheme, contrast)

    assert system_theme() == name


def test_the_theme_follows_the_system_until_one_is_chosen(
    appearance: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    assert appearance.look.theme.name == "light"

    system_is(monkeypatch, Scheme.Dark, Contrast.NoPreference)
    with qtbot.waitSignal(appearance.changed):
        hints.colorSchemeChanged.emit(Scheme.Dark)
    assert appearance.look.theme.name == "dark"

    system_is(monkeypatch, Scheme.Dark, Contrast.HighContrast)
    with qtbot.waitSignal(appearance.changed):
        hints.accessibility().contrastPreferenceChanged.emit(Contrast.HighContrast)
    assert appearance.look.theme.name == "hc_black"

    appearance.set_choice("sepia")
    with qtbot.assertNotEmitted(appearance.changed):
        hints.colorSchemeChanged.emit(Scheme.Light)
    assert appearance.look.theme.name == "sepia"

    appearance.set_choice(SYSTEM)
    assert appearance.look.theme.name == "hc_black"


# --- the reader's choice


def test_a_choice_changes_the_look_once(appearance: Appearance, qtbot: QtBot) -> None:
    with qtbot.waitSignal(appearance.changed):
        appearance.set_choice("dark")
    assert (appearance.choice, appearance.look.theme.name) == ("dark", "dark")

    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_choice("dark")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [(-5, SMALLEST_TEXT), (79, 80), (80, 80), (137, 137), (250, 250), (251, LARGEST_TEXT), (9999, 250)],
)
def test_text_is_never_smaller_than_80_or_larger_than_250(
    asked: int, shown: int, appearance: Appearance
) -> None:
    appearance.set_text_size(asked)

    assert appearance.text_size == appearance.look.text_size == shown


def test_the_size_that_is_shown_already_changes_nothing(appearance: Appearance, qtbot: QtBot) -> None:
    appearance.set_text_size(9999)

    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_text_size(250)


def test_steps_lead_from_80_to_250_and_back(appearance: Appearance) -> None:
    def walk(direction: int) -> list[int]:
        sizes = []
        while (size := appearance.next_size(direction)) != appearance.text_size:
            appearance.set_text_size(size)
            sizes.append(size)
        return sizes

    appearance.set_text_size(80)

    assert walk(1) == list(TEXT_STEPS[1:])
    assert walk(-1) == list(reversed(TEXT_STEPS[:-1]))


def test_a_step_from_a_size_between_leads_to_its_neighbours(appearance: Appearance) -> None:
    appearance.set_text_size(137)

    assert (appearance.next_size(-1), appearance.next_size(1)) == (125, 150)


def test_a_theme_is_read_once(appearance: Appearance) -> None:
    assert appearance.theme("dark") is appearance.theme("dark")
