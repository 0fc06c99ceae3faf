import re

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import NAMES, Look
from tests.gui.conftest import RESOURCES, LookOf
from tests.gui.hands import has_colour, picture_of

ICONS = RESOURCES / "icons"
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [80, 100, 250])
def test_the_sheet_has_the_colours_of_its_theme_and_no_others(name: str, size: int, look_of: LookOf) -> None:
    look = look_of(name, size)
    sheet = style_sheet(look, ICONS)

    used = set(COLOUR.findall(sheet))

    assert used <= set(look.theme.colours.values())
    assert {look.name_of("text"), look.name_of("focus")} <= used
    assert sheet.count("{") == sheet.count("}")


def test_what_the_sheet_draws_with_is_there(look: Look) -> None:
    files = re.findall(r'url\("([^"]+)"\)', style_sheet(look, ICONS))

    assert files
    assert [file for file in files if not (ICONS / file).is_file()] == []


@pytest.mark.parametrize("name", NAMES)
def test_qt_understands_the_sheet(name: str, look_of: LookOf, qtbot: QtBot) -> None:
    """A sheet that Qt cannot read is a warning, and that fails the test."""
    look = look_of(name)
    box = QWidget()
    qtbot.addWidget(box)
    box.setObjectName("notice")
    label = QLabel("Words", box)
    label.setProperty("kind", "muted")
    QVBoxLayout(box).addWidget(label)

    box.setStyleSheet(style_sheet(look, ICONS))
    label.ensurePolished()

    assert label.palette().color(label.foregroundRole()) == look.colour("muted")
    assert has_colour(picture_of(box), look.colour("caution_bar"), least=20)


def test_words_are_as_large_as_the_reader_wants(look_of: LookOf, qtbot: QtBot) -> None:
    label = QLabel("Words")
    label.setProperty("kind", "key")
    qtbot.addWidget(label)
    sizes = []

    for size in (80, 100, 200, 250):
        label.setStyleSheet(style_sheet(look_of("light", size), ICONS))
        label.ensurePolished()
        sizes.append(label.font().pixelSize())

    assert sizes == [10, 13, 26, 26]


def test_scroll_bars_are_wider_where_they_are_hard_to_hit(look_of: LookOf) -> None:
    def width(look: Look) -> int:
        found = re.search(r"QScrollBar:vertical \{[^}]*width: (\d+)px", style_sheet(look, ICONS))
        assert found is not None
        return int(found[1])

    assert width(look_of("light", 150)) > width(look_of("light", 125))
    assert width(look_of("hc_black")) > width(look_of("dark"))


def test_what_is_chosen_has_an_edge_where_all_grounds_are_alike(look_of: LookOf) -> None:
    def hover(look: Look) -> str:
        found = re.search(r"QToolButton:hover \{([^}]*)\}", style_sheet(look, ICONS))
        assert found is not None
        return found[1]

    assert "border: 2px" in hover(look_of("hc_white"))
    assert "border" not in hover(look_of("light"))
