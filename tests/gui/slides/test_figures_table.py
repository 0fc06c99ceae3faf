"""Tests of `crmo_desktop.gui.slides.figures_table`."""

import pytest

from crmo_desktop.domain.picture import Row, SideBySide
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_table import TableSlides, sorted_next
from tests.gui.slides.figure_samples import pen_of, texts, words


def _comparison(columns: int, lines: int, cell: str = "Some words in a cell") -> SideBySide:
    return SideBySide(
        columns=("Feature", *(f"Column {number}" for number in range(1, columns))),
        rows=tuple(
            Row(
                title=words(f"Row {chr(ord('Z') - number)}", f"fact-{number}"),
                cells=tuple(words(f"{cell} {number}/{column}") for column in range(1, columns)),
            )
            for number in range(lines)
        ),
        key=1,
    )


def test_the_heads_are_on_every_slide_and_each_line_on_one(makers: SlideMakers) -> None:
    table = TableSlides(_comparison(3, 12), pen_of(makers, high=300.0))
    parts = [table.part(slide, View(), -1) for slide in range(len(table.slides))]

    assert len(parts) > 1
    for part in parts:
        assert texts(part)[:3] == ["Feature", "Column 1", "Column 2"]
        assert part.scene.size.height() <= 300.5
    titles = [text for part in parts for text in texts(part) if text.startswith("Row")]
    assert titles == [f"Row {chr(ord('Z') - number)}" for number in range(12)]
    assert parts[0].facts[0] == "fact-0"


def test_titles_stand_above_their_cells_where_there_are_many_columns(makers: SlideMakers) -> None:
    part = TableSlides(_comparison(4, 1), pen_of(makers)).part(0, View(), -1)
    rects = {one.text: one.rect for one in part.scene.written()}

    assert rects["Feature: Row Z"].bottom() < rects["Some words in a cell 0/1"].top()
    assert rects["Some words in a cell 0/1"].top() == rects["Some words in a cell 0/3"].top()


def test_cells_that_have_no_room_beside_each_other_stand_below_their_heads(makers: SlideMakers) -> None:
    cell = "A cell with so many words that three of them beside each other were far too high for a slide"
    part = TableSlides(_comparison(4, 1, cell), pen_of(makers, width=500.0, high=500.0)).part(0, View(), -1)
    tops = [one.rect.top() for one in part.scene.written()]

    assert texts(part)[0] == "Feature: Row Z"
    assert texts(part)[1] == "Column 1"
    assert tops == sorted(tops)


@pytest.mark.parametrize("columns", [3, 4])
def test_sorted_lines_begin_with_the_first_of_them(makers: SlideMakers, columns: int) -> None:
    table = TableSlides(_comparison(columns, 9), pen_of(makers, high=300.0))
    view = View(sort=0)
    part = table.part(0, view, -1)

    assert any("▲" in text for text in texts(part))
    first = next(text for text in texts(part) if "Row" in text)
    assert first.endswith("Row R")
    assert table.said(0, view).startswith("Row R")


def test_a_line_that_is_pointed_at_is_in_sight(makers: SlideMakers) -> None:
    table = TableSlides(_comparison(3, 12), pen_of(makers, high=300.0))
    for chosen in range(12):
        for view in (View(), View(sort=0), View(sort=0, falls=True)):
            part = table.part(0, view, chosen)
            title = table.said(chosen, view).partition(".")[0]
            assert title in texts(part)
            assert part.scene.size.height() <= 300.5


def test_sorting_goes_through_all_columns_and_back() -> None:
    view, seen = View(), []
    for _ in range(4):
        view = sorted_next(view, 3)
        seen.append(view.sort)
    assert seen == [0, 1, 2, None]
