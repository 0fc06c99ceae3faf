"""Small values to test with; every one may be changed by keyword."""

from dataclasses import replace
from datetime import date
from typing import Any

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition, TopicEntry
from crmo_desktop.domain.identifiers import ChapterId, SectionId, SourceId, TopicId
from crmo_desktop.domain.page import Page, Section, Source

_EDITION = Edition(
    title="A small reference",
    language="en",
    maker="The testers",
    made_on=date(2026, 11, 23),
    review_due=date(2027, 11, 23),
    reviewed_by=None,
    licence="CC BY 4.0",
    digest="0" * 64,
)
_ENTRY = TopicEntry(
    id=TopicId("mri"), title="MRI scan", chapter=ChapterId("diagnosis"), audiences=frozenset(Audience)
)
_SOURCE = Source(
    id=SourceId("doe-2020"),
    authors="Doe J, Roe R",
    title="A study of bones",
    journal="Bones",
    year=2020,
    volume_pages="1(2):3-4",
    doi="10.1000/1",
    url="https://example.org/1",
    kind="cohort study",
    seen="abstract",
)
_PAGE = Page(
    topic=_ENTRY,
    chapter_title="Diagnosis",
    audience=Audience.PATIENT,
    summary_html='A scan shows sore spots.<a href="cite:doe-2020:f-scan">[1]</a>',
    summary="A scan shows sore spots.",
    minutes=1,
    sections=(
        Section(
            id=SectionId("in-short"), title="In short", html="<p>It is loud.</p>", text="It is loud.",
            is_key_points=True,
        ),
        Section(
            id=SectionId("day"), title="The day & after", html="<ul><li>Sleep.</li></ul>",
            text="Sleep.\nEat & drink.",
        ),
    ),
    sources=(_SOURCE,),
    related=(),
)  # fmt: skip


def edition(**changes: Any) -> Edition:
    """An edition that nobody has reviewed."""
    return _EDITION._replace(**changes)


def entry(**changes: Any) -> TopicEntry:
    """A topic for both audiences."""
    return replace(_ENTRY, **changes)


def source(**changes: Any) -> Source:
    """A source that lacks nothing."""
    return replace(_SOURCE, **changes)


def page(**changes: Any) -> Page:
    """A page of two sections for families, with one source."""
    return replace(_PAGE, **changes)
