"""Handouts, and what is being put together, in the reader's file."""

import json
from datetime import UTC, datetime
from typing import Any, Final

from crmo_desktop.domain.handout import DRAFT, Handout
from crmo_desktop.domain.publication_json import publication_from_json, publication_to_json
from crmo_desktop.store.database import Notebook

_GET: Final = "SELECT uid, name, body, changed_at FROM handout WHERE uid = ?"
_BY_NAME: Final = "SELECT uid, name, body, changed_at FROM handout ORDER BY name COLLATE NOCASE"
_LATEST: Final = "SELECT uid, name, body, changed_at FROM handout ORDER BY changed_at DESC, id DESC"


class HandoutRepository:
    """The reader's handouts; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def all(self) -> tuple[Handout, ...]:
        """Every saved handout by name; one that cannot be read is left out, and stays in the file."""
        rows = self._notebook.read(_BY_NAME)
        return tuple(
            handout for row in rows if not row[0].startswith(DRAFT) and (handout := _handout(row)) is not None
        )

    def drafts(self) -> tuple[Handout, ...]:
        """What was being put together and is not saved, the latest first."""
        rows = self._notebook.read(_LATEST)
        return tuple(
            handout for row in rows if row[0].startswith(DRAFT) and (handout := _handout(row)) is not None
        )

    def get(self, uid: str) -> Handout | None:
        """The handout of this uid; None if it is there no longer, or cannot be read."""
        rows = self._notebook.read(_GET, (uid,))
        return _handout(rows[0]) if rows else None

    def put(self, handout: Handout) -> bool:
        """Keep `handout` in place of the one of its uid; false, and nothing done, if its name is another's.

        Raises:
            ValueError: its time has no time zone.
        """
        if handout.changed.tzinfo is None:
            raise ValueError(f"a time without its zone: {handout.changed}")
        name = handout.uid if handout.is_draft else handout.name  # drafts may all have none
        values = (name, _body(handout), handout.changed.astimezone(UTC).isoformat(), handout.uid)
        self._notebook.write(
            ("UPDATE OR IGNORE handout SET name = ?, body = ?, changed_at = ? WHERE uid = ?", values),
            (
                "INSERT OR IGNORE INTO handout (name, body, changed_at, uid) VALUES (?, ?, ?, ?)",
                values,
            ),
        )
        return bool(
            self._notebook.read("SELECT 1 FROM handout WHERE uid = ? AND name = ?", (handout.uid, name))
        )

    def delete(self, uid: str) -> None:
        """Keep it no longer."""
        self._notebook.write(("DELETE FROM handout WHERE uid = ?", (uid,)))


def _body(handout: Handout) -> str:
    body = {
        "publication": publication_to_json(handout.publication),
        "names": dict(handout.names),
        "name": handout.name,
        "of": handout.of,
    }
    return json.dumps(body, ensure_ascii=False)


def _handout(row: tuple[Any, ...]) -> Handout | None:
    uid, name, text, changed = row
    try:
        body = json.loads(text)
        return Handout(
            uid=uid,
            name=str(body["name"]) if uid.startswith(DRAFT) else name,
            publication=publication_from_json(body["publication"]),
            names={str(key): str(value) for key, value in body.get("names", {}).items()},
            of=str(body.get("of", "")),
            changed=datetime.fromisoformat(changed),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
