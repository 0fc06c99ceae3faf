import re
from dataclasses import replace
from html import unescape

import pytest
from PySide6.QtGui import QTextDocument

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.short_form import shorten
from crmo_desktop.gui.depth_row import Choice, DepthWords
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.typesetting import BREAK, CALL_OUT_ROLES, Setter, audience_icon, page_html
from crmo_desktop.services.reading import ReadingService
from tests.gui import specimen
from tests.gui.conftest import RESOURCES, LookOf
from tests.gui.specimen import WORDS

BLANKS, TAG = re.compile(r"\s+"), re.compile(r"<[^>]+>")
FIRST_HEADER = re.compile(r"<tr><th.*?</th>")


@pytest.fixture
def html(look: Look) -> str:
    return page_html(specimen.page(), look, WORDS)


def only(body: str, look: Look, *, narrow: bool = False) -> str:
    """The HTML of a section with this body, without what stands round it."""
    whole = page_html(
        specimen.page(specimen.section("it", "It", body), sources=()), look, WORDS, narrow=narrow
    )
    return whole.partition("It</h2>")[2].partition('<p class="stamp">')[0]


def shown(html: str, look: Look) -> str:
    """What Qt makes of it, every blank alike."""
    document = QTextDocument()
    document.setDefaultStyleSheet(page_css(look))
    document.setHtml(html)
    return BLANKS.sub(" ", document.toPlainText().replace("\ufffc", " ").replace(BREAK, ""))


# --- what paper sets by itself


def test_as_many_columns_fit_as_it_is_told(look: Look) -> None:
    row = "<tr><th>A</th><th>B</th><th>C</th></tr>"
    html = f"<table><thead>{row}</thead><tbody>{row.replace('th>', 'td>')}</tbody></table>"

    three, two = (Setter(look, WORDS, narrow=True, most_columns=most).blocks(html) for most in (3, 2))

    assert "<th>C</th>" in three
    assert '<p class="row"><b>C:</b> C</p>' in two


def test_a_picture_can_tell_its_source_and_have_no_ways_into_it(look: Look) -> None:
    source = '<figcaption class="source">Source: Beck</figcaption>'
    figure = f'<figure><figcaption>Map</figcaption><img src="figure:map" alt="said"/>{source}</figure>'
    words = replace(WORDS, open_picture="", as_table="")

    html = Setter(look, words, narrow=False).blocks(figure)

    assert '<p class="caption">Map</p><p class="figure sourced">' in html
    assert html.endswith('<p class="figure-ways">Source: Beck</p>')


def test_words_keep_the_class_that_they_are_given(look: Look) -> None:
    html = '<p>a<span class="address"> (b)</span> <span>c</span></p>'

    assert Setter(look, WORDS, narrow=False).blocks(html) == html


# --- the page as a whole


def test_a_page_begins_with_its_chapter_title_summary_and_what_it_is(html: str) -> None:
    head = html.partition('<table class="box"')[0]

    assert head.startswith(
        '<p class="kicker">Signs &amp; more</p><h1>A &lt;specimen&gt;</h1><p class="lead">'
    )
    assert "All in one <em>sentence</em>." in head
    assert head.endswith('<p class="meta">For families · 3 minutes · 2 sources</p>')


DEPTH = DepthWords(
    label="How much:",
    choices=(
        Choice("depth:short", "Short", "2", is_chosen=True),
        Choice("depth:everything", "All", "3", False),
    ),
    warned="Help:",
    all_warnings=("crmo://topic/red-flags", "All red flags"),
    ending="That was short.",
    rest=("depth:rest", "Show everything"),
)


def short(page: Page, look: Look, depth: DepthWords = DEPTH) -> str:
    return page_html(page, look, WORDS, depth=depth, form=shorten(page, Depth.SHORT))


def test_a_page_that_can_be_short_says_so_under_its_title(look: Look) -> None:
    html = page_html(specimen.page(), look, WORDS, depth=DEPTH)

    assert '</h1><p class="depth">How much: ' in html
    assert "That was short." not in html


def test_a_short_form_has_key_points_and_sources_of_its_own(look: Look) -> None:
    html = short(specimen.page(), look)

    assert "Bones ache at" in html
    assert "A first line" not in html
    assert html.index("That was short.") < html.index('<a name="sources"></a>')
    assert "[2]</td>" in html


