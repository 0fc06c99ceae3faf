from dataclasses import fields

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.own_file import ImportReport
from crmo_desktop.gui.dialogs.import_report import ImportReportDialog
from crmo_desktop.gui.theme import Look

NOTHING = {field.name: 0 for field in fields(ImportReport)}


def said(look: Look, qtbot: QtBot, **counts: int) -> list[str]:
    dialog = ImportReportDialog(ImportReport(**{**NOTHING, **counts}), "my things.json", look, None)
    qtbot.addWidget(dialog)
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def test_what_is_new_is_counted(look: Look, qtbot: QtBot) -> None:
    lines = said(look, qtbot, added=12, updated=1, folders=2, handouts=1, already_here=3, unread=1)

    assert lines == [
        "Imported",
        "From “my things.json”",
        "•  12 bookmarks, highlights and notes are new",
        "•  1 had been changed later in the file, and is now as it is there",
        "•  2 folders are new",
        "•  1 handout is new or was changed",
        "3 things were here already.",
        "1 entry could not be read, and was left out.",
        "Nothing was deleted.",
    ]


def test_a_file_with_nothing_new_says_so(look: Look, qtbot: QtBot) -> None:
    lines = said(look, qtbot, already_here=1, newer_here=2)

    assert lines[0] == "Nothing new"
    assert "1 thing was here already." in lines
    assert "2 things had been changed later here, and stayed as they are." in lines


def test_every_number_is_told(look: Look, qtbot: QtBot) -> None:
    numbers = {name: 20 + place for place, name in enumerate(NOTHING)}

    lines = "\n".join(said(look, qtbot, **numbers))

    assert [number for number in numbers.values() if str(number) not in lines] == []
