"""Tests of `crmo_desktop.services.sessions`."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import (
    FileNotReadError,
    NotSessionError,
    SessionPartError,
    SessionTooLargeError,
    SessionTooNewError,
    UserError,
)
from crmo_desktop.domain.session import Part, PartKind, Rehearsal, Session
from crmo_desktop.services.sessions import LARGEST, Sessions, session_in
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.sessions import SessionRepository

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
PARTS = (Part(kind=PartKind.TOPIC, target="mri", title="MRI", minutes=5),)
FAMILIES = Audience.PATIENT


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def no_trouble() -> UserError | None:
    return None


def sessions_in(notebook: Notebook, clock: Clock) -> Sessions:
    return Sessions(SessionRepository(notebook), now=clock, edition="2026-11-23", trouble=no_trouble)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(notebook: Notebook, clock: Clock) -> Sessions:
    return sessions_in(notebook, clock)


def names(sessions: Sessions) -> list[str]:
    return [session.name for session in sessions.all()]


def rehearsal(session: Session, seconds: float = 60) -> Rehearsal:
    return Rehearsal(session=session.uid, titles=("MRI",), seconds=(seconds,), began=NOON)


def test_a_session_begins_kept(sessions: Sessions) -> None:
    begun = sessions.begin("  Family \n evening ", FAMILIES, PARTS, from_agenda="families-session-45")

    assert begun.name == "Family evening"
    assert (begun.edition, begun.from_agenda, begun.parts) == ("2026-11-23", "families-session-45", PARTS)
    assert sessions.all() == (begun,)
    assert sessions.get(begun.uid) == begun
    assert sessions.trouble() is None


def test_a_second_one_of_the_same_name_has_a_number(sessions: Sessions) -> None:
    sessions.begin("Evening", FAMILIES)
    sessions.begin("evening", FAMILIES)
    sessions.begin("Evening", FAMILIES)
    long = sessions.begin("e" * 90, FAMILIES)

    assert names(sessions) == ["e" * 80, "Evening", "evening (2)", "Evening (3)"]
    assert sessions.begin(long.name, FAMILIES).name == "e" * 76 + " (2)"


def test_each_change_is_kept_with_its_time(sessions: Sessions, clock: Clock) -> None:
    begun = sessions.begin("Evening", FAMILIES)
    clock.now += timedelta(minutes=1)

    assert sessions.keep(replace(begun, parts=PARTS))

    assert sessions.get(begun.uid) == replace(begun, parts=PARTS, changed=clock.now)


def test_it_can_be_renamed_but_not_like_another(sessions: Sessions) -> None:
    one, other = sessions.begin("Evening", FAMILIES), sessions.begin("Class", FAMILIES)

    assert sessions.rename(one.uid, " Our  evening ")
    assert not sessions.rename(other.uid, "our evening")
    assert not sessions.rename("gone", "Anything")

    assert names(sessions) == ["Class", "Our evening"]


@pytest.mark.parametrize("name", ["", "  \n"])
def test_a_session_has_a_name(sessions: Sessions, name: str) -> None:
    begun = sessions.begin("Evening", FAMILIES)

    with pytest.raises(ValueError, match="no name"):
        sessions.begin(name, FAMILIES)
    with pytest.raises(ValueError, match="no name"):
        sessions.rename(begun.uid, name)


def test_a_copy_is_another_session_without_rehearsals(sessions: Sessions) -> None:
    begun = sessions.begin("Evening", FAMILIES, PARTS)
    sessions.keep_rehearsal(rehearsal(begun))

    copied = sessions.copy(begun.uid)

    assert copied is not None
    assert (copied.name, copied.parts) == ("Evening (2)", PARTS)
    assert copied.uid != begun.uid
    assert sessions.rehearsals(copied.uid) == ()
    assert sessions.copy("gone") is None


def test_what_was_deleted_can_be_had_back_with_its_rehearsals(sessions: Sessions) -> None:
    begun = sessions.begin("Evening", FAMILIES, PARTS)
    first, second = rehearsal(begun), rehearsal(begun, 50)
    sessions.keep_rehearsal(first)
    sessions.keep_rehearsal(second)

    deleted = sessions.delete(begun.uid)
    assert sessions.all() == ()
    assert sessions.delete(begun.uid) is None
    sessions.begin("Evening", FAMILIES)

    assert deleted is not None
    assert sessions.restore(deleted) == replace(begun, name="Evening (2)")
    assert sessions.rehearsals(begun.uid) == (second, first)


# --- files


def test_a_file_brings_the_session_to_another_computer(
    sessions: Sessions, clock: Clock, tmp_path: Path
) -> None:
    begun = sessions.begin("Evening", FAMILIES, PARTS)
    path = tmp_path / "evening.crmo-session"
    sessions.save_file(begun, path)
    theirs = sessions_in(Notebook(None), clock)
    theirs.begin("Evening", FAMILIES)

    taken = theirs.take_in(path)

    assert taken.is_new
    assert taken.session == replace(begun, name="Evening (2)")
    assert theirs.get(begun.uid) == taken.session
    again = theirs.take_in(path)
    assert not again.is_new
    assert again.session == taken.session


def test_one_that_is_another_by_now_stays_beside_it(sessions: Sessions, tmp_path: Path) -> None:
    begun = sessions.begin("Evening", FAMILIES, PARTS)
    path = tmp_path / "evening.crmo-session"
    sessions.save_file(begun, path)
    sessions.keep(replace(begun, parts=()))

    taken = sessions.take_in(path)

    assert taken.is_new
    assert taken.session.uid != begun.uid
    assert taken.session.parts == PARTS
    assert names(sessions) == ["Evening", "Evening (2)"]


def test_a_mark_that_editors_put_before_it_is_no_matter(sessions: Sessions, tmp_path: Path) -> None:
    begun = sessions.begin("Evening", FAMILIES, PARTS)
    path = tmp_path / "evening.crmo-session"
    sessions.save_file(begun, path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert session_in(path, read=NOON) == begun


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotSessionError),
        (b"\xff\xfe", NotSessionError),
        (b"{}", NotSessionError),
        (b" " * (LARGEST * 1_000_000 + 1), SessionTooLargeError),
    ],
    ids=["empty", "no text", "something else", "too large"],
)
def test_what_is_no_session_is_told_and_changes_nothing(
    sessions: Sessions, tmp_path: Path, data: bytes, error: type[UserError]
) -> None:
    path = tmp_path / "evening.crmo-session"
    path.write_bytes(data)

    with pytest.raises(error, match=r"evening\.crmo-session"):
        sessions.take_in(path)

    assert sessions.all() == ()


def test_a_later_format_and_a_part_that_cannot_be_read_are_told(sessions: Sessions, tmp_path: Path) -> None:
    path = tmp_path / "evening.crmo-session"
    sessions.save_file(sessions.begin("Evening", FAMILIES, PARTS), path)
    file = json.loads(path.read_text(encoding="utf-8"))

    path.write_text(json.dumps(file | {"version": 7}), encoding="utf-8")
    with pytest.raises(SessionTooNewError, match="newer version"):
        sessions.take_in(path)
    path.write_text(json.dumps(file | {"parts": [{"kind": "film"}]}), encoding="utf-8")
    with pytest.raises(SessionPartError, match="Part 1 of the session"):
        sessions.take_in(path)


def test_a_file_that_is_not_there_is_told(
    sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileNotReadError):
        sessions.take_in(tmp_path / "gone.crmo-session")
    with pytest.raises(FileNotReadError):
        sessions.take_in(tmp_path)
    path = tmp_path / "mine.crmo-session"
    sessions.save_file(sessions.begin("Evening", FAMILIES), path)

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileNotReadError):
        sessions.take_in(path)


def test_a_place_that_cannot_be_written_to_is_told(sessions: Sessions, tmp_path: Path) -> None:
    begun = sessions.begin("Evening", FAMILIES)

    with pytest.raises(UserError):
        sessions.save_file(begun, tmp_path / "no folder" / "evening.crmo-session")
