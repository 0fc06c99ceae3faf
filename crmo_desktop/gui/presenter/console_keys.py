"""Keys on the console: those of the wall, but for what the part that has the keyboard needs itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QSpinBox, QWidget

from crmo_desktop.gui.widgets.pressing import press_by_enter
from crmo_desktop.gui.widgets.slide_list import SlideList

_TAB: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_SCREENS: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)  # what clickers send
_EDITING: Final = (
    *_UP_DOWN, *_ENTER, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
)  # fmt: skip


class ConsoleKeys(QObject):
    """Sees every key first that a part of the console would get."""

    def __init__(self, answer: Callable[[QKeyEvent], bool], home: QWidget, console: QWidget) -> None:
        """Give keys to `answer`; Escape leaves a field for `home`."""
        super().__init__(console)
        self._answer, self._home = answer, home

    def watch(self, *parts: QWidget) -> None:
        """See the keys of these first."""
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether a key was the wall's, or is nobody's; what is left the part gets."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or event.key() in _TAB:
            return False
        if press_by_enter(watched, event):
            return True
        if isinstance(watched, QPlainTextEdit | QSpinBox) and event.key() == Qt.Key.Key_Escape:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return not keeps(watched, event) and self._answer(event)


def keeps(part: QWidget, event: QKeyEvent) -> bool:
    """Whether `part` needs this key itself."""
    key = Qt.Key(event.key())
    if isinstance(part, QPlainTextEdit):
        return key not in _SCREENS and not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12
    if isinstance(part, QSpinBox):
        return key in _EDITING or event.text().isdecimal()
    if isinstance(part, QAbstractButton):
        return key == Qt.Key.Key_Space
    if isinstance(part, SlideList):
        return key in _UP_DOWN or key in _ENTER
    return part.objectName() == "consoleNotes" and key in _UP_DOWN
