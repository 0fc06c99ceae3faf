import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.search.index import build_index
from tests.search.small_pack import TOPICS, WORDS, Section, Topic, Words, fill, small_pack


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name in ("one", "other"):
        with closing(sqlite3.connect(tmp_path / name, isolation_level=None)) as connection:
            fill(connection)
            connection.execute("BEGIN")
            build_index(connection, language="en")
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())

    assert len(digests) == 1


def test_a_transaction_that_is_open_stays_open() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        fill(connection)
        connection.execute("BEGIN")

        build_index(connection, language="en")

        assert connection.in_transaction


def test_a_section_keeps_its_number_and_every_row_has_its_place(pack: sqlite3.Connection) -> None:
    wrong = pack.execute(
        "SELECT count(*) FROM section LEFT JOIN search_row USING (id)"
        " WHERE search_row.topic IS NOT section.topic OR search_row.section IS NOT section.name"
        " OR search_row.audience IS NOT section.audience"
    ).fetchone()
    tops = pack.execute("SELECT topic, place FROM search_row WHERE audience IS NULL ORDER BY id").fetchall()
    (summaries,) = pack.execute(
        "SELECT count(*) FROM search_row WHERE audience IS NOT NULL AND section IS NULL"
    ).fetchone()

    assert wrong == (0,)
    assert tops == [(topic.id, place) for place, topic in enumerate(TOPICS, 1)]
    assert summaries == 2 * len(TOPICS)


@pytest.mark.parametrize(
    ("query", "topics"),
    [
        ("humira", []),
        ("blisters", ["skin"]),
        ("blister", ["skin"]),
        ('"il 1"', ["naproxen"]),
        ("il1", ["naproxen"]),
        ("m863", ["naproxen"]),
        ("title : adalimumab", ["adalimumab"]),
        ("keywords : biosimilar", ["adalimumab"]),
        ("headings : soles", ["skin"]),
    ],
)
def test_what_stands_in_which_field(query: str, topics: list[str], pack: sqlite3.Connection) -> None:
    found = pack.execute(
        "SELECT DISTINCT topic FROM search_passage JOIN search_row ON search_row.id = search_passage.rowid"
        " WHERE search_passage MATCH ?",
        (query,),
    )

    assert [topic for (topic,) in found] == topics


def test_synonyms_are_resolved_in_the_index(pack: sqlite3.Connection) -> None:
    (code,) = pack.execute("SELECT DISTINCT code FROM search_term WHERE shown = 'Humira'").fetchone()
    found = pack.execute(
        "SELECT DISTINCT topic FROM search_passage JOIN search_row ON search_row.id = search_passage.rowid"
        " WHERE search_passage MATCH ?",
        (code,),
    )

    assert found.fetchall() == [("adalimumab",)]


def test_words_are_counted_and_those_of_synonyms_known(pack: sqlite3.Connection) -> None:
    words = {
        word: row
        for word, *row in pack.execute(
            "SELECT word, shown, stem, count FROM search_word"
            " WHERE word IN ('doses', 'humira', 'il1', '3', 'cmro')"
        )
    }

    assert words == {
        "doses": ["doses", "dose", 3],
        "humira": ["Humira", "humira", 0],
        "il1": ["IL-1", "il1", 1],
    }


def test_titles_name_their_words_by_stem_and_group(pack: sqlite3.Connection) -> None:
    (names,) = pack.execute(
        "SELECT names FROM search_row WHERE topic = 'what-is-crmo' AND audience IS NULL"
    ).fetchone()

    stem, code = names.split("|")
    assert stem == "crmo"
    assert code.startswith("zqx")


def test_titles_keywords_and_chapters_are_keys(pack: sqlite3.Connection) -> None:
    keys = set(pack.execute("SELECT kind, topic FROM search_key WHERE key IN ('skin', 'girl', 'treatment')"))

    assert keys == {
        ("title", "skin"),
        ("whole title", "skin"),
        ("keyword", "who-gets-crmo"),
        ("chapter", "adalimumab"),
    }


def test_another_language_is_not_stemmed() -> None:
    section = Section(name="a", title="Knochen", text="Entzündete Knochen schmerzen.")
    topic = Topic(id="was-ist-crmo", title="Was ist CRMO?", sections=(section,))
    with closing(small_pack((topic,), Words(), language="de")) as connection:
        rows = connection.execute("SELECT word, stem FROM search_word WHERE word = 'entzundete'").fetchall()

    assert rows == [("entzundete", "entzundete")]


def test_a_pack_without_topics_has_an_index() -> None:
    with closing(small_pack((), WORDS)) as connection:
        assert connection.execute("SELECT count(*) FROM search_row").fetchone() == (0,)
