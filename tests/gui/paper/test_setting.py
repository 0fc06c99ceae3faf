"""What is published, as the page's HTML."""

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import (
    Content,
    Extract,
    OwnEntry,
    OwnList,
    OwnWords,
    PaperLook,
    Passage,
    Publication,
    TypeSize,
)
from crmo_desktop.gui.paper.book import BookMakers
from crmo_desktop.gui.paper.paper_style import print_look
from crmo_desktop.gui.paper.setting import ContentSetter, Needs, shown_of
from crmo_desktop.gui.paper.words import PaperWords

PAIN = Extract(topic=TopicId("bone-pain"), audience=Audience.PATIENT)
PART = Extract(topic=TopicId("bone-pain"), audience=Audience.PATIENT, sections=(SectionId("in-short"),))


def setter(makers: BookMakers, *contents: Content, title: str = "Work", **more: object) -> ContentSetter:
    publication = Publication(title=title, contents=contents, **more)  # type: ignore[arg-type]  # as named
    look = print_look(makers.themes, 10.5, "en")
    return ContentSetter(publication, makers.reading, look, PaperWords(), lambda _: False)


def test_a_whole_topic_has_its_heading_and_its_sections(makers: BookMakers) -> None:
    text = setter(makers, PAIN).text(PAIN, [PAIN])

    assert '<p class="kicker">Symptoms</p><h1>Bone pain</h1><p class="lead">' in text.html
    assert text.has_heading
    assert (text.topic, text.title, text.chapter) == ("bone-pain", "Bone pain", "")
    assert [name for name, _ in text.sections][:2] == ["in-short", "how-it-feels"]
    assert '<table class="sources"' in text.html


def test_a_chapter_stands_above_its_first_topic(makers: BookMakers) -> None:
    first = Extract(topic=PAIN.topic, audience=PAIN.audience, chapter="Symptoms")

    text = setter(makers, first).text(first)

    assert text.html.startswith('<p class="chapter">Symptoms</p>')
    assert "kicker" not in text.html


def test_a_part_says_where_it_is_from_unless_the_title_does(makers: BookMakers) -> None:
    assert 'class="topic">From “Bone pain” · For families' in setter(makers, PART).text(PART).html
    assert "From “" not in setter(makers, PART, title="Bone pain").text(PART).html
    assert not setter(makers, PART).text(PART).has_heading


def test_only_what_is_cited_is_listed(makers: BookMakers) -> None:
    all_, part = (
        setter(makers, each).text(each, [each]).html.count('class="number"') for each in (PAIN, PART)
    )

    assert all_ > part > 0
    assert 'class="number"' not in setter(makers, PART).text(PART).html  # sources come later
    assert "[1" not in setter(makers, PART, has_sources=False).text(PART).html


def test_words_selected_are_set_without_a_heading(makers: BookMakers) -> None:
    passage = Passage(topic=PAIN.topic, audience=Audience.PATIENT, html="<p>Some <em>words</em></p>")

    text = setter(makers, passage).text(passage)

    assert text.html.endswith("<p>Some <em>words</em></p>")
    assert text.sections == ()


def test_own_words_are_no_markup(makers: BookMakers) -> None:
    own = OwnWords(heading="A & B", lines=("<b>", "two"), ruled=2)

    text = setter(makers, own).text(own)

    assert text.html.startswith("<h2>A &amp; B</h2><p>&lt;b&gt;</p><p>two</p>")
    assert text.html.count("rule:") == 2
    assert text.topic is None
    ticked = setter(makers, own).text(OwnWords(lines=("one",), is_checklist=True))
    assert 'class="check"' in ticked.html


def test_a_section_that_is_gone_is_left_out(makers: BookMakers) -> None:
    page = makers.reading.page(PAIN.topic, PAIN.audience)
    extract = Extract(
        topic=PAIN.topic, audience=PAIN.audience, sections=(SectionId("gone"), SectionId("in-short"))
    )

    assert [section.id for section in shown_of(page, extract).sections] == ["in-short"]
    assert shown_of(page, OwnWords()).sections == ()
    assert shown_of(page, PAIN) is page


@pytest.mark.parametrize(("size", "is_table"), [(TypeSize.NORMAL, True), (TypeSize.LARGEST, False)])
def test_wide_tables_are_written_row_by_row_in_large_print(
    makers: BookMakers, size: TypeSize, is_table: bool
) -> None:
    drugs = Extract(topic=TopicId("drug-table"), audience=Audience.CLINICIAN)
    made = setter(makers, drugs, look=PaperLook(type_size=size))

    assert ("<th>Reported dose</th>" in made.text(drugs).html) == is_table
    assert "<th>Reported dose</th>" not in made.text(drugs, needs=Needs(is_narrow=True)).html


def test_a_picture_can_come_with_its_table(makers: BookMakers) -> None:
    nsaids = Extract(topic=TopicId("nsaids"), audience=Audience.CLINICIAN)
    made = setter(makers, nsaids)

    plain, more = made.text(nsaids), made.text(nsaids, needs=Needs(tables=frozenset({"response-to-nsaids"})))

    assert "the same as a table" in more.html
    assert more.html.count("<table") == plain.html.count("<table") + 1


def test_the_title_page_says_what_it_is_and_what_not(makers: BookMakers) -> None:
    html = setter(makers, PAIN, title="My <work>").title_page().html

    for words in (
        "My &lt;work&gt;",
        "CRMO reference",
        "For families",
        "Not yet reviewed",
        "not medical advice",
    ):
        assert words in html
    assert setter(makers, title="My work").title().html == "<h1>My work</h1>"


def test_the_red_flags_are_those_of_families(makers: BookMakers) -> None:
    text = setter(makers, PAIN).red_flags()

    assert text is not None
    assert "Get help fast" in text.html
    assert makers.reading.page(TopicId("red-flags"), Audience.PATIENT).summary[:60] in text.html
    assert "cite:" not in text.html


def test_what_the_reader_has_made_is_told_from_what_it_quotes(makers: BookMakers) -> None:
    entry = OwnEntry(kind="Highlight, blue", quote="Night <pain>", words="Ask\nagain", facts="3 May 2026")
    own = OwnList(heading="Bone pain", note="Yours.", entries=(entry, OwnEntry(kind="Bookmark")))

    text = setter(makers, own).text(own)

    assert text.topic is None
    assert "“Night &lt;pain&gt;”" in text.html
    assert "<b>My words:</b> Ask<br>again" in text.html
    assert text.html.count("own-facts") == 2
    assert text.html.endswith("Bookmark</p>")
