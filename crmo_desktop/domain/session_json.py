"""Sessions and rehearsals as JSON and back: in the reader's file, and in files to be taken along."""

import json
from datetime import datetime
from math import isfinite
from typing import Any, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import LONGEST_NAME, Part, PartKind, Rehearsal, Session

FORMAT: Final = "crmo-desktop-session"
VERSION: Final = 1
ENDING: Final = ".crmo-session"
MOST_PARTS: Final = 500
MOST_MINUTES: Final = 24 * 60  # of one part


class NoSessionFileError(Exception):
    """The file is none of ours, damaged, or of a version that is not known yet.

    Attributes:
        version: the one it has, if that is too new; else None.
        part: the number of the part that cannot be read, from 1; 0 where it is the whole.
    """

    def __init__(self, *, version: int | None = None, part: int = 0) -> None:
        super().__init__(version, part)
        self.version, self.part = version, part


# --- a body, as it lies in the reader's file


def session_to_json(session: Session) -> dict[str, Any]:
    """Of `session` what has no column of its own; what is empty is left away."""
    body = {
        "audience": session.audience.value,
        "edition": session.edition,
        "from_agenda": session.from_agenda,
        "parts": [_part_to_json(part) for part in session.parts],
    }
    return {name: value for name, value in body.items() if value != ""}


def session_from_json(body: Any, *, uid: str, name: str, changed: datetime) -> Session:
    """The session that `session_to_json` wrote.

    Raises:
        NoSessionFileError: it is none; tells which part cannot be read.
    """
    try:
        audience = Audience(_text(body["audience"]))
        edition, agenda = _text(body.get("edition", "")), _text(body.get("from_agenda", ""))
        parts = body["parts"]
        if not isinstance(parts, list) or len(parts) > MOST_PARTS:
            raise NoSessionFileError
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoSessionFileError from error
    return Session(
        uid=uid,
        name=name,
        audience=audience,
        parts=tuple(_numbered_part(number, part) for number, part in enumerate(parts, start=1)),
        changed=changed,
        edition=edition,
        from_agenda=agenda,
    )


def rehearsal_to_json(rehearsal: Rehearsal) -> dict[str, Any]:
    """Of `rehearsal` what has no column of its own."""
    return {
        "titles": list(rehearsal.titles),
        "seconds": [round(seconds, 1) for seconds in rehearsal.seconds],
        "is_rehearsal": rehearsal.is_rehearsal,
    }


def rehearsal_from_json(body: Any, *, session: str, began: datetime) -> Rehearsal:
    """The rehearsal that `rehearsal_to_json` wrote.

    Raises:
        ValueError: it is none.
    """
    try:
        titles = tuple(_text(title) for title in body["titles"])
        seconds = tuple(_number(second) for second in body["seconds"])
        is_rehearsal = bool(body.get("is_rehearsal", True))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not a rehearsal: {error}") from error
    if len(titles) != len(seconds) or any(second < 0 for second in seconds):
        raise ValueError("not a rehearsal: titles and seconds do not go together")
    return Rehearsal(session=session, titles=titles, seconds=seconds, began=began, is_rehearsal=is_rehearsal)


# --- a file to be taken along


def session_file(session: Session, *, program: str, exported: str) -> str:
    """The text of a file with `session`, readable to people.

    Args:
        session: what is in it.
        program: the version that writes it.
        exported: the time of writing.
    """
    file = {
        "format": FORMAT,
        "version": VERSION,
        "program": program,
        "exported": exported,
        "uid": session.uid,
        "name": session.name,
        **session_to_json(session),
    }
    return json.dumps(file, ensure_ascii=False, indent=2) + "\n"


def read_session_file(text: str, *, read: datetime) -> Session:
    """The session that stands in a file, as changed at `read`.

    Raises:
        NoSessionFileError: the file is none of ours, damaged, or too new.
    """
    try:
        file = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoSessionFileError from error
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise NoSessionFileError
    version = file.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NoSessionFileError
    if version > VERSION:
        raise NoSessionFileError(version=version)
    try:
        uid, name = _text(file["uid"]).strip(), " ".join(_text(file["name"]).split())
    except (KeyError, TypeError, ValueError) as error:
        raise NoSessionFileError from error
    if not uid or len(uid) > 100 or not name:
        raise NoSessionFileError
    return session_from_json(file, uid=uid, name=name[:LONGEST_NAME], changed=read)


# --- parts


def _part_to_json(part: Part) -> dict[str, Any]:
    plain = {
        "kind": part.kind.value,
        "target": part.target,
        "title": part.title,
        "words": list(part.words),
        "minutes": part.minutes,
        "note": part.note,
    }
    return {name: value for name, value in plain.items() if value not in ("", None, [])}


def _numbered_part(number: int, plain: Any) -> Part:
    try:
        return _part_from_json(plain)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoSessionFileError(part=number) from error


def _part_from_json(plain: Any) -> Part:
    kind, target = PartKind(_text(plain["kind"])), _text(plain.get("target", ""))
    if bool(target) is (kind is PartKind.OWN):
        raise ValueError(f"own words show nothing, all else shows something: {target!r}")
    minutes = plain.get("minutes")
    if minutes is not None and not 0 < _number(minutes) <= MOST_MINUTES:
        raise ValueError(f"no minutes: {minutes}")
    return Part(
        kind=kind,
        target=target,
        title=_text(plain.get("title", "")),
        words=tuple(_text(line) for line in plain.get("words", ())),
        minutes=None if minutes is None else float(minutes),
        note=_text(plain.get("note", "")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    value.encode()  # half a pair of UTF-16, which JSON can hold and no file can, is a ValueError
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise TypeError(f"no number: {value!r}")
    return float(value)
