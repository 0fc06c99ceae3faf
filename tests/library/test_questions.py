"""Questions are read from a pack, as far as this program knows their kinds."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import QuestionKind
from crmo_desktop.library.pack import open_pack
from crmo_desktop.library.questions import questions

Record = dict[str, Any]


def record(id: str = "q-a", **changed: Any) -> Record:
    return {
        "id": id,
        "kind": "best-answer",
        "audience": "patient",
        "difficulty": "easy",
        "chapter": "bones",
        "question": "Which?",
        "options": ["this", "that", "neither"],
        "answer": 1,
        "explanation": "That.",
        "settled_by": "long-bones#parts",
        "facts": ["f-1", "f-2"],
    } | changed


def connection_with(*records: Record) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE dataset (name TEXT, json TEXT)")
    connection.execute("CREATE TABLE fact (id TEXT, sources TEXT)")
    connection.executemany("INSERT INTO fact VALUES (?, ?)", [("f-1", "s-2 s-1"), ("f-2", "s-1")])
    if records:
        connection.execute("INSERT INTO dataset VALUES ('questions', ?)", (json.dumps(records),))
    return connection


def test_a_question_is_read_whole() -> None:
    with closing(connection_with(record())) as connection:
        (found,) = questions(connection)

    assert found.kind is QuestionKind.BEST_ANSWER
    assert found.audience is Audience.PATIENT
    assert (found.options, found.answer) == (("this", "that", "neither"), (1,))
    assert found.settled_by == TopicAddress(TopicId("long-bones"), SectionId("parts"))
    assert found.sources == ("s-2", "s-1")
    assert found.choices == 3


@pytest.mark.parametrize(("answer", "place"), [(True, 0), (False, 1)])
def test_true_or_false_has_two_choices_and_no_words_of_its_own(answer: bool, place: int) -> None:
    with closing(connection_with(record(kind="true-false", answer=answer, options=[]))) as connection:
        (found,) = questions(connection)

    assert (found.options, found.answer, found.choices) == ((), (place,), 2)


def test_an_order_is_shown_mixed_and_its_answer_sorts_it() -> None:
    written = ["one", "two", "three", "four"]
    with closing(connection_with(record(kind="order", answer=None, options=written))) as connection:
        (found,), (again,) = questions(connection), questions(connection)

    assert sorted(found.options) == sorted(written)
    assert list(found.options) != written
    assert [found.options[place] for place in found.answer] == written
    assert found == again


@pytest.mark.parametrize(
    "change",
    [{"kind": "drawing"}, {"answer": 3}, {"answer": "b"}, {"audience": "nobody"}, {"facts": None}],
)
def test_a_question_of_a_later_edition_is_left_out(change: Record) -> None:
    with closing(connection_with(record() | change, record("q-b", settled_by="mri"))) as connection:
        (found,) = questions(connection)

    assert found.id == "q-b"
    assert found.settled_by.section is None


def test_a_pack_without_questions_has_none() -> None:
    with closing(connection_with()) as connection:
        assert questions(connection) == ()


def test_every_question_of_the_edition_is_read_with_its_sources(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        (text,) = pack.connection.execute("SELECT json FROM dataset WHERE name = 'questions'").fetchone()
        found = questions(pack.connection)

        assert [each.id for each in found] == [each["id"] for each in json.loads(text)]
        assert all(each.sources for each in found)
        for each in found:
            page = pack.page(each.settled_by.topic, each.audience)
            assert page is not None
            assert each.settled_by.section in {section.id for section in page.sections}
