"""What a reader has made, as a file that people and other programs can read (docs/notes-file.md)."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple, TypeVar

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import (
    LONGEST_NAME,
    Colour,
    Folder,
    FolderId,
    Kind,
    Quote,
    Spot,
    Thing,
    ThingId,
)
from crmo_desktop.domain.times import time_of

FORMAT: Final = "crmo-desktop-own-things"
VERSION: Final = 1
COLOURS: Final = {colour.value: colour.name.lower() for colour in Colour}  # as they stand in the file
_BY_NAME: Final = {name: Colour(number) for number, name in COLOURS.items()}
_LONGEST_UID: Final = 100  # characters
_Value = TypeVar("_Value")


class NoOwnFileError(Exception):
    """The file is none of ours, or of a version that is not known yet.

    Attributes:
        version: the one it has, if that is too new; else None.
    """

    def __init__(self, version: int | None = None) -> None:
        super().__init__(version)
        self.version = version


class Finished(NamedTuple):
    """A topic that the reader is done with."""

    topic: str
    when: datetime


class Asked(NamedTuple):
    """A question that is kept for the trainer."""

    words: str
    audience: Audience
    when: datetime


class SavedHandout(NamedTuple):
    """A handout; `body` is JSON."""

    uid: str
    name: str
    body: str
    changed: datetime


class SavedSession(NamedTuple):
    """A session; `body` is JSON."""

    uid: str
    name: str
    body: str
    changed: datetime


class SavedRehearsal(NamedTuple):
    """How long the parts of a session took; `session` is the uid of that, `body` is JSON."""

    uid: str
    session: str
    body: str
    when: datetime


class SavedSlideNote(NamedTuple):
    """The trainer's note on a slide; `place` is the key of what the slide shows."""

    place: str
    audience: Audience
    words: str
    changed: datetime


class SavedPoll(NamedTuple):
    """How a room answered a question; `session` is a name, `body` is JSON."""

    uid: str
    session: str
    question: str
    body: str
    when: datetime


class SavedRound(NamedTuple):
    """A round of the quiz; `body` is JSON."""

    uid: str
    body: str
    changed: datetime


