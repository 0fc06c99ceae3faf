from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.pinned import Pinned, PinnedBox, PinnedStrip
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click, has_colour, picture_of, press

RED = Pinned("red", "urgent", "Get help fast", "Fever with pain.", "All red flags", "crmo://topic/red-flags")
CAUTION = Pinned("caution", "alert-triangle", "Reports, not advice", "Use your own formulary.", "", "")
Part: TypeAlias = PinnedBox | PinnedStrip


@pytest.fixture(params=[PinnedBox, PinnedStrip])
def part(request: pytest.FixtureRequest, show: Show, look: Look, icons: IconShelf) -> Part:
    part: Part = request.param(look, icons)
    show(part, 400, 120 if isinstance(part, PinnedBox) else 40)
    return part


def link_of(part: Part) -> QPushButton:
    (link,) = part.findChildren(QPushButton)
    return link


def words_of(part: Part) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_without_anything_pinned_it_paints_nothing(part: Part, look: Look) -> None:
    part.set_look(look)
    picture = picture_of(part)

    assert not has_colour(picture, look.colour("red_bar"))
    assert part.accessibleName() == ""


def test_pinning_from_code_is_silent_and_shows_the_words(part: Part, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(part.address_chosen):
        part.set_pinned(RED)

    assert "Get help fast" in words_of(part)
    assert link_of(part).text() == "All red flags"
    assert (part.accessibleName(), part.accessibleDescription()) == ("Get help fast", "Fever with pain.")


def test_the_link_leads_to_its_target_by_mouse_and_by_key(part: Part, qtbot: QtBot) -> None:
    part.set_pinned(RED)

    with qtbot.waitSignal(part.address_chosen) as chosen:
        click(link_of(part))
    assert chosen.args == ["crmo://topic/red-flags"]

    link_of(part).setFocus()
    with qtbot.waitSignal(part.address_chosen) as chosen:
        press(part, Qt.Key.Key_Space)
    assert chosen.args == ["crmo://topic/red-flags"]


def test_what_leads_nowhere_has_no_link_and_all_its_words(part: Part) -> None:
    part.set_pinned(CAUTION)

    assert not link_of(part).isVisible()
    assert "Reports, not advice" in words_of(part)
    assert "Use your own formulary." in words_of(part)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_call_out_in_every_theme(name: str, part: Part, look_of: LookOf) -> None:
    look = look_of(name)
    part.set_pinned(RED)

    part.set_look(look)

    picture = picture_of(part)
    assert has_colour(picture, look.colour("red_bar"), least=100)
    assert look.is_high_contrast or has_colour(picture, look.colour("red_bg"), least=5000)


def test_the_strip_tells_the_words_it_has_no_room_for(look: Look, icons: IconShelf, qtbot: QtBot) -> None:
    strip = PinnedStrip(look, icons)
    qtbot.addWidget(strip)

    strip.set_pinned(RED)

    assert strip.toolTip() == "Fever with pain."


def test_the_link_of_nothing_pinned_leads_nowhere(part: Part, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(part.address_chosen):
        link_of(part).click()
