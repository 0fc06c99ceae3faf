import pytest

from crmo_desktop.search.likeness import Likeness, Names


def names(title: str) -> Names:
    return tuple(frozenset(word.split("|")) for word in title.split())


@pytest.fixture
def likeness() -> Likeness:
    """To the query "bone scan radiation", of which nothing speaks of the third."""
    asked = [frozenset({"bone", "zqx1"}), frozenset({"scan"}), frozenset({"radiat"})]
    return Likeness(asked, [0.25, 0.75, 0.0])


def test_a_title_that_is_the_query_is_most_like_it(likeness: Likeness) -> None:
    assert likeness.of(names("scan bone|zqx2")) == 1.0
    assert likeness.of(names("zqx1 scan|zqx3")) == 1.0


def test_a_title_with_more_words_or_fewer_is_less_like_it(likeness: Likeness) -> None:
    assert 0 < likeness.of(names("bone scan heal")) < 1
    assert 0 < likeness.of(names("bone")) < likeness.of(names("scan")) < 1


def test_another_title_is_not_like_it(likeness: Likeness) -> None:
    assert likeness.of(names("skin")) == 0.0
    assert likeness.of(names("radiat")) == 0.0
    assert likeness.of(()) == 0.0


def test_titles_touch_a_query_in_a_word(likeness: Likeness) -> None:
    assert likeness.touches(frozenset({"zqx1", "heal"}))
    assert not likeness.touches(frozenset({"radiat"}))
