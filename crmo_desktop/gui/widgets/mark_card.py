"""The card of a highlight or of a note: its colours, and a field for the reader's own words."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card, CardContent
from crmo_desktop.gui.widgets.page_highlights import paint_number

_PAUSE_MS: Final = 500  # of typing, before what is written is told
_SWATCH: Final = 32  # pixels at 100%
_LINES: Final = 3  # of the field, at once


class MarkCard(Card):
    """Tells what the reader writes or chooses as it is done; there is nothing to be saved by hand."""

    colour_chosen = Signal(int)  # a number
    words_changed = Signal(str)  # all that stands in the field, when typing pauses and before the card goes

    left = Signal()  # the card goes, all that was written has been told

    def __init__(
        self,
        content: CardContent,
        words: str,
        colours: Mapping[int, str],
        colour: int,
        look: Look,
        icons: IconShelf,
        parent: QWidget,
    ) -> None:
        """Show a mark.

        Args:
            content: what a card shows above and below.
            words: the reader's own.
            colours: what each is called, by its number; none for a note.
            colour: the one it has; 0 for none.
            look: how it is drawn.
            icons: what is drawn on it.
            parent: the window.
        """
        super().__init__(content, look, icons, parent)
        self._told = words
        self._swatches: dict[int, _Swatch] = {}  # in no group: of one, Tab would stop at a single button
        self._saved = QLabel(self)
        self._saved.setProperty("kind", "muted")
        self._body_layout.addWidget(self._head_of_field(colours, colour))
        self.field = self._field(words, is_beside=bool(colours))
        self._body_layout.addWidget(self.field)
        self._is_note = not colours
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        self.field.textChanged.connect(self._on_typed)

    def _head_of_field(self, colours: Mapping[int, str], colour: int) -> QWidget:
        """The colours, and beside them what has become of what was written."""
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(self._look.ui(8))
        for number, name in colours.items():
            button = _Swatch(number, name, self._look, row)
            button.setChecked(number == colour)
            button.clicked.connect(partial(self._on_colour, number))
            self._swatches[number] = button
            layout.addWidget(button)
        layout.addWidget(self._saved, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row

    def _field(self, words: str, *, is_beside: bool) -> QPlainTextEdit:
        field = QPlainTextEdit(words, self)
        field.setAccessibleName(self.tr("Note beside it") if is_beside else self.tr("Your note"))
        field.setAccessibleDescription(self.tr("Kept as you write"))
        field.setPlaceholderText(self.tr("Your own words"))
        field.setTabChangesFocus(True)
        field.setFont(self._look.ui_font(15))
        line = field.fontMetrics().lineSpacing()
        field.setFixedHeight(_LINES * line + self._look.ui(14))
        return field

    def set_colour(self, colour: int) -> None:
        """Show which colour it has, without telling anybody."""
        for number, button in self._swatches.items():
            button.setChecked(number == colour)

    def _on_colour(self, colour: int, _checked: bool = False) -> None:
        self.set_colour(colour)
        self.colour_chosen.emit(colour)

    def set_saved(self, words: str) -> None:
        """Show what has become of what was written; "" shows nothing."""
        self._saved.setText(words)
        self._saved.setAccessibleName(words)

    def saved(self) -> str:
        """What is shown of that."""
        return self._saved.text()

    def words(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText().strip()

    @Slot()
    def tell(self) -> None:
        """Tell what stands in the field, if that was not told before."""
        self._pause.stop()
        words = self.words()
        if words != self._told:
            self._told = words
            self.words_changed.emit(words)

    @Slot()
    def _on_typed(self) -> None:
        self.set_saved("")
        self._pause.start()

    def show_beside(self, mark: QRect, room: QRect, column_end: int) -> None:
        """As any card; one that is only a note begins in its field."""
        super().show_beside(mark, room, column_end)
        if self._is_note:
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever closes the card, its words are told first."""
        self.tell()
        self.left.emit()
        super().hideEvent(event)


class _Swatch(QToolButton):
    """One colour: its ground and number, a bar below the one that is chosen."""

    def __init__(self, number: int, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._look = number, look
        self.setCheckable(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFixedSize(QSize(look.ui(_SWATCH), look.ui(_SWATCH + 8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and number, bar, ring of the keyboard."""
        look, size = self._look, float(self._look.ui(_SWATCH))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF((self.width() - size) / 2, 0, size, size).adjusted(3, 3, -3, -3)
        paint_number(painter, place, self._number, look)
        if self.isChecked():
            bar = QRectF(place.left(), place.bottom() + 3, place.width(), look.ui(4))
            painter.fillRect(bar, look.colour("text"))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), look.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.end()
