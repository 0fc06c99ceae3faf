import sqlite3

import pytest

from crmo_desktop.search import retrieve
from crmo_desktop.search.asked import AskedPhrases
from crmo_desktop.search.plan import Planner
from crmo_desktop.search.query import parse
from crmo_desktop.search.retrieve import Found, Retriever


@pytest.fixture
def retriever(pack: sqlite3.Connection) -> Retriever:
    return Retriever(pack, AskedPhrases(pack))


def find(text: str, retriever: Retriever, planner: Planner, *also: str) -> Found:
    return retriever.find(planner.plan(parse(text)), also)


def sections(found: Found) -> list[tuple[str, str | None]]:
    return [(row.topic, row.section) for row, _ in found.rows if row.audience is not None]


def test_rows_come_with_what_speaks_for_them(retriever: Retriever, planner: Planner) -> None:
    found = find("vaccines tuberculosis ", retriever, planner)

    assert sections(found) == [("adalimumab", "before")] * 2
    assert {evidence.concepts for _, evidence in found.rows} == {0b11}
    assert all(evidence.relevance == pytest.approx(1) for _, evidence in found.rows)


def test_a_concept_is_the_more_telling_the_rarer_it_is(retriever: Retriever, planner: Planner) -> None:
    found = find("crmo girls xylophone ", retriever, planner)
    common, rare, unknown = found.weights

    assert 0 == unknown < common < rare
    assert found.coverage(0b011) == pytest.approx(1)
    assert found.coverage(0b001) == found.coverage(0b101) == common


def test_a_word_of_titles_and_keywords_is_more_telling(
    retriever: Retriever, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def share_of_the_second() -> float:
        return find("blisters vaccines ", retriever, planner).weights[1]

    before = share_of_the_second()
    vaccines = find("vaccines ", retriever, planner).rows[0][0].id
    monkeypatch.setattr(retriever, "_topics", frozenset({vaccines}))

    assert before == pytest.approx(0.5)
    assert share_of_the_second() > before


def test_what_stands_in_quotes_is_required(retriever: Retriever, planner: Planner) -> None:
    assert sections(find('dose "live vaccines" ', retriever, planner)) == [("adalimumab", "before")] * 2


def test_what_is_left_out_is_not_there(retriever: Retriever, planner: Planner) -> None:
    topics = {topic for topic, _ in sections(find("doses -naproxen -mg ", retriever, planner))}

    assert ("adalimumab", "doses") not in sections(find("doses -mg ", retriever, planner))
    assert topics == {"adalimumab"}


def test_other_topics_can_be_asked_for(retriever: Retriever, planner: Planner) -> None:
    found = find("blisters ", retriever, planner, "what-is-crmo")

    assert ("what-is-crmo", "in-short") in sections(found)
    assert {evidence.concepts for row, evidence in found.rows if row.topic == "what-is-crmo"} == {0}


def test_no_more_rows_are_looked_at_than_is_good(
    retriever: Retriever, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrieve, "_MOST_ROWS", 2)

    found = find("crmo bones ", retriever, planner)

    assert len(found.rows) == 2
    assert min(evidence.relevance for _, evidence in found.rows) > 0.3


def test_a_frame_is_what_is_no_section(retriever: Retriever, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = retriever.frames(["skin", "naproxen"])

    assert list(frames) == ["skin", "naproxen"]
    assert frames["skin"].top.audience is None
    assert [summary.audience for summary in frames["skin"].summaries] == ["clinician", "patient"]

    monkeypatch.setattr(retrieve, "_MOST_REMEMBERED", 1)
    assert retriever.frames(["skin", "adalimumab"])["skin"] == frames["skin"]


def test_a_very_common_word_is_rated_where_a_rarer_one_stands(
    retriever: Retriever, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrieve, "_MANY", 2)
    monkeypatch.setattr(retrieve, "_LARGE", 2)

    found = find("vaccines crmo ", retriever, planner)

    assert sections(found) == [("adalimumab", "before")] * 2
    assert found.weights[0] > found.weights[1] > 0


def test_a_very_common_word_alone_is_rated_in_titles_and_keywords(
    retriever: Retriever, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrieve, "_MANY", 2)
    monkeypatch.setattr(retrieve, "_LARGE", 2)

    found = find("crmo ", retriever, planner)

    assert {row.topic for row, _ in found.rows if row.audience is None} == {"what-is-crmo", "who-gets-crmo"}


def test_titles_that_are_equal_come_in_the_order_of_the_tree(retriever: Retriever) -> None:
    assert retriever.equal(["crmo"]) == [("title", "what-is-crmo"), ("title", "who-gets-crmo")]
    assert retriever.equal([]) == []


def test_titles_that_begin_so(retriever: Retriever) -> None:
    assert retriever.begun("who gets c") == [("who gets crmo", "who-gets-crmo")]
    assert retriever.begun("who") == []
