from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.own_things import Quote
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.page_words import words_of
from crmo_desktop.domain.text_quote import place_of
from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.quotable import Quotable
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.services.reading import ReadingService
from tests.gui import specimen

CITE = '<a class="cite" href="cite:smith-2020:f-1">[1]</a>'

TABLE = """<table><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"""


def set_page(page: Page, look: Look, *, narrow: bool = False) -> PageDocument:
    shown = PageDocument(QTextDocument())
    shown.write(page_html(page, look, specimen.WORDS, narrow=narrow), page_css(look))
    shown.dress(look.colour("accent"))
    return shown


def one_section(html: str) -> Page:
    return specimen.page(specimen.section("signs", "Findings", html))


def text_of(page: Page, look: Look) -> str:
    """What is quoted of the one section."""
    text = Quotable(set_page(page, look)).text
    return text.partition("Findings ")[2].partition(" Bones & <pain>")[0]


def marked(shown: PageDocument, place: tuple[int, int] | None) -> str:
    """What stands at a place of the document."""
    assert place is not None
    text = shown.document.toRawText()
    return text.encode("utf-16-le")[place[0] * 2 : place[1] * 2].decode("utf-16-le")


def place_in(shown: PageDocument, words: str) -> tuple[int, int]:
    start = shown.document.toRawText().index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>Bones ache&#160;{CITE}.</p><p>At night.</p>", "Bones ache. At night."),
        (f"<p>Bones {CITE}, and joints {CITE} ache.</p>", "Bones, and joints ache."),
        (f"<p>Bones.&#160;{CITE}</p><p>{CITE} Joints.</p>", "Bones. Joints."),
        ("<p>A   first\nline<br/>and another</p>", "A first line and another"),
        ('<p>A pic<img src="hand.svg" alt="A hand"/>ture</p>', "A picture"),
        ("<p>soft\u00adhyphen</p>", "softhyphen"),
        (TABLE, "A B 1 2"),
        ('<aside class="caution"><p>Only one centre.</p></aside>', "Only one centre."),
        (
            '<figure><figcaption>A chart</figcaption><img src="figure:ages" alt="Ages"/></figure><p>Then</p>',
            "A chart Then",
        ),
    ],
)  # fmt: skip
def test_quoted_is_what_the_edition_says(html: str, text: str, look: Look, qapp: object) -> None:
    assert text_of(one_section(html), look) == text


def test_the_windows_own_words_are_not_quoted(look: Look, qapp: object) -> None:
    text = Quotable(set_page(specimen.page(), look)).text

    assert "At a glance" in text, "a box of the edition's own has a title of its own"
    for own in ("Get help fast", "What this rests on", "Sources", "Edition 2025", "[1]", "[2]", "\ufffc"):
        assert own not in text


def test_a_quote_is_found_where_it_was_made(look: Look, qapp: object) -> None:
    shown = set_page(one_section(f"<p>Bones ache at night. {CITE} Joints ache, too.</p>"), look)
    quotable = Quotable(shown)
    start, end = place_in(shown, "ache at night.")

    quote = quotable.quote(start, end)

    assert quote is not None
    assert quote.exact == "ache at night."
    assert quote.suffix.startswith(" Joints ache, too.")
    assert quotable.find(quote, "signs") == (start, end)


def test_marks_numbered_anew_and_another_width_lose_no_quote(look: Look, qapp: object) -> None:
    before = set_page(one_section(f"<p>Bones ache at night. {CITE} Joints ache, too.</p>"), look)
    html = f"<p>Bones ache at night.</p><p>{CITE.replace('[1]', '[12, 13]')} Joints ache, too.</p>"
    after = set_page(one_section(html), look)
    start, end = place_in(before, "night.")[0], place_in(before, "Joints ache")[1]

    quote = Quotable(before).quote(start, end)

    assert quote is not None
    assert quote.exact == "night. Joints ache"
    assert marked(after, Quotable(after).find(quote, "signs")).startswith("night.")
    assert marked(after, Quotable(after).find(quote, "signs")).endswith("Joints ache")


def test_a_quote_of_a_cell_is_found_where_tables_are_written_as_blocks(look: Look, qapp: object) -> None:
    broad, narrow = set_page(specimen.page(), look), set_page(specimen.page(), look, narrow=True)
    quote = Quotable(broad).quote(*place_in(broad, "Tibia"))

    assert quote is not None
    assert marked(narrow, Quotable(narrow).find_alone(quote, "figures")) == "Tibia"
    assert Quotable(narrow).find_alone(quote, "signs") is None
    assert Quotable(narrow).find_alone(quote, "gone") is None
    assert Quotable(narrow).find_alone(Quote(exact="Cohort"), "figures") is None, "there are two"


