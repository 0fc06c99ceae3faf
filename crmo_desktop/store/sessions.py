"""Sessions and their rehearsals in the reader's file."""

import json
import uuid
from typing import Any, Final

from crmo_desktop.domain.session import Rehearsal, Session
from crmo_desktop.domain.session_json import (
    NoSessionFileError,
    rehearsal_from_json,
    rehearsal_to_json,
    session_from_json,
    session_to_json,
)
from crmo_desktop.domain.times import stamp, time_of
from crmo_desktop.store.database import Notebook

_ROWS: Final = "SELECT uid, name, body, changed_at FROM session"


class SessionRepository:
    """The reader's sessions; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def all(self) -> tuple[Session, ...]:
        """Every session by name; one that cannot be read is left out, and stays in the file."""
        rows = self._notebook.read(f"{_ROWS} ORDER BY name COLLATE NOCASE, id")
        return tuple(session for row in rows if (session := _session(row)) is not None)

    def get(self, uid: str) -> Session | None:
        """The session of this uid; None if it is there no longer, or cannot be read."""
        rows = self._notebook.read(f"{_ROWS} WHERE uid = ?", (uid,))
        return _session(rows[0]) if rows else None

    def put(self, session: Session) -> bool:
        """Keep `session` in place of the one of its uid; false, and nothing done, if its name is another's.

        Raises:
            ValueError: its time has no time zone.
        """
        body = json.dumps(session_to_json(session), ensure_ascii=False)
        values = (session.name, body, stamp(session.changed), session.uid)
        self._notebook.write(
            ("UPDATE OR IGNORE session SET name = ?, body = ?, changed_at = ? WHERE uid = ?", values),
            ("INSERT OR IGNORE INTO session (name, body, changed_at, uid) VALUES (?, ?, ?, ?)", values),
        )
        query = "SELECT 1 FROM session WHERE uid = ? AND name = ?"
        return bool(self._notebook.read(query, (session.uid, session.name)))

    def delete(self, uid: str) -> None:
        """Keep it no longer, nor its rehearsals."""
        self._notebook.write(
            ("DELETE FROM session WHERE uid = ?", (uid,)),
            ("DELETE FROM rehearsal WHERE session = ?", (uid,)),
        )

    # --- rehearsals

    def keep_rehearsals(self, *rehearsals: Rehearsal) -> None:
        """Keep them beside those there are.

        Raises:
            ValueError: a time has no time zone.
        """
        query = "INSERT INTO rehearsal (uid, session, body, began_at) VALUES (?, ?, ?, ?)"
        self._notebook.write(
            *(
                (
                    query,
                    (
                        str(uuid.uuid4()),
                        one.session,
                        json.dumps(rehearsal_to_json(one), ensure_ascii=False),
                        stamp(one.began),
                    ),
                )
                for one in rehearsals
            )
        )

    def rehearsals(self, session: str) -> tuple[Rehearsal, ...]:
        """Those of a session, the latest first; one that cannot be read is left out."""
        query = "SELECT session, body, began_at FROM rehearsal WHERE session = ? ORDER BY id DESC"
        rows = self._notebook.read(query, (session,))
        return tuple(found for row in rows if (found := _rehearsal(row)) is not None)


def _session(row: tuple[Any, ...]) -> Session | None:
    uid, name, text, changed = row
    try:
        return session_from_json(json.loads(text), uid=uid, name=name, changed=time_of(changed))
    except (NoSessionFileError, ValueError, TypeError):
        return None


def _rehearsal(row: tuple[Any, ...]) -> Rehearsal | None:
    session, text, began = row
    try:
        return rehearsal_from_json(json.loads(text), session=session, began=time_of(began))
    except (ValueError, TypeError):
        return None
