"""Words, sources and ways out below a picture."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.link_flow import FlowLink
from crmo_desktop.gui.widgets.picture_foot import PictureFoot
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click

LINKS = [FlowLink("a-2020", "A 2020 [1]", "Source 1: A 2020"), FlowLink("b-2021", "B 2021 [2]", "Source 2")]


@pytest.fixture
def foot(icons: IconShelf, look: Look, show: Show) -> PictureFoot:
    foot = PictureFoot(icons)
    foot.set_look(look)
    foot.set_words(("First.", "Then."))
    foot.set_sources("Sources:", LINKS)
    show(foot, 600, 300)
    return foot


def words(foot: PictureFoot) -> QLabel:
    return next(label for label in foot.findChildren(QLabel) if "First." in label.text())


def test_the_words_are_folded_until_they_are_wanted(foot: PictureFoot, qtbot: QtBot) -> None:
    assert not words(foot).isVisible()
    fold = button_called(foot, "In words", QPushButton)

    with qtbot.waitSignal(foot.unfolded):
        click(fold)
    assert words(foot).isVisible()
    assert words(foot).text() == "First.\n\nThen."
    click(fold)
    assert not words(foot).isVisible()


def test_buttons_and_links_tell_what_is_wanted(foot: PictureFoot) -> None:
    actions: list[str] = []
    sources: list[str] = []
    foot.action_chosen.connect(actions.append)
    foot.source_chosen.connect(sources.append)

    for name in ("Copy as picture", "Copy as SVG", "Save…", "Print…"):
        click(button_called(foot, name, QPushButton))
    for link in foot.sources.buttons():
        click(link)

    assert actions == ["copy", "svg", "save", "print"]
    assert sources == ["a-2020", "b-2021"]
    assert foot.button_of("b-2021") is foot.sources.buttons()[1]
    assert foot.button_of("c") is None


def test_another_picture_is_folded_again_and_silent(foot: PictureFoot, qtbot: QtBot) -> None:
    click(button_called(foot, "In words", QPushButton))
    with qtbot.assertNotEmitted(foot.unfolded, wait=1), qtbot.assertNotEmitted(foot.source_chosen, wait=1):
        foot.set_words(())
        foot.set_sources("Source:", [])
    assert not button_called(foot, "In words", QPushButton).isVisible()
    assert not foot.sources.isVisible()