def test_sources_that_are_not_shown_leave_their_number_out(look: Look) -> None:
    key = specimen.section(
        "in-short",
        "In short",
        '<p>A. <a class="cite" href="cite:jones-2021:f-2">[2]</a></p>',
        is_key_points=True,
    )
    page = replace(specimen.page(key, specimen.section("b", "B", "<p>C.</p>")), summary_html="Short.")

    listed = short(page, look).partition('<a name="sources"></a>')[2]

    assert "[2]</td>" in listed
    assert "[1]</td>" not in listed
    bare = replace(page, sections=(replace(key, html="<p>A.</p>"), page.sections[1]))
    assert '<a name="sources"></a>' not in short(bare, look)


def test_a_short_form_keeps_warnings_and_leads_to_others(look: Look) -> None:
    key = specimen.section("in-short", "In short", "<p>A.</p>", is_key_points=True)
    red = '<aside class="red-flag"><p>Fever & pain.</p></aside>'.replace("&", "&amp;")
    page = specimen.page(
        key, specimen.section("go", "Go", f"<p>B.</p>{red}"), specimen.section("c", "C <d>", red)
    )

    html = short(page, look)

    assert html.count("Get help fast") == 2
    assert html.count("Fever &amp; pain.") == 1
    assert '<a class="link" href="crmo://topic/specimen#c">C &lt;d&gt;</a>' in html
    assert "All red flags" in html
    assert "All red flags" not in short(page, look, replace(DEPTH, all_warnings=None))


def test_a_page_ends_with_its_sources_and_its_edition(html: str) -> None:
    tail = html.partition('<a name="sources"></a>')[2]

    assert tail.startswith("Sources</h2>")
    assert '<td class="number">[1]</td><td class="source">Bones &amp; &lt;pain&gt;. ' in tail
    assert '<a href="https://doi.org/10.1000/bone.1">doi:10.1000/bone.1</a>' in tail
    assert '<a href="https://example.org/more">https://example.org/more</a>' in tail
    assert tail.endswith('<p class="stamp">Edition 2025-01-01 &amp; Co.</p>')


def test_a_page_without_sources_or_summary_says_nothing_of_them(look: Look) -> None:
    bare = replace(specimen.page(sources=()), summary_html="")

    html = page_html(bare, look, replace(WORDS, audience="", source_count=""))

    assert 'name="sources"' not in html
    assert 'class="lead"' not in html
    assert '<p class="meta">3 minutes</p>' in html


def test_a_page_written_for_others_says_so_first(look: Look) -> None:
    html = page_html(specimen.page(), look, replace(WORDS, other_audience="Written for <clinicians>."))

    box = html.partition("</h1>")[2].partition('<p class="lead">')[0]
    assert 'class="box-title unknown-title"' in box
    assert "<p>Written for &lt;clinicians&gt;.</p>" in box


def test_each_section_can_be_found_by_its_name(html: str) -> None:
    assert '<h2><a name="signs"></a>Signs &amp; symptoms</h2>' in html
    assert re.findall(r'<a name="((?!co-)[^"]+)"', html) == [
        "in-short",
        "signs",
        "boxes",
        "figures",
        "sources",
    ]


# --- blocks


def test_key_points_stand_in_a_box_with_the_sections_own_title(html: str) -> None:
    box = html.partition('<table class="box"')[2].partition("</table>")[0]

    assert 'class="box-title key-title"' in box
    assert '<a name="co-key-1"></a><a name="in-short"></a>' in box
    assert "&#160;At a glance</p><ul><li>Bones ache at <strong>night</strong>." in box


@pytest.mark.parametrize("kind", [kind for kind in CALL_OUT_ROLES if kind != "key"])
def test_a_call_out_is_a_box_that_tells_the_view_its_colours(kind: str, look: Look) -> None:
    role, icon = CALL_OUT_ROLES[kind]

    box = only(f'<aside class="{kind}"><p>One.</p><ul><li>Two.</li></ul></aside>', look)

    assert f'<a name="co-{role}-1"></a>' in box
    assert f'src="ic:{icon}:{role}_title"' in box
    assert f"&#160;{WORDS.call_outs[kind]}</p><p>One.</p><ul><li>Two.</li></ul></td>" in box


