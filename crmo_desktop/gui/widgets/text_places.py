"""Where pieces of text stand in a view, and what of them is copied."""

from PySide6.QtCore import QMimeData, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from crmo_desktop.gui.typesetting import BREAK

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
    if abs(first.top() - last.top()) <= _SAME_LINE:
        return [QRect(first.topLeft(), last.bottomRight())]
    rects, left, previous = [], first, first
    for position in range(start + 1, end + 1):
        rect = _caret(view, position)
        if rect.top() > previous.top() + _SAME_LINE:
            rects.append(QRect(left.topLeft(), previous.bottomRight()))
            left = rect
        previous = rect
    rects.append(QRect(left.topLeft(), previous.bottomRight()))
    return rects


def _caret(view: QTextEdit, position: int) -> QRect:
    return view.cursorRect(cursor_over(view, position, position))


def plain_copy(view: QTextEdit) -> QMimeData:
    """The words selected, without the signs that stand for pictures and for places where a line may end."""
    copied = QMimeData()
    text = view.textCursor().selection().toPlainText()
    copied.setText(text.replace("\ufffc", "").replace(BREAK, "").replace("\u00a0", " "))
    return copied
