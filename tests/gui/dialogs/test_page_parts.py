from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.dialogs.page_parts import PagePartsDialog
from crmo_desktop.gui.page_structure import Kind, Part
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.part_list import PartList
from crmo_desktop.gui.widgets.shown_page import ShownPage
from tests.gui import specimen
from tests.gui.conftest import Show
from tests.gui.hands import button_called, press, type_words
from tests.gui.widgets.page_between import Reader

Kept = TypeVar("Kept", PartList, QComboBox, QLineEdit)


@pytest.fixture
def shown(show: Show, look: Look) -> ShownPage:
    reader = Reader(show)
    reader.put(specimen.page(), look)
    return reader.view.shown


class Opened:
    """The dialog over a page, with the reader at its second heading."""

    def __init__(self, shown: ShownPage, look: Look, qtbot: QtBot) -> None:
        self.shown = shown
        here = shown.all(Kind.HEADING)[2].start
        self.dialog = PagePartsDialog(shown, here, look, None)
        qtbot.addWidget(self.dialog)
        with qtbot.waitActive(self.dialog):
            self.dialog.open()
        self.list = self._part(PartList)
        self.kinds = self._part(QComboBox)
        self.filter = self._part(QLineEdit)

    def _part(self, kind: type[Kept]) -> Kept:
        found = self.dialog.findChild(kind)
        assert isinstance(found, kind)
        return found

    def rows(self) -> list[str]:
        model = self.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def said(self) -> list[str]:
        model, role = self.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]


@pytest.fixture
def opened(shown: ShownPage, look: Look, qtbot: QtBot) -> Opened:
    return Opened(shown, look, qtbot)


def test_it_opens_with_the_headings_and_on_the_one_being_read(opened: Opened) -> None:
    assert opened.rows()[:3] == ["A <specimen>", "At a glance", "Signs & symptoms"]
    assert opened.said()[1] == "At a glance, level 2"
    assert opened.list.current() is opened.shown.all(Kind.HEADING)[2]
    assert opened.list.hasFocus()


def test_every_kind_that_the_page_has_is_offered_with_its_number(opened: Opened) -> None:
    kinds = [opened.kinds.itemText(n) for n in range(opened.kinds.count())]

    assert kinds == ["Headings (7)", "Links and marks (8)", "Tables (2)", "Boxes (5)", "Pictures (1)"]


def test_another_kind_is_listed_when_it_is_chosen(opened: Opened) -> None:
    opened.kinds.setFocus()
    press(opened.kinds, Qt.Key.Key_Down)

    assert opened.list.accessibleName() == "Links and marks (8)"
    assert opened.rows()[0].startswith("Sources 1 to 2: ")
    assert opened.said()[2] == "lesions, Explained word"
    opened.kinds.setCurrentIndex(3)
    assert opened.rows()[1] == "Get help fast: Fever with pain."


def test_typing_narrows_and_arrows_go_through_the_list(opened: Opened) -> None:
    opened.filter.setFocus()
    type_words(opened.filter, "S")
    assert all("s" in row.lower() for row in opened.said())
    type_words(opened.filter, "igns")
    assert opened.rows() == ["Signs & symptoms"]
    type_words(opened.filter, "zz")
    assert opened.rows() == []
    nothing = [label.text() for label in opened.dialog.findChildren(QLabel) if label.isVisible()]
    assert "Nothing on this page has these words." in nothing
    opened.filter.clear()
    before = opened.list.currentIndex().row()
    press(opened.filter, Qt.Key.Key_Down)
    assert opened.list.currentIndex().row() == before + 1
    assert opened.filter.hasFocus()


def test_enter_goes_to_the_row_and_closes(opened: Opened, qtbot: QtBot) -> None:
    press(opened.list, Qt.Key.Key_Down)
    wanted = opened.list.current()

    with qtbot.waitSignal(opened.dialog.part_chosen) as chosen:
        press(opened.list, Qt.Key.Key_Return)

    assert chosen.args == [wanted]
    assert not opened.dialog.isVisible()


def test_the_button_and_enter_in_the_field_go_there_too(opened: Opened, qtbot: QtBot) -> None:
    opened.filter.setFocus()
    with qtbot.waitSignal(opened.dialog.part_chosen):
        press(opened.filter, Qt.Key.Key_Return)


def test_nothing_found_goes_nowhere(opened: Opened, qtbot: QtBot) -> None:
    opened.filter.setText("zzzz")

    with qtbot.assertNotEmitted(opened.dialog.part_chosen):
        button_called(opened.dialog, "Go there", QPushButton).click()

    assert opened.dialog.isVisible()


def test_close_goes_nowhere(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(opened.dialog.part_chosen):
        button_called(opened.dialog, "Close", QPushButton).click()

    assert not opened.dialog.isVisible()


def test_what_the_reader_has_marked_is_listed(shown: ShownPage, look: Look, qtbot: QtBot) -> None:
    mark = Part(Kind.MARK, 40, 45, name="ache", note="Ask", level=4, number=8)
    shown.set_marks([mark])
    opened = Opened(shown, look, qtbot)

    opened.kinds.setCurrentIndex(opened.kinds.count() - 1)

    assert opened.kinds.currentText() == "Highlights and notes (1)"
    assert opened.rows() == ["Highlight, pink, 4: ache. Note: Ask"]
    assert opened.said() == ["Highlight, pink, 4: ache. Note: Ask"]
    with qtbot.waitSignal(opened.dialog.part_chosen) as chosen:
        press(opened.list, Qt.Key.Key_Return)
    assert chosen.args == [mark]
