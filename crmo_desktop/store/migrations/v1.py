"""The first version of the reader's file."""

import sqlite3
from typing import Final

NAME: Final = "settings, reading history, places on pages"

_SCHEMA: Final = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE visit (
        id INTEGER PRIMARY KEY,       -- the order of visits; a clock may jump
        address TEXT NOT NULL,
        title TEXT NOT NULL,
        audience TEXT NOT NULL,
        visited_at TEXT NOT NULL      -- ISO 8601, UTC
    )""",
    "CREATE INDEX visit_address ON visit (address)",
    """CREATE TABLE place (
        page TEXT NOT NULL,           -- address without its section
        audience TEXT NOT NULL,
        ratio REAL NOT NULL,          -- 0 top, 1 end
        section TEXT,
        PRIMARY KEY (page, audience)
    ) WITHOUT ROWID""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Create the tables."""
    for statement in _SCHEMA:
        connection.execute(statement)
