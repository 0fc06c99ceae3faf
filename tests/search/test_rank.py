import sqlite3
from contextlib import closing

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.search import rank
from crmo_desktop.search.engine import SearchEngine
from tests.search.small_pack import Section, Topic, Words, small_pack

Hits = list[tuple[str, str | None, str]]


def hits(query: str, connection: sqlite3.Connection, audience: Audience = Audience.PATIENT) -> Hits:
    answer = SearchEngine(connection).search(query, audience=audience)
    return [(hit.topic, hit.section, hit.audience) for hit in answer.hits]


def topics(query: str, connection: sqlite3.Connection, audience: Audience = Audience.PATIENT) -> list[str]:
    return list(dict.fromkeys(topic for topic, _, _ in hits(query, connection, audience)))


def text(name: str, content: str, *audiences: str) -> Section:
    return Section(
        name=name, title=name.title(), text=content, audiences=audiences or ("patient", "clinician")
    )


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("crmo", "what-is-crmo"),
        ("what is CNO", "what-is-crmo"),
        ("who gets crmo", "who-gets-crmo"),
        ("who gets c", "who-gets-crmo"),
        ("understanding", "what-is-crmo"),
        ("humira", "adalimumab"),
        ("how rare", "who-gets-crmo"),
    ],
)
def test_a_topic_whose_title_or_synonym_or_keyword_is_the_query_comes_first(
    query: str, topic: str, pack: sqlite3.Connection
) -> None:
    assert topics(query, pack)[0] == topic


def test_the_readers_own_passages_come_first() -> None:
    connection = small_pack(
        (
            Topic(id="a", title="First", sections=(text("theirs", "bone bone bone scan", "clinician"),)),
            Topic(id="b", title="Second", sections=(text("mine", "One bone only of many other things."),)),
        ),
        Words(),
    )
    with closing(connection):
        assert hits("bone", connection)[:2] == [("b", "mine", "patient"), ("a", "theirs", "clinician")]
        assert hits("bone", connection, Audience.CLINICIAN)[0] == ("a", "theirs", "clinician")


def test_what_answers_far_worse_comes_last_even_if_it_is_the_readers_own() -> None:
    connection = small_pack(
        (
            Topic(id="a", title="Naproxen", sections=(text("theirs", "Naproxen a day.", "clinician"),)),
            Topic(id="b", title="Second", sections=(text("mine", "Naproxen."),)),
        ),
        Words(),
    )
    with closing(connection):
        assert topics("naproxen", connection) == ["a", "b"]


def test_a_passage_for_both_is_shown_once(pack: sqlite3.Connection) -> None:
    found = hits("vaccines", pack)

    assert [(topic, section) for topic, section, _ in found].count(("adalimumab", "before")) == 1
    assert found[0] == ("adalimumab", "before", "patient")


def test_the_best_passage_of_each_topic_comes_before_the_rest() -> None:
    many = tuple(text(f"part-{number}", f"limp limp limp {number}") for number in range(5))
    connection = small_pack(
        (
            Topic(id="a", title="First", sections=many),
            Topic(id="b", title="Other", sections=(text("one", "A limp."),)),
        ),
        Words(),
    )
    with closing(connection):
        found = [topic for topic, _, _ in hits("limp", connection)]

    assert found == ["a", "b", "a", "a"]


def test_a_topic_that_only_its_keywords_name_is_shown_with_its_summary(pack: sqlite3.Connection) -> None:
    assert hits("biosimilar", pack)[0] == ("adalimumab", None, "patient")


def test_words_of_a_query_may_stand_in_different_places_of_a_topic(pack: sqlite3.Connection) -> None:
    assert topics("naproxen stomach ", pack)[0] == "naproxen"
    assert hits("naproxen stomach ", pack)[0] == ("naproxen", "with-food", "patient")


def test_a_question_that_matches_nothing_as_a_whole_falls_back_to_its_best_parts(
    pack: sqlite3.Connection,
) -> None:
    assert topics("may a child with swollen collarbones be given live vaccines at school", pack)[:1] == [
        "adalimumab"
    ]


def test_the_reference_comes_before_the_guide_to_the_program() -> None:
    section = text("print", "Print the list before the visit.")
    connection = small_pack(
        (
            Topic(id="guide", title="Using it", chapter="help", sections=(section,)),
            Topic(id="visit", title="The visit", chapter="living", sections=(section,)),
        ),
        Words(),
    )
    with closing(connection):
        answer = SearchEngine(connection).search("print", audience=Audience.PATIENT)

    assert [(hit.topic, hit.is_help) for hit in answer.hits] == [("visit", False), ("guide", True)]


def test_nothing_found_is_nothing_ranked(pack: sqlite3.Connection) -> None:
    assert hits("xylophone ", pack) == []


def test_what_people_type_finds_the_topic_that_does_not_say_it() -> None:
    connection = small_pack(
        (
            Topic(id="a", title="First", sections=(text("one", "The clinic is open at night and by day."),)),
            Topic(
                id="b", title="Second", sections=(text("two", "Rest and warmth."),),
                asked=("whom do I call at night", "who helps at night"),
            ),
        ),
        Words(),
    )  # fmt: skip
    with closing(connection):
        assert topics("whom can I call at night", connection)[0] == "b"
        assert topics("whom do I ca", connection)[0] == "b", "half typed"
        assert topics("who hleps at night", connection)[0] == "b", "with a slip"
        found = SearchEngine(connection).search("whom to call", audience=Audience.PATIENT).hits
        assert [(hit.topic, hit.section, hit.excerpt) for hit in found] == [("b", None, "A summary of it.")]
        assert found[0].why == "whom do I call at night → Second"


def test_what_tells_it_comes_before_what_tells_it_again() -> None:
    words = "Sulfasalazine needs blood tests."
    connection = small_pack(
        (
            Topic(id="cases", title="Cases", sections=(text("one", words),), retells=True),
            Topic(id="tests", title="Tests", sections=(text("two", words),)),
        ),
        Words(),
    )
    with closing(connection):
        assert topics("sulfasalazine", connection) == ["tests", "cases"]
        assert topics("cases", connection) == ["cases"], "unless it is what was looked for"


def test_of_a_vague_query_only_the_most_promising_topics_are_rated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rank, "_MOST_RATED", 2)
    connection = small_pack(
        (
            Topic(id="a", title="First", sections=(text("one", "bone and many other words of no use here"),)),
            Topic(id="b", title="Bone", sections=(text("two", "bone"),)),
            Topic(id="c", title="Third", sections=(text("three", "bone and other words"),)),
        ),
        Words(),
    )
    with closing(connection):
        hits = SearchEngine(connection).search("bone", audience=Audience.PATIENT, limit=2).hits
        assert hits[0].topic == "b"
        assert "a" not in {hit.topic for hit in hits}
        every = SearchEngine(connection).search("bone", audience=Audience.PATIENT, limit=100).hits
        assert {hit.topic for hit in every} == {"a", "b", "c"}, "where many are wanted, all are"
