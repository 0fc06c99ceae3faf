"""Letters that are underlined: within one menu, window or dialog each stands for one thing."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from crmo_desktop.gui.main_window import MainWindow
from tests.gui.conftest import Desk
from tests.gui.scenes import SCENES, closed, opened


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open()


@pytest.fixture
def scene(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[QWidget]:
    yield opened(window, request.param)
    closed(window)


def letters(texts: list[str]) -> list[str]:
    return [key for text in texts if (key := QKeySequence.mnemonic(text).toString())]


def twice(found: list[str]) -> list[str]:
    return [letter for letter, n in Counter(found).items() if n > 1]


@pytest.mark.parametrize("scene", SCENES, indirect=True, ids=lambda scene: scene.__name__)
def test_in_a_window_or_dialog_a_letter_is_used_once(scene: QWidget, window: MainWindow) -> None:
    texts = [part.text() for part in scene.findChildren(QAbstractButton) if part.isVisible()]
    texts += [part.text() for part in scene.findChildren(QLabel) if part.isVisible() and part.buddy()]
    if scene is window:
        texts += [action.text() for action in window.menuBar().actions()]

    assert twice(letters(texts)) == []


def test_in_every_menu_every_entry_has_a_letter_of_its_own(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    assert len(menus) > 4
    for menu in menus:
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert len(letters(texts)) == len(texts), texts
        assert twice(letters(texts)) == [], texts


def test_no_action_has_a_key_that_opens_a_menu(window: MainWindow) -> None:
    menus = set(letters([action.text() for action in window.menuBar().actions()]))

    for action in window.table.all():
        assert not menus & {key.toString() for key in action.shortcuts()}, action.text()
