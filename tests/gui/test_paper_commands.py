"""What goes onto paper from the window: tests of `crmo_desktop.gui.paper_commands`."""

import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import (
    Address,
    HomeAddress,
    OwnAddress,
    OwnPart,
    PictureAddress,
    PictureId,
    SearchAddress,
    TopicAddress,
    TopicId,
)
from crmo_desktop.domain.publication import OwnList, Passage
from crmo_desktop.gui.dialogs.handout import HandoutDialog
from crmo_desktop.gui.dialogs.print_preview import PrintPreview
from crmo_desktop.gui.dialogs.print_subjects import WHOLE
from crmo_desktop.gui.main_window import MainWindow
from tests.gui.hands import press_keys, wait_for_results
from tests.gui.own_samples import fill

MRI = TopicAddress(TopicId("mri"))


def preview(window: MainWindow, qtbot: QtBot) -> PrintPreview:
    press_keys(window, "Ctrl+P")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintPreview)
    qtbot.waitUntil(lambda: not dialog.making.is_busy(), timeout=20_000)
    return dialog


def asking(window: MainWindow) -> QFileDialog:
    (dialog,) = window.findChildren(QFileDialog)
    return dialog


def test_ctrl_s_asks_at_once_where_the_topic_is_to_be_saved(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.preferences.clinic = "Room 4"
    window.preferences.paper_size = "letter"
    window.navigator.go(MRI)

    press_keys(window, "Ctrl+S")
    dialog = asking(window)
    assert Path(dialog.selectedFiles()[0]).name.startswith("MRI and whole-body MRI (20")
    dialog.fileSelected.emit(str(tmp_path / "mri.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: "Saved as “mri.pdf”" in window.status.said())

    first = pypdf.PdfReader(tmp_path / "mri.pdf").pages[0]
    assert "Room 4" in " ".join(first.extract_text().split())
    assert float(first.mediabox.width) == pytest.approx(612, abs=1)


def test_it_says_where_nothing_can_be_written(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.navigator.go(MRI)
    press_keys(window, "Ctrl+S")
    dialog = asking(window)

    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "mri.pdf"))
    dialog.close()

    qtbot.waitUntil(window.notice.isVisible)
    assert "nowhere" in window.notice.words() or "mri.pdf" in window.notice.words()


def test_all_that_a_search_found_can_be_printed(window: MainWindow, qtbot: QtBot) -> None:
    window.navigator.list_all("night pain")
    wait_for_results(window, "night pain")

    dialog = preview(window, qtbot)

    assert dialog.what.currentText() == "Find in all topics: night pain"
    parts = dialog.publication().contents
    assert len(parts) > 3
    assert all(isinstance(part, Passage) for part in parts)
    sheets = dialog.pane.view._sheets
    assert sheets is not None
    assert "night" in sheets.told(0)
    dialog.close()


def test_all_that_was_found_can_be_saved(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.navigator.list_all("night pain")
    wait_for_results(window, "night pain")

    press_keys(window, "Ctrl+S")
    dialog = asking(window)
    dialog.fileSelected.emit(str(tmp_path / "found.pdf"))
    dialog.close()

    qtbot.waitUntil((tmp_path / "found.pdf").exists)


def test_a_picture_is_printed_and_saved_by_itself(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.navigator.go(PictureAddress(PictureId("bone-map")))
    sent: list[str] = []
    monkeypatch.setattr(window.pages.picture, "send_out", sent.append)

    press_keys(window, "Ctrl+P")
    press_keys(window, "Ctrl+S")

    assert sent == ["print", "pdf"]


@pytest.mark.parametrize("address", [HomeAddress(), SearchAddress("night pain")])
def test_where_no_page_is_shown_the_whole_reference_is_offered_at_once(
    window: MainWindow, address: Address
) -> None:
    window.navigator.go(MRI)
    window.navigator.go(address)
    if isinstance(address, SearchAddress):
        wait_for_results(window, address.query)

    assert not window.table["save_pdf"].isEnabled()
    window.late.paper.save_pdf()
    assert window.findChildren(QFileDialog) == []
    window.table["print"].trigger()

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintPreview)
    assert dialog.what.currentText() == "The whole reference"
    assert dialog.making.is_busy()  # it opens before there are any pages
    dialog.close()


def test_where_nothing_is_listed_there_is_nothing_to_save(window: MainWindow) -> None:
    window.navigator.go(OwnAddress(OwnPart.HIGHLIGHTS))

    press_keys(window, "Ctrl+S")

    assert window.findChildren(QFileDialog) == []
    assert window.status.said() == "Nothing is shown here that could be saved"


def test_what_the_page_of_own_things_lists_is_printed_and_saved(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(window)
    window.navigator.go(OwnAddress(OwnPart.HIGHLIGHTS))

    dialog = preview(window, qtbot)
    assert dialog.what.currentText() == "My notes and marks: Highlights"
    assert dialog.options.boxes["sources"].isHidden()
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_keys(window, "Ctrl+S")
    asked = asking(window)
    asked.fileSelected.emit(str(tmp_path / "mine.pdf"))
    asked.close()
    qtbot.waitUntil((tmp_path / "mine.pdf").exists)

    pages = pypdf.PdfReader(tmp_path / "mine.pdf").pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Highlight, yellow" in words
    assert "My words: Lena knows the loud one." in words
    assert "folder Next visit" in words
    assert "Information, not medical advice" in words
    assert "Ask about this" not in words


def test_notes_on_a_topic_go_along_when_they_are_ticked(window: MainWindow, qtbot: QtBot) -> None:
    fill(window)
    window.navigator.go(MRI)
    dialog = preview(window, qtbot)
    assert not any(isinstance(part, OwnList) for part in dialog.publication().contents)

    dialog.notes.click()
    qtbot.waitUntil(lambda: not dialog.making.is_busy(), timeout=20_000)

    own = dialog.publication().contents[-1]
    assert isinstance(own, OwnList)
    assert own.heading == "Your own notes"
    assert [entry.kind for entry in own.entries] == ["Highlight, yellow"]
    dialog.choose(WHOLE)
    assert dialog.notes.isHidden()
    dialog.close()


def test_a_topic_without_notes_offers_none(window: MainWindow, qtbot: QtBot) -> None:
    window.navigator.go(MRI)
    dialog = preview(window, qtbot)

    assert not dialog.notes.isEnabled()
    dialog.close()


def test_a_handout_begins_with_the_topic_that_is_read(window: MainWindow) -> None:
    window.navigator.go(MRI)

    press_keys(window, "Ctrl+Shift+H")

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    assert dialog.choosing.tree.currentIndex().data() == "MRI and whole-body MRI"
    dialog.close()


def test_printing_loads_no_printers_before_one_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    loaded = "PySide6.QtPrintSupport" in sys.modules
    window.navigator.go(MRI)
    preview(window, qtbot).close()

    assert ("PySide6.QtPrintSupport" in sys.modules) == loaded
