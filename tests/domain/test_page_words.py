from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.domain.identifiers import ChapterId, SectionId, SourceId, TopicId
from crmo_desktop.domain.own_things import Colour, Kind, Quote, Spot, Thing, ThingId
from crmo_desktop.domain.page import Page, Section, Source
from crmo_desktop.domain.page_words import is_gone, words_of

NOW = datetime(2026, 11, 26, tzinfo=UTC)


def source(**values: object) -> Source:
    known = Source(
        id=SourceId("smith-2020"),
        authors="Smith A",
        title="Aching bones",
        journal="Bone",
        year=2020,
        volume_pages=None,
        doi="10.1/x",
        url=None,
        kind="cohort study",
        seen="text",
    )
    return replace(known, **values)  # type: ignore[arg-type]  # each is what its field is


@pytest.fixture
def page() -> Page:
    everybody = frozenset(Audience)
    topic = TopicEntry(id=TopicId("spine"), title="Spine", chapter=ChapterId("bones"), audiences=everybody)
    return Page(
        topic=topic,
        chapter_title="Bones",
        audience=Audience.PATIENT,
        summary_html="",
        summary="It can hurt. [1, 3–4]",
        minutes=1,
        sections=(
            Section(
                id=SectionId("signs"),
                title="Signs",
                html="",
                text="Bones ache\nat night.\nWho | What\nall | pain",
            ),
        ),
        sources=(
            source(),
            source(doi=None, url="https://example.org", journal=None, year=None),
            source(doi=None),
        ),
        related=(),
    )


def thing(quote: Quote | None) -> Thing:
    return Thing(
        id=ThingId(1),
        uid="u",
        kind=Kind.BOOKMARK if quote is None else Kind.HIGHLIGHT,
        spot=Spot(page="crmo://topic/spine", audience=Audience.PATIENT, title="Spine"),
        folder=None,
        colour=None if quote is None else Colour.YELLOW,
        quote=quote,
        words="",
        edition="2026-11-26",
        made=NOW,
        changed=NOW,
    )


def test_all_words_of_the_edition_are_there_without_marks_and_lines_of_tables(page: Page) -> None:
    assert words_of(page) == (
        "Spine It can hurt. Signs Bones ache at night. Who What all pain Aching bones Bone, 2020. doi:10.1/x "
        "Aching bones . https://example.org Aching bones Bone, 2020."
    )


def test_what_is_on_the_page_is_not_gone(page: Page) -> None:
    assert not is_gone(thing(Quote(exact="Bones ache at night.")), page)


def test_what_the_page_does_not_say_any_more_is_gone(page: Page) -> None:
    assert is_gone(thing(Quote(exact="Nobody has ever had any pain at all in the morning.")), page)


def test_what_highlights_nothing_is_never_gone(page: Page) -> None:
    assert not is_gone(thing(None), page)
