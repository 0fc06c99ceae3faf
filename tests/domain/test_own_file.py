"""What a reader has made, read from a file that anybody may have written."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_file import (
    FORMAT,
    Asked,
    Finished,
    ImportReport,
    NoOwnFileError,
    OwnContent,
    Read,
    SavedHandout,
    SavedPoll,
    SavedRehearsal,
    SavedRound,
    SavedSession,
    SavedSlideNote,
    read_own_file,
)
from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Kind, Quote, Spot, Thing, ThingId

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
WHEN = "2026-11-26T12:00:00+00:00"
NOTE: dict[str, Any] = {
    "uid": "n",
    "kind": "note",
    "page": "crmo://topic/mri",
    "audience": "patient",
    "made": WHEN,
    "changed": WHEN,
}
HIGHLIGHT = NOTE | {
    "uid": "h",
    "kind": "highlight",
    "section": "in-short",
    "title": "MRI scan",
    "section_title": "In short",
    "folder": "f",
    "colour": "pink",
    "quote": {"exact": "A picture", "suffix": " of bones"},
    "words": "why?",
    "edition": "2026-11-23",
}
NOTHING = OwnContent(
    folders=(), things=(), finished=(), questions=(), handouts=(), visits=(), searches=(), unread=0
)


def written(**lists: Any) -> str:
    return json.dumps({"format": FORMAT, "version": 1, **lists})


def test_a_file_may_hold_nothing() -> None:
    assert read_own_file(written()) == NOTHING


def test_everything_is_read() -> None:
    content = read_own_file(
        written(
            folders=[{"uid": "f", "name": "  For   school "}, {"uid": "g", "name": "x" * 200}],
            things=[HIGHLIGHT, NOTE],
            finished=[{"topic": "mri", "when": "2026-11-26T13:00:00+01:00"}],
            questions=[{"words": "why?", "audience": "clinician", "when": WHEN}],
            handouts=[
                {"uid": "1", "name": "One", "body": {"a": ["ü"]}, "changed": WHEN},
                {"uid": "2", "name": "Two", "body": "text", "changed": WHEN},
            ],
            visits=[{"address": "crmo://topic/mri", "title": "MRI", "audience": "patient", "when": WHEN}],
            searches=["limping"],
            drawings=["of a later version"],
        )
    )

    spot = Spot(
        page="crmo://topic/mri",
        section="in-short",
        audience=Audience.PATIENT,
        title="MRI scan",
        section_title="In short",
    )
    highlight = Thing(
        id=ThingId(0),
        uid="h",
        kind=Kind.HIGHLIGHT,
        spot=spot,
        folder=FolderId(1),
        colour=Colour.PINK,
        quote=Quote(exact="A picture", suffix=" of bones"),
        words="why?",
        edition="2026-11-23",
        made=NOON,
        changed=NOON,
    )
    note = Thing(
        id=ThingId(0),
        uid="n",
        kind=Kind.NOTE,
        spot=Spot(page="crmo://topic/mri", audience=Audience.PATIENT, title=""),
        folder=None,
        colour=None,
        quote=None,
        words="",
        edition="",
        made=NOON,
        changed=NOON,
    )
    assert content == OwnContent(
        folders=(
            Folder(id=FolderId(1), uid="f", name="For school"),
            Folder(id=FolderId(2), uid="g", name="x" * 80),
        ),
        things=(highlight, note),
        finished=(Finished("mri", NOON),),
        questions=(Asked("why?", Audience.CLINICIAN, NOON),),
        handouts=(SavedHandout("1", "One", '{"a": ["ü"]}', NOON), SavedHandout("2", "Two", "text", NOON)),
        visits=(Read("crmo://topic/mri", "MRI", Audience.PATIENT, NOON),),
        searches=("limping",),
        unread=0,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear diary,",
        "null",
        "[]",
        "{}",
        written()[:-1],
        written(things={}),
        written(folders="none"),
        written(visits=None),
        json.dumps({"format": "something else", "version": 1}),
        json.dumps({"format": FORMAT}),
        *(json.dumps({"format": FORMAT, "version": version}) for version in (0, -1, True, "1", 1.0, None)),
        "[" * 100_000,
        '{"format": ' + "1" * 5000 + "}",
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_file_of_ours_is_told(text: str) -> None:
    with pytest.raises(NoOwnFileError) as caught:
        read_own_file(text)
    assert caught.value.version is None


def test_a_newer_version_is_told_by_its_number() -> None:
    with pytest.raises(NoOwnFileError) as caught:
        read_own_file(json.dumps({"format": FORMAT, "version": 2, "things": "another way"}))
    assert caught.value.version == 2


ODD_NOTES: list[dict[str, Any]] = [
    {"uid": ""}, {"uid": 7}, {"uid": "x" * 101}, {"kind": "drawing"}, {"page": "https://example.org"},
    {"page": None}, {"audience": "nobody"}, {"made": "noon"}, {"changed": 5}, {"words": None},
    {"words": "\ud800"}, {"section": 3}, {"title": ["MRI"]}, {"folder": 1}, {"edition": 2026},
]  # fmt: skip
ODD_HIGHLIGHTS: list[dict[str, Any]] = [
    {"colour": "red"}, {"colour": 1}, {"colour": []}, {"quote": None}, {"quote": {"exact": " "}},
    {"quote": {}}, {"quote": "A picture"}, {"quote": {"exact": "a", "prefix": 1}},
]  # fmt: skip
NEEDED = ["uid", "kind", "page", "audience", "colour", "quote", "made", "changed"]
NO_ENTRIES: list[Any] = [None, "a", 7, []]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        *(("things", NOTE | change) for change in ODD_NOTES),
        *(("things", HIGHLIGHT | change) for change in ODD_HIGHLIGHTS),
        *(("things", {key: value for key, value in HIGHLIGHT.items() if key != one}) for one in NEEDED),
        *(("things", odd) for odd in NO_ENTRIES),
        ("folders", {"uid": "f", "name": " "}),
        ("folders", {"uid": "f"}),
        ("finished", {"topic": "", "when": WHEN}),
        ("finished", {"topic": "mri", "when": ""}),
        ("questions", {"words": "", "audience": "patient", "when": WHEN}),
        ("questions", {"words": "a", "audience": "", "when": WHEN}),
        ("handouts", {"uid": "1", "name": "", "body": {}, "changed": WHEN}),
        ("handouts", {"uid": "1", "name": "One", "changed": WHEN}),
        ("handouts", {"uid": "1", "name": "One", "body": "\udcff", "changed": WHEN}),
        ("handouts", {"uid": "1", "name": "One", "body": {"a": "\udcff"}, "changed": WHEN}),
        ("visits", {"address": "file:///", "title": "", "audience": "patient", "when": WHEN}),
        ("searches", ""),
        ("searches", 7),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_counted_and_the_others_are_read(name: str, entry: object) -> None:
    lists: dict[str, list[object]] = {"things": [NOTE], "searches": ["limping"]}
    lists[name] = [entry, *lists.get(name, [])]

    content = read_own_file(written(**lists))

    assert content.unread == 1
    assert [thing.uid for thing in content.things] == ["n"]
    assert content.searches == ("limping",)


def test_a_thing_whose_folder_is_not_there_lies_in_none() -> None:
    (thing,) = read_own_file(written(things=[HIGHLIGHT])).things

    assert thing.folder is None


def test_a_folder_that_stands_there_twice_is_one() -> None:
    folders = [{"uid": "f", "name": "one"}, {"uid": "g", "name": "two"}, {"uid": "f", "name": "three"}]

    assert [folder.id for folder in read_own_file(written(folders=folders)).folders] == [1, 2, 1]


def test_a_report_counts_what_is_new() -> None:
    report = ImportReport(
        added=1, updated=2, already_here=100, newer_here=100, folders=4, finished=8, questions=16,
        handouts=32, visits=64, searches=128, unread=100,
    )  # fmt: skip

    assert report.changed == 255


def test_what_belongs_to_teaching_is_read() -> None:
    body = {"body": {"a": 1}, "uid": "u"}
    content = read_own_file(
        written(
            sessions=[{**body, "name": "Evening", "changed": WHEN}, {"uid": "u"}],
            rehearsals=[{**body, "session": "u", "when": WHEN}],
            slide_notes=[{"place": "topic/mri", "audience": "patient", "words": "Wait", "changed": WHEN}],
            polls=[{**body, "question": "q-no-germ", "when": WHEN}],
            quiz_rounds=[{**body, "body": "[]", "changed": WHEN}],
        )
    )

    assert content.unread == 1
    assert content.sessions == (SavedSession("u", "Evening", '{"a": 1}', NOON),)
    assert content.rehearsals == (SavedRehearsal("u", "u", '{"a": 1}', NOON),)
    assert content.slide_notes == (SavedSlideNote("topic/mri", Audience.PATIENT, "Wait", NOON),)
    assert content.polls == (SavedPoll("u", "", "q-no-germ", '{"a": 1}', NOON),)
    assert content.quiz_rounds == (SavedRound("u", "[]", NOON),)
