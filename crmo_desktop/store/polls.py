"""How rooms answered questions, in the reader's file."""

import json
from typing import Any, Final

from crmo_desktop.domain.quiz import Poll
from crmo_desktop.domain.times import stamp, time_of
from crmo_desktop.store.database import Notebook

_ALL: Final = "SELECT uid, session, question, body, held_at FROM poll ORDER BY held_at DESC, id DESC"
_PUT: Final = """INSERT INTO poll (uid, session, question, body, held_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET session = excluded.session, question = excluded.question,
        body = excluded.body, held_at = excluded.held_at"""


class PollRepository:
    """Answers of rooms; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def all(self) -> tuple[Poll, ...]:
        """Every poll, the latest held first; one that cannot be read is left out, and stays in the file."""
        rows = self._notebook.read(_ALL)
        return tuple(poll for row in rows if (poll := _poll(row)) is not None)

    def put(self, *polls: Poll) -> None:
        """Keep these, each in place of the one of its uid.

        Raises:
            ValueError: a time has no time zone.
        """
        self._notebook.write(*((_PUT, _values(poll)) for poll in polls))

    def delete(self, uids: tuple[str, ...]) -> None:
        """Keep these no longer."""
        self._notebook.write(*(("DELETE FROM poll WHERE uid = ?", (uid,)) for uid in uids))


def _values(poll: Poll) -> tuple[str, ...]:
    body = {
        "text": poll.text,
        "options": poll.options,
        "counts": poll.counts,
        "right": poll.right,
        "edition": poll.edition,
    }
    return poll.uid, poll.session, poll.question, json.dumps(body, ensure_ascii=False), stamp(poll.held)


def _poll(row: tuple[Any, ...]) -> Poll | None:
    uid, session, question, text, held = row
    try:
        body = json.loads(text)
        poll = Poll(
            uid=uid,
            session=session,
            question=question,
            text=str(body["text"]),
            options=tuple(str(option) for option in body["options"]),
            counts=tuple(int(count) for count in body["counts"]),
            right=int(body["right"]),
            edition=str(body.get("edition", "")),
            held=time_of(held),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    is_whole = len(poll.counts) == len(poll.options) and 0 <= poll.right < len(poll.options)
    return poll if is_whole else None
