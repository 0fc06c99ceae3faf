import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.undo_toast import UndoToast
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called

LONG = "Note on “" + "The spine and the pelvis in the first year " * 6 + "” deleted"


@pytest.fixture
def holder(show: Show) -> QWidget:
    holder = QWidget()
    show(holder, 800, 400)
    return holder


@pytest.fixture
def toast(holder: QWidget, look: Look, icons: IconShelf) -> UndoToast:
    toast = UndoToast(holder)
    toast.set_look(look, icons)
    return toast


def test_with_nothing_to_say_it_is_not_there(toast: UndoToast) -> None:
    assert toast.isHidden()
    assert toast.words() == ""


def test_it_stands_in_the_middle_of_the_foot(toast: UndoToast, holder: QWidget) -> None:
    toast.say("Bookmark “Spine” deleted", "Ctrl+Z", holder)

    assert abs(toast.geometry().center().x() - holder.rect().center().x()) <= 1
    assert holder.rect().contains(toast.geometry())
    assert toast.geometry().bottom() > holder.height() - 30


def test_it_follows_what_it_stands_over(toast: UndoToast, holder: QWidget) -> None:
    part = QWidget(holder)
    part.setGeometry(100, 0, 500, 300)
    part.show()
    toast.say("Bookmark “Spine” deleted", "", part)

    part.setGeometry(0, 0, 600, 350)

    assert abs(toast.geometry().center().x() - 299) <= 1
    assert toast.geometry().bottom() < 350


def test_long_words_are_wrapped_and_none_are_cut(
    toast: UndoToast, holder: QWidget, look_of: LookOf, icons: IconShelf
) -> None:
    toast.set_look(look_of("light", 200), icons)

    toast.say(LONG, "Ctrl+Z", holder)

    label = next(label for label in toast.findChildren(QLabel) if label.text() == LONG)
    assert holder.rect().contains(toast.geometry())
    assert label.height() >= label.heightForWidth(label.width())
    buttons = QRect(button_called(toast, f"Undo: {LONG}", QPushButton).geometry())
    assert toast.rect().contains(buttons)


def test_showing_and_dropping_from_code_is_silent(toast: UndoToast, holder: QWidget, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(toast.undo_wanted), qtbot.assertNotEmitted(toast.closed):
        toast.say("Bookmark “Spine” deleted", "Ctrl+Z", holder)
        toast.drop()

    assert toast.words() == ""


def test_it_tells_that_the_keyboard_was_in_it(toast: UndoToast, holder: QWidget, qtbot: QtBot) -> None:
    toast.say("Bookmark “Spine” deleted", "Ctrl+Z", holder)
    button_called(toast, "Undo: Bookmark “Spine” deleted", QPushButton).setFocus()

    with qtbot.waitSignal(toast.left):
        toast.drop()
