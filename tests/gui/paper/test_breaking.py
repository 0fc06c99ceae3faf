"""Where pages end."""

from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.gui.paper.breaking import NEVER, Piece, Slice, paginate


def pieces(*heights: float, price: float = 0.0, gap: float = 0.0) -> list[Piece]:
    made, top = [], 0.0
    for height in heights:
        made.append(Piece(source=0, top=top, bottom=top + height, price=price, gap=gap))
        top += height + gap
    return made


def ends(pages: list[tuple[Slice, ...]]) -> list[int]:
    return [page[-1].last for page in pages]


def test_nothing_fills_no_page() -> None:
    assert paginate([], 100) == []


def test_a_page_takes_what_has_room() -> None:
    assert ends(paginate(pieces(40, 40, 40, 40), 100)) == [1, 3]


def test_the_first_page_may_have_less_room() -> None:
    assert ends(paginate(pieces(40, 40, 40, 40), 100, 50)) == [0, 2, 3]


def test_a_gap_counts_between_pieces_of_one_page_only() -> None:
    made = pieces(50, 50, 50, gap=10)

    assert ends(paginate(made, 100)) == [0, 1, 2]
    assert [page[0].at for page in paginate(made, 100)] == [0, 0, 0]


def test_what_belongs_together_goes_to_the_next_page_together() -> None:
    made = pieces(40, 20, 30, 30)
    made[2].price = made[3].price = NEVER

    assert ends(paginate(made, 100)) == [0, 3]


def test_what_belongs_together_and_has_no_room_is_parted_late() -> None:
    made = pieces(40, 40, 40, 40, price=NEVER)

    assert ends(paginate(made, 100)) == [1, 3]


def test_a_dear_end_is_taken_where_another_leaves_the_page_empty() -> None:
    made = pieces(10, 30, 30, 30, 30)
    made[2].price = made[3].price = made[4].price = 30.0

    assert ends(paginate(made, 100)) == [3, 4]


def test_a_cheap_end_is_taken_where_little_stays_empty() -> None:
    made = pieces(85, 5, 5, 30, price=30.0)
    made[1].price = 0.0

    assert ends(paginate(made, 100))[0] == 0


def test_what_is_higher_than_a_page_has_one_of_its_own() -> None:
    assert ends(paginate(pieces(20, 200, 20), 100)) == [0, 1, 2]


def test_a_head_is_repeated_above_a_row_that_begins_a_page() -> None:
    made = pieces(20, 40, 40, 40)
    for row in made[2:]:
        row.head = (0.0, 20.0)

    first, second = paginate(made, 100)

    assert [part.is_head for part in first] == [False]
    assert [(part.is_head, part.at, part.top) for part in second] == [(True, 0.0, 0.0), (False, 20.0, 100.0)]


def test_a_repeated_head_takes_room() -> None:
    made = pieces(20, 40, 40, 40, 40)
    for row in made[2:]:
        row.head = (0.0, 20.0)

    assert ends(paginate(made, 100)) == [2, 4]
    assert ends(paginate(made, 90)) == [1, 2, 3, 4]


def test_sources_stand_below_each_other() -> None:
    made = [Piece(source=0, top=0, bottom=30), Piece(source=1, top=-5, bottom=25, gap=10)]

    (page,) = paginate(made, 100)

    assert [(part.source, part.at, part.foot) for part in page] == [(0, 0.0, 30.0), (1, 40.0, 70.0)]


@given(
    st.lists(st.tuples(st.floats(1, 90), st.sampled_from([0.0, 6.0, 40.0, NEVER])), max_size=40),
    st.floats(91, 300),
)
def test_every_piece_stands_on_one_page_in_order_and_inside(
    made: list[tuple[float, float]], room: float
) -> None:
    column, top = [], 0.0
    for height, price in made:
        column.append(Piece(source=0, top=top, bottom=top + height, price=price))
        top += height

    pages = paginate(column, room)

    numbers = [n for page in pages for part in page for n in range(part.first, part.last + 1)]
    assert numbers == list(range(len(column)))
    assert all(part.foot <= room + 0.02 for page in pages for part in page)
