"""What a source is called where there is room for a few words."""

import pytest
from PySide6.QtCore import QObject

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.page import Source
from crmo_desktop.gui.source_words import SourceWords


@pytest.fixture
def words(qapp: QObject) -> SourceWords:
    return SourceWords(None)


def source(authors: str, year: int | None = 2021, title: str = "A title") -> Source:
    return Source(
        id=SourceId("x"), authors=authors, title=title, journal=None, year=year, volume_pages=None, doi=None,
        url=None, kind="cohort study", seen="abstract",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ("d'Angelo P, Tanturri de Horatio L, Toma P, et al", "d'Angelo and others 2021"),
        ("Girschick HJ, Mornet E, Beer M", "Girschick and others 2021"),
        ("Hedrich CM, Girschick HJ", "Hedrich and Girschick 2021"),
        ("Brown LJ; Arthritis Foundation", "Brown and Arthritis Foundation 2021"),
        ("Beck C, et al.", "Beck and others 2021"),
        ("Schultz C", "Schultz 2021"),
        ("American Academy of Pediatrics, Quick Reference", "American Academy of Pediatrics 2021"),
        ("van Schuppen J-P, Kort B, Lie W", "van Schuppen and others 2021"),
        ("", "A title 2021"),
        ("Barhum L; medically reviewed by Chandrasekaran AC", "Barhum 2021"),
    ],
)
def test_a_source_is_called_by_its_authors_and_year(words: SourceWords, authors: str, said: str) -> None:
    assert words.short(source(authors)) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Bone pain: a guide for schools", "Bone pain"),
        ("CRMO case report (described here: its title was not seen)", "CRMO case report"),
        ("Childhood leukaemia that looked like bone disease", "Childhood leukaemia that looked like bone…"),
        ("NICE 2", "NICE 2"),
    ],
)  # fmt: skip
def test_a_title_stands_for_authors_and_is_cut_between_words(
    words: SourceWords, title: str, said: str
) -> None:
    assert words.short(source("", None, title)) == said


def test_a_source_without_a_year_has_none(words: SourceWords) -> None:
    assert words.short(source("Beck C", None)) == "Beck"
