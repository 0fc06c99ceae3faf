import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.gui.dialogs.address import OpenAddressDialog, OutsideAddressDialog
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import Browser
from tests.gui.hands import button_called, press, type_words

ADDRESS = "https://doi.org/10.1000/bone.1?a=1&b=2"


@pytest.fixture(autouse=True)
def _clean_clipboard(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()


# --- an address outside


@pytest.fixture
def outside(browser: Browser, look: Look, qtbot: QtBot) -> OutsideAddressDialog:
    dialog = OutsideAddressDialog(ADDRESS, look, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def test_an_address_outside_is_shown_and_opens_nothing(
    outside: OutsideAddressDialog, browser: Browser
) -> None:
    (shown,) = outside.findChildren(QTextEdit)

    assert (shown.accessibleName(), shown.toPlainText()) == ("Address", ADDRESS)
    assert "This address needs the internet" in [label.text() for label in outside.findChildren(QLabel)]
    assert outside.focusWidget() is button_called(outside, "Copy address", QPushButton)
    assert browser.addresses == []


def test_enter_copies_it_and_opens_nothing(
    outside: OutsideAddressDialog, browser: Browser, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([outside.copied, outside.accepted]):
        press(outside, Qt.Key.Key_Return)

    assert QGuiApplication.clipboard().text() == ADDRESS
    assert browser.addresses == []


def test_only_the_readers_own_press_hands_it_to_the_browser(
    outside: OutsideAddressDialog, browser: Browser, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(outside.accepted), qtbot.assertNotEmitted(outside.copied):
        button_called(outside, "Open in browser", QPushButton).click()

    assert browser.addresses == [ADDRESS]
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("by_key", [True, False])
def test_escape_and_cancel_do_neither(
    by_key: bool, outside: OutsideAddressDialog, browser: Browser, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(outside.rejected), qtbot.assertNotEmitted(outside.copied):
        if by_key:
            press(outside, Qt.Key.Key_Escape)
        else:
            button_called(outside, "Cancel", QPushButton).click()

    assert browser.addresses == []
    assert QGuiApplication.clipboard().text() == ""


# --- an address of the reference


@pytest.fixture
def asked(look: Look, qtbot: QtBot) -> OpenAddressDialog:
    return ask(look, qtbot)


def ask(look: Look, qtbot: QtBot) -> OpenAddressDialog:
    dialog = OpenAddressDialog(look, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def field_of(dialog: OpenAddressDialog) -> QLineEdit:
    (field,) = dialog.findChildren(QLineEdit)
    return field


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("crmo://topic/mri#protocol", TopicAddress(TopicId("mri"), SectionId("protocol"))),
        (" mri ", TopicAddress(TopicId("mri"))),
    ],
)
def test_an_address_that_is_typed_is_told(
    written: str, address: TopicAddress, asked: OpenAddressDialog, qtbot: QtBot
) -> None:
    type_words(asked, written)

    with qtbot.waitSignal(asked.address_chosen) as chosen:
        press(asked, Qt.Key.Key_Return)

    assert chosen.args == [address]
    assert not asked.isVisible()


def test_what_is_no_address_is_told_in_words_and_can_be_mended(
    asked: OpenAddressDialog, qtbot: QtBot
) -> None:
    type_words(asked, "No Such!")
    with qtbot.assertNotEmitted(asked.address_chosen):
        press(asked, Qt.Key.Key_Return)

    told = [label.text() for label in asked.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("“No Such!” is not an address of this reference.") for words in told)
    assert asked.isVisible()
    assert asked.focusWidget() is field_of(asked)
    assert field_of(asked).text() == "No Such!"
    field_of(asked).clear()
    type_words(asked, "mri")
    with qtbot.waitSignal(asked.address_chosen):
        press(asked, Qt.Key.Key_Return)


def test_an_address_that_was_copied_is_there_already(look: Look, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(" crmo://topic/mri \n")

    dialog = ask(look, qtbot)

    field = field_of(dialog)
    assert field.text() == field.selectedText() == "crmo://topic/mri"
    assert field.accessibleName() == "Address"


def test_other_words_that_were_copied_are_not(look: Look, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("my secret")

    assert field_of(ask(look, qtbot)).text() == ""


def test_escape_tells_nothing(asked: OpenAddressDialog, qtbot: QtBot) -> None:
    type_words(asked, "mri")

    with qtbot.waitSignal(asked.rejected), qtbot.assertNotEmitted(asked.address_chosen):
        press(asked, Qt.Key.Key_Escape)
