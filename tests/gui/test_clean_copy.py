"""What the clipboard gets from a page."""

from xml.etree import ElementTree

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.gui.clean_copy import FEW_WORDS, Copied, copy_of, selected_xhtml
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.widgets.page_view import PageView
from tests.gui.conftest import Desk
from tests.gui.selecting import select, select_words

STAMP = "NSAIDs. CRMO reference, edition "
NOT_ADVICE = "Information, not medical advice."


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    window = desk.open(audience=Audience.CLINICIAN)
    window.navigator.go(TopicAddress(TopicId("nsaids")))
    return window


@pytest.fixture
def view(window: MainWindow) -> PageView:
    return window.reader.view


def test_a_few_words_are_copied_as_they_are(view: PageView) -> None:
    select_words(view, "Nearly all of it comes from juvenile arthritis")

    data = view.createMimeDataFromSelection()

    assert len(data.text().split()) == FEW_WORDS
    assert data.text() == "Nearly all of it comes from juvenile arthritis"
    assert data.html().endswith("<body>Nearly all of it comes from juvenile arthritis</body></html>")


def test_more_says_what_it_is_from(view: PageView) -> None:
    select_words(view, "Nearly all of it comes from juvenile arthritis, not CNO.")

    text, html = view.createMimeDataFromSelection().text(), view.createMimeDataFromSelection().html()

    assert text.startswith("Nearly all of it comes from juvenile arthritis, not CNO.\n\n" + STAMP)
    assert text.endswith(NOT_ADVICE)
    assert f"<p>{STAMP}" in html


def test_a_table_goes_into_cells_and_the_stamp_below_them(view: PageView) -> None:
    cursor = view.textCursor()
    cursor.setPosition(view.find_all("Stomach, gullet")[0][0])
    table = cursor.currentTable()
    select(view, table.firstPosition(), table.lastPosition())

    data = view.createMimeDataFromSelection()

    cells, _, stamp = data.text().rpartition("\n\n")
    rows = [row.split("\t") for row in cells.split("\n")]
    assert {len(row) for row in rows} == {3}
    assert rows[0] == ["Matter", "What was reported", "Evidence"]
    assert len(rows) == table.rows()
    assert stamp.startswith(STAMP)
    body = ElementTree.fromstring(data.html().replace('<meta charset="utf-8">', "")).find("body")
    assert body is not None
    assert [part.tag for part in body] == ["table", "p"]
    assert [len(row) for row in body.iter("tr")] == [3] * table.rows()


def test_html_has_no_styles_and_no_marks_of_the_program(view: PageView) -> None:
    view.selectAll()

    html = view.createMimeDataFromSelection().html()

    for part in ("style", "class=", "span", "-qt-", "cite:", "term:", "data-", "ic:"):
        assert part not in html
    for part in ("<h1>NSAIDs</h1>", "<h2>", "<ul><li>", "<table><caption>", "<th>", "<blockquote>"):
        assert part in html


def test_text_has_bullets_titles_and_marks(view: PageView) -> None:
    view.selectAll()

    text = view.createMimeDataFromSelection().text()

    assert "\n\nKey points\n• First-line" in text
    assert "(survey)" in text
    assert "[14]" in text
    assert "\n\nCaution\nThe study of NSAID days is a preprint.\n\n" in text
    assert text.count(NOT_ADVICE) == 1


def test_what_is_selected_can_be_printed(view: PageView) -> None:
    assert selected_xhtml(view) == ""
    select_words(view, "Key points", "cut off")

    html = selected_xhtml(view)

    root = ElementTree.fromstring(f"<div>{html}</div>")
    assert [part.tag for part in root] == ["aside"]
    assert "data-" not in html
    assert 'href="cite:' in html


def test_without_a_stamp_there_is_none(view: PageView) -> None:
    view.selectAll()

    assert NOT_ADVICE not in copy_of(view, "").text()


def test_lines_below_are_paragraphs_with_links() -> None:
    copied = Copied("words", "<p>words</p>").below(["See crmo://topic/mri", "", "<5 & more"])

    assert copied.text == "words\n\nSee crmo://topic/mri\n\n<5 & more"
    link = '<a href="crmo://topic/mri">crmo://topic/mri</a>'
    assert copied.html == f"<p>words</p><p>See {link}</p><p>&lt;5 &amp; more</p>"


def test_all_passages_are_copied_like_a_page(window: MainWindow) -> None:
    from tests.gui.hands import wait_for_results

    window.navigator.list_all("night pain")
    wait_for_results(window, "night pain")
    view = window.pages.passages.view
    view.selectAll()

    text = view.createMimeDataFromSelection().text()

    assert text.startswith("Find in all topics\n\n“night pain”")
    assert "crmo://topic/" in text
    assert text.count(NOT_ADVICE) == 1
    assert "Find in all topics: night pain. CRMO reference" in text
