"""Pages for terminals and other programs."""

import json
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services import plain
from crmo_desktop.services.reading import ReadingService
from tests.domain.pictures import bone_map


@pytest.fixture
def page(reading: ReadingService) -> Page:
    return reading.page(TopicId("pain"), Audience.PATIENT)


@pytest.fixture
def edition(reading: ReadingService) -> Edition:
    return reading.edition


def test_a_page_as_text(page: Page, edition: Edition) -> None:
    assert (
        plain.as_text(page, edition)
        == """\
Bone pain
=========

CRMO makes bones hurt.

For families

In short
--------
It was the first sign in 17 of 40 children.
Ask your team what helps.

How often?
----------
It strikes 4 in every million children a year.
First signs of 40 children
Sign | Children
Bone pain | 17

Sources
-------
[1] Doe J. A study of children. Bones 2020;1:2. doi:10.1000/1

A small reference, edition 2026-11-23. Not yet reviewed by a physician.
Information, not medical advice."""
    )


def test_long_lines_are_wrapped_and_sources_hang(page: Page, edition: Edition) -> None:
    [source] = page.sources
    long = replace(page, summary="word " * 40, sources=(replace(source, title="word " * 40),))

    lines = plain.as_text(long, edition).split("\n")

    assert max(len(line) for line in lines) <= 78
    assert lines[lines.index("-------") + 2].startswith("    word ")


def test_a_page_without_sources_lists_none(page: Page, edition: Edition) -> None:
    bare = replace(page, sources=(), summary_html="A", sections=())

    assert "Sources" not in plain.as_text(bare, edition)
    assert "Sources" not in plain.as_html(bare, edition)


def test_a_page_as_html_is_whole_and_leads_to_its_sources(reading: ReadingService, edition: Edition) -> None:
    html = plain.as_html(reading.page(TopicId("scan"), Audience.PATIENT), edition)

    assert html.startswith(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>MRI scan</title>'
    )
    assert '<a class="cite" href="#source-1">[1]</a> <a class="cite" href="#source-2">[2]</a>' in html
    assert '<li id="source-1">Doe J. A study of children.' in html
    assert '<li id="source-2">The book. https://example.org/book</li>' in html
    assert "cite:" not in html
    assert html.endswith("Information, not medical advice.</p></body></html>")


def test_words_that_only_the_window_explains_are_words_in_html(page: Page, edition: Edition) -> None:
    [first, *_] = page.sections
    explained = replace(first, html='<p>An <a class="term" href="term:g-mri">MRI</a>.</p>')

    assert "<p>An MRI.</p>" in plain.as_html(replace(page, sections=(explained,)), edition)


def test_titles_are_escaped_in_html(page: Page, edition: Edition) -> None:
    odd = replace(page, topic=replace(page.topic, title="A < B & C"))

    assert "<h1>A &lt; B &amp; C</h1>" in plain.as_html(odd, edition)


FIGURE = (
    '<figure class="picture"><img src="figure:map" alt="Group all: &quot;spine&quot; 25%." title="Bones"/>'
    "<figcaption>Sore bones. What there is to see.</figcaption></figure>"
)


def test_a_picture_is_told_in_words(page: Page, edition: Edition) -> None:
    section = replace(page.sections[0], text="Look.\nSore bones. What there is to see.", html=FIGURE)
    shown = replace(page, sections=(section,))

    text = plain.as_text(shown, edition, [bone_map()])
    assert "Look.\nSore bones. What there is to see.\nGroup all: spine 25%.\nGroup few: spine 25%.\n" in text
    assert "spine" not in plain.as_text(shown, edition)
    html = plain.as_html(shown, edition)
    assert '<figure class="picture"><p>Group all: &quot;spine&quot; 25%.</p><figcaption>Sore' in html
    assert "<img" not in html


def test_a_page_as_json(page: Page, edition: Edition) -> None:
    data = json.loads(json.dumps(plain.as_json(page, edition)))

    assert {key: data[key] for key in ("topic", "title", "chapter", "audience", "summary", "related")} == {
        "topic": "pain", "title": "Bone pain", "chapter": "Bones", "audience": "patient",
        "summary": "CRMO makes bones hurt.", "related": ["scan"],
    }  # fmt: skip
    assert [section["id"] for section in data["sections"]] == ["in-short", "how-often"]
    assert data["sections"][0]["text"].startswith("It was the first sign")
    assert data["sections"][0]["html"].startswith("<ul>")
    assert data["sources"] == [
        {"number": 1, "id": "study-2020", "doi": "10.1000/1", "address": "https://doi.org/10.1000/1",
         "reference": "Doe J. A study of children. Bones 2020;1:2. doi:10.1000/1"}
    ]  # fmt: skip
    assert (data["edition"], data["review_due"], data["reviewed_by"]) == ("2026-11-23", "2027-11-23", None)


def test_one_section(page: Page) -> None:
    cut = plain.only_section(page, "how-often")

    assert [section.id for section in cut.sections] == ["how-often"]
    assert cut.summary == page.summary


def test_a_section_that_is_not_there_for_these_readers(page: Page) -> None:
    with pytest.raises(UserError) as caught:
        plain.only_section(page, "who")

    assert caught.value.message == "“pain” has no section “who” for families."
    assert caught.value.hint == "Leave the section away to see the whole topic."


def test_the_stamp_names_the_physician_who_reviewed(edition: Edition) -> None:
    assert plain.stamp(edition._replace(reviewed_by="Dr. Roe")) == (
        "A small reference, edition 2026-11-23. Reviewed by Dr. Roe. Information, not medical advice."
    )


class Tags(HTMLParser):
    """The elements of a document that are open, and everything wrong with them."""

    VOID = ("br", "img", "meta")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets += [value or "" for name, value in attrs if name == "href"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.wrong.append(f"<{tag}/>")  # a browser takes it for open

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def test_every_page_of_the_reference_leaves_the_program_whole(pack_path: Path) -> None:
    with closing(open_pack(pack_path)) as pack:
        pages = [
            ReadingService(pack).page(topic.id, audience)
            for topic in pack.topics.values()
            for audience in sorted(topic.audiences)
        ]
        edition = pack.edition

    assert len(pages) > 100
    for page in pages:
        tags = Tags(plain.as_html(page, edition))
        inside = [target.removeprefix("#") for target in tags.targets if target.startswith("#")]
        assert (tags.open, tags.wrong) == ([], []), page.topic.id
        assert len(tags.ids) == len(set(tags.ids)), page.topic.id
        assert set(inside) <= set(tags.ids), page.topic.id
        assert all(target.startswith(("#", "crmo://", "https://")) for target in tags.targets), page.topic.id
        text = plain.as_text(page, edition)
        long = [line for line in text.split("\n") if len(line) > 78]
        assert all("http" in line or "doi:" in line for line in long), page.topic.id  # addresses stay whole
        assert json.loads(json.dumps(plain.as_json(page, edition)))["topic"] == page.topic.id
