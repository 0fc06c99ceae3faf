"""What belongs to teaching, given out and brought together: sessions, notes on slides, answers, the quiz."""

from typing import Final

from crmo_desktop.domain.own_file import OwnContent, SavedSession
from crmo_desktop.domain.times import stamp
from crmo_desktop.store.database import Notebook, Statement
from crmo_desktop.store.exchange_outcome import TAKEN, folded, free_name, outcome_of

# What is given out: names as in docs/notes-file.md, with what they are in the file.
QUERIES: Final = {
    "sessions": "SELECT uid, name, body, changed_at AS changed FROM session ORDER BY id",
    "rehearsals": 'SELECT uid, session, body, began_at AS "when" FROM rehearsal ORDER BY id',
    "slide_notes": """SELECT place, audience, words, changed_at AS changed FROM slide_note
        ORDER BY place, audience""",
    "polls": 'SELECT uid, session, question, body, held_at AS "when" FROM poll ORDER BY id',
    "quiz_rounds": "SELECT uid, body, changed_at AS changed FROM quiz_round ORDER BY id",
}

_PUT_SESSION: Final = """INSERT INTO session (uid, name, body, changed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET name = excluded.name, body = excluded.body,
        changed_at = excluded.changed_at
    WHERE excluded.changed_at > changed_at"""
_ADD_REHEARSAL: Final = "INSERT OR IGNORE INTO rehearsal (uid, session, body, began_at) VALUES (?, ?, ?, ?)"
_PUT_NOTE: Final = """INSERT INTO slide_note (place, audience, words, changed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (place, audience) DO UPDATE SET words = excluded.words, changed_at = excluded.changed_at
    WHERE excluded.changed_at > changed_at"""
_ADD_POLL: Final = "INSERT OR IGNORE INTO poll (uid, session, question, body, held_at) VALUES (?, ?, ?, ?, ?)"
_PUT_ROUND: Final = """INSERT INTO quiz_round (uid, body, changed_at) VALUES (?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at
    WHERE excluded.changed_at > changed_at"""


class SessionMerging:
    """Finds out what an import does to what belongs to teaching.

    Attributes:
        statements: do it.
        counts: how much was not here, or had been changed later in the file, by the names of the report.
    """

    def __init__(self, notebook: Notebook, content: OwnContent) -> None:
        self._notebook = notebook
        self.statements: list[Statement] = []
        rows = notebook.read("SELECT uid, changed_at, name FROM session")
        self._sessions = {uid: (changed, name) for uid, changed, name in rows}
        self.counts = {
            "sessions": sum(map(self._session, content.sessions)),
            "rehearsals": self._rehearsals(content),
            "slide_notes": self._slide_notes(content),
            "polls": self._polls(content),
            "quiz_rounds": self._rounds(content),
        }

    def _session(self, session: SavedSession) -> bool:
        """Whether a session is added or updated."""
        here, changed = self._sessions, stamp(session.changed)
        before, _ = here.get(session.uid, (None, ""))
        if outcome_of(changed, before) not in TAKEN:
            return False
        others = {folded(name) for uid, (_, name) in here.items() if uid != session.uid}
        name = free_name(session.name, others)
        self.statements.append((_PUT_SESSION, (session.uid, name, session.body, changed)))
        here[session.uid] = changed, name
        return True

    def _rehearsals(self, content: OwnContent) -> int:
        here = {uid for (uid,) in self._notebook.read("SELECT uid FROM rehearsal")}
        new = {one.uid: one for one in content.rehearsals if one.uid not in here}
        self.statements += [
            (_ADD_REHEARSAL, (one.uid, one.session, one.body, stamp(one.when))) for one in new.values()
        ]
        return len(new)

    def _slide_notes(self, content: OwnContent) -> int:
        rows = self._notebook.read("SELECT place, audience, changed_at FROM slide_note")
        here: dict[tuple[str, str], str] = {(place, audience): changed for place, audience, changed in rows}
        taken = set()
        for note in content.slide_notes:
            key, changed = (note.place, note.audience.value), stamp(note.changed)
            if outcome_of(changed, here.get(key)) in TAKEN:
                self.statements.append((_PUT_NOTE, (*key, note.words, changed)))
                here[key] = changed
                taken.add(key)
        return len(taken)

    def _polls(self, content: OwnContent) -> int:
        here = {uid for (uid,) in self._notebook.read("SELECT uid FROM poll")}
        new = {one.uid: one for one in content.polls if one.uid not in here}
        self.statements += [
            (_ADD_POLL, (one.uid, one.session, one.question, one.body, stamp(one.when)))
            for one in new.values()
        ]
        return len(new)

    def _rounds(self, content: OwnContent) -> int:
        here = dict(self._notebook.read("SELECT uid, changed_at FROM quiz_round"))
        taken = set()
        for one in content.quiz_rounds:
            changed = stamp(one.changed)
            if outcome_of(changed, here.get(one.uid)) in TAKEN:
                self.statements.append((_PUT_ROUND, (one.uid, one.body, changed)))
                here[one.uid] = changed
                taken.add(one.uid)
        return len(taken)
