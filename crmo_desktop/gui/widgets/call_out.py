"""What is painted round words: the ground of a call-out, and the ring of the keyboard."""

from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from crmo_desktop.gui.theme import Look

_BAR: Final = 5  # pixels


def paint_call_out(painter: QPainter, rect: QRectF, role: str, look: Look, *, mirrored: bool = False) -> None:
    """The ground of a call-out: tint and bar, or in high contrast a frame; the bar where a line begins."""
    path = QPainterPath()
    painter.save()
    bar = look.colour(f"{role}_bar")
    if look.is_high_contrast:
        path.addRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
        pen = painter.pen()
        pen.setColor(bar)
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.drawPath(path)
    else:
        path.addRoundedRect(rect, 8, 8)
        painter.fillPath(path, look.colour(f"{role}_bg"))
    painter.setClipPath(path)
    left = rect.right() - _BAR if mirrored else rect.left()
    painter.fillRect(QRectF(left, rect.top(), _BAR, rect.height()), bar)
    painter.restore()


def paint_ring(painter: QPainter, places: list[QRect], look: Look) -> None:
    """The ring round words that the keyboard has reached, one for each of their lines."""
    pen = painter.pen()
    pen.setColor(look.colour("focus"))
    pen.setWidthF(look.focus_width)
    painter.setPen(pen)
    for place in places:
        painter.drawRoundedRect(QRectF(place).adjusted(-3, -1, 3, 1), 4, 4)
