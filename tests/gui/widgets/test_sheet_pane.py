"""Tests of `crmo_desktop.gui.widgets.sheet_pane`."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.sheet_pane import SheetPane
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, press_keys
from tests.gui.widgets.test_sheet_view import PAPER, Pages


@pytest.fixture
def pane(look: Look, icons: IconShelf, show: Show) -> SheetPane:
    pane = SheetPane(look, icons, PAPER)
    pane.set_sheets(Pages())
    show(pane, 500, 500)
    return pane


def said(pane: SheetPane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_says_which_page_is_seen(pane: SheetPane) -> None:
    assert pane.where() == "Page 1 of 3"
    pane.view.setFocus()
    press_keys(pane, "PgDown")
    assert pane.where() == "Page 2 of 3"


def test_buttons_change_the_size(pane: SheetPane) -> None:
    before = pane.view.zoom()
    click(button_called(pane, "Larger", QToolButton))
    assert pane.view.zoom() > before
    click(button_called(pane, "Smaller", QToolButton))
    click(button_called(pane, "Whole page", QToolButton))
    assert pane.view.is_fitted()


def test_pages_can_stand_below_one_another(pane: SheetPane) -> None:
    assert pane.view.verticalScrollBar().maximum() == 0
    box = pane.findChild(QCheckBox)
    assert box is not None
    box.click()
    assert pane.view.verticalScrollBar().maximum() > 300


def test_without_pages_it_says_why(pane: SheetPane) -> None:
    pane.set_sheets(None, "Nothing is chosen yet.")

    assert said(pane) == ["Nothing is chosen yet."]
    assert not button_called(pane, "Larger", QToolButton).isEnabled()
    pane.set_sheets(Pages(1))
    assert said(pane) == ["Page 1 of 1"]


def test_making_is_shown_and_can_be_cancelled(pane: SheetPane, qtbot: QtBot) -> None:
    pane.set_progress(39, 104)
    assert "Making the pages: part 40 of 104 …" in said(pane)

    with qtbot.waitSignal(pane.cancelled):
        click(button_called(pane, "Cancel", QPushButton))
    pane.set_done()

    assert said(pane) == ["Page 1 of 3"]
