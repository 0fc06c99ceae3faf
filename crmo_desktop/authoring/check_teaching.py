"""Checks of the notes for teaching: which section each is for, what it rests on, and its words."""

from collections.abc import Iterator
from typing import Final

from crmo_desktop.authoring.check_evidence import doses_in
from crmo_desktop.authoring.check_numbers import NumberCheck
from crmo_desktop.authoring.check_words import HIGHEST_GRADE, ReadingLevel, SeedText
from crmo_desktop.authoring.content_folder import TEACHING, ContentFolder
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.authoring.records import Record

_FILE: Final = f"{TEACHING}.json"
_PARTS: Final = ("ask", "say", "misunderstood")
_LONGEST: Final = 300  # characters: a glance while speaking


def check_teaching(
    folder: ContentFolder, numbers: NumberCheck, seed: SeedText, level: ReadingLevel
) -> Iterator[Problem]:
    """All that is wrong with the notes for teaching of `folder`."""
    for note in folder.datasets.get(TEACHING, []):
        id = str(note["id"])
        audience = _audience(folder, id)
        if audience is None:
            faults: tuple[str, ...] = ("there is no such section",)
        else:
            faults = (
                *_faults_of_form(note),
                *_faults_of_evidence(folder, note, audience, numbers),
                *_faults_of_words(note, audience, seed, level),
            )
        for fault in faults:
            yield Problem(folder.root / _FILE, folder.line_of(_FILE, id), f"notes on “{id}”: {fault}")


def _audience(folder: ContentFolder, id: str) -> str | None:
    """For whom the section is; None if there is none."""
    topic, _, name = id.partition("#")
    file = folder.topics.get(topic)
    sections = [] if file is None else file.sections()
    found = [section for section in sections if section.attributes.get("id") == name]
    return found[0].attributes.get("data-audience", "") if found else None


def _faults_of_form(note: Record) -> Iterator[str]:
    texts = _texts(note)
    if not texts:
        yield "they say nothing"
    for text in texts:
        if not text.strip():
            yield "one of them is empty"
        elif len(text) > _LONGEST:
            yield f"one is longer than {_LONGEST} characters: “{text[:30]}…”"
    for question in note["ask"]:
        if "?" not in question:
            yield f"it asks nothing: “{question[:30]}…”"


def _faults_of_evidence(
    folder: ContentFolder, note: Record, audience: str, numbers: NumberCheck
) -> Iterator[str]:
    if not note["facts"] and note.get("states") != "nothing":
        yield "they rest on no fact, and do not say that they state nothing"
    for id in note["facts"]:
        fact = folder.facts.get(id)
        if fact is None:
            yield f"fact “{id}” does not exist"
        elif fact["audience"] == "clinician" and audience != "clinician":
            yield f"fact “{id}” is for clinicians only"
    yield from numbers.unsupported(" ; ".join(_texts(note)), tuple(note["facts"]))


def _faults_of_words(note: Record, audience: str, seed: SeedText, level: ReadingLevel) -> Iterator[str]:
    yield from seed.copied(" ; ".join(_texts(note)))
    if audience == "clinician":
        return
    for dose in doses_in(" ; ".join(_texts(note))):
        yield f"a dose in notes on what families are shown: “{dose}”"
    grade = level.grade(*(Element("p", {}, 0, [text]) for text in _texts(note)))
    if grade is not None and grade > HIGHEST_GRADE:
        yield f"they read at grade {grade:.1f}; at most {HIGHEST_GRADE:.0f} is wanted"


def _texts(note: Record) -> list[str]:
    return [text for part in _PARTS for text in note[part]]
