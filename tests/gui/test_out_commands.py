"""What the actions do that take a page out of the window."""

import pytest
from PySide6.QtGui import QGuiApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import HomeAddress, SectionId, TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.out_commands import OutCommands
from tests.gui.conftest import Desk
from tests.gui.hands import press_keys
from tests.gui.selecting import select_words

NSAIDS = TopicAddress(TopicId("nsaids"))


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    window = desk.open(audience=Audience.CLINICIAN)
    window.navigator.go(NSAIDS)
    window.focus_page()
    return window


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_the_words_selected_with_all_they_rest_on(window: MainWindow) -> None:
    select_words(window.reader.view, "Response was lower in Italy", "[20]")

    press_keys(window, "Ctrl+Shift+C")

    lines = copied().split("\n")
    page = window.reader.page()
    assert page is not None
    assert lines[0].startswith("Response was lower in Italy")
    assert lines[2] == "Sources"
    assert lines[3:5] == [f"[{n}] {page.sources[n - 1].reference}" for n in (19, 20)]
    assert lines[6] == "NSAIDs: Response (for clinicians)"
    assert lines[7] == "crmo://topic/nsaids#response-figures"
    assert lines[8].startswith("CRMO reference, edition ")
    assert "Information, not medical advice." in lines[8]
    assert window.status.said() == "Copied with its address and 2 sources"


def test_without_a_selection_the_section_being_read(window: MainWindow) -> None:
    window.navigator.go(TopicAddress(TopicId("nsaids"), SectionId("safety-and-monitoring")))

    press_keys(window, "Ctrl+Shift+C")

    assert copied().startswith("Safety and monitoring\n\nNearly all of it")
    assert "\nStomach, gullet\tSerious damage" in copied()
    assert "\n\nCaution\nThe 5 of 702" in copied()
    assert "crmo://topic/nsaids#safety-and-monitoring" in copied()
    assert window.status.said().startswith("“Safety and monitoring” copied with its address and ")


def test_above_the_first_section_the_summary(window: MainWindow) -> None:
    press_keys(window, "Ctrl+Shift+C")

    assert copied().startswith("NSAIDs\n\nFirst-line")
    assert "\ncrmo://topic/nsaids\n" in copied()
    assert window.status.said().startswith("“NSAIDs” copied")


def test_words_that_cite_nothing(window: MainWindow) -> None:
    select_words(window.reader.view, "Nearly all of it")

    press_keys(window, "Ctrl+Shift+C")

    assert "\nSources\n" not in copied()
    assert window.status.said() == "Copied with its address"


def test_one_source_is_one(window: MainWindow) -> None:
    select_words(window.reader.view, "Review 1993, arthritis [22]")

    press_keys(window, "Ctrl+Shift+C")

    assert window.status.said() == "Copied with its address and 1 source"


def test_where_there_is_no_page_nothing_happens(window: MainWindow) -> None:
    window.navigator.go(HomeAddress())
    QGuiApplication.clipboard().setText("what was there")
    commands = OutCommands(window._desk())

    commands.copy_with_source()
    commands.save_html()
    commands.report_error()

    assert copied() == "what was there"
    for name in ("copy_with_source", "save_html", "report_error"):
        assert not window.table[name].isEnabled()
