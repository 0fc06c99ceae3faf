import sqlite3
from contextlib import closing

import pytest

from crmo_desktop.domain.errors import UserError
from crmo_desktop.search import stems
from crmo_desktop.search.languages import language
from crmo_desktop.search.stems import Stemmer, require_fts5


@pytest.fixture
def stemmer() -> Stemmer:
    return Stemmer(language("en").tokenizer)


def test_stems_are_those_of_the_index(stemmer: Stemmer) -> None:
    assert stemmer.stems(["bones", "bone", "limping"]) == {"bone": "bone", "bones": "bone", "limping": "limp"}


def test_a_word_is_learned_once_and_known_after_closing(stemmer: Stemmer) -> None:
    assert stemmer.stem("biopsies") == "biopsi"
    stemmer.close()
    stemmer.close()

    assert stemmer.stem("biopsies") == "biopsi"
    assert stemmer.stem("scans") == "scan"


def test_a_word_in_which_the_tokenizer_sees_none_is_its_own_stem(stemmer: Stemmer) -> None:
    assert stemmer.stem("\N{BONE}") == "\N{BONE}"


def test_what_is_learned_is_bounded(stemmer: Stemmer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stems, "_MOST_REMEMBERED", 2)

    assert [stemmer.stem(word) for word in ("bones", "scans", "limps", "bones")] == [
        "bone",
        "scan",
        "limp",
        "bone",
    ]
    assert stemmer.stems(["bones", "tests"]) == {"bones": "bone", "tests": "test"}


def test_an_sqlite_without_search_is_told_in_words() -> None:
    class WithoutSearch(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            return super().execute(sql.replace("'fts5'", "'none'"))

    with (
        closing(sqlite3.connect(":memory:", factory=WithoutSearch)) as connection,
        pytest.raises(UserError) as caught,
    ):
        require_fts5(connection)

    assert "FTS5" in caught.value.message
