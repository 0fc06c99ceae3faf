"""What is selected on a page, in the pack's own vocabulary."""

from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.page import Page, Section
from crmo_desktop.export.clean import NUMBER, TITLE, text_of
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.selected import selected
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import Words, page_html
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.services.reading import ReadingService
from tests.gui.selecting import place_of, select, select_words

WORDS = Words(
    call_outs={
        "key": "In short",
        "red-flag": "Red flag",
        "caution": "Caution",
        "evidence": "Evidence",
        "unknown": "Not known",
    },
    audience="For clinicians",
    minutes="",
    sources="Sources",
    source_count="",
    reviewed="The stamp.",
    open_picture="Open the picture",
    as_table="Show as a table",
)
HTML = """
<p>First <strong>bold</strong> and <em>leaning</em>, H<sub>2</sub>O, 10<sup>9</sup> <a class="term"
href="term:g-mri">scan</a>. <a class="cite" href="cite:beck-2010:nsaids-05">[1]</a></p>
<ul><li>one</li><li>two <a href="crmo://topic/mri">MRI</a></li></ul>
<ol><li>alpha</li><li>beta</li><li>gamma</li></ol>
<ul class="checklist"><li>tick me</li></ul>
<aside class="red-flag"><p>Go now.</p><ul><li>fast</li></ul></aside>
<table><caption>A table</caption><thead><tr><th>Name</th><th class="numeric">Count</th>
<th>Note</th></tr></thead><tbody><tr><td>a</td><td class="numeric">1</td><td>x<br/>y</td></tr>
<tr><td>b</td><td class="numeric">2</td>
<td><ul><li>p</li><li>q</li></ul></td></tr></tbody></table>
<h3>Below</h3>
<figure class="picture"><img src="figure:bone-map" alt="What it says" title="Bone map"/>
<figcaption><strong>Bone map</strong>. What to see.</figcaption></figure>
<p>Last words.</p>
"""


def shown(qtbot: QtBot, page: Page, look: Look, *, narrow: bool = False) -> PageView:
    view = PageView(lambda _name, _ratio: None)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.set_page(
        page_html(page, look, WORDS, narrow=narrow), page_css(look), look, name="page", language=page.language
    )
    return view


@pytest.fixture
def page(reading: ReadingService) -> Page:
    page = reading.page(TopicId("nsaids"), Audience.CLINICIAN)
    section = Section(id=SectionId("only"), title="Only", html=HTML, text="")
    return replace(page, sections=(section,), sources=page.sources[:1])


@pytest.fixture
def view(qtbot: QtBot, page: Page, look: Look) -> PageView:
    return shown(qtbot, page, look)


def written(root: Element) -> list[str]:
    return [ElementTree.tostring(part, encoding="unicode") for part in root]


def test_nothing_is_nothing(view: PageView) -> None:
    assert len(selected(view)) == 0


def test_words_keep_their_form_and_their_links(view: PageView) -> None:
    select_words(view, "First bold", "scan. [1]")

    assert written(selected(view)) == [
        ('<p>First <strong>bold</strong> and <em>leaning</em>, H<sub>2</sub>O, 10<sup>9</sup> '
        '<a class="term" href="term:g-mri">scan</a>. '
        '<a class="cite" href="cite:beck-2010:nsaids-05">[1]</a></p>')
    ]  # fmt: skip


def test_only_the_words_selected_are_taken(view: PageView) -> None:
    select_words(view, "old", "lean")

    assert written(selected(view)) == ["<p><strong>old</strong> and <em>lean</em></p>"]


def test_lists_stay_lists(view: PageView) -> None:
    select(view, place_of(view, "two MRI")[0] - len("one "), place_of(view, "tick me")[1])

    assert written(selected(view)) == [
        '<ul><li>one</li><li>two <a href="crmo://topic/mri">MRI</a></li></ul>',
        "".join(
            [
                f'<ol><li {NUMBER}="1">alpha</li><li {NUMBER}="2">beta</li>',
                f'<li {NUMBER}="3">gamma</li></ol>',
            ]
        ),
        '<ul class="checklist"><li>tick me</li></ul>',
    ]


def test_a_list_that_is_cut_keeps_its_numbers(view: PageView) -> None:
    select_words(view, "beta", "gamma")

    assert text_of(selected(view)) == "2. beta\n3. gamma"


def test_a_box_has_its_title(view: PageView) -> None:
    select_words(view, "Red flag", "fast")

    assert written(selected(view)) == [
        f'<aside class="red-flag" {TITLE}="Red flag"><p>Go now.</p><ul><li>fast</li></ul></aside>'
    ]


def test_words_from_within_a_box_are_still_of_its_kind(view: PageView) -> None:
    select_words(view, "Go now")

    assert written(selected(view)) == ['<aside class="red-flag"><p>Go now</p></aside>']


