"""Whole files over the whole edition: well-formed, complete, and nothing is loaded from anywhere."""

import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.page import GlossaryTerm
from crmo_desktop.domain.publication import Extract
from crmo_desktop.export.page_file import HtmlFile, html_of
from crmo_desktop.export.supply import Supply
from crmo_desktop.export.words import ExportWords
from crmo_desktop.services.publishing import whole_publication
from crmo_desktop.services.reading import ReadingService

DAY = date(2026, 11, 27)
WORDS = ExportWords()
XHTML = "{http://www.w3.org/1999/xhtml}"
VOID = {"meta", "br", "img", "hr", "link", "input"}
BOTH = (Audience.PATIENT, Audience.CLINICIAN)


class Tags(HTMLParser):
    """Reads as browsers do, and notes what does not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.seen: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def written(supply: Supply, css: str, extracts: list[Extract], title: str = "A title") -> str:
    return html_of(HtmlFile(title=title, extracts=extracts, css=css, day=DAY), supply, WORDS)


def one(topic: str, audience: Audience, sections: tuple[str, ...] | None = None) -> list[Extract]:
    chosen = None if sections is None else tuple(map(SectionId, sections))
    return [Extract(topic=TopicId(topic), audience=audience, sections=chosen)]


def parsed(html: str) -> Element:
    return ElementTree.fromstring(html)


def check(html: str) -> Element:
    """What holds for every file."""
    root, tags = parsed(html), Tags()
    tags.feed(html)
    tags.close()
    assert tags.wrong == []
    assert tags.open == []
    assert tags.seen["script"] == tags.seen["link"] == tags.seen["iframe"] == tags.seen["object"] == 0
    assert root.get("lang") == "en"
    assert root.findtext(f"{XHTML}head/{XHTML}title")
    ids = Counter(part.get("id") for part in root.iter() if part.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []
    names = set(ids)
    for part in root.iter():
        tag = part.tag.rpartition("}")[2]
        for name, value in part.attrib.items():
            check_attribute(tag, name.rpartition("}")[2], value, names)
    headings = [int(part.tag[-1]) for part in root.iter() if re.fullmatch(r"\{.*\}h[1-6]", part.tag)]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    return root


def check_attribute(tag: str, name: str, value: str, ids: set[str | None]) -> None:
    assert not name.startswith("on")
    assert name != "style"
    if name == "src":
        assert value.startswith("data:image/")
    if name == "href" and value.startswith("#"):
        assert value[1:] in ids
    elif name == "href":
        assert tag == "a"
        assert value.startswith(("crmo://", "https://", "http://"))
    if name in ("aria-labelledby", "aria-describedby"):
        assert set(value.split()) <= ids


def every_text(reading: ReadingService) -> list[tuple[TopicId, Audience]]:
    topics = (topic for chapter in reading.chapters() for topic in chapter.topics)
    return [(topic.id, audience) for topic in topics for audience in sorted(topic.audiences)]


def test_every_topic_for_each_audience(reading: ReadingService, supply: Supply, css: str) -> None:
    texts = every_text(reading)
    assert len({topic for topic, _ in texts}) >= 89
    for topic, audience in texts:
        page = reading.page(topic, audience)
        root = check(written(supply, css, one(topic, audience), page.topic.title))

        said = "".join(root.itertext())
        assert "edition" in said
        assert "Information, not medical advice." in said
        assert "Not yet reviewed by a physician" in said
        assert "Saved on 2026-11-27" in said
        for section in page.sections:
            assert section.title in said
        assert len(root.findall(f".//{XHTML}section[@class='sources']/{XHTML}ol/{XHTML}li")) == len(
            page.sources
        )
        tables = sum(section.html.count("<table>") for section in page.sections)
        figures = sum(section.html.count("<figure") for section in page.sections)
        assert len(list(root.iter(f"{XHTML}table"))) == tables + figures
        assert said.count("\u200b") == said.count("\u00ad") == 0


def test_the_whole_reference_is_one_file(reading: ReadingService, supply: Supply, css: str) -> None:
    publication = whole_publication(reading, BOTH)
    extracts = [extract for extract in publication.contents if isinstance(extract, Extract)]

    root = check(written(supply, css, extracts, publication.title))

    assert len(list(root.iter(f"{XHTML}article"))) == len(extracts)
    chapters = [chapter.title for chapter in reading.chapters() if not chapter.topics[0].is_help]
    assert [part.text for part in root.findall(f".//{XHTML}h2[@class='chapter']")] == chapters
    nav = root.find(f".//{XHTML}nav")
    assert nav is not None
    assert len(list(nav.iter(f"{XHTML}a"))) == len(extracts)
    # what is in the file is linked in it: only pictures and the guide are elsewhere
    away = [part.get("href", "") for part in root.iter(f"{XHTML}a") if part.get("class") == "away"]
    assert not [href for href in away if not href.startswith(("crmo://picture/", "crmo://topic/help-"))]


def test_links_between_two_topics_stay_in_the_file(supply: Supply, css: str) -> None:
    html = written(supply, css, [*one("nsaids", BOTH[0]), *one("naproxen", BOTH[0])])

    assert 'href="#naproxen"' in html
    assert 'href="crmo://topic/meloxicam"' in html
    check(html)


def test_some_sections_in_the_order_wanted(supply: Supply, css: str) -> None:
    wanted = ("response-figures", "key-points-clinician", "no-such-section")

    root = check(written(supply, css, one("nsaids", BOTH[1], wanted)))

    titles = [part.text for part in root.findall(f".//{XHTML}section/{XHTML}h2")]
    assert titles[:2] == ["Response", "Key points"]
    assert root.find(f".//{XHTML}p[@class='lead']") is None
    assert root.find(f".//{XHTML}p[@class='related']") is None


def test_words_are_explained_for_whom_they_were_used(
    reading: ReadingService, supply: Supply, css: str
) -> None:
    root = check(written(supply, css, [*one("mri", BOTH[0]), *one("mri", BOTH[1])]))

    told = {part.get("id", "") for part in root.iter(f"{XHTML}dt")}
    for audience in BOTH:
        name = next(name for name in told if name.startswith(f"words.{audience}."))
        term = reading.term(f"term:{name.rpartition('.')[2]}")
        assert term.definition(audience) in "".join(root.itertext())


def test_a_word_that_the_glossary_lacks_is_left_unexplained(supply: Supply, css: str) -> None:
    def lacks(target: str) -> GlossaryTerm:
        raise KeyError(target)

    html = written(supply._replace(term=lacks), css, one("mri", BOTH[0]))

    assert WORDS.glossary not in html


def test_a_review_and_another_direction_are_told(supply: Supply, css: str) -> None:
    edition = supply.edition._replace(reviewed_by="Dr. Ada")
    words = ExportWords(language="he")
    wanted = HtmlFile(title="Q & A.", extracts=one("mri", BOTH[0]), css=css, day=DAY)

    root = parsed(html_of(wanted, supply._replace(edition=edition), words))

    assert root.get("dir") == "rtl"
    stamp = root.findtext(f".//{XHTML}footer/{XHTML}p")
    assert stamp is not None
    assert stamp.startswith("Q & A. ")
    assert "Reviewed by Dr. Ada." in stamp


@pytest.mark.parametrize("audience", BOTH)
def test_without_sources_nothing_cites(supply: Supply, css: str, audience: Audience) -> None:
    wanted = HtmlFile(title="T", extracts=one("mri", audience), css=css, day=DAY, has_sources=False)

    root = check(html_of(wanted, supply, WORDS))

    assert root.find(f".//{XHTML}span[@class='cite']") is None
