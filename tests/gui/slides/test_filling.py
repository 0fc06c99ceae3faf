from collections.abc import Sequence
from dataclasses import replace

from crmo_desktop.gui.slides.blocks import Block
from crmo_desktop.gui.slides.filling import MOST_POINTS, filled, height_of, stacked, starts


def _block(height: float = 100, **more: object) -> Block:
    made = {"pieces": (), "elements": (), "placed": (), "height": height, "above": 10.0, "lines": 2} | more
    return Block(**made)  # type: ignore[arg-type]  # as named


def _room(height: float = 400) -> object:
    def capacity(blocks: Sequence[Block], used: float) -> tuple[float, float]:
        return height, 0.0

    return capacity


def _sizes(blocks: Sequence[Block], height: float = 400) -> list[int]:
    return [len(group) for group in filled(blocks, _room(height))]  # type: ignore[arg-type]  # see above


def test_slides_are_as_few_as_hold_everything_and_filled_alike() -> None:
    assert _sizes([_block() for _ in range(3)]) == [3]
    assert _sizes([_block() for _ in range(4)]) == [2, 2]
    assert _sizes([]) == []


def test_a_slide_has_only_so_many_points() -> None:
    sizes = _sizes([_block(10) for _ in range(MOST_POINTS + 2)])

    assert max(sizes) <= MOST_POINTS
    assert len(sizes) == 2


def test_no_short_line_stands_alone() -> None:
    blocks = [*(_block() for _ in range(3)), _block(40, lines=1)]

    assert _sizes(blocks, 360) == [2, 2]


def test_a_heading_goes_with_what_follows() -> None:
    blocks = [_block(150), _block(150), _block(40, keeps_next=True), _block(150)]

    assert _sizes(blocks) == [2, 2]


def test_what_begins_a_slide_begins_one() -> None:
    assert _sizes([_block(), _block(begins=True), _block()]) == [1, 2]


def test_what_belongs_together_is_parted_last() -> None:
    blocks = [_block(190), _block(90), _block(90, joins=True), _block(90)]

    assert _sizes(blocks, 400) == [1, 3]


def test_what_leans_on_another_is_not_parted_from_it_if_that_takes_no_slide_more() -> None:
    assert _sizes([_block(190), _block(190), _block(190), _block(190)]) == [2, 2]
    assert _sizes([_block(190), _block(90), _block(90, leans=True), _block(90, leans=True)]) == [1, 3]


def test_rows_have_their_head_on_every_slide() -> None:
    head = _block(50, points=2)
    rows = [_block(100, over=head, above=0.0, points=0, joins=number > 0) for number in range(6)]

    groups = filled(rows, _room(370))  # type: ignore[arg-type]  # see above
    assert [len(group) for group in groups] == [3, 3]
    assert [height_of(group) for group in groups] == [350, 350]


def test_a_head_stands_over_the_first_row_only() -> None:
    head, other = _block(50), _block()
    row = _block(over=head, above=4.0)

    assert starts(row, None)
    assert starts(row, other)
    assert not starts(row, row)
    assert stacked(row, None) == [(0.0, head), (4.0, row)]
    assert stacked(row, other) == [(10.0, head), (4.0, row)]
    assert stacked(row, row) == [(4.0, row)]
    assert stacked(other, None) == [(0.0, other)]


def test_a_foot_that_costs_more_than_a_slide_is_avoided() -> None:
    def capacity(blocks: Sequence[Block], height: float) -> tuple[float, float]:
        return 400.0, 25.0 if len(blocks) > 1 else 0.0

    assert [len(group) for group in filled([_block(), _block()], capacity)] == [1, 1]


def test_what_is_higher_than_a_slide_has_one_to_itself() -> None:
    assert _sizes([_block(), replace(_block(), height=900), _block()]) == [1, 1, 1]
