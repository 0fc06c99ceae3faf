"""What has to be turned round where words are written from right to left, and Qt does not do it by itself.

Qt mirrors layouts, splitters, menus and scroll bars. It does not mirror margins, or anything that is painted
by hand. What a page needs beside that is in `turned_page`.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from crmo_desktop.domain import bidi


def is_mirrored(widget: QWidget) -> bool:
    """Whether `widget` goes from right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def margins(start: int, top: int, end: int, bottom: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what Qt's layouts keep free, which they do not turn round."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return end, top, start, bottom
    return start, top, end, bottom


def align_to_beginning(label: QLabel) -> None:
    """In a mirrored window at the right, where Qt puts words that can be selected by their own direction."""
    if is_mirrored(label):
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


def placed(area: QRectF, within: QRectF, *, mirrored: bool) -> QRectF:
    """`area`, measured from the left of `within`, or as far from its right."""
    if not mirrored:
        return area
    return QRectF(within.left() + within.right() - area.right(), area.top(), area.width(), area.height())


def placed_point(point: QPointF, width: float, within: QRectF, *, mirrored: bool) -> QPointF:
    """The upper left corner of something `width` wide that stands at `point`, or as far from the right."""
    return placed(QRectF(point.x(), point.y(), width, 0), within, mirrored=mirrored).topLeft()


def direction_of(words: str) -> Qt.LayoutDirection:
    """How `words` run by themselves, whatever the window they stand in does."""
    backwards = bidi.has_right_to_left(words)
    return Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight


def line_option(words: str, *, mirrored: bool) -> QTextOption:
    """How `words` are set in a row: at the side where its reader begins, in their own direction."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    if mirrored:
        option.setTextDirection(direction_of(words))
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return option
