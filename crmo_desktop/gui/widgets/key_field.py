"""A field that takes keys as they are pressed, instead of what they would type."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

Name = Callable[[QKeyCombination], str]
# What leads out of the field, presses the dialog's button or empties the field, pressed alone.
_LEAD_OUT: Final = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_FORGET: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyField(QLineEdit):
    """Shows the keys pressed last; Tab, Escape and Enter work as everywhere, so that nobody is held here."""

    key_pressed = Signal(str)  # as Qt writes it; "" once forgotten

    def __init__(self, name_of: Name, show: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Wait for keys.

        Args:
            name_of: what was pressed, as Qt writes it; "" while that is nothing yet.
            show: how a reader reads it.
            parent: as for any widget.
        """
        super().__init__(parent)
        self._name_of, self._show = name_of, show
        self._key = ""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def key(self) -> str:
        """What was pressed last; "" for nothing."""
        return self._key

    def event(self, event: QEvent) -> bool:
        """Here keys do not do what they do elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pressed, unless it leads out."""
        held = event.modifiers() & _HELD
        if not held and event.key() in _LEAD_OUT:
            event.ignore()
            return
        is_forgotten = not event.modifiers() and event.key() in _FORGET
        key = "" if is_forgotten else self._name_of(event.keyCombination())
        if key or is_forgotten:
            self._key = key
            self.setText(self._show(key) if key else "")
            self.key_pressed.emit(key)
        event.accept()
