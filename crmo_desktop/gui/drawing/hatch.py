"""A hatch as a pattern of the screen's own pixels: painted many times as fast as line by line."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

_LEAST: Final = 256  # pixels of the screen, the side of a piece of the pattern: small pieces are slow


def hatched(pen: QPen, ground: QColor, step: float, across: float) -> QBrush:
    """A brush for lines at 45 degrees on a ground.

    Args:
        pen: colour and thickness of the lines, in the drawing's own pixels.
        ground: what lies behind them; may be seen through.
        step: from line to line, along the horizontal.
        across: pixels of the screen for one of the drawing.
    """
    pixels = max(2, round(step * across))
    brush = QBrush(_piece(pen.color().rgba(), ground.rgba(), pixels, pen.widthF() * across))
    brush.setTransform(QTransform.fromScale(1 / across, 1 / across))
    return brush


@lru_cache(maxsize=32)
def _piece(ink: int, ground: int, step: int, thick: float) -> QImage:
    """A square of the pattern that goes on into itself at all sides."""
    side = step * (_LEAST // step + 1)
    behind = QColor.fromRgba(ground)
    formats = QImage.Format
    piece = QImage(
        side, side, formats.Format_RGB32 if behind.alpha() == 255 else formats.Format_ARGB32_Premultiplied
    )
    piece.fill(behind if behind.alpha() else Qt.GlobalColor.transparent)
    painter = QPainter(piece)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(ink), thick))
    for total in range(-step, 2 * side + 2 * step, step):
        painter.drawLine(total + step, -step, total - side - step, side + step)
    painter.end()
    return piece
