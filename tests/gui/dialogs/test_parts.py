from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.dialogs.about import AboutDialog
from crmo_desktop.gui.dialogs.address import OpenAddressDialog, OutsideAddressDialog
from crmo_desktop.gui.dialogs.change_keys import ChangeKeysDialog
from crmo_desktop.gui.dialogs.keys import KeysDialog
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.key_map import KeyMap
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.keeping import Keeping, Kept
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings
from tests.gui.conftest import RESOURCES, LookOf
from tests.gui.hands import press
from tests.gui.kept_keys import KeptKeys


def make(qtbot: QtBot, look: Look, *, paragraphs: int = 1, parent: QWidget | None = None) -> PlainDialog:
    dialog = PlainDialog("Of the window", look, parent, width=400)
    dialog.add_title("A title")
    for _ in range(paragraphs):
        dialog.add_words("A paragraph of words that is long enough to be set in more than one line. " * 2)
    dialog.add_button("Cancel").clicked.connect(dialog.reject)
    dialog.add_button("Do it", primary=True).clicked.connect(dialog.accept)
    dialog.fit()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> PlainDialog:
    return make(qtbot, look)


def test_it_has_a_title_and_stands_before_the_window(dialog: PlainDialog) -> None:
    assert dialog.windowTitle() == "Of the window"
    assert dialog.isModal()


def test_escape_closes_it(dialog: PlainDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_enter_does_what_the_primary_button_does(dialog: PlainDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, Qt.Key.Key_Return)


def test_enter_on_another_button_does_what_that_button_does(dialog: PlainDialog, qtbot: QtBot) -> None:
    cancel, do_it = dialog.findChildren(QPushButton)
    cancel.setFocus()
    assert (cancel.autoDefault(), do_it.autoDefault()) == (False, True)

    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Return)


def test_words_are_plain_and_can_be_selected(dialog: PlainDialog) -> None:
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_it_is_as_high_as_its_words_need(dialog: PlainDialog) -> None:
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)

    assert dialog.width() == 400
    assert area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [100, 200, 250])
def test_it_never_leaves_the_screen_and_scrolls_what_does_not_fit(
    size: int, qtbot: QtBot, look_of: LookOf
) -> None:
    dialog = make(qtbot, look_of("light", size), paragraphs=60)
    room: QRect = dialog.screen().availableGeometry()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)

    assert dialog.height() <= room.height() - 48
    assert dialog.width() <= room.width() - 48
    assert area.verticalScrollBar().maximum() > 0
    for button in dialog.findChildren(QPushButton):
        assert dialog.rect().contains(button.geometry())


def test_muted_words_are_told_apart(qtbot: QtBot, look: Look) -> None:
    dialog = PlainDialog("x", look, None)
    qtbot.addWidget(dialog)

    assert dialog.add_words("quiet", muted=True).property("kind") == "muted"
    assert dialog.add_words("loud").property("kind") is None


# --- words without a blank to break them at

CODE = "https://example.org/" + "0123456789" * 12


def test_a_long_code_is_broken_so_that_all_of_it_is_seen(qtbot: QtBot, look: Look) -> None:
    dialog = PlainDialog("x", look, None, width=400)
    dialog.add_code(CODE, "Address")
    dialog.add_code("short", "Short")
    dialog.fit()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()

    long, short = dialog.findChildren(QTextEdit)
    assert (long.accessibleName(), short.accessibleName()) == ("Address", "Short")
    for code in (long, short):
        assert code.document().size().width() <= code.viewport().width()
        assert code.document().size().height() <= code.viewport().height()
    assert long.document().size().height() >= 2 * short.document().size().height()


def test_a_long_code_is_copied_as_it_is_and_not_changed(qtbot: QtBot, look: Look) -> None:
    dialog = PlainDialog("x", look, None, width=400)
    dialog.add_code(CODE, "Address")
    qtbot.addWidget(dialog)
    (code,) = dialog.findChildren(QTextEdit)

    code.selectAll()
    code.copy()

    assert QGuiApplication.clipboard().text() == CODE
    assert code.isReadOnly()


