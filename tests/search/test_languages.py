import sqlite3
from contextlib import closing

import pytest

from crmo_desktop.search.languages import language
from crmo_desktop.search.words import words


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us"])
def test_english_is_stemmed_whatever_its_region(tag: str) -> None:
    assert language(tag).tokenizer.startswith("porter")


@pytest.mark.parametrize("tag", ["de", "ar", "zh-Hant", ""])
def test_another_language_is_searched_word_for_word(tag: str) -> None:
    rules = language(tag)

    assert "porter" not in rules.tokenizer
    assert not rules.fillers


@pytest.mark.parametrize("tag", ["en", "de"])
def test_sqlite_knows_the_tokenizer(tag: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE t USING fts5(a, tokenize='{language(tag).tokenizer}')")


def test_fillers_are_folded_words() -> None:
    assert all(words(filler) == [filler] for filler in language("en").fillers)
