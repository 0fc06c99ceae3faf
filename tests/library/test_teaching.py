"""Notes for teaching, read out of a pack."""

import json
import sqlite3

from crmo_desktop.domain.identifiers import FactId, SectionId, TopicAddress, TopicId
from crmo_desktop.domain.teaching import TeachingNote
from crmo_desktop.library.teaching import teaching_notes


def connection(*records: object) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE dataset (name TEXT PRIMARY KEY, json TEXT NOT NULL)")
    if records:
        made.execute("INSERT INTO dataset VALUES ('teaching', ?)", (json.dumps(records),))
    return made


def test_a_note_with_all_that_it_can_say() -> None:
    record = {
        "id": "mri#yield", "ask": ["Where?"], "say": ["Here.", "There."], "misunderstood": ["Not so."],
        "facts": ["f-1", "f-2"],
    }  # fmt: skip

    assert teaching_notes(connection(record)) == (
        TeachingNote(
            place=TopicAddress(TopicId("mri"), SectionId("yield")),
            ask=("Where?",),
            say=("Here.", "There."),
            misunderstood=("Not so.",),
            facts=(FactId("f-1"), FactId("f-2")),
        ),
    )


def test_what_a_note_lacks_is_empty() -> None:
    [note] = teaching_notes(connection({"id": "mri#yield"}))

    assert (note.ask, note.say, note.misunderstood, note.facts) == ((), (), (), ())


def test_a_pack_from_before_there_were_notes_has_none() -> None:
    assert teaching_notes(connection()) == ()
