"""The slides of a talk on the console: the one on the wall marked, any other a key away."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from crmo_desktop.gui.mirroring import placed
from crmo_desktop.gui.models.slide_rows import SlideRow, SlideRows
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import RowDelegate
from crmo_desktop.gui.widgets.row_list import RowList

Index = QModelIndex | QPersistentModelIndex
_SIDE: Final = 14  # pixels at 100% between a row's edge and what stands in it
_LEAST_ROWS: Final = 4
_TIME_SIZE: Final = 13.5
_USUAL_TIME: Final = "00:00"
# What a clicker sends stays with the wall, whatever list it would scroll.
_LIST_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SlideList(RowList[SlideRow]):
    """Up and Down go through it, Enter or a click shows a slide; every other key is left to the wall."""

    slide_chosen = Signal(int)  # its place, from 0

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slideList")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows = SlideRows(self)
        self._slides = _SlideDelegate(look, self)
        self.show_rows(self.rows, self._slides)
        self.setUniformItemSizes(False)

    def set_slides(self, rows: Sequence[tuple[SlideRow, str]]) -> None:
        """Show these, each with what a screen reader says; where as many were shown, the keyboard stays."""
        if len(rows) == self.rows.rowCount():
            for number, (row, words) in enumerate(rows):
                self.rows.renew(number, row, words)
        else:
            self.rows.set_rows(rows)

    def set_shown(self, place: int) -> None:
        """Mark the slide that is on the wall, and bring it into sight; nobody is told."""
        if self._slides.shown == place and self.currentIndex().isValid():
            return
        self._slides.shown = place
        index = self.rows.index_of(place)
        self.setCurrentIndex(index)
        self.scheduleDelayedItemsLayout()  # bold, it may need one line more
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)  # so that what comes is seen
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._slides.set_look(look)
        self.setMinimumHeight(look.ui(_LEAST_ROWS * 34))
        self.scheduleDelayedItemsLayout()

    def choose(self, row: SlideRow) -> None:
        """Tell which slide is to be shown."""
        if row.place >= 0:
            self.slide_chosen.emit(row.place)

    def minimumSizeHint(self) -> QSize:
        """Some rows."""
        return QSize(160, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Through the list and to a slide; all else goes on."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.key() not in _LIST_KEYS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class _SlideDelegate(RowDelegate):
    """Number, title, and how long, at the end."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent=parent)
        self.shown = -1

    def is_current(self, index: Index) -> bool:
        row = _row(index)
        return row is not None and row.place >= 0 and row.place == self.shown

    def is_heading(self, index: Index) -> bool:
        row = _row(index)
        return row is not None and row.place < 0

    def left_of_text(self, index: Index) -> int:
        return self.look.ui(_SIDE if self.is_heading(index) else _SIDE + 36)

    def _room(self, index: Index, width: int) -> int:
        row = _row(index)
        time = self._time_width(row) + self.look.ui(_SIDE) if row is not None else 0
        return max(40, width - self.left_of_text(index) - time - self.look.ui(_SIDE + 8))

    def _time_width(self, row: SlideRow) -> int:
        """The same from second to second, so that titles do not move: figures count as noughts."""
        words = "".join("0" if sign.isdecimal() else sign for sign in row.time)
        if row.place >= 0 and len(words) < len(_USUAL_TIME):
            words = _USUAL_TIME
        return round(QFontMetricsF(self.look.ui_font(_TIME_SIZE, 600)).horizontalAdvance(words)) + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(self.look.ui(32), size.height()))

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index
    ) -> tuple[str, str]:
        ground, ink = super().paint_ground(painter, option, row, index)
        slide = _row(index)
        if ground != "row_current" and slide is not None and (slide.is_passed or slide.place < 0):
            ink = "muted"
        return ground, ink

    def paint_decoration(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index, ink: str
    ) -> None:
        slide = _row(index)
        if slide is None:
            return
        bold = self.is_current(index) or self.is_heading(index)
        edges = QRectF(row)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        if slide.place >= 0:
            painter.setFont(self.look.ui_font(15, 600 if bold else 400))
            area = QRectF(row.left() + self.look.ui(_SIDE), row.top(), self.look.ui(28), row.height())
            area = placed(area, edges, mirrored=self.is_mirrored)
            side = Qt.AlignmentFlag.AlignLeft if self.is_mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(area, side | middle, str(slide.place + 1))
        if slide.time:
            painter.setFont(self.look.ui_font(_TIME_SIZE, 600 if bold else 400))
            wide = self._time_width(slide)
            area = QRectF(row.right() - self.look.ui(_SIDE) - wide, row.top(), wide, row.height())
            area = placed(area, edges, mirrored=self.is_mirrored)
            side = Qt.AlignmentFlag.AlignLeft if self.is_mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(area, side | middle, slide.time)


def _row(index: Index) -> SlideRow | None:
    model = index.model()
    return model.row(index) if isinstance(model, SlideRows) else None
