import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.notice import Notice
from tests.gui.hands import button_called


@pytest.fixture
def notice(qtbot: QtBot, look: Look, icons: IconShelf) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.set_look(look, icons)
    return notice


def close(notice: Notice) -> None:
    button_called(notice, "Close this notice", QToolButton).click()


def test_with_nothing_to_say_it_is_not_there(notice: Notice) -> None:
    assert notice.isHidden()
    assert notice.words() == ""


def test_it_says_what_is_wrong_to_eyes_and_ears_until_it_is_closed(notice: Notice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(notice.closed):
        notice.say("The file is <b>torn</b>.")

    assert notice.isVisible()
    assert notice.words() == notice.accessibleName() == "The file is <b>torn</b>."
    assert "The file is <b>torn</b>." in [label.text() for label in notice.findChildren(QLabel)]

    with qtbot.waitSignal(notice.closed):
        close(notice)
    assert notice.isHidden()
    assert notice.words() == ""


def test_several_notices_come_one_after_the_other_each_once(notice: Notice) -> None:
    for words in ("First.", "Second.", "First."):
        notice.say(words)

    shown = []
    while words := notice.words():
        shown.append(words)
        close(notice)

    assert shown == ["First.", "Second."]
    assert notice.isHidden()


def test_what_was_about_the_page_before_goes_and_the_rest_stays(notice: Notice) -> None:
    notice.say("No such page.", passing=True)
    notice.say("The file is torn.")

    notice.drop_passing()

    assert notice.words() == "The file is torn."
    notice.drop_passing()
    assert notice.isVisible()


def test_a_passing_notice_alone_leaves_nothing(notice: Notice) -> None:
    notice.say("No such page.", passing=True)

    notice.drop_passing()

    assert notice.isHidden()
