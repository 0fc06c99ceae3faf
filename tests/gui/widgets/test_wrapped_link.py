import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.wrapped_link import WrappedLink
from tests.gui.conftest import Show
from tests.gui.hands import press

LONG = "Understanding CRMO › What is CRMO? › How it was recognised and what it was called before"


@pytest.fixture
def link(show: Show) -> WrappedLink:
    holder = QWidget()
    link = WrappedLink(holder)
    layout = QVBoxLayout(holder)
    layout.addWidget(link)
    layout.addStretch(1)
    link.set_words("Short")
    show(holder, 220, 200)
    return link


def test_it_says_its_words_to_eyes_and_ears(link: WrappedLink) -> None:
    assert link.words() == link.accessibleName() == "Short"


def test_long_words_take_more_lines_not_more_width(link: WrappedLink, qtbot: QtBot) -> None:
    before = link.height()

    link.set_words(LONG)

    qtbot.waitUntil(lambda: link.height() >= 2 * before)
    assert link.height() >= link.heightForWidth(link.width())
    assert link.minimumSizeHint().width() < link.width()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(key: Qt.Key, link: WrappedLink, qtbot: QtBot) -> None:
    link.setFocus()

    with qtbot.waitSignal(link.clicked):
        press(link, key)
