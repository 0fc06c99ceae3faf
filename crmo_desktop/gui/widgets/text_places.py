"""Where pieces of text stand in a view."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

_SAME_LINE = 3  # pixels by which the tops of one line's characters may differ


def cursor_over(view: QTextEdit, start: int, end: int) -> QTextCursor:
    """A cursor that selects the characters from `start` to `end`."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def rects_of(view: QTextEdit, start: int, end: int) -> list[QRect]:
    """Where the characters from `start` to `end` stand in the viewport, one rectangle a line."""
    first, last = _caret(view, start), _caret(view, end)
    if abs(first.top() - last.top()) <= _SAME_LINE and first.left() < last.left() and not _goes_back(view):
        return [QRect(first.topLeft(), last.bottomRight())]
    lines: list[list[QRect]] = []
    for position in range(start, end + 1):
        rect = _caret(view, position)
        if not lines or rect.top() > lines[-1][-1].top() + _SAME_LINE:
            lines.append([])
        lines[-1].append(rect)
    return [_round(line) for line in lines]


def _round(carets: list[QRect]) -> QRect:
    """The rectangle from the leftmost to the rightmost caret of a line; either may be where it begins."""
    left, right = min(rect.left() for rect in carets), max(rect.right() for rect in carets)
    return QRect(QPoint(left, carets[0].top()), QPoint(right, carets[-1].bottom()))


def _goes_back(view: QTextEdit) -> bool:
    """Whether a line's characters may stand in another order than they are written."""
    option = view.document().defaultTextOption()
    return option.textDirection() == Qt.LayoutDirection.RightToLeft


def _caret(view: QTextEdit, position: int) -> QRect:
    return view.cursorRect(cursor_over(view, position, position))
