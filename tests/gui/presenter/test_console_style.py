"""Tests of `crmo_desktop.gui.presenter.console_style`."""

from pathlib import Path

import pytest

from crmo_desktop.gui.presenter.console_style import console_css, console_look
from crmo_desktop.gui.theme import Appearance


@pytest.mark.parametrize(
    ("choice", "name"),
    [
        ("light", "dark"),
        ("sepia", "dark"),
        ("dark", "dark"),
        ("hc_white", "hc_black"),
        ("hc_black", "hc_black"),
    ],
)
def test_the_console_is_dark_whatever_the_reader_chose(choice: str, name: str, themes: Path) -> None:
    appearance = Appearance(themes, choice=choice, text_size=150)

    look = console_look(appearance)

    assert look.theme.name == name
    assert look.text_size == 150
    assert appearance.look.theme.name == choice


@pytest.mark.parametrize("choice", ["light", "hc_white"])
def test_its_rules_take_colours_from_the_theme_only(choice: str, themes: Path) -> None:
    look = console_look(Appearance(themes, choice=choice))
    sheet = console_css(look)

    used = {
        word.strip(";") for word in sheet.split() if word.startswith("#") and word.strip(";")[1:].isalnum()
    }
    colours = {
        word for word in used if len(word) == 7 and all(sign in "0123456789ABCDEFabcdef" for sign in word[1:])
    }
    assert colours <= set(look.theme.colours.values())
    assert colours
