"""A page that holds one of everything a page may hold."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.domain.identifiers import ChapterId, SectionId, SourceId, TopicId
from crmo_desktop.domain.page import Page, Section, Source
from crmo_desktop.gui.typesetting import Words

CITE = '<a class="cite" href="cite:smith-2020:f-1|jones-2021:f-2">[1–2]</a>'
TERM = '<a class="term" href="term:g-lesion">lesions</a>'
KEY = f"<ul><li>Bones ache at <strong>night</strong>. {CITE}</li><li>No germ is found.</li></ul>"
SIGNS = f"""<p>A first line<br/>with {TERM} and <abbr>MRI</abbr>, H<sub>2</sub>O, 99m<sup>Tc</sup>
&amp; <em>more</em>.</p>
<h3>At home</h3>
<ul class="checklist"><li>Note the day</li><li>Note the place</li></ul>
<ol><li>Sit down</li><li>Press <kbd>F1</kbd></li></ol>
<dl><dt>Pain</dt><dd>What hurts</dd></dl>
<p>See <a href="crmo://topic/mri#silent">the silent ones</a> or
<a href="https://example.org/a?b=1&amp;c=2">the web</a>.</p>
<figure><img src="hand.svg" alt="A hand"/><figcaption>A hand, drawn</figcaption></figure>"""
BOXES = """<aside class="red-flag"><p>Fever with pain.</p><p>Go at once.</p></aside>
<aside class="caution"><p>Seen in one centre.</p></aside>
<aside class="evidence"><p>Two cohorts.</p></aside>
<aside class="unknown"><p>Nobody knows.</p></aside>"""
FIGURES = f"""<table><caption>Where it strikes</caption>
<thead><tr><th>Bone</th><th class="numeric">Children</th><th class="numeric">Adults</th>
<th>From</th></tr></thead>
<tbody><tr><td>Tibia</td><td class="numeric">40%</td><td class="numeric">12%</td><td>Cohort {CITE}</td></tr>
<tr><td>Spine</td><td class="numeric">26%</td><td class="numeric">31%</td><td>Cohort</td></tr>
<tr><td>Jaw</td><td class="numeric">5%</td><td class="numeric">9%</td><td>Review</td></tr></tbody></table>
<table><thead><tr><th>Sign</th><th>Means</th></tr></thead><tbody><tr><td>Warm</td><td>Active</td></tr></tbody></table>"""
WORDS = Words(
    call_outs={
        "key": "In short",
        "red-flag": "Get help fast",
        "caution": "Caution",
        "evidence": "What this rests on",
        "unknown": "Not known",
    },
    audience="For families",
    minutes="3 minutes",
    sources="Sources",
    source_count="2 sources",
    reviewed="Edition 2025-01-01 & Co.",
    open_picture="Open the picture",
    as_table="Show as a table",
)


def _source(id: str, title: str, *, doi: str | None = None, url: str | None = None) -> Source:
    return Source(
        id=SourceId(id),
        authors="Smith A",
        title=title,
        journal="J Bone",
        year=2020,
        volume_pages="1:2-3",
        doi=doi,
        url=url,
        kind="cohort study",
        seen="abstract",
    )


SOURCES = (
    _source("smith-2020", "Bones & <pain>", doi="10.1000/bone.1"),
    _source("jones-2021", "More bones", url="https://example.org/more"),
)


def section(id: str, title: str, html: str, *, is_key_points: bool = False) -> Section:
    return Section(id=SectionId(id), title=title, html=html, text="", is_key_points=is_key_points)


def page(*sections: Section, sources: tuple[Source, ...] = SOURCES) -> Page:
    """A page of these sections; of all kinds of them if none is given."""
    everything = (
        section("in-short", "At a glance", KEY, is_key_points=True),
        section("signs", "Signs & symptoms", SIGNS),
        section("boxes", "Boxes", BOXES),
        section("figures", "Figures", FIGURES),
    )
    return Page(
        topic=TopicEntry(
            id=TopicId("specimen"),
            title="A <specimen>",
            chapter=ChapterId("symptoms"),
            audiences=frozenset({Audience.PATIENT}),
        ),
        chapter_title="Signs & more",
        audience=Audience.PATIENT,
        summary_html=f"All in one <em>sentence</em>. {CITE}",
        summary="All in one sentence.",
        minutes=3,
        sections=sections or everything,
        sources=sources,
        related=(),
    )
