"""Tests of `crmo_desktop.domain.publication_json`."""

import json
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import (
    Extract,
    OwnEntry,
    OwnList,
    OwnWords,
    PaperLook,
    PaperSize,
    Passage,
    Publication,
    TypeSize,
)
from crmo_desktop.domain.publication_json import publication_from_json, publication_to_json

MRI = TopicId("mri")
PUBLICATION = Publication(
    title="After the MRI",
    contents=(
        Extract(topic=MRI, audience=Audience.PATIENT, sections=(SectionId("when"),), is_checklist=True),
        Extract(topic=MRI, audience=Audience.CLINICIAN, chapter="Diagnosis"),
        Passage(topic=MRI, audience=Audience.PATIENT, html="<p>“Words” &amp; more</p>"),
        OwnWords(heading="Room 4", lines=("Ring us.", "Ask."), ruled=7, is_checklist=True),
        OwnList(
            heading="Your own notes",
            note="Yours.",
            entries=(OwnEntry(kind="Highlight, blue", quote="Night pain", words="Ask", facts="When"),),
        ),
    ),
    look=PaperLook(size=PaperSize.LETTER, type_size=TypeSize.LARGEST),
    clinic="Children’s clinic",
    has_name_line=True,
    has_sources=False,
)


def test_a_publication_comes_back_as_it_was() -> None:
    written = json.dumps(publication_to_json(PUBLICATION))

    assert publication_from_json(json.loads(written)) == PUBLICATION


def test_what_is_missing_has_its_default() -> None:
    plain = publication_to_json(PUBLICATION)
    del plain["has_sources"], plain["clinic"]

    read = publication_from_json(plain)

    assert read.has_sources
    assert read.clinic == ""


def changed(**values: Any) -> Any:
    return publication_to_json(PUBLICATION) | values


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        changed(title=7),
        changed(has_sources="yes"),
        changed(unheard_of=True),
        changed(look={"size": "a5", "type_size": "normal"}),
        changed(contents=[{"kind": "film"}]),
        changed(contents=[{"kind": "extract", "topic": 1, "sections": None}]),
        changed(contents=[{"kind": "own", "heading": None, "lines": [], "ruled": 0, "is_checklist": False}]),
    ],
)
def test_anything_else_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its words are for developers
        publication_from_json(plain)
