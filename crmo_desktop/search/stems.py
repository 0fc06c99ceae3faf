"""Stems of words, taken from the tokenizer that the index itself uses."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from crmo_desktop.domain.errors import UserError

_MOST_REMEMBERED: Final = 100_000


class Stemmer:
    """Asks SQLite what a word is stored as, in a small index of its own in memory."""

    def __init__(self, tokenizer: str) -> None:
        self._tokenizer = tokenizer
        self._stems: dict[str, str] = {}
        self._connection: sqlite3.Connection | None = None

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """Each of the folded `words` with its stem."""
        wanted = sorted(set(words))
        unknown = [word for word in wanted if word not in self._stems]
        if unknown:
            if len(self._stems) > _MOST_REMEMBERED:
                self._stems.clear()
                unknown = wanted
            self._learn(unknown)
        return {word: self._stems[word] for word in wanted}

    def stem(self, word: str) -> str:
        """The stem of one folded word."""
        return self.stems([word])[word]

    def close(self) -> None:
        """Give the memory back; the stemmer may still be used."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _learn(self, unknown: list[str]) -> None:
        connection = self._opened()
        connection.execute("DELETE FROM stemmed")
        connection.executemany("INSERT INTO stemmed(rowid, word) VALUES (?, ?)", enumerate(unknown, start=1))
        self._stems.update(zip(unknown, unknown, strict=True))  # a word in which the tokenizer sees none
        for term, row in connection.execute("SELECT term, doc FROM stem"):
            self._stems[unknown[row - 1]] = term

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            require_fts5(connection)
            connection.execute(f"CREATE VIRTUAL TABLE stemmed USING fts5(word, tokenize='{self._tokenizer}')")
            connection.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(stemmed, instance)")
            self._connection = connection
        return self._connection


def require_fts5(connection: sqlite3.Connection) -> None:
    """Make sure that this SQLite can search.

    Raises:
        UserError: it was built without its full-text search.
    """
    (found,) = connection.execute("SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'").fetchone()
    if not found:
        raise UserError(
            "This computer's SQLite cannot search: it was built without FTS5.",
            hint="Use the packaged program, or a Python whose sqlite3 module has FTS5.",
        )
