from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.own_detail import NEW_FOLDER, NO_FOLDER, Detail, OwnDetail
from crmo_desktop.gui.widgets.wrapped_link import WrappedLink
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, press, type_words

MARK = Detail(
    place="Understanding CRMO › What is CRMO? › In short",
    before="Any bone can be affected, ",
    quote="most often <the> long bones",
    after=".",
    colour=1,
    words="Ask about this.",
    folder="7",
    folders=[("7", "Next visit"), ("9", "School")],
)
SEVERAL = Detail(place="", state="3 things chosen", folder="", folders=MARK.folders, can_open=False)


@pytest.fixture
def detail(show: Show, look: Look, icons: IconShelf) -> OwnDetail:
    detail = OwnDetail(look, icons)
    show(detail, 460, 560)
    detail.set_detail(MARK)
    QApplication.processEvents()
    return detail


def texts(detail: OwnDetail) -> str:
    return "\n".join(label.text() for label in detail.findChildren(QLabel) if label.isVisible())


def test_one_thing_in_full(detail: OwnDetail) -> None:
    assert detail.shown() == MARK
    assert detail.findChildren(WrappedLink)[0].words() == MARK.place
    assert "Any bone can be affected, <span" in texts(detail)
    assert "most often &lt;the&gt; long bones" in texts(detail)
    assert button_called(detail, "Colour: yellow, 1", QToolButton).isChecked()
    assert detail.note.words() == "Ask about this."
    assert detail.findChildren(QComboBox)[0].currentText() == "Next visit"


def test_setting_from_code_is_silent(detail: OwnDetail, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(detail.folder_chosen),
        qtbot.assertNotEmitted(detail.colour_chosen),
        qtbot.assertNotEmitted(detail.note.written),
    ):
        detail.set_detail(replace(MARK, colour=3, words="Other words", folder="9"))

    assert detail.findChildren(QComboBox)[0].currentText() == "School"


def test_what_is_done_is_told(detail: OwnDetail, qtbot: QtBot) -> None:
    with qtbot.waitSignals([detail.open_wanted] * 2):
        detail.findChildren(WrappedLink)[0].click()
        button_called(detail, "Open the page", QPushButton).click()
    with qtbot.waitSignal(detail.copy_wanted):
        button_called(detail, "Copy", QPushButton).click()
    with qtbot.waitSignal(detail.delete_wanted):
        button_called(detail, "Delete", QPushButton).click()
    with qtbot.waitSignal(detail.colour_chosen) as colour:
        button_called(detail, "Colour: pink, 4", QToolButton).click()
    with qtbot.waitSignal(detail.left):
        press(detail, Qt.Key.Key_Escape)

    assert colour.args == [4]


@pytest.mark.parametrize(("place", "value"), [(0, NO_FOLDER), (2, "9"), (3, NEW_FOLDER)])
def test_a_folder_is_chosen(place: int, value: str, detail: OwnDetail, qtbot: QtBot) -> None:
    (box,) = detail.findChildren(QComboBox)

    with qtbot.waitSignal(detail.folder_chosen) as chosen:
        box.setCurrentIndex(place)
        box.activated.emit(place)

    assert chosen.args == [value]
    assert box.currentText() != "New folder…", "which is none"


def test_several_can_be_copied_laid_and_deleted(detail: OwnDetail) -> None:
    detail.set_detail(SEVERAL)
    QApplication.processEvents()

    assert "3 things chosen" in texts(detail)
    assert not detail.note.isVisible()
    assert not button_called(detail, "Open the page", QPushButton).isVisible()
    assert button_called(detail, "Delete", QPushButton).isVisible()
    assert detail.findChildren(QComboBox)[0].isVisible()


def test_nothing_chosen_shows_nothing(detail: OwnDetail) -> None:
    detail.set_detail(None)
    QApplication.processEvents()

    assert [button for button in detail.findChildren(QPushButton) if button.isVisible()] == []


def test_words_typed_are_told_before_another_thing_is_shown(detail: OwnDetail, qtbot: QtBot) -> None:
    told: list[str] = []
    detail.note.written.connect(told.append)
    detail.note.field.selectAll()
    detail.note.field.setFocus()
    type_words(detail, "New")

    detail.set_detail(replace(MARK, place="Elsewhere", words="Other"))

    assert told == ["New"]
    assert detail.note.words() == "Other"


@pytest.mark.parametrize(
    ("shown", "name"), [(MARK, "Note"), (replace(MARK, words=None), "Open the page"), (SEVERAL, "Copy")]
)
def test_where_the_keyboard_begins(shown: Detail, name: str, detail: OwnDetail) -> None:
    detail.set_detail(shown)
    QApplication.processEvents()

    detail.enter()

    focus = QApplication.focusWidget()
    assert focus is not None
    assert name in (focus.accessibleName(), getattr(focus, "text", str)())


def test_in_the_place_of_the_list_there_is_a_way_back(detail: OwnDetail, qtbot: QtBot) -> None:
    back = button_called(detail, "Back to the list", QPushButton)
    detail.set_way_back(shown=False)
    assert not back.isVisible()

    detail.set_way_back(shown=True)
    with qtbot.waitSignal(detail.left):
        back.click()


def test_another_look_draws_the_passage_anew(detail: OwnDetail, look_of: LookOf) -> None:
    dark = look_of("dark")

    detail.set_look(dark)

    assert dark.name_of("hl_yellow") in texts(detail)
