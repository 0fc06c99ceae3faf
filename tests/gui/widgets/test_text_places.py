from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QTextEdit

from crmo_desktop.gui.widgets.text_places import cursor_over, rects_of
from tests.gui.conftest import Show

WORDS = "A first line of words that is too long for one line and so goes on in the next and the one after it"


@pytest.fixture
def view(show: Show) -> QTextEdit:
    view = QTextEdit(WORDS)
    show(view, 260, 200)
    return view


def line_of(view: QTextEdit, position: int) -> int:
    cursor = cursor_over(view, position, position)
    return cursor.block().layout().lineForTextPosition(position).lineNumber()


def test_a_cursor_holds_the_words(view: QTextEdit) -> None:
    assert cursor_over(view, 2, 7).selectedText() == "first"


def test_words_on_one_line_have_one_place_which_holds_them(view: QTextEdit) -> None:
    (rect,) = rects_of(view, 2, 7)

    assert rect.height() >= view.fontMetrics().height() - 1
    assert abs(rect.width() - view.fontMetrics().horizontalAdvance("first")) <= 3
    assert view.cursorForPosition(rect.center()).position() in range(2, 8)


def test_words_on_several_lines_have_a_place_a_line(view: QTextEdit) -> None:
    rects = rects_of(view, 2, len(WORDS) - 2)

    lines = line_of(view, len(WORDS) - 2) - line_of(view, 2) + 1
    assert lines >= 3
    assert len(rects) == lines
    assert not any(upper.intersects(lower) for upper, lower in pairwise(rects))
    middle = rects[1]
    assert middle.left() <= 10, "a line between goes from its beginning"
    assert middle.width() > view.viewport().width() / 2, "to its end"


def test_every_letter_lies_in_one_of_the_places(view: QTextEdit) -> None:
    places = rects_of(view, 2, 80)

    for position in range(2, 80):
        caret = view.cursorRect(cursor_over(view, position, position))
        assert any(place.adjusted(-2, -2, 2, 2).intersects(QRect(caret)) for place in places)
