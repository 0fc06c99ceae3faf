import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest

from crmo_desktop.search import classifier
from crmo_desktop.search.classifier import TopicClassifier
from crmo_desktop.search.engine import SearchEngine
from crmo_desktop.search.query import parse
from tests.search.small_pack import Section, Topic, Words, small_pack

PHRASES = {
    "skin": ("spots on her palms", "rash on the soles", "blisters that itch"),
    "sport": ("can she swim", "may he play football", "back to running after a flare"),
    "adults": ("pain at 45", "diagnosed at 32", "I am 27"),
    "children": ("pain at 8", "she is 12", "my son is 6"),
}


@pytest.fixture(scope="module")
def taught() -> Iterator[sqlite3.Connection]:
    """A pack whose passages say nothing; only what people type tells its topics apart."""
    topics = tuple(
        Topic(
            id=name, title=name.title(), asked=phrases,
            sections=(Section(name="one", title="One", text="Words of no use."),),
        )
        for name, phrases in PHRASES.items()
    )  # fmt: skip
    with closing(small_pack(topics, Words())) as connection:
        yield connection


def rated(query: str, connection: sqlite3.Connection) -> Mapping[str, float]:
    plan = SearchEngine(connection)._parts.planner.plan(parse(query))
    return TopicClassifier(connection).rate(plan.concepts, plan.fillers, plan.numbers)


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("itching palms ", "skin"),
        ("running and football ", "sport"),
        ("can he ", "sport"),
        ("at 51 ", "adults"),
        ("at 9 ", "children"),
        ("blis", "skin"),
    ],
)
def test_a_query_is_meant_for_the_topic_whose_phrases_use_its_words(
    query: str, topic: str, taught: sqlite3.Connection
) -> None:
    scores = rated(query, taught)

    assert max(scores, key=lambda one: scores[one]) == topic
    assert scores[topic] > 0


@pytest.mark.parametrize("query", ["xylophone ", "", "?"])
def test_words_that_nobody_typed_speak_for_none(query: str, taught: sqlite3.Connection) -> None:
    assert not any(rated(query, taught).values())


def test_a_pack_without_phrases_tells_nothing(pack: sqlite3.Connection) -> None:
    assert rated("blisters on palms ", pack) == {}


def test_what_is_remembered_can_be_forgotten(
    taught: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(classifier, "_MOST_REMEMBERED", 3)
    planner = SearchEngine(taught)._parts.planner
    reader = TopicClassifier(taught)

    for query in ("palms soles ", "swim football ", "palms soles "):
        plan = planner.plan(parse(query))
        assert reader.rate(plan.concepts, plan.fillers, plan.numbers) == rated(query, taught)
