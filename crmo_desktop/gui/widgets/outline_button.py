"""The button that stands in for "On this page" where the pane beside the page has no room."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from crmo_desktop.gui.theme import Look

_FREE: Final = 8  # pixels that stay free beside it
_FROM_EDGE: Final = 12


class OutlineButton(QToolButton):
    """Stands beside the text, never on it: with its words where the margin has room, else as a picture."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "menu")
        self.setText(f" {words}")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))

    def stand_beside(self, edge: int, top: int, margin: int, look: Look, *, mirrored: bool = False) -> None:
        """Go into the margin at the end of the lines, `top` pixels from above.

        Args:
            edge: pixels that the scroll bar takes at that side.
            top: pixels above the button.
            margin: pixels beside the text, scroll bar not included.
            look: it is drawn with.
            mirrored: lines end at the left.
        """
        self._draw(look, with_words=True)
        if self.width() + _FREE > margin:
            self._draw(look, with_words=False)
        aside = edge + min(_FROM_EDGE, max(0, (margin - self.width()) // 2))
        parent = self.parentWidget()
        right = (parent.width() if parent is not None else 0) - self.width() - aside
        self.move(aside if mirrored else right, top)
        self.raise_()

    def _draw(self, look: Look, *, with_words: bool) -> None:
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if with_words else style.ToolButtonIconOnly)
        padding = f"{look.ui(5)}px {look.ui(10)}px" if with_words else "2px"
        sheet = f"background: {look.name_of('card')}; padding: {padding};"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
        self.adjustSize()