class Read(NamedTuple):
    """A visit of a page."""

    address: str
    title: str
    audience: Audience
    when: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnContent:
    """What a file holds.

    Attributes:
        folders: with numbers of this file's own, from 1.
        things: the first made first; in those folders, and with no numbers themselves.
        searches: the last one first.
        visits: the latest first.
        unread: how many entries could not be read.
    """

    folders: tuple[Folder, ...]
    things: tuple[Thing, ...]
    finished: tuple[Finished, ...]
    questions: tuple[Asked, ...]
    handouts: tuple[SavedHandout, ...]
    visits: tuple[Read, ...]
    searches: tuple[str, ...]
    unread: int
    sessions: tuple[SavedSession, ...] = ()
    rehearsals: tuple[SavedRehearsal, ...] = ()
    slide_notes: tuple[SavedSlideNote, ...] = ()
    polls: tuple[SavedPoll, ...] = ()
    quiz_rounds: tuple[SavedRound, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did. Of what is not there as a number nothing was changed.

    Attributes:
        added: things that were not here.
        updated: things that had been changed later in the file, and are now as they are there.
        already_here: things that are the same here.
        newer_here: things that had been changed later here, and stayed as they are.
        folders, finished, questions, visits, searches, rehearsals, polls: how many were not here.
        handouts, sessions, slide_notes, quiz_rounds: how many were not here, or had been changed later in
            the file.
        unread: entries that could not be read.
    """

    added: int
    updated: int
    already_here: int
    newer_here: int
    folders: int
    finished: int
    questions: int
    handouts: int
    visits: int
    searches: int
    unread: int
    sessions: int = 0
    rehearsals: int = 0
    slide_notes: int = 0
    polls: int = 0
    quiz_rounds: int = 0

    @property
    def changed(self) -> int:
        """How much is here now that was not before."""
        return (
            self.added
            + self.updated
            + self.folders
            + self.finished
            + self.questions
            + self.handouts
            + self.visits
            + self.searches
            + self.sessions
            + self.rehearsals
            + self.slide_notes
            + self.polls
            + self.quiz_rounds
        )


def read_own_file(text: str) -> OwnContent:
    """What stands in a file.

    Raises:
        NoOwnFileError: it is none of ours.
    """
    try:
        file = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoOwnFileError from error
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise NoOwnFileError
    version = file.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NoOwnFileError
    if version > VERSION:
        raise NoOwnFileError(version)
    return _Reader(file).content()


class _Reader:
    """Reads the lists of a file and counts what it cannot read."""

    def __init__(self, file: dict[str, Any]) -> None:
        self._file = file
        self._unread = 0
        self._folders: dict[str, FolderId] = {}  # by uid

    def content(self) -> OwnContent:
        """All of it."""
        folders = self._list("folders", self._folder)
        things = self._list("things", self._thing)
        return OwnContent(
            folders=folders,
            things=things,
            finished=self._list("finished", _finished),
            questions=self._list("questions", _question),
            handouts=self._list("handouts", _handout),
            visits=self._list("visits", _visit),
            searches=self._list("searches", _search),
            sessions=self._list("sessions", _session),
            rehearsals=self._list("rehearsals", _rehearsal),
            slide_notes=self._list("slide_notes", _slide_note),
            polls=self._list("polls", _poll),
            quiz_rounds=self._list("quiz_rounds", _quiz_round),
            unread=self._unread,
        )

    def _list(self, name: str, read: Callable[[Any], _Value]) -> tuple[_Value, ...]:
        entries = self._file.get(name, [])
        if not isinstance(entries, list):
            raise NoOwnFileError
        found = []
        for entry in entries:
            try:
                found.append(read(entry))
            except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
                self._unread += 1
        return tuple(found)

    def _folder(self, entry: Any) -> Folder:
        uid, name = _uid(entry), " ".join(_text(entry["name"]).split())[:LONGEST_NAME]
        if not name:
            raise ValueError("a folder without a name")
        id = self._folders.setdefault(uid, FolderId(len(self._folders) + 1))
        return Folder(id=id, uid=uid, name=name)

    def _thing(self, entry: Any) -> Thing:
        kind = Kind(entry["kind"])
        is_highlight = kind is Kind.HIGHLIGHT
        folder = entry.get("folder")
        return Thing(
            id=ThingId(0),
            uid=_uid(entry),
            kind=kind,
            spot=_spot(entry),
            folder=None if folder is None else self._folders.get(_text(folder)),
            colour=_BY_NAME[entry["colour"]] if is_highlight else None,
            quote=_quote(entry["quote"]) if is_highlight else None,
            words=_text(entry.get("words", "")),
            edition=_text(entry.get("edition", "")),
            made=_time(entry["made"]),
            changed=_time(entry["changed"]),
        )


def _finished(entry: Any) -> Finished:
    return Finished(_filled(entry["topic"]), _time(entry["when"]))


def _question(entry: Any) -> Asked:
    return Asked(_filled(entry["words"]), Audience(entry["audience"]), _time(entry["when"]))


def _handout(entry: Any) -> SavedHandout:
    return SavedHandout(_uid(entry), _filled(entry["name"]), _body(entry), _time(entry["changed"]))


def _session(entry: Any) -> SavedSession:
    return SavedSession(_uid(entry), _filled(entry["name"]), _body(entry), _time(entry["changed"]))


def _rehearsal(entry: Any) -> SavedRehearsal:
    return SavedRehearsal(_uid(entry), _filled(entry["session"]), _body(entry), _time(entry["when"]))


def _slide_note(entry: Any) -> SavedSlideNote:
    place, audience = _filled(entry["place"]), Audience(entry["audience"])
    return SavedSlideNote(place, audience, _filled(entry["words"]), _time(entry["changed"]))


def _poll(entry: Any) -> SavedPoll:
    session, question = _text(entry.get("session", "")), _filled(entry["question"])
    return SavedPoll(_uid(entry), session, question, _body(entry), _time(entry["when"]))


def _quiz_round(entry: Any) -> SavedRound:
    return SavedRound(_uid(entry), _body(entry), _time(entry["changed"]))


def _body(entry: Any) -> str:
    body = entry["body"]
    return _text(body if isinstance(body, str) else json.dumps(body, ensure_ascii=False))


def _visit(entry: Any) -> Read:
    return Read(
        _address(entry["address"]),
        _text(entry.get("title", "")),
        Audience(entry["audience"]),
        _time(entry["when"]),
    )


def _search(entry: Any) -> str:
    return _filled(entry)


def _spot(entry: Any) -> Spot:
    section = entry.get("section")
    return Spot(
        page=_address(entry["page"]),
        section=None if section is None else _text(section),
        audience=Audience(entry["audience"]),
        title=_text(entry.get("title", "")),
        section_title=_text(entry.get("section_title", "")),
    )


def _quote(entry: Any) -> Quote:
    return Quote(
        exact=_filled(entry["exact"]),
        prefix=_text(entry.get("prefix", "")),
        suffix=_text(entry.get("suffix", "")),
    )


def _uid(entry: Any) -> str:
    uid = _filled(entry["uid"])
    if len(uid) > _LONGEST_UID:
        raise ValueError(f"no uid: {uid[:_LONGEST_UID]}")
    return uid


def _address(value: Any) -> str:
    address = _text(value)
    if not address.startswith("crmo://"):
        raise ValueError(f"no address: {address}")
    return address


def _filled(value: Any) -> str:
    text = _text(value)
    if not text.strip():
        raise ValueError("nothing in it")
    return text


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    value.encode()  # half a pair of UTF-16, which JSON can hold and no file can, is a ValueError
    return value


def _time(value: Any) -> datetime:
    return time_of(_text(value))
