import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.audience_switch import AudienceSwitch
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, press


@pytest.fixture
def switch(show: Show, look: Look, icons: IconShelf) -> AudienceSwitch:
    switch = AudienceSwitch()
    switch.set_look(look, icons)
    show(switch, 300, 60)
    return switch


def test_setting_the_audience_from_code_is_silent(switch: AudienceSwitch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.audience_chosen):
        switch.set_audience(Audience.CLINICIAN)

    assert switch.audience() is Audience.CLINICIAN


def test_a_click_on_the_other_part_chooses_it(switch: AudienceSwitch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.audience_chosen) as chosen:
        click(button_called(switch, "Clinicians", QToolButton))

    assert chosen.args == [Audience.CLINICIAN]
    assert switch.audience() is Audience.CLINICIAN


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_arrows_move_to_the_other_part_and_choose_it(
    key: Qt.Key, switch: AudienceSwitch, qtbot: QtBot
) -> None:
    button_called(switch, "Families", QToolButton).setFocus()

    with qtbot.waitSignal(switch.audience_chosen) as chosen:
        press(switch, key)

    assert chosen.args == [Audience.CLINICIAN]
    assert switch.focusWidget() is button_called(switch, "Clinicians", QToolButton)


def test_other_keys_choose_nothing(switch: AudienceSwitch, qtbot: QtBot) -> None:
    button_called(switch, "Families", QToolButton).setFocus()

    with qtbot.assertNotEmitted(switch.audience_chosen):
        press(switch, Qt.Key.Key_Up)


def test_one_part_is_on_and_both_say_what_they_are(switch: AudienceSwitch) -> None:
    buttons = switch.findChildren(QToolButton)

    assert [button.isChecked() for button in buttons] == [True, False]
    assert [button.accessibleName() for button in buttons] == ["Families", "Clinicians"]
    assert all(button.accessibleDescription() for button in buttons)
    assert not any(button.icon().isNull() for button in buttons)
    assert switch.accessibleName() == "Written for"