# --- every dialog there is

DIALOGS = ("about", "keys", "change", "open", "outside")


@pytest.fixture
def program_font(qapp: QApplication) -> Iterator[None]:
    font = QFont(qapp.font())
    yield
    qapp.setFont(font)


def dialog_called(name: str, look: Look, reading: ReadingService, window: QWidget) -> PlainDialog:
    match name:
        case "about":
            notebook = Notebook(None)
            keeping = Keeping(notebook, Settings(notebook), Kept.NOWHERE)
            return AboutDialog("1.2.3", "6.11.9", reading.edition, keeping, look, window)
        case "keys":
            table = ActionTable(window)
            return KeysDialog(table, KeyMap(table, KeptKeys(), window), ["page"], look, window)
        case "change":
            keys = KeyMap(ActionTable(window), KeptKeys(), window)
            return ChangeKeysDialog(keys, "find_everywhere", look, window)
        case "open":
            return OpenAddressDialog(look, window)
        case _:
            return OutsideAddressDialog(CODE, look, window)


@pytest.mark.parametrize("size", [100, 150, 200, 250])
@pytest.mark.parametrize("name", DIALOGS)
def test_of_every_dialog_all_words_are_seen_and_something_has_the_keyboard(
    name: str,
    size: int,
    qtbot: QtBot,
    qapp: QApplication,
    look_of: LookOf,
    reading: ReadingService,
    program_font: None,
) -> None:
    look = look_of("light", size)
    qapp.setFont(look.ui_font())
    window = QWidget()
    window.setStyleSheet(style_sheet(look, RESOURCES / "icons"))
    qtbot.addWidget(window)
    dialog = dialog_called(name, look, reading, window)
    with qtbot.waitActive(dialog):
        dialog.open()

    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    body = area.widget()
    assert body is not None
    assert body.width() == area.viewport().width(), "nothing is cut off at the right"
    for words in (*body.findChildren(QLabel), *body.findChildren(QTextEdit)):
        if words.isVisible():
            assert words.height() >= words.heightForWidth(words.width()) > 0, words.accessibleName()
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width() - 48
    assert dialog.height() <= room.height() - 48
    for button in dialog.findChildren(QPushButton):
        assert dialog.rect().contains(button.geometry())
    focus = dialog.focusWidget()
    assert focus is not None
    assert focus.accessibleName() or (isinstance(focus, QPushButton) and focus.text())


@pytest.mark.parametrize("size", [100, 250])
def test_the_list_of_keys_scrolls_by_itself_and_its_search_stays(
    size: int, qtbot: QtBot, look_of: LookOf, reading: ReadingService
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = dialog_called("keys", look_of("light", size), reading, window)
    with qtbot.waitActive(dialog):
        dialog.open()

    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() == 0


def test_what_is_added_to_a_dialog_that_is_open_counts_at_once(dialog: PlainDialog) -> None:
    before = dialog.height()

    for _ in range(5):
        dialog.add_words("A line.")
    dialog.fit()

    assert dialog.height() >= before + 5 * dialog.fontMetrics().height()


def test_buttons_that_do_not_fit_beside_each_other_stand_below(qtbot: QtBot, look_of: LookOf) -> None:
    dialog = PlainDialog("Of the window", look_of("light", 200), None, width=300)
    qtbot.addWidget(dialog)
    buttons = [
        dialog.add_button(words) for words in ("Something long to press " * 3, "Something else as long " * 3)
    ]
    buttons.append(dialog.add_button("Close", primary=True))
    dialog.fit()
    with qtbot.waitActive(dialog):
        dialog.open()

    tops = [button.y() for button in buttons]
    assert tops == sorted(set(tops))
    assert dialog.focusWidget() is buttons[-1], "Enter does what the primary button says"
