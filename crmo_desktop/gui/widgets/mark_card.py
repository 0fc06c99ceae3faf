"""The card of a highlight or of a note: its colours, and a field for the reader's own words."""

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHideEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card, CardContent
from crmo_desktop.gui.widgets.colour_row import ColourRow
from crmo_desktop.gui.widgets.note_field import NoteField

_LINES: Final = 3  # of the field, at once


class MarkCard(Card):
    """Tells what the reader writes or chooses as it is done; there is nothing to be saved by hand.

    Attributes:
        note: the field.
        colours: of a highlight; None on the card of a note.
    """

    colour_chosen = Signal(int)  # a number from 1 to 4
    words_changed = Signal(str)  # all that stands in the field, when typing pauses and before the card goes
    left = Signal()  # the card goes, all that was written has been told

    def __init__(
        self, content: CardContent, words: str, colour: int, look: Look, icons: IconShelf, parent: QWidget
    ) -> None:
        """Show a mark.

        Args:
            content: what a card shows above and below.
            words: the reader's own.
            colour: of a highlight; 0 for a note.
            look: how it is drawn.
            icons: what is drawn on it.
            parent: the window.
        """
        super().__init__(content, look, icons, parent)
        self.colours: ColourRow | None = None
        if colour:
            self.colours = ColourRow(look, icons, self, can_be_none=False)
            self.colours.set_colour(colour)
            self.colours.chosen.connect(self.colour_chosen)
            self._body_layout.addWidget(self.colours)
        self.note = NoteField(look, icons, self)
        self.note.set_look(look)
        self.note.set_words(words)
        line = QFontMetrics(look.ui_font(15)).lineSpacing()  # the field has no style yet
        self.note.field.setFixedHeight(_LINES * line + 20)
        self._body_layout.addWidget(self.note)
        self.note.written.connect(self._on_written)
        self.note.retry_wanted.connect(self._on_retry)

    def words(self) -> str:
        """What stands in the field, without the blanks round it."""
        return self.note.words().strip()

    def tell(self) -> None:
        """Tell now what was written and not told yet."""
        self.note.finish()

    @Slot(str)
    def _on_written(self, words: str) -> None:
        self.words_changed.emit(words.strip())

    @Slot()
    def _on_retry(self) -> None:
        self.words_changed.emit(self.words())

    def show_beside(self, mark: QRect, room: QRect, column_end: int) -> None:
        """As any card; one that is only a note begins in its field."""
        super().show_beside(mark, room, column_end)
        if self.colours is None:
            self.note.field.moveCursor(QTextCursor.MoveOperation.End)
            self.note.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever closes the card, its words are told first."""
        self.tell()
        self.left.emit()
        super().hideEvent(event)