def test_a_table_is_whole_with_its_caption_and_heads(view: PageView) -> None:
    select_words(view, "A table", "Below")

    table = selected(view)[0]
    assert written(table) == [
        "<caption>A table</caption>",
        '<thead><tr><th>Name</th><th class="numeric">Count</th><th>Note</th></tr></thead>',
        ('<tbody><tr><td>a</td><td class="numeric">1</td><td>x<br />y</td></tr>'
        '<tr><td>b</td><td class="numeric">2</td><td><ul><li>p</li><li>q</li></ul></td></tr></tbody>'),
    ]  # fmt: skip


def test_cells_beside_and_below_one_another(view: PageView) -> None:
    start, _ = place_of(view, "Count")
    cursor = view.textCursor()
    cursor.setPosition(start)
    select(view, start, cursor.currentTable().cellAt(1, 2).lastPosition())

    assert text_of(selected(view)) == "Count\tNote\n1\tx y"


def test_words_of_one_cell_are_words(view: PageView) -> None:
    start, _ = place_of(view, "Name")
    select(view, start, start + 3)

    assert written(selected(view)) == ["<p>Nam</p>"]


def test_from_before_a_table_into_it_all_of_it_is_taken_as_qt_shows_it(view: PageView) -> None:
    start, _ = place_of(view, "tick me")
    cursor = view.textCursor()
    cursor.setPosition(place_of(view, "Name")[0])
    cells = cursor.currentTable()
    select(view, start, cells.cellAt(1, 1).lastPosition())

    assert text_of(selected(view)).endswith("A table\nName\tCount\tNote\na\t1\tx y\nb\t2\tp q")


def test_a_picture_is_taken_and_the_ways_into_it_are_not(view: PageView) -> None:
    select_words(view, "Below", "Last words")

    root = selected(view)
    figure = root.find("figure/img")
    assert figure is not None
    assert figure.attrib == {"src": "figure:bone-map", "alt": "What it says", "title": "Bone map"}
    assert "Open the picture" not in text_of(root)
    assert "What to see." in text_of(root)


def test_all_of_a_page_without_its_own_stamp(view: PageView) -> None:
    view.selectAll()

    text = text_of(selected(view))

    assert text.startswith("Treatment\n\nNSAIDs\n\nFirst-line")
    assert "The stamp." not in text
    assert text.rpartition("\n\n")[2].startswith("[1] ")
    assert "Below\n\n" in text


def test_the_stamp_alone_can_be_had(view: PageView) -> None:
    select_words(view, "The stamp.")

    assert text_of(selected(view)) == "The stamp."


def test_a_wide_table_as_blocks_is_words(qtbot: QtBot, page: Page, look: Look) -> None:
    view = shown(qtbot, page, replace(look, text_size=200), narrow=True)
    select_words(view, "A table", "Below")

    assert "Count: 1" in text_of(selected(view))


def test_what_only_serves_the_window_is_left_out(qtbot: QtBot, page: Page, look: Look) -> None:
    view = shown(qtbot, page, look)
    html = '<p>One.</p><p>Show: <a href="depth:short">Thirty seconds</a></p><p>Two.</p><p>Stamp</p>'
    view.set_page(html, page_css(look), look, name="page")
    view.selectAll()

    assert text_of(selected(view)) == "One.\n\nTwo."


def test_from_right_to_left_columns_are_in_their_own_order(qtbot: QtBot, page: Page, look: Look) -> None:
    view = shown(qtbot, replace(page, language="he"), look)
    select_words(view, "A table", "Below")

    assert "Name\tCount\tNote\na\t1\tx y" in text_of(selected(view))


def test_signs_beyond_the_first_65536_count_as_qt_counts_them(qtbot: QtBot, page: Page, look: Look) -> None:
    section = replace(page.sections[0], html="<p>a 𝛼 b c</p>")
    view = shown(qtbot, replace(page, sections=(section,)), look)
    text = view.document().toPlainText()
    start = len(text[: text.index("𝛼")].encode("utf-16-le")) // 2
    select(view, start, start + 4)

    assert text_of(selected(view)) == "𝛼 b"


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_can_be_taken_whole(
    qtbot: QtBot, reading: ReadingService, look: Look, audience: Audience
) -> None:
    """What is taken is well-formed and says what the page says."""
    view = None
    for chapter in reading.chapters()[:10:3]:
        for topic in chapter.topics[:4]:
            page = reading.page(topic.id, audience)
            view = shown(qtbot, page, look)
            view.selectAll()
            text = text_of(selected(view))
            for section in page.sections:
                assert section.title in text
            assert not {"\u200b", "\u00ad", "\ufffc", "\u00a0", "\u2028", "\u2029"} & set(text)
    assert view is not None
