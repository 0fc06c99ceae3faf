"""The print window, as a reader meets it: over a real edition, by keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, PaperSize, Publication, TypeSize
from crmo_desktop.gui.dialogs.paper_options import CONTENTS
from crmo_desktop.gui.dialogs.print_preview import PrintPreview
from crmo_desktop.gui.dialogs.print_subjects import WHOLE
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.services.publishing import QUESTIONS
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, press, press_keys, type_words

MRI = TopicId("mri")
PAGES_MS = 20_000


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open()


def opened(window: MainWindow, qtbot: QtBot, topic: TopicId = MRI) -> PrintPreview:
    window.navigator.go(TopicAddress(topic))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_keys(window, "Ctrl+P")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintPreview)
    qtbot.waitUntil(dialog.isActiveWindow)
    settle(dialog, qtbot)
    return dialog


def settle(dialog: PrintPreview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.making.is_busy(), timeout=PAGES_MS)


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[PrintPreview]:
    dialog = opened(window, qtbot)
    yield dialog
    if isValid(dialog):
        dialog.close()


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def told(dialog: PrintPreview) -> str:
    view = dialog.pane.view
    assert view._sheets is not None
    return "\n".join(view._sheets.told(number) for number in range(view.count()))


def test_ctrl_p_shows_the_pages_of_what_is_read(dialog: PrintPreview) -> None:
    assert dialog.what.currentText() == "MRI and whole-body MRI"
    assert dialog.whom.currentText() == "Families"
    assert dialog.pane.where().startswith("Page 1 of ")
    assert "MRI and whole-body MRI" in dialog.pane.view.accessibleDescription()
    assert dialog.print_button.isEnabled()
    press_keys(dialog, "Esc")
    assert QApplication.activeModalWidget() is None


def test_by_keys_another_audience_larger_type_and_a_clinic(dialog: PrintPreview, qtbot: QtBot) -> None:
    few = dialog.pane.view.count()
    assert dialog.what.hasFocus()

    press_keys(dialog, "Tab")
    press(dialog, Qt.Key.Key_Down)
    press_keys(dialog, "Tab")
    type_words(dialog, "Room 4")
    press_keys(dialog, "Tab")
    press_keys(dialog, "Tab")
    press(dialog, Qt.Key.Key_End)
    settle(dialog, qtbot)

    made = dialog.publication()
    assert [part.audience for part in made.contents if isinstance(part, Extract)] == [Audience.CLINICIAN]
    assert (made.clinic, made.look.type_size) == ("Room 4", TypeSize.LARGEST)
    assert dialog.pane.view.count() > few
    assert "Room 4" in told(dialog)


def test_both_audiences_are_printed_one_after_the_other(dialog: PrintPreview) -> None:
    dialog.whom.setCurrentIndex(2)

    audiences = [part.audience for part in dialog.publication().contents if isinstance(part, Extract)]
    assert audiences == [Audience.PATIENT, Audience.CLINICIAN]


def test_paper_type_and_clinic_are_remembered(window: MainWindow, dialog: PrintPreview, qtbot: QtBot) -> None:
    options = dialog.options
    options.sheet.setCurrentIndex(options.sheet.findData(PaperSize.LETTER))
    options.sheet.activated.emit(1)
    options.type_size.setCurrentIndex(1)
    options.type_size.activated.emit(1)
    options.clinic.setFocus()
    type_words(dialog, "Room 4")
    dialog.close()

    assert window.preferences.paper_size == "letter"
    again = opened(window, qtbot)
    look = again.publication().look
    assert (look.size, look.type_size, again.publication().clinic) == (
        PaperSize.LETTER, TypeSize.LARGE, "Room 4",
    )  # fmt: skip
    assert again.pane.view._sheets is not None
    assert again.pane.view._sheets.size.width() == pytest.approx(612, abs=1)
    again.close()


def test_only_long_works_have_contents(dialog: PrintPreview, qtbot: QtBot) -> None:
    assert not dialog.options.boxes[CONTENTS].isVisible()
    assert not dialog.publication().has_index

    dialog.choose("chapter diagnosis")
    settle(dialog, qtbot)

    assert dialog.options.boxes[CONTENTS].isVisible()
    assert dialog.publication().has_list_of_contents
    assert dialog.pane.view.count() > 20
    dialog.options.boxes[CONTENTS].click()
    assert not dialog.publication().has_index


def test_the_whole_reference_can_be_stopped(dialog: PrintPreview, qtbot: QtBot) -> None:
    seen: list[str] = []

    def stop() -> None:
        seen.append(words_in(dialog.pane))
        assert not dialog.save_button.isEnabled()
        button_called(dialog.pane, "Cancel", QPushButton).click()

    dialog.making.progressed.connect(stop)
    dialog.choose(WHOLE)
    with qtbot.waitSignal(dialog.making.ended, timeout=PAGES_MS):
        pass

    assert "Making the pages: part" in seen[0]
    assert dialog.pane.view.count() == 0
    assert "not made" in words_in(dialog.pane)
    dialog.choose(MRI)
    settle(dialog, qtbot)
    assert dialog.pane.view.count() > 1


def test_a_window_that_is_closed_makes_no_more_pages(dialog: PrintPreview, qtbot: QtBot) -> None:
    dialog.choose(WHOLE)

    making = dialog.making
    dialog.close()

    assert not making.is_busy()


def test_questions_are_a_list_to_tick_with_own_ones(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot, QUESTIONS)
    made = dialog.publication()
    assert made.has_red_flags
    assert made.has_name_line
    assert made.contents[-1] == OwnWords(heading="Your own questions", ruled=7, is_checklist=True)

    dialog.own.setFocus()
    type_words(dialog, "May he swim?")
    press_keys(dialog, "Return")
    type_words(dialog, "When may she fly?")
    qtbot.waitUntil(lambda: "When may she fly?" in told(dialog), timeout=PAGES_MS)
    assert "May he swim?" in told(dialog)
    dialog.room.click()
    assert dialog.publication().contents[-1] == OwnWords(
        heading="Your own questions", lines=("May he swim?", "When may she fly?"), is_checklist=True
    )
    dialog.own.clear()
    assert all(isinstance(part, Extract) for part in dialog.publication().contents)
    dialog.close()


def test_from_any_page_the_questions_are_one_choice_away(dialog: PrintPreview, qtbot: QtBot) -> None:
    assert not dialog.own.isVisible()
    dialog.choose(QUESTIONS)
    settle(dialog, qtbot)

    assert dialog.own.isVisible()
    assert not dialog.publication().has_sources
    dialog.choose(MRI)
    assert dialog.publication().has_sources


def test_the_words_selected_are_offered_first(window: MainWindow, qtbot: QtBot) -> None:
    window.navigator.go(TopicAddress(MRI))
    window.reader.view.selectAll()

    press_keys(window, "Ctrl+P")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintPreview)
    settle(dialog, qtbot)

    assert dialog.what.currentText() == "The words selected"
    assert not dialog.whom.isVisible()
    assert dialog.pane.view.count() > 0
    dialog.close()


def test_a_saved_handout_is_printed_as_it_was_saved(window: MainWindow, qtbot: QtBot) -> None:
    handouts = window._services.own.handouts
    parts = (
        Extract(topic=MRI, audience=Audience.PATIENT, sections=(SectionId("in-short"),)),
        Extract(topic=TopicId("gone"), audience=Audience.PATIENT),
    )
    publication = Publication(title="After the MRI", contents=parts, clinic="Room 9", has_sources=False)
    saved = handouts.save("After the MRI", publication, {"gone": "Old page"})
    assert saved is not None
    dialog = opened(window, qtbot)

    dialog.choose(saved.uid)
    settle(dialog, qtbot)

    assert dialog.publication() == publication
    assert "No longer in this edition: Old page" in words_in(dialog)
    assert dialog.title_of_file() == "After the MRI"
    assert window.preferences.clinic == ""
    dialog.close()


def test_a_handout_of_which_nothing_is_left_says_so(window: MainWindow, qtbot: QtBot) -> None:
    lost = Extract(topic=TopicId("gone"), audience=Audience.PATIENT)
    saved = window._services.own.handouts.save("Old", Publication(title="Old", contents=(lost,)), {})
    assert saved is not None
    dialog = opened(window, qtbot)

    dialog.choose(saved.uid)

    assert dialog.pane.view.count() == 0
    assert "Nothing of this is in this edition." in words_in(dialog.pane)
    assert not dialog.print_button.isEnabled()
    dialog.close()


def test_ctrl_s_saves_what_is_shown(dialog: PrintPreview, tmp_path: Path, qtbot: QtBot) -> None:
    press_keys(dialog, "Ctrl+S")
    (asking,) = dialog.findChildren(QFileDialog)
    assert Path(asking.selectedFiles()[0]).name.startswith("MRI and whole-body MRI (20")

    asking.fileSelected.emit(str(tmp_path / "mri.pdf"))
    asking.close()
    qtbot.waitUntil(lambda: "Saved as “mri.pdf”" in words_in(dialog))

    written = pypdf.PdfReader(tmp_path / "mri.pdf")
    assert len(written.pages) == dialog.pane.view.count()


def test_without_a_printer_it_can_be_saved_instead(
    dialog: PrintPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)

    press_keys(dialog, "Ctrl+P")

    assert "This computer has no printer set up." in dialog.notice.words()
    button_called(dialog.notice, "Save as PDF instead", QPushButton).click()
    (asking,) = dialog.findChildren(QFileDialog)
    asking.close()


def test_what_cannot_be_chosen_is_not_shown(dialog: PrintPreview) -> None:
    assert not dialog.room.isVisible()
    made = dialog.publication()
    assert made == replace(made, has_title_page=False)
