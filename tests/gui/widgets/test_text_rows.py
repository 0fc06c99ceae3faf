from itertools import pairwise

from PySide6.QtGui import QTextCursor, QTextDocument

from crmo_desktop.gui.widgets.text_rows import first_below, row_at, row_of, rows_of

HTML = (
    "<p>First words</p><p>Second words that are so many that they need more than one line to stand in</p>"
    "<table width='100%'><tr><td>One</td><td>Two of them, in a cell that is high</td></tr></table>"
    "<p></p><p>End</p>"
)


def document(html: str = HTML) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    document.setTextWidth(200)
    return document


def test_rows_come_from_top_to_bottom_and_none_lies_over_another() -> None:
    rows = rows_of(document())

    assert len(rows) > 5
    assert rows == sorted(rows)
    assert all(row.top < row.bottom for row in rows)
    assert all(lower.top >= (upper.top + upper.bottom) / 2 for upper, lower in pairwise(rows))


def test_lines_of_neighbouring_cells_are_one_row() -> None:
    page = document("<table width='100%'><tr><td>One</td><td>Two</td></tr></table>")

    assert len(rows_of(page)) == 1


def test_an_empty_page_has_no_rows() -> None:
    assert rows_of(document("")) == []


def test_a_row_is_found_by_height_and_by_character() -> None:
    page = document()
    rows = rows_of(page)
    cursor = QTextCursor(page)
    cursor.movePosition(QTextCursor.MoveOperation.End)

    assert row_at(rows, -5) == 0
    assert row_at(rows, rows[2].top + 1) == 2
    assert row_at(rows, 9999) == len(rows) - 1
    assert row_of(rows, 0, page) == 0
    assert row_of(rows, rows[3].start, page) == 3
    assert row_of(rows, cursor.position(), page) == len(rows) - 1
    assert first_below(rows, 0) == 0
    assert first_below(rows, rows[1].top + 0.5) == 2
    assert first_below(rows, 9999) == len(rows) - 1
