"""A text set in one column."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.gui.paper.book import BookMakers
from crmo_desktop.gui.paper.galley import Galley, lines_of
from crmo_desktop.gui.paper.paper_style import UNITS
from tests.gui.paper.small import WIDTH, galley

TABLE = (
    '<table class="data"><thead><tr><th>A</th><th>B</th></tr></thead>'
    '<tr><td class="odd">a <img src="pic:ref:topic/x" alt=""></td><td class="odd">b</td></tr></table>'
)


def test_what_has_a_name_is_found(makers: BookMakers) -> None:
    html = (
        '<h2><a name="one"></a>One</h2><p><a href="crmo://topic/x">it there</a> <a href="cite:a">[2]</a></p>'
        '<p><img src="pic:figure:mri-day" alt="said"></p><h2><a name="sources"></a>Sources</h2>'
        '<table><tr><td class="number">[2]</td><td>Beck</td></tr></table>'
    )
    made = galley(html, makers)

    assert set(made.anchors) == {"one", "sources", "source-2"}
    assert set(made.pictures) == {"mri-day"}
    assert [mark.href for mark in made.marks] == ["crmo://topic/x", "cite:a"]
    assert [made.words_between(mark.start, mark.end) for mark in made.marks] == ["it there", "[2]"]
    assert made.top_of(made.anchors["source-2"]) > made.top_of(made.anchors["sources"]) > 0


def test_no_link_is_left_to_qt(makers: BookMakers) -> None:
    made = galley('<p><a href="https://x.org">a</a> <a href="cite:a">[2]</a></p>', makers)

    iterator = made.document.begin().begin()
    while not iterator.atEnd():
        assert not iterator.fragment().charFormat().anchorHref()
        iterator += 1


def test_a_mark_that_wraps_has_an_area_in_each_line(makers: BookMakers) -> None:
    made = galley(f'<p>{"word " * 12}<a href="https://x.org">{"link " * 12}</a></p>', makers)

    areas = [area for _, area in made.areas()]

    assert len(areas) == 2
    assert areas[0].bottom() <= areas[1].top() + 1
    assert areas[1].left() == pytest.approx(0, abs=1)
    assert all(0 <= area.left() < area.right() <= WIDTH for area in areas)


def test_words_have_no_signs_of_typesetting(makers: BookMakers) -> None:
    made = galley(
        '<p>a&#160;b\u200bc<br>d <img src="ic:square:border_strong" width="9" height="9"></p>', makers
    )

    assert made.words_of(made.document.begin()) == "a bc d \u2610"


def test_numbers_of_pages_stand_on_their_line(makers: BookMakers) -> None:
    made = galley(TABLE, makers)
    block = made.document.begin()
    while "\ufffc" not in block.text():
        block = block.next()

    iterator = block.begin()
    iterator += 1
    shape = iterator.fragment().charFormat()
    assert shape.verticalAlignment() == shape.VerticalAlignment.AlignNormal


def test_a_table_with_a_word_too_long_needs_to_be_narrow(makers: BookMakers) -> None:
    wide = TABLE.replace(">b<", f">{'b' * 150}<")

    assert not galley(TABLE, makers).needs().is_narrow
    assert galley(wide, makers).needs().is_narrow


def test_paragraphs_from_right_to_left_begin_at_the_right(makers: BookMakers) -> None:
    made = galley("<p>ألم</p>", makers, language="ar")

    (line,) = lines_of(made.document.begin())
    assert line.naturalTextRect().right() == pytest.approx(WIDTH, abs=2)


def ink(made: Galley, top: float, bottom: float) -> set[int]:
    """Rows of pixels, a point each, in which something is painted of a part."""
    image = QImage(480, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(1 / UNITS, 1 / UNITS)
    made.paint(painter, top, bottom)
    painter.end()
    return {y for y in range(120) for x in range(480) if image.pixelColor(x, y).lightness() < 128}


def test_only_the_part_that_is_wanted_is_painted(makers: BookMakers) -> None:
    made = galley("<p>One</p><p>Two</p><p>Three</p>", makers)
    second = made.rect_of(made.document.begin().next())

    rows = ink(made, second.top(), second.bottom())

    assert rows
    assert min(rows) >= 0
    assert max(rows) <= second.height() / UNITS
