import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.pressing import press_by_enter

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def pressed(
    key: Qt.Key = Qt.Key.Key_Return, modifiers: Qt.KeyboardModifier = NONE, *, again: bool = False
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", again)


@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_button(
    kind: type[QPushButton | QToolButton | QCheckBox], key: Qt.Key, qtbot: QtBot
) -> None:
    button = kind()
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked):
        assert press_by_enter(button, pressed(key))


@pytest.mark.parametrize(
    "event", [pressed(Qt.Key.Key_Space), pressed(modifiers=CTRL)], ids=["another key", "with Ctrl"]
)
def test_nothing_else_does(event: QKeyEvent, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    with qtbot.assertNotEmitted(button.clicked):
        assert not press_by_enter(button, event)


def test_enter_that_is_held_presses_once(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    with qtbot.assertNotEmitted(button.clicked):
        assert press_by_enter(button, pressed(again=True))


def test_enter_elsewhere_is_for_others(qtbot: QtBot) -> None:
    field, greyed = QLineEdit(), QPushButton()
    greyed.setEnabled(False)
    nowhere: QWidget | None = None
    for part in (field, greyed):
        qtbot.addWidget(part)

    assert [press_by_enter(part, pressed()) for part in (field, greyed, nowhere)] == [False] * 3
