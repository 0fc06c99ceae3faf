import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.segments import Segments
from tests.gui.conftest import Show
from tests.gui.hands import button_called, click, press


@pytest.fixture
def segments(show: Show) -> Segments:
    frame = QWidget()
    segments = Segments("Spacing", "More air.", frame)
    segments.set_options([("normal", "Normal"), ("roomy", "Roomy"), (3, "Very roomy")])
    QVBoxLayout(frame).addWidget(segments)
    show(frame, 400, 80)
    return segments


def test_nothing_is_chosen_at_first(segments: Segments) -> None:
    assert segments.value() is None


@pytest.mark.parametrize("value", ["normal", "roomy", 3])
def test_what_is_chosen_is_shown_and_not_told(value: object, segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value(value)

    assert segments.value() == value


def test_a_click_chooses(segments: Segments, qtbot: QtBot) -> None:
    segments.set_value("normal")

    with qtbot.waitSignal(segments.chosen) as chosen:
        click(button_called(segments, "Very roomy", QToolButton))

    assert chosen.args == [3]


def test_arrows_go_on_and_choose(segments: Segments) -> None:
    heard: list[object] = []
    segments.chosen.connect(heard.append)
    segments.set_value("normal")
    button_called(segments, "Normal", QToolButton).setFocus()

    press(segments, Qt.Key.Key_Right)
    press(segments, Qt.Key.Key_Right)
    press(segments, Qt.Key.Key_Left)

    assert heard == ["roomy", 3, "roomy"]
    assert QApplication.focusWidget() is button_called(segments, "Roomy", QToolButton)


def test_each_part_says_what_it_is_of(segments: Segments) -> None:
    parts = segments.findChildren(QToolButton)

    assert [part.accessibleName() for part in parts] == ["Normal", "Roomy", "Very roomy"]
    assert {part.accessibleDescription() for part in parts} == {"Spacing. More air."}
    assert segments.accessibleName() == "Spacing"
