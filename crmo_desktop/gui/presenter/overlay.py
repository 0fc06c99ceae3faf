"""What a key lays over the wall, or over the console: notes, and the list of keys; never by itself."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from crmo_desktop.gui.theme import Look

_PART: Final = 0.42  # of the wall, at most, that notes cover
_LINES: Final = 38  # of words as large as these on a wall
_FOR_TWO: Final = 44  # widths of a letter that two columns of keys need
_STRONG: Final = 600
_SMALLEST: Final = 15  # pixels
_MARGIN: Final = 20


class Told(NamedTuple):
    """What the notes over the wall tell.

    Attributes:
        head: where the talk is: slide, time, what comes next.
        notes: a paragraph each.
    """

    head: tuple[str, ...]
    notes: tuple[str, ...]


class Overlay(QFrame):
    """Words in the colours of a dark room, over whatever is shown."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._over = look, parent
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setPalette(look.palette())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def _lay_in(self, words: QWidget) -> None:
        """Have `words` scroll here, on the ground of the overlay."""
        self._area.setWidget(words)
        words.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)

    def words_size(self) -> int:
        """Pixels of letters: as large as the screen asks."""
        return max(self._look.ui(_SMALLEST), self._over.height() // _LINES)

    def _size(self, label: QLabel, weight: int = 400) -> None:
        label.setStyleSheet(f"font-size: {self.words_size()}px; font-weight: {weight};")
        label.ensurePolished()

    def turn(self, direction: int) -> None:
        """A screen of it down (1) or up (-1)."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + direction * max(1, bar.pageStep() - bar.singleStep()))


class NotesOverlay(Overlay):
    """At the foot of the wall: notes, time, what comes next."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setObjectName("notesOverlay")
        self.setAccessibleName(self.tr("Notes"))
        self._head, self._notes = QLabel(self), QLabel(self)
        for label in (self._head, self._notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_in(self._notes)
        self._column.addWidget(self._head)
        self._column.addWidget(self._area, 1)

    def tell(self, told: Told) -> None:
        """Show other notes, from their beginning."""
        words = "\n\n".join(told.notes) or self.tr("No notes on this slide.")
        is_new = words != self._notes.text()
        self._head.setText("   ·   ".join(told.head))
        self._notes.setText(words)
        if is_new:
            self._area.verticalScrollBar().setValue(0)

    def fit(self) -> None:
        """Cover the foot of the wall, no more than its words need."""
        parent = self._over
        self._size(self._head, _STRONG)
        self._size(self._notes)
        wide = parent.width() - 2 * _MARGIN
        needed = self._notes.heightForWidth(wide) + self._head.heightForWidth(wide) + 4 * _MARGIN
        high = min(needed, round(parent.height() * _PART))
        self.setGeometry(0, parent.height() - high, parent.width(), high)
        self.raise_()


class KeysOverlay(Overlay):
    """The keys of a talk."""

    def __init__(self, rows: Sequence[tuple[str, str]], look: Look, parent: QWidget) -> None:
        """`rows`: keys as a reader writes them, and what they do."""
        super().__init__(look, parent)
        self.setObjectName("keysOverlay")
        self.setAccessibleName(self.tr("Keys"))
        self._rows = rows
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._lay_in(self._table)
        self._labels: list[tuple[QLabel, QLabel]] = []
        for keys, what in rows:
            pair = QLabel(keys, self._table), QLabel(what, self._table)
            for label in pair:
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
            self._labels.append(pair)
        row = QHBoxLayout()
        row.addWidget(self._area, 1)
        self._column.addLayout(row, 1)
        self.setAccessibleDescription("\n".join(f"{keys}: {what}" for keys, what in rows))

    def fit(self) -> None:
        """Cover all of it, in as many columns as there is room for."""
        parent = self._over
        self.setGeometry(parent.rect())
        columns = 2 if parent.width() >= _FOR_TWO * self.words_size() else 1
        rows = -(-len(self._labels) // columns)
        for place, (keys, what) in enumerate(self._labels):
            self._size(keys, _STRONG)
            self._size(what)
            column, line = divmod(place, rows)
            self._grid.addWidget(keys, line, 2 * column, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(what, line, 2 * column + 1, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            self._grid.setColumnStretch(2 * column, 1)
            self._grid.setColumnStretch(2 * column + 1, 2)
        self._grid.setRowStretch(rows, 1)
        self.raise_()
