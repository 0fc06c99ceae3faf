from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.recent_menu import RecentMenu
from tests.gui.conftest import Show


@pytest.fixture
def field(show: Show) -> QLineEdit:
    field = QLineEdit()
    show(field, 300, 40)
    return field


@pytest.fixture
def menu(field: QLineEdit, qtbot: QtBot) -> Iterator[RecentMenu]:
    menu = RecentMenu(["Humira & co", "limping", "x" * 100], field)
    menu.open_below()
    qtbot.waitUntil(menu.isVisible)
    yield menu
    menu.close()


def texts(menu: RecentMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_last_search_is_first_and_has_the_keyboard(menu: RecentMenu) -> None:
    assert texts(menu) == [
        "Searched lately",
        "Humira && co",
        "limping",
        "x" * 60 + "…",
        "Forget recent searches",
    ]
    assert menu.activeAction().data() == "Humira & co"
    assert not menu.actions()[0].isEnabled()


def test_it_opens_below_the_field_and_as_wide(menu: RecentMenu, field: QLineEdit) -> None:
    assert menu.width() >= field.width()
    assert menu.y() >= field.mapToGlobal(field.rect().bottomLeft()).y()


def test_a_search_is_chosen_by_keys(menu: RecentMenu, qtbot: QtBot) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(menu.query_chosen) as chosen:
        QTest.keyClick(menu, Qt.Key.Key_Return)

    assert chosen.args == ["x" * 100]
    assert not menu.isVisible()


def test_all_can_be_forgotten(menu: RecentMenu, qtbot: QtBot) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Up)
    with qtbot.waitSignal(menu.forget_wanted), qtbot.assertNotEmitted(menu.query_chosen):
        QTest.keyClick(menu, Qt.Key.Key_Return)


def test_escape_chooses_nothing(menu: RecentMenu, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(menu.query_chosen), qtbot.assertNotEmitted(menu.forget_wanted):
        QTest.keyClick(menu, Qt.Key.Key_Escape)

    assert not menu.isVisible()
