"""The names of a pack, and a second connection to it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.library import names
from crmo_desktop.library.pack import Pack, open_pack


@pytest.fixture
def pack(small_pack: Path) -> Iterator[Pack]:
    with closing(open_pack(small_pack)) as opened:
        yield opened


def test_topics_have_titles_and_keywords_and_the_guide_comes_last(pack: Pack) -> None:
    assert names.topic_names(pack.connection) == (
        ("pain", "Bone pain", ("ache", "sore bones")),
        ("scan", "MRI scan", ()),
        ("help-read", "Reading a page", ()),
    )


def test_the_glossary_is_in_the_order_of_the_alphabet(pack: Pack) -> None:
    terms = names.glossary(pack.connection)

    assert [term.term for term in terms] == ["Metaphysis", "MRI"]
    assert terms[1] == pack.term(terms[1].id)


def test_another_thread_has_a_connection_of_its_own(pack: Pack) -> None:
    connection = names.connect_again(pack)
    found: list[int] = []

    def read() -> None:
        found.append(len(names.topic_names(connection)))

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    connection.close()

    assert found == [3]
    assert len(names.topic_names(pack.connection)) == 3, "the pack's own stays open"


def test_nothing_can_be_written_through_it(pack: Pack) -> None:
    with closing(names.connect_again(pack)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM topic")
