"""Enter presses the button in focus on every system; Qt leaves that to the system's habits."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


def press_by_enter(focus: QWidget | None, event: QKeyEvent) -> bool:
    """Press the button that has the keyboard, if `event` is Enter; whether that was done."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not is_enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not isinstance(focus, QAbstractButton) or not focus.isEnabled():
        return False
    if not event.isAutoRepeat():
        focus.click()
    event.accept()
    return True
