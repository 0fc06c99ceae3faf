import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.notice import CLOSED, Notice
from tests.gui.hands import button_called, press


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


ANSWERS = (("here", "Keep here"), ("there", "Keep there"))


def buttons(notice: Notice) -> list[str]:
    return [button.text() for button in notice.findChildren(QPushButton) if button.isVisible()]


def test_what_there_is_to_decide_has_a_button_for_each_answer(notice: Notice, qtbot: QtBot) -> None:
    notice.ask("drive", "Where?", ANSWERS)

    assert notice.words() == notice.accessibleName() == "Where?"
    assert buttons(notice) == ["Keep here", "Keep there"]
    with qtbot.waitSignal(notice.answered) as answered:
        button_called(notice, "Keep there", QPushButton).click()
    assert answered.args == ["drive", "there"]
    assert notice.isHidden()


def test_closing_it_is_an_answer_too(notice: Notice, qtbot: QtBot) -> None:
    notice.ask("drive", "Where?", ANSWERS)

    with qtbot.waitSignal(notice.answered) as answered:
        close(notice)

    assert answered.args == ["drive", CLOSED]


def test_asked_again_it_is_asked_once(notice: Notice) -> None:
    for _ in range(2):
        notice.ask("drive", "Where?", ANSWERS)
    close(notice)

    assert notice.isHidden()


def test_the_buttons_go_with_the_question(notice: Notice, qtbot: QtBot) -> None:
    notice.ask("drive", "Where?", ANSWERS)
    notice.say("The file is torn.")

    button_called(notice, "Keep here", QPushButton).click()

    assert notice.words() == "The file is torn."
    assert buttons(notice) == []
    with qtbot.assertNotEmitted(notice.answered):
        close(notice)


def test_a_question_waits_for_its_turn(notice: Notice) -> None:
    notice.say("The file is torn.")
    notice.ask("drive", "Where?", ANSWERS)

    assert (notice.words(), buttons(notice)) == ("The file is torn.", [])
    close(notice)
    assert (notice.words(), len(buttons(notice))) == ("Where?", 2)


def test_what_cannot_wait_comes_first_until_it_is_taken_back(notice: Notice, qtbot: QtBot) -> None:
    notice.say("The file is torn.")

    with qtbot.assertNotEmitted(notice.answered):
        for words in ("In a minute.", "In half a minute."):
            notice.say_first("idle", words)
        assert notice.words() == "In half a minute."
        notice.take_back("idle")
    assert notice.words() == "The file is torn."


def test_the_keyboard_goes_through_the_answers_to_the_cross(notice: Notice, qtbot: QtBot) -> None:
    notice.ask("drive", "Where?", ANSWERS)
    with qtbot.waitActive(notice):
        notice.activateWindow()
    button_called(notice, "Keep here", QPushButton).setFocus()

    reached = []
    for _ in range(2):
        press(notice, Qt.Key.Key_Tab)
        focus = notice.focusWidget()
        assert focus is not None
        reached.append(focus.accessibleName() or focus.property("text"))

    assert reached == ["Keep there", "Close this notice"]


def test_only_a_trouble_looks_like_one(notice: Notice) -> None:
    notice.say("The file is torn.")
    assert notice.property("kind") == "trouble"

    notice.say_first("idle", "In a minute.")
    assert notice.property("kind") == "quiet"


def test_what_is_wrong_stays_told_when_something_is_done_about_it(notice: Notice, qtbot: QtBot) -> None:
    notice.say("The content file has changed.", answers=[("check", "Check this installation")])

    with qtbot.waitSignal(notice.answered) as caught:
        button_called(notice, "Check this installation", QPushButton).click()

    assert caught.args == ["", "check"]
    assert notice.words() == "The content file has changed."
    close(notice)
    assert notice.isHidden()


def test_of_what_is_told_under_a_name_only_the_last_stays(notice: Notice, qtbot: QtBot) -> None:
    notice.say("Another one.")
    for words in ("The disk is full.", "The file is damaged."):
        notice.say(words, name="own file", answers=[("mend", "Mend it")])
    close(notice)
    assert notice.words() == "The file is damaged."

    with qtbot.waitSignal(notice.answered) as answered:
        button_called(notice, "Mend it", QPushButton).click()
    assert answered.args == ["own file", "mend"]
    assert notice.words() == "The file is damaged."
    notice.take_back("own file")
    assert notice.words() == ""
