"""What windows about paper share: tests of `crmo_desktop.gui.dialogs.sheet_dialog`."""

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import NotWrittenError, PrinterError, UnknownTopicError
from crmo_desktop.domain.publication import OwnWords, Publication
from crmo_desktop.gui.dialogs.book_making import Progress
from crmo_desktop.gui.dialogs.paper_tools import PaperTools
from crmo_desktop.gui.dialogs.sheet_dialog import SheetDialog
from tests.gui.conftest import Show
from tests.gui.dialogs.test_paper_tools import preferences, tools  # noqa: F401 - fixtures
from tests.gui.hands import press_keys
from tests.gui.widgets.test_sheet_view import Pages

PUBLICATION = Publication(title="T", contents=(OwnWords(ruled=1),))


class Book(Pages):
    """Coloured pages with a title."""

    title, language, outline = "Three", "en", ()


def make(publication: Publication, _progress: Progress) -> Book:
    if publication.title == "gone":
        raise UnknownTopicError("gone")
    return Book()


@pytest.fixture
def dialog(tools: PaperTools, show: Show) -> SheetDialog:  # noqa: F811 - the fixture
    dialog = SheetDialog(tools._replace(make=make), None)  # type: ignore[arg-type]  # a stand-in for a book
    inner = QWidget(dialog)
    dialog.lay_out(inner)
    layout = QVBoxLayout(inner)
    layout.addWidget(QComboBox(inner))
    layout.addWidget(dialog.title_label("Print", inner))
    layout.addWidget(dialog.pane)
    dialog.add_outputs(layout)
    show(dialog, 700, 600)
    return dialog


def test_without_pages_there_is_nothing_to_print(dialog: SheetDialog, qtbot: QtBot) -> None:
    assert not dialog.print_button.isEnabled()
    dialog.print()
    dialog.save()

    with qtbot.waitSignal(dialog.making.made):
        dialog.ask(PUBLICATION)
    assert dialog.print_button.isEnabled()
    assert dialog.pane.view.count() == 3
    assert dialog.title_of_file() == "Three"
    dialog.show_nothing("Nothing is chosen.")
    assert not dialog.save_button.isEnabled()
    assert dialog.title_of_file() == ""


def test_keys_work_wherever_the_keyboard_is(
    dialog: SheetDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dialog.out, "ask_printer", lambda _book: asked.append("printer"))
    monkeypatch.setattr(dialog.out, "ask_place", lambda _book, name: asked.append(name))
    with qtbot.waitSignal(dialog.making.made):
        dialog.ask(PUBLICATION)
    field = dialog.findChild(QComboBox)
    assert field is not None
    field.setFocus()
    before = dialog.pane.view.zoom()

    for keys in ("Ctrl+P", "Ctrl+S", "Ctrl++"):
        press_keys(dialog, keys)

    edition = dialog._tools.reading.edition.made_on.isoformat()
    assert asked == ["printer", f"Three ({edition}).pdf"]
    assert dialog.pane.view.zoom() > before
    press_keys(dialog, "Ctrl+0")
    assert dialog.pane.view.is_fitted()


def test_what_went_wrong_is_told_in_this_window(dialog: SheetDialog, qtbot: QtBot, tmp_path: object) -> None:
    with qtbot.waitSignal(dialog.making.failed):
        dialog.ask(Publication(title="gone", contents=()))
    assert "gone" in dialog.notice.words()
    assert not dialog.notice.findChildren(QPushButton)

    with qtbot.waitSignal(dialog.making.made):
        dialog.ask(PUBLICATION)
    dialog.notice._on_close()
    dialog.show_error(PrinterError())
    assert [button.text() for button in dialog.notice.findChildren(QPushButton)] == ["Save as PDF instead"]


def test_a_notice_that_is_closed_gives_the_keyboard_to_the_pages(dialog: SheetDialog, qtbot: QtBot) -> None:
    from pathlib import Path

    dialog.show_error(NotWrittenError(Path("a.pdf")))
    press_keys(dialog, "Tab")
    dialog.notice._close.setFocus()

    press_keys(dialog, "Esc")

    assert dialog.isVisible()
    assert dialog.pane.view.hasFocus()


def test_what_was_done_is_said(dialog: SheetDialog) -> None:
    dialog.say("Saved as “a.pdf”")

    assert dialog._said.isVisible()
    assert dialog._said.text() == "Saved as “a.pdf”"
