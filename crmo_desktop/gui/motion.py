"""What moves by itself: nothing of ours does, and here Qt's own effects are put to rest as well."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

REDUCED: Final = "reduced"
_AS_THE_SYSTEM: Final = -1  # Qt's word for a flash time that nobody has set
_STILL: Final = 0


def set_motion(choice: str) -> None:
    """Have no menu, list or tooltip slide or fade; where motion is to be reduced, no caret blink either.

    Qt 6.11 does not tell whether the system wants less motion. As nothing moves in any case, the caret is all
    that is left to ask about, and how fast it blinks, or whether it does, the system does tell.
    """
    for effect in Qt.UIEffect:
        QApplication.setEffectEnabled(effect, False)
    blink = _STILL if choice == REDUCED else _AS_THE_SYSTEM
    QGuiApplication.styleHints().setCursorFlashTime(blink)
