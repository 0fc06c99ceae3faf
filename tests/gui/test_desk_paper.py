"""What commands put onto paper with: tests of `crmo_desktop.gui.desk_paper`."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.publication import OwnWords, Publication
from crmo_desktop.gui.desk_paper import preview, tools_at
from crmo_desktop.gui.dialogs.print_preview import PrintPreview
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.present_commands import PresentCommands


def test_what_is_no_page_of_the_reference_is_shown_as_pages(window: MainWindow, qtbot: QtBot) -> None:
    window.table["sessions"].trigger()
    (commands,) = window.findChildren(PresentCommands)
    desk, below = commands._desk, QApplication.activeModalWidget()
    assert below is not None
    plan = Publication(title="Plan", contents=(OwnWords(heading="Plan", lines=("Welcome",)),))

    preview(desk, plan, below)

    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PrintPreview)
    assert shown.parentWidget() is below
    qtbot.waitUntil(lambda: not shown.making.is_busy(), timeout=20_000)
    sheets = shown.pane.view._sheets
    assert sheets is not None
    assert "Welcome" in sheets.told(0)
    assert tools_at(desk).handouts is desk.services.own.handouts
    shown.close()
    below.close()
