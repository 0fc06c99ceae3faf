"""Tests of `crmo_desktop.domain.session_json`."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind, Rehearsal, Session
from crmo_desktop.domain.session_json import (
    FORMAT,
    MOST_PARTS,
    NoSessionFileError,
    read_session_file,
    rehearsal_from_json,
    rehearsal_to_json,
    session_file,
    session_from_json,
    session_to_json,
)

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
SESSION = Session(
    uid="1",
    name="Evening",
    audience=Audience.PATIENT,
    parts=(
        Part(kind=PartKind.TOPIC, target="mri", title="MRI scan", minutes=5),
        Part(kind=PartKind.CASE, target="case-studies#girl-who-limps", minutes=7.5, note="Stop here"),
        Part(kind=PartKind.OWN, title="A break", words=("Tea", "next door")),
    ),
    changed=NOON,
    edition="2026-11-23",
    from_agenda="families-session-20",
)
REHEARSAL = Rehearsal(
    session="1", titles=("MRI scan", "A break"), seconds=(310.1, 20), began=NOON, is_rehearsal=False
)


def text_of(session: Session = SESSION) -> str:
    return session_file(session, program="1.0", exported="2026-11-26T12:00:00+00:00")


def changed(**values: Any) -> str:
    file = json.loads(text_of()) | values
    return json.dumps({name: value for name, value in file.items() if value is not ...})


def test_a_session_comes_back_as_it_was() -> None:
    plain = json.loads(json.dumps(session_to_json(SESSION)))

    assert session_from_json(plain, uid="1", name="Evening", changed=NOON) == SESSION


def test_what_is_empty_is_left_away() -> None:
    bare = Session(uid="1", name="Evening", audience=Audience.CLINICIAN, parts=(), changed=NOON)

    assert session_to_json(bare) == {"audience": "clinician", "parts": []}
    assert session_from_json(session_to_json(bare), uid="1", name="Evening", changed=NOON) == bare


def test_a_file_is_read_back_and_can_be_read_by_people() -> None:
    text = text_of()

    assert read_session_file(text, read=NOON) == SESSION
    assert '"name": "Evening"' in text
    assert '"title": "MRI scan"' in text
    assert FORMAT in text
    assert read_session_file(changed(later_field=1), read=NOON) == SESSION


def test_a_name_is_one_line_and_not_too_long() -> None:
    found = read_session_file(changed(name=" An\n" + "e" * 100), read=NOON)

    assert found.name == ("An " + "e" * 100)[:80]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "[]",
        "{}",
        changed(format="crmo-desktop-own-things"),
        changed(version="1"),
        changed(version=True),
        changed(version=0),
        changed(uid=...),
        changed(uid=" "),
        changed(uid="u" * 101),
        changed(uid="\ud800"),
        changed(name=...),
        changed(name=3),
        changed(name=" "),
        changed(audience=...),
        changed(audience="teachers"),
        changed(edition=3),
        changed(parts=...),
        changed(parts={}),
        changed(parts=[{"kind": "own"}] * (MOST_PARTS + 1)),
    ],
    ids=str,
)
def test_what_is_no_session_is_told(text: str) -> None:
    with pytest.raises(NoSessionFileError) as told:
        read_session_file(text, read=NOON)

    assert (told.value.version, told.value.part) == (None, 0)


def test_a_later_format_is_told() -> None:
    with pytest.raises(NoSessionFileError) as told:
        read_session_file(changed(version=2), read=NOON)

    assert told.value.version == 2


@pytest.mark.parametrize(
    "part",
    [
        None,
        "mri",
        {},
        {"kind": "film", "target": "mri"},
        {"kind": "topic"},
        {"kind": "own", "target": "mri"},
        {"kind": "topic", "target": 3},
        {"kind": "topic", "target": "mri", "title": 3},
        {"kind": "topic", "target": "mri", "note": ["a"]},
        {"kind": "own", "words": 3},
        {"kind": "own", "words": [3]},
        *(
            {"kind": "topic", "target": "mri", "minutes": minutes}
            for minutes in (0, -1, 1441, True, "5", float("nan"), float("inf"))
        ),
    ],
    ids=str,
)
def test_a_part_that_cannot_be_read_is_told_by_its_number(part: object) -> None:
    with pytest.raises(NoSessionFileError) as told:
        read_session_file(changed(parts=[{"kind": "own", "title": "Welcome"}, part]), read=NOON)

    assert told.value.part == 2


def test_what_is_no_object_is_no_session() -> None:
    with pytest.raises(NoSessionFileError):
        session_from_json([], uid="1", name="Evening", changed=NOON)


def test_a_rehearsal_comes_back_as_it_was() -> None:
    plain = json.loads(json.dumps(rehearsal_to_json(REHEARSAL)))

    assert rehearsal_from_json(plain, session="1", began=NOON) == REHEARSAL
    del plain["is_rehearsal"]
    assert rehearsal_from_json(plain, session="1", began=NOON) == replace(REHEARSAL, is_rehearsal=True)


@pytest.mark.parametrize(
    "plain",
    [
        [],
        {},
        {"titles": ["a"], "seconds": []},
        {"titles": ["a"], "seconds": [-1]},
        {"titles": ["a"], "seconds": ["1"]},
        {"titles": [1], "seconds": [1]},
    ],
    ids=str,
)
def test_what_is_no_rehearsal_is_told(plain: Any) -> None:
    with pytest.raises(ValueError, match="not a rehearsal"):
        rehearsal_from_json(plain, session="1", began=NOON)
