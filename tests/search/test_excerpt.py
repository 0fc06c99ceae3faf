import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.search.excerpt import Finder, Span, bounded, excerpt

LONG = "Nothing here. " * 20 + "The collarbone is sore. " + "More of it. " * 20


def spans(text: str, *forms: str) -> list[Span]:
    return Finder([form.split() for form in forms]).spans(bounded(text))


@pytest.mark.parametrize(
    ("text", "form", "found"),
    [
        ("Bone pain, bones", "bone", [(0, 4)]),
        ("An IL-1 blocker", "il 1", [(3, 7)]),
        ("Crème brûlée", "brulee", [(6, 12)]),
        ("TNF-α rose", "tnf alpha", [(0, 5)]),
        ("bone bone", "bone", [(0, 4), (5, 9)]),
        ("backbone", "bone", []),
    ],
)
def test_whole_words_are_found(text: str, form: str, found: list[Span]) -> None:
    assert spans(text, form) == found
    assert Finder([form.split()]).is_in(bounded(text)) == bool(found)


def test_a_short_text_is_shown_whole() -> None:
    piece = excerpt("A sore bone.", [[(2, 6)], [(7, 11)]])

    assert piece.text == "A sore bone."
    assert piece.marks == ((2, 4), (7, 4))


def test_a_long_text_is_cut_round_what_was_found() -> None:
    piece = excerpt(LONG, [spans(LONG, "collarbone")])

    ((start, length),) = piece.marks
    assert piece.text[start : start + length] == "collarbone"
    assert piece.text.startswith("… The collarbone")
    assert piece.text.endswith(" …")
    assert 120 < len(piece.text) < 180


def test_a_text_without_sentences_is_cut_between_words() -> None:
    text = "word " * 100 + "here " + "word " * 100

    piece = excerpt(text, [spans(text, "here")])

    assert set(piece.text.strip("… ").split()) == {"word", "here"}


def test_a_text_without_blanks_is_cut_all_the_same() -> None:
    text = "x" * 1000

    assert len(excerpt(text, [[(500, 501)]]).text) < 180


def test_the_piece_that_shows_most_different_things_is_taken() -> None:
    text = "bone bone bone. " + "Nothing. " * 40 + "A bone scan here."

    piece = excerpt(text, [spans(text, "bone"), spans(text, "scan")])

    assert piece.text.endswith("A bone scan here.")


def test_what_was_found_twice_is_marked_once() -> None:
    assert excerpt("bone scan", [[(0, 9)], [(0, 4), (5, 9)]]).marks == ((0, 9),)


def test_line_breaks_are_blanks() -> None:
    assert excerpt("one\ntwo\tthree", []).text == "one two three"


@given(st.text("ab. \n", max_size=600), st.lists(st.tuples(st.integers(0, 590), st.integers(1, 9))))
def test_marks_lie_within_the_piece_in_order(text: str, places: list[tuple[int, int]]) -> None:
    found = [(start, start + length) for start, length in places if start + length <= len(text)]

    piece = excerpt(text, [found])

    ends = [0]
    for start, length in piece.marks:
        assert length > 0
        assert start >= ends[-1]
        ends.append(start + length)
    assert ends[-1] <= len(piece.text) <= 190
