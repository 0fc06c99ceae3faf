"""A page and what it rests on."""

from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SourceId, TermId
from crmo_desktop.domain.page import GlossaryTerm, Source


def source(**fields: Any) -> Source:
    known: dict[str, Any] = {
        "id": SourceId("s"), "authors": "Doe J, Roe R", "title": "Bones", "journal": "Bone",
        "year": 2020, "volume_pages": "1:2-3", "doi": "10.1/x", "url": "https://example.org",
        "kind": "cohort", "seen": "text",
    }  # fmt: skip
    return Source(**known | fields)


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({}, "https://doi.org/10.1/x"),
        ({"doi": None}, "https://example.org"),
        ({"doi": None, "url": None}, None),
    ],
)
def test_the_doi_leads_before_the_address(fields: dict[str, None], address: str | None) -> None:
    assert source(**fields).address == address


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        ({}, "Doe J, Roe R. Bones. Bone 2020;1:2-3. doi:10.1/x"),
        ({"doi": None}, "Doe J, Roe R. Bones. Bone 2020;1:2-3. https://example.org"),
        ({"doi": None, "url": None}, "Doe J, Roe R. Bones. Bone 2020;1:2-3."),
        ({"volume_pages": None}, "Doe J, Roe R. Bones. Bone 2020. doi:10.1/x"),
        ({"year": None}, "Doe J, Roe R. Bones. Bone;1:2-3. doi:10.1/x"),
        ({"journal": None, "volume_pages": None}, "Doe J, Roe R. Bones. 2020. doi:10.1/x"),
        ({"journal": None, "year": None, "volume_pages": None}, "Doe J, Roe R. Bones. doi:10.1/x"),
        ({"authors": ""}, "Bones. Bone 2020;1:2-3. doi:10.1/x"),
        ({"authors": "Doe J.", "title": "Bones."}, "Doe J. Bones. Bone 2020;1:2-3. doi:10.1/x"),
    ],
)
def test_a_reference_leaves_out_what_is_not_known(fields: dict[str, Any], reference: str) -> None:
    assert source(**fields).reference == reference


def test_a_word_is_explained_twice() -> None:
    term = GlossaryTerm(
        id=TermId("g"), term="MRI", plain="A scan.", clinical="Magnetic resonance.", synonyms=()
    )

    assert term.definition(Audience.PATIENT) == "A scan."
    assert term.definition(Audience.CLINICIAN) == "Magnetic resonance."
