"""What makes pages easy to read holds at once, is kept, and can be put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.domain.policy import LOCKABLE
from crmo_desktop.gui.administered import Administered
from crmo_desktop.gui.dialogs.reading import ReadingDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.theme import Appearance
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, press, press_keys

MRI = TopicAddress(TopicId("mri"))
XRAY = TopicAddress(TopicId("x-ray"))


@pytest.fixture
def reading_window(desk: Desk) -> MainWindow:
    window = desk.open()
    window.navigator.go(MRI)
    return window


def dialog_of(window: MainWindow) -> ReadingDialog:
    window.table["reading"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    return dialog


def appearance_of(window: MainWindow) -> Appearance:
    (appearance,) = window.findChildren(Appearance)
    return appearance


def test_a_page_has_no_aid_until_one_is_wanted(reading_window: MainWindow) -> None:
    assert reading_window.reader.view.aid is None
    assert reading_window.commands._comfort is None, "nothing of it is loaded"


@pytest.mark.parametrize(("keys", "name", "words"), [
    ("Ctrl+Shift+R", "reading_ruler", "Reading ruler"), ("Ctrl+Shift+U", "line_focus", "Line focus"),
])  # fmt: skip
def test_keys_turn_ruler_and_line_focus_on_and_off(
    keys: str, name: str, words: str, reading_window: MainWindow
) -> None:
    window = reading_window

    press_keys(window, keys)
    assert window.reader.view.aid is not None
    assert window.reader.view.aid.is_on()
    assert getattr(window.preferences, name)
    assert window.status.said() == f"{words}: on"

    press_keys(window, keys)
    assert not window.reader.view.aid.is_on()
    assert not getattr(window.preferences, name)
    assert window.status.said() == f"{words}: off"


def test_the_next_start_has_them_again(desk: Desk, reading_window: MainWindow) -> None:
    press_keys(reading_window, "Ctrl+Shift+R")

    second = desk.open()
    second.navigator.go(MRI)

    assert second.table["ruler"].isChecked()
    assert second.reader.view.aid is not None
    assert second.reader.view.aid.is_on()


def test_the_ruler_goes_to_the_link_that_tab_reaches(reading_window: MainWindow) -> None:
    view = reading_window.reader.view
    press_keys(reading_window, "Ctrl+Shift+R")
    view.setFocus()

    for _ in range(6):
        press(reading_window, Qt.Key.Key_Tab)

    link, aid = view.focused_link(), view.aid
    assert link is not None
    assert aid is not None
    row = aid.row()
    assert row is not None
    top = view.rects(link.start, link.end)[0].center().y() + view.verticalScrollBar().value()
    assert row.top <= top <= row.bottom


def test_another_look_and_another_page_keep_it(reading_window: MainWindow) -> None:
    window = reading_window
    press_keys(window, "Ctrl+Shift+U")

    window.table["theme_dark"].trigger()
    window.navigator.go(XRAY)

    aid = window.reader.view.aid
    assert aid is not None
    assert aid.is_on()
    assert aid.row() is not None


def test_choices_of_the_dialog_hold_at_once_and_are_kept(reading_window: MainWindow) -> None:
    window, appearance = reading_window, appearance_of(reading_window)
    dialog = dialog_of(window)

    for name, place in (("face", 2), ("spacing", 2), ("colours", 3), ("focus", 3), ("motion", 1)):
        dialog.options(name)[place].click()
    button_called(dialog, "Text size 150%", QPushButton).click()

    look = appearance.look
    assert (look.face, look.spacing, look.theme.name, look.text_size) == (
        "dyslexic",
        "very_roomy",
        "sepia",
        150,
    )
    kept = window.preferences
    assert (kept.text_face, kept.text_spacing, kept.theme, kept.text_size) == (
        "dyslexic", "very_roomy", "sepia", 150,
    )  # fmt: skip
    assert (kept.line_focus, kept.focus_lines, kept.motion) == (True, 5, "reduced")
    assert QGuiApplication.styleHints().cursorFlashTime() == 0
    assert window.table["line_focus"].isChecked()
    assert window.reader.view.document().defaultFont().families()[0] == "CRMO Dyslexic"

    button_called(dialog, "Back to normal", QPushButton).click()

    look = appearance.look
    assert (look.face, look.spacing, look.text_size, appearance.choice) == (
        "atkinson",
        "normal",
        100,
        "system",
    )
    assert (kept.line_focus, kept.focus_lines, kept.motion) == (False, 3, "system")
    assert dialog.options("face")[0].isChecked()
    assert QGuiApplication.styleHints().cursorFlashTime() > 0
    dialog.close()


def test_the_ruler_of_the_dialog_is_the_one_of_the_menu(reading_window: MainWindow) -> None:
    dialog = dialog_of(reading_window)

    dialog._ruler.click()
    assert reading_window.table["ruler"].isChecked()
    press_keys(reading_window, "Ctrl+Shift+R")
    reading_window.table["ruler"].trigger()

    assert dialog._ruler.isChecked() == reading_window.table["ruler"].isChecked()
    dialog.close()


def test_colours_that_are_locked_are_left_alone(reading_window: MainWindow) -> None:
    Administered(reading_window, frozenset(LOCKABLE))
    dialog = dialog_of(reading_window)

    assert not dialog.options("colours")[1].isEnabled()
    button_called(dialog, "Back to normal", QPushButton).click()

    assert appearance_of(reading_window).choice == reading_window.preferences.theme
    dialog.close()


def test_all_faces_are_asked_for_when_they_are_to_be_shown(reading_window: MainWindow) -> None:
    wanted: list[bool] = []
    appearance_of(reading_window).faces_wanted.connect(lambda: wanted.append(True))

    dialog_of(reading_window).close()

    assert wanted == [True]


def test_it_can_be_put_back_to_what_is_kept(reading_window: MainWindow) -> None:
    window, appearance = reading_window, appearance_of(reading_window)
    appearance.set_face("serif")
    appearance.set_spacing("roomy")
    window.table["ruler"].setChecked(True)

    window.commands.comfort.restore()

    assert (appearance.face, appearance.spacing) == ("atkinson", "normal")
    assert not window.table["ruler"].isChecked()
