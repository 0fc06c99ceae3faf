import pytest
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextDocument

from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from tests.gui import specimen
from tests.gui.specimen import WORDS

ACCENT = QColor("#123456")


def document_of(html: str, css: str = "") -> PageDocument:
    document = QTextDocument()
    document.setDefaultStyleSheet(css)
    document.setHtml(html)
    page = PageDocument(document)
    page.dress(ACCENT)
    return page


@pytest.fixture
def page(look: Look) -> PageDocument:
    return document_of(page_html(specimen.page(), look, WORDS), page_css(look))


def words_at(page: PageDocument, start: int, end: int) -> str:
    cursor = QTextCursor(page.document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def shape_at(page: PageDocument, position: int) -> QTextCharFormat:
    """How the character behind `position` looks."""
    cursor = QTextCursor(page.document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()


# --- links


def test_links_come_in_order_with_their_words(page: PageDocument) -> None:
    assert [(link.text, link.href) for link in page.links] == [
        ("[1–2]", "cite:smith-2020:f-1|jones-2021:f-2"),
        ("[1–2]", "cite:smith-2020:f-1|jones-2021:f-2"),
        ("lesions", "term:g-lesion"),
        ("the silent ones", "crmo://topic/mri#silent"),
        ("the web", "https://example.org/a?b=1&c=2"),
        ("[1–2]", "cite:smith-2020:f-1|jones-2021:f-2"),
        ("doi:10.1000/bone.1", "https://doi.org/10.1000/bone.1"),
        ("https://example.org/more", "https://example.org/more"),
    ]
    for link in page.links:
        assert words_at(page, link.start, link.end) == link.text


def test_a_link_with_markup_in_it_is_one_link() -> None:
    page = document_of('<p>See <a href="crmo://topic/mri">the <b>whole</b> body</a>.</p>')

    assert [(link.text, link.href) for link in page.links] == [("the whole body", "crmo://topic/mri")]


def test_two_links_to_one_place_are_two() -> None:
    page = document_of('<p><a href="term:a">one</a> and <a href="term:a">two</a></p>')

    assert [link.text for link in page.links] == ["one", "two"]


def test_a_link_is_found_by_a_place_in_it(page: PageDocument) -> None:
    link = page.links[3]

    assert page.link_at(link.start) == page.link_at(link.end) == link
    assert page.link_at(0) is None


def test_glossary_words_have_dots_below_them(page: PageDocument) -> None:
    term, mark = page.links[2], page.links[0]

    for position in range(term.start, term.end):
        shape = shape_at(page, position)
        assert shape.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
        assert shape.underlineColor() == ACCENT
    assert shape_at(page, mark.start).underlineStyle() != QTextCharFormat.UnderlineStyle.DotLine


def test_figures_in_tables_stand_below_each_other(page: PageDocument) -> None:
    tag = QFont.Tag("tnum")
    (start, _), (prose, _) = page.find_all("40%")[0], page.find_all("A first line")[0]

    assert shape_at(page, start).fontFeatures() == {tag: 1}
    assert shape_at(page, prose).fontFeatures() == {}


# --- sections and boxes


def test_sections_are_found_in_order(page: PageDocument) -> None:
    assert list(page.sections) == ["in-short", "signs", "boxes", "figures", "sources"]
    block = page.document.findBlock(page.sections["signs"])
    assert block.text() == "Signs & symptoms"


def test_the_section_being_read_is_the_last_that_has_begun(page: PageDocument) -> None:
    layout = page.document.documentLayout()

    def top(name: str) -> float:
        return layout.blockBoundingRect(page.document.findBlock(page.sections[name])).top()

    assert page.section_above(0) == ""
    for name in page.sections:
        assert page.section_above(top(name)) == name
    assert page.section_above(top("boxes") - 1) == "signs"
    assert page.section_above(None) == "sources"


def test_a_box_reaches_from_its_title_to_its_last_line(page: PageDocument) -> None:
    spans = [(box.role, box.first.text().strip("\ufffc\xa0"), box.last.text()) for box in page.call_outs]

    assert spans == [
        ("key", "At a glance", "No germ is found."),
        ("red", "Get help fast", "Go at once."),
        ("caution", "Caution", "Seen in one centre."),
        ("evidence", "What this rests on", "Two cohorts."),
        ("unknown", "Not known", "Nobody knows."),
    ]


# --- find


@pytest.fixture
def prose() -> PageDocument:
    return document_of(
        "<p>Bone <b>pa</b>in and BONE&#160;PAIN, bone<br>pain.</p><p>Bone</p><p>pain in İstanbul, straße</p>"
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bone pain", ["Bone pain", "BONE\xa0PAIN", "bone\u2028pain"]),
        ("  bone \t pain ,", []),
        ("  bone \t pain. ", ["bone\u2028pain."]),
        ("PAIN AND", ["pain and"]),
        ("pain in", ["pain in"]),
        ("pain. bone", []),
        ("bone pain in", []),
        ("stanbul, STRASSE", []),
        ("straße", ["straße"]),
        ("no such words", []),
        ("", []),
        (" \n ", []),
    ],
)
def test_words_are_found_in_any_case_across_markup_within_a_block(
    words: str, found: list[str], prose: PageDocument
) -> None:
    places = prose.find_all(words)

    assert [words_at(prose, *place) for place in places] == found


def test_words_that_follow_each_other_do_not_overlap() -> None:
    page = document_of("<p>aaaa</p>")

    assert page.find_all("aa") == [(0, 2), (2, 4)]


def test_places_stay_true_behind_letters_that_change_their_length(prose: PageDocument) -> None:
    """Turkish İ has two characters in small letters."""
    (place,) = prose.find_all("straße")

    assert words_at(prose, *place) == "straße"


def test_words_in_cells_of_a_table_are_found(page: PageDocument) -> None:
    assert [words_at(page, *place) for place in page.find_all("tibia")] == ["Tibia"]
    assert page.find_all("tibia 40%") == [], "not across cells"
