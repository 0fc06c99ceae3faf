from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTableView, QTextEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import PackDamagedError
from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.gui.dialogs.about import AboutDialog
from crmo_desktop.gui.dialogs.address import OpenAddressDialog, OutsideAddressDialog
from crmo_desktop.gui.dialogs.check_installation import CheckInstallationDialog
from crmo_desktop.gui.dialogs.keys import KeysDialog
from crmo_desktop.gui.dialogs.licences import LicencesDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.window_parts import MEDICINES, RED_FLAGS, TREATMENT, Pins
from crmo_desktop.library.pack import Pack
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Browser, Desk
from tests.gui.hands import button_called, press, press_keys, type_words

OUTSIDE = "https://doi.org/10.1000/bone.1"
Opened = TypeVar("Opened", bound=QDialog)


# --- pins


@pytest.fixture
def pins(reading: ReadingService, qapp: QApplication) -> Pins:
    return Pins(reading, qapp)


class _WithoutRedFlags(ReadingService):
    """An edition, perhaps one made by a clinic, that has no topic on red flags."""

    def has(self, topic: str) -> bool:
        return topic != RED_FLAGS and super().has(topic)


def kind_of_pin(pins: Pins, reading: ReadingService, topic: str, audience: Audience) -> str:
    pinned = pins.for_page(reading.page(TopicId(topic), audience))
    return "" if pinned is None else pinned.role


@pytest.mark.parametrize(
    ("topic", "for_families", "for_clinicians"),
    [
        ("what-is-crmo", "red", "red"),
        ("mri", "red", "red"),
        ("about", "red", "red"),
        ("naproxen", "red", "caution"),
        ("treatment-overview", "red", "caution"),
        ("red-flags", "", ""),
        ("help-start", "", ""),
    ],
)
def test_each_kind_of_page_has_its_pin(
    topic: str, for_families: str, for_clinicians: str, pins: Pins, reading: ReadingService
) -> None:
    assert kind_of_pin(pins, reading, topic, Audience.PATIENT) == for_families
    assert kind_of_pin(pins, reading, topic, Audience.CLINICIAN) == for_clinicians


@pytest.mark.parametrize("audience", Audience)
def test_no_page_that_may_hold_a_dose_is_without_the_word_that_it_is_no_prescription(
    audience: Audience, pins: Pins, reading: ReadingService
) -> None:
    for chapter in reading.chapters():
        for topic in chapter.topics:
            page = reading.page(topic.id, audience)
            tells_doses = chapter.id == TREATMENT or topic.id == MEDICINES
            says_reports = tells_doses and page.audience is Audience.CLINICIAN
            assert (kind_of_pin(pins, reading, topic.id, audience) == "caution") == says_reports, topic.id


@pytest.mark.parametrize("audience", Audience)
def test_when_to_get_help_is_told_in_the_words_for_families_and_leads_to_all_signs(
    audience: Audience, pins: Pins, reading: ReadingService
) -> None:
    pinned = pins.for_page(reading.page(TopicId("mri"), audience))

    assert pinned is not None
    assert (pinned.title, pinned.link) == ("Get help fast", "All red flags")
    assert pinned.text == reading.page(RED_FLAGS, Audience.PATIENT).summary
    assert pinned.target == str(TopicAddress(RED_FLAGS))


@pytest.mark.parametrize("topic", ["naproxen", "drug-table"])
def test_doses_are_reports_and_lead_nowhere(topic: str, pins: Pins, reading: ReadingService) -> None:
    pinned = pins.for_page(reading.page(TopicId(topic), Audience.CLINICIAN))

    assert pinned is not None
    assert (pinned.title, pinned.link, pinned.target) == ("Reports, not advice", "", "")
    assert pinned.text == "Not a prescription. Use your own formulary."


def test_without_a_page_there_is_no_pin(pins: Pins) -> None:
    assert pins.for_page(None) is None


def test_an_edition_without_red_flags_pins_only_what_it_has(pack: Pack, qapp: QApplication) -> None:
    clinic = _WithoutRedFlags(pack)
    pins = Pins(clinic, qapp)

    assert kind_of_pin(pins, clinic, "mri", Audience.PATIENT) == ""
    assert kind_of_pin(pins, clinic, "naproxen", Audience.CLINICIAN) == "caution"


# --- dialogs over the window


def opened(window: MainWindow, kind: type[Opened]) -> Opened:
    (dialog,) = window.findChildren(kind)
    assert dialog.isVisible()
    assert QApplication.activeModalWidget() is dialog
    return dialog


def words_of(dialog: QDialog) -> list[str]:
    codes = [code.toPlainText() for code in dialog.findChildren(QTextEdit)]
    return [*(label.text() for label in dialog.findChildren(QLabel)), *codes]


def test_about_tells_this_version_and_this_edition(window: MainWindow, qtbot: QtBot) -> None:
    window.table["about"].trigger()

    dialog = opened(window, AboutDialog)
    assert "CRMO Desktop 1.2.3" in words_of(dialog)
    assert window.reading.edition.digest in words_of(dialog)
    assert dialog.focusWidget() is button_called(dialog, "Close", QPushButton)
    with qtbot.waitSignal(dialog.finished):
        dialog.close()


