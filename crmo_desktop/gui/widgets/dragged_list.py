"""Parts in order that can also be dragged to another place; keys do the same."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.chosen_list import ChosenList


class DraggedList(ChosenList):
    """While a part is dragged, a line shows where it would come to stand; Escape lets it be."""

    place_wanted = Signal(int)  # where the current part is to stand

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._look = look
        self._pressed: QPoint | None = None
        self._gap = -1  # before which row the part would stand; -1 while nothing is dragged

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a part."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = place if is_left and self.indexAt(place).isValid() else None
        self._gap = -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the part would stand."""
        place = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._gap >= 0:
            self._gap = self._gap_at(place)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the part, there."""
        super().mouseReleaseEvent(event)
        gap, self._gap, self._pressed = self._gap, -1, None
        self.viewport().update()
        here = self.place()
        if gap >= 0 and here >= 0 and gap not in (here, here + 1):
            self.place_wanted.emit(gap - 1 if gap > here else gap)

    def _gap_at(self, place: QPoint) -> int:
        """Before which row `place` is; the number of rows behind the last one."""
        count = self._pictures.rowCount()
        for row in range(count):
            if place.y() < self.visualRect(self._pictures.index(row, 0)).center().y():
                return row
        return count

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line."""
        super().paintEvent(event)
        count = self._pictures.rowCount()
        if self._gap < 0 or not count:
            return
        last = self.visualRect(self._pictures.index(count - 1, 0)).bottom()
        top = last if self._gap == count else self.visualRect(self._pictures.index(self._gap, 0)).top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._look.colour("accent"), 3))
        painter.drawLine(8, top, self.viewport().width() - 8, top)
        painter.end()
