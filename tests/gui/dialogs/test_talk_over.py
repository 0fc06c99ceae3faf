"""Tests of `crmo_desktop.gui.dialogs.talk_over`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.talk_over import PartTime, TalkOverDialog
from crmo_desktop.gui.models.part_times import Column
from crmo_desktop.gui.theme import Look
from tests.gui.conftest import LookOf
from tests.gui.hands import button_called, press

PARTS = (PartTime("Names", 2.0, 160), PartTime("Signs", 3.0, 175), PartTime("Break", None, 30))


def said(dialog: TalkOverDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def test_every_part_stands_beside_its_plan(look: Look, qtbot: QtBot) -> None:
    dialog = TalkOverDialog("Workshop", PARTS, look, None)
    qtbot.addWidget(dialog)
    model = dialog.table.model()
    rows = [[model.index(row, column).data() for column in Column] for row in range(model.rowCount())]

    assert rows == [
        ["1. Names", "2 min", "2:40", "0:40 longer"],
        ["2. Signs", "3 min", "2:55", "as planned"],
        ["3. Break", "not planned", "0:30", ""],
    ]
    assert "It took 6:05. For the parts with minutes, 5 min were planned: 0:35 longer." in said(dialog)
    assert "These times are kept with the session." in said(dialog)


def test_with_large_letters_there_are_two_columns(look_of: LookOf, qtbot: QtBot) -> None:
    dialog = TalkOverDialog("Workshop", PARTS, look_of("light", 200), None)
    qtbot.addWidget(dialog)
    model = dialog.table.model()

    assert model.headerData(Column.DIFFERENCE, Qt.Orientation.Horizontal) == "Time"
    assert [dialog.table.isColumnHidden(column) for column in Column] == [False, True, True, False]
    assert [model.index(row, Column.DIFFERENCE).data() for row in range(3)] == [
        "2:40 of 2 min: 0:40 longer",
        "2:55 of 3 min: as planned",
        "0:30, not planned",
    ]


def test_one_part_without_a_plan_is_a_sentence(look: Look, qtbot: QtBot) -> None:
    dialog = TalkOverDialog("MRI", PARTS[2:], look, None, kept=False)
    qtbot.addWidget(dialog)

    assert said(dialog) == ["How long it took", "MRI", "It took 0:30."]


def test_shorter_is_told_and_enter_closes(look: Look, qtbot: QtBot) -> None:
    dialog = TalkOverDialog("Workshop", (PartTime("Names", 2.0, 60), PARTS[1]), look, None)
    qtbot.addWidget(dialog)
    assert dialog.table.model().index(0, Column.DIFFERENCE).data() == "1:00 shorter"
    assert "It took 3:55. Planned were 5 min: 1:05 shorter." in said(dialog)
    dialog.open()
    assert dialog.focusWidget() is button_called(dialog, "Close", QPushButton)

    with qtbot.waitSignal(dialog.accepted):
        press(dialog, Qt.Key.Key_Return)
