import pytest
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.own_strip import OwnStrip
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click


@pytest.fixture
def strip(show: Show, look: Look, icons: IconShelf) -> OwnStrip:
    window = QWidget()
    strip = OwnStrip(window)
    layout = QVBoxLayout(window)
    layout.addWidget(strip)
    strip.set_look(look, icons)
    show(window, 600, 200)
    return strip


def buttons(strip: OwnStrip) -> list[str]:
    found = [*strip.findChildren(QPushButton), *strip.findChildren(QToolButton)]
    return [button.accessibleName() or button.text() for button in found if button.isVisible()]


def test_without_anything_to_tell_it_is_not_there(strip: OwnStrip) -> None:
    assert not strip.isVisible()


def test_the_note_is_told_and_opened(strip: OwnStrip, qtbot: QtBot) -> None:
    strip.say("Your note: Ask", "")

    assert strip.isVisible()
    assert buttons(strip) == ["Open the note"]
    with qtbot.waitSignal(strip.note_wanted):
        click(button_called(strip, "Open the note", QPushButton))


def test_what_is_gone_is_told_and_leads_to_where_it_is_kept(strip: OwnStrip, qtbot: QtBot) -> None:
    strip.say("", "1 highlight is no longer on this page.")

    assert buttons(strip) == ["My notes and marks", "Close this line"]
    with qtbot.waitSignal(strip.things_wanted):
        click(button_called(strip, "My notes and marks", QPushButton))


def test_the_line_of_what_is_gone_can_be_closed_and_the_note_stays(strip: OwnStrip, qtbot: QtBot) -> None:
    strip.say("Your note: Ask", "1 highlight is no longer on this page.")

    with qtbot.waitSignal(strip.left):
        click(button_called(strip, "Close this line", QToolButton))

    assert strip.words() == ("Your note: Ask", "")
    assert buttons(strip) == ["Open the note"]


def test_from_code_it_is_silent(strip: OwnStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.left), qtbot.assertNotEmitted(strip.note_wanted):
        strip.say("Your note: Ask", "Gone")
        strip.say("", "")

    assert not strip.isVisible()