def test_of_two_places_the_one_in_its_section_is_meant(look: Look, qapp: object) -> None:
    page = specimen.page(
        specimen.section("first", "First", "<p>It hurts at night and in the morning.</p>"),
        specimen.section("second", "Second", "<p>It hurts at night and in the morning.</p>"),
    )
    shown = set_page(page, look)
    quotable = Quotable(shown)
    quote = Quote(exact="It hurts at night and in the morning.")

    found = [quotable.find(quote, section) for section in ("first", "second")]

    assert found[0] is not None
    assert found[1] is not None
    assert found[0] < found[1]
    assert [quotable.section_at(place[0]) for place in found if place] == ["first", "second"]


def test_a_section_that_is_gone_hinders_nothing(look: Look, qapp: object) -> None:
    shown = set_page(one_section("<p>It hurts at night. It hurts at night.</p>"), look)
    quote = Quote(exact="It hurts at night.")

    assert marked(shown, Quotable(shown).find(quote, "gone")) == "It hurts at night."
    assert marked(shown, Quotable(shown).find(quote, None)) == "It hurts at night."
    assert marked(shown, Quotable(shown).find(quote, "sources")) == "It hurts at night."


def test_what_the_page_does_not_say_is_not_found(look: Look, qapp: object) -> None:
    quotable = Quotable(set_page(one_section("<p>Bones ache.</p>"), look))

    assert quotable.find(Quote(exact="There is nothing whatever about any jaw."), "signs") is None


def test_where_there_are_no_words_there_is_nothing_to_quote(look: Look, qapp: object) -> None:
    shown = set_page(one_section(f"<p>Bones ache. {CITE}</p>"), look)
    quotable = Quotable(shown)

    assert quotable.quote(*place_in(shown, "[1]")) is None
    assert quotable.quote(5, 5) is None


def test_signs_beyond_the_first_plane_count_as_qt_counts(look: Look, qapp: object) -> None:
    shown = set_page(one_section("<p>\U0001f9b4 bone \U0001f9b4\U0001f9b4 marrow \U0001f9b4</p>"), look)
    quotable = Quotable(shown)

    assert "\U0001f9b4 bone \U0001f9b4\U0001f9b4 marrow \U0001f9b4" in quotable.text
    for words in ("marrow", "bone \U0001f9b4\U0001f9b4", "marrow \U0001f9b4"):
        assert marked(shown, quotable.find(Quote(exact=words), "signs")) == words


def test_the_section_of_a_place_and_the_first_word_behind_it(look: Look, qapp: object) -> None:
    shown = set_page(one_section("<p>Bones ache.</p>"), look)
    quotable = Quotable(shown)
    heading, words = place_in(shown, "Findings")[0], place_in(shown, "Bones ache.")

    assert quotable.section_at(0) is None
    assert quotable.section_at(heading) == "signs"
    assert quotable.first_from(words[0] - 1) == words[0]
    assert quotable.first_from(words[0] + 2) == words[0] + 2
    assert quotable.first_from(10**6) == 10**6


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("topic", ["spine", "mri", "what-is-crmo", "naproxen"])
def test_what_is_quoted_of_a_page_is_what_the_panel_looks_for(
    topic: str, audience: Audience, reading: ReadingService, look: Look
) -> None:
    page = reading.page(TopicId(topic), audience)
    shown = set_page(page, look)
    quotable, words = Quotable(shown), words_of(page)

    for section in page.sections:
        end = next((p for p in sorted(shown.sections.values()) if p > shown.sections[section.id]), None)
        quote = quotable.quote(shown.sections[section.id], end or shown.document.characterCount())
        assert quote is not None
        assert place_of(quote, words) is not None, section.id
    assert quotable.quote(0, 0) is None


def test_an_edited_page_keeps_what_is_nearly_the_same(look: Look, qapp: object) -> None:
    before = one_section("<p>Pain that wakes a child at night needs to be looked at soon.</p>")
    after = one_section("<p>Pain that wakes your child at night needs to be looked at soon.</p>")
    shown = set_page(before, look)
    quote = Quotable(shown).quote(
        *place_in(shown, "Pain that wakes a child at night needs to be looked at soon.")
    )
    again = set_page(replace(after, summary="Another"), look)

    assert quote is not None
    assert marked(again, Quotable(again).find(quote, "signs")).startswith("Pain that wakes your child")