def test_boxes_are_counted_over_the_page(html: str) -> None:
    assert re.findall(r'<a name="(co-[^"]+)"', html) == [
        "co-key-1",
        "co-red-2",
        "co-caution-3",
        "co-evidence-4",
        "co-unknown-5",
    ]


@pytest.mark.parametrize("kind", CALL_OUT_ROLES)
def test_what_a_box_is_drawn_with_is_there(kind: str, look_of: LookOf) -> None:
    role, icon = CALL_OUT_ROLES[kind]

    assert (RESOURCES / "icons" / f"{icon}.svg").is_file()
    for name in NAMES:
        assert {f"{role}_title", f"{role}_bar", f"{role}_bg"} <= set(look_of(name).theme.colours)


def test_links_keep_their_kind_and_their_target(html: str) -> None:
    assert '<a class="cite" href="cite:smith-2020:f-1|jones-2021:f-2">[1–2]</a>' in html
    assert '<a class="term" href="term:g-lesion">lesions</a>' in html
    assert '<a class="link" href="crmo://topic/mri#silent">the silent ones</a>' in html
    assert '<a class="link" href="https://example.org/a?b=1&amp;c=2">the web</a>' in html


@pytest.mark.parametrize(
    ("body", "set_as"),
    [
        ("<p>a<br/>b</p>", "<p>a<br>b</p>"),
        ("<p><abbr>MRI</abbr></p>", '<p><span class="abbr">MRI</span></p>'),
        ("<p>Press <kbd>F1</kbd></p>", '<p>Press <span class="kbd">F1</span></p>'),
        ("<p>H<sub>2</sub><sup>x</sup></p>", "<p>H<sub>2</sub><sup>x</sup></p>"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<ol><li>a <em>b</em></li><li>c</li></ol>", "<ol><li>a <em>b</em></li><li>c</li></ol>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", '<p class="defined">a</p><p class="definition">b</p>'),
        (
            '<figure><img src="h.svg" alt="A “hand”"/><figcaption>c</figcaption></figure>',
            '<p class="figure"><img src="pic:h.svg" alt="A “hand”"></p><p class="caption">c</p>',
        ),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        (
            '<figure><figcaption>c</figcaption><img src="figure:team" alt="Who" title="The team"/></figure>',
            ('<p class="caption">c</p>'
            '<p class="figure"><img src="pic:figure:team" alt="Who" title="The team"></p>'
            '<p class="figure-ways"><a class="link" href="crmo://picture/team">Open the picture</a> · '
            '<a class="link" href="crmo://picture/team#table">Show as a table</a></p>'),
        ),
    ],
)  # fmt: skip
def test_a_block_is_set_as_qt_shows_it_well(body: str, set_as: str, look: Look) -> None:
    assert only(body, look) == set_as


def test_a_list_to_tick_has_a_box_a_line(look: Look) -> None:
    html = only('<ul class="checklist"><li>One</li><li>Two</li></ul>', look)

    assert html.count('<p class="check"><img src="ic:square:border_strong"') == 2
    assert re.findall(r"&#160;(\w+)</p>", html) == ["One", "Two"]


# --- tables


def test_rows_of_a_table_take_turns_in_shade_and_figures_stand_right(look: Look) -> None:
    html = only(specimen.FIGURES, look)
    table = html.partition("</table>")[0]

    assert table.startswith('<p class="caption">Where it strikes</p><table class="data" width="100%"')
    assert '<th align="right">Children</th>' in table
    assert re.findall(r'<td class="(\w+) first">(\w+)</td>', table) == [
        ("odd", "Tibia"),
        ("even", "Spine"),
        ("odd", "Jaw"),
    ]
    assert '<td class="even" align="right">26%</td>' in table
    assert '<table class="data bare"' in html, "a table without caption keeps its distance by itself"


def test_a_wide_table_becomes_a_block_a_row_where_room_is_short(look: Look) -> None:
    html = only(specimen.FIGURES, look, narrow=True)
    wide, _, small = html.partition('<table class="data bare"')

    assert "<table" not in wide
    assert "<h3>Tibia</h3>" in wide
    assert '<p class="row"><b>Children:</b> 40%</p><p class="row"><b>Adults:</b> 12%</p>' in wide
    assert "<th>Sign</th>" in small, "two columns have room"


# --- the edition


@pytest.mark.parametrize("narrow", [False, True])
def test_no_word_of_the_edition_is_lost(narrow: bool, reading: ReadingService, look: Look) -> None:
    """But the first column's header where a table is written as blocks: its cells are their headings."""
    lost = []
    for chapter in reading.chapters():
        for entry in chapter.topics:
            for audience in entry.audiences:
                page = reading.page(entry.id, audience)
                text = shown(page_html(page, look, WORDS, narrow=narrow), look)
                for section in page.sections:
                    html = FIRST_HEADER.sub("<tr>", section.html) if narrow else section.html
                    words = unescape(TAG.sub(" ", f"{section.title} {html}")).split()
                    lost += [(entry.id, section.id, word) for word in words if word not in text]

    assert lost == []


def test_an_address_in_the_text_may_go_on_in_the_next_line(look: Look) -> None:
    address = "https://example.org/a-long-way/to/what-was-looked-for.html"

    set_address = only(f'<p>See <a href="{address}">{address}</a>.</p>', look)

    assert BREAK in set_address
    assert f'href="{address}"' in set_address, "where it leads is as it was"


def test_a_page_names_no_colour_of_its_own(reading: ReadingService, look: Look) -> None:
    """So that the same text is set in every theme."""
    for chapter in reading.chapters():
        for entry in chapter.topics:
            html = page_html(reading.page(entry.id, Audience.CLINICIAN), look, WORDS)
            assert not re.findall(r'(?:color|bgcolor)\s*[:=]|"#[0-9a-fA-F]{3,6}"', html), entry.id


# --- the style sheet


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_a_page_has_the_colours_of_its_theme(name: str, look_of: LookOf) -> None:
    look = look_of(name)
    css = page_css(look)

    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", css))

    assert used <= set(look.theme.colours.values())
    assert css.count("{") == css.count("}")


def test_every_size_of_a_page_grows_with_the_text(look_of: LookOf) -> None:
    def sizes(size: int) -> list[float]:
        return [
            float(found) for found in re.findall(r"font-size: ([\d.]+)px", page_css(look_of("light", size)))
        ]

    usual, double = sizes(100), sizes(200)

    assert usual
    assert double == [2 * size for size in usual]
    assert min(usual) >= 13.5


def test_an_audience_has_an_icon() -> None:
    icons = [audience_icon(audience) for audience in Audience]

    assert len(set(icons)) == 2
    assert all((RESOURCES / "icons" / f"{icon}.svg").is_file() for icon in icons)


# --- from right to left


def backwards(body: str, look: Look) -> str:
    """The HTML of a section with this body in Hebrew."""
    page = replace(specimen.page(specimen.section("it", "It", body), sources=()), language="he")
    return page_html(page, look, WORDS).partition("It</h2>")[2]


TABLE = (
    "<table><thead><tr><th>First</th><th class='numeric'>Second</th></tr></thead>"
    "<tbody><tr><td>One</td><td class='numeric'>Two</td></tr></tbody></table>"
)


def test_cells_stand_in_reverse_and_figures_at_the_right(look: Look) -> None:
    html = backwards(TABLE, look)

    assert html.index("Second") < html.index("First")
    assert html.index("Two") < html.index("One")
    assert '<td class="odd first">One</td>' in html
    assert '<td class="odd" align="right">Two</td>' in html


@pytest.mark.parametrize("attributes", ['dir="ltr"', 'lang="en"'])
def test_words_that_go_another_way_say_so(attributes: str, look: Look) -> None:
    html = backwards(
        f"<p {attributes}>English</p><ul><li {attributes}>Item</li></ul><p lang='he'>x</p>", look
    )

    assert '<p dir="ltr">English</p>' in html
    assert '<li dir="ltr">Item</li>' in html
    assert "<p>x</p>" in html


def test_words_within_words_that_go_another_way_are_isolated(look: Look) -> None:
    assert "\u2066Bone\u2069" in backwards('<p><span lang="en">Bone</span></p>', look)
    assert "\u2067x\u2069" in only('<p><span dir="rtl">x</span></p>', look)


def test_that_a_page_is_in_another_language_stands_below_its_title(look: Look) -> None:
    html = page_html(specimen.page(), look, replace(WORDS, language="in English"))

    assert "· in English</p>" in html
