"""The parts of the window for a session: tests of `crmo_desktop.gui.dialogs.session_panes`."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.dialogs.session_panes import OrderPane, PartPane, PickPane
from crmo_desktop.gui.dialogs.session_tools import SessionTools
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from tests.gui.session_samples import PARTS, tools_of


@pytest.fixture
def tools(reading: ReadingService, look: Look, icons: IconShelf) -> SessionTools:
    return tools_of(reading, look, icons)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def heads(pane: PickPane) -> list[str]:
    model = pane.tree.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_everything_can_be_found_in_one_list(tools: SessionTools, window: QWidget) -> None:
    pane = PickPane(tools, Audience.PATIENT, window)
    assert heads(pane)[-3:] == ["Cases", "Pictures", "Questions"]
    assert "Diagnosis" in heads(pane)

    pane.filter.setText("no germ has been")
    assert heads(pane) == ["Questions"]
    pane.filter.setText("girl limps")
    assert "Cases" in heads(pane)
    pane.filter.setText("nothing has these words")

    assert heads(pane) == []
    assert pane.tree.isHidden()


def test_another_audience_is_offered_other_things_and_nobody_is_told(
    tools: SessionTools, window: QWidget, qtbot: QtBot
) -> None:
    pane = PickPane(tools, Audience.PATIENT, window)
    pane.filter.setText("case fever arm")
    assert heads(pane) == []

    with qtbot.assertNotEmitted(pane.audience_chosen):
        pane.set_audience(Audience.CLINICIAN)
        pane.filter.setText("fever and a painful arm")

    assert "Cases" in heads(pane)
    assert pane.switch.audience() is Audience.CLINICIAN


def test_the_order_shows_parts_or_what_to_do(tools: SessionTools, window: QWidget) -> None:
    pane = OrderPane(tools, window)
    pane.show_parts([], 0, "Together: 0 minutes")
    assert not pane.empty.isHidden()

    pane.show_parts([("1.  MRI", "5 minutes"), ("2.  A break", "")], 1, "Together: 5 minutes")

    assert pane.empty.isHidden()
    assert pane.list.place() == 1
    assert pane.together.text() == "Together: 5 minutes"


def test_showing_a_part_tells_nobody(tools: SessionTools, window: QWidget, qtbot: QtBot) -> None:
    pane = PartPane(tools, window)

    with (
        qtbot.assertNotEmitted(pane.minutes_changed),
        qtbot.assertNotEmitted(pane.note_changed),
        qtbot.assertNotEmitted(pane.words_changed),
    ):
        pane.show_part(PARTS[1], "A break", "Own words")

    assert pane.minutes.value() == 2.5
    assert pane.note.toPlainText() == "Open a window"
    assert (pane.heading.text(), pane.lines.toPlainText()) == ("A break", "Tea is next door")
    pane.show_part(PARTS[0], "MRI", "Section")
    assert pane.heading.isHidden()
    assert not pane.note.isHidden()
    pane.show_part(None, "No part is chosen.", "")
    assert pane.note.isHidden()


def test_what_is_typed_is_told(tools: SessionTools, window: QWidget, qtbot: QtBot) -> None:
    pane = PartPane(tools, window)
    pane.show_part(PARTS[1], "A break", "Own words")

    with qtbot.waitSignal(pane.minutes_changed) as minutes:
        pane.minutes.setValue(0)
    with qtbot.waitSignal(pane.note_changed) as note:
        pane.note.setPlainText("Close it")
    with qtbot.waitSignal(pane.words_changed) as words:
        pane.lines.setPlainText(" Tea \n\n Cake")

    assert minutes.args == [None]
    assert note.args == ["Close it"]
    assert words.args == ["A break", ("Tea", "Cake")]


def test_what_is_being_typed_stays_as_it_is(tools: SessionTools, window: QWidget) -> None:
    pane = PartPane(tools, window)
    pane.show_part(PARTS[1], "A break", "Own words")

    pane.heading.setText("A  break ")
    pane.lines.setPlainText("Tea is next door\n")
    pane.show_part(PARTS[1], "A break", "Own words")

    assert pane.heading.text() == "A  break "
    assert pane.lines.toPlainText() == "Tea is next door\n"