def test_the_list_of_keys_is_that_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    press_keys(window, "Ctrl+/")

    dialog = opened(window, KeysDialog)
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == len(dialog.rows())
    assert {row.action for row in dialog.rows()} >= {"find", "theme_dark", "keys"}
    assert dialog.rows()[0].where.startswith("Here: ")
    with qtbot.waitSignal(dialog.finished):
        dialog.close()


def test_an_address_that_is_typed_is_opened(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    press_keys(window, "Ctrl+O")
    dialog = opened(window, OpenAddressDialog)

    type_words(dialog, "mri#on-the-day")
    press(dialog, Qt.Key.Key_Return)

    assert window.navigator.trail.here.address == TopicAddress(TopicId("mri"), SectionId("on-the-day"))


def test_a_topic_that_is_not_there_is_told_above_the_page(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    press_keys(window, "Ctrl+O")
    dialog = opened(window, OpenAddressDialog)

    type_words(dialog, "no-such-topic")
    press(dialog, Qt.Key.Key_Return)

    assert window.notice.isVisible()
    assert "There is no topic “no-such-topic” in this edition." in window.notice.words()
    assert window.navigator.is_home()


def test_an_address_outside_is_shown_and_copying_it_is_told(window: MainWindow, browser: Browser) -> None:
    window.dialogs.show_outside_address(OUTSIDE)
    dialog = opened(window, OutsideAddressDialog)
    assert OUTSIDE in words_of(dialog)

    button_called(dialog, "Copy address", QPushButton).click()

    assert QGuiApplication.clipboard().text() == OUTSIDE
    assert window.status.said() == "Address copied"
    assert browser.addresses == []


def test_a_dialog_that_was_closed_is_gone_and_the_keyboard_is_back(window: MainWindow, qtbot: QtBot) -> None:
    before = window.focusWidget()
    for _ in range(2):
        press_keys(window, "Ctrl+/")
        press(opened(window, KeysDialog), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.findChildren(KeysDialog) == [])
        with qtbot.waitActive(window):  # the offscreen screen has nobody to do so
            window.activateWindow()

    assert window.focusWidget() is before


def check_dialog(window: MainWindow) -> CheckInstallationDialog:
    dialog = window.findChild(CheckInstallationDialog)
    assert isinstance(dialog, CheckInstallationDialog)
    return dialog


def test_the_installation_is_checked_beside_the_window_once_at_a_time(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.table["check_installation"].trigger()
    dialog = check_dialog(window)
    window.table["check_installation"].trigger()
    assert window.findChildren(CheckInstallationDialog) == [dialog]
    assert QApplication.activeModalWidget() is None

    window.table["theme_dark"].trigger()
    qtbot.waitUntil(lambda: "The content file is as it was made." in words_of(dialog))
    button_called(dialog, "Copy report", QPushButton).click()
    assert window.status.said() == "Report copied"

    dialog.close()
    qtbot.waitUntil(lambda: window.findChildren(CheckInstallationDialog) == [])
    window.table["theme_light"].trigger()
    window.table["check_installation"].trigger()
    check_dialog(window).close()


def test_the_check_goes_with_its_window(window: MainWindow) -> None:
    window.dialogs.check_installation()
    dialog = check_dialog(window)

    window.close()

    assert not dialog.isVisible()


def test_content_that_is_damaged_offers_the_check(window: MainWindow) -> None:
    window.show_error(PackDamagedError(Path("content.crmo"), reason="it has changed since it was made"))

    button_called(window.notice, "Check this installation", QPushButton).click()

    check_dialog(window).close()
    assert "it has changed" in window.notice.words(), "it stays told"


def test_licences_are_shown(window: MainWindow) -> None:
    window.table["licences"].trigger()

    opened(window, LicencesDialog).close()


# --- keys


def test_keys_of_a_dialog_are_listed_over_it(window: MainWindow, qtbot: QtBot) -> None:
    window.table["about"].trigger()
    about = opened(window, AboutDialog)
    with qtbot.waitActive(about):
        about.activateWindow()

    QApplication.processEvents()
    press_keys(about, "Ctrl+/")

    keys = QApplication.activeModalWidget()
    assert isinstance(keys, KeysDialog)
    assert keys.rows()[0].where == "Here: Any button"
    assert "Here: Dialog" in {row.where for row in keys.rows()}
    keys.close()
    about.close()


def test_what_is_changed_shows_in_tooltips_hints_and_menus(window: MainWindow) -> None:
    keys = window.dialogs.keys

    keys.give("search", ("Ctrl+J",))
    keys.give("larger", ())

    assert [field._hint.text() for field in (window.toolbar.search, window.home.search)] == ["Ctrl+J"] * 2
    assert window.table["larger"].toolTip() == "Larger text"
    assert window.toolbar._larger.text() == "A+", "a button keeps its own words"
    press_keys(window, "Ctrl+J")
    assert QApplication.focusWidget() in (window.toolbar.search, window.home.search)


def test_keys_are_kept_for_the_next_start(desk: Desk) -> None:
    first = desk.open()
    first.dialogs.keys.give("keys", ("F4",))

    again = desk.open()

    assert [key.toString() for key in again.table["keys"].shortcuts()] == ["F4"]
    assert again.dialogs.keys.given() == (("keys", ("F4",)),)


def test_where_readers_take_turns_keys_are_locked(desk: Desk) -> None:
    window = desk.open()
    assert window.dialogs.keys.locked == ""
    other = desk.open()
    other.dialogs.lock_keys()

    assert other.dialogs.keys.locked.startswith("Readers take turns")
