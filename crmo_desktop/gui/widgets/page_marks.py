"""What is marked on a page's text: layers of places, such as the words found, each layer set by itself."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.text_places import cursor_over

OWN: Final = "own"  # what the reader has highlighted
FOUND: Final = "found"  # what a search or find in page found
SPOKEN: Final = "spoken"  # what is read aloud now
LAYERS: Final = (OWN, FOUND, SPOKEN)  # a later one is drawn over those before it

Place = tuple[int, int, QTextCharFormat]  # start, end, how it is drawn


class PageMarks:
    """The marks of one view; those of a page are gone with its document."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def set(self, layer: str, places: Iterable[Place]) -> None:
        """Mark `places` in place of what `layer` marked before.

        Raises:
            ValueError: there is no such layer.
        """
        if layer not in LAYERS:
            raise ValueError(f"{layer!r} is none of {', '.join(LAYERS)}")
        self._layers[layer] = [self._selection(*place) for place in places]
        self._view.setExtraSelections([mark for name in LAYERS for mark in self._layers.get(name, ())])

    def clear(self) -> None:
        """Take every mark away."""
        self._layers.clear()
        self._view.setExtraSelections([])

    def _selection(self, start: int, end: int, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor_over(self._view, start, end)
        selection.format = shape
        return selection


def found_format(look: Look, *, is_current: bool) -> QTextCharFormat:
    """How a match is drawn: the one the reader is at stands out from the others."""
    shape = QTextCharFormat()
    shape.setBackground(look.colour("find_current" if is_current else "find"))
    on_find = is_current or look.is_high_contrast  # else the page's ink is the readable one
    shape.setForeground(look.colour("on_find" if on_find else "text"))
    shape.setFontUnderline(is_current)  # not by its colour alone
    return shape


def spoken_format(look: Look) -> QTextCharFormat:
    """How the sentence that is read aloud is drawn: a ground, and dashes below, which links do not have."""
    shape = QTextCharFormat()
    shape.setBackground(look.colour("spoken"))
    shape.setForeground(look.colour("on_spoken"))
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    shape.setUnderlineColor(look.colour("on_spoken"))
    return shape
