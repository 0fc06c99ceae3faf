from dataclasses import replace

from crmo_desktop.domain.slides import Grid, SubHeading
from crmo_desktop.gui.slides.blocks import Block
from crmo_desktop.gui.slides.slide import SMALLEST, Room
from crmo_desktop.gui.slides.tables import table_blocks
from tests.gui.slides.samples import SENTENCE, grid, look_of, strands

WIDTH, HIGHEST = 1148.0, 420.0


def _told(blocks: list[Block]) -> list[str]:
    return [each.words for block in blocks for each in block.placed]


def _head(block: Block) -> Block:
    assert block.over is not None
    return block.over


def test_a_small_table_is_set_as_large_as_text(qapp: object) -> None:
    blocks = table_blocks(grid(2), look_of(), WIDTH, HIGHEST)

    assert len(blocks) == 2
    assert blocks[0].placed[0].size == look_of().text
    assert {block.over for block in blocks} == {_head(blocks[0])}


def test_the_head_is_repeated_with_the_caption(qapp: object) -> None:
    blocks = table_blocks(grid(30), look_of(), WIDTH, HIGHEST)

    assert [each.words for each in _head(blocks[0]).placed] == ["What was seen", "Head 0", "Head 1", "Head 2"]
    assert all(_head(block).height + block.height <= HIGHEST for block in blocks)
    assert len(blocks) == 30


def test_a_table_without_caption_has_its_head_alone(qapp: object) -> None:
    blocks = table_blocks(grid(caption=""), look_of(), WIDTH, HIGHEST)

    assert [each.kind for each in _head(blocks[0]).placed] == ["head"] * 3


def test_only_the_first_row_is_a_step(qapp: object) -> None:
    assert [block.joins for block in table_blocks(grid(3), look_of(), WIDTH, HIGHEST)] == [False, True, True]


def test_no_cell_is_smaller_than_the_smallest_or_outside(qapp: object) -> None:
    blocks = table_blocks(grid(6, 4, SENTENCE), look_of(Room(width=960)), 828, HIGHEST)

    placed = [each for block in blocks for each in block.placed]
    assert min(each.size for each in placed) >= SMALLEST
    assert all(each.rect.right() <= 828 for each in placed)


def test_a_wide_table_is_parted_between_columns_and_the_first_is_repeated(qapp: object) -> None:
    wide = grid(2, 9, "Considerable")
    blocks = table_blocks(wide, look_of(), WIDTH, HIGHEST)

    parts = list(dict.fromkeys(_head(block) for block in blocks))
    assert len(parts) > 1
    for head in parts:
        assert "Head 0" in [each.words for each in head.placed]
    heads = {each.words for head in parts for each in head.placed}
    assert {f"Head {place}" for place in range(9)} <= heads
    assert {f"Considerable {row}-{place}" for row in range(2) for place in range(9)} <= set(_told(blocks))


def test_a_row_too_high_for_any_slide_is_told_in_words(qapp: object) -> None:
    long = grid(2, 2, "Two of ten")
    high = replace(long.rows[0], cells=(long.rows[0].cells[0], strands(SENTENCE * 12)))
    blocks = table_blocks(replace(long, rows=(high, long.rows[1])), look_of(), WIDTH, HIGHEST)

    told = _told(blocks)
    assert told[:2] == ["What was seen", "Head 0: Two of ten 0-0"]
    assert isinstance(blocks[1].pieces[0], SubHeading)
    assert "".join(told[2:-2]) == "Head 1: " + SENTENCE * 12
    assert told[-2:] == ["Two of ten 1-0", "Two of ten 1-1"]
    assert all(block.height <= HIGHEST for block in blocks)


def test_a_first_cell_too_long_for_a_heading_is_told_as_what_it_is(qapp: object) -> None:
    blocks = table_blocks(grid(1, 2, SENTENCE * 12, caption=""), look_of(), WIDTH, HIGHEST)

    assert "".join(_told(blocks)).startswith("Head 0: " + SENTENCE)
    assert all(block.height <= HIGHEST for block in blocks)


def test_numbers_stand_at_the_end_of_their_column(qapp: object) -> None:
    numbers = replace(grid(2, 2, "1"), numeric=(False, True))
    block = table_blocks(numbers, look_of(), WIDTH, HIGHEST)[0]

    assert block.placed[1].rect.right() > WIDTH - 20


def test_an_empty_cell_says_nothing(qapp: object) -> None:
    empty = Grid(
        caption="",
        head=grid(columns=2).head,
        rows=(replace(grid(columns=2).rows[0], cells=(grid().rows[0].cells[0], ())),),
        numeric=(False, False),
    )

    assert _told(table_blocks(empty, look_of(), WIDTH, HIGHEST)) == ["Two of ten 0-0"]


def test_each_row_cites_its_sources_and_keeps_itself(qapp: object) -> None:
    blocks = table_blocks(grid(2), look_of(), WIDTH, HIGHEST)

    assert [block.sources for block in blocks] == [("beck",), ("beck",)]
    pieces = [block.pieces[0] for block in blocks]
    assert [len(piece.rows) for piece in pieces if isinstance(piece, Grid)] == [1, 1]
