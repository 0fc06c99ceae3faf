"""What a trainer makes: sessions, rehearsals, notes on slides, answers of rooms; and answers to the quiz."""

import sqlite3
from typing import Final

NAME: Final = "sessions, rehearsals, notes on slides, answers of rooms, the quiz"

_SCHEMA: Final = (
    """CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,              -- its name in every file it is taken to
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        body TEXT NOT NULL,                    -- JSON
        changed_at TEXT NOT NULL               -- ISO 8601, UTC
    )""",
    """CREATE TABLE rehearsal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        session TEXT NOT NULL,                 -- uid of the session
        body TEXT NOT NULL,                    -- JSON: titles of the parts and their seconds
        began_at TEXT NOT NULL
    )""",
    """CREATE TABLE slide_note (
        place TEXT NOT NULL,                   -- key of a matter, "topic/mri#yield"
        audience TEXT NOT NULL,
        words TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        PRIMARY KEY (place, audience)
    ) WITHOUT ROWID""",
    """CREATE TABLE poll (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        session TEXT NOT NULL,                 -- name of the session, or the topic's title
        question TEXT NOT NULL,                -- id
        body TEXT NOT NULL,                    -- JSON: words, options, counts, the right one, edition
        held_at TEXT NOT NULL
    )""",
    """CREATE TABLE quiz_round (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,                    -- JSON: which questions in which order, and what was given
        changed_at TEXT NOT NULL
    )""",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Create the tables."""
    for statement in _SCHEMA:
        connection.execute(statement)
