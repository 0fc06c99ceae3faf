"""Rounds of the quiz, in the reader's file."""

import json
from typing import Any, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import Given, Round
from crmo_desktop.domain.times import stamp, time_of
from crmo_desktop.store.database import Notebook

_ALL: Final = "SELECT uid, body, changed_at FROM quiz_round ORDER BY changed_at DESC, id DESC"
_GET: Final = "SELECT uid, body, changed_at FROM quiz_round WHERE uid = ?"
_PUT: Final = """INSERT INTO quiz_round (uid, body, changed_at) VALUES (?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at"""


class QuizRepository:
    """The reader's rounds of the quiz; borrows an open notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def all(self) -> tuple[Round, ...]:
        """Every round, the latest changed first; one that cannot be read is left out, and stays there."""
        return tuple(found for row in self._notebook.read(_ALL) if (found := _round(row)) is not None)

    def get(self, uid: str) -> Round | None:
        """The round of this uid; None if it is there no longer, or cannot be read."""
        rows = self._notebook.read(_GET, (uid,))
        return _round(rows[0]) if rows else None

    def put(self, *rounds: Round) -> None:
        """Keep these, each in place of the one of its uid.

        Raises:
            ValueError: a time has no time zone.
        """
        self._notebook.write(*((_PUT, (each.uid, _body(each), stamp(each.changed))) for each in rounds))

    def delete(self, uids: tuple[str, ...]) -> None:
        """Keep these no longer."""
        self._notebook.write(*(("DELETE FROM quiz_round WHERE uid = ?", (uid,)) for uid in uids))


def _body(taken: Round) -> str:
    body = {
        "questions": taken.questions,
        "audience": taken.audience,
        "chapter": taken.chapter,
        "edition": taken.edition,
        "given": [
            {"question": one.question, "chosen": one.chosen, "right": one.is_right, "at": stamp(one.at)}
            for one in taken.given
        ],
    }
    return json.dumps(body, ensure_ascii=False)


def _round(row: tuple[Any, ...]) -> Round | None:
    uid, text, changed = row
    try:
        body = json.loads(text)
        return Round(
            uid=uid,
            questions=tuple(str(id) for id in body["questions"]),
            audience=Audience(body["audience"]),
            chapter=str(body.get("chapter", "")),
            edition=str(body.get("edition", "")),
            given=tuple(_given(one) for one in body["given"]),
            changed=time_of(changed),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _given(record: dict[str, Any]) -> Given:
    return Given(
        question=str(record["question"]),
        chosen=tuple(int(place) for place in record["chosen"]),
        is_right=record["right"] is True,
        at=time_of(record["at"]),
    )
