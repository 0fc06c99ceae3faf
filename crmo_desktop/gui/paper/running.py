"""What stands at the head of the first page and at the foot of every one."""

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from crmo_desktop.domain.content import Edition
from crmo_desktop.gui.drawing.scene import face, height_of, width_of
from crmo_desktop.gui.paper.paper_style import UNITS
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.gui.theme import Look

_SMALLEST, _LARGEST = 8.0, 11.0  # points: type at the foot
_OF_TEXT: Final = 0.76  # of the size of running text
_GAP: Final = 4.0  # points between a rule and words
_NAME, _DATE = 120.0, 64.0  # points of room to write in
_RULE: Final = 0.6  # points
_APART: Final = 16.0  # points between what stands at the left and at the right


class Foot(NamedTuple):
    """The lines at the foot.

    Attributes:
        left: one a line.
        right: beside them, or with `below` in lines of their own.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]


class Running:
    """Measures and paints both, in units of paper."""

    def __init__(
        self, look: Look, words: PaperWords, edition: Edition, *, width: float, type_size: float, day: date
    ) -> None:
        """For a column of `width` and running text of `type_size` points, printed on `day`."""
        self._look, self._words, self._width = look, words, width
        self._size = min(_LARGEST, max(_SMALLEST, type_size * _OF_TEXT)) * UNITS
        self._lines = (words.edition(edition), f"{words.advice()} {words.printed(day)}")

    def foot(self, address: str, number: int, pages: int) -> Foot:
        """What stands at the foot of page `number`, from 0."""
        return Foot(self._lines, (address, self._words.page_of_pages(number + 1, pages)))

    def foot_height(self, addresses: list[str]) -> float:
        """How high the foot is, where these are the addresses of the pages."""
        self._is_tall = any(self._is_wide(address) for address in addresses)
        lines = len(self._lines) + (1 if self._is_tall else 0)
        return lines * self._line + _GAP * UNITS

    _is_tall = False

    def _is_wide(self, address: str) -> bool:
        font = self._font()
        beside = zip(self._lines, (address, "000 / 000"), strict=True)
        return any(
            width_of(left, font) + width_of(right, font) + _APART * UNITS > self._width
            for left, right in beside
        )

    @property
    def _line(self) -> float:
        return height_of("X", self._font(), self._width) * 1.1

    def _font(self, weight: int = 400) -> QFont:
        return face(self._look, self._size, weight)

    def paint_foot(self, painter: QPainter, foot: Foot, top: float) -> None:
        """Paint it from `top`."""
        painter.save()
        painter.setPen(QPen(self._look.colour("border"), _RULE * UNITS))
        painter.drawLine(QPointF(0, top), QPointF(self._width, top))
        painter.setPen(self._look.colour("muted"))
        painter.setFont(self._font())
        start = top + _GAP * UNITS
        for number, words in enumerate(foot.left):
            self._write(painter, words, start + number * self._line, Qt.AlignmentFlag.AlignLeft)
        if self._is_tall:
            below = start + len(foot.left) * self._line
            self._write(painter, foot.right[0], below, Qt.AlignmentFlag.AlignLeft)
            self._write(painter, foot.right[1], below, Qt.AlignmentFlag.AlignRight)
        else:
            for number, words in enumerate(foot.right):
                self._write(painter, words, start + number * self._line, Qt.AlignmentFlag.AlignRight)
        painter.restore()

    def _write(self, painter: QPainter, words: str, top: float, side: Qt.AlignmentFlag) -> None:
        painter.drawText(
            QRectF(0, top, self._width, self._line * 1.2), side | Qt.AlignmentFlag.AlignTop, words
        )

    # --- the head

    def head_height(self, clinic: str, *, has_name_line: bool) -> float:
        """How high the head of the first page is; 0 without one."""
        if not clinic and not has_name_line:
            return 0.0
        room = self._width - (self._name_width() + _APART * UNITS if has_name_line else 0.0)
        return max(self._line, height_of(clinic, self._font(600), room)) + 4 * _GAP * UNITS

    def _name_width(self) -> float:
        name, day = self._words.name_line()
        font = self._font()
        return width_of(name, font) + width_of(day, font) + (_NAME + _DATE + 3 * _GAP) * UNITS

    def paint_head(self, painter: QPainter, clinic: str, height: float, *, has_name_line: bool) -> None:
        """Paint it from the painter's origin; `height` is what `head_height` said."""
        painter.save()
        painter.setPen(self._look.colour("text"))
        bottom = height - 4 * _GAP * UNITS
        wide = self._width
        if has_name_line:
            wide -= self._name_width() + _APART * UNITS
            self._paint_name_line(painter, bottom)
        painter.setFont(self._font(600))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(0, 0, wide, bottom + UNITS), flags, clinic)
        painter.setPen(QPen(self._look.colour("text"), _RULE * UNITS))
        rule = bottom + _GAP * UNITS
        painter.drawLine(QPointF(0, rule), QPointF(self._width, rule))
        painter.restore()

    def _paint_name_line(self, painter: QPainter, bottom: float) -> None:
        """Room for a name and a date, at the right."""
        painter.save()
        painter.setFont(self._font())
        at = self._width - self._name_width()
        base = bottom - self._line * 0.25
        for words, room in zip(self._words.name_line(), (_NAME, _DATE), strict=True):
            painter.setPen(self._look.colour("muted"))
            painter.drawText(QPointF(at, base), words)
            at += width_of(words, self._font()) + _GAP * UNITS
            painter.setPen(QPen(self._look.colour("muted"), _RULE * UNITS))
            painter.drawLine(QPointF(at, base + UNITS), QPointF(at + room * UNITS, base + UNITS))
            at += (room + _GAP) * UNITS
        painter.restore()
