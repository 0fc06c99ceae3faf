import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmo_desktop.search import asked as asked_module
from crmo_desktop.search.asked import Asked, AskedPhrases, _unpacked, pack_numbers
from crmo_desktop.search.engine import SearchEngine
from crmo_desktop.search.likeness import Likeness
from crmo_desktop.search.query import parse
from tests.search.small_pack import WORDS, Section, Topic, small_pack

TEXT = (Section(name="one", title="One", text="Words of no use."),)


@pytest.fixture(scope="module")
def phrases() -> Iterator[sqlite3.Connection]:
    topics = (
        Topic(id="night", title="Night", sections=TEXT, asked=("whom do I call at night", "help at night")),
        Topic(id="day", title="Day", sections=TEXT, asked=("whom do I call by day", "spots on palms")),
    )
    with closing(small_pack(topics, WORDS)) as connection:
        yield connection


def like(query: str, connection: sqlite3.Connection) -> dict[str, Asked]:
    concepts = SearchEngine(connection)._parts.planner.plan(parse(query)).concepts
    weights = [1 / len(concepts)] * len(concepts)
    likeness = Likeness([concept.names for concept in concepts], weights)
    return AskedPhrases(connection).like(concepts, weights, likeness)


def test_the_most_alike_phrase_of_each_topic_is_found(phrases: sqlite3.Connection) -> None:
    found = like("call at night ", phrases)

    assert found["night"].phrase == "whom do I call at night"
    assert found["night"].alike == pytest.approx(1.0)
    assert found["day"].phrase == "whom do I call by day"
    assert 0 < found["day"].alike < found["night"].alike
    assert (found["night"].concepts, found["day"].concepts) == (0b11, 0b01)


def test_a_synonym_is_as_good(phrases: sqlite3.Connection) -> None:
    assert like("PPP ", phrases)["day"].phrase == "spots on palms"


def test_nothing_alike_is_nothing(phrases: sqlite3.Connection) -> None:
    assert like("xylophone ", phrases) == {}


def test_a_common_word_makes_no_phrase_worth_a_look_beside_a_rarer_one(
    phrases: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked_module, "_MANY", 1)

    assert set(like("palms call ", phrases)) == {"day"}
    assert set(like("call ", phrases)) == {"day", "night"}, "unless it is all there is"


def test_phrases_are_counted_by_what_they_name(phrases: sqlite3.Connection) -> None:
    planner = SearchEngine(phrases)._parts.planner
    reader = AskedPhrases(phrases)

    assert reader.size == 4
    assert [reader.count(one) for one in planner.plan(parse("call night xylophone ")).concepts] == [2, 2, 0]


def test_a_pack_without_phrases_has_none(pack: sqlite3.Connection) -> None:
    assert AskedPhrases(pack).size == 0
    assert like("blisters ", pack) == {}


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    assert list(_unpacked(pack_numbers(numbers))) == numbers
