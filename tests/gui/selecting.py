"""Selects words on a page, as a hand with a mouse does."""

from PySide6.QtGui import QTextCursor

from crmo_desktop.gui.widgets.page_view import PageView


def select(view: PageView, start: int, end: int) -> None:
    """Select the characters from `start` to `end`."""
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def place_of(view: PageView, words: str) -> tuple[int, int]:
    """Where the first such words stand."""
    return view.find_all(words)[0]


def select_words(view: PageView, first: str, last: str | None = None) -> None:
    """Select the words `first`, or from them to the end of `last`."""
    start, end = place_of(view, first)
    if last is not None:
        end = next(stop for _, stop in view.find_all(last) if stop >= end)
    select(view, start, end)
