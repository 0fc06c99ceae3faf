"""The grounds of a page's call-outs, painted under its text where they can be seen."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QScrollBar, QWidget

from crmo_desktop.gui.page_document import CallOut
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.call_out import paint_call_out

_ROUND: int = 13  # pixels of ground above the first and below the last line


class Paper(Protocol):
    """What is painted on."""

    def document(self) -> QTextDocument:
        """What stands on it."""

    def viewport(self) -> QWidget:
        """The part that can be seen."""

    def verticalScrollBar(self) -> QScrollBar:
        """How far it is scrolled."""

    def column_width(self) -> float:
        """Width of the text in pixels."""


def paint_call_outs(
    view: Paper, call_outs: Iterable[CallOut], painter: QPainter, shown: QRect, look: Look
) -> None:
    """Paint the ground of each of `call_outs` that reaches into `shown`, a part of the viewport."""
    layout = view.document().documentLayout()
    scroll = view.verticalScrollBar().value()
    width = view.column_width()
    left = (view.viewport().width() - width) / 2
    way = view.document().defaultTextOption().textDirection()
    mirrored = way == Qt.LayoutDirection.RightToLeft
    for box in call_outs:
        top = layout.blockBoundingRect(box.first).top() - look.px(_ROUND) - scroll
        bottom = layout.blockBoundingRect(box.last).bottom() + look.px(_ROUND) - scroll
        if bottom >= shown.top() and top <= shown.bottom():
            paint_call_out(painter, QRectF(left, top, width, bottom - top), box.role, look, mirrored=mirrored)
