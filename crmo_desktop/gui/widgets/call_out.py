"""The ground of a call-out, the same on a page, in the right pane and below the page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from crmo_desktop.gui.theme import Look


def paint_call_out(painter: QPainter, rect: QRectF, role: str, look: Look) -> None:
    """The ground of a call-out: tint and bar, or in high contrast a frame."""
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
    painter.fillRect(QRectF(rect.left(), rect.top(), 5, rect.height()), bar)
    painter.restore()
