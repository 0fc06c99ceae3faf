import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.number_slider import NumberSlider
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import press, wheel


@pytest.fixture
def number(show: Show, look: Look) -> NumberSlider:
    frame = QWidget()
    number = NumberSlider(
        "Text size", "80% to 250%.", ends=(80, 250), step=10, write=lambda value: f"{value}%", parent=frame
    )
    number.set_look(look)
    number.set_value(100)
    QVBoxLayout(frame).addWidget(number)
    show(frame, 400, 80)
    number.setFocus()
    return number


def heard_of(number: NumberSlider) -> list[int]:
    heard: list[int] = []
    number.chosen.connect(heard.append)
    return heard


def test_a_number_is_shown_and_not_told(number: NumberSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(number.chosen):
        number.set_value(125)

    assert number.value() == 125
    assert number.words() == "125%"


def test_what_is_no_number_is_not_shown(number: NumberSlider) -> None:
    number.set_value("large")

    assert number.value() == 100


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 110),
        (Qt.Key.Key_Up, 110),
        (Qt.Key.Key_Left, 90),
        (Qt.Key.Key_PageUp, 140),
        (Qt.Key.Key_Home, 80),
        (Qt.Key.Key_End, 250),
    ],
)
def test_keys_change_it_and_tell(key: Qt.Key, value: int, number: NumberSlider) -> None:
    heard = heard_of(number)

    press(number, key)

    assert heard == [value]
    assert number.words() == f"{value}%"


def test_dragged_it_tells_when_it_is_let_go_and_meets_a_step(number: NumberSlider) -> None:
    heard = heard_of(number)

    number.slider.setSliderDown(True)
    number.slider.setSliderPosition(123)
    assert heard == []
    assert number.words() == "120%", "what it would be is written meanwhile"

    number.slider.setSliderDown(False)
    assert heard == [120]
    assert number.value() == 120


def test_the_last_step_may_be_shorter(show: Show, look: Look) -> None:
    number = NumberSlider("Lines", "How many.", ends=(0, 25), step=10, write=str)
    show(number)

    number.slider.setSliderDown(True)
    number.slider.setSliderPosition(25)
    number.slider.setSliderDown(False)

    assert number.value() == 20


def test_a_wheel_scrolls_past_it(number: NumberSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(number.chosen):
        wheel(number.slider, 120)

    assert number.value() == 100


def test_a_screen_reader_hears_name_number_and_hint(number: NumberSlider) -> None:
    number.set_value(150)

    heard = QAccessible.queryAccessibleInterface(number.slider)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "Text size"
    assert heard.text(QAccessible.Text.Description) == "150%. 80% to 250%."


def test_it_grows_with_the_words(number: NumberSlider, look_of: LookOf) -> None:
    before = number.sizeHint()

    number.set_look(look_of("light", 200))

    assert number.sizeHint().width() > before.width()
