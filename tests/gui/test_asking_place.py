from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.asking_place import ask_place


def test_it_offers_a_name_in_the_folder_of_the_last_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    dialog = ask_place(window, "Save", "Text (*.txt)", "report.txt", str(tmp_path))

    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "report.txt"
    assert dialog.defaultSuffix() == "txt"
    assert dialog.nameFilters() == ["Text (*.txt)"]


def test_a_folder_that_is_gone_is_not_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    dialog = ask_place(window, "Save", "Text (*.txt)", "report.txt", str(tmp_path / "gone"))

    assert Path(dialog.selectedFiles()[0]).name == "report.txt"
    assert dialog.directory().exists()
