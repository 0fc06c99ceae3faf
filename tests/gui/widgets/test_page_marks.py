import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.widgets.page_marks import FOUND, SPOKEN, PageMarks, found_format, spoken_format
from tests.gui.conftest import LookOf


@pytest.fixture
def view(qtbot: QtBot) -> QTextEdit:
    view = QTextEdit("one two three four")
    qtbot.addWidget(view)
    return view


def marked(view: QTextEdit) -> list[str]:
    return [selection.cursor.selectedText() for selection in view.extraSelections()]


def test_each_layer_is_set_by_itself_and_later_layers_lie_above(view: QTextEdit) -> None:
    marks, shape = PageMarks(view), QTextCharFormat()

    marks.set(SPOKEN, [(4, 7, shape)])
    marks.set(FOUND, [(0, 3, shape), (8, 13, shape)])
    assert marked(view) == ["one", "three", "two"]

    marks.set(FOUND, [])
    assert marked(view) == ["two"]


def test_clear_takes_all_away_for_good(view: QTextEdit) -> None:
    marks, shape = PageMarks(view), QTextCharFormat()
    marks.set(SPOKEN, [(4, 7, shape)])

    marks.clear()
    marks.set(FOUND, [(0, 3, shape)])

    assert marked(view) == ["one"]


def test_a_layer_that_is_none_is_refused(view: QTextEdit) -> None:
    with pytest.raises(ValueError, match="'lost' is none of"):
        PageMarks(view).set("lost", [])


@pytest.mark.parametrize("theme", ["light", "dark", "hc_black"])
def test_the_match_that_the_reader_is_at_stands_out(theme: str, look_of: LookOf) -> None:
    look = look_of(theme)

    current, other = (found_format(look, is_current=at) for at in (True, False))

    assert current.background().color() == look.colour("find_current")
    assert other.background().color() == look.colour("find")
    assert other.foreground().color() == look.colour("on_find" if theme == "hc_black" else "text")


@pytest.mark.parametrize("theme", ["light", "dark", "sepia", "hc_black", "hc_white"])
def test_the_sentence_read_aloud_is_told_by_more_than_its_colour(theme: str, look_of: LookOf) -> None:
    look = look_of(theme)

    shape = spoken_format(look)

    assert shape.background().color() == look.colour("spoken")
    assert shape.foreground().color() == look.colour("on_spoken")
    assert shape.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
