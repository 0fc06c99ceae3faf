import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.find_bar import FindBar
from tests.gui.conftest import Show
from tests.gui.hands import button_called, press, type_words

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(show: Show, look: Look, icons: IconShelf) -> FindBar:
    bar = FindBar()
    bar.set_look(look, icons)
    show(bar, 700, 50)
    bar.setFocus()
    return bar


@pytest.fixture
def steps(bar: FindBar) -> list[int]:
    steps: list[int] = []
    bar.step_wanted.connect(steps.append)
    return steps


def test_every_letter_is_told(bar: FindBar) -> None:
    typed: list[str] = []
    bar.words_changed.connect(typed.append)

    type_words(bar, "hip")

    assert typed == ["h", "hi", "hip"]
    assert bar.words() == "hip"


def test_setting_the_words_from_code_is_silent_and_selects_them(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.words_changed):
        bar.set_words("hip pain")

    field = bar.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == bar.words() == "hip pain"


def test_enter_goes_on_and_shift_enter_back(bar: FindBar, steps: list[int]) -> None:
    press(bar, Qt.Key.Key_Return)
    press(bar, Qt.Key.Key_Enter)
    press(bar, Qt.Key.Key_Return, SHIFT)

    assert steps == [1, 1, -1]


def test_buttons_go_on_and_back(bar: FindBar, steps: list[int]) -> None:
    bar.set_words("hip")
    bar.set_count(0, 2)

    button_called(bar, "Next match (Enter)", QToolButton).click()
    button_called(bar, "Previous match (Shift+Enter)", QToolButton).click()

    assert steps == [1, -1]


def test_escape_and_the_cross_close(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed):
        press(bar, Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.closed):
        button_called(bar, "Close (Esc)", QToolButton).click()


@pytest.mark.parametrize(
    ("words", "current", "total", "told", "can_step"),
    [
        ("hip", 0, 12, "1 of 12", True),
        ("hip", 11, 12, "12 of 12", True),
        ("hip", None, 3, "1 of 3", True),
        ("hip", None, 0, "Not on this page", False),
        ("", None, 0, "", False),
    ],
)
def test_the_count_says_where_the_reader_is(
    words: str, current: int | None, total: int, told: str, can_step: bool, bar: FindBar
) -> None:
    bar.set_words(words)

    bar.set_count(current, total)

    assert bar.count_text() == told
    for name in ("Next match (Enter)", "Previous match (Shift+Enter)"):
        assert button_called(bar, name, QToolButton).isEnabled() is can_step


@pytest.mark.parametrize(
    ("words", "current", "total", "told", "can_step"),
    [
        ("hip", None, 0, "Not in the short form. Enter shows everything", True),
        ("hip", 1, 2, "2 of 2, and more in everything", True),
        ("", None, 0, "", True),
    ],
)
def test_the_count_says_that_more_is_left_out(
    words: str, current: int | None, total: int, told: str, can_step: bool, bar: FindBar
) -> None:
    bar.set_words(words)

    bar.set_count(current, total, is_beyond=True)

    assert bar.count_text() == told
    assert button_called(bar, "Next match (Enter)", QToolButton).isEnabled() is can_step


def test_icons_follow_the_look(bar: FindBar) -> None:
    assert not any(button.icon().isNull() for button in bar.findChildren(QToolButton))
