"""Drawing or table, larger, smaller."""

from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_bar import PictureBar
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click


def test_buttons_tell_what_is_wanted(icons: IconShelf, look: Look, show: Show) -> None:
    bar = PictureBar(icons)
    zooms: list[int] = []
    tables: list[bool] = []
    bar.set_look(look)
    bar.zoom_wanted.connect(zooms.append)
    bar.table_wanted.connect(tables.append)
    show(bar, 600, 60)

    for button in bar.findChildren(QToolButton):
        click(button)
    assert zooms == [-1, 1, 0]
    toggle = button_called(bar, "Show as table", QPushButton)
    click(toggle)
    click(toggle)
    assert tables == [True, False]


def test_what_is_set_is_shown_and_not_told(icons: IconShelf, look: Look, show: Show, qtbot: QtBot) -> None:
    bar = PictureBar(icons)
    bar.set_look(look)
    show(bar, 600, 60)

    with qtbot.assertNotEmitted(bar.table_wanted, wait=1), qtbot.assertNotEmitted(bar.zoom_wanted, wait=1):
        bar.set_zoom(1.5)
        bar.set_table(True)
    assert [label.text() for label in bar.findChildren(QLabel)] == ["150%"]
    assert button_called(bar, "Show as table", QPushButton).isChecked()
    assert not any(button.isVisible() for button in bar.findChildren(QToolButton)), "a table has no size"
    bar.set_table(False, offered=False)
    assert not any(button.isVisible() for button in bar.findChildren(QPushButton))
    assert all(button.isVisible() for button in bar.findChildren(QToolButton))
