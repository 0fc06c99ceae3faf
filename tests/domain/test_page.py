"""A page and what it rests on."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TermId
from crmo_desktop.domain.page import GlossaryTerm
from crmo_desktop.library.pack import open_pack
from tests.domain.values import page, source


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "https://doi.org/10.1000/1"),
        ({"url": None}, "https://doi.org/10.1000/1"),
        ({"doi": None}, "https://example.org/1"),
        ({"doi": None, "url": None}, None),
    ],
)
def test_the_way_to_a_source(changes: dict[str, Any], address: str | None) -> None:
    assert source(**changes).address == address


@pytest.mark.parametrize(
    ("changes", "reference"),
    [
        ({}, "Doe J, Roe R. A study of bones. Bones 2020;1(2):3-4. doi:10.1000/1"),
        ({"doi": None}, "Doe J, Roe R. A study of bones. Bones 2020;1(2):3-4. https://example.org/1"),
        ({"doi": None, "url": None}, "Doe J, Roe R. A study of bones. Bones 2020;1(2):3-4."),
        (
            {"authors": "Doe J, et al.", "title": "A study."},
            "Doe J, et al. A study. Bones 2020;1(2):3-4. doi:10.1000/1",
        ),
        ({"authors": ""}, "A study of bones. Bones 2020;1(2):3-4. doi:10.1000/1"),
        ({"title": "Is it CRMO?"}, "Doe J, Roe R. Is it CRMO? Bones 2020;1(2):3-4. doi:10.1000/1"),
        ({"title": "Beware!"}, "Doe J, Roe R. Beware! Bones 2020;1(2):3-4. doi:10.1000/1"),
        ({"volume_pages": None}, "Doe J, Roe R. A study of bones. Bones 2020. doi:10.1000/1"),
        ({"year": None}, "Doe J, Roe R. A study of bones. Bones;1(2):3-4. doi:10.1000/1"),
        ({"journal": None}, "Doe J, Roe R. A study of bones. 2020;1(2):3-4. doi:10.1000/1"),
        ({"journal": None, "volume_pages": None}, "Doe J, Roe R. A study of bones. 2020. doi:10.1000/1"),
        ({"journal": None, "year": None}, "Doe J, Roe R. A study of bones. 1(2):3-4. doi:10.1000/1"),
        (
            {"journal": None, "year": None, "volume_pages": None, "doi": None, "url": None},
            "Doe J, Roe R. A study of bones.",
        ),
    ],
)
def test_a_reference_to_copy(changes: dict[str, Any], reference: str) -> None:
    assert source(**changes).reference == reference


def test_references_of_the_edition_read_well(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        ids = [id for (id,) in pack.connection.execute("SELECT id FROM source")]
        references = [pack.source(id).reference for id in ids]

    assert len(references) > 50
    assert not [
        text for text in references if any(slip in text for slip in ("..", "?.", "!.", " ;", "  ", "None"))
    ]


@pytest.mark.parametrize(
    ("audience", "words"),
    [(Audience.PATIENT, "A scan with magnets."), (Audience.CLINICIAN, "Magnetic resonance.")],
)
def test_a_word_is_explained_in_the_words_for_its_reader(audience: Audience, words: str) -> None:
    term = GlossaryTerm(
        id=TermId("g-mri"),
        term="MRI",
        plain="A scan with magnets.",
        clinical="Magnetic resonance.",
        synonyms=(),
    )

    assert term.definition(audience) == words


def test_few_sections_are_key_points() -> None:
    assert [section.is_key_points for section in page().sections] == [True, False]


@pytest.mark.parametrize(
    ("value", "field"),
    [(page(), "summary"), (source(), "doi"), (page().sections[0], "html")],
    ids=["page", "source", "section"],
)
def test_values_cannot_be_changed(value: Any, field: str) -> None:
    with pytest.raises(AttributeError):
        setattr(value, field, "changed")
