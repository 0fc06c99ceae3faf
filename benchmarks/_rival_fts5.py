"""SQLite's FTS5 as it comes: one table, bm25, English stems. See `_rival`."""

import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks._rival import HITS, WEIGHTS, WORD, Search, passages, run  # noqa: E402 - found only now

TOKENS = 24  # of an excerpt, about 160 characters


def make(pack: Path, folder: Path) -> Search:
    """Index the passages with their words."""
    connection = sqlite3.connect(folder / "fts5.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute(
        "CREATE VIRTUAL TABLE passage USING fts5(topic UNINDEXED, title, heading, keywords, body,"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?)", passages(pack))
    weights = ", ".join(map(str, (0, *WEIGHTS.values())))
    connection.execute("INSERT INTO passage(passage, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
    connection.execute("INSERT INTO passage(passage) VALUES ('optimize')")
    connection.execute("COMMIT")
    statement = (
        f"SELECT topic, snippet(passage, 4, '', '', '…', {TOKENS}) FROM passage WHERE passage MATCH ?"
        f" ORDER BY rank LIMIT {HITS}"
    )

    def search(query: str, _audience: str) -> list[str]:
        words = [f'"{word}"' for word in WORD.findall(query)]
        for between in (" AND ", " OR "):
            if rows := connection.execute(statement, (between.join(words) or '""',)).fetchall():
                return [topic for topic, _ in rows]
        return []

    return search


if __name__ == "__main__":
    sys.exit(run(make, sqlite3.sqlite_version))
