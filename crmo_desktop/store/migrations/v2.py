"""What searching leaves: questions that found nothing, kept for the trainer, and the last searches."""

import sqlite3
from typing import Final

NAME: Final = "questions kept for the trainer, recent searches"

_SCHEMA: Final = (
    """CREATE TABLE kept_question (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: undo finds it free
        words TEXT NOT NULL UNIQUE,
        audience TEXT NOT NULL,                -- for whom pages were shown then
        kept_at TEXT NOT NULL                  -- ISO 8601, UTC
    )""",
    """CREATE TABLE recent_search (
        id INTEGER PRIMARY KEY,                -- the order of searching
        query TEXT NOT NULL UNIQUE COLLATE NOCASE
    )""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Create the tables."""
    for statement in _SCHEMA:
        connection.execute(statement)
