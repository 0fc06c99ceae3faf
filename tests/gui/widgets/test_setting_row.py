import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.setting_row import SettingRow
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click


@pytest.fixture
def row(show: Show, look: Look, icons: IconShelf) -> SettingRow:
    row = SettingRow("Reading ruler", "A bar that follows.", QCheckBox(), icons)
    row.set_look(look)
    show(row, 600, 90)
    return row


def said(row: SettingRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel) if label.isVisible()]


def test_it_says_its_name_and_a_line_of_help(row: SettingRow) -> None:
    assert said(row) == ["Reading ruler", "A bar that follows."]
    assert row.note() == ""


def test_the_way_back_is_there_while_the_default_does_not_hold(row: SettingRow, qtbot: QtBot) -> None:
    assert not row.back.isVisible()

    row.set_default(False)
    assert row.back.isVisible()
    with qtbot.waitSignal(row.default_wanted):
        click(row.back)

    row.set_default(True)
    assert not row.back.isVisible()
    assert row.back.accessibleName() == "Back to the default of “Reading ruler”"


def test_the_keyboard_is_not_lost_with_the_way_back(row: SettingRow) -> None:
    row.set_default(False)
    row.back.setFocus()

    row.set_default(True)

    assert row.control.hasFocus()


def test_showing_what_is_set_is_silent(row: SettingRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.default_wanted):
        row.set_default(False)
        row.set_default(True)


def test_locked_it_says_why(row: SettingRow) -> None:
    row.set_default(False)

    row.lock("Set by somebody")

    assert not row.control.isEnabled()
    assert not row.back.isVisible()
    assert said(row)[-1] == row.toolTip() == "Set by somebody"


def test_why_it_is_locked_may_stand_elsewhere_and_is_heard_here(
    show: Show, look: Look, icons: IconShelf
) -> None:
    box = QCheckBox()
    box.setAccessibleName("Reading ruler")
    box.setAccessibleDescription("A bar.")
    row = SettingRow("Reading ruler", "A bar.", box, icons)
    row.set_look(look)
    show(row, 600, 90)

    row.lock("", "Readers take turns.")

    assert said(row) == ["Reading ruler", "A bar."]
    assert box.accessibleDescription() == "A bar. Readers take turns."


def test_a_note_comes_and_goes(row: SettingRow) -> None:
    row.set_note("No voice")
    assert said(row)[-1] == row.note() == "No voice"

    row.set_note("")
    assert said(row) == ["Reading ruler", "A bar that follows."]


def test_what_it_is_set_by_goes_below_where_there_is_no_room_beside(
    row: SettingRow, look_of: LookOf, qtbot: QtBot
) -> None:
    name = row.findChildren(QLabel)[0]

    def is_beside() -> bool:
        return row.control.x() > name.geometry().right()

    qtbot.waitUntil(is_beside)

    row.resize(200, 140)
    qtbot.waitUntil(lambda: not is_beside())
    assert row.control.y() > name.geometry().bottom()

    row.resize(600, 90)
    qtbot.waitUntil(is_beside)

    row.set_look(look_of("light", 250))
    assert row.back.iconSize().width() > 30
