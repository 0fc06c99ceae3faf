"""What the reader makes: bookmarks, highlights, notes and their folders, finished topics, handouts.

From now on the numbers of visits and searches, too, are never given twice: undo finds them free.
"""

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
    """CREATE TABLE new_visit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of visits; a clock may jump
        address TEXT NOT NULL,
        title TEXT NOT NULL,
        audience TEXT NOT NULL,
        visited_at TEXT NOT NULL               -- ISO 8601, UTC
    )""",
    "INSERT INTO new_visit SELECT id, address, title, audience, visited_at FROM visit ORDER BY id",
    "DROP TABLE visit",
    "ALTER TABLE new_visit RENAME TO visit",
    "CREATE INDEX visit_address ON visit (address)",
    """CREATE TABLE new_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of searching
        query TEXT NOT NULL UNIQUE COLLATE NOCASE
    )""",
    "INSERT INTO new_search SELECT id, query FROM recent_search ORDER BY id",
    "DROP TABLE recent_search",
    "ALTER TABLE new_search RENAME TO recent_search",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Create the tables, and two of those that were there anew."""
    for statement in _SCHEMA:
        connection.execute(statement)
