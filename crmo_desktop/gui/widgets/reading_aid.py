"""Reading ruler and line focus: painted over a page, at the mouse or where the keyboard is."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QTextDocument
from PySide6.QtWidgets import QTextEdit

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.text_rows import TextRow, first_below, row_at, row_of, rows_of

_PAD: Final = 3  # pixels between a row and the lines round it
_LINE: Final = 2
_LINE_IN_HIGH_CONTRAST: Final = 3
_DIMMED: Final = 0.78  # how much of the page's ground covers what is not read now
_HIGHEST, _LOWEST = 0.2, 0.6  # of the view: between these the row is kept when keys move it
_ARROWS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ReadingAid(QObject):
    """Belongs to one view, which calls `paint` after its own painting.

    Up and Down move it row by row, and the page with it; a moving mouse takes it along.
    """

    def __init__(self, view: QTextEdit, look: Look) -> None:
        super().__init__(view)
        self._view, self._look = view, look
        self._has_ruler = False
        self._clear = 0  # rows that line focus leaves clear; 0 without line focus
        self._rows: list[TextRow] = []
        self._measured: tuple[QTextDocument, float, float] | None = None
        self._position: int | None = None  # of the first character of the row; None for the first in sight
        self._mouse: QPoint | None = None  # where it is; None while the keys lead
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.viewport().setMouseTracking(True)
        view.cursorPositionChanged.connect(self._on_cursor_moved)
        view.verticalScrollBar().valueChanged.connect(self.update)

    # --- what is shown

    def show(self, *, ruler: bool, clear_rows: int) -> None:
        """Show a ruler or not, and dim all but `clear_rows` rows; 0 dims none."""
        self._has_ruler, self._clear = ruler, clear_rows
        self.update()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def is_on(self) -> bool:
        """Whether anything is shown."""
        return self._has_ruler or self._clear > 0

    @Slot()
    def update(self) -> None:
        """Paint again: the view scrolls what is painted along with its text."""
        self._view.viewport().update()

    def row(self) -> TextRow | None:
        """The row that is read; None on an empty page."""
        number = self._number()
        return None if number is None else self._rows[number]

    # --- where it is

    def _number(self) -> int | None:
        self._measure()
        if not self._rows:
            return None
        top = self._view.verticalScrollBar().value()
        if self._mouse is not None:
            return row_at(self._rows, self._mouse.y() + top)
        if self._position is not None:
            number = row_of(self._rows, self._position, self._view.document())
            row, height = self._rows[number], self._view.viewport().height()
            if row.bottom > top and row.top < top + height:
                return number
        return first_below(self._rows, top)

    def _measure(self) -> None:
        """Find the rows again when the page is another one or was laid out anew."""
        document = self._view.document()
        size = document.size()
        measured = (document, size.width(), size.height())
        if measured != self._measured:
            if self._measured is not None and document.characterCount() <= (self._position or 0):
                self._position = None
            self._measured, self._rows = measured, rows_of(document)

    def step(self, rows: int) -> None:
        """Go on by so many rows; the page moves so that there is more to read below."""
        number = self._number()
        if number is None:
            return
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        row = self._rows[max(0, min(len(self._rows) - 1, number + rows))]
        self._mouse, self._position = None, row.start
        if number + rows <= 0:
            bar.setValue(bar.minimum())
        elif row.bottom - bar.value() > height * _LOWEST and rows > 0:
            bar.setValue(round(row.bottom - height * _LOWEST))
        elif row.top - bar.value() < height * _HIGHEST and rows < 0:
            bar.setValue(round(row.top - height * _HIGHEST))
        self.update()

    def go_to(self, position: int) -> None:
        """Go to the row of the character at `position`."""
        self._mouse, self._position = None, position
        self.update()

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self.is_on():
            self.go_to(self._view.textCursor().position())

    # --- the reader's hands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down are ours, unless a caret wants them; the mouse is only looked at."""
        if not self.is_on():
            return False
        if watched is self._view:
            return (
                event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_key(event)
            )
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._mouse = event.position().toPoint()
            self.update()
        elif event.type() == QEvent.Type.Leave and self._mouse is not None:
            row = self.row()
            self._mouse, self._position = None, None if row is None else row.start
            self.update()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        has_caret = self._view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        steps = _ARROWS.get(Qt.Key(event.key()), 0)
        if not steps or has_caret or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self.step(steps)
        return True

    # --- drawing

    def paint(self) -> None:
        """Draw over the view's text."""
        number = self._number() if self.is_on() else None
        if number is None:
            return
        view, look = self._view.viewport(), self._look
        painter = QPainter(view)
        line = _LINE_IN_HIGH_CONTRAST if look.is_high_contrast else _LINE
        if self._clear:
            aside = (self._clear - 1) // 2
            clear = self._band(max(0, number - aside), min(len(self._rows) - 1, number + aside))
            self._dim(painter, QRectF(0, 0, view.width(), clear.top()))
            self._dim(painter, QRectF(0, clear.bottom(), view.width(), view.height() - clear.bottom()))
            self._edges(painter, clear, line, look.colour("border_strong"))
        if self._has_ruler:
            band = self._band(number, number)
            if not look.is_high_contrast:  # there, lines alone tell what is what
                is_dark = look.theme.kind == "dark"
                mode = QPainter.CompositionMode
                painter.setCompositionMode(
                    mode.CompositionMode_Lighten if is_dark else mode.CompositionMode_Darken
                )  # the ground takes the tint, and the words keep their colour
                painter.fillRect(band, look.colour("accent_soft"))
                painter.setCompositionMode(mode.CompositionMode_SourceOver)
            self._edges(painter, band, line, look.colour("accent"))
        painter.end()

    def _band(self, first: int, last: int) -> QRectF:
        """The room of some rows, in the viewport."""
        scrolled = self._view.verticalScrollBar().value()
        top = self._rows[first].top - scrolled - _PAD
        bottom = self._rows[last].bottom - scrolled + _PAD
        return QRectF(0, round(top), self._view.viewport().width(), round(bottom) - round(top))

    def _dim(self, painter: QPainter, room: QRectF) -> None:
        ground = QColor(self._look.colour("page"))
        ground.setAlphaF(_DIMMED)
        painter.fillRect(room, ground)

    @staticmethod
    def _edges(painter: QPainter, band: QRectF, width: int, colour: QColor) -> None:
        painter.fillRect(QRectF(0, band.top() - width, band.width(), width), colour)
        painter.fillRect(QRectF(0, band.bottom(), band.width(), width), colour)
