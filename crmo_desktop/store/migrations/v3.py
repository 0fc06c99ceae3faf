"""What the reader makes: bookmarks, highlights, notes and their folders, finished topics, handouts."""

import sqlite3
from typing import Final

NAME: Final = "bookmarks, highlights, notes, folders, finished topics, handouts"

_SCHEMA: Final = (
    """CREATE TABLE folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: undo finds it free
        uid TEXT NOT NULL UNIQUE,              -- its name in every file it is taken to
        name TEXT NOT NULL UNIQUE COLLATE NOCASE
    )""",
    """CREATE TABLE thing (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of making; a clock may jump
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('bookmark', 'highlight', 'note')),
        page TEXT NOT NULL,                    -- address without its section
        section TEXT,
        audience TEXT NOT NULL,
        title TEXT NOT NULL,                   -- of the page, when it was made
        section_title TEXT NOT NULL,
        folder INTEGER REFERENCES folder ON DELETE SET NULL,
        colour INTEGER,
        exact TEXT,                            -- the words highlighted, and those around them
        prefix TEXT,
        suffix TEXT,
        words TEXT NOT NULL,                   -- the reader's own
        edition TEXT NOT NULL,
        made_at TEXT NOT NULL,                 -- ISO 8601, UTC
        changed_at TEXT NOT NULL
    )""",
    "CREATE INDEX thing_page ON thing (page)",
    """CREATE TABLE finished (
        topic TEXT PRIMARY KEY,
        finished_at TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE handout (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        body TEXT NOT NULL,                    -- JSON
        changed_at TEXT NOT NULL
    )""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Create the tables."""
    for statement in _SCHEMA:
        connection.execute(statement)
