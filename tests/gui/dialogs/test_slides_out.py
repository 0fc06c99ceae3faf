"""The window for slides as files, as a reader meets it: over a real edition, by keys."""

from collections.abc import Iterator
from pathlib import Path

import pptx
import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import HomeAddress, TopicAddress, TopicId
from crmo_desktop.domain.session import Part, PartKind
from crmo_desktop.domain.slide_paper import SlideLayout
from crmo_desktop.gui.dialogs.slides_out import SlidesOutDialog
from crmo_desktop.gui.main_window import MainWindow
from tests.gui.conftest import Desk
from tests.gui.hands import press, press_keys

MRI = TopicId("mri")
PAGES_MS = 20_000


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open()


def opened(window: MainWindow, qtbot: QtBot) -> SlidesOutDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_keys(window, "Ctrl+Shift+F5")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SlidesOutDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    settle(dialog, qtbot)
    return dialog


def settle(dialog: SlidesOutDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.making.is_busy(), timeout=PAGES_MS)


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[SlidesOutDialog]:
    window.navigator.go(TopicAddress(MRI))
    dialog = opened(window, qtbot)
    yield dialog
    if isValid(dialog):
        dialog.close()


def told(dialog: SlidesOutDialog) -> str:
    view = dialog.pane.view
    assert view._sheets is not None
    return "\n".join(view._sheets.told(number) for number in range(view.count()))


def choose(dialog: SlidesOutDialog, layout: SlideLayout, qtbot: QtBot) -> None:
    dialog.layouts.setCurrentIndex(dialog.layouts.findData(layout.value))
    dialog.layouts.activated.emit(dialog.layouts.currentIndex())
    settle(dialog, qtbot)


def save(dialog: SlidesOutDialog, path: Path, qtbot: QtBot) -> None:
    """Answer the dialog about the place, and wait until it is said that the file is there."""
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    asking.fileSelected.emit(str(path))
    asking.reject()
    qtbot.waitUntil(lambda: any(path.name in label.text() for label in dialog.findChildren(QLabel)))


def test_the_slides_of_what_is_read_are_shown(dialog: SlidesOutDialog) -> None:
    assert dialog.what.currentText() == "MRI and whole-body MRI"
    assert dialog.whom.currentText() == "Families"
    assert dialog.pane.where().startswith("Page 1 of ")
    assert dialog.slides_button.isEnabled()
    assert "In short" in told(dialog)
    press_keys(dialog, "Esc")
    assert QApplication.activeModalWidget() is None


def test_by_keys_another_audience_and_six_a_page(dialog: SlidesOutDialog, qtbot: QtBot) -> None:
    many = dialog.pane.view.count()
    assert dialog.what.hasFocus()

    press_keys(dialog, "Tab")
    press(dialog, Qt.Key.Key_Down)
    press_keys(dialog, "Tab")
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Down)
    settle(dialog, qtbot)

    assert dialog.whom.currentData() == Audience.CLINICIAN.value
    assert dialog.layouts.currentData() == SlideLayout.SIX.value
    assert dialog.pane.view.count() < many / 2


def test_notes_pages_tell_what_the_trainer_wrote(
    window: MainWindow, dialog: SlidesOutDialog, qtbot: QtBot
) -> None:
    window._services.own.slide_notes.write("topic/mri", Audience.PATIENT, "Show the film first.")
    dialog.themes.setCurrentIndex(1)  # set anew, so that the note is asked for
    choose(dialog, SlideLayout.NOTES, qtbot)

    assert "Show the film first." in told(dialog)


def test_colours_shape_and_paper_change_the_pages(dialog: SlidesOutDialog, qtbot: QtBot) -> None:
    for combo in (dialog.themes, dialog.shapes, dialog.sheets):
        combo.setCurrentIndex(1)
        combo.activated.emit(1)
    settle(dialog, qtbot)

    assert dialog._wanted is not None
    assert (dialog._wanted.room.theme, dialog._wanted.room.width) == ("dark", 960)
    assert dialog._tools.preferences.paper_size == "letter"
    assert dialog.pane.view._sheets is not None
    assert dialog.pane.view._sheets.size.width() == pytest.approx(792, abs=1)


def test_it_is_saved_as_pdf(dialog: SlidesOutDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "mri.pdf"

    press_keys(dialog, "Ctrl+S")
    save(dialog, path, qtbot)

    assert len(pypdf.PdfReader(path).pages) == dialog.pane.view.count()


def test_it_is_saved_as_a_file_of_slides(dialog: SlidesOutDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "mri.pptx"

    dialog.slides_button.setFocus()
    press(dialog, Qt.Key.Key_Return)
    save(dialog, path, qtbot)

    made = pptx.Presentation(str(path))
    assert made.slides[0].shapes.title.text == "MRI and whole-body MRI"


def test_a_file_that_cannot_be_written_is_told_here(
    dialog: SlidesOutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.save_slides()
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    asking.fileSelected.emit(str(tmp_path / "none" / "mri.pptx"))
    asking.reject()

    qtbot.waitUntil(dialog.notice.isVisible)


def test_sessions_go_out_too_and_what_is_gone_is_told(window: MainWindow, qtbot: QtBot) -> None:
    parts = (
        Part(kind=PartKind.OWN, title="Welcome", words=("Who is here?",)),
        Part(kind=PartKind.TOPIC, target="no-such-topic", title="Old page"),
    )
    window._services.own.sessions.begin("Evening", Audience.PATIENT, parts)
    window._services.own.sessions.begin("Nothing left", Audience.PATIENT, parts[1:])
    window.navigator.go(HomeAddress())

    dialog = opened(window, qtbot)
    names = [dialog.what.itemText(place) for place in range(dialog.what.count())]
    assert set(names) == {"Session: Evening", "Session: Nothing left"}
    dialog.what.setCurrentIndex(names.index("Session: Evening"))
    dialog.what.activated.emit(0)
    settle(dialog, qtbot)

    assert not dialog.whom.isVisible()
    assert "Who is here?" in told(dialog)
    assert dialog._gone.text() == "No longer in this edition: Old page"

    dialog.what.setCurrentIndex(names.index("Session: Nothing left"))
    dialog.what.activated.emit(0)
    assert dialog.pane.view.count() == 0
    assert not dialog.slides_button.isEnabled()
    dialog.close()


def test_where_there_is_nothing_it_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.navigator.go(HomeAddress())

    dialog = opened(window, qtbot)

    assert not dialog.print_button.isEnabled()
    assert "No topic is open" in dialog.pane._nothing.text()
    dialog.close()
