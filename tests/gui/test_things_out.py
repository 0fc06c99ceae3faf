"""The reader's things as files, through the window."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.dialogs.import_report import ImportReportDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.things_out import ThingsOut
from tests.gui.conftest import Desk
from tests.gui.own_samples import fill


@pytest.fixture
def out(window: MainWindow) -> ThingsOut:
    fill(window)
    return window.late.things.out


def dialog_of(window: MainWindow) -> QFileDialog:
    return next(one for one in window.findChildren(QFileDialog) if one.isVisible())


def test_everything_goes_into_a_file_that_can_be_read(
    out: ThingsOut, window: MainWindow, tmp_path: Path
) -> None:
    window.table["export_things"].trigger()
    dialog = dialog_of(window)
    assert Path(dialog.selectedFiles()[0]).name == "my-crmo-things.json"

    dialog.fileSelected.emit(str(tmp_path / "things.json"))
    dialog.close()

    file = json.loads((tmp_path / "things.json").read_text(encoding="utf-8"))
    assert len(file["things"]) == 6
    assert "visits" not in file or file["visits"] == []
    assert window.status.said() == "Saved as “things.json”"


def test_with_the_history_if_the_reader_says_so(out: ThingsOut, window: MainWindow, tmp_path: Path) -> None:
    window.navigator.go_to_text("mri")
    window.table["export_things"].trigger()
    dialog = dialog_of(window)
    dialog.selectNameFilter(out.kinds()[1])

    dialog.fileSelected.emit(str(tmp_path / "things.json"))
    dialog.close()

    text = (tmp_path / "things.json").read_text(encoding="utf-8")
    assert "crmo://topic/mri" in json.dumps(json.loads(text).get("history", json.loads(text)))


def test_a_page_is_another_ending(out: ThingsOut, window: MainWindow, tmp_path: Path) -> None:
    window.table["export_things"].trigger()
    dialog = dialog_of(window)
    page = out.kinds()[2]
    dialog.selectNameFilter(page)
    dialog.filterSelected.emit(page)
    assert dialog.defaultSuffix() == "html"

    dialog.fileSelected.emit(str(tmp_path / "things.html"))
    dialog.close()

    text = (tmp_path / "things.html").read_text(encoding="utf-8")
    assert "<h1>My notes and marks</h1>" in text
    assert "Bring the box." in text
    assert "Information, not medical advice." in text


def test_where_nothing_can_be_written_that_is_told(
    out: ThingsOut, window: MainWindow, tmp_path: Path
) -> None:
    window.table["export_things"].trigger()
    dialog = dialog_of(window)

    dialog.fileSelected.emit(str(tmp_path / "no such folder" / "things.json"))
    dialog.close()

    assert "no such folder" in window.notice.words()


def test_another_reader_takes_it_in_and_is_told_what_came(
    out: ThingsOut, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    out.export(tmp_path / "things.json")
    desk.notes = tmp_path / "other" / "notes.sqlite"
    other = desk.open()
    other.table["my_things"].trigger()
    other.table["import_things"].trigger()

    with qtbot.waitSignal(other.own_signal.changed):
        dialog_of(other).fileSelected.emit(str(tmp_path / "things.json"))
    QApplication.processEvents()

    (report,) = other.findChildren(ImportReportDialog)
    lines = [label.text() for label in report.findChildren(QLabel)]
    assert "•  6 bookmarks, highlights and notes are new" in lines
    assert "•  2 folders are new" in lines
    assert other.status.page().startswith("6 things")
    for one in (report, *other.findChildren(QFileDialog)):
        one.close()


def test_a_file_that_is_none_is_told_and_nothing_changes(
    out: ThingsOut, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "shopping.json").write_text('{"milk": 2}', encoding="utf-8")

    out.bring_in(tmp_path / "shopping.json")

    assert "“shopping.json” is no file of things from CRMO Desktop" in window.notice.words()
    assert len(window._services.own.things.all()) == 6


def test_what_cannot_be_written_raises(out: ThingsOut, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        out.export(tmp_path / "no such folder" / "things.html")
