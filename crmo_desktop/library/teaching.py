"""What a pack says to those who teach."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from crmo_desktop.domain.identifiers import FactId, SectionId, TopicAddress, TopicId
from crmo_desktop.domain.teaching import TeachingNote


def teaching_notes(connection: sqlite3.Connection) -> tuple[TeachingNote, ...]:
    """Every note for teaching, in the order of the edition; none where the pack was made without them."""
    row = connection.execute("SELECT json FROM dataset WHERE name = 'teaching'").fetchone()
    return tuple(_note(record) for record in (json.loads(row[0]) if row else []))


def _note(record: Mapping[str, Any]) -> TeachingNote:
    topic, _, section = str(record["id"]).partition("#")
    return TeachingNote(
        place=TopicAddress(TopicId(topic), SectionId(section)),
        ask=_texts(record, "ask"),
        say=_texts(record, "say"),
        misunderstood=_texts(record, "misunderstood"),
        facts=tuple(FactId(id) for id in _texts(record, "facts")),
    )


def _texts(record: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(str(text) for text in record.get(name, ()))
