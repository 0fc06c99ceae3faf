from dataclasses import replace

from crmo_desktop.gui.slides.columns import PAD_X, no_columns, set_columns, some_columns
from tests.gui.slides.samples import SENTENCE, grid, look_of, strands

WIDTH = 1148.0


def test_columns_take_all_the_room_there_is(qapp: object) -> None:
    for table in (grid(), grid(3, 3, SENTENCE)):
        columns = set_columns(table, look_of(), WIDTH, 30)
        assert columns is not None
        assert abs(columns.width - WIDTH) < 1


def test_who_has_more_to_say_has_more_room(qapp: object) -> None:
    table = grid(1, 2)
    row = replace(table.rows[0], cells=(strands("Fever"), strands(SENTENCE * 3)))
    columns = set_columns(replace(table, rows=(row,)), look_of(), WIDTH, 30)

    assert columns is not None
    assert columns.widths[1] > 2 * columns.widths[0]


def test_no_word_is_cut(qapp: object) -> None:
    assert set_columns(grid(1, 9, "Considerable"), look_of(), WIDTH, 30) is None
    columns = set_columns(grid(1, 4, "Considerable"), look_of(), WIDTH, 30)
    assert columns is not None
    for text, wide in zip(columns.texts(0), columns.widths, strict=True):
        assert text.rect.width() <= wide - 2 * PAD_X


def test_the_guess_tells_what_cannot_fit(qapp: object) -> None:
    low, high = (set_columns(grid(rows), look_of(), WIDTH, 30) for rows in (3, 40))

    assert low is not None
    assert high is not None
    assert low.may_fit(420)
    assert low.height < 420
    assert not high.may_fit(420)
    assert high.height > 420


def test_cells_are_set_once(qapp: object) -> None:
    columns = set_columns(grid(), look_of(), WIDTH, 30)

    assert columns is not None
    assert columns.texts(1) is columns.texts(1)
    assert columns.row_height(None) > 0


def test_a_row_that_fills_a_slide_is_tall(qapp: object) -> None:
    columns = set_columns(grid(2, 3, SENTENCE * 3), look_of(), WIDTH, 30)

    assert columns is not None
    assert columns.is_tall(420)
    assert not columns.is_tall(4200)


def test_fewer_columns_stand_beside_the_first(qapp: object) -> None:
    parts = some_columns(grid(2, 5, SENTENCE * 2), look_of(), WIDTH, 420)

    firsts = {part.grid.head[0][0].text for part in parts}
    assert firsts == {"Head 0"}
    others = [head[0].text for part in parts for head in part.grid.head[1:]]
    assert others == [f"Head {place}" for place in range(1, 5)]
    assert all(len(part.grid.numeric) == len(part.grid.head) for part in parts)


def test_a_table_can_be_none_on_slides(qapp: object) -> None:
    assert no_columns(grid(), look_of()).widths == ()
    pairs = some_columns(grid(1, 3, "long" * 40), look_of(), WIDTH, 420)
    assert [part.widths for part in pairs] == [(), ()]


def test_a_caption_is_set_where_there_is_one(qapp: object) -> None:
    for caption in ("", "What was seen"):
        columns = set_columns(grid(caption=caption), look_of(), WIDTH, 30)
        assert columns is not None
        assert (columns.caption() is not None) == bool(caption)
