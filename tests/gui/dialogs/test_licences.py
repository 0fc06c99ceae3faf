from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
)

from crmo_desktop.gui.dialogs.licences import LicencesDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.licences import Licences
from tests.gui.conftest import RESOURCES, ROOT, LookOf, Show
from tests.gui.hands import button_called, click, press, press_keys, type_words


def make(show: Show, licences: Licences, look: Look) -> LicencesDialog:
    dialog = LicencesDialog(licences, look, None)
    show(dialog, dialog.width(), dialog.height())
    return dialog


@pytest.fixture
def dialog(show: Show, look: Look) -> Iterator[LicencesDialog]:
    dialog = make(show, Licences(None, ROOT, RESOURCES), look)
    yield dialog
    dialog.close()


def words(dialog: LicencesDialog) -> str:
    (text,) = dialog.findChildren(QPlainTextEdit)
    return text.toPlainText()


def chosen(dialog: LicencesDialog) -> str:
    (view,) = dialog.findChildren(QListView)
    return str(view.currentIndex().data()).partition("\n")[0]


def selected(dialog: LicencesDialog) -> tuple[str, int]:
    (text,) = dialog.findChildren(QPlainTextEdit)
    cursor = text.textCursor()
    return cursor.selectedText(), cursor.selectionStart()


def choose(dialog: LicencesDialog, name: str) -> None:
    (view,) = dialog.findChildren(QListView)
    model = view.model()
    places = [row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith(name)]
    view.setCurrentIndex(model.index(places[0], 0))


def test_the_list_has_the_keyboard_and_the_first_words_are_shown(dialog: LicencesDialog) -> None:
    assert QApplication.focusWidget() is dialog.findChild(QListView)
    assert chosen(dialog) == "CRMO Desktop"
    assert "Apache License" in words(dialog)


def test_down_shows_the_next(dialog: LicencesDialog) -> None:
    press(dialog, Qt.Key.Key_Down)

    assert chosen(dialog) == "The reference: texts and tables"
    assert "Creative Commons" in words(dialog)
    (text,) = dialog.findChildren(QPlainTextEdit)
    assert text.accessibleName() == "Words of The reference: texts and tables"


def test_from_source_it_says_that_the_list_is_not_the_full_one(dialog: LicencesDialog) -> None:
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert "did not come from one of the installers" in said


def test_paragraphs_fit_the_width(dialog: LicencesDialog) -> None:
    choose(dialog, "LGPL")

    assert "  This version of the GNU Lesser General Public License incorporates the terms and" in words(
        dialog
    )


def test_words_can_be_selected_and_tab_leaves_them(dialog: LicencesDialog) -> None:
    (text,) = dialog.findChildren(QPlainTextEdit)
    text.setFocus()

    press_keys(dialog, "Ctrl+A")
    assert len(selected(dialog)[0]) > 5000
    press(dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not text


class TestFind:
    def test_words_are_found_while_they_are_typed(self, dialog: LicencesDialog) -> None:
        press_keys(dialog, "Ctrl+F")
        assert QApplication.focusWidget() is dialog.findChild(QLineEdit)

        type_words(dialog, "licensor")

        assert selected(dialog)[0] == '"Licensor"'.strip('"')

    def test_f3_goes_on_round_the_end_and_shift_f3_back(self, dialog: LicencesDialog) -> None:
        press_keys(dialog, "Ctrl+F")
        type_words(dialog, "APPENDIX")
        (first,) = {selected(dialog)[1]}

        places = [first]
        while True:
            press(dialog, Qt.Key.Key_F3)
            if selected(dialog)[1] == first:
                break
            places.append(selected(dialog)[1])
        assert places == sorted(places)
        press(dialog, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
        assert selected(dialog)[1] == places[-1]

    def test_enter_in_the_field_goes_on_and_closes_nothing(self, dialog: LicencesDialog) -> None:
        press_keys(dialog, "Ctrl+F")
        type_words(dialog, "license")
        before = selected(dialog)[1]

        press(dialog, Qt.Key.Key_Return)

        assert dialog.isVisible()
        assert selected(dialog)[1] > before

    def test_nothing_found_is_said(self, dialog: LicencesDialog) -> None:
        press_keys(dialog, "Ctrl+F")
        type_words(dialog, "xyzzy")
        assert "Not in these words" in [label.text() for label in dialog.findChildren(QLabel)]

        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.clear()
        press(dialog, Qt.Key.Key_F3)
        assert "Not in these words" not in [label.text() for label in dialog.findChildren(QLabel)]


def test_a_text_that_is_gone_is_said_in_its_place(show: Show, look: Look, tmp_path: Path) -> None:
    (tmp_path / "licences").mkdir()
    for name in ("A", "B"):
        (tmp_path / "licences" / f"{name}.txt").write_text(name, encoding="utf-8")
    dialog = make(show, Licences(tmp_path, None, RESOURCES), look)
    (tmp_path / "licences" / "B.txt").unlink()

    press(dialog, Qt.Key.Key_Down)

    assert words(dialog).startswith("The words of “B” cannot be read")
    dialog.close()


def test_an_empty_list_is_no_fault(show: Show, look: Look, tmp_path: Path) -> None:
    dialog = make(show, Licences(None, None, tmp_path), look)

    assert words(dialog) == ""
    dialog.close()


def test_on_little_room_the_words_stand_below_the_list(show: Show, look_of: LookOf) -> None:
    licences = Licences(None, ROOT, RESOURCES)
    for size, orientation in ((100, Qt.Orientation.Horizontal), (200, Qt.Orientation.Vertical)):
        dialog = make(show, licences, look_of("light", size))
        (panes,) = dialog.findChildren(QSplitter)
        room = dialog.screen().availableGeometry()

        assert panes.orientation() is orientation
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
        dialog.close()


def test_rows_are_as_high_as_their_words(dialog: LicencesDialog) -> None:
    (view,) = dialog.findChildren(QListView)
    model = view.model()
    heights = {
        str(model.index(row, 0).data()): view.visualRect(model.index(row, 0)).height()
        for row in range(model.rowCount())
    }

    line = view.fontMetrics().height()
    assert min(heights.values()) >= line
    assert max(heights.values()) >= 3 * line


def test_escape_and_close_close_it(show: Show, look: Look, dialog: LicencesDialog) -> None:
    click(button_called(dialog, "Close", QPushButton))
    assert not dialog.isVisible()
