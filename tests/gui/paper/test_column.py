"""What is never cut."""

import pytest

from crmo_desktop.gui.paper.book import BookMakers
from crmo_desktop.gui.paper.breaking import HARDLY, NEVER
from crmo_desktop.gui.paper.column import Column
from tests.gui.paper.small import ROOM, galley

WORDS = "There are words enough here to fill a line. "


def column(html: str, makers: BookMakers, room: float = ROOM) -> Column:
    return Column(galley(html, makers), 3, room)


def rows(count: int, words: str = "b") -> str:
    head = "<thead><tr><th>Head</th><th>Other</th></tr></thead>"
    body = "".join(f"<tr><td>a{n}</td><td>{words}</td></tr>" for n in range(count))
    return f'<table class="data">{head}{body}</table>'


def told(made: Column) -> list[tuple[str, str]]:
    return [(each.kind, each.words.strip()) for each in made.told]


def test_pieces_follow_one_another(makers: BookMakers) -> None:
    made = column(f"<h2>Pain</h2><p>{WORDS * 5}</p>{rows(3)}<p>End</p>", makers)

    assert {piece.source for piece in made.pieces} == {3}
    for one, other in zip(made.pieces, made.pieces[1:], strict=False):
        assert one.top < one.bottom <= other.top
        assert other.gap == pytest.approx(other.top - one.bottom)


def test_a_heading_stays_with_two_lines(makers: BookMakers) -> None:
    made = column("<h2>Pain</h2><p>One</p><p>Two</p><p>Three</p>", makers)

    assert told(made)[0] == ("heading", "Pain")
    assert [piece.price >= NEVER for piece in made.pieces] == [False, True, True, False]


@pytest.mark.parametrize(("lines", "ends"), [(2, []), (3, []), (4, [2]), (6, [2, 3, 4])])
def test_no_line_of_a_paragraph_stands_alone(makers: BookMakers, lines: int, ends: list[int]) -> None:
    made = column(f"<p>{'<br>'.join(['word'] * lines)}</p>", makers)

    assert len(made.pieces) == lines
    assert [n for n, piece in enumerate(made.pieces) if n and piece.price < HARDLY] == ends
    assert [each.goes_on for each in made.told] == [False] + [True] * (lines - 1)


def test_what_ends_with_a_colon_stays_with_its_list_if_it_can(makers: BookMakers) -> None:
    made = column("<p>Take along:</p><ul><li>a</li><li>b</li></ul>", makers)

    assert made.pieces[1].price > made.pieces[2].price
    assert made.pieces[1].price < HARDLY


def test_rows_are_whole_and_their_head_is_repeated(makers: BookMakers) -> None:
    made = column(rows(4), makers)

    assert told(made)[0] == ("head", "Head | Other")
    assert told(made)[1:] == [("row", f"a{n} | b") for n in range(4)]
    head = made.pieces[0]
    assert made.pieces[1].price >= NEVER
    assert [piece.head for piece in made.pieces[2:]] == [(head.top, head.bottom)] * 3
    assert made.pieces[1].head is None


def test_one_row_alone_is_dear(makers: BookMakers) -> None:
    made = column(rows(5), makers)
    first, *middle, last = made.pieces[2:]

    assert first.price > middle[0].price
    assert last.price > middle[0].price


def test_a_row_higher_than_a_page_goes_on_at_a_line(makers: BookMakers) -> None:
    made = column(rows(1, "<br>".join(["line"] * 40)), makers, room=2000)

    parts = made.pieces[1:]
    assert len(parts) == 40
    assert all(part.height < 400 for part in parts)
    assert [each.words for each in made.told[2:]] == [""] * 39


def box(*paragraphs: str) -> str:
    inner = "".join(f"<p>{words}</p>" for words in paragraphs)
    mark = '<a name="co-red-1"></a>'
    return (
        f'<table class="box"><tr><td class="box"><p class="box-title">{mark}Stop</p>{inner}</td></tr></table>'
    )


def test_a_box_has_a_frame_round_its_words(makers: BookMakers) -> None:
    made = column(f"<p>Before</p>{box('One', 'Two')}<p>After</p>", makers)

    (frame,) = made.frames
    assert frame.role == "red"
    before, title, _, last, after = made.pieces
    assert before.bottom < frame.top == title.top
    assert last.bottom == frame.bottom < after.top


def test_a_page_ends_within_a_box_only_where_it_must(makers: BookMakers) -> None:
    made = column(f"<p>Before</p>{box('One', 'Two', 'Three')}<p>After</p>", makers)
    before, title, one, two, three, after = (piece.price for piece in made.pieces)

    assert one >= NEVER  # the title stays with its words
    assert HARDLY > three > two > title
    assert after < two
    assert before < two
